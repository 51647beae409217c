"""What the faces and the engine's notebook displays share: text in which nothing hides."""

from graph.visible import SHAPING, UNSEEN, visible

__all__ = ["SHAPING", "UNSEEN", "visible"]

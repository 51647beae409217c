"""A page in a frame, as a notebook displays it."""

from html import escape

FRAME_HEIGHT = 640


def frame_page(document: str) -> str:
    """Return an HTML document in a sandboxed frame, which cannot reach the notebook."""
    return (
        '<iframe title="Interactive network"'
        ' sandbox="allow-scripts allow-downloads allow-popups"'
        f' width="100%" height="{FRAME_HEIGHT}" srcdoc="{escape(document, quote=True)}"></iframe>'
    )

"""How the work on a layout reports its progress."""

from collections.abc import Callable

LayoutProgress = Callable[[str, int, int], None]
"""Called with what is being positioned, how many of them are done, and how many there are."""

"""Texts broken into lines by how wide they are on paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from graph.text.safe import visible

NARROWEST = 50  # percent of a line's width that the lines of a title are tried with

Measure = Callable[[Sequence[str]], list[float]]
"""Returns how wide texts are on one line, for a font size of 1."""


class Font(NamedTuple):
    """How a paragraph is set: in pixels, and on how many lines at most."""

    size: float
    leading: float
    most: int
    strong: bool = False


def balanced(text: str, font: Font, width: float, measure: Measure) -> list[str]:
    """Return a text as `wrapped` does, its lines about as long as each other.

    Examples
    --------
    >>> def measure(texts): return [len(text) / 2 for text in texts]
    >>> balanced("who stands how to whom", Font(10, 12, 2), 100, measure)
    ['who stands', 'how to whom']
    """
    lines = wrapped(text, font, width, measure)
    for share in range(NARROWEST, 100, 5):
        even = wrapped(text, font, width * share / 100, measure)
        if len(even) == len(lines) and " ".join(even) == " ".join(lines):
            return even
    return lines


def wrapped(text: str, font: Font, width: float, measure: Measure) -> list[str]:
    """Return a text as lines that fit; the last ends in an ellipsis where lines are lacking.

    Parameters
    ----------
    text
        What to break between words; a word too wide for a line is cut.
    font
        How it is set.
    width
        Of a line, in pixels.
    measure
        How wide texts are.

    Examples
    --------
    >>> def measure(texts): return [len(text) / 2 for text in texts]
    >>> wrapped("who stands how to whom", Font(10, 12, 2), 65, measure)
    ['who stands', 'how to whom']
    >>> wrapped("who stands how to whom", Font(10, 12, 1), 65, measure)
    ['who stands…']
    >>> wrapped("whomsoever", Font(10, 12, 1), 30, measure)
    ['whoms…']
    """
    words = [word for word in visible(text).split(" ") if word]
    dots, space, *sizes = measure(["…", " ", *words])
    room = width / font.size - dots
    lines: list[str] = []
    used = room
    for word, size in zip(words, sizes, strict=True):
        if lines and used + space + size <= room:
            lines[-1] += f" {word}"
            used += space + size
        else:
            lines.append(word if size <= room else f"{word[: int(len(word) * room / size)]}…")
            used = min(size, room)
    if len(lines) > font.most:
        lines[font.most - 1] = f"{lines[font.most - 1].rstrip('…')}…"
    return lines[: font.most]

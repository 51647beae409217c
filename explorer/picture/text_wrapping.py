"""Wrap texts into lines by their width on paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from graph.text.safe import visible

NARROWEST = 50  # percent of the width; even lines are tried from here on

Measure = Callable[[Sequence[str]], list[float]]
"""Measures how wide texts are on a line, for a font size of 1."""


class Font(NamedTuple):
    """Letter size and line height in pixels, and the most lines of a paragraph."""

    size: float
    leading: float
    most: int
    strong: bool = False


def wrap_evenly(text: str, font: Font, width: float, measure: Measure) -> list[str]:
    """Wrap a text as `wrap_text` does, into lines of about the same length.

    Examples
    --------
    >>> def measure(texts): return [len(text) / 2 for text in texts]
    >>> wrap_evenly("who stands how to whom", Font(10, 12, 2), 100, measure)
    ['who stands', 'how to whom']
    """
    lines = wrap_text(text, font, width, measure)
    for share in range(NARROWEST, 100, 5):
        even = wrap_text(text, font, width * share / 100, measure)
        if len(even) == len(lines) and " ".join(even) == " ".join(lines):
            return even
    return lines


def wrap_text(text: str, font: Font, width: float, measure: Measure) -> list[str]:
    """Wrap a text into lines that fit; the last ends in an ellipsis where more would be needed.

    Parameters
    ----------
    text
        Broken between words; a word too wide for a line is cut.
    font
        How it is set.
    width
        Of a line, in pixels.
    measure
        How wide texts are.

    Examples
    --------
    >>> def measure(texts): return [len(text) / 2 for text in texts]
    >>> wrap_text("who stands how to whom", Font(10, 12, 2), 65, measure)
    ['who stands', 'how to whom']
    >>> wrap_text("who stands how to whom", Font(10, 12, 1), 65, measure)
    ['who stands…']
    >>> wrap_text("whomsoever", Font(10, 12, 1), 30, measure)
    ['whoms…']
    """
    words = split_words(text)
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


def split_words(text: str) -> list[str]:
    """Split a text into its words.

    Examples
    --------
    >>> split_words("who  stands how")
    ['who', 'stands', 'how']
    """
    return [word for word in visible(text).split(" ") if word]

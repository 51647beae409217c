"""The sheet that a picture is drawn on: its size and its colours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from graph import QuestionError
from graph.names.suggest import suggest_word

SMALLEST, LARGEST = 320, 5_000
"""Pixels that a picture may be wide or high."""


@dataclass(frozen=True)
class Paper:
    """A size in pixels, 96 to the inch.

    Parameters
    ----------
    width, height
        In pixels.
    """

    width: int
    height: int

    @property
    def upright(self) -> bool:
        """Whether there is more room for the legend below the drawing than beside it."""
        return self.width < 1.2 * self.height


@dataclass(frozen=True)
class Theme:
    """The colours of the paper and of its texts."""

    paper: str
    ink: str
    text: str
    soft: str
    pairs: Mapping[str, str]
    communities: tuple[str, ...]
    areas: str  # how opaque those of communities are


PAPERS: Mapping[str, Paper] = MappingProxyType(
    {
        "slide": Paper(1280, 720),
        "a4": Paper(1123, 794),
        "a4-upright": Paper(794, 1123),
        "letter": Paper(1056, 816),
        "letter-upright": Paper(816, 1056),
    }
)
"""By name; `slide` is 16:9, the others are sheets."""

# As in view/styles.js of the page.
THEMES: Mapping[str, Theme] = MappingProxyType(
    {
        "light": Theme(
            paper="#ffffff",
            ink="#33363b",
            text="#16181c",
            soft="#5b6067",
            pairs={
                "both": "#8d4fb5",
                "tie": "#009e73",
                "tension": "#d55e00",
                "power": "#33363b",
                "neutral": "#c3c7cd",
            },
            communities=(
                *("#004f94", "#d55e00", "#127e43", "#6c0b51"),
                *("#1999d1", "#e8004d", "#4109d0", "#4a2d00", "#8b9098"),
            ),
            areas="0.11",
        ),
        "dark": Theme(
            paper="#14161a",
            ink="#c9cdd3",
            text="#f1f2f4",
            soft="#a4aab3",
            pairs={
                "both": "#b98ad8",
                "tie": "#00a87b",
                "tension": "#e06a0c",
                "power": "#e4e7eb",
                "neutral": "#6a7079",
            },
            communities=(
                *("#3191ff", "#ea8f00", "#9ece7b", "#e8a4c3"),
                *("#1dd0ff", "#ff506d", "#c268d5", "#00a893", "#666470"),
            ),
            areas="0.2",
        ),
    }
)


def find_paper(page: str, width: int | None = None, height: int | None = None) -> Paper:
    """Find a paper size by its name, or make a size of one's own.

    Parameters
    ----------
    page
        One of `PAPERS`.
    width, height
        In pixels, instead of the named size; with only one of them, the proportion stays.

    Raises
    ------
    QuestionError
        When the name is unknown, or the size is too small or too large.

    Examples
    --------
    >>> find_paper("a4"), find_paper("slide", width=1600)
    (Paper(width=1123, height=794), Paper(width=1600, height=900))
    """
    if page not in PAPERS:
        raise QuestionError("page", format_unknown("page", page, list(PAPERS)))
    standard = PAPERS[page]
    if width is None and height is not None:
        width = round(standard.width * height / standard.height)
    if height is None:
        height = round(standard.height * width / standard.width) if width else standard.height
    paper = Paper(width or standard.width, height)
    for side in (paper.width, paper.height):
        if not SMALLEST <= side <= LARGEST:
            size = f"{paper.width} x {paper.height} pixels"
            limits = f"Each side must be {SMALLEST} to {LARGEST:,} pixels."
            raise QuestionError("width", f"a picture cannot be {size}. {limits}")
    return paper


def find_theme(name: str) -> Theme:
    """Find a theme by its name.

    Raises
    ------
    QuestionError
        When the name is unknown.
    """
    if name not in THEMES:
        raise QuestionError("theme", format_unknown("theme", name, list(THEMES)))
    return THEMES[name]


def format_unknown(what: str, word: str, known: list[str]) -> str:
    """Format the message for an unknown word, with the nearest known word or with all.

    Examples
    --------
    >>> format_unknown("theme", "drak", ["light", "dark"])
    "'drak' is not a theme. Did you mean 'dark'?"
    """
    remedy = suggest_word(word, known) or f"There are: {', '.join(known)}."
    return f"{word!r} is not a {what}. {remedy}"

"""What a picture is drawn on: how large it is, and in which colours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from graph.errors import QuestionError
from graph.names.suggest import suggest_word

SMALLEST, LARGEST = 320, 5_000
"""How many pixels a picture may be wide or high."""


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
        """Whether the legend finds more room below the drawing than beside it."""
        return self.width < 1.2 * self.height


@dataclass(frozen=True)
class Theme:
    """Colours of the paper and of all that is neither a relation nor a kind of actor."""

    paper: str
    text: str
    soft: str


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
        "light": Theme(paper="#ffffff", text="#16181c", soft="#5b6067"),
        "dark": Theme(paper="#14161a", text="#f1f2f4", soft="#a4aab3"),
    }
)


def paper_of(page: str, width: int | None = None, height: int | None = None) -> Paper:
    """Return a sheet by its name, or of a size of one's own.

    Parameters
    ----------
    page
        One of `PAPERS`.
    width, height
        In pixels, instead of the sheet's; where one is given, the other keeps the proportion.

    Raises
    ------
    QuestionError
        When there is no such sheet, or it would be too small or too large.

    Examples
    --------
    >>> paper_of("a4"), paper_of("slide", width=1600)
    (Paper(width=1123, height=794), Paper(width=1600, height=900))
    """
    if page not in PAPERS:
        raise QuestionError("page", unknown("page", page, list(PAPERS)))
    known = PAPERS[page]
    if width is None and height is not None:
        width = round(known.width * height / known.height)
    if height is None:
        height = round(known.height * width / known.width) if width else known.height
    paper = Paper(width or known.width, height)
    for side in (paper.width, paper.height):
        if not SMALLEST <= side <= LARGEST:
            size = f"{paper.width} x {paper.height} pixels"
            told = f"{size} is no size for a picture. Give {SMALLEST} to {LARGEST:,} a side."
            raise QuestionError("width", told)
    return paper


def theme_of(name: str) -> Theme:
    """Return a theme by its name.

    Raises
    ------
    QuestionError
        When there is none of this name.
    """
    if name not in THEMES:
        raise QuestionError("theme", unknown("theme", name, list(THEMES)))
    return THEMES[name]


def unknown(what: str, word: str, known: list[str]) -> str:
    """Return what is wrong with a word that means nothing, and the nearest or all that do.

    Examples
    --------
    >>> unknown("theme", "drak", ["light", "dark"])
    "there is no theme 'drak'. Did you mean 'dark'?"
    """
    told = suggest_word(word, known) or f"There are: {', '.join(known)}."
    return f"there is no {what} {word!r}. {told}"

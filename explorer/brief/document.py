"""The parts of a brief: claims with their sources in paragraphs, lists and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.data.records import Reference


@dataclass(frozen=True)
class Claim:
    """A text, and what it rests on.

    Parameters
    ----------
    text
        Text of the data and words of our own; never markup.
    references
        What it cites.
    """

    text: str
    references: Sequence[Reference] = ()


@dataclass(frozen=True)
class ClaimParagraph:
    """Sentences in a row.

    Parameters
    ----------
    claims
        The sentences.
    is_note
        Whether they only explain what stands beside them.
    """

    claims: Sequence[Claim]
    is_note: bool = False


@dataclass(frozen=True)
class ClaimList:
    """A list, under a heading of its own or none."""

    heading: str
    claims: Sequence[Claim]


@dataclass(frozen=True)
class ClaimTable:
    """A table.

    Parameters
    ----------
    header
        The names of the columns.
    rows
        The cells of each row.
    right
        For each column whether it is aligned right, as numbers are.
    widest
        The number of the column that takes the room that is left, from 0.
    """

    header: Sequence[str]
    rows: Sequence[Sequence[Claim]]
    right: Sequence[bool]
    widest: int


Block = ClaimParagraph | ClaimList | ClaimTable


@dataclass(frozen=True)
class BriefSection:
    """Blocks under a heading."""

    heading: str
    blocks: Sequence[Block]


@dataclass(frozen=True)
class Document:
    """What a brief says, as it is read; the picture stands behind the first section.

    Parameters
    ----------
    title
        Its title.
    about
        Sentences below the title: what it is about, and which filters are set.
    caption
        What lines and marks of the picture mean, where it has no legend; empty where it has one.
    sections
        Its sections.
    """

    title: str
    about: Sequence[str]
    caption: str
    sections: Sequence[BriefSection]


def split_sections(document: Document) -> Iterator[tuple[BriefSection, bool]]:
    """Yield each section, and whether the picture stands behind it."""
    for number, section in enumerate(document.sections):
        yield section, number == 0

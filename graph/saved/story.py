"""A story along the network: steps of text, each with what the page shows beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.errors import Problem
from graph.text.safe import visible

BULLET = "- "


@dataclass(frozen=True)
class Run:
    """A stretch of text in one style.

    Parameters
    ----------
    text
        The words.
    emphasis, strong
        How they are stressed.
    link
        A web address, or the page link of the step; empty where the words lead nowhere.
    """

    text: str
    emphasis: bool = False
    strong: bool = False
    link: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Runs that belong together."""

    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Items:
    """A list, each of whose items is blocks of its own.

    Parameters
    ----------
    items
        The items.
    first
        The number of the first; None for a list without numbers.
    """

    items: tuple[tuple[Block, ...], ...]
    first: int | None = None


@dataclass(frozen=True)
class Quotation:
    """Blocks that are somebody else's words."""

    blocks: tuple[Block, ...]


Block = Paragraph | Items | Quotation


@dataclass(frozen=True)
class StoryStep:
    """One step of a story.

    Parameters
    ----------
    heading
        What it is called.
    text
        Its blocks.
    link
        What the page shows beside it, as the hash of its address (see `graph.saved.page_link`);
        empty for the whole network.
    """

    heading: str
    text: tuple[Block, ...]
    link: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Return the step as data; blocks as in `block_data`."""
        return {"heading": self.heading, "text": blocks_data(self.text), "link": self.link}


@dataclass(frozen=True)
class Story:
    """A walk through a network, read from story.md.

    Parameters
    ----------
    title
        What it is called; may be empty.
    introduction
        What stands before the first step, beside the whole network; may be empty.
    steps
        The steps, at least one.
    warnings
        What was doubtful when it was read.

    Examples
    --------
    >>> import graph
    >>> story = graph.load_example().story
    >>> len(story.steps) >= 6, story.steps[0].link[:1]
    (True, '#')
    """

    title: str
    introduction: tuple[Block, ...]
    steps: tuple[StoryStep, ...]
    warnings: tuple[Problem, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the story as data: ``title``, ``introduction`` and ``steps``, blocks as data.

        A step has ``heading``, ``text`` and ``link``; for blocks see `block_data`.
        """
        return {
            "title": self.title,
            "introduction": blocks_data(self.introduction),
            "steps": [step.to_dict() for step in self.steps],
        }

    def __str__(self) -> str:
        parts = [visible(self.title), *plain_lines(self.introduction)] if self.title else []
        if not self.title:
            parts = list(plain_lines(self.introduction))
        for number, step in enumerate(self.steps, 1):
            head = f"{number}. {visible(step.heading)}"
            parts.append("\n".join([head, *plain_lines(step.text), *filter(None, [step.link])]))
        return "\n".join(parts)


def blocks_data(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """Return each block as data; see `block_data`."""
    return [block_data(block) for block in blocks]


def block_data(block: Block) -> dict[str, Any]:
    """Return a block as data.

    Returns
    -------
    dict
        ``paragraph``, a list of runs; or ``items``, a list of lists of blocks, with ``first``, the
        number of the first item or None; or ``quote``, a list of blocks. A run has ``text`` and,
        where they are not empty, ``emphasis``, ``strong`` and ``link``.

    Examples
    --------
    >>> block_data(Paragraph((Run("Who "), Run("leads", strong=True))))
    {'paragraph': [{'text': 'Who '}, {'text': 'leads', 'strong': True}]}
    """
    match block:
        case Paragraph(runs):
            return {"paragraph": [dict(_run_data(run)) for run in runs]}
        case Items(items, first):
            return {"items": [blocks_data(item) for item in items], "first": first}
        case Quotation(blocks):
            return {"quote": blocks_data(blocks)}


def _run_data(run: Run) -> Iterator[tuple[str, Any]]:
    known: Mapping[str, Any] = vars(run)
    return ((name, value) for name, value in known.items() if name == "text" or value)


def plain_lines(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield blocks as lines of visible text without styles, a paragraph on each.

    Examples
    --------
    >>> list(plain_lines([Items(((Paragraph((Run("Minsk"),)),), (Paragraph((Run("Kyiv"),)),)), 1)]))
    ['1. Minsk', '2. Kyiv']
    """
    for block in blocks:
        match block:
            case Paragraph(runs):
                yield visible("".join(run.text for run in runs))
            case Items(items, first):
                for place, item in enumerate(items):
                    mark = BULLET if first is None else f"{first + place}. "
                    yield from _hang(mark, " " * len(mark), plain_lines(item))
            case Quotation(inner):
                yield from _hang("> ", "> ", plain_lines(inner))


def _hang(mark: str, further: str, lines: Iterator[str]) -> Iterator[str]:
    for place, line in enumerate(lines):
        yield (further if place else mark) + line

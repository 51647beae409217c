"""One relation as lines with its citations, as data, and as the cells of a CSV row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from explorer.report.citations import (
    Citations,
    address,
    citation,
    reference_cell,
    reference_data,
)
from explorer.report.text import columns_of, hanging, padded
from graph.data.records import Relation, Standing
from graph.data.sentences import qualified
from graph.text.safe import visible

if TYPE_CHECKING:
    from explorer.report.data import Cell

COLUMNS = (
    "id",
    "source",
    "target",
    "type",
    "start",
    "end",
    "weight",
    "confidence",
    "grade",
    "stance",
    "standing",
    "references",
    "note",
    "sentence",
)


def faint(text: str) -> str:
    """Return a text for a terminal in which it steps back."""
    return click.style(text, dim=True)


def strong(text: str) -> str:
    """Return a text for a terminal in which it stands out."""
    return click.style(text, bold=True)


def type_paint(text: str) -> str:
    """Return a relation's type as a terminal shows it."""
    return click.style(text, fg="cyan")


class Listing:
    """Relations as lines with their types in one column.

    Parameters
    ----------
    relations
        All that will be listed: the column is as wide as their longest type.
    cited
        Numbers their sources.
    width
        Columns of the terminal; None leaves lines whole.
    """

    def __init__(self, relations: Iterable[Relation], cited: Citations, width: int | None) -> None:
        names = (visible(relation.type.name) for relation in relations)
        self.type_width = max(map(columns_of, names), default=0)
        self.cited, self.width = cited, width

    def lines(
        self, head: str, sentence: str, relation: Relation, standing: Standing
    ) -> Iterator[str]:
        """Yield a relation as lines: type, sentence and citations, then its note.

        Parameters
        ----------
        head
            What stands before the type, such as a step's number.
        sentence
            The relation, read from the side that is due.
        """
        head += padded(visible(relation.type.name), self.type_width) + "  "
        numbers = sorted(self.cited.numbers(relation.references))
        marks = "".join(f" [{number}]" for number in numbers)
        body = visible(qualified(sentence, relation, standing)) + marks
        yield from hanging(head, body, self.width, head_paint=type_paint)
        if relation.note:
            indent = " " * columns_of(head)
            yield from hanging(indent, visible(relation.note), self.width, paint=faint)


def source_lines(cited: Citations, width: int | None) -> Iterator[str]:
    """Yield the numbered list of what was cited, under its heading."""
    if not len(cited):
        return
    yield ""
    yield strong("Sources")
    digits = len(str(len(cited)))
    for place, reference in cited:
        head = padded(f"[{place}]", digits + 2) + " "
        yield from hanging(head, f"{citation(reference)} {address(reference)}".rstrip(), width)


def data(relation: Relation, standing: Standing) -> Mapping[str, Any]:
    """Return a relation as data, its two actors and its sources by id."""
    return {
        "id": relation.id,
        "source": relation.source.id,
        "target": relation.target.id,
        "type": relation.type.name,
        "start": relation.start,
        "end": relation.end,
        "weight": relation.weight,
        "confidence": relation.confidence,
        "grade": relation.grade,
        "stance": relation.stance,
        "standing": standing,
        "references": [reference_data(reference) for reference in relation.references],
        "note": relation.note,
        "sentence": relation.sentence,
    }


def cells(relation: Relation, standing: Standing) -> list[Cell]:
    """Return a relation as the cells of a CSV row, in the order of `COLUMNS`."""
    known = {**data(relation, standing), "references": reference_cell(relation.references)}
    return [known[name] for name in COLUMNS]

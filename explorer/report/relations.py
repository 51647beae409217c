"""A relation as lines with citations, as data, and as the cells of a CSV row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

import click

from explorer.report.citations import (
    Citations,
    find_address,
    format_citation,
    format_reference_cell,
    reference_to_dict,
    sources_to_dicts,
)
from explorer.report.terminal_text import count_columns, hang, measure_width, pad, wrap
from graph import Relation
from graph.analysis.answer import Answer
from graph.data.own_columns import list_filled_cells, list_own_columns, name_own_columns
from graph.data.records import Reference, Standing
from graph.data.sentences import qualify_sentence
from graph.errors import shorten
from graph.text.safe import visible

if TYPE_CHECKING:
    from explorer.report.json_csv import Cell

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
    "claimant",
    "basis",
    "standing",
    "sides",
    "references",
    "voice_count",
    "note",
    "sentence",
)
WHEN_COLUMNS = ("when", "why")
"""The columns behind them where a span was asked."""


def paint_faint(text: str) -> str:
    """Return a text in dim colours for a terminal."""
    return click.style(text, dim=True)


def paint_strong(text: str) -> str:
    """Return a text in bold for a terminal."""
    return click.style(text, bold=True)


def paint_type(text: str) -> str:
    """Return a relation type in the colour of types."""
    return click.style(text, fg="cyan")


class RelationList:
    """Relations as lines, with their types in one column.

    Parameters
    ----------
    relations
        All relations of the list: the column is as wide as their longest type.
    cited
        Numbers their sources.
    width
        Columns of the terminal; None for lines without breaks.
    """

    def __init__(self, relations: Iterable[Relation], cited: Citations, width: int | None) -> None:
        names = (visible(relation.type.name) for relation in relations)
        self.type_width = measure_width(names)
        self.cited, self.width = cited, width

    def format_lines(
        self, head: str, sentence: str, relation: Relation, standing: Standing
    ) -> Iterator[str]:
        """Yield the lines of a relation: type, sentence and citations, note, own columns.

        Parameters
        ----------
        head
            The text before the type, such as the number of a step.
        sentence
            The relation in words, read from one of its ends.
        """
        head += pad(visible(relation.type.name), self.type_width) + "  "
        numbers = sorted(self.cited.numbers(relation.references))
        marks = "".join(f" [{number}]" for number in numbers)
        body = visible(qualify_sentence(sentence, relation, standing)) + marks
        yield from hang(head, body, self.width, head_paint=paint_type)
        indent = " " * count_columns(head)
        for line in filter(None, [relation.note, *format_own_cells(relation.attributes)]):
            yield from hang(indent, visible(line), self.width, paint=paint_faint)


def format_own_cells(row: Mapping[str, str]) -> list[str]:
    """Return the own columns that a row fills, each as its name and its text.

    Examples
    --------
    >>> format_own_cells({"amount": "500", "lawyer": ""})
    ['amount: 500']
    """
    return [f"{shorten(name)}: {text}" for name, text in list_filled_cells(row)]


def format_sources(cited: Citations, width: int | None) -> Iterator[str]:
    """Yield the numbered list of cited sources, under its heading."""
    if not len(cited):
        return
    yield ""
    yield paint_strong("Sources")
    digits = len(str(len(cited)))
    for number, reference in cited:
        head = pad(f"[{number}]", digits + 2) + " "
        yield from hang(
            head, f"{format_citation(reference)} {find_address(reference)}".rstrip(), width
        )


def to_dict(relation: Relation, standing: Standing) -> Mapping[str, Any]:
    """Return a relation as data, with its actors and sources by id; see `list_sources`."""
    return {
        "id": relation.id,
        "digest": relation.digest,
        "source": relation.source.id,
        "target": relation.target.id,
        "type": relation.type.name,
        "start": relation.start,
        "end": relation.end,
        "weight": relation.weight,
        "confidence": relation.confidence,
        "grade": relation.grade,
        "stance": relation.stance,
        "over": relation.over,
        "claimant": get_claimant_cell(relation),
        "basis": relation.basis,
        "standing": standing,
        "sides": relation.sides,
        "references": [reference_to_dict(reference) for reference in relation.references],
        "voice_count": relation.voice_count,
        "note": relation.note,
        "attributes": dict(relation.attributes),
        "sentence": relation.sentence,
        **_to_when_fields(relation),
    }


def list_sources(
    relations: Iterable[Relation], *, cited: Iterable[Reference] = ()
) -> list[Mapping[str, Any]]:
    """Return the sources that relations cite, as data, each once.

    Parameters
    ----------
    cited
        What else is cited, before them.
    """
    return sources_to_dicts(chain(cited, *(relation.references for relation in relations)))


def _to_when_fields(relation: Relation) -> Mapping[str, str]:
    """Return whether a relation holds in the span that was asked, if one was."""
    return dict(zip(WHEN_COLUMNS, relation.when, strict=True)) if relation.when else {}


def format_time_notes(answer: Answer, width: int | None) -> Iterator[str]:
    """Yield, below a blank line, what a span that was asked leaves open in an answer."""
    lines = [line for note in answer.time_notes for line in wrap(visible(note), width)]
    yield from ["", *lines] if lines else []


def get_claimant_cell(relation: Relation) -> str:
    """Return the claimant as a cell of relations.csv: the id of an actor, else words."""
    claimant = relation.claimant
    return claimant if isinstance(claimant, str) else claimant.id


def to_csv(fields: Sequence[str], rows: Iterable[tuple[Sequence[Cell], Relation, Standing]]) -> str:
    """Return a CSV row for each relation: cells of its own, those of `COLUMNS`, own columns.

    Parameters
    ----------
    fields
        The headings of the first cells.
    rows
        The first cells of each row, its relation, and how the relation stands.
    """
    from explorer.report.json_csv import format_csv

    listed = list(rows)
    columns = [*COLUMNS, *(WHEN_COLUMNS if any(each.when for _, each, _ in listed) else ())]
    standard = [*fields, *columns]
    own = list_own_columns(relation.attributes for _, relation, _ in listed)
    cells = (
        [
            *first,
            *_list_cells(relation, standing, columns),
            *(relation.attributes.get(n, "") for n in own),
        ]
        for first, relation, standing in listed
    )
    return format_csv([*standard, *name_own_columns(own, standard)], cells)


def _list_cells(relation: Relation, standing: Standing, columns: Sequence[str]) -> list[Cell]:
    """Return a relation as the cells of a CSV row, in the order of some columns."""
    fields = {
        **to_dict(relation, standing),
        "references": format_reference_cell(relation.references),
    }
    return [fields[name] for name in columns]

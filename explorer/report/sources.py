"""How much rests on each source, as text, Markdown, JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from explorer.report.citations import find_address, format_citation
from explorer.report.relations import format_own_cells, paint_faint, paint_strong
from explorer.report.terminal_text import count_columns, hang, pad, wrap
from graph.analysis.evidence import Evidence, SourceEvidence
from graph.analysis.withdrawal import format_quoted
from graph.data.own_columns import list_own_columns, name_own_columns
from graph.text.safe import visible

if TYPE_CHECKING:
    from explorer.report.json_csv import Cell

COLUMNS = (
    "source",
    "citation",
    "url",
    "via",
    "voice",
    "quoted",
    "relations",
    "alone",
    "actors",
    "actors_alone",
)
COUNTS = ("relations", "alone", "actors")
MEANING = "alone: relations that rest on this source alone, and fall with it."
UNDECLARED = "cited, and no source in sources.csv"
MOST_SHOWN = 20  # of the references that are no declared source
MAX_ID_WIDTH = 24
"""Columns of a terminal that ids may take before the citation beside them gets a line below."""


def to_text(answer: Evidence, *, width: int | None) -> str:
    """Return a row for each source: its counts of relations and actors, id and citation.

    Parameters
    ----------
    width
        Columns of the terminal; None for lines without breaks.
    """
    lines = [*map(paint_strong, wrap(visible(str(answer)), width))]
    if answer.sources:
        lines += ["", *_format_table(answer, width)]
    if answer.undeclared:
        lines += ["", *_format_undeclared(answer, width)]
    notes = [MEANING] if answer.sources or answer.undeclared else []
    if answer.unsourced_count:
        notes.append("What cites nothing: explore sources --unsourced")
    if notes:
        lines += ["", *(line for note in notes for line in wrap(note, width))]
    return "\n".join(lines)


def _format_table(answer: Evidence, width: int | None) -> Iterator[str]:
    """Yield a row for each source: counts, id and citation."""
    rows = [_format_counts(each) for each in answer.sources]
    widths = [max(map(count_columns, column)) for column in zip(COUNTS, *rows, strict=True)]
    longest = max(count_columns(visible(each.source.id)) for each in answer.sources)
    id_width = min(max(longest, len("source")), MAX_ID_WIDTH)
    yield _align(COUNTS, widths) + "source"
    for each, counts in zip(answer.sources, rows, strict=True):
        head = f"{_align(counts, widths)}{pad(visible(each.source.id), id_width)}  "
        text = f"{format_citation(each.source)} {find_address(each.source)}".rstrip()
        yield from hang(head, text, width)
        indent = " " * count_columns(head)
        for line in (
            *_list_through(each),
            *_list_quoted(each),
            *format_own_cells(each.source.attributes),
        ):
            yield from hang(indent, visible(line), width, paint=paint_faint)


def _format_undeclared(answer: Evidence, width: int | None) -> Iterator[str]:
    """Yield a row for each of the references that are cited most and are no declared source."""
    shown = answer.undeclared[:MOST_SHOWN]
    rows = [[f"{each.relation_count:,}", f"{each.alone_count:,}"] for each in shown]
    widths = [max(map(count_columns, column)) for column in zip(COUNTS[:2], *rows, strict=True)]
    yield _align(COUNTS[:2], widths) + UNDECLARED
    for each, counts in zip(shown, rows, strict=True):
        yield from hang(_align(counts, widths), visible(each.reference), width)
    more = answer.undeclared_count - len(shown)
    if more:
        yield f"and {more:,} more: --format json lists them."


def _list_through(each: SourceEvidence) -> list[str]:
    """Return the line that says through which source one reaches us; none where it is direct."""
    through = each.through
    return [] if through is None else [f"reaches us through {through.id}"]


def _list_quoted(each: SourceEvidence) -> list[str]:
    """Return the line that says how many sources reach us through one; none where none does."""
    return list(filter(None, [format_quoted(each.quoted_count).removesuffix(".")]))


def _format_counts(each: SourceEvidence) -> list[str]:
    return [f"{number:,}" for number in (each.relation_count, each.alone_count, len(each.actors))]


def _align(cells: list[str] | tuple[str, ...], widths: list[int]) -> str:
    pairs = zip(cells, widths, strict=True)
    return "".join(pad(cell, width, right=True) + "  " for cell, width in pairs)


def to_markdown(answer: Evidence) -> str:
    """Return a Markdown table with a row for each source, under a summary line."""
    from explorer.report.markdown import escape, format_table

    standard, own = [*COUNTS, "id", "source"], _list_own_columns(answer)
    through = ["reaches us through"] if any(each.through for each in answer.sources) else []
    standard += through
    quoted = ["sources through it"] if any(each.quoted_count for each in answer.sources) else []
    standard += quoted
    rows = [
        [
            *(*_format_counts(each), each.source.id, each.source.citation),
            *(each.through.id if each.through else "" for _ in through),
            *(f"{each.quoted_count:,}" for _ in quoted),
            *_read_own(each, own),
        ]
        for each in answer.sources
    ]
    header = [*standard, *name_own_columns(own, standard)]
    table = format_table(header, rows, [name in (*COUNTS, *quoted) for name in header])
    parts = [escape(str(answer)), *([table] if rows else [])]
    if answer.undeclared:
        cited = [
            [f"{each.relation_count:,}", f"{each.alone_count:,}", each.reference]
            for each in answer.undeclared[:MOST_SHOWN]
        ]
        parts.append(format_table([*COUNTS[:2], UNDECLARED], cited, [True, True, False]))
    return "\n\n".join([*parts, *([MEANING] if len(parts) > 1 else [])])


def _list_own_columns(answer: Evidence) -> list[str]:
    return list_own_columns(each.source.attributes for each in answer.sources)


def _read_own(each: SourceEvidence, own: Sequence[str]) -> list[str]:
    return [each.source.attributes.get(name, "") for name in own]


def _list_rows(answer: Evidence, own: Sequence[str]) -> Iterator[list[Cell]]:
    """Yield a row for each source: the cells of `COLUMNS`, then those of its own columns."""
    for each in answer.sources:
        counts = each.relation_count, each.alone_count, len(each.actors), len(each.actors_alone)
        cited = each.source.id, each.source.citation, each.source.url
        voice = each.source.via, each.voice, each.quoted_count
        yield [*cited, *voice, *counts, *_read_own(each, own)]


def to_json(answer: Evidence) -> str:
    """Return the answer as JSON, actors by id."""
    from explorer.report.json_csv import format_json

    return format_json(answer.to_dict())


def to_csv(answer: Evidence) -> str:
    """Return a CSV row for each source."""
    from explorer.report.json_csv import format_csv

    own = _list_own_columns(answer)
    return format_csv([*COLUMNS, *name_own_columns(own, COLUMNS)], _list_rows(answer, own))

"""How much rests on each source, as text, Markdown, JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from explorer.report.citations import address, citation
from explorer.report.relations import strong
from explorer.report.text import columns_of, hanging, padded, wrapped
from graph.analysis.evidence import Evidence, SourceEvidence
from graph.text.safe import visible

if TYPE_CHECKING:
    from explorer.report.data import Cell

COLUMNS = ("source", "citation", "url", "relations", "alone", "actors", "actors_alone")
COUNTS = ("relations", "alone", "actors")
MOST_ID = 24
"""Columns of a terminal that ids may take before the citation beside them gets a line below."""


def text(answer: Evidence, *, width: int | None) -> str:
    """Return a row a source: how many relations cite it, how many of them alone, who it is.

    Parameters
    ----------
    width
        Columns of the terminal; None leaves every line whole.
    """
    lines = [*map(strong, wrapped(str(answer), width))]
    if answer.sources:
        lines += ["", *_table(answer, width)]
    if answer.unsourced:
        lines += ["", *wrapped("What cites nothing: explore sources --unsourced", width)]
    return "\n".join(lines)


def _table(answer: Evidence, width: int | None) -> Iterator[str]:
    """Yield the counts in columns, each beside the source's id and citation."""
    rows = [_counts(each) for each in answer.sources]
    widths = [max(map(columns_of, column)) for column in zip(COUNTS, *rows, strict=True)]
    named = max(columns_of(visible(each.source.id)) for each in answer.sources)
    named = min(max(named, len("source")), MOST_ID)
    yield _aligned(COUNTS, widths) + "source"
    for each, counts in zip(answer.sources, rows, strict=True):
        head = f"{_aligned(counts, widths)}{padded(visible(each.source.id), named)}  "
        told = f"{citation(each.source)} {address(each.source)}".rstrip()
        yield from hanging(head, told, width)


def _counts(each: SourceEvidence) -> list[str]:
    return [f"{number:,}" for number in (each.relations, each.alone, len(each.actors))]


def _aligned(cells: list[str] | tuple[str, ...], widths: list[int]) -> str:
    told = zip(cells, widths, strict=True)
    return "".join(padded(cell, width, right=True) + "  " for cell, width in told)


def markdown(answer: Evidence) -> str:
    """Return a Markdown table, a row a source, under a line that counts."""
    from explorer.report.markdown import escaped, table

    rows = [[*_counts(each), each.source.id, each.source.citation] for each in answer.sources]
    header = [*COUNTS, "id", "source"]
    listed = table(header, rows, [name in COUNTS for name in header])
    return "\n\n".join([escaped(str(answer)), *([listed] if rows else [])])


def rows(answer: Evidence) -> Iterator[list[Cell]]:
    """Yield a row a source, in the order of `COLUMNS`."""
    for each in answer.sources:
        counts = each.relations, each.alone, len(each.actors), len(each.actors_alone)
        yield [each.source.id, each.source.citation, each.source.url, *counts]


def json(answer: Evidence) -> str:
    """Return the answer as JSON, actors by id."""
    from explorer.report.data import json_text

    return json_text(answer.to_dict())


def csv(answer: Evidence) -> str:
    """Return the sources as CSV; see `rows`."""
    from explorer.report.data import csv_text

    return csv_text(COLUMNS, rows(answer))

"""The structure of a network as text, Markdown, JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from explorer.report.terminal_text import align, wrap
from graph.analysis.structure import Structure
from graph.analysis.structure_figure import StructureFigure
from graph.text.safe import visible

if TYPE_CHECKING:
    from explorer.report.json_csv import Cell

HEADER = ("figure", "value", "projection")
CSV_HEADER = ("figure", "value", "projection", "names")
SMALLEST = 1e-3  # a smaller figure is shown with four digits
UNDEFINED = "-"


def format_figure(value: float | None) -> str:
    """Format a count with commas, any other figure with four decimals or four digits.

    Examples
    --------
    >>> [format_figure(value) for value in (1234, 0.25, 0.00001234, 0.0, None)]
    ['1,234', '0.2500', '1.234e-05', '0.0000', '-']
    """
    if value is None:
        return UNDEFINED
    if isinstance(value, int):
        return f"{value:,}"
    return f"{value:.4g}" if 0 < abs(value) < SMALLEST else f"{value:,.4f}"


def _format_cells(figure: StructureFigure) -> list[str]:
    return [visible(figure.label), format_figure(figure.value), visible(figure.projection)]


def _format_caption(answer: Structure) -> str:
    return visible(" ".join([answer.projection_sentence, *answer.notes]))


def to_text(answer: Structure, *, width: int | None) -> str:
    """Return a line for each figure, and below how they are counted.

    Parameters
    ----------
    width
        Columns of the terminal; None for lines without breaks.
    """
    rows = [list(HEADER), *map(_format_cells, answer.figures)]
    lines = align(rows, (False, True, False))
    return "\n".join([*lines, "", *wrap(_format_caption(answer), width)])


def to_markdown(answer: Structure) -> str:
    """Return a Markdown table with a row for each figure, and below how they are counted."""
    from explorer.report.markdown import escape, format_table

    table = format_table(HEADER, map(_format_cells, answer.figures), (False, True, False))
    return f"{table}\n\n{escape(_format_caption(answer))}"


def to_json(answer: Structure) -> str:
    """Return the figures as JSON, with the actors that some of them count."""
    from explorer.report.json_csv import format_json

    return format_json(answer.to_dict())


def to_csv(answer: Structure) -> str:
    """Return a CSV row for each figure, with the names that it counts."""
    from explorer.report.json_csv import format_csv

    return format_csv(CSV_HEADER, _list_rows(answer))


def _list_rows(answer: Structure) -> Iterator[list[Cell]]:
    names = answer.names
    for each in answer.figures:
        yield [each.name, each.value, each.projection, "; ".join(names.get(each.name, ()))]

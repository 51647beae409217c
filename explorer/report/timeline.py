"""A network over time, as text, Markdown, JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator

from explorer.report.relations import paint_strong
from explorer.report.terminal_text import align, count_columns, wrap
from graph.analysis.timeline.answer import COLUMNS, NetworkPeriod, Timeline
from graph.errors import shorten
from graph.text.safe import visible

HEADER = (
    "period",
    "actors",
    "relations",
    "components",
    "density",
    "frustration",
    "balanced",
    "first",
)
RIGHT = (False, True, True, True, True, True, True, False)
WIDEST = 24  # characters of a name
NAMES = 3  # of the foremost actors


def _list_cells(answer: Timeline, names: int = NAMES) -> Iterator[list[str]]:
    """Yield the cells of the table, a row for each period, with so many names at the most."""
    for each in answer.periods:
        first = ", ".join(visible(shorten(actor.name, WIDEST)) for actor in each.first[:names])
        yield [
            each.dates,
            f"{each.actor_count:,}",
            f"{each.relation_count:,}",
            f"{each.component_count:,}",
            "" if each.density is None else f"{each.density:.3f}",
            each.frustration,
            _format_balanced(each),
            first,
        ]


def _format_balanced(period: NetworkPeriod) -> str:
    if period.balanced is None or period.triangles is None:
        return ""
    return f"{period.balanced:,} of {period.triangles:,}"


def to_text(answer: Timeline, *, width: int | None) -> str:
    """Return a line for each period, and below how they are made.

    Parameters
    ----------
    width
        Columns of the terminal; None for lines without breaks.
    """
    lines = [*map(paint_strong, wrap(visible(answer.sentence), width))]
    if answer.periods:
        lines += ["", *_align_within(answer, width), ""]
        lines += wrap(visible(" ".join(answer.notes)), width)
    return "\n".join(lines)


def _align_within(answer: Timeline, width: int | None) -> list[str]:
    """Return the lines of the table, with as many names as fit."""
    for names in range(NAMES, 0, -1):
        lines = align([HEADER, *_list_cells(answer, names)], RIGHT)
        if width is None or max(map(count_columns, lines)) <= width:
            break
    return lines


def to_markdown(answer: Timeline) -> str:
    """Return the same as Markdown: a sentence, a table and notes."""
    from explorer.report.markdown import escape, format_table

    rows = [*_list_cells(answer)]
    table = format_table(HEADER, rows, RIGHT) if rows else ""
    blocks = [f"**{escape(answer.sentence)}**", table, escape(" ".join(answer.notes))]
    return "\n\n".join(filter(None, blocks))


def to_json(answer: Timeline) -> str:
    """Return the periods as JSON."""
    from explorer.report.json_csv import format_json

    return format_json(answer.to_dict())


def to_csv(answer: Timeline) -> str:
    """Return a CSV row for each period."""
    from explorer.report.json_csv import format_csv

    return format_csv(COLUMNS, (each.list_cells() for each in answer.periods))

"""Centrality as a table with bars, Markdown, JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from explorer.report.terminal_text import measure_width, pad
from graph.analysis.centrality import Centrality
from graph.text.safe import visible

if TYPE_CHECKING:
    from rich.console import Group
    from rich.table import Table as RichTable

    from explorer.report.json_csv import Cell

# Columns of a terminal.
BAR, NARROWEST_BAR = 24, 8
THOUSANDS = 1000  # scores from here on have two decimals
SMALLEST, LARGEST = 1e-4, 1e15  # highest scores that are shown with decimals
NAME_ROOM, KIND_ROOM, MEASURE_ROOM = 34, 14, 14
_EIGHTHS = " ▏▎▍▌▋▊▉"


def list_columns(answer: Centrality) -> list[str]:
    """Return the names of the columns."""
    return ["rank", "name", "kind", "id", *answer.measures]


def format_scores(values: Sequence[float]) -> list[str]:
    """Format the scores of a measure with four decimals, or with none when all are whole.

    Scores in thousands have two. Where even the highest would be 0, or has too many digits to
    read, four digits are shown.

    Examples
    --------
    >>> format_scores([0.25, 1.0]), format_scores([1234.0, 2])
    (['0.2500', '1.0000'], ['1,234', '2'])
    >>> format_scores([1e-100, 0]), format_scores([1e100, 2])
    (['1e-100', '0'], ['1e+100', '2'])
    >>> format_scores([567870.67, 2])
    ['567,870.67', '2.00']
    """
    highest = max(values, default=0.0)
    if 0 < highest < SMALLEST or highest >= LARGEST:
        return [f"{value:.4g}" for value in values]
    is_whole = all(float(value).is_integer() for value in values)
    decimals = 0 if is_whole else 2 if highest >= THOUSANDS else 4
    return [f"{value:,.{decimals}f}" for value in values]


def draw_bar(value: float, highest: float, width: int, *, plain: bool = False) -> str:
    """Return a bar whose length is the share of the highest score.

    Parameters
    ----------
    width
        Columns of the longest bar.
    plain
        Whether to draw only with ``#``, else with blocks of an eighth of a column.

    Examples
    --------
    >>> draw_bar(1, 2, 8, plain=True), draw_bar(5, 16, 8)
    ('####', '██▌')
    """
    share = max(0.0, value / highest) if highest > 0 else 0.0
    if plain:
        return "#" * round(share * width)
    whole, eighths = divmod(round(share * width * 8), 8)
    return "█" * whole + _EIGHTHS[eighths].strip()


def _format_cells(answer: Centrality) -> Iterator[list[str]]:
    columns = zip(*map(format_scores, answer.scores.values()), strict=True)
    for rank, actor, values in zip(answer.actor_ranks, answer.actors, columns, strict=True):
        names = [actor.name, actor.kind.replace("_", " "), actor.id]
        yield [f"{rank:,}", *map(visible, names), *values]


def _draw_bars(answer: Centrality, width: int, *, plain: bool) -> list[str]:
    values = answer.scores[answer.measures[0]]
    return [draw_bar(value, max(values), width, plain=plain) for value in values]


def format_caption(answer: Centrality, actors: int) -> str:
    """Return how many actors are shown, on what they are measured, and what is not exact."""
    shown = f"{len(answer.actors):,} of {actors:,} actors. {answer.projection_sentence}"
    more = "" if len(answer.actors) == actors else f" --top {actors} shows all."
    return " ".join([shown + more, *answer.notes])


def to_text(answer: Centrality, *, actors: int) -> str:
    """Return aligned columns, two spaces apart, with a bar of ``#`` at the end."""
    rows = [list_columns(answer), *_format_cells(answer)]
    widths = [measure_width(column) for column in zip(*rows, strict=True)]
    right = _is_numeric(answer)
    bars = ["", *_draw_bars(answer, BAR, plain=True)]
    lines = []
    for row, drawn in zip(rows, bars, strict=True):
        cells = [
            pad(cell, width, right=side)
            for cell, width, side in zip(row, widths, right, strict=True)
        ]
        lines.append("  ".join([*cells, drawn]).rstrip())
    return "\n".join([*lines, "", format_caption(answer, actors)])


def _is_numeric(answer: Centrality) -> list[bool]:
    return [name == "rank" or name in answer.measures for name in list_columns(answer)]


def to_rich_table(answer: Centrality, *, actors: int, width: int) -> Group:
    """Return tables for a terminal, with as many measures in each as fit its width.

    Bars are drawn instead of ids. All tables have the same order of actors.
    """
    from rich.console import Group
    from rich.text import Text

    fitting = max(1, (width - NAME_ROOM) // MEASURE_ROOM)
    starts = range(0, len(answer.measures), fitting)
    parts = [answer.measures[start : start + fitting] for start in starts]
    grids = [_make_table(answer, part, width, bars=part is parts[0]) for part in parts]
    spaced = [item for grid in grids for item in (grid, Text(""))]
    return Group(*spaced, Text(format_caption(answer, actors), style="dim"))


def _make_table(
    answer: Centrality, measures: Sequence[str], width: int, *, bars: bool
) -> RichTable:
    """Return a table of some measures, with kinds and bars where there is room."""
    from rich.table import Table
    from rich.text import Text

    names = list_columns(answer)
    room = width - NAME_ROOM - MEASURE_ROOM * len(measures)
    kind = ["kind"] if room >= KIND_ROOM + NARROWEST_BAR else []
    grid = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    shown = ["rank", "name", *kind, *measures]
    for name in shown:
        numeric = name not in ("name", "kind")
        grid.add_column(
            name, justify="right" if numeric else "left", no_wrap=numeric, overflow="fold"
        )
    room = min(BAR, room - KIND_ROOM * len(kind)) if bars else 0
    grid.add_column("", style="cyan", no_wrap=True)
    drawn = [""] * len(answer.actors)
    if room >= NARROWEST_BAR:
        drawn = _draw_bars(answer, room, plain=False)
    for row, line in zip(_format_cells(answer), drawn, strict=True):
        grid.add_row(*(Text(row[names.index(name)]) for name in shown), Text(line))
    return grid


def to_markdown(answer: Centrality, *, actors: int) -> str:
    """Return the answer as a Markdown table with its caption below."""
    from explorer.report.markdown import format_table

    rows = format_table(list_columns(answer), _format_cells(answer), _is_numeric(answer))
    return f"{rows}\n\n{format_caption(answer, actors)}"


def to_rows(answer: Centrality) -> Iterator[list[Cell]]:
    """Yield a row for each actor, in the order of `list_columns`, with unrounded scores."""
    columns = zip(*answer.scores.values(), strict=True)
    for rank, actor, values in zip(answer.actor_ranks, answer.actors, columns, strict=True):
        yield [rank, actor.name, actor.kind, actor.id, *values]


def to_json(answer: Centrality, *, actors: int) -> str:
    """Return unrounded scores as JSON, and whether actors were left out."""
    from explorer.report.json_csv import format_json

    return format_json({**answer.to_dict(), "cut_short": len(answer.actors) < actors})


def to_csv(answer: Centrality) -> str:
    """Return scores as CSV; see `to_rows`."""
    from explorer.report.json_csv import format_csv

    return format_csv(list_columns(answer), to_rows(answer))

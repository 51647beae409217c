"""Who is central, as a table with bars, Markdown and CSV; the answer itself is its JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from explorer.report.text import columns_of, padded
from graph.analysis.centrality import Centrality
from graph.text.safe import visible

if TYPE_CHECKING:
    from rich.console import Group
    from rich.table import Table as RichTable

    from explorer.report.data import Cell

# Columns of a terminal.
BAR, NARROWEST_BAR = 24, 8
NAME_ROOM, KIND_ROOM, MEASURE_ROOM = 34, 14, 14
_EIGHTHS = " ▏▎▍▌▋▊▉"


def header(answer: Centrality) -> list[str]:
    """Return the names of the columns."""
    return ["rank", "name", "kind", "id", *answer.measures]


def scores(values: Sequence[float]) -> list[str]:
    """Return a measure's scores with four decimals, or none when all are whole.

    Examples
    --------
    >>> scores([0.25, 1.0]), scores([1234.0, 2])
    (['0.2500', '1.0000'], ['1,234', '2'])
    """
    decimals = 0 if all(float(value).is_integer() for value in values) else 4
    return [f"{value:,.{decimals}f}" for value in values]


def bar(value: float, highest: float, width: int, *, plain: bool = False) -> str:
    """Return a bar as long as its share of the highest score.

    Parameters
    ----------
    width
        Columns of the longest bar.
    plain
        Whether to draw with ``#`` alone, else with blocks of an eighth of a column.

    Examples
    --------
    >>> bar(1, 2, 8, plain=True), bar(5, 16, 8)
    ('####', '██▌')
    """
    share = value / highest if highest > 0 else 0.0
    if plain:
        return "#" * round(share * width)
    whole, eighths = divmod(round(share * width * 8), 8)
    return "█" * whole + _EIGHTHS[eighths].strip()


def _cells(answer: Centrality) -> Iterator[list[str]]:
    columns = zip(*map(scores, answer.scores.values()), strict=True)
    for place, actor, values in zip(answer.places, answer.actors, columns, strict=True):
        known = [actor.name, actor.kind.replace("_", " "), actor.id]
        yield [f"{place:,}", *map(visible, known), *values]


def _bars(answer: Centrality, width: int, *, plain: bool) -> list[str]:
    values = answer.scores[answer.measures[0]]
    return [bar(value, max(values), width, plain=plain) for value in values]


def caption(answer: Centrality, actors: int) -> str:
    """Return how many actors are shown, what was measured, and what of it is not exact."""
    shown = f"{len(answer.actors):,} of {actors:,} actors. Measured on: {answer.projection}."
    more = "" if len(answer.actors) == actors else f" --top {actors} shows all."
    return " ".join([shown + more, *answer.notes])


def text(answer: Centrality, *, actors: int) -> str:
    """Return aligned columns, two spaces apart, whole, with a bar of ``#`` at the end."""
    rows = [header(answer), *_cells(answer)]
    widths = [max(map(columns_of, column)) for column in zip(*rows, strict=True)]
    right = _to_the_right(answer)
    bars = ["", *_bars(answer, BAR, plain=True)]
    lines = []
    for row, drawn in zip(rows, bars, strict=True):
        cells = [
            padded(cell, width, right=side)
            for cell, width, side in zip(row, widths, right, strict=True)
        ]
        lines.append("  ".join([*cells, drawn]).rstrip())
    return "\n".join([*lines, "", caption(answer, actors)])


def _to_the_right(answer: Centrality) -> list[bool]:
    return [name == "rank" or name in answer.measures for name in header(answer)]


def rich_table(answer: Centrality, *, actors: int, width: int) -> Group:
    """Return the answer for a terminal: as many measures side by side as have room.

    Ids give way to the bars; more measures follow in tables of their own, in the same order.
    """
    from rich.console import Group
    from rich.text import Text

    fitting = max(1, (width - NAME_ROOM) // MEASURE_ROOM)
    starts = range(0, len(answer.measures), fitting)
    parts = [answer.measures[start : start + fitting] for start in starts]
    grids = [_grid(answer, part, width, bars=part is parts[0]) for part in parts]
    spaced = [item for grid in grids for item in (grid, Text(""))]
    return Group(*spaced, Text(caption(answer, actors), style="dim"))


def _grid(answer: Centrality, measures: Sequence[str], width: int, *, bars: bool) -> RichTable:
    """Return some of the measures as a table, with kinds and bars where there is room."""
    from rich.table import Table
    from rich.text import Text

    names = header(answer)
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
    drawn = _bars(answer, room, plain=False) if room >= NARROWEST_BAR else [""] * len(answer.actors)
    for row, line in zip(_cells(answer), drawn, strict=True):
        grid.add_row(*(Text(row[names.index(name)]) for name in shown), Text(line))
    return grid


def markdown(answer: Centrality, *, actors: int) -> str:
    """Return the answer as a Markdown table with a line below that says what was measured."""
    from explorer.report.markdown import table

    rows = table(header(answer), _cells(answer), _to_the_right(answer))
    return f"{rows}\n\n{caption(answer, actors)}"


def rows(answer: Centrality) -> Iterator[list[Cell]]:
    """Yield a row an actor, in the order of `header`, with unrounded scores."""
    columns = zip(*answer.scores.values(), strict=True)
    for place, actor, values in zip(answer.places, answer.actors, columns, strict=True):
        yield [place, actor.name, actor.kind, actor.id, *values]


def json(answer: Centrality, *, actors: int) -> str:
    """Return scores as JSON, unrounded, and whether there are more actors."""
    from explorer.report.data import json_text

    return json_text({**answer.to_dict(), "cut_short": len(answer.actors) < actors})


def csv(answer: Centrality) -> str:
    """Return scores as CSV; see `rows`."""
    from explorer.report.data import csv_text

    return csv_text(header(answer), rows(answer))

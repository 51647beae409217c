"""Who is central, as a table with bars, Markdown and CSV; the answer itself is its JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from explorer.report.text import columns_of, padded, visible
from graph.analysis.centrality import Centrality

if TYPE_CHECKING:
    from explorer.report.data import Cell
    from rich.console import Group

BAR = 24
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
    """Return how many actors are shown, and what the measures were taken on."""
    shown = f"{len(answer.actors):,} of {actors:,} actors. Measured on: {answer.projection}."
    more = "" if len(answer.actors) == actors else f" --top {actors} shows all."
    return shown + more


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
    """Return the table for a terminal of so many columns; ids give way to the bars."""
    from rich import box
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", show_edge=False)
    wanted = [name for name in header(answer) if name != "id"]
    numeric = dict(zip(header(answer), _to_the_right(answer), strict=True))
    for name in wanted:
        side = "right" if numeric[name] else "left"
        grid.add_column(Text(name), justify=side, overflow="fold", no_wrap=name in answer.measures)
    room = max(8, min(BAR, width - 48 - 12 * len(answer.measures)))
    grid.add_column(Text(""), no_wrap=True, width=room)
    places = [header(answer).index(name) for name in wanted]
    for row, drawn in zip(_cells(answer), _bars(answer, room, plain=False), strict=True):
        cells = [Text(row[place], style="dim" if place == 2 else "") for place in places]
        grid.add_row(*cells, Text(drawn, style="cyan"))
    return Group(grid, Text(f"\n{caption(answer, actors)}", style="dim"))


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

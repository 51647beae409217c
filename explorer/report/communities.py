"""Who belongs together, as a table or as lists of members, Markdown, JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from explorer.report.text import columns_of, counted, padded, wrapped
from graph.analysis.communities import Communities, Community
from graph.data.records import Actor
from graph.text.safe import visible

if TYPE_CHECKING:
    from rich.console import Group

    from explorer.report.data import Cell

HEADER = ("community", "actors", "relations", "foremost", "mostly")
RIGHT = (True, True, True, False, False)
CSV_HEADER = ("community", "name", "kind", "id", "weight")
MOST_TYPES = 3  # that are named of a community


class Shown(NamedTuple):
    """As much of an answer as is shown.

    Parameters
    ----------
    answer
        All communities.
    top
        How many of them are shown; None for all.
    """

    answer: Communities
    top: int | None = None

    @property
    def communities(self) -> Sequence[Community]:
        """Those that are shown."""
        return self.answer.communities[: self.top]

    @property
    def cut(self) -> bool:
        """Whether there are more."""
        return len(self.communities) < len(self.answer.communities)

    @property
    def caption(self) -> str:
        """How many communities are shown, and what is to be known of all."""
        every = len(self.answer.communities)
        if not every:
            return str(self.answer)
        told = f"{len(self.communities):,} of {every:,} communities."
        more = f" --top {every} shows all." if self.cut else ""
        return " ".join([told + more, *self.answer.notes])


def _cells(shown: Shown) -> Iterator[list[str]]:
    for each in shown.communities:
        counts = (each.number, len(each.actors), each.within)
        yield [*(f"{count:,}" for count in counts), _names(each.foremost), _mostly(each)]


def _names(actors: Sequence[Actor]) -> str:
    return ", ".join(visible(actor.name) for actor in actors)


def _mostly(community: Community) -> str:
    counts = list(community.types.items())[:MOST_TYPES]
    return ", ".join(f"{visible(name)} {count:,}" for name, count in counts)


def _heading(community: Community) -> str:
    actors, within = counted(len(community.actors), "actor"), counted(community.within, "relation")
    return (
        f"Community {community.number:,}: {actors}, {within} within, "
        f"{community.outside:,} to others; mostly {_mostly(community)}"
    )


def text(shown: Shown, *, members: bool, width: int | None) -> str:
    """Return aligned columns, or every community with its members.

    Parameters
    ----------
    members
        Whether to name all members.
    width
        Columns of the terminal; None leaves every line whole.
    """
    if not shown.communities:
        return "\n".join(wrapped(shown.caption, width))
    lines = list(_member_lines(shown, width) if members else _table_lines(shown))
    return "\n".join([*lines, "", *wrapped(shown.caption, width)])


def _table_lines(shown: Shown) -> Iterator[str]:
    rows = [list(HEADER), *_cells(shown)]
    widths = [max(map(columns_of, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = zip(row, widths, RIGHT, strict=True)
        yield "  ".join(padded(cell, room, right=side) for cell, room, side in cells).rstrip()


def _member_lines(shown: Shown, width: int | None) -> Iterator[str]:
    for place, each in enumerate(shown.communities):
        yield from [""] if place else []
        yield from wrapped(_heading(each), width)
        yield from wrapped(_names(each.actors), width)


def rich_table(shown: Shown) -> Group:
    """Return the table for a terminal; what has no room goes on below."""
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    caption = Text(shown.caption, style="dim")
    if not shown.communities:
        return Group(caption)
    grid = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for name, right in zip(HEADER, RIGHT, strict=True):
        grid.add_column(name, justify="right" if right else "left", overflow="fold")
    for row in _cells(shown):
        grid.add_row(*map(Text, row))
    return Group(grid, Text(""), caption)


def markdown(shown: Shown, *, members: bool) -> str:
    """Return a Markdown table, or every community with its members, and a line below."""
    from explorer.report.markdown import escaped, table

    if not shown.communities:
        return escaped(shown.caption)
    if not members:
        return f"{table(HEADER, _cells(shown), RIGHT)}\n\n{escaped(shown.caption)}"
    parts = [
        f"**{escaped(_heading(each))}**\n\n"
        + "\n".join(f"- {escaped(actor.name)}" for actor in each.actors)
        for each in shown.communities
    ]
    return "\n\n".join([*parts, escaped(shown.caption)])


def json(shown: Shown) -> str:
    """Return the answer as JSON, and whether there are more communities."""
    from explorer.report.data import json_text

    answer = shown.answer.to_dict()
    answer["communities"] = answer["communities"][: shown.top]
    return json_text({**answer, "cut_short": shown.cut})


def csv(shown: Shown) -> str:
    """Return a row a member; unless cut, whoever is in no community follows without a number."""
    from explorer.report.data import csv_text

    return csv_text(CSV_HEADER, _rows(shown))


def _rows(shown: Shown) -> Iterator[list[Cell]]:
    for each in shown.communities:
        for actor, weight in zip(each.actors, each.weights, strict=True):
            yield [each.number, actor.name, actor.kind, actor.id, weight]
    for actor in () if shown.cut else shown.answer.alone:
        yield [None, actor.name, actor.kind, actor.id, 0]

"""The rows of a Network as they are merged, and how two rows that say the same become one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.data.columns import PRIVATE, split_cell
from graph.data.dates import parse_date
from graph.data.vocabulary import DEFAULT_KIND, TYPES, RelationType
from graph.formats.sources_table import build_sources_table

if TYPE_CHECKING:
    from graph.data.table import Table
    from graph.select.selection import Selection

Row = dict[str, str]
LISTS = ("aliases", "reference")


@dataclass(frozen=True)
class Conflict:
    """A cell about which the two folders differ.

    Parameters
    ----------
    table
        The table: actors, relations, sources or types.
    row
        The name or id of the row.
    column
        The column.
    first, second
        What each folder says; the first one stands.
    """

    table: str
    row: str
    column: str
    first: str
    second: str


@dataclass
class FolderRows:
    """The filled cells of each row of a folder, and the types that it declares."""

    actors: list[Row]
    relations: list[Row]
    sources: list[Row]
    types: dict[str, RelationType]


def read_rows(network: Selection) -> FolderRows:
    """Return the rows of a network; ends of relations are ids of actors.

    Examples
    --------
    >>> import graph
    >>> rows = read_rows(graph.load_example())
    >>> rows.actors[0]["id"], rows.relations[0]["source"]
    ('lukashenko', 'russia')
    """
    columns = network.columns
    actors = _list_rows(columns.actors)
    for row in actors:
        if row.get("kind") == DEFAULT_KIND:
            del row["kind"]
    ids, (sources, targets) = columns.actors.cells("id"), columns.endpoints
    relations = _list_rows(columns.relations)
    for number, row in enumerate(relations):
        row |= {"source": ids[sources[number]], "target": ids[targets[number]]}
        if columns.claimants[number]:
            row["claimant"] = columns.claimants[number]
    header, cells = build_sources_table(network)
    listed = [{name: cell for name, cell in zip(header, row, strict=True) if cell} for row in cells]
    used = {row["type"] for row in relations}
    types = {
        name: each
        for name, each in network.types.items()
        if name in used or TYPES.get(name) != each
    }
    return FolderRows(actors, relations, listed, types)


def _list_rows(table: Table) -> list[Row]:
    names = list(table.columns)
    columns = [table.columns[name] for name in names]
    return [
        {name: cell for name, cell in zip(names, cells, strict=True) if cell}
        for cells in zip(*columns, strict=True)
    ]


def join_rows(
    first: Mapping[str, str], second: Mapping[str, str], label: str
) -> tuple[Row, list[str]]:
    """Return two rows as one, and the columns about which they differ.

    What the second says otherwise is in a column of its own.

    Parameters
    ----------
    first, second
        The rows; the first one stands.
    label
        What its folder is called, for the names of those columns.

    Examples
    --------
    >>> join_rows({"name": "A", "start": "1990"}, {"name": "A", "start": "1990-05"}, "b")
    ({'name': 'A', 'start': '1990-05'}, [])
    >>> join_rows({"note": "x"}, {"note": "y", "reference": "p"}, "b")
    ({'note': 'x', 'note (b)': 'y', 'reference': 'p'}, ['note'])
    """
    joined, differing = dict(first), []
    for name, cell in second.items():
        known = joined.get(name, "")
        if name in LISTS:
            joined[name] = "|".join(dict.fromkeys((*split_cell(known), *split_cell(cell))))
        elif name == PRIVATE:
            joined[name] = "yes" if "yes" in (known, cell) else known or cell
        elif not known:
            joined[name] = cell
        elif known != cell and name != "id":
            if name in ("start", "end") and _is_within(cell, known):
                joined[name] = cell
            elif not (name in ("start", "end") and _is_within(known, cell)):
                differing.append(name)
                joined[_name_other(joined, name, label)] = cell
    return _order(joined, first), differing


def _is_within(date: str, other: str) -> bool:
    """Return whether a date is a more exact form of another."""
    days, others = parse_date(date), parse_date(other)
    if days is None or others is None or others.margin or days.margin:
        return False
    return others.first <= days.first and days.last <= others.last


def _name_other(row: Mapping[str, str], name: str, label: str) -> str:
    column = f"{name} ({label})"
    while column in row:
        column += "'"
    return column


def _order(joined: Row, first: Mapping[str, str]) -> Row:
    """Return a row with what a folder says otherwise beside what it differs from."""
    rest = [name for name in joined if name not in first]
    return {name: joined[name] for name in (*first, *rest)}


def to_columns(rows: Sequence[Mapping[str, str]], standard: Sequence[str]) -> dict[str, list[str]]:
    """Return the columns of rows, those with a meaning first; empty ones are left out."""
    present = dict.fromkeys(name for row in rows for name in row)
    names = [*(name for name in standard if name in present)]
    names += [name for name in present if name not in standard]
    return {name: [row.get(name, "") for row in rows] for name in names}

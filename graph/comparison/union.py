"""Merge two versions of a network into one that says how each row changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from graph.comparison.pairing import Pairs
from graph.data.columns import Columns
from graph.data.table import Table

if TYPE_CHECKING:
    from graph.network import Network

Change = Literal["same", "removed", "added", "changed"]
RowReference = tuple[int, int]
"""A version, 0 before and 1 after, and the number of one of its rows."""


@dataclass(frozen=True)
class VersionUnion:
    """Both versions in one network.

    Parameters
    ----------
    network
        Every actor and relation of either version, with the cells of the later one. Rows have
        the order of the version after; a removed row follows the row that it followed before.
    earlier
        The same rows with the cells of the earlier version, where it has them.
    actor_changes, relation_changes
        For each row whether it is the same in both versions, was removed, added or changed.
    """

    network: Network
    earlier: Network
    actor_changes: tuple[Change, ...]
    relation_changes: tuple[Change, ...]


def merge_versions(
    before: Network,
    after: Network,
    actors: Pairs,
    relations: Pairs,
    changed: tuple[Collection[str], Collection[str]],
) -> VersionUnion:
    """Return both versions in one network.

    Parameters
    ----------
    before, after
        The two versions.
    actors, relations
        The rows that are the same in both.
    changed
        The ids of the actors, and of the relations, that are in both versions and differ.
    """
    actor_rows = _merge_rows(before.actor_numbers, after.actor_numbers, actors)
    relation_rows = _merge_rows(before.relation_numbers, after.relation_numbers, relations)
    tables = _Tables(before, after)
    return VersionUnion(
        tables.build_network(actor_rows, relation_rows),
        tables.build_network(
            _prefer_before(actor_rows, actors), _prefer_before(relation_rows, relations)
        ),
        _find_changes(actor_rows, actors, after.columns.actors.cells("id"), changed[0]),
        _find_changes(relation_rows, relations, after.columns.relation_ids, changed[1]),
    )


class _Tables:
    """The tables of two versions, from which a network of rows of both is built."""

    def __init__(self, before: Network, after: Network) -> None:
        self._versions = before, after
        self._actors = [before.columns.actors, after.columns.actors]
        self._relations = [_fill_ids(before), _fill_ids(after)]

    def build_network(
        self, actors: Sequence[RowReference], relations: Sequence[RowReference]
    ) -> Network:
        before, after = self._versions
        only_before = {name: kind for name, kind in before.types.items() if name not in after.types}
        columns = Columns(
            actors=_collect_rows("actors", self._actors, actors),
            relations=_collect_rows("relations", self._relations, relations),
            sources={**before.columns.sources, **after.columns.sources},
            types={**after.types, **only_before},
        )
        network = type(after).from_columns(columns, files=(*before.files, *after.files))
        return replace(network, withheld=before.withheld | after.withheld)


def _merge_rows(before: Iterable[int], after: Iterable[int], pairs: Pairs) -> list[RowReference]:
    """Return the rows after, and each removed row behind the row that it followed before."""
    removed, row_after = set(pairs.removed), dict(pairs.both)
    followers: dict[int, list[RowReference]] = {}
    previous = -1
    for row in before:
        if row in removed:
            followers.setdefault(previous, []).append((0, row))
        else:
            previous = row_after[row]
    merged = followers.get(-1, [])
    for row in after:
        merged.append((1, row))
        merged += followers.get(row, [])
    return merged


def _prefer_before(rows: Sequence[RowReference], pairs: Pairs) -> list[RowReference]:
    """Return row references with the earlier row instead of the later where there are both."""
    row_before = {after: before for before, after in pairs.both}
    return [
        (0, row_before[row]) if version and row in row_before else (version, row)
        for version, row in rows
    ]


def _find_changes(
    rows: Sequence[RowReference], pairs: Pairs, ids: Sequence[str], changed: Collection[str]
) -> tuple[Change, ...]:
    """Return how each row changed; `ids` are those of the version after."""
    added = set(pairs.added)

    def find_change(version: int, row: int) -> Change:
        if version == 0:
            return "removed"
        if row in added:
            return "added"
        return "changed" if ids[row] in changed else "same"

    return tuple(find_change(*reference) for reference in rows)


def _fill_ids(network: Network) -> Table:
    """Return the relations with an id, and the ids of their ends, in every row."""
    columns = network.columns
    actor_ids, (sources, targets) = list(columns.actors.cells("id")), columns.endpoints
    filled = {
        **columns.relations.columns,
        "id": list(columns.relation_ids),
        "source": [actor_ids[row] for row in sources],
        "target": [actor_ids[row] for row in targets],
    }
    if "claimant" in filled:
        filled["claimant"] = list(columns.claimants)
    return Table(columns.relations.name, filled, columns.relations.lines)


def _collect_rows(name: str, tables: Sequence[Table], rows: Sequence[RowReference]) -> Table:
    """Return some rows of two tables as one table; a column that one lacks is blank there."""
    names = dict.fromkeys(column for table in reversed(tables) for column in table.columns)
    cells = {
        column: _collect_cells([table.cells(column) for table in tables], rows) for column in names
    }
    if name == "relations":
        cells["id"] = _distinguish_ids(cells["id"], rows)
    return Table(name, cells, range(1, len(rows) + 1))


def _collect_cells(versions: Sequence[Sequence[str]], rows: Sequence[RowReference]) -> list[str]:
    cells = [list(column) for column in versions]
    return [cells[version][row] for version, row in rows]


def _distinguish_ids(ids: Sequence[str], rows: Sequence[RowReference]) -> list[str]:
    """Return the ids, with "(removed)" behind that of a removed relation if it is in use again."""
    used = {name for name, (version, _) in zip(ids, rows, strict=True) if version == 1}
    distinct = []
    for name, (version, _) in zip(ids, rows, strict=True):
        unused = name
        while version == 0 and unused in used:
            unused += " (removed)"
        used.add(unused)
        distinct.append(unused)
    return distinct

"""Two versions of a network in one: every actor and relation of either, and how it changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from graph.comparison.pairing import Pairs
from graph.data.columns import Columns
from graph.data.table import Table

if TYPE_CHECKING:
    from graph.network import Network

Change = Literal["same", "removed", "added", "changed"]
Place = tuple[int, int]
"""A version, 0 before and 1 after, and a row of it."""


@dataclass(frozen=True)
class Union:
    """Both versions in one network.

    Parameters
    ----------
    network
        Every actor and relation of either version, as the later one tells it; rows are in the
        order after, with what was removed behind what it stood behind before.
    earlier
        The same rows, as the earlier version tells those that it has.
    actor_changes, relation_changes
        For each of its rows whether it is in both versions alike, was removed, added or changed.
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
) -> Union:
    """Return both versions in one network.

    Parameters
    ----------
    before, after
        The two versions.
    actors, relations
        Which of their rows are the same.
    changed
        The ids of the actors, and of the relations, that are in both versions and differ.
    """
    actor_places = _merged(before.actor_numbers, after.actor_numbers, actors)
    relation_places = _merged(before.relation_numbers, after.relation_numbers, relations)
    tables = _Tables(before, after)
    network = tables.network(actor_places, relation_places)
    earlier = tables.network(
        _as_before(actor_places, actors), _as_before(relation_places, relations)
    )
    actor_ids, relation_ids = after.columns.actors.cells("id"), after.columns.relation_ids
    return Union(
        network,
        earlier,
        _told_changes(actor_places, actors, lambda row: actor_ids[row] in changed[0]),
        _told_changes(relation_places, relations, lambda row: relation_ids[row] in changed[1]),
    )


class _Tables:
    """The tables of two versions, of which rows are taken from either."""

    def __init__(self, before: Network, after: Network) -> None:
        self._versions = before, after
        self._actors = [before.columns.actors, after.columns.actors]
        self._relations = [_told(before), _told(after)]

    def network(self, actors: Sequence[Place], relations: Sequence[Place]) -> Network:
        """Return the Network of some rows of either version."""
        before, after = self._versions
        former = {name: one for name, one in before.types.items() if name not in after.types}
        columns = Columns(
            actors=_table("actors", self._actors, actors),
            relations=_table("relations", self._relations, relations),
            sources={**before.columns.sources, **after.columns.sources},
            types={**after.types, **former},
        )
        network = type(after).from_columns(columns, files=(*before.files, *after.files))
        return replace(network, withheld=before.withheld | after.withheld)


def _as_before(places: Sequence[Place], pairs: Pairs) -> list[Place]:
    """Return places with the earlier row instead of the later one where there are both."""
    was = {after: before for before, after in pairs.both}
    return [(0, was[row]) if version and row in was else (version, row) for version, row in places]


def _merged(before: Iterable[int], after: Iterable[int], pairs: Pairs) -> list[Place]:
    """Return the rows after, and each removed row behind the one it stood behind before."""
    removed = set(pairs.removed)
    now = dict(pairs.both)
    behind: dict[int, list[Place]] = {}
    last = -1
    for row in before:
        if row in removed:
            behind.setdefault(last, []).append((0, row))
        else:
            last = now[row]
    places = behind.get(-1, [])
    for row in after:
        places.append((1, row))
        places += behind.get(row, [])
    return places


def _told_changes(
    places: Sequence[Place], pairs: Pairs, changed: Callable[[int], bool]
) -> tuple[Change, ...]:
    added = set(pairs.added)

    def change(place: Place) -> Change:
        version, row = place
        if version == 0:
            return "removed"
        if row in added:
            return "added"
        return "changed" if changed(row) else "same"

    return tuple(map(change, places))


def _told(network: Network) -> Table:
    """Return the relations with their ids, and the ids of their ends, in every row."""
    columns = network.columns
    ids, (sources, targets) = list(columns.actors.cells("id")), columns.endpoints
    told = {
        **columns.relations.columns,
        "id": list(columns.relation_ids),
        "source": [ids[row] for row in sources],
        "target": [ids[row] for row in targets],
    }
    return Table(columns.relations.name, told, columns.relations.lines)


def _table(name: str, tables: Sequence[Table], places: Sequence[Place]) -> Table:
    """Return some rows of two tables as one; what only the other has a column for is blank."""
    names = dict.fromkeys(column for table in reversed(tables) for column in table.columns)
    cells = {column: _picked([table.cells(column) for table in tables], places) for column in names}
    if name == "relations":
        cells["id"] = _unlike(cells["id"], places)
    return Table(name, cells, range(1, len(places) + 1))


def _picked(versions: Sequence[Sequence[str]], places: Sequence[Place]) -> list[str]:
    cells = [list(column) for column in versions]
    return [cells[version][row] for version, row in places]


def _unlike(ids: Sequence[str], places: Sequence[Place]) -> list[str]:
    """Return the ids; one that was removed and is another relation's now gets a word more."""
    taken = {name for name, (version, _) in zip(ids, places, strict=True) if version == 1}
    found = []
    for name, (version, _) in zip(ids, places, strict=True):
        told = name
        while version == 0 and told in taken:
            told += " (removed)"
        taken.add(told)
        found.append(told)
    return found

"""Mark as private in both versions of the data what either version marks as private."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from graph.comparison.pairing import pair_relations
from graph.data.columns import PRIVATE, Columns
from graph.data.dictionary_column import take_rows
from graph.data.matching_rows import find_rows
from graph.data.table import Table
from graph.sharing.withheld_claimants import withhold_claimants

if TYPE_CHECKING:
    from graph.data.records import Source
    from graph.network import Network

    AnyNetwork = TypeVar("AnyNetwork", bound=Network)

YES = "yes"


def mark_in_both(before: AnyNetwork, after: AnyNetwork) -> tuple[AnyNetwork, AnyNetwork]:
    """Return two versions that mark the same actors, relations and sources as private.

    Actors and sources are the same by their id, relations as in `graph.compare`. Each version
    also gets the columns that only the other has, with blank cells, so that a column can be
    redacted from both. A version that needs no change is returned itself.
    """
    actors = _find_private_actors(before) | _find_private_actors(after)
    sources = _find_private_sources(before) | _find_private_sources(after)
    relations_before, relations_after = _find_private_relations(before, after)
    actor_names = {*before.columns.actors.columns, *after.columns.actors.columns}
    relation_names = {*before.columns.relations.columns, *after.columns.relations.columns}

    def mark(version: AnyNetwork, other: Network, relations: Collection[int]) -> AnyNetwork:
        data = version.columns
        claims = withhold_claimants(_select_hidden(other.columns, data, actors), data)
        marked = Columns(
            _mark_rows(_add_columns(data.actors, actor_names), _find_rows(data.actors, actors)),
            _mark_rows(_add_columns(claims, relation_names), relations),
            _mark_sources(data.sources, sources),
            data.types,
        )
        changed = any(
            getattr(marked, name) is not getattr(data, name)
            for name in ("actors", "relations", "sources")
        )
        return replace(version, columns=marked) if changed else version

    return mark(before, after, relations_before), mark(after, before, relations_after)


def _find_private_actors(network: Network) -> set[str]:
    """Return the ids of the actors that are marked."""
    table = network.columns.actors
    return set(map(table.cells("id").__getitem__, _find_private_rows(table)))


def _select_hidden(other: Columns, columns: Columns, actors: Collection[str]) -> Columns:
    """Return the other version with those of some actors alone whom only that version has."""
    ids = other.actors.cells("id")
    rows = [row for row in _find_rows(other.actors, actors) if ids[row] not in columns.actor_row]
    cells = {name: take_rows(column, rows) for name, column in other.actors.columns.items()}
    return replace(other, actors=replace(other.actors, columns=cells, lines=rows))


def _find_private_sources(network: Network) -> set[str]:
    """Return the ids of the sources that are marked."""
    sources = network.columns.sources.items()
    return {name for name, source in sources if source.attributes.get(PRIVATE) == YES}


def _find_private_relations(before: Network, after: Network) -> tuple[set[int], set[int]]:
    """Return the rows of each version's relations that either version marks."""
    private_before = set(_find_private_rows(before.columns.relations))
    private_after = set(_find_private_rows(after.columns.relations))
    if private_before or private_after:
        for earlier, later in pair_relations(before, after).both:
            if earlier in private_before or later in private_after:
                private_before.add(earlier)
                private_after.add(later)
    return private_before, private_after


def _find_private_rows(table: Table) -> Sequence[int]:
    return find_rows(table.cells(PRIVATE), YES.__eq__)


def _find_rows(table: Table, ids: Collection[str]) -> Sequence[int]:
    return find_rows(table.cells("id"), ids.__contains__) if ids else ()


def _mark_rows(table: Table, rows: Collection[int]) -> Table:
    """Return a table in which some rows are marked as private."""
    if not rows:
        return table
    marked = list(table.cells(PRIVATE))
    for row in rows:
        marked[row] = YES
    return replace(table, columns={**table.columns, PRIVATE: marked})


def _add_columns(table: Table, names: Iterable[str]) -> Table:
    """Return a table with blank columns of the names that it lacks."""
    missing = sorted(set(names).difference(table.columns))
    if not missing:
        return table
    blank = {name: table.cells(name) for name in missing}
    return replace(table, columns={**table.columns, **blank})


def _mark_sources(sources: Mapping[str, Source], ids: Collection[str]) -> Mapping[str, Source]:
    """Return sources of which some are marked as private."""
    if not ids:
        return sources
    marked = {
        name: replace(source, attributes={**source.attributes, PRIVATE: YES})
        for name, source in sources.items()
        if name in ids
    }
    return {**sources, **marked}

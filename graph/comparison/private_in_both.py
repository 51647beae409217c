"""Two versions of the data made alike before they are passed on: what one withholds, both do."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from graph.comparison.pairing import paired_relations
from graph.data.columns import PRIVATE, Columns
from graph.data.matching_rows import find_rows
from graph.data.table import Table

if TYPE_CHECKING:
    from graph.data.records import Source
    from graph.network import Network

    AnyNetwork = TypeVar("AnyNetwork", bound=Network)

YES = "yes"


def alike(before: AnyNetwork, after: AnyNetwork) -> tuple[AnyNetwork, AnyNetwork]:
    """Return two versions in which what either marks as private is private in both.

    Actors and sources are the same by their id, relations as in `graph.compare`. Both have the
    columns of the data's own that either has, blank where it had none, so that a column can be
    left out of both.
    """
    versions = before, after
    columns = [version.columns for version in versions]
    actors = {name for one in columns for name in _private_ids(one.actors)}
    sources = {name for one in columns for name, each in one.sources.items() if _private(each)}
    relations = [set(find_rows(one.relations.cells(PRIVATE), YES.__eq__)) for one in columns]
    if any(relations):
        for pair in paired_relations(*versions).both:
            if any(row in rows for row, rows in zip(pair, relations, strict=True)):
                for row, rows in zip(pair, relations, strict=True):
                    rows.add(row)
    marked = any([actors, sources, *relations])
    names = [_names(one.actors for one in columns), _names(one.relations for one in columns)]
    if not marked and all(
        known.issubset(table.columns)
        for one in columns
        for known, table in zip(names, (one.actors, one.relations), strict=True)
    ):
        return before, after
    first, second = (
        replace(
            version,
            columns=Columns(
                _filled(one.actors, names[0], _rows_of(one.actors, actors)),
                _filled(one.relations, names[1], rows),
                _marked(one.sources, sources),
                one.types,
            ),
        )
        for version, one, rows in zip(versions, columns, relations, strict=True)
    )
    return first, second


def _private(source: Source) -> bool:
    return source.attributes.get(PRIVATE) == YES


def _private_ids(table: Table) -> list[str]:
    ids = table.cells("id")
    return [ids[row] for row in find_rows(table.cells(PRIVATE), YES.__eq__)]


def _rows_of(table: Table, ids: Collection[str]) -> Sequence[int]:
    return find_rows(table.cells("id"), ids.__contains__) if ids else ()


def _names(tables: Iterable[Table]) -> set[str]:
    return {name for table in tables for name in table.columns}


def _filled(table: Table, names: Iterable[str], private: Iterable[int]) -> Table:
    """Return a table with all of some columns, and some rows marked as private."""
    columns = dict(table.columns)
    columns.update({name: table.cells(name) for name in sorted(names) if name not in columns})
    rows = set(private)
    if rows:
        cells = table.cells(PRIVATE)
        columns[PRIVATE] = [YES if row in rows else cells[row] for row in range(len(table))]
    return replace(table, columns=columns)


def _marked(sources: Mapping[str, Source], private: Collection[str]) -> Mapping[str, Source]:
    return {
        name: replace(source, attributes={**source.attributes, PRIVATE: YES})
        if name in private
        else source
        for name, source in sources.items()
    }

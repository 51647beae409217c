"""Rules about time: sources are not older than what they say, relations not than their actors."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cache
from operator import gt, lt
from typing import Any, TypeVar

from graph.data.columns import Columns
from graph.data.dates import (
    AFTER_EVERY_DAY,
    get_earliest_day,
    get_last_day,
    get_latest_day,
    parse_date,
)
from graph.data.dictionary_column import as_memoryview, map_to_numbers, unique_values
from graph.data.end_rows import NOBODY
from graph.data.matching_rows import find_rows
from graph.data.records import Source
from graph.data.table import Table
from graph.errors import Problem, quote_value
from graph.rules.all_tables import count_others
from graph.rules.cells import check_date

Days = Sequence[int]
Cause = TypeVar("Cause", bound=Hashable)


def check_source_ages(columns: Columns, table: Table) -> Iterator[Problem]:
    """Warn where all dated sources of a row are older than its start, once a latest source."""
    if not any(parse_date(source.date) for source in columns.sources.values()):
        return

    @cache
    def find_latest(reference: str) -> Source | None:
        return _find_latest_source(columns, reference)

    def get_limit(reference: str) -> int:
        latest = find_latest(reference)
        return get_last_day(latest.date) if latest else AFTER_EVERY_DAY

    starts, references = table.cells("start"), table.cells("reference")
    limits = map_to_numbers(references, get_limit)
    rows = _find_greater(map_to_numbers(starts, get_earliest_day), limits)
    older = ((row, find_latest(references[row])) for row in rows)
    for source, (row, count) in _group_rows(older).items():
        if source:
            what = f"{quote_value(starts[row])} is after the date of its latest source, "
            what += f"{quote_value(source.id)} ({source.date}).{count_others(count)}"
            remedy = "Cite a source that was written later, or correct a date."
            yield table.warning(row, "start", what, remedy, rule="source-older")


def _find_greater(left: Days, right: Days) -> Iterator[int]:
    """Yield the rows, ascending, in which the left number is greater."""
    if not (isinstance(left, memoryview) and isinstance(right, memoryview)):
        pairs = enumerate(zip(left, right, strict=True))
        yield from (row for row, (here, there) in pairs if here > there)
        return
    import numpy as np

    yield from np.flatnonzero(np.asarray(left) > np.asarray(right)).tolist()


def _find_latest_source(columns: Columns, reference: str) -> Source | None:
    """Return the latest of the dated sources that a cell cites; None without any."""
    cited = (each for each in columns.references(reference) if isinstance(each, Source))
    dated = [source for source in cited if parse_date(source.date)]
    return max(dated, key=lambda source: get_last_day(source.date), default=None)


def check_source_dates(sources: Table) -> Iterator[Problem]:
    """Warn of each date of a source that cannot be read, so that it counts as not given."""
    cells = sources.columns.get("date", ())
    for row in find_rows(cells, lambda cell: cell and check_date(cell)):
        what, remedy = check_date(cells[row]) or ("", "")
        what += " Its source counts as undated."
        yield sources.warning(row, "date", what, remedy, rule="invalid-source-date")


def check_relation_ages(columns: Columns) -> Iterator[Problem]:
    """Warn where a relation began before one of its actors, or ended after it, once an actor."""
    actors, relations = columns.actors, columns.relations
    starts, ends = map(relations.cells, ("start", "end"))
    if any(unique_values(actors.cells("start"))):
        known = (map_to_numbers(cells, get_latest_day) for cells in (starts, ends))
        limits = map_to_numbers(actors.cells("start"), get_earliest_day)
        rows = _find_outside(columns, _combine(min, *known), limits, lt)
        yield from _warn_outside(columns, rows, "start", "before the start of")
    if any(unique_values(actors.cells("end"))):
        known = (map_to_numbers(cells, get_earliest_day) for cells in (ends, starts))
        limits = map_to_numbers(actors.cells("end"), get_latest_day)
        rows = _find_outside(columns, _combine(max, *known), limits, gt)
        yield from _warn_outside(columns, rows, "end", "after the end of")


def _combine(choose: Callable[[int, int], int], left: Days, right: Days) -> Days:
    """Return for each row the lesser, or the greater, of two days."""
    if not isinstance(left, memoryview):
        return list(map(choose, left, right))
    import numpy as np

    return as_memoryview((np.minimum if choose is min else np.maximum)(left, right))


def _find_outside(
    columns: Columns, days: Days, limits: Days, is_outside: Callable[[Any, Any], Any]
) -> Iterator[tuple[int, int]]:
    """Yield each relation whose day is outside the limit of an actor at an end, with that actor."""
    for actors in columns.endpoints:
        if not (isinstance(days, memoryview) and isinstance(actors, memoryview)):
            for row, actor in enumerate(actors):
                if actor != NOBODY and is_outside(days[row], limits[actor]):
                    yield row, actor
            continue
        import numpy as np

        ends = np.asarray(actors)
        outside = is_outside(np.asarray(days), np.asarray(limits)[ends]) & (ends != NOBODY)
        yield from ((row, actors[row]) for row in np.flatnonzero(outside).tolist())


def _warn_outside(
    columns: Columns, outside: Iterable[tuple[int, int]], column: str, where: str
) -> Iterator[Problem]:
    """Warn of relations outside the life of an actor, once an actor; `column` is its limit."""
    relations, other = columns.relations, "end" if column == "start" else "start"
    for actor, (row, count) in _group_rows(outside).items():
        filled = column if parse_date(relations.cells(column)[row]) else other
        limit = columns.actors.cells(column)[actor]
        name = quote_value(columns.actors.cells("name")[actor])
        what = f"{quote_value(relations.cells(filled)[row])} is {where} {name}, {limit}."
        remedy = "A relation lasts no longer than its actors. Correct a date."
        what += count_others(count)
        yield relations.warning(row, filled, what, remedy, rule="outside-its-actors")


def _group_rows(rows: Iterable[tuple[int, Cause]]) -> dict[Cause, tuple[int, int]]:
    """Return for each cause the first of its rows, and how many there are."""
    groups: dict[Cause, tuple[int, int]] = {}
    for row, cause in rows:
        first, count = groups.get(cause, (row, 0))
        groups[cause] = min(first, row), count + 1
    return groups

"""Find the times with a path between two actors, and the path of each.

One search by steps finds for each day how few steps lead there (`graph.analysis.paths.time_rules`:
all may hold on it). From the earliest day on the most telling of the shortest paths of that day is
taken, until it no longer holds or a shorter one does: a more telling one of the same length does
not take its turn. The page does the same in `explorer/page/assets/core/path_history.js`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from graph.analysis.paths.build import build_path
from graph.analysis.paths.day_ranges import DayRange
from graph.analysis.paths.follow import Follow
from graph.analysis.paths.joint_time import find_joint_days
from graph.analysis.paths.period import Period
from graph.analysis.paths.rank import Ranking, count_compared, sort_first
from graph.analysis.paths.rows_by_ends import RowsByEnds
from graph.analysis.paths.time_rules import Together
from graph.analysis.paths.timed_search import TimedSearch
from graph.data.dates import AFTER_EVERY_DAY, BEFORE_EVERY_DAY, format_days
from graph.data.spans import Span
from graph.select.adjacency import bound_steps

if TYPE_CHECKING:
    from graph.data.columns import Columns
    from graph.data.records import Actor
    from graph.select.selection import Selection


def iter_periods(
    network: Selection, source: Actor, target: Actor, *, directed: bool
) -> Iterator[Period]:
    """Yield the times without a gap between them, the earliest first, each with its path.

    Parameters
    ----------
    network
        The network, as far as it is selected.
    source, target
        Two of its actors.
    directed
        Whether relations are followed from source to target only (mutual types both ways).
    """
    rows = network.columns.actor_row
    return iter(_Sweep(network, rows[source.id], rows[target.id], directed=directed))


class _OnDays(Together):
    """The days on which all steps may hold, as a history asks for them."""

    name = "history"


class _RowsWithinDays(RowsByEnds):
    """The relations of each step that may hold on one of some days.

    Parameters
    ----------
    rows
        Those of all steps.
    columns
        The data.
    days
        The first and the last day.
    """

    def __init__(self, rows: RowsByEnds, columns: Columns, days: DayRange) -> None:
        self._rows, self._columns = rows, columns
        self._first, self._last = days

    def __getitem__(self, ends: tuple[int, int]) -> Sequence[int]:
        return [*filter(self._may_hold, self._rows[ends])]

    def _may_hold(self, row: int) -> bool:
        begins, ends = self._columns.lifetimes.find_possible_days(row)
        return begins <= min(self._last, ends) and ends >= self._first


class _Sweep:
    """Yields the periods from the earliest day to the latest."""

    def __init__(self, network: Selection, source: int, target: int, *, directed: bool) -> None:
        self._network, self._source, self._target = network, source, target
        forwards = network.adjacency("forwards" if directed else "either")
        backwards = network.adjacency("backwards" if directed else "either")
        self._rows = rows = RowsByEnds(forwards, backwards)
        self._ranking = Ranking.between(network, rows, (source, target))
        degree = partial(bound_steps, forwards)
        self._follow = Follow(rows.follow_forwards, rows.follow_backwards, degree=degree)

    def __iter__(self) -> Iterator[Period]:
        day = BEFORE_EVERY_DAY
        for first, last in self._list_reached():
            if first > day:
                yield Period(format_days(day, first - 1), None)
            day = first
            while day <= last:
                rows = self._find_on(day)
                end = self._find_end(rows, (day, last))
                yield self._build_period(rows, (day, end))
                day = end + 1
        if day <= AFTER_EVERY_DAY:
            yield Period(format_days(day, AFTER_EVERY_DAY), None)

    @property
    def _search(self) -> TimedSearch:
        """A search that has not looked at anything yet, as each has its bound."""
        return TimedSearch(self._target, self._follow, self._ranking, _OnDays())

    def _list_reached(self) -> Sequence[DayRange]:
        """Return the days with a path, in order, cut where its least number of steps changes."""
        return sorted(chain(*self._search.list_days(self._source).values()))

    def _find_on(self, day: int) -> Sequence[int]:
        """Return the most telling of the shortest paths on a day."""
        ranking = self._rank_within((day, day))
        paths = self._search.iter_on(day, self._source, ranking)
        first = next(paths)  # each of these days was reached
        compared = count_compared(len(first) - 1)
        return next(sort_first(chain([first], paths), ranking.get_rank, compared))

    def _rank_within(self, days: DayRange) -> Ranking:
        """Return what puts paths in order by the relations that may hold on one of some days."""
        rows = _RowsWithinDays(self._rows, self._network.columns, days)
        return Ranking.between(self._network, rows, (self._source, self._target))

    def _find_end(self, rows: Sequence[int], days: DayRange) -> int:
        """Return until when a path holds that holds on the first of some days."""
        day, last = days
        shared = find_joint_days(self._ranking.list_steps(rows))
        return next(min(end, last) for start, end in shared if start <= day <= end)

    def _build_period(self, rows: Sequence[int], days: DayRange) -> Period:
        """Return a period with its path, of the relations that may hold in it."""
        dates = format_days(*days)
        network = replace(self._network, span=Span(*dates))
        path = build_path(network, ((self._rank_within(days), rows),))
        actors = [self._list_bounding(rows, *each) for each in ((days[0], -1), (days[1], 1))]
        start, end = (tuple(a for a in path.actors if a.id in ids) for ids in actors)
        return Period(dates, path, start, end)

    def _list_bounding(self, rows: Sequence[int], day: int, onwards: int) -> set[str]:
        """Return the ids of the actors whose own dates a path starts or ends by.

        Parameters
        ----------
        rows
            The path.
        day
            Its first or last day.
        onwards
            -1 at its start, 1 at its end.

        Returns
        -------
        set of str
            Empty where a relation starts or ends then, or where no step does.
        """
        columns, lifetimes = self._network.columns, self._network.columns.lifetimes
        bound = "earliest_start" if onwards < 0 else "latest_end"
        ids: set[str] = set()
        for step in self._ranking.list_steps(rows):
            if any(first <= day + onwards <= last for first, last in step.days):
                continue
            for row in step.asserting:
                if getattr(lifetimes.of_relation(row), bound) != day:
                    continue
                if getattr(lifetimes.of_relation_alone(row), bound) == day:
                    return set()
                ends = (actors[row] for actors in columns.endpoints)
                ids |= {
                    columns.actor(end).id
                    for end in ends
                    if getattr(lifetimes.of_actor(end), bound) == day
                }
        return ids

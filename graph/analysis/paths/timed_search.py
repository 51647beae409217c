"""Search for the shortest paths whose steps hold at the same time, or start one after the other.

First among the shortest paths of all, which are quick to find. If none of them will do,
`graph.analysis.paths.timed_levels` looks for longer ones from both ends. The page does the same in
`explorer/page/assets/core/timed_search.js`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, pairwise

from graph.analysis.paths.best_first import Subspace
from graph.analysis.paths.cheapest import find_cheapest
from graph.analysis.paths.day_ranges import (
    DayRange,
    intersect_ranges,
    merge_ranges,
    subtract_ranges,
)
from graph.analysis.paths.follow import Follow
from graph.analysis.paths.rank import Ranking
from graph.analysis.paths.search import ShortestPaths
from graph.analysis.paths.time_rules import State, TimeRule
from graph.analysis.paths.timed_levels import Allowance, TimedLevels
from graph.analysis.paths.timed_ways import TimedWays
from graph.errors import QuestionError

MOST_LOOKED_AT = 1_000_000  # steps, each of which takes some ten microseconds


@dataclass(frozen=True)
class TimedSearch:
    """What a search in time follows.

    Parameters
    ----------
    target
        Where paths end.
    follow
        The steps that may be taken.
    ranking
        What is known of them.
    rule
        What is demanded of their times.
    allowance
        The steps that it may look at, in all of its searches. Where it is spent, nothing more is
        found, though there may be.
    """

    target: int
    follow: Follow
    ranking: Ranking
    rule: TimeRule
    allowance: Allowance = field(default_factory=lambda: Allowance(MOST_LOOKED_AT))

    def iter_ways(self, subspace: Subspace, most: int | None) -> Iterator[Sequence[int]]:
        """Yield all shortest ways from the end of a prefix, the most telling first.

        Parameters
        ----------
        subspace
            The prefix, none of whose nodes comes again, and the nodes that do not come next.
        most
            The most steps from the end of the prefix.
        """
        start = self._take(subspace.prefix)
        every = find_cheapest(subspace, self.target, self.follow, most)
        if start is None or every is None:
            return
        if not every.length:
            yield subspace.prefix[-1:]
            return
        if most is not None and every.length > most:
            return
        ways = self._begin(subspace, start, _follow_only(every)).find(every.length)
        ways = ways or self._begin(subspace, start, self.follow).find(most)
        if ways:
            length = len(subspace.prefix) - 1 + len(ways.onward)
            yield from self._iter_telling(ways, start, length, self.ranking)

    def iter_on(self, day: int, source: int, ranking: Ranking) -> Iterator[Sequence[int]]:
        """Yield all shortest paths on a day, the most telling first; states have days.

        Parameters
        ----------
        ranking
            What puts them in order.

        Raises
        ------
        QuestionError
            When too much would have to be searched.
        """
        if source == self.target:
            yield (source,)
            return
        start = [(day, day)]
        ways = self._begin(Subspace((source,)), start, self.follow).find(None)
        if ways:
            yield from self._iter_telling(ways, start, len(ways.onward), ranking)
        self._require_end()

    def _iter_telling(
        self, ways: TimedWays, start: State, length: int, ranking: Ranking
    ) -> Iterator[Sequence[int]]:
        measure, facts = partial(ranking.measure_step, length=length), self.ranking.facts
        return ways.iter_cheapest(start, self.rule, facts, measure, self.allowance.take)

    def list_days(self, source: int) -> Mapping[int, Sequence[DayRange]]:
        """Return on which days the target is reached, by the least number of steps.

        States have days. Each is searched only until a path on it is found.

        Raises
        ------
        QuestionError
            When too much would have to be searched.
        """
        left: Sequence[DayRange] = self.rule.start
        if source == self.target:
            return {0: left}
        levels = self._begin(Subspace((source,)), left, self.follow)
        days: dict[int, Sequence[DayRange]] = {}
        while left and levels.can_grow:
            states = levels.list_states(levels.meet())
            shared = merge_ranges(chain(*(intersect_ranges(*each) for each in states)))
            reached = intersect_ranges(shared, left)
            if reached:
                days[levels.length] = reached
                left = subtract_ranges(left, reached)
            levels.restrict(left)
            levels.widen()
        self._require_end()
        return days

    def _require_end(self) -> None:
        """Raise an error if not all was looked at."""
        if self.allowance.is_spent:
            raise QuestionError(self.rule.name, f"{describe_bound()} Set filters.")

    def _begin(self, subspace: Subspace, start: State, follow: Follow) -> TimedLevels:
        facts, rule, allowance = self.ranking.facts, self.rule, self.allowance
        return TimedLevels(subspace, start, self.target, follow, facts, rule, allowance)

    def _take(self, path: Sequence[int]) -> State | None:
        """Return by what the end of a path is reached; None where its times will not do."""
        state = self.rule.start
        for ends in pairwise(path):
            state = self.rule.extend(state, self.ranking.facts[ends])
            if state is None:
                return None
        return state


def describe_bound() -> str:
    """Return that a search in time ended before it found anything.

    Examples
    --------
    >>> describe_bound()
    'The search would take too long, and ended after 1,000,000 steps.'
    """
    return f"The search would take too long, and ended after {MOST_LOOKED_AT:,} steps."


def _follow_only(paths: ShortestPaths) -> Follow:
    """Return the steps of some paths as all that there are."""
    before: dict[int, list[int]] = {}
    for here, following in paths.onward.items():
        for there in following:
            before.setdefault(there, []).append(here)
    return Follow(lambda here: paths.onward.get(here, ()), lambda there: before.get(there, ()))

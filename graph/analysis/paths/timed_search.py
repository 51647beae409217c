"""Search for the shortest path whose steps hold at the same time, or start one after the other.

First the shortest paths of all are looked through, the most telling first. If none of them will do,
actors are reached step by step, each again only by what it was not reached by before: on other
days, or from an earlier start. No shortest way passes an actor twice, as it could leave out all
between. The page does the same in `explorer/page/assets/core/timed_search.js`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import Any, NamedTuple

from graph.analysis.paths.best_first import Subspace
from graph.analysis.paths.cheapest import find_cheapest
from graph.analysis.paths.follow import Follow
from graph.analysis.paths.order import iter_cheapest
from graph.analysis.paths.rank import Ranking
from graph.analysis.paths.search import ShortestPaths
from graph.analysis.paths.time_rules import TimeRule
from graph.errors import QuestionError

MOST_LOOKED_THROUGH = 100  # paths
MOST_LOOKED_AT = 1_000_000  # steps, each of which takes some twenty microseconds


class Allowance:
    """The steps that a search may still look at."""

    def __init__(self, most: int) -> None:
        self._left, self.is_spent = most, False

    def take(self) -> bool:
        """Take one; return whether there was one left."""
        self._left -= 1
        self.is_spent = self._left < 0
        return not self.is_spent


class _Reached(NamedTuple):
    """An actor, by what it was reached, and from where."""

    node: int
    state: Any
    before: _Reached | None


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

    def find(self, subspace: Subspace, most: int | None) -> ShortestPaths | None:
        """Return one shortest way from the end of a prefix; None where there is none.

        Parameters
        ----------
        subspace
            The prefix, none of whose nodes comes again, and the nodes that do not come next.
        most
            The most steps from the end of the prefix.
        """
        start = self._take(subspace.prefix)
        every = find_cheapest(subspace, self.target, self.follow, most)
        if start is None or every is None or (most is not None and (every.length or 0) > most):
            return None
        for path in islice(self._iter_telling(every, subspace), MOST_LOOKED_THROUGH):
            if self._take((*subspace.prefix[:-1], *path)) is not None:
                return _make_single(path)
        return self._search_by_steps(subspace, start, most)

    def list_states(self, source: int) -> Mapping[int, Sequence[Any]]:
        """Return by what the target is reached, by the number of steps, the fewest first.

        Raises
        ------
        QuestionError
            When too much would have to be searched.
        """
        if source == self.target:
            return {0: [self.rule.start]}
        states: dict[int, list[Any]] = {}
        for reached in self._iter_reached(Subspace((source,)), self.rule.start, None):
            if reached.node == self.target:
                states.setdefault(len(_list_nodes(reached)) - 1, []).append(reached.state)
        if self.allowance.is_spent:
            raise QuestionError(self.rule.name, f"{describe_bound()} Set filters.")
        return states

    def _iter_telling(self, every: ShortestPaths, subspace: Subspace) -> Iterator[list[int]]:
        length = len(subspace.prefix) - 1 + (every.length or 0)

        def measure(here: int, there: int) -> int:
            return self.ranking.measure_step(here, there, length)

        return iter_cheapest(every, measure)

    def _take(self, path: Sequence[int]) -> Any:  # noqa: ANN401 - the rule's own
        """Return by what the end of a path is reached; None where its times will not do."""
        state = self.rule.start
        for ends in pairwise(path):
            state = self.rule.extend(state, self.ranking.facts[ends])
            if state is None:
                return None
        return state

    def _search_by_steps(
        self,
        subspace: Subspace,
        start: Any,  # noqa: ANN401 - the rule's own
        most: int | None,
    ) -> ShortestPaths | None:
        every = self._iter_reached(subspace, start, most)
        reached = next((each for each in every if each.node == self.target), None)
        return _make_single(_list_nodes(reached)) if reached else None

    def _iter_reached(
        self,
        subspace: Subspace,
        start: Any,  # noqa: ANN401 - the rule's own
        most: int | None,
    ) -> Iterator[_Reached]:
        """Yield what is reached, by the number of steps; from the target nothing goes on."""
        here, used = subspace.prefix[-1], {*subspace.prefix}
        seen: dict[int, Any] = {here: start}
        level, steps = [_Reached(here, start, None)], 0
        while level and steps != most and not self.allowance.is_spent:
            barred = used | subspace.barred if steps == 0 else used
            steps += 1
            following = []
            for reached in self._take_steps(level, barred, seen):
                yield reached
                following.append(reached)
            level = [each for each in following if each.node != self.target]

    def _take_steps(
        self,
        level: Sequence[_Reached],
        barred: set[int],
        seen: dict[int, Any],
    ) -> Iterator[_Reached]:
        """Yield what is reached by one step more, and by what it was not reached before."""
        for reached in sorted(level, key=lambda each: each.node):
            for node in sorted(self.follow.forwards(reached.node)):
                if node in barred:
                    continue
                if not self.allowance.take():
                    return
                state = self.rule.extend(reached.state, self.ranking.facts[reached.node, node])
                if state is None:
                    continue
                further = self.rule.leave_out(state, seen.get(node))
                if further is not None:
                    seen[node] = self.rule.join(seen.get(node), further)
                    yield _Reached(node, further, reached)


def describe_bound() -> str:
    """Return that a search in time ended before it found anything.

    Examples
    --------
    >>> describe_bound()
    'The search would take too long, and ended after 1,000,000 steps.'
    """
    return f"The search would take too long, and ended after {MOST_LOOKED_AT:,} steps."


def _make_single(path: Sequence[int]) -> ShortestPaths:
    onward: Mapping[int, Sequence[int]] = {node: [after] for node, after in pairwise(path)}
    return ShortestPaths(len(path) - 1, onward, path[0], path[-1], 1)


def _list_nodes(reached: _Reached | None) -> list[int]:
    nodes = []
    while reached:
        nodes.append(reached.node)
        reached = reached.before
    return nodes[::-1]

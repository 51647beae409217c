"""Search between two actors in each of the orders that a question may ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.analysis.paths.best_first import BestFirst, Found, Subspace
from graph.analysis.paths.cheapest import find_cheapest
from graph.analysis.paths.follow import Costs, Follow
from graph.analysis.paths.hubs import count_hub_steps
from graph.analysis.paths.logarithms import measure_doubt
from graph.analysis.paths.merits import UNRATED, Merits
from graph.analysis.paths.near_target import NearTarget
from graph.analysis.paths.order import iter_cheapest
from graph.analysis.paths.question import PathQuestion
from graph.analysis.paths.rank import Ranking, is_excused_at
from graph.analysis.paths.rows_by_ends import RowsByEnds
from graph.analysis.paths.search import ShortestPaths
from graph.select.adjacency import Adjacency, bound_steps, count_neighbours
from graph.select.selection import Selection

if TYPE_CHECKING:
    from graph.analysis.paths.timed_search import TimedSearch

# The searches that few questions need are imported where they are used.

STEP = 1 << 10
"""A step beside what a path is compared by first, in a sum of costs: fewer steps decide draws."""


class PartSearch:
    """What a question asks of the paths between two of its actors.

    Parameters
    ----------
    network
        The network, as far as it is selected.
    question
        What is asked.
    source, target
        The row numbers of the two actors.
    """

    def __init__(
        self, network: Selection, question: PathQuestion, source: int, target: int
    ) -> None:
        self._network, self._question = network, question
        self._adjacency = network.adjacency("forwards" if question.directed else "either")
        self.source, self.target = source, target
        self._rows = RowsByEnds(*self._list_steps())
        self._merits = Merits(network.columns)
        self._doubts: dict[tuple[int, int], int] = {}
        self._grouped: dict[tuple[int, bool], Mapping[int, Sequence[int]]] = {}
        self._least: int | None = None
        self._near: NearTarget | None = None
        self.ranking = Ranking.between(network, self._rows, (source, target))

    def _list_steps(self) -> tuple[Adjacency, Adjacency]:
        """Return the steps that may be taken, and the same from where they lead."""
        network, forwards = self._network, self._adjacency
        backwards = network.adjacency("backwards" if self._question.directed else "either")
        if self._question.by != "influence":
            return forwards, backwards
        from graph.analysis.paths.carrying import CarryingSteps

        columns = network.columns
        is_excused = is_excused_at(columns, self.source, self.target)
        return (
            CarryingSteps(columns, forwards, is_excused),
            CarryingSteps(columns, backwards, is_excused, is_backward=True),
        )

    @property
    def in_ties(self) -> bool:
        """Whether a search finds all paths that are equally good, and not only one of them."""
        return self._costs is None or self._question.max_length is None

    @property
    def can_count(self) -> bool:
        """Whether it is known how many paths are equally good before they are listed."""
        return self.in_ties and self._timed is None

    @cached_property
    def _timed(self) -> TimedSearch | None:
        """The search where something is demanded of the times of steps."""
        asked = self._question
        if not (asked.together or asked.in_order):
            return None
        from graph.analysis.paths.time_rules import InOrder, Together
        from graph.analysis.paths.timed_search import TimedSearch

        rule = Together() if asked.together else InOrder()
        return TimedSearch(self.target, self._follow, self.ranking, rule)

    @property
    def is_by_weakest(self) -> bool:
        """Whether a path is as good as its weakest step, and not as all of them together."""
        return self._question.by == "voices"

    def search(self, subspace: Subspace) -> ShortestPaths | None:
        """Return all paths of a subspace that are equally good, from the end of its prefix on."""
        most = self._get_most(subspace)
        if most is not None and most < (subspace.prefix[-1] != self.target):
            return None
        if self.is_by_weakest:
            return self._search_by_voices(subspace, most)
        found = self._search_cheapest(subspace, most)
        if found is None or most is None or (found.length or 0) <= most:
            return found
        from graph.analysis.paths.within_length import find_within

        return find_within(subspace, self.target, self._follow, most, self.ranking)

    def _get_most(self, subspace: Subspace) -> int | None:
        """Return how many steps may follow a prefix."""
        most = self._question.max_length
        return None if most is None else most - len(subspace.prefix) + 1

    def _search_cheapest(self, subspace: Subspace, most: int | None) -> ShortestPaths | None:
        """Return the cheapest ways; the first search says how far the target is."""
        found = find_cheapest(subspace, self.target, self._follow, most)
        if found and self._costs and self._least is None:
            self._least = self._costs.measure(_follow_first(found))
        return found

    def find(self, subspace: Subspace) -> Iterator[Found]:
        """Yield the best paths of a subspace, as `graph.analysis.paths.best_first` asks for."""
        before = subspace.prefix[:-1]
        for rest in self._iter_ways(subspace):
            path = (*before, *rest)
            yield Found((*self.measure(path), self.ranking.measure(path)), path)
            if not self.in_ties:
                return

    def _iter_ways(self, subspace: Subspace) -> Iterator[Sequence[int]]:
        """Yield the best ways from the end of a prefix, the most telling first."""
        if self._timed:
            yield from self._timed.iter_ways(subspace, self._get_most(subspace))
            return
        found = self.search(subspace)
        if found:
            length = len(subspace.prefix) - 1 + (found.length or 0)
            yield from iter_cheapest(found, partial(self.ranking.measure_step, length=length))

    def list_best(self) -> BestFirst:
        """Return all paths, the best first, each searched when it is asked for."""
        is_bounded_below = self._costs and not self.is_by_weakest and not self._timed
        measure = self._measure_least if is_bounded_below else None
        return BestFirst(
            self.source,
            self.find,
            in_ties=self.in_ties,
            measure_least=measure,
            has_ended=self._has_ended,
        )

    def _has_ended(self) -> bool:
        return self._timed is not None and self._timed.allowance.is_spent

    def _measure_least(self, subspace: Subspace) -> float:
        """Return what the paths of a subspace cost at least."""
        if self._costs is None or self._least is None:
            return 0
        if self._near is None:
            self._near = NearTarget(self.target, self._follow, self._costs, self._least // 2)
        prefix = subspace.prefix
        passed = self._costs.node(prefix[-1]) if len(prefix) > 1 else 0
        return self._costs.measure(prefix) + passed + self._near.measure_least(subspace)

    def measure(self, path: Sequence[int]) -> tuple[int, int]:
        """Return what a path is compared by first, the least being the best, and its steps."""
        steps = len(path) - 1
        if self.is_by_weakest:
            fewest = min((self._count_voices(*ends) for ends in pairwise(path)), default=0)
            return -fewest, self._costs.measure(path) if self._costs else steps
        return (self._costs.measure(path) if self._costs else steps), steps

    @cached_property
    def _follow(self) -> Follow:
        rows, degree = self._rows, partial(bound_steps, self._adjacency)
        return Follow(rows.follow_forwards, rows.follow_backwards, self._costs, degree)

    @cached_property
    def _costs(self) -> Costs | None:
        """What paths cost; None where each step costs the same."""
        is_rated = self._question.by == "confidence"
        if not is_rated and self._question.hubs:
            return None
        unit = measure_doubt(UNRATED) if is_rated else 1
        step = self._measure_doubt if is_rated else _take_step
        node = _pass_for_nothing if self._question.hubs else self._make_hub_cost(unit)
        return Costs(step, node, self._group_by_doubt if is_rated else _group_together)

    def _measure_doubt(self, here: int, there: int) -> int:
        ends = here, there
        if ends not in self._doubts:  # searches of subspaces come by the same steps again
            confidence = self._merits.combine_confidences(self._rows[ends])
            self._doubts[ends] = measure_doubt(confidence) * STEP + 1
        return self._doubts[ends]

    def _group_by_doubt(
        self, actor: int, neighbours: Iterable[int], *, is_ahead: bool
    ) -> Mapping[int, Sequence[int]]:
        """Return neighbours by what the doubt of steps costs at least."""
        known = self._grouped.get((actor, is_ahead))
        if known:  # searches of subspaces come by the same actors again
            return known
        follow = self._rows.follow_forwards if is_ahead else self._rows.follow_backwards
        steps, rate = follow(actor), self._merits.rate_at_most
        groups: dict[int, list[int]] = {}
        for each in neighbours:
            groups.setdefault(rate(steps[each]), []).append(each)
        costs = {measure_doubt(most) * STEP + 1: group for most, group in groups.items()}
        self._grouped[actor, is_ahead] = costs
        return costs

    def _count_voices(self, here: int, there: int) -> int:
        return self._merits.count_voices(self._rows[here, there])

    def _make_hub_cost(self, unit: int) -> Callable[[int], int]:
        adjacency, costs = self._network.adjacency("either"), dict[int, int]()

        def measure(node: int) -> int:
            cost = costs.get(node)
            if cost is None:
                neighbours = count_neighbours(adjacency, node)
                cost = costs[node] = count_hub_steps(neighbours) * unit * STEP
            return cost

        return measure

    def _search_by_voices(self, subspace: Subspace, most: int | None) -> ShortestPaths | None:
        """Return the paths whose weakest step rests on the most voices; of those the shortest."""
        from graph.analysis.paths.widest import find_widest
        from graph.analysis.paths.within_length import find_within

        widest = find_widest(subspace, self.target, self._follow, self._count_voices, most)
        if widest is None or self._costs is None:
            return widest and widest.paths
        found = find_cheapest(subspace, self.target, widest.follow)
        if found is None or most is None or (found.length or 0) <= most:
            return found
        return find_within(subspace, self.target, widest.follow, most, self.ranking)


def _follow_first(paths: ShortestPaths) -> Iterator[int]:
    """Yield the nodes of one of several paths."""
    node = paths.source
    yield node
    while node != paths.target:
        node = paths.onward[node][0]
        yield node


def _take_step(here: int, there: int) -> int:  # noqa: ARG001 - a cost of a step
    return STEP + 1


def _group_together(
    actor: int,  # noqa: ARG001 - of a step, as the next
    neighbours: Iterable[int],
    *,
    is_ahead: bool,  # noqa: ARG001
) -> Mapping[int, Sequence[int]]:
    return {STEP + 1: [*neighbours]}


def _pass_for_nothing(node: int) -> int:  # noqa: ARG001 - a cost of a node
    return 0

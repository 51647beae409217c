"""Put equally short paths in order: the most telling first.

Paths are compared by these, in turn: the fewest steps without influence (a first or last step at an
end of the kind place is excused), the fewest contested or only alleged steps, the fewest undated
steps (where a span was asked: the fewest that may hold in it, but not certainly), whether all steps
can hold on one day, the sum of the steps' confidences, the voices of the weakest step, and the
order of rows. The first three are sums, by which paths are searched for; the others compare the
first 1,000 of them. The page does the same in
`explorer/page/assets/core/path_rank.js`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING, TypeVar

from graph.analysis.paths.joint_time import find_joint_days
from graph.analysis.paths.order import iter_cheapest
from graph.analysis.paths.search import ShortestPaths
from graph.analysis.paths.step_facts import StepFacts, StepFactsByEnds, find_weakest
from graph.data.columns import Columns

if TYPE_CHECKING:
    from graph.analysis.paths.rows_by_ends import RowsByEnds
    from graph.select.adjacency import Adjacency
    from graph.select.selection import Selection

MOST_COMPARED = 1_000  # paths
MOST_COMPARED_STEPS = 100_000  # of all of them: long paths are fewer
PLACE = "place"

Each = TypeVar("Each")
IsExcused = Callable[[int, int], bool]
"""Whether a step needs no influence."""


@dataclass(frozen=True)
class Ranking:
    """What puts equally good paths between two actors in order.

    Parameters
    ----------
    columns
        The data.
    facts
        What is known of each step.
    source, target
        The row numbers of the two actors.
    """

    columns: Columns
    facts: StepFactsByEnds
    source: int
    target: int

    @classmethod
    def between(
        cls, network: Selection, steps: Adjacency | RowsByEnds, ends: tuple[int, int]
    ) -> Ranking:
        """Return what puts the paths over some steps in order."""
        facts = StepFactsByEnds(network.columns, steps, network.span)
        return cls(network.columns, facts, *ends)

    def list_steps(self, path: Sequence[int]) -> list[StepFacts]:
        """Return what is known of each step of a path."""
        return [self.facts[ends] for ends in pairwise(path)]

    def lacks_influence(self, here: int, there: int) -> bool:
        """Return whether a step has no influence, and does not lead from or to a place's end."""
        return not (self.facts[here, there].has_influence or self.is_excused(here, there))

    @cached_property
    def is_excused(self) -> IsExcused:
        """Whether a step leads from or to an end that is a place."""
        return is_excused_at(self.columns, self.source, self.target)

    def measure_step(self, here: int, there: int, length: int) -> int:
        """Return the first three things to compare as one number, for paths of a length."""
        facts, base = self.facts[here, there], length + 1
        doubtful = self.lacks_influence(here, there) * base + (facts.doubt != "")
        return doubtful * base + (not facts.has_known_time)

    def measure(self, path: Sequence[int]) -> int:
        """Return the sum of the first three things to compare, for a whole path."""
        return sum(self.measure_step(*ends, len(path) - 1) for ends in pairwise(path))

    def get_rank(self, path: Sequence[int]) -> tuple[object, ...]:
        """Return all that paths of one length are compared by."""
        steps = self.list_steps(path)
        return (
            self.measure(path),
            not find_joint_days(steps),
            -sum(step.millionths for step in steps),
            -len(steps[find_weakest(steps)].voices) if steps else 0,
            path,
        )


@dataclass(frozen=True)
class RankedPaths:
    """All equally good paths between two actors, in order.

    Parameters
    ----------
    paths
        The paths, as row numbers.
    ranking
        What puts them in order.
    """

    paths: ShortestPaths
    ranking: Ranking

    def __iter__(self) -> Iterator[list[int]]:
        """Yield the paths as row numbers of their actors, the most telling first."""
        length = self.paths.length or 0

        def measure(here: int, there: int) -> int:
            return self.ranking.measure_step(here, there, length)

        ordered = iter_cheapest(self.paths, measure)
        return sort_first(ordered, self.ranking.get_rank, count_compared(length))


def count_compared(length: int) -> int:
    """Return how many paths of so many steps are compared at most.

    Examples
    --------
    >>> count_compared(3), count_compared(1_000)
    (1000, 100)
    """
    return max(1, min(MOST_COMPARED, MOST_COMPARED_STEPS // max(length, 1)))


def sort_first(
    paths: Iterable[Each], get_rank: Callable[[Each], tuple[object, ...]], most: int
) -> Iterator[Each]:
    """Yield the first paths in order, at most so many, and then the others as they are.

    Examples
    --------
    >>> list(sort_first([[0, 3], [0, 2], [0, 1]], lambda path: (path[1],), 2))
    [[0, 2], [0, 3], [0, 1]]
    """
    rest = iter(paths)
    return chain(sorted(islice(rest, most), key=get_rank), rest)


def is_excused_at(columns: Columns, source: int, target: int) -> IsExcused:
    """Return what says of a step whether it leads from or to an end that is a place."""
    kinds = columns.actors.cells("kind")
    is_from, is_to = kinds[source] == PLACE, kinds[target] == PLACE
    return lambda here, there: (is_from and here == source) or (is_to and there == target)

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

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice, pairwise

from graph.analysis.paths.joint_time import find_joint_days
from graph.analysis.paths.order import iter_cheapest
from graph.analysis.paths.search import ShortestPaths
from graph.analysis.paths.step_facts import StepFacts, StepFactsByEnds, find_weakest
from graph.data.columns import Columns

MOST_COMPARED = 1_000  # paths
MOST_COMPARED_STEPS = 100_000  # of all of them: long paths are fewer
PLACE = "place"


@dataclass(frozen=True)
class RankedPaths:
    """All shortest paths between two actors, in order.

    Parameters
    ----------
    columns
        The data.
    paths
        The paths, as row numbers.
    facts
        What is known of each step.
    """

    columns: Columns
    paths: ShortestPaths
    facts: StepFactsByEnds

    def __iter__(self) -> Iterator[list[int]]:
        """Yield the paths as row numbers of their actors, the most telling first."""
        cheapest = iter_cheapest(self.paths, self._measure_cost)
        most = MOST_COMPARED_STEPS // max(self.paths.length or 0, 1)
        compared = list(islice(cheapest, max(1, min(MOST_COMPARED, most))))
        return chain(sorted(compared, key=self._get_rank), cheapest)

    def list_steps(self, path: Sequence[int]) -> list[StepFacts]:
        """Return what is known of each step of a path."""
        return [self.facts[ends] for ends in pairwise(path)]

    def lacks_influence(self, here: int, there: int) -> bool:
        """Return whether a step has no influence, and does not lead from or to a place's end."""
        return not (self.facts[here, there].has_influence or self._is_excused(here, there))

    def _is_excused(self, here: int, there: int) -> bool:
        source, target = self._places
        return (source and here == self.paths.source) or (target and there == self.paths.target)

    @cached_property
    def _places(self) -> tuple[bool, bool]:
        kinds = self.columns.actors.cells("kind")
        return kinds[self.paths.source] == PLACE, kinds[self.paths.target] == PLACE

    def _measure_cost(self, here: int, there: int) -> int:
        """Return the first three things to compare as one number."""
        facts, base = self.facts[here, there], (self.paths.length or 0) + 1
        doubtful = self.lacks_influence(here, there) * base + (facts.doubt != "")
        return doubtful * base + (not facts.has_known_time)

    def _get_rank(self, path: Sequence[int]) -> tuple[object, ...]:
        steps = self.list_steps(path)
        return (
            sum(self._measure_cost(*ends) for ends in pairwise(path)),
            not find_joint_days(steps),
            -sum(step.millionths for step in steps),
            -len(steps[find_weakest(steps)].voices) if steps else 0,
            path,
        )

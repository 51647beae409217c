"""All shortest ways whose times will do, listed from the cheapest on, each only when asked for.

An actor may come after one step on one way and after two on another, so that steps are kept by
their number. By what the target is reached from an actor is known, so that no way is begun that
cannot be finished. The page does the same in `explorer/page/assets/core/timed_ways.js`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from graph.analysis.paths.order import Cost
from graph.analysis.paths.step_facts import StepFactsByEnds
from graph.analysis.paths.time_rules import State, TimeRule


@dataclass(frozen=True)
class TimedWays:
    """The union of all shortest ways whose times will do.

    Parameters
    ----------
    onward
        For each number of steps the next nodes of each node that comes after so many.
    goals
        For each number of steps by what the target is reached from each of these nodes.
    target
        Where all ways end.
    """

    onward: Sequence[Mapping[int, Sequence[int]]]
    goals: Sequence[Mapping[int, State]]
    target: int

    def iter_cheapest(
        self,
        start: State,
        rule: TimeRule,
        facts: StepFactsByEnds,
        cost: Cost,
        take: Callable[[], bool],
    ) -> Iterator[tuple[int, ...]]:
        """Yield every way, the cheapest first, and those that cost the same in order of nodes.

        Parameters
        ----------
        start
            By what the first node is reached.
        rule, facts
            What is demanded of the times of steps, and what is known of them.
        cost
            What a step costs, 0 or more.
        take
            Returns whether one step more may be looked at.
        """
        remaining = self._measure_remaining(cost)
        (here,) = self.onward[0]
        queue: list[tuple[int, tuple[int, ...], State]] = [(remaining[0][here], (here,), start)]
        while queue:
            total, nodes, state = heappop(queue)
            number, here = len(nodes) - 1, nodes[-1]
            if number == len(self.onward):
                yield nodes
                continue
            spent = total - remaining[number][here]
            for there in self.onward[number][here]:
                if not take():
                    return
                reached = rule.extend(state, facts[here, there])
                if reached is not None and rule.meets(reached, self.goals[number + 1][there]):
                    least = spent + cost(here, there) + remaining[number + 1][there]
                    heappush(queue, (least, (*nodes, there), reached))

    def _measure_remaining(self, cost: Cost) -> Sequence[Mapping[int, int]]:
        """Return what it costs at least to reach the target, by the number of steps and the node.

        Times left aside, as they depend on the way to a node.
        """
        remaining: list[dict[int, int]] = [{self.target: 0}]
        for steps in reversed(self.onward):
            further = remaining[-1]
            remaining.append(
                {
                    here: min(cost(here, there) + further[there] for there in onward)
                    for here, onward in steps.items()
                }
            )
        return remaining[::-1]

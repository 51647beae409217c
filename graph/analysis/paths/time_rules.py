"""What may be demanded of the times of a path's steps: to hold at once, or to start in order.

A search from both ends has states of two sorts: by what an actor is reached from the source, and
by what the target is reached from it. The page has the same rules in
`explorer/page/assets/core/time_rules.js`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from graph.analysis.paths.day_ranges import (
    DayRange,
    intersect_ranges,
    merge_ranges,
    subtract_ranges,
)
from graph.analysis.paths.step_facts import StepFacts
from graph.data.dates import AFTER_EVERY_DAY, BEFORE_EVERY_DAY

State = Any
"""By what an actor is reached: the days on which all steps hold, or the start of the last step."""


class TimeRule(Protocol):
    """A rule about the times of the steps of a path.

    Parameters
    ----------
    start, end
        The states of the source, and of the target.
    """

    name: str
    start: State
    end: State

    def extend(self, state: State, step: StepFacts, *, is_ahead: bool = True) -> State | None:
        """Return by what the far end of a further step is reached; None where it will not do.

        Parameters
        ----------
        is_ahead
            Whether it is reached from the source, and not the target from it.
        """

    def leave_out(self, state: State, seen: State | None) -> State | None:
        """Return what of a state was not reached before; None where nothing is new."""

    def join(self, seen: State | None, state: State) -> State:
        """Return all by what an actor was reached."""

    def meets(self, ahead: State, behind: State) -> bool:
        """Return whether a way to an actor and one from there make one that will do."""


class Together:
    """All steps may hold on one day: a state has these days."""

    name = "together"
    start: Sequence[DayRange] = ((BEFORE_EVERY_DAY, AFTER_EVERY_DAY),)
    end = start

    def extend(
        self,
        state: Sequence[DayRange],
        step: StepFacts,
        *,
        is_ahead: bool = True,  # noqa: ARG002 - the days are the same
    ) -> Sequence[DayRange] | None:
        """Return the days on which the further step may hold, too."""
        return intersect_ranges(state, step.days) or None

    def leave_out(
        self, state: Sequence[DayRange], seen: Sequence[DayRange] | None
    ) -> Sequence[DayRange] | None:
        """Return the days on which an actor was not reached before."""
        return (subtract_ranges(state, seen) if seen else state) or None

    def join(
        self, seen: Sequence[DayRange] | None, state: Sequence[DayRange]
    ) -> Sequence[DayRange]:
        """Return all days on which an actor was reached."""
        return merge_ranges([*seen, *state]) if seen else state

    def meets(self, ahead: Sequence[DayRange], behind: Sequence[DayRange]) -> bool:
        """Return whether both may hold on one day."""
        return bool(intersect_ranges(ahead, behind))


class InOrder:
    """Each step may start no earlier than the one before: a state is the earliest last start.

    A relation without a start may have started on any day until it ends. From the target, time
    runs backwards: a state is the latest day on which the next step may start, as its negative.
    """

    name = "in_order"
    start = BEFORE_EVERY_DAY
    end = -AFTER_EVERY_DAY

    def extend(self, state: int, step: StepFacts, *, is_ahead: bool = True) -> int | None:
        """Return the earliest day from the last start on that one of the relations may start."""
        starts = step.starts if is_ahead else [(-last, -first) for first, last in step.starts]
        return min((max(state, first) for first, last in starts if last >= state), default=None)

    def leave_out(self, state: int, seen: int | None) -> int | None:
        """Return a start that is earlier than any before."""
        return state if seen is None or state < seen else None

    def join(self, seen: int | None, state: int) -> int:
        """Return the earliest start."""
        return state if seen is None else min(seen, state)

    def meets(self, ahead: int, behind: int) -> bool:
        """Return whether the last start before is no later than the first one after may be."""
        return ahead <= -behind

"""What may be demanded of the times of a path's steps: to hold at once, or to start in order.

The page has the same rules in `explorer/page/assets/core/time_rules.js`.
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
    """A rule about the times of the steps of a path."""

    name: str
    start: State

    def extend(self, state: State, step: StepFacts) -> State | None:
        """Return by what the end of a further step is reached; None where it will not do."""

    def leave_out(self, state: State, seen: State | None) -> State | None:
        """Return what of a state was not reached before; None where nothing is new."""

    def join(self, seen: State | None, state: State) -> State:
        """Return all by what an actor was reached."""


class Together:
    """All steps may hold on one day: a state has these days."""

    name = "together"
    start: Sequence[DayRange] = ((BEFORE_EVERY_DAY, AFTER_EVERY_DAY),)

    def extend(self, state: Sequence[DayRange], step: StepFacts) -> Sequence[DayRange] | None:
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
        return merge_ranges([*(seen or ()), *state])


class InOrder:
    """Each step may start no earlier than the one before: a state is the earliest last start.

    A relation without a start may have started on any day until it ends.
    """

    name = "in_order"
    start = BEFORE_EVERY_DAY

    def extend(self, state: int, step: StepFacts) -> int | None:
        """Return the earliest day from the last start on that one of the relations may start."""
        starts = (max(state, first) for first, last in step.starts if last >= state)
        return min(starts, default=None)

    def leave_out(self, state: int, seen: int | None) -> int | None:
        """Return a start that is earlier than any before."""
        return state if seen is None or state < seen else None

    def join(self, seen: int | None, state: int) -> int:
        """Return the earliest start."""
        return state if seen is None else min(seen, state)

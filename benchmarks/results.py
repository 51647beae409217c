"""Figures, their goals, and the ratios of rounds that they are computed from."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Goal:
    """A bound that a figure must reach, as the least or the most; `words` are for the table."""

    direction: Literal["least", "most"]
    bound: float
    words: str

    def is_reached(self, value: float) -> bool:
        """Return whether a value reaches the goal."""
        return value >= self.bound if self.direction == "least" else value <= self.bound


Row = tuple[str, str, Goal]  # work, against, goal: a row before anything is measured


@dataclass(frozen=True)
class Figure:
    """A row of the table.

    Parameters
    ----------
    work, against
        What is done, and what it is measured against.
    ours, theirs
        The medians of both sides, with their units.
    values
        The values that the goal is about, a value for each round; the table shows median and range.
    unit
        The unit of the values: ``x`` for ratios.
    goal
        What the median must reach.
    reason
        Why nothing was measured.
    """

    work: str
    against: str
    goal: Goal
    ours: str = ""
    theirs: str = ""
    values: tuple[float, ...] = ()
    unit: str = "x"
    reason: str = ""

    @property
    def summary(self) -> str:
        """The figure in a line."""
        value = f"{statistics.median(self.values):.3g} {self.unit}" if self.values else self.reason
        return f"{self.work}, against {self.against}: {self.ours}, {self.theirs}, {value}"

    @property
    def reached(self) -> bool | None:
        """Whether the median reaches the goal; None when nothing was measured."""
        return self.goal.is_reached(statistics.median(self.values)) if self.values else None


@dataclass(frozen=True)
class Work:
    """What a name on the command line measures: its rows, and the function that measures them."""

    name: str
    rows: tuple[Row, ...]
    measure: Callable[[tuple[Row, ...]], list[Figure]]


def require_faster(times: float) -> Goal:
    """Make the goal of being this many times faster."""
    return Goal("least", times, f"{times:g} times faster")


def require_within(times: float) -> Goal:
    """Make the goal of taking at most this many times as long."""
    return Goal("most", times, f"within {times:g} times")


def format_seconds(values: Sequence[float]) -> str:
    """Format the median of some times in seconds or milliseconds.

    >>> format_seconds([0.0123]), format_seconds([2.5, 3.5])
    ('12.3 ms', '3.00 s')
    """
    middle = statistics.median(values)
    return f"{middle:.2f} s" if middle >= 1 else f"{middle * 1000:.3g} ms"


def format_megabytes(values: Sequence[float]) -> str:
    """Format the median of some amounts of memory."""
    middle = statistics.median(values)
    return f"{middle:.2g} MB" if middle < 10 else f"{middle:.0f} MB"  # noqa: PLR2004 - two digits


def compare_rounds(
    work: str, against: str, goal: Goal, rounds: Sequence[tuple[float, float]]
) -> Figure:
    """Compare rounds of seconds, ours and theirs, in the direction of the goal."""
    ours, theirs = zip(*rounds, strict=True)
    ratios = tuple(them / us if goal.direction == "least" else us / them for us, them in rounds)
    return Figure(work, against, goal, format_seconds(ours), format_seconds(theirs), ratios)

"""Figures, the goals they are held against, and the ratios of rounds they come from."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Goal:
    """A figure is to be `least` or `most` a bound; `words` says so in the table."""

    way: Literal["least", "most"]
    bound: float
    words: str

    def reached(self, value: float) -> bool:
        """Return whether a value reaches the goal."""
        return value >= self.bound if self.way == "least" else value <= self.bound


Row = tuple[str, str, Goal]  # work, against, goal: a row before anything is measured


@dataclass(frozen=True)
class Figure:
    """One row of the table.

    Parameters
    ----------
    work, against
        What is done, and what it is measured against.
    ours, theirs
        The medians of both sides, with their units.
    values
        What the goal speaks of, one a round; the table tells median, least and greatest.
    unit
        What stands behind a value: ``x`` for ratios.
    goal
        What it is held against.
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
    def told(self) -> str:
        """The figure in a line."""
        value = f"{statistics.median(self.values):.3g} {self.unit}" if self.values else self.reason
        return f"{self.work}, against {self.against}: {self.ours}, {self.theirs}, {value}"

    @property
    def reached(self) -> bool | None:
        """Whether the median reaches the goal; None when nothing was measured."""
        return self.goal.reached(statistics.median(self.values)) if self.values else None


@dataclass(frozen=True)
class Work:
    """What one name on the command line measures: its rows, and how they get their figures."""

    name: str
    rows: tuple[Row, ...]
    measure: Callable[[tuple[Row, ...]], list[Figure]]


def faster(times: float) -> Goal:
    """Return the goal of being so many times faster."""
    return Goal("least", times, f"{times:g} times faster")


def within(times: float) -> Goal:
    """Return the goal of taking at most so many times as long."""
    return Goal("most", times, f"within {times:g} times")


def seconds(values: Sequence[float]) -> str:
    """Return the median of some times, in a unit that suits it.

    >>> seconds([0.0123]), seconds([2.5, 3.5])
    ('12 ms', '3.00 s')
    """
    middle = statistics.median(values)
    return f"{middle:.2f} s" if middle >= 1 else f"{middle * 1000:.3g} ms"


def megabytes(values: Sequence[float]) -> str:
    """Return the median of some amounts of memory."""
    middle = statistics.median(values)
    return f"{middle:.2g} MB" if middle < 10 else f"{middle:.0f} MB"  # noqa: PLR2004 - two digits


def compared(work: str, against: str, goal: Goal, rounds: Sequence[tuple[float, float]]) -> Figure:
    """Return the figure of rounds of seconds, ours and theirs, as the goal counts them."""
    ours, theirs = zip(*rounds, strict=True)
    ratios = tuple(them / us if goal.way == "least" else us / them for us, them in rounds)
    return Figure(work, against, goal, seconds(ours), seconds(theirs), ratios)

"""When all steps of a path may hold at the same time, and which of them never did.

The page says the same in `explorer/page/assets/core/joint_time.js`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graph.analysis.paths.day_ranges import DayRange, intersect_ranges
from graph.analysis.paths.step_facts import StepFacts
from graph.data.dates import AFTER_EVERY_DAY, BEFORE_EVERY_DAY, format_days
from graph.data.sentences import join_phrases

Dates = tuple[str, str]
"""The first and the last date of a time; blank where it is open."""

ALWAYS: DayRange = (BEFORE_EVERY_DAY, AFTER_EVERY_DAY)
MOST_TIMES = 3


@dataclass(frozen=True)
class Gap:
    """Two steps that never held at the same time. Steps are given by their numbers, from 1.

    Parameters
    ----------
    ended, end
        The step that ended first, and the last date on which it may have held.
    began, start
        The step that began last, and the first date on which it may have held.
    """

    ended: int
    end: str
    began: int
    start: str

    def __str__(self) -> str:
        return (
            f"step {self.ended:,} ended by {self.end}, "
            f"step {self.began:,} began no earlier than {self.start}"
        )

    def to_dict(self) -> dict[str, Any]:
        """Return it as data."""
        return {"ended": self.ended, "end": self.end, "began": self.began, "start": self.start}


@dataclass(frozen=True)
class JointTime:
    """When all steps of a path may hold at the same time.

    Parameters
    ----------
    times
        The first and last dates of these times, the earliest first; none where they never do.
    gap
        Where they never do, two steps that never held at the same time, if there are such.
    """

    times: tuple[Dates, ...] = (("", ""),)
    gap: Gap | None = None

    def describe(self) -> str:
        """Return it as a sentence; empty where no date rules any time out."""
        if not self.times:
            return f"The steps never held at the same time{f': {self.gap}' if self.gap else ''}."
        if self.times == (("", ""),):
            return ""
        return f"All steps may hold at the same time: {format_times(self.times)}."

    def to_dict(self) -> dict[str, Any]:
        """Return it as data; `times` has the first few of them."""
        return {
            "times": [{"from": start, "to": end} for start, end in self.times[:MOST_TIMES]],
            "gap": self.gap.to_dict() if self.gap else None,
        }


def find_joint_days(steps: Sequence[StepFacts]) -> Sequence[DayRange]:
    """Return the days on which every step may hold."""
    days: Sequence[DayRange] = [ALWAYS]
    for step in steps:
        days = intersect_ranges(days, step.days)
        if not days:
            break
    return days


def find_joint_time(steps: Sequence[StepFacts]) -> JointTime:
    """Return when all steps may hold at the same time, and what keeps them apart if they never do.

    Of several gaps the widest is found: from the earliest end to the latest start.
    """
    days = find_joint_days(steps)
    if days:
        return JointTime(tuple(format_days(*each) for each in days))
    if not all(step.days for step in steps):
        return JointTime(())
    numbers = range(len(steps))
    ended = min(numbers, key=lambda number: steps[number].days[-1][1])
    began = max(numbers, key=lambda number: steps[number].days[0][0])
    end, start = steps[ended].days[-1][1], steps[began].days[0][0]
    if end >= start:
        return JointTime(())
    dates = format_days(BEFORE_EVERY_DAY, end)[1], format_days(start, AFTER_EVERY_DAY)[0]
    return JointTime((), Gap(ended + 1, dates[0], began + 1, dates[1]))


def format_times(times: Sequence[Dates]) -> str:
    """Return the first few of some times in words.

    Examples
    --------
    >>> format_times([("2005", "2010-06"), ("2022", "2022"), ("2024", "")])
    '2005 to 2010-06, 2022 and from 2024'
    >>> format_times([("", "1990")] * 5)
    'until 1990, until 1990, until 1990 and at 2 other times'
    """
    words = [format_time(each) for each in times[:MOST_TIMES]]
    more = len(times) - len(words)
    if more:
        words.append("at another time" if more == 1 else f"at {more:,} other times")
    return join_phrases(words)


def format_time(dates: Dates) -> str:
    """Return a time in words.

    Examples
    --------
    >>> format_time(("2005", "2010-06")), format_time(("2022", "2022")), format_time(("2022", ""))
    ('2005 to 2010-06', '2022', 'from 2022')
    """
    start, end = dates
    if start and end:
        return start if start == end else f"{start} to {end}"
    return f"from {start}" if start else f"until {end}"

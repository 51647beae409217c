"""Which relations and actors are over, and which are still to come: the tense of sentences.

No clock is asked: the day of writing and the day of the program's release decide.
"""

from __future__ import annotations

from graph.data.dates import ENDED, STILL, ends_with_start, get_last_day, parse_date
from graph.version import RELEASE_DAY


def is_over(start: str, end: str, day_of_writing: int, *, event: bool) -> bool:
    """Return whether something is over, by its own row alone, so that it is told in the past.

    Its end must not be after the day of writing, or after the day on which the program was
    released: no clock is asked, so that the same data are told in the same words on every day.

    Examples
    --------
    >>> is_over("1990", "ended", 0, event=False), is_over("1990", "..", 0, event=False)
    (True, False)
    >>> is_over("1990", "2001", 0, event=False), is_over("1990", "2999", 0, event=False)
    (True, False)
    >>> is_over("2011", "", 0, event=True), is_over("2011", "", 0, event=False)
    (True, False)
    """
    if ends_with_start(start, end, event=event):
        return not is_planned(start, day_of_writing)
    if end in ("", STILL, ENDED):
        return end == ENDED
    days = parse_date(end)
    return days is not None and days.last <= _get_latest(day_of_writing)


def is_planned(start: str, day_of_writing: int) -> bool:
    """Return whether a start lies after the day of writing and the day of release.

    Examples
    --------
    >>> is_planned("2999", 0), is_planned("1990", 0), is_planned("", 0)
    (True, False, False)
    """
    days = parse_date(start)
    return days is not None and days.first > _get_latest(day_of_writing)


def _get_latest(day_of_writing: int) -> int:
    return max(day_of_writing, get_last_day(RELEASE_DAY))

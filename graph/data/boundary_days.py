"""The days that the start and the end of something leave open, as day numbers."""

from __future__ import annotations

from graph.data.dates import (
    AFTER_EVERY_DAY,
    BEFORE_EVERY_DAY,
    ENDED,
    STILL,
    parse_date,
)

DayRange = tuple[int, int]

NOT_KNOWN: DayRange = (BEFORE_EVERY_DAY, AFTER_EVERY_DAY)


def get_start_days(start: str) -> DayRange:
    """Return the first day from which something may hold, and the first from which it does.

    A partial date counts with all its days: what started in 2022 counts from 1 January on. One that
    is doubtful (1450~, 185X) leaves all days open that it may mean.

    Examples
    --------
    >>> get_start_days("2022") == (parse_date("2022").first, parse_date("2022").first)
    True
    >>> get_start_days("1450~") == (parse_date("1449").first, parse_date("1452").first)
    True
    >>> get_start_days("185X") == (parse_date("1850").first, parse_date("1860").first)
    True
    """
    days = parse_date(start)
    if days is None:
        return NOT_KNOWN
    return days.first - days.margin, days.last + days.margin + 1 if days.is_doubtful else days.first


def get_end_days(end: str) -> DayRange:
    """Return the last day until which something holds, and the last until which it may.

    Examples
    --------
    >>> get_end_days("2022") == (parse_date("2022").last, parse_date("2022").last)
    True
    >>> get_end_days("") == NOT_KNOWN
    True
    """
    days = parse_date(end)
    if days is None:
        return NOT_KNOWN
    return days.first - days.margin - 1 if days.is_doubtful else days.last, days.last + days.margin


def get_event_days(date: str) -> tuple[DayRange, DayRange]:
    """Return the start days and the end days of an event that has one date.

    A doubtful one holds for certain only in a span that has all days that it may mean.

    Examples
    --------
    >>> get_event_days("2011") == (get_start_days("2011"), get_end_days("2011"))
    True
    >>> start, end = get_event_days("185X")
    >>> start == end == (parse_date("1850").first, parse_date("1859").last)
    True
    """
    days = parse_date(date)
    if days is None or not days.is_doubtful:
        return get_start_days(date), get_end_days(date)
    possible = days.first - days.margin, days.last + days.margin
    return possible, possible


def get_last_day_of_ended(day_of_writing: int) -> int:
    """Return the last day on which something with the end `ended` may hold.

    Where the data has no date at all, nothing is known of the day of writing, so that no day is
    ruled out.

    Examples
    --------
    >>> get_last_day_of_ended(750_000), get_last_day_of_ended(BEFORE_EVERY_DAY) == AFTER_EVERY_DAY
    (750000, True)
    """
    return AFTER_EVERY_DAY if day_of_writing == BEFORE_EVERY_DAY else day_of_writing


def get_actor_start_days(start: str) -> DayRange:
    """Return the days before which, and before all of which, an actor certainly did not exist."""
    return get_start_days(start) if start else (BEFORE_EVERY_DAY, BEFORE_EVERY_DAY)


def get_actor_end_days(end: str) -> DayRange:
    """Return the days after which an actor certainly, or perhaps, did not exist any more."""
    known = end not in ("", STILL, ENDED)
    return get_end_days(end) if known else (AFTER_EVERY_DAY, AFTER_EVERY_DAY)

"""A span of time that is asked about, and whether something holds in it.

Something holds, may hold (a date is missing or doubtful), or does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from graph.data.dates import (
    AFTER_EVERY_DAY,
    BEFORE_EVERY_DAY,
    ENDED,
    STILL,
    ends_with_start,
    get_first_day,
    get_last_day,
    name_time,
    parse_date,
)
from graph.errors import QuestionError, quote_value

State = Literal["holds", "may_hold", "does_not"]
Reason = Literal["", "undated", "start not known", "end not known", "date in doubt"]

IN_DOUBT: Reason = "date in doubt"
REASONS: tuple[Reason, ...] = (
    "",
    IN_DOUBT,
    "end not known",
    "start not known",
    "undated",
)  # the least doubtful first
STATES: tuple[State, ...] = ("does_not", "may_hold", "holds")
DOES_NOT, MAY_HOLD, HOLDS = range(3)  # their numbers, in long columns
HYPHENS_OF_DAY = 2  # but that of a year before 1


class Lifetime(NamedTuple):
    """The days between which something began, and between which it ended, as day numbers.

    It certainly began by `latest_start`, and lasted at least until `earliest_end`.
    """

    earliest_start: int
    latest_start: int
    earliest_end: int
    latest_end: int


class When(NamedTuple):
    """Whether something holds in a span, and why that is not certain.

    Parameters
    ----------
    state
        ``holds``, ``may_hold`` or ``does_not``.
    why
        What is missing: ``undated``, ``start not known``, ``end not known`` or ``date in doubt``;
        empty for what does not merely may hold.
    """

    state: State
    why: Reason = ""


@dataclass(frozen=True)
class Span:
    """The days that a question is about, both ends included.

    Parameters
    ----------
    start, end
        Dates; the span has all days of both. A blank one leaves the span open.
    certain
        Whether only what holds was asked for, without what may hold.

    Examples
    --------
    >>> print(Span("1990", "1990"), "|", Span("1904", "1907"), "|", Span("", "2022-08-08"))
    in 1990 | from 1904 to 1907 | until 2022-08-08
    >>> print(Span("-43-03-15", "-43-03-15"), "|", Span("-10000-03", "-10000-03"))
    on -43-03-15 | in -10000-03
    >>> print(Span("185X", "185X"), "|", Span("185X", "18XX"))
    in the 1850s | from the 1850s to the 19th century
    """

    start: str = ""
    end: str = ""
    certain: bool = False

    @property
    def first(self) -> int:
        """The first day, as a day number; of an open span after what is not known."""
        return get_first_day(self.start) if self.start else BEFORE_EVERY_DAY + 1

    @property
    def last(self) -> int:
        """The last day, as a day number; of an open span before what is not known."""
        return get_last_day(self.end) if self.end else AFTER_EVERY_DAY - 1

    def __str__(self) -> str:
        if self.start == self.end:
            is_day = self.start.lstrip("-").count("-") == HYPHENS_OF_DAY
            return f"{'on' if is_day else 'in'} {name_time(self.start)}"
        start, end = name_time(self.start), name_time(self.end)
        if not start:
            return f"until {end}"
        return f"from {start} to {end}" if end else f"from {start}"


def make_span(start: str, end: str, *, certain: bool, fields: tuple[str, str]) -> Span:
    """Return the span between two dates that were asked, either of which may be blank.

    Parameters
    ----------
    fields
        How the two dates are called in an error.

    Raises
    ------
    QuestionError
        When one is not a plain date, or the span ends before it starts.
    """
    for field, date in zip(fields, (start, end), strict=True):
        if date:
            require_asked_date(date, field)
    if not (start or end):
        raise QuestionError(fields[0], "give a date: a start, an end or both.")
    span = Span(start, end, certain)
    if span.first > span.last:
        raise QuestionError(fields[1], f"{end} is before {start}. Swap the two dates.")
    return span


def require_asked_date(date: str, field: str = "at") -> str:
    """Return a date that can be asked about: a doubtful one cannot.

    Raises
    ------
    QuestionError
        When it is not a date, or a doubtful one.
    """
    problem = find_date_problem(date)
    if problem:
        raise QuestionError(field, " ".join(problem))
    return date


def find_date_problem(date: str) -> tuple[str, str] | None:
    """Return why a date cannot be asked about, and what to do; None where it can.

    Examples
    --------
    >>> find_date_problem("44 BC")
    ("'44 BC' is not a date: years before 1 are negative, and 1 BC is 0.", 'Write -43.')
    >>> find_date_problem("1450~")
    ("'1450~' is in doubt.", 'Ask about 1450, or a longer span.')
    """
    days = parse_date(date)
    if days is None:
        from graph.data.date_advice import explain_asked_date

        reason, remedy = explain_asked_date(date.strip())
        return f"{quote_value(date)} is not a date{': ' if reason else ''}{reason}.", remedy
    if days.margin:
        return f"{quote_value(date)} is in doubt.", f"Ask about {date[:-1]}, or a longer span."
    return None


def find_state(lifetime: Lifetime, span: Span) -> State:
    """Return whether something with a lifetime holds in a span.

    Examples
    --------
    >>> find_state(Lifetime(10, 10, 20, 20), Span()), find_state(Lifetime(10, 10, 9, 9), Span())
    ('holds', 'does_not')
    >>> find_state(Lifetime(10, 10, 10, AFTER_EVERY_DAY), Span("2022", "2022"))
    'may_hold'
    """
    first, last = span.first, span.last
    begins, begun, lasting, ends = lifetime
    if begins > last or ends < first or begins > ends:
        return "does_not"
    return "holds" if begun <= last and lasting >= first else "may_hold"


def find_reason(start: str, end: str, *, event: bool, first: int, written: int) -> Reason:
    """Return why something with these dates merely may hold.

    Parameters
    ----------
    start, end
        As in the data.
    event
        Whether it ends when it starts, if no end is given.
    first, written
        The day on which the question begins, and the day of writing. An end `..` is known until
        then, so that it is missing for what is asked about later days, and for nothing else.

    Examples
    --------
    >>> asked = {"event": False, "first": 20, "written": 10}
    >>> find_reason("", "", **asked), find_reason("1994", "", **asked)
    ('undated', 'end not known')
    >>> find_reason("", "ended", **asked), find_reason("1450~", "1460", **asked)
    ('start not known', 'date in doubt')
    >>> find_reason("", "..", **asked), find_reason("", "..", event=False, first=5, written=10)
    ('end not known', 'start not known')
    """
    if end == STILL and first > written and (start or written > BEFORE_EVERY_DAY):
        return "end not known"
    if not start:
        return "start not known" if end else "undated"
    if end in ("", ENDED) and not ends_with_start(start, end, event=event):
        return "end not known"
    return IN_DOUBT


def mark_when(when: When | None) -> str:
    """Return what a sentence says at its end of something that may hold, and no more than that.

    Examples
    --------
    >>> mark_when(When("may_hold", "undated")), mark_when(When("holds")), mark_when(None)
    (', undated', '', '')
    """
    return f", {when.why}" if when and when.why else ""


def join_whens(whens: Sequence[When | None]) -> When | None:
    """Return whether something holds that stands on any of some relations.

    Examples
    --------
    >>> join_whens([When("may_hold", "undated"), When("holds")])
    When(state='holds', why='')
    >>> join_whens([When("may_hold", "undated"), When("may_hold", "end not known")])
    When(state='may_hold', why='end not known')
    """
    known = [when for when in whens if when]
    return min(known, key=lambda when: REASONS.index(when.why)) if known else None

"""When relations and actors began and ended, as day numbers, and which of them are over.

Rows are computed one by one, on demand; `graph.data.lifetime_columns` computes long columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from graph.data.dates import (
    AFTER_EVERY_DAY,
    BEFORE_EVERY_DAY,
    ENDED,
    STILL,
    get_last_day,
    parse_date,
)
from graph.data.dictionary_column import unique_values
from graph.data.lazy_sequence import LazySequence
from graph.data.records import Reference, Source
from graph.data.spans import Lifetime, Span, State, When, find_reason, find_state
from graph.data.table import Table
from graph.data.vocabulary import RelationType
from graph.version import RELEASE_DAY

DayRange = tuple[int, int]


ALWAYS = Lifetime(BEFORE_EVERY_DAY, BEFORE_EVERY_DAY, AFTER_EVERY_DAY, AFTER_EVERY_DAY)
NOT_KNOWN: DayRange = (BEFORE_EVERY_DAY, AFTER_EVERY_DAY)


def get_start_days(start: str) -> DayRange:
    """Return the first and the last day on which something with this start may have begun.

    A partial date counts with all its days: what started in 2022 counts from 1 January on.

    Examples
    --------
    >>> get_start_days("2022") == (parse_date("2022").first, parse_date("2022").first)
    True
    >>> get_start_days("1450~") == (parse_date("1449").first, parse_date("1452").first)
    True
    """
    days = parse_date(start)
    if days is None:
        return NOT_KNOWN
    return days.first - days.margin, days.last + days.margin + 1 if days.margin else days.first


def get_end_days(end: str) -> DayRange:
    """Return the first and the last day on which something with this end may have ended.

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
    return days.first - days.margin - 1 if days.margin else days.last, days.last + days.margin


def find_end_days(start: str, end: str, day_of_writing: int, *, event: bool) -> DayRange:
    """Return the days on which something may have ended, by its own row alone.

    Parameters
    ----------
    start, end
        As in the data.
    day_of_writing
        Until then an end `..` is known, and an end `ended` lies before it.
    event
        Whether it ends when it starts, if no end is given.

    Examples
    --------
    >>> find_end_days("2011", "", 0, event=True) == get_end_days("2011")
    True
    >>> find_end_days("2011", "..", 750_000, event=False) == (750_000, AFTER_EVERY_DAY)
    True
    """
    if end == STILL:
        return day_of_writing, AFTER_EVERY_DAY
    if end == ENDED:
        return BEFORE_EVERY_DAY, day_of_writing
    return get_end_days(end or (start if event else ""))


class Lifetimes:
    """The lifetimes of the actors and relations of some data.

    Parameters
    ----------
    tables
        Those of the actors and of the relations.
    endpoints
        For every relation the row numbers of its two actors.
    types
        For every relation its type.
    sources
        Source by id.
    cite
        Returns the references of a cell.
    """

    def __init__(
        self,
        tables: tuple[Table, Table],
        endpoints: tuple[Sequence[int], Sequence[int]],
        types: Sequence[RelationType],
        sources: Mapping[str, Source],
        cite: Callable[[str], Iterable[Reference]],
    ) -> None:
        self.actors, self.relations = tables
        self.endpoints, self.types, self.sources = endpoints, types, sources
        self._cite = cite
        self._written: dict[str, int] = {}
        self._actor_lifetimes: dict[int, Lifetime] = {}

    def get_day_of_writing(self, reference: str) -> int:
        """Return the latest day of the sources that a cell cites, else the latest of the data."""
        if reference not in self._written:
            cited = self._cite(reference)
            dated = (parse_date(each.date) for each in cited if isinstance(each, Source))
            known = [days.last for days in dated if days]
            self._written[reference] = max(known) if known else self.latest_day
        return self._written[reference]

    @cached_property
    def latest_day(self) -> int:
        """The latest day of any date of the data; without dates, before every day.

        Starts and ends after the day of release do not count: they are planned.
        """
        texts = set[str]()
        for table in (self.actors, self.relations):
            for name in ("start", "end"):
                texts.update(unique_values(table.cells(name)))
        released = get_last_day(RELEASE_DAY)
        days = [day for day in map(_find_last_day, texts) if day <= released]
        days += [_find_last_day(source.date) for source in self.sources.values()]
        return max(days, default=BEFORE_EVERY_DAY)

    def of_actor(self, row: int) -> Lifetime:
        """Return how long an actor existed, as far as its dates rule anything out."""
        if row not in self._actor_lifetimes:
            start, end, written = self._read_row(self.actors, row)
            self._actor_lifetimes[row] = find_actor_lifetime(start, end, written)
        return self._actor_lifetimes[row]

    def of_relation(self, row: int) -> Lifetime:
        """Return how long a relation lasted: no longer than its two actors."""
        start, end, written = self._read_row(self.relations, row)
        own = Lifetime(
            *get_start_days(start),
            *find_end_days(start, end, written, event=self.types[row].event),
        )
        ends = (self.of_actor(actors[row]) for actors in self.endpoints)
        return cut_lifetime(own, *ends)

    def find_when(self, row: int, span: Span) -> When:
        """Return whether a relation holds in a span, and what is missing where it may."""
        state = find_state(self.of_relation(row), span)
        if state != "may_hold":
            return When(state)
        start, end = (
            self._cell(self.relations, "start", row),
            self._cell(self.relations, "end", row),
        )
        return When(state, find_reason(start, end, event=self.types[row].event))

    def find_actor_state(self, row: int, span: Span) -> State:
        """Return whether an actor exists in a span, as far as its dates rule it out."""
        return find_state(self.of_actor(row), span)

    def is_relation_over(self, row: int) -> bool:
        """Return whether a relation is told in the past."""
        start, end, written = self._read_row(self.relations, row)
        over = is_over(start, end, written, event=self.types[row].event)
        return over or any(self.is_actor_over(actors[row]) for actors in self.endpoints)

    def is_actor_over(self, row: int) -> bool:
        """Return whether an actor is told in the past."""
        return is_over(*self._read_row(self.actors, row), event=False)

    @property
    def over(self) -> Sequence[bool]:
        """For every relation whether it is told in the past."""
        return LazySequence(range(len(self.relations)), self.is_relation_over)

    def _read_row(self, table: Table, row: int) -> tuple[str, str, int]:
        """Return the start and the end of a row, and its day of writing."""
        start, end = self._cell(table, "start", row), self._cell(table, "end", row)
        return start, end, self.get_day_of_writing(self._cell(table, "reference", row))

    @staticmethod
    def _cell(table: Table, name: str, row: int) -> str:
        cells = table.columns.get(name)
        return cells[row] if cells is not None else ""


def find_actor_lifetime(start: str, end: str, day_of_writing: int) -> Lifetime:
    """Return what the dates of an actor rule out; what is not known rules out nothing.

    Examples
    --------
    >>> find_actor_lifetime("", "..", 750_000) == ALWAYS
    True
    >>> find_actor_lifetime("", "ended", 750_000).latest_end
    750000
    """
    starts, ends = get_actor_start_days(start), get_actor_end_days(end)
    return Lifetime(*starts, ends[0], day_of_writing if end == ENDED else ends[1])


def get_actor_start_days(start: str) -> DayRange:
    """Return the days before which, and before all of which, an actor certainly did not exist."""
    return get_start_days(start) if start else (BEFORE_EVERY_DAY, BEFORE_EVERY_DAY)


def get_actor_end_days(end: str) -> DayRange:
    """Return the days after which an actor certainly, or perhaps, did not exist any more."""
    known = end not in ("", STILL, ENDED)
    return get_end_days(end) if known else (AFTER_EVERY_DAY, AFTER_EVERY_DAY)


def cut_lifetime(own: Lifetime, *others: Lifetime) -> Lifetime:
    """Return what is left of a lifetime within those of others.

    Examples
    --------
    >>> cut_lifetime(Lifetime(1, 1, 9, 9), Lifetime(3, 3, 9, 9), ALWAYS)
    Lifetime(earliest_start=3, latest_start=3, earliest_end=9, latest_end=9)
    """
    all_four = (own, *others)
    latest_end = min(each.latest_end for each in all_four)
    return Lifetime(
        max(each.earliest_start for each in all_four),
        max(each.latest_start for each in all_four),
        min(latest_end, *(each.earliest_end for each in all_four)),
        latest_end,
    )


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
    if end in ("", STILL, ENDED):
        done = parse_date(start) if event and not end else None
        return end == ENDED or (done is not None and done.first <= _get_latest(day_of_writing))
    days = parse_date(end)
    return days is not None and days.last <= _get_latest(day_of_writing)


def _find_last_day(text: str) -> int:
    days = parse_date(text)
    return days.last if days else BEFORE_EVERY_DAY


def _get_latest(day_of_writing: int) -> int:
    return max(day_of_writing, get_last_day(RELEASE_DAY))

"""When relations and actors began and ended, as day numbers, and which of them are over.

Rows are computed one by one, on demand; `graph.data.lifetime_columns` computes long columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from graph.data.boundary_days import (
    DayRange,
    get_actor_end_days,
    get_actor_start_days,
    get_end_days,
    get_event_days,
    get_last_day_of_ended,
    get_start_days,
)
from graph.data.dates import (
    AFTER_EVERY_DAY,
    BEFORE_EVERY_DAY,
    ENDED,
    STILL,
    ends_with_start,
    get_last_day,
    parse_date,
)
from graph.data.dictionary_column import unique_values
from graph.data.lazy_sequence import LazySequence
from graph.data.records import Reference, Source
from graph.data.spans import Lifetime, Span, State, When, find_reason, find_state
from graph.data.table import Table
from graph.data.tense import is_over, is_planned
from graph.data.vocabulary import RelationType
from graph.version import RELEASE_DAY

ALWAYS = Lifetime(BEFORE_EVERY_DAY, BEFORE_EVERY_DAY, AFTER_EVERY_DAY, AFTER_EVERY_DAY)


STORED_DAYS = 5
"""For each relation the four days of its lifetime, and the last on which it may start."""


def find_last_start(start: str) -> int | None:
    """Return the last day on which something may start by its own start; None if that is blank.

    Examples
    --------
    >>> find_last_start("2011") == get_last_day("2011"), find_last_start("")
    (True, None)
    """
    days = parse_date(start)
    return None if days is None else days.last + days.margin


def find_own_lifetime(start: str, end: str, day_of_writing: int, *, event: bool) -> Lifetime:
    """Return the lifetime of something by its own row alone.

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
    >>> find_own_lifetime("2011", "", 0, event=True)[2:] == get_end_days("2011")
    True
    >>> find_own_lifetime("2011", "..", 750_000, event=False)[2:] == (750_000, AFTER_EVERY_DAY)
    True
    """
    if ends_with_start(start, end, event=event):
        (begins, begun), (lasting, ends) = get_event_days(start)
        return Lifetime(begins, begun, lasting, ends)
    return Lifetime(*get_start_days(start), *_find_end_days(end, day_of_writing))


def _find_end_days(end: str, day_of_writing: int) -> DayRange:
    if end == STILL:
        return day_of_writing, AFTER_EVERY_DAY
    if end == ENDED:
        return BEFORE_EVERY_DAY, get_last_day_of_ended(day_of_writing)
    return get_end_days(end)


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
    days
        `STORED_DAYS` of each relation, one after the other, if they were computed before.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what lifetimes depend on
        self,
        tables: tuple[Table, Table],
        endpoints: tuple[Sequence[int], Sequence[int]],
        types: Sequence[RelationType],
        sources: Mapping[str, Source],
        cite: Callable[[str], Iterable[Reference]],
        days: Sequence[int] = (),
    ) -> None:
        self.actors, self.relations = tables
        self.endpoints, self.types, self.sources = endpoints, types, sources
        self._cite, self.days = cite, days
        self._written: dict[str, int] = {}
        self._actor_lifetimes: dict[int, Lifetime] = {}
        self._actors_over: dict[int, bool] = {}

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
        if self.days:
            return Lifetime(*self.days[row * STORED_DAYS : (row + 1) * STORED_DAYS - 1])
        ends = (self.of_actor(actors[row]) for actors in self.endpoints)
        return cut_lifetime(self.of_relation_alone(row), *ends)

    def find_possible_days(self, row: int) -> DayRange:
        """Return the first and the last day on which a relation may hold; reversed if on none."""
        if self.days:
            first = row * STORED_DAYS
            return self.days[first], self.days[first + 3]
        lifetime = self.of_relation(row)
        return lifetime.earliest_start, lifetime.latest_end

    def find_possible_starts(self, row: int) -> DayRange:
        """Return the days on which a relation may start: until it ends if that is not known.

        Reversed where it may hold on none.
        """
        if self.days:
            first = row * STORED_DAYS
            return self.days[first], self.days[first + 4]
        lifetime = self.of_relation(row)
        known = find_last_start(self._cell(self.relations, "start", row))
        if known is None or lifetime.earliest_start > lifetime.latest_end:
            return lifetime.earliest_start, lifetime.latest_end
        return lifetime.earliest_start, max(lifetime.earliest_start, known)

    def of_relation_alone(self, row: int) -> Lifetime:
        """Return how long a relation lasted by its own row, whatever the dates of its actors."""
        start, end, written = self._read_row(self.relations, row)
        return find_own_lifetime(start, end, written, event=self.types[row].event)

    def find_when(self, row: int, span: Span) -> When:
        """Return whether a relation holds in a span, and what is missing where it may."""
        state = find_state(self.of_relation(row), span)
        if state != "may_hold":
            return When(state)
        start, end, written = self._read_row(self.relations, row)
        asked = {"first": span.first, "written": written}
        return When(state, find_reason(start, end, event=self.types[row].event, **asked))

    def find_actor_state(self, row: int, span: Span) -> State:
        """Return whether an actor exists in a span, as far as its dates rule it out."""
        return find_state(self.of_actor(row), span)

    def is_relation_over(self, row: int) -> bool:
        """Return whether a relation is told in the past."""
        start, end, written = self._read_row(self.relations, row)
        over = is_over(start, end, written, event=self.types[row].event)
        return over or any(self.is_actor_over(actors[row]) for actors in self.endpoints)

    def is_relation_planned(self, row: int) -> bool:
        """Return whether a relation is an event that is still to come."""
        if not self.types[row].event:
            return False
        start, _, written = self._read_row(self.relations, row)
        return is_planned(start, written) and not self.is_relation_over(row)

    def is_actor_over(self, row: int) -> bool:
        """Return whether an actor is told in the past."""
        if row not in self._actors_over:
            self._actors_over[row] = is_over(*self._read_row(self.actors, row), event=False)
        return self._actors_over[row]

    @property
    def over(self) -> Sequence[bool]:
        """For every relation whether it is told in the past."""
        return LazySequence(range(len(self.relations)), self.is_relation_over)

    @property
    def planned(self) -> Sequence[bool]:
        """For every relation whether it is an event that is still to come."""
        return LazySequence(range(len(self.relations)), self.is_relation_planned)

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
    last = get_last_day_of_ended(day_of_writing) if end == ENDED else ends[1]
    return Lifetime(*starts, ends[0], last)


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


def _find_last_day(text: str) -> int:
    days = parse_date(text)
    return days.last if days else BEFORE_EVERY_DAY

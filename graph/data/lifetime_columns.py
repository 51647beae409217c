"""Whether each relation and actor holds in a span, in columns.

Long columns are computed with numpy, from numbers for each unique value. Short ones are computed
row by row, without numpy. Both follow the rules of `graph.data.lifetimes`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from graph.data.boundary_days import (
    DayRange,
    get_actor_end_days,
    get_actor_start_days,
    get_end_days,
    get_event_days,
    get_last_day_of_ended,
    get_start_days,
)
from graph.data.dates import BEFORE_EVERY_DAY, ENDED, STILL, ends_with_start
from graph.data.dictionary_column import DictionaryColumn, as_memoryview, to_row_array
from graph.data.lazy_rows import LazyRows, get_marks, is_testable
from graph.data.lifetimes import STORED_DAYS, Lifetimes, find_last_start
from graph.data.row_marks import Marks, count_marks
from graph.data.span_counts import SpanCounts
from graph.data.span_marks import SpanMarks, list_year_numbers
from graph.data.spans import HOLDS, IN_DOUBT, MAY_HOLD, STATES, Lifetime, Span, find_state
from graph.data.table import Table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Days = NDArray[np.int32]
    Flags = NDArray[np.bool_]

Rows = Sequence[int]
Value = TypeVar("Value")


class LifetimeColumns:
    """The lifetimes of all rows, computed at the first question about a span.

    Parameters
    ----------
    lifetimes
        The same, row by row.
    counts
        Counts of all relations, in the groups of `group_relations`, if they were counted before.
    marks
        Marks of all relations by their years, if they were made before.
    """

    def __init__(
        self,
        lifetimes: Lifetimes,
        counts: Sequence[SpanCounts] | None = None,
        marks: SpanMarks | None = None,
    ) -> None:
        self.lifetimes, self.counts, self.marks = lifetimes, counts, marks
        self._few: dict[int, Lifetime] = {}  # of a short table: each is asked about many spans

    def find_relation_states(self, rows: Rows, span: Span) -> Sequence[int]:
        """Return for some relations the number of the state of each: an index of `STATES`."""
        if _is_long(self.lifetimes.relations):
            return _compare(self._relations, rows, span)
        return [STATES.index(find_state(self._of_relation(row), span)) for row in rows]

    def _of_relation(self, row: int) -> Lifetime:
        if row not in self._few:
            self._few[row] = self.lifetimes.of_relation(row)
        return self._few[row]

    def count_relations(self, rows: Rows, span: Span, state: int) -> int:
        """Return how many of some relations are in a state, given by its number, in a span."""
        counts = self.counts if _are_all_in(rows, span) and state == MAY_HOLD else None
        if counts:
            return sum(each.count_may_hold(span) for each in counts)
        marks = self._mark_may_hold(rows, span) if state == MAY_HOLD else None
        if marks is not None:
            return count_marks(marks)
        states = self.find_relation_states(rows, span)
        if not isinstance(states, memoryview):
            return sum(each == state for each in states)
        import numpy as np

        return int(np.count_nonzero(np.asarray(states) == state))

    def is_any_in_doubt(self, rows: Rows, span: Span) -> bool:
        """Return whether one of some relations may hold in a span because a date is in doubt."""
        counts = self.counts if _are_all_in(rows, span) else None
        if counts:
            doubtful, still, _ = (each.count_may_hold(span) for each in counts)
            if doubtful or not still:
                return doubtful > 0
        may_hold = self._mark_may_hold(rows, span)
        doubtful_marks = self.marks.mark_in_doubt(span) if self.marks else None
        if may_hold is not None and doubtful_marks is not None:
            return may_hold & doubtful_marks != 0
        if not _is_long(self.lifetimes.relations):
            return any(self.lifetimes.find_when(row, span).why == IN_DOUBT for row in rows)
        import numpy as np

        states = np.asarray(self.find_relation_states(rows, span))
        in_doubt = self._in_doubt | (self._days_until_which_known >= span.first)
        return bool((in_doubt[to_row_array(rows)] & (states == MAY_HOLD)).any())

    def _mark_may_hold(self, rows: Rows, span: Span) -> Marks | None:
        """Return those of some relations that may hold in a span; None where that is not known."""
        marks = rows.marks if self.marks and isinstance(rows, LazyRows) else None
        may_hold = self.marks.mark_may_hold(span) if self.marks and marks is not None else None
        return None if marks is None or may_hold is None else marks & may_hold

    def select_relations(self, rows: Rows, span: Span) -> Rows:
        """Return those of some relations that hold in a span, or may unless it is certain."""
        least = HOLDS if span.certain else MAY_HOLD

        def list_rows() -> Rows:
            return keep_numbered(rows, self.find_relation_states(rows, span), least)

        def keeps(row: int) -> bool:
            state = find_state(self.lifetimes.of_relation(row), span)
            return STATES.index(state) >= least and row in rows

        if not is_testable(rows) or not _is_long(self.lifetimes.relations):
            return list_rows()
        if self.counts is None or rows != range(len(self.lifetimes.relations)):
            return LazyRows(keeps, list_rows, partial(self._mark_selected, rows, span))
        mark_rows = partial(self._mark_selected, rows, span)
        return _AllInSpan(keeps, list_rows, mark_rows, self.counts, span)

    def _mark_selected(self, rows: range | LazyRows, span: Span) -> Marks | None:
        """Return the same as marks; None where that is not known."""
        if self.marks is None:
            return None
        mark = self.marks.mark_certain if span.certain else self.marks.mark_possible
        selected = mark(span)
        marks = None if selected is None else get_marks(rows)
        return None if selected is None or marks is None else selected & marks

    def select_actors(self, rows: Rows, span: Span) -> Rows:
        """Return those of some actors that may exist in a span."""

        def list_rows() -> Rows:
            return keep_numbered(rows, self.find_actor_states(rows, span), MAY_HOLD)

        def keeps(row: int) -> bool:
            return self.lifetimes.find_actor_state(row, span) != STATES[0] and row in rows

        is_lazy = is_testable(rows) and _is_long(self.lifetimes.actors)
        return LazyRows(keeps, list_rows) if is_lazy else list_rows()

    def find_actor_states(self, rows: Rows, span: Span) -> Sequence[int]:
        """Return for some actors the number of the state of each: an index of `STATES`."""
        if _is_long(self.lifetimes.actors):
            return _compare(self._actors, rows, span)
        return [STATES.index(find_state(self.lifetimes.of_actor(row), span)) for row in rows]

    def group_relations(self) -> tuple[Days, Days, Days]:
        """Return the lifetimes of the relations that have both dates, go on still, and of others.

        In a span that the first may hold in, a date is in doubt; so it may be with the second.
        """
        is_still = ~self._in_doubt & (self._days_until_which_known > BEFORE_EVERY_DAY)
        flags = self._in_doubt, is_still, ~(self._in_doubt | is_still)
        in_doubt, still, rest = (self._relations[:, each] for each in flags)
        return in_doubt, still, rest

    def list_year_numbers(self) -> Iterator[tuple[str, bytes]]:
        """Yield what `SpanMarks` reads of the relations."""
        return list_year_numbers(self._relations, self._in_doubt, self._days_until_which_known)

    def list_days(self) -> Sequence[int]:
        """Return `graph.data.lifetimes.STORED_DAYS` of each relation, one after the other."""
        import numpy as np

        begins, *_, ends = self._relations
        cells = self.lifetimes.relations.cells("start")
        starts = _look_up(cells, lambda cell: find_last_start(cell) or 0)
        is_known = _look_up(cells, lambda cell: find_last_start(cell) is not None) == 1
        last = np.where(is_known & (begins <= ends), np.maximum(begins, starts), ends)
        return as_memoryview(np.vstack([self._relations, last]).astype(np.int32).T.ravel())

    @cached_property
    def _actors(self) -> Days:
        """The four fields of `Lifetime`, a row each, with a column for each actor."""
        import numpy as np

        table = self.lifetimes.actors
        if not _is_long(table):
            every = [self.lifetimes.of_actor(row) for row in range(len(table))]
            return np.array(every, np.int32).reshape(-1, 4).T
        start, end = table.cells("start"), table.cells("end")
        ended = _look_up(end, ENDED.__eq__) == 1
        days = [
            *_look_up_ranges(start, get_actor_start_days),
            *_look_up_ranges(end, get_actor_end_days),
        ]
        if ended.any():
            days[3][ended] = self._get_last_days_of_ended(table)[ended]
        return np.array(days)

    @cached_property
    def _relations(self) -> Days:
        """The four fields of `Lifetime`, a row each, with a column for each relation."""
        import numpy as np

        if self.lifetimes.days:
            return np.asarray(self.lifetimes.days).reshape(-1, STORED_DAYS).T[:4]
        own = self._find_own_days()
        source, target = (np.asarray(ends, np.int32) for ends in self.lifetimes.endpoints)
        for field, cut in enumerate((np.maximum, np.maximum, np.minimum, np.minimum)):
            for ends in (source, target):
                own[field] = cut(own[field], self._actors[field][ends])
        own[2] = np.minimum(own[2], own[3])
        return np.array(own)

    def _find_own_days(self) -> list[Days]:
        """Return the four fields of the lifetime of each relation by its row alone."""
        table = self.lifetimes.relations
        start, end = table.cells("start"), table.cells("end")
        days = [*_look_up_ranges(start, get_start_days), *_look_up_ranges(end, get_end_days)]
        still, ended = (_look_up(end, word.__eq__) == 1 for word in (STILL, ENDED))
        if still.any():
            days[2][still] = self._get_days_of_writing(table)[still]
        if ended.any():
            days[3][ended] = self._get_last_days_of_ended(table)[ended]
        events = self._single_events
        if events.any():
            starts = _look_up_ranges(start, lambda cell: get_event_days(cell)[0])
            ends = _look_up_ranges(start, lambda cell: get_event_days(cell)[1])
            for own, of_event in zip(days, (*starts, *ends), strict=True):
                own[events] = of_event[events]
        return days

    @cached_property
    def _single_events(self) -> Flags:
        """Whether each relation is an event whose start is its end, too."""
        import numpy as np

        table = self.lifetimes.relations
        flags = (
            _look_up(table.cells("start"), bool),
            _look_up(table.cells("end"), lambda end: ends_with_start("1", end, event=True)),
            _look_up(self.lifetimes.types, lambda each: each.event),
        )
        return np.asarray(flags[0] & flags[1] & flags[2], np.bool_)

    @cached_property
    def _in_doubt(self) -> Flags:
        """Whether each relation has both dates, so that a doubt is all that `find_reason` gives."""
        import numpy as np

        table = self.lifetimes.relations
        start = _look_up(table.cells("start"), bool)
        end = _look_up(table.cells("end"), lambda end: end not in ("", STILL, ENDED))
        return np.asarray(start & end, np.bool_) | self._single_events

    @cached_property
    def _days_until_which_known(self) -> Days:
        """The day of writing of each relation with a start and the end `..`; else no day."""
        import numpy as np

        table = self.lifetimes.relations
        start = _look_up(table.cells("start"), bool)
        still = _look_up(table.cells("end"), STILL.__eq__)
        if not still.any():
            return np.full(len(table), BEFORE_EVERY_DAY, np.int32)
        written = self._get_days_of_writing(table)
        return np.where(start & still, written, BEFORE_EVERY_DAY).astype(np.int32)

    def _get_days_of_writing(self, table: Table) -> Days:
        return _look_up(table.cells("reference"), self.lifetimes.get_day_of_writing)

    def _get_last_days_of_ended(self, table: Table) -> Days:
        get_day = self.lifetimes.get_day_of_writing
        return _look_up(table.cells("reference"), lambda cell: get_last_day_of_ended(get_day(cell)))


class _AllInSpan(LazyRows):
    """All relations of the data that hold in a span, which have been counted."""

    def __init__(
        self,
        keeps: Callable[[int], bool],
        list_rows: Callable[[], Rows],
        mark_rows: Callable[[], Marks | None],
        counts: Sequence[SpanCounts],
        span: Span,
    ) -> None:
        super().__init__(keeps, list_rows, mark_rows)
        self.counts, self.span = counts, span

    def __len__(self) -> int:
        if self.span.certain:
            return sum(each.count_certain(self.span) for each in self.counts)
        return sum(each.count_possible(self.span) for each in self.counts)


def _are_all_in(rows: Rows, span: Span) -> bool:
    return isinstance(rows, _AllInSpan) and rows.span == span


def keep_numbered(rows: Rows, numbers: Sequence[int], least: int) -> Rows:
    """Return the rows whose number is not below the least.

    Examples
    --------
    >>> keep_numbered([4, 7, 9], [0, 2, 1], 1)
    [7, 9]
    """
    if not isinstance(numbers, memoryview):
        return [row for row, number in zip(rows, numbers, strict=True) if number >= least]
    import numpy as np

    return as_memoryview(to_row_array(rows)[np.asarray(numbers) >= least])


def _is_long(table: Table) -> bool:
    names = ("start", "end", "reference")
    return all(isinstance(table.cells(name), DictionaryColumn) for name in names)


def _look_up(cells: Sequence[Value], function: Callable[[Value], int]) -> Days:
    """Return the number that a function gives for each value of a long column."""
    import numpy as np

    if not isinstance(cells, DictionaryColumn):
        return np.fromiter(map(function, cells), np.int32, len(cells))
    values = np.fromiter(map(function, cells.values), np.int32, len(cells.values))
    return values[cells.array]


def _look_up_ranges(cells: Sequence[str], function: Callable[[str], DayRange]) -> list[Days]:
    """Return the two numbers that a function gives for each value, a column each."""
    first = _look_up(cells, lambda cell: function(cell)[0])
    return [first, _look_up(cells, lambda cell: function(cell)[1])]


def _compare(lifetimes: Days, rows: Rows, span: Span) -> Sequence[int]:
    """Return the number of the state of some rows in a span, as `find_state` decides it."""
    import numpy as np

    # A slice copies nothing.
    if isinstance(rows, range):
        days = lifetimes[:, rows.start : rows.stop : rows.step]
    else:
        days = lifetimes[:, to_row_array(rows)]
    begins, begun, lasting, ends = days
    possible = (begins <= span.last) & (ends >= span.first) & (begins <= ends)
    certain = possible & (begun <= span.last) & (lasting >= span.first)
    return as_memoryview(possible.astype(np.int32) + certain)

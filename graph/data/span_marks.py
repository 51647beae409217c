"""Which lifetimes hold, and which may hold, in a span, as marks of all rows.

Of each day the year is kept, as a byte. That decides about spans of whole years; about others only
where no day is in the year that they begin or end in, and then nothing is marked.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from graph.data.dates import AFTER_EVERY_DAY, BEFORE_EVERY_DAY, get_first_day
from graph.data.row_marks import BYTES, Marks, mark_all, mark_numbers
from graph.data.spans import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Days = NDArray[np.int32]
    Flags = NDArray[np.bool_]

FIELDS = ("begins", "begun", "lasting", "ends")
IN_DOUBT = "in_doubt"
FIRST_YEAR = 1790
EDGES = (
    BEFORE_EVERY_DAY + 1,
    *(get_first_day(str(FIRST_YEAR + year)) for year in range(BYTES - 3)),
    AFTER_EVERY_DAY,
)
"""The first day of each number but 0: of a year, or of all days before the first and unknown."""


class SpanMarks:
    """Marks of lifetimes by their days.

    Parameters
    ----------
    read
        Returns the numbers that `list_year_numbers` lists with a name.

    Examples
    --------
    >>> import numpy as np
    >>> day = get_first_day("2010")
    >>> lifetimes = np.array([[day, day + 9], [day, day + 9], [day + 40] * 2, [day + 40] * 2])
    >>> numbers = dict(list_year_numbers(lifetimes, np.array([False, True]), lifetimes[0]))
    >>> marks = SpanMarks(numbers.__getitem__)
    >>> [hex(marks.mark_possible(Span(year, year))) for year in ("2009", "2010")]
    ['0x0', '0x101']
    >>> marks.mark_possible(Span("2010-01-05", "2010-01-05")) is None
    True
    """

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self._read = read

    def mark_possible(self, span: Span) -> Marks | None:
        """Return the lifetimes that hold or may hold in a span; None where that is not known."""
        return self._mark_within("begins", "ends", span)

    def mark_certain(self, span: Span) -> Marks | None:
        """Return the lifetimes that hold for certain in a span; None where that is not known."""
        certain = self._mark_within("begun", "lasting", span)
        possible = self.mark_possible(span)
        return None if certain is None or possible is None else certain & possible

    def mark_may_hold(self, span: Span) -> Marks | None:
        """Return the lifetimes that may hold in a span, and no more than that."""
        certain, possible = self.mark_certain(span), self.mark_possible(span)
        return None if certain is None or possible is None else certain ^ possible

    def mark_in_doubt(self, span: Span) -> Marks | None:
        """Return those that may hold in a span, if they do, because a date is in doubt."""
        return self._mark_from(IN_DOUBT, span.first)

    def _mark_within(self, starts: str, ends: str, span: Span) -> Marks | None:
        late, lasting = self._mark_from(starts, span.last + 1), self._mark_from(ends, span.first)
        return None if late is None or lasting is None else (late ^ self._all) & lasting

    @cached_property
    def _all(self) -> Marks:
        return mark_all(len(self._read(IN_DOUBT)))

    def _mark_from(self, name: str, day: int) -> Marks | None:
        """Return the rows that have a day no earlier than another."""
        numbers, number = self._read(name), bisect_right(EDGES, day)
        if not number or EDGES[number - 1] != day:
            if number in numbers:
                return None
            number += 1
        return mark_numbers(numbers, [False] * number + [True] * (BYTES - number))


def list_year_numbers(
    lifetimes: Days, in_doubt: Flags, until_known: Days
) -> Iterator[tuple[str, bytes]]:
    """Yield the numbers that `SpanMarks` reads, each with its name.

    Parameters
    ----------
    lifetimes
        The four fields of `Lifetime`, a row each, with a column for each lifetime.
    in_doubt
        Whether a lifetime may hold, if it does, because a date is in doubt.
    until_known
        The day until which it may hold for the same reason.
    """
    import numpy as np

    begins, begun, lasting, ends = lifetimes
    is_empty = begins > ends
    columns = {
        "begins": np.where(is_empty, AFTER_EVERY_DAY, begins),
        "begun": begun,
        "lasting": lasting,
        "ends": np.where(is_empty, BEFORE_EVERY_DAY, ends),
        IN_DOUBT: np.where(in_doubt, AFTER_EVERY_DAY, until_known),
    }
    for name, days in columns.items():
        yield name, np.searchsorted(EDGES, days, side="right").astype(np.uint8).tobytes()

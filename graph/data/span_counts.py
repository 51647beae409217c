"""How many lifetimes hold, and how many may hold, in any span, without looking at each.

Days are counted once, sorted; then a span takes a few binary searches. What ends before the span
does not start after it, so that both are subtracted. Only where the day of a certain start is after
that of a certain end, as where both dates are in doubt, pairs of days are looked at one by one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from graph.data.dates import AFTER_EVERY_DAY, BEFORE_EVERY_DAY
from graph.data.dictionary_column import as_memoryview
from graph.data.spans import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Days = NDArray[np.int32]

Numbers = Sequence[int]
PAIRS = ("pairs/begun", "pairs/lasting", "pairs/count")
MOST_PAIRS = 20_000  # to count more takes longer than to look at each lifetime with numpy


class SpanCounts:
    """Counts of lifetimes by their days.

    Parameters
    ----------
    read
        Returns the numbers that `list_span_counts` lists with a name.

    Examples
    --------
    >>> import numpy as np
    >>> from graph.data.dates import get_first_day
    >>> day = get_first_day("2010")
    >>> lifetimes = np.array([[0, day], [0, day + 9], [day, day + 5], [day, day + 9]], np.int32)
    >>> counts = SpanCounts(dict(list_span_counts(lifetimes)).__getitem__)
    >>> counts.count_possible(Span("2010", "2010")), counts.count_certain(Span("2010", "2010"))
    (2, 2)
    >>> counts.count_possible(Span("2011", "")), counts.count_certain(Span("", "2009"))
    (0, 1)
    """

    def __init__(self, read: Callable[[str], Numbers]) -> None:
        self._read = read

    def count_possible(self, span: Span) -> int:
        """Return how many lifetimes hold or may hold in a span."""
        late = self._count("begins") - self._count("begins", span.last + 1)
        return self._count("ends") - late - self._count("ends", span.first)

    def count_certain(self, span: Span) -> int:
        """Return how many lifetimes hold for certain in a span."""
        late = self._count("begun") - self._count("begun", span.last + 1)
        certain = self._count("lasting") - late - self._count("lasting", span.first)
        begun_days, lasting_days, counts = map(self._read, PAIRS)
        return certain + sum(
            count
            for begun, lasting, count in zip(begun_days, lasting_days, counts, strict=True)
            if begun <= span.last and lasting >= span.first
        )

    def count_may_hold(self, span: Span) -> int:
        """Return how many lifetimes may hold in a span, and no more than that."""
        return self.count_possible(span) - self.count_certain(span)

    def _count(self, name: str, day: int | None = None) -> int:
        """Return how many days are before another; without one, how many there are."""
        before = self._read(f"{name}/before")
        return before[-1 if day is None else bisect_left(self._read(f"{name}/days"), day)]


def list_span_counts(lifetimes: Days) -> Iterator[tuple[str, Numbers]]:
    """Yield the numbers that `SpanCounts` reads, each with its name.

    Parameters
    ----------
    lifetimes
        The four fields of `Lifetime`, a row each, with a column for each lifetime: `begins` is not
        after `begun`, and `lasting` not after `ends`.
    """
    import numpy as np

    begins, begun, lasting, ends = lifetimes[:, lifetimes[0] <= lifetimes[3]]
    is_regular = begun <= lasting
    # A span begins after BEFORE_EVERY_DAY and ends before AFTER_EVERY_DAY, be it open.
    is_pair = ~is_regular & (begun < AFTER_EVERY_DAY) & (lasting > BEFORE_EVERY_DAY)
    counted = {
        "begins": begins,
        "ends": ends,
        "begun": begun[is_regular],
        "lasting": lasting[is_regular],
    }
    for name, days in counted.items():
        unique, counts = np.unique(days, return_counts=True)
        yield f"{name}/days", as_memoryview(unique)
        yield f"{name}/before", as_memoryview(np.concatenate(([0], np.cumsum(counts))))
    keys = (begun[is_pair].astype(np.int64) << 32) + lasting[is_pair]
    _, first, counts = np.unique(keys, return_index=True, return_counts=True)
    yield "pairs/begun", as_memoryview(begun[is_pair][first])
    yield "pairs/lasting", as_memoryview(lasting[is_pair][first])
    yield "pairs/count", as_memoryview(counts)

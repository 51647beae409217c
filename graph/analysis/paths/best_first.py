"""List paths from the best on, each only when it is asked for, whatever makes one the best.

A subspace is all paths that begin alike and do not go on to some actors. When its best paths are
listed, what is left of it is split into smaller ones (Yen, 1971; Lawler, 1972). A subspace is
searched only when nothing better is left.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import count
from typing import NamedTuple

Key = tuple[float, ...]
"""What paths are compared by: the least is the best."""


class Subspace(NamedTuple):
    """All paths without a repeated actor that begin with some actors and do not go on to others.

    Parameters
    ----------
    prefix
        The actors with which they begin.
    barred
        The actors that do not come next.
    """

    prefix: tuple[int, ...]
    barred: frozenset[int] = frozenset()


class Found(NamedTuple):
    """A path with what it is compared by."""

    key: Key
    path: tuple[int, ...]


FindBest = Callable[[Subspace], Iterator[Found]]
"""Yields the best paths of a subspace, the best first: one, or all that tie in all but the end of
their keys. Nothing where the subspace has no path."""


MeasureLeast = Callable[[Subspace], float]
"""Returns what the first number of the keys of a subspace is at least."""

MOST_SUBSPACES = 20_000
"""The most subspaces, so that every search ends: enough for 1,000 paths of 20 steps."""


class _Group(NamedTuple):
    """A subspace with the best of its paths: those that were listed, the next, and the rest."""

    subspace: Subspace
    listed: list[tuple[int, ...]]
    found: Found
    rest: Iterator[Found]


class BestFirst:
    """Every path from a node by its key, the least first; each is searched when it is asked for.

    After the last of those that tie in all but the last number of their keys comes None, so that
    nothing further is searched to know it.

    Parameters
    ----------
    source
        Where they begin.
    find
        Searches a subspace.
    in_ties
        Whether it yields all paths that tie in all but the last number of their keys; else it
        yields one path.
    measure_least
        Returns what the first number of the keys of a subspace is at least, so that it is searched
        no earlier; None where only the paths before it say so.
    has_ended
        Whether a search has ended before it found what there is; None where none ever does.

    Examples
    --------
    >>> paths = [(0, 1, 3), (0, 2, 3), (0, 1, 2, 3)]
    >>> def find(subspace):
    ...     length = len(subspace.prefix)
    ...     those = [path for path in paths if path[:length] == subspace.prefix]
    ...     those = [path for path in those if path[length] not in subspace.barred]
    ...     yield from [Found((len(path), 0), path) for path in those][:1]
    >>> [found.path if found else "longer" for found in BestFirst(0, find, in_ties=False)]
    [(0, 1, 3), (0, 2, 3), 'longer', (0, 1, 2, 3)]
    """

    def __init__(
        self,
        source: int,
        find: FindBest,
        *,
        in_ties: bool,
        measure_least: MeasureLeast | None = None,
        has_ended: Callable[[], bool] | None = None,
    ) -> None:
        self._has_ended = has_ended or (lambda: False)
        self._find, self._in_ties, self._measure_least = find, in_ties, measure_least
        self._queue: list[tuple[Key, bool, int, Subspace | _Group]] = []
        self._numbers, self._subspace_count = count(), 0
        self._add((), Subspace((source,)))

    @property
    def is_bounded(self) -> bool:
        """Whether it ended at its bound, so that there may be more paths."""
        return self._subspace_count > MOST_SUBSPACES or self._has_ended()

    def _add(self, key: Key, entry: Subspace | _Group) -> None:
        is_subspace = isinstance(entry, Subspace)
        self._subspace_count += is_subspace
        heappush(self._queue, (key, is_subspace, next(self._numbers), entry))

    def __iter__(self) -> Iterator[Found | None]:
        end: Key = ()
        while self._queue and not self.is_bounded:
            if end and self._queue[0][0] >= end:
                end = ()
                yield None
            *_, entry = heappop(self._queue)
            if isinstance(entry, Subspace):
                rest = self._find(entry)
                first = next(rest, None)
                if first:
                    self._add(first.key, _Group(entry, [], first, rest))
                continue
            key, path = entry.found
            end = (*key[:-1], math.inf)
            yield entry.found
            entry.listed.append(path)
            following = next(entry.rest, None)
            if following:
                self._add(following.key, entry._replace(found=following))
                continue
            least = end if self._in_ties else key
            for smaller in _split(entry.subspace, entry.listed):
                more = (self._measure_least(smaller),) if self._measure_least else ()
                self._add(max(least, more), smaller)


def _split(subspace: Subspace, paths: Sequence[tuple[int, ...]]) -> Iterator[Subspace]:
    """Yield subspaces that hold all paths of one but some."""
    following: dict[tuple[int, ...], set[int]] = {}
    for path in paths:
        for end in range(len(subspace.prefix), len(path)):
            following.setdefault(path[:end], set()).add(path[end])
    for prefix, nodes in following.items():
        barred = subspace.barred if prefix == subspace.prefix else frozenset()
        yield Subspace(prefix, barred | nodes)

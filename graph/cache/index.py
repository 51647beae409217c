"""Who is called exactly so, found in a sorted table of digests and checked against the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, overload

from graph.cache.texts import HOW
from graph.data.columns import split_cell
from graph.data.dictionary_column import as_memoryview
from graph.names.resolve import SpellingIndex

if TYPE_CHECKING:
    from graph.cache.sections import Packing, Sections


def digest(text: str) -> int:
    """Return 64 bits that stand for a text.

    Examples
    --------
    >>> digest("minsk") == digest("minsk") != digest("Minsk")
    True
    """
    return int.from_bytes(blake2b(text.encode("utf-8", HOW), digest_size=8).digest())


class Index:
    """The rows that might have a text.

    Parameters
    ----------
    digests
        Of all texts, ascending.
    rows
        The row of each.
    """

    def __init__(self, digests: Sequence[int], rows: Sequence[int]) -> None:
        self._digests, self._rows = digests, rows

    def rows(self, text: str) -> list[int]:
        """Return the rows, ascending, whose text has the same digest."""
        wanted = digest(text)
        first = last = bisect_left(self._digests, wanted)
        while last < len(self._digests) and self._digests[last] == wanted:
            last += 1
        return sorted(set(self._rows[first:last]))


def pack_index(packing: Packing, name: str, texts: Sequence[str], rows: Sequence[int]) -> None:
    """Add the index of texts, each with its row."""
    import numpy as np

    digests = np.fromiter(map(digest, texts), np.uint64, len(texts))
    order = np.argsort(digests, kind="stable")
    packing.numbers(f"{name}/digests", "Q", as_memoryview(digests[order]))
    packing.numbers(f"{name}/rows", "i", as_memoryview(np.asarray(rows, np.int32)[order]))


def unpacked_index(sections: Sections, name: str) -> Index:
    """Return the index of that name."""
    digests, rows = sections.numbers(f"{name}/digests", "Q"), sections.numbers(f"{name}/rows", "i")
    return Index(digests, rows)


class IndexedSpellings(SpellingIndex):
    """For every actor the id, the name and the aliases, made when asked for.

    Parameters
    ----------
    columns
        The cells of ids, names and aliases.
    ids, names
        The indexes of ids, and of names and aliases.
    """

    def __init__(self, columns: Sequence[Sequence[str]], ids: Index, names: Index) -> None:
        self._columns, self._ids, self._names = columns, ids, names

    def __len__(self) -> int:
        return len(self._columns[0])

    @overload
    def __getitem__(self, row: int) -> tuple[str, ...]: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[tuple[str, ...]]: ...
    def __getitem__(self, row: int | slice) -> tuple[str, ...] | Sequence[tuple[str, ...]]:
        if isinstance(row, slice):
            return [self[each] for each in range(*row.indices(len(self)))]
        actor, name, aliases = (cells[row] for cells in self._columns)
        return (actor, name, *split_cell(aliases))

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        columns = zip(*self._columns, strict=True)
        return ((actor, name, *split_cell(aliases)) for actor, name, aliases in columns)

    def with_id(self, text: str) -> list[int]:
        """Return the rows, ascending, of the actors with this id."""
        return [row for row in self._ids.rows(text) if self[row][0] == text]

    def with_name(self, text: str) -> list[int]:
        """Return the rows, ascending, of the actors with this name or alias."""
        return [row for row in self._names.rows(text) if text in self[row][1:]]


class RowsById(Mapping[str, int]):
    """The row of each id."""

    def __init__(self, ids: Sequence[str], index: Index) -> None:
        self._ids, self._index = ids, index

    def __getitem__(self, text: str) -> int:
        for row in self._index.rows(text):
            if self._ids[row] == text:
                return row
        raise KeyError(text)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

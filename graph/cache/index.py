"""Find the rows with an exact text in a sorted table of hashes, checked against the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, overload

from graph.cache.texts import ENCODING_ERRORS
from graph.data.columns import split_cell
from graph.data.dictionary_column import as_memoryview
from graph.names.resolve import SpellingIndex

if TYPE_CHECKING:
    from graph.cache.sections import Sections, SectionWriter


def hash_text(text: str) -> int:
    """Hash a text to 64 bits.

    Examples
    --------
    >>> hash_text("minsk") == hash_text("minsk") != hash_text("Minsk")
    True
    """
    return int.from_bytes(blake2b(text.encode("utf-8", ENCODING_ERRORS), digest_size=8).digest())


class HashIndex:
    """A sorted table of hashes, by which the rows with a text are found.

    Parameters
    ----------
    hashes
        The hashes of all texts, ascending.
    rows
        The row of each.
    """

    def __init__(self, hashes: Sequence[int], rows: Sequence[int]) -> None:
        self._hashes, self._rows = hashes, rows

    def find_rows(self, text: str) -> list[int]:
        """Return the rows, ascending, whose text has the same hash."""
        wanted = hash_text(text)
        first = last = bisect_left(self._hashes, wanted)
        while last < len(self._hashes) and self._hashes[last] == wanted:
            last += 1
        return sorted(set(self._rows[first:last]))


def pack_index(writer: SectionWriter, name: str, texts: Sequence[str], rows: Sequence[int]) -> None:
    """Write the index of texts, each with its row."""
    import numpy as np

    hashes = np.fromiter(map(hash_text, texts), np.uint64, len(texts))
    order = np.argsort(hashes, kind="stable")
    writer.add_numbers(f"{name}/digests", "Q", as_memoryview(hashes[order]))
    writer.add_numbers(f"{name}/rows", "i", as_memoryview(np.asarray(rows, np.int32)[order]))


def unpack_index(sections: Sections, name: str) -> HashIndex:
    """Read the index of that name."""
    hashes, rows = (
        sections.read_numbers(f"{name}/digests", "Q"),
        sections.read_numbers(f"{name}/rows", "i"),
    )
    return HashIndex(hashes, rows)


class CachedSpellings(SpellingIndex):
    """For every actor the id, the name and the aliases, read on access.

    Parameters
    ----------
    columns
        The cells of ids, names and aliases.
    ids, names
        The indexes of ids, and of names and aliases.
    """

    def __init__(self, columns: Sequence[Sequence[str]], ids: HashIndex, names: HashIndex) -> None:
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

    def find_id(self, text: str) -> list[int]:
        """Return the rows, ascending, of the actors with this id."""
        return [row for row in self._ids.find_rows(text) if self[row][0] == text]

    def find_name(self, text: str) -> list[int]:
        """Return the rows, ascending, of the actors with this name or alias."""
        return [row for row in self._names.find_rows(text) if text in self[row][1:]]


class RowsById(Mapping[str, int]):
    """A mapping from ids to row numbers, by an index."""

    def __init__(self, ids: Sequence[str], index: HashIndex) -> None:
        self._ids, self._index = ids, index

    def __getitem__(self, text: str) -> int:
        for row in self._index.find_rows(text):
            if self._ids[row] == text:
                return row
        raise KeyError(text)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

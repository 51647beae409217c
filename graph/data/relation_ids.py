"""Make ids for relations without one from their content, so that they stay when rows move.

An id is made from the ends, the stance, the type, the dates and the references. Each of these
texts is hashed once, and the hashes are mixed into 64 bits: by column for large data, by row for
small, with the same result. Rows with the same content get numbers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, overload

from graph.data.dictionary_column import DictionaryColumn, as_memoryview, map_values, unique_values
from graph.data.table import Table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


WORD = (1 << 64) - 1
FACTOR = 0x9E3779B97F4A7C15
DROPPED_BITS = 24  # of 64: the other 40 are ten hexadecimal digits


def make_relation_ids(
    relations: Table,
    actor_ids: Sequence[str],
    endpoints: tuple[Sequence[int], Sequence[int]],
    disputes: Sequence[bool],
) -> Sequence[str]:
    """Return the id of every relation: the one given, else one made from its content.

    Parameters
    ----------
    relations
        The table; its column ``id`` may be blank.
    actor_ids
        The id of every actor, by row number.
    endpoints
        For every relation the row numbers of its two actors, whatever its cells call them.
    disputes
        For every relation whether its stance is to dispute.
    """
    given = relations.cells("id")
    if all(unique_values(given)):
        return given
    actor_id_list = list(actor_ids)
    contents = [
        *(_to_actor_ids(rows, actor_id_list) for rows in endpoints),
        map_values(disputes, lambda each: "disputes" if each else "asserts"),
        *map(relations.cells, ("type", "start", "end", "reference")),
    ]
    if not any(unique_values(given)) and all(
        isinstance(part, DictionaryColumn) for part in contents
    ):
        return _make_content_ids(_mix_columns(contents))
    words = [_mix_row(texts) for texts in zip(*contents, strict=True)]
    used: dict[str, int] = {name: 1 for name in given if name}
    return [
        name or _make_unused_id(_format_id(word), used)
        for name, word in zip(given, words, strict=True)
    ]


def _to_actor_ids(rows: Sequence[int], actor_ids: list[str]) -> Sequence[str]:
    """Return the id of the actor in each of some rows."""
    if isinstance(rows, memoryview):
        return DictionaryColumn(actor_ids, rows)
    return list(map(actor_ids.__getitem__, rows))


def _mix_row(texts: Sequence[str]) -> int:
    """Return the mixed hash of one row's content."""
    word = 0
    for text in texts:
        word = ((word ^ _digest_to_number(text)) * FACTOR) & WORD
        word ^= word >> 32
    return word


def _mix_columns(contents: Sequence[Sequence[str]]) -> NDArray[np.uint64]:
    """Return what `_mix_row` returns, for every row at once."""
    import numpy as np

    word = np.zeros(len(contents[0]), np.uint64)
    digests: dict[int, NDArray[np.uint64]] = {}  # by the list of texts: both ends share one
    for column in contents:
        if isinstance(column, DictionaryColumn):
            texts = column.values
            if id(texts) not in digests:
                joined = b"".join(map(_digest_to_bytes, texts))
                digests[id(texts)] = np.frombuffer(joined, ">u8").astype(np.uint64)
            word ^= digests[id(texts)][column.array]
            word *= np.uint64(FACTOR)
            word ^= word >> np.uint64(32)
    return word


@cache
def _digest_to_number(text: str) -> int:
    return int.from_bytes(_digest_to_bytes(text))


def _digest_to_bytes(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def _format_id(word: int) -> str:
    return f"r{word >> DROPPED_BITS:010x}"


def _make_content_ids(words: NDArray[np.uint64]) -> ContentIds:
    """Return the ids of mixed hashes; equal ones get numbers."""
    import numpy as np

    words = words >> np.uint64(DROPPED_BITS)
    ordered = np.sort(words)
    repeated = np.unique(ordered[1:][ordered[1:] == ordered[:-1]])
    rows = np.flatnonzero(np.isin(words, repeated)).tolist() if len(repeated) else []
    used: dict[str, int] = {}
    names = [_make_unused_id(f"r{int(words[row]):010x}", used) for row in rows]
    return ContentIds(as_memoryview(words), rows, names)


class ContentIds(Sequence[str]):
    """Ids that are formatted on access.

    Parameters
    ----------
    words
        For every row the bits that its id shows.
    twins
        The rows, ascending, whose bits other rows have, too.
    numbered
        The ids of these rows.

    Examples
    --------
    >>> list(ContentIds([1, 10, 1], [0, 2], ["r0000000001", "r0000000001-2"]))
    ['r0000000001', 'r000000000a', 'r0000000001-2']
    """

    def __init__(self, words: Sequence[int], twins: Sequence[int], numbered: Sequence[str]) -> None:
        self.words, self.twins, self.numbered = words, twins, numbered

    def __len__(self) -> int:
        return len(self.words)

    @overload
    def __getitem__(self, row: int) -> str: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[str]: ...
    def __getitem__(self, row: int | slice) -> str | Sequence[str]:
        if isinstance(row, slice):
            return [self[each] for each in range(*row.indices(len(self)))]
        row = range(len(self))[row]
        index = bisect_left(self.twins, row)
        if index < len(self.twins) and self.twins[index] == row:
            return self.numbered[index]
        return f"r{self.words[row]:010x}"

    def __iter__(self) -> Iterator[str]:
        plain = (f"r{word:010x}" for word in self.words)
        if not self.twins:
            return plain
        numbered = dict(zip(self.twins, self.numbered, strict=True))
        return (numbered.get(row, name) for row, name in enumerate(plain))


def _make_unused_id(stem: str, used: dict[str, int]) -> str:
    """Return an id that is not used yet: the stem, or the stem with its next number."""
    name, number = stem, used.get(stem, 0)
    while name in used:
        number += 1
        name = f"{stem}-{number}"
    used[stem] = max(number, 1)
    used.setdefault(name, 1)
    return name

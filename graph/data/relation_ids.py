"""Ids of relations that have none: made from their content, so that they stay when rows move.

An id tells the ends, the stance, the type, the dates and the references. Each of these texts is
digested by itself, once, and the digests are mixed in 64 bits: in columns for large data, row by
row for small, with the same result. Rows that say the same are numbered.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, overload

from graph.data.dictionary_column import Coded, distinct, mapped, shared
from graph.data.table import Table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


WORD = (1 << 64) - 1
FACTOR = 0x9E3779B97F4A7C15
SHOWN = 24  # of 64 bits are left out: 40 are ten letters


def relation_ids(
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
    if all(distinct(given)):
        return given
    known = list(actor_ids)
    contents = [
        *(_named(rows, known) for rows in endpoints),
        mapped(disputes, lambda each: "disputes" if each else "asserts"),
        *map(relations.cells, ("type", "start", "end", "reference")),
    ]
    if not any(distinct(given)) and all(isinstance(part, Coded) for part in contents):
        return _made(_mixed_columns(contents))
    mixed = [_mixed(texts) for texts in zip(*contents, strict=True)]
    taken: dict[str, int] = {name: 1 for name in given if name}
    return [name or _unused(_name(word), taken) for name, word in zip(given, mixed, strict=True)]


def _named(rows: Sequence[int], actor_ids: list[str]) -> Sequence[str]:
    """Return the ids of actors by their rows."""
    if isinstance(rows, memoryview):
        return Coded(actor_ids, rows)
    return list(map(actor_ids.__getitem__, rows))


def _mixed(texts: Sequence[str]) -> int:
    """Return the 64 bits of one row's content."""
    word = 0
    for text in texts:
        word = ((word ^ _digest(text)) * FACTOR) & WORD
        word ^= word >> 32
    return word


def _mixed_columns(contents: Sequence[Sequence[str]]) -> NDArray[np.uint64]:
    """Return the same for every row at once."""
    import numpy as np

    word = np.zeros(len(contents[0]), np.uint64)
    digests: dict[int, NDArray[np.uint64]] = {}  # by the list of texts: both ends share one
    for column in contents:
        if isinstance(column, Coded):
            texts = column.values
            if id(texts) not in digests:
                joined = b"".join(map(_digested, texts))
                digests[id(texts)] = np.frombuffer(joined, ">u8").astype(np.uint64)
            word ^= digests[id(texts)][column.array]
            word *= np.uint64(FACTOR)
            word ^= word >> np.uint64(32)
    return word


@cache
def _digest(text: str) -> int:
    return int.from_bytes(_digested(text))


def _digested(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def _name(word: int) -> str:
    return f"r{word >> SHOWN:010x}"


def _made(words: NDArray[np.uint64]) -> Made:
    """Return ids of rows' contents, those that are alike numbered."""
    import numpy as np

    words = words >> np.uint64(SHOWN)
    ordered = np.sort(words)
    again = np.unique(ordered[1:][ordered[1:] == ordered[:-1]])
    rows = np.flatnonzero(np.isin(words, again)).tolist() if len(again) else []
    taken: dict[str, int] = {}
    names = [_unused(f"r{int(words[row]):010x}", taken) for row in rows]
    return Made(shared(words), rows, names)


class Made(Sequence[str]):
    """Ids that are written out when asked for.

    Parameters
    ----------
    words
        The bits of every row's content that its id shows.
    twins
        The rows, ascending, whose content others have too.
    numbered
        The ids of those.

    Examples
    --------
    >>> list(Made([1, 10, 1], [0, 2], ["r0000000001", "r0000000001-2"]))
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
        place = bisect_left(self.twins, row)
        if place < len(self.twins) and self.twins[place] == row:
            return self.numbered[place]
        return f"r{self.words[row]:010x}"

    def __iter__(self) -> Iterator[str]:
        made = (f"r{word:010x}" for word in self.words)
        if not self.twins:
            return made
        numbered = dict(zip(self.twins, self.numbered, strict=True))
        return (numbered.get(row, name) for row, name in enumerate(made))


def _unused(stem: str, taken: dict[str, int]) -> str:
    """Return an id that nobody has: the stem, or it with the number that follows its last one."""
    name, number = stem, taken.get(stem, 0)
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    taken[stem] = max(number, 1)
    taken.setdefault(name, 1)
    return name

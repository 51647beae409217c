"""Make ids for relations without one, so that they stay when rows move and data improve.

An id is made from the ends, the type and the stance alone, so that a better source, date, grade or
note leaves it. Each of these texts is hashed once, and the hashes are mixed into 64 bits: by column
for large data, by row for small, with the same result. Rows with the same content get numbers.

Up to version 0.1 an id was made from the dates and the references, too. Links, notes and layout
files may still name those former ids.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
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
MADE_ID = re.compile(r"r([0-9a-f]{10})(?:-[0-9]+)?")
DROPPED_BITS = 24  # of 64: the other 40 are ten hexadecimal digits


def make_relation_ids(
    relations: Table,
    actor_ids: Sequence[str],
    endpoints: tuple[Sequence[int], Sequence[int]],
    disputes: Sequence[bool],
    *,
    former: bool = False,
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
    former
        Whether to make the ids of version 0.1.
    """
    given = relations.cells("id")
    if all(unique_values(given)):
        return given
    actor_id_list = list(actor_ids)
    contents = [
        *(_to_actor_ids(rows, actor_id_list) for rows in endpoints),
        map_values(disputes, lambda each: "disputes" if each else "asserts"),
        *map(relations.cells, ("type", *(("start", "end", "reference") if former else ()))),
    ]
    if not any(unique_values(given)) and all(
        isinstance(part, DictionaryColumn) for part in contents
    ):
        return _make_content_ids(_mix_columns(contents))
    words = _mix_rows(contents)
    if not any(unique_values(given)):
        return _number_content_ids(words)
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


def _mix_rows(contents: Sequence[Sequence[str]]) -> list[int]:
    """Return the mixed hash of each row's content."""
    words = [0] * len(contents[0])
    for texts in contents:
        digests = {text: _digest_to_number(text) for text in set(texts)}
        mixed = [
            ((word ^ digests[text]) * FACTOR) & WORD
            for word, text in zip(words, texts, strict=True)
        ]
        words = [word ^ word >> 32 for word in mixed]
    return words


def _mix_columns(contents: Sequence[Sequence[str]]) -> NDArray[np.uint64]:
    """Return what `_mix_rows` returns, for columns that are encoded."""
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


def _number_content_ids(words: Iterable[int]) -> ContentIds:
    """Return the same as `_make_content_ids`, without numpy."""
    shown, numbers, counts = [word >> DROPPED_BITS for word in words], list[int](), dict[int, int]()
    for word in shown:
        counts[word] = counts.get(word, 0) + 1
        numbers.append(counts[word])
    return ContentIds(shown, numbers)


def _make_content_ids(words: NDArray[np.uint64]) -> ContentIds:
    """Return the ids of mixed hashes; equal ones get numbers."""
    import numpy as np

    words = words >> np.uint64(DROPPED_BITS)
    order = np.argsort(words, kind="stable")
    ordered = words[order]
    is_first = np.ones(len(words), bool)
    is_first[1:] = ordered[1:] != ordered[:-1]
    first = np.flatnonzero(is_first)
    numbers = np.empty(len(words), np.int32)
    numbers[order] = np.arange(1, len(words) + 1) - first[np.cumsum(is_first) - 1]
    return ContentIds(as_memoryview(words), as_memoryview(numbers))


class ContentIds(Sequence[str]):
    """Ids that are formatted on access.

    Parameters
    ----------
    words
        For every row the bits that its id shows.
    numbers
        For every row how many rows up to it have these bits.

    Examples
    --------
    >>> list(ContentIds([1, 10, 1], [1, 1, 2]))
    ['r0000000001', 'r000000000a', 'r0000000001-2']
    """

    def __init__(self, words: Sequence[int], numbers: Sequence[int]) -> None:
        self.words, self.numbers = words, numbers

    def __len__(self) -> int:
        return len(self.words)

    @overload
    def __getitem__(self, row: int) -> str: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[str]: ...
    def __getitem__(self, row: int | slice) -> str | Sequence[str]:
        if isinstance(row, slice):
            return [self[each] for each in range(*row.indices(len(self)))]
        return _format_numbered(self.words[row], self.numbers[row])

    def __iter__(self) -> Iterator[str]:
        return map(_format_numbered, self.words, self.numbers)


def _format_numbered(word: int, number: int) -> str:
    return f"r{word:010x}" if number == 1 else f"r{word:010x}-{number}"


def find_row(ids: Sequence[str], name: str) -> int | None:
    """Return the row with an id, None if there is none; long columns are searched at once.

    Examples
    --------
    >>> find_row(ContentIds([1, 10, 1], [1, 1, 2]), "r0000000001-2"), find_row(["a"], "b")
    (2, None)
    """
    if not isinstance(ids, ContentIds):
        return next((row for row, each in enumerate(ids) if each == name), None)
    match = MADE_ID.fullmatch(name)
    if isinstance(ids.words, list):
        wanted = int(match[1], 16) if match else None
        same = (row for row, word in enumerate(ids.words) if word == wanted)
        return next((row for row in same if ids[row] == name), None)
    import numpy as np

    rows = np.flatnonzero(np.asarray(ids.words) == int(match[1], 16)) if match else ()
    return next((row for row in map(int, rows) if ids[row] == name), None)


def _make_unused_id(stem: str, used: dict[str, int]) -> str:
    """Return an id that is not used yet: the stem, or the stem with its next number."""
    name, number = stem, used.get(stem, 0)
    while name in used:
        number += 1
        name = f"{stem}-{number}"
    used[stem] = max(number, 1)
    used.setdefault(name, 1)
    return name

"""Many texts as UTF-8, one after the other, each made when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import overload

HOW = "surrogatepass"  # half a letter, as some encodings let through, is kept as it is


class Texts(Sequence[str]):
    """Texts of which only those asked for are decoded.

    Parameters
    ----------
    first
        Where each text starts in `data`, in bytes, and one number more: where the last one ends.
    data
        All of them as UTF-8.

    Examples
    --------
    >>> texts = Texts([0, 4, 6], memoryview("Ada, I".encode()))
    >>> list(texts), texts[-1], len(texts)
    (['Ada,', ' I'], ' I', 2)
    """

    __slots__ = ("_data", "_first")

    def __init__(self, first: Sequence[int], data: memoryview[int]) -> None:
        if not first or first[-1] != len(data):
            raise ValueError("the texts do not fill their data")
        self._first, self._data = first, data

    def __len__(self) -> int:
        return len(self._first) - 1

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[str]: ...
    def __getitem__(self, place: int | slice) -> str | Sequence[str]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        place = range(len(self))[place]
        return str(self._data[self._first[place] : self._first[place + 1]], "utf-8", HOW)

    def __iter__(self) -> Iterator[str]:
        whole = bytes(self._data)
        if whole.isascii():  # then places of bytes are places of letters
            letters = whole.decode()
            return (letters[start:end] for start, end in pairwise(self._first))
        return (str(whole[start:end], "utf-8", HOW) for start, end in pairwise(self._first))


def packed(texts: Sequence[str]) -> tuple[list[int], bytes]:
    r"""Return where each text starts, and all of them as UTF-8.

    Examples
    --------
    >>> packed(["a", "", "ж"])
    ([0, 1, 1, 3], b'a\xd0\xb6')
    """
    parts = [text.encode("utf-8", HOW) for text in texts]
    first, end = [0], 0
    for part in parts:
        end += len(part)
        first.append(end)
    return first, b"".join(parts)

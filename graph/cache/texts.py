"""Many texts as one block of UTF-8, each decoded on access."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import overload

from graph.data.arrow_texts import ArrowTexts

ENCODING_ERRORS = (
    "surrogatepass"  # lone surrogates, which some encodings let through, stay as they are
)


class LazyTexts(Sequence[str]):
    """A sequence of texts that are decoded on access.

    Parameters
    ----------
    offsets
        The offset of each text in `data`, in bytes; last, the end of the last text.
    data
        All of them as UTF-8.

    Examples
    --------
    >>> texts = LazyTexts([0, 4, 6], memoryview("Ada, I".encode()))
    >>> list(texts), texts[-1], len(texts)
    (['Ada,', ' I'], ' I', 2)
    """

    __slots__ = ("_data", "_offsets")

    def __init__(self, offsets: Sequence[int], data: memoryview[int]) -> None:
        if not offsets or offsets[-1] != len(data):
            raise ValueError("the texts do not fill their data")
        self._offsets, self._data = offsets, data

    def __len__(self) -> int:
        return len(self._offsets) - 1

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        index = range(len(self))[index]
        return str(
            self._data[self._offsets[index] : self._offsets[index + 1]], "utf-8", ENCODING_ERRORS
        )

    def __iter__(self) -> Iterator[str]:
        whole = bytes(self._data)
        if whole.isascii():  # then offsets of bytes are offsets of characters
            letters = whole.decode()
            return (letters[start:end] for start, end in pairwise(self._offsets))
        return (
            str(whole[start:end], "utf-8", ENCODING_ERRORS)
            for start, end in pairwise(self._offsets)
        )


def pack_texts(texts: Sequence[str]) -> tuple[Sequence[int], bytes | memoryview[int]]:
    r"""Return the offsets of texts, and all of them as one block of UTF-8.

    Examples
    --------
    >>> pack_texts(["a", "", "ж"])
    ([0, 1, 1, 3], b'a\xd0\xb6')
    """
    if isinstance(texts, ArrowTexts):
        return texts.pack()
    whole = "".join(texts)
    if whole.isascii():
        return list(accumulate(map(len, texts), initial=0)), whole.encode()
    parts = [text.encode("utf-8", ENCODING_ERRORS) for text in texts]
    return list(accumulate(map(len, parts), initial=0)), b"".join(parts)

"""The unique texts of a large column, as Arrow has read them: strings are made when they are asked.

What can be asked of all of them at once is asked of Arrow, which looks at their bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    import pyarrow as pa


class ArrowTexts(Sequence[str]):
    """Texts of an Arrow array.

    Parameters
    ----------
    array
        The texts, none of them missing.

    Examples
    --------
    >>> import pyarrow
    >>> texts = ArrowTexts(pyarrow.array(["Minsk", "", "Łódź"]))
    >>> texts[0], list(texts), "" in texts, texts.index("Łódź"), texts.longest
    ('Minsk', ['Minsk', '', 'Łódź'], True, 2, 5)
    >>> texts.pick("[^ -~]"), texts.pick("M[a-z]*", whole=True)
    (['Łódź'], ['Łódź'])
    """

    __slots__ = ("_list", "array")

    def __init__(self, array: pa.StringArray) -> None:
        self.array = array
        self._list: list[str] | None = None

    def __len__(self) -> int:
        return len(self.array)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        if self._list is not None:
            return self._list[index]
        if isinstance(index, slice):
            return [*self][index]
        text: str = self.array[index].as_py()
        return text

    def __iter__(self) -> Iterator[str]:
        if self._list is None:
            self._list = self.array.to_pylist()
        return iter(self._list)

    def __contains__(self, text: object) -> bool:
        return self._find(text) >= 0

    def index(self, text: str, start: int = 0, stop: int | None = None) -> int:
        """Return the first index of a text."""
        found = self._find(text)
        if found < 0 or start or stop is not None:
            return [*self].index(text, start, len(self) if stop is None else stop)
        return found

    def _find(self, text: object) -> int:
        import pyarrow.compute as pc

        found: int = pc.index(self.array, text).as_py()
        return found

    @property
    def longest(self) -> int:
        """The characters of the longest text."""
        import pyarrow.compute as pc

        longest: int | None = pc.max(pc.utf8_length(self.array)).as_py()
        return longest or 0

    def pack(self) -> tuple[memoryview[int], memoryview[int]]:
        r"""Return the offset of each text in bytes, last the end of the last, and all as UTF-8.

        Examples
        --------
        >>> import pyarrow
        >>> offsets, data = ArrowTexts(pyarrow.array(["a", "", "ж"])).pack()
        >>> offsets.tolist(), bytes(data)
        ([0, 1, 1, 3], b'a\xd0\xb6')
        """
        import numpy as np

        _, ends, data = self.array.buffers()
        offsets = np.frombuffer(ends, np.int32, len(self) + 1, 4 * self.array.offset)
        first, last = offsets[[0, -1]].tolist()
        return memoryview(offsets - first), memoryview(data or b"")[first:last]

    def has(self, part: str) -> bool:
        """Return whether any text has a part."""
        import pyarrow.compute as pc

        found: bool = pc.any(pc.match_substring(self.array, part), min_count=0).as_py()
        return found

    def are_stripped(self, blanks: str) -> bool:
        """Return whether no text begins or ends with one of some characters."""
        import pyarrow.compute as pc

        stripped = pc.utf8_trim(self.array, characters=blanks)
        same = pc.equal(pc.binary_length(stripped), pc.binary_length(self.array))
        are_stripped: bool = pc.all(same, min_count=0).as_py()
        return are_stripped

    def pick(self, pattern: str, *, whole: bool = False) -> list[str]:
        """Return the texts that have a pattern somewhere.

        Parameters
        ----------
        pattern
            A regular expression as RE2 reads it.
        whole
            Whether to return the filled texts that are not what the pattern describes instead.
        """
        import pyarrow.compute as pc

        if whole:
            pattern = f"^({pattern})?$"
        found = pc.match_substring_regex(self.array, pattern)
        texts: list[str] = self.array.filter(pc.invert(found) if whole else found).to_pylist()
        return texts

"""Sequences whose items are computed on first access."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar, overload

Value = TypeVar("Value")
Item = TypeVar("Item")


class LazySequence(Sequence[Value], Generic[Item, Value]):
    """The results of a function for each of some values, computed on first access.

    Examples
    --------
    >>> list(LazySequence(("1", "2"), int))
    [1, 2]
    """

    __slots__ = ("_cache", "_function", "_values")

    def __init__(self, values: Sequence[Item], function: Callable[[Item], Value]) -> None:
        self._values, self._function = values, function
        self._cache: dict[int, Value] = {}

    def __len__(self) -> int:
        return len(self._values)

    @overload
    def __getitem__(self, index: int) -> Value: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Value]: ...
    def __getitem__(self, index: int | slice) -> Value | Sequence[Value]:
        if isinstance(index, slice):
            return list(map(self._function, self._values[index]))
        if index not in self._cache:
            self._cache[index] = self._function(self._values[index])
        return self._cache[index]

    def __iter__(self) -> Iterator[Value]:
        return map(self._function, self._values)


class LazyTuple(LazySequence[Item, Value]):
    """A lazy sequence that keeps what it computed, and is equal to a tuple of the same items.

    Examples
    --------
    >>> numbers = LazyTuple(("1", "2", "x"), int)
    >>> numbers[:2], numbers[:2] == LazyTuple(("1", "2"), int)
    ((1, 2), True)
    """

    __slots__ = ()

    @overload
    def __getitem__(self, index: int) -> Value: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Value, ...]: ...
    def __getitem__(self, index: int | slice) -> Value | tuple[Value, ...]:
        numbers = range(len(self))[index]  # an index below 0 counts from the end
        if isinstance(numbers, range):
            return tuple(self[number] for number in numbers)
        return super().__getitem__(numbers)

    def __iter__(self) -> Iterator[Value]:
        return (self[number] for number in range(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, tuple | LazyTuple) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

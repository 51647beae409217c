"""Values that are made of others when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar, overload

Value = TypeVar("Value")
Other = TypeVar("Other")


class Mapped(Sequence[Value], Generic[Other, Value]):
    """What a function makes of values, each made when it is first asked for.

    Examples
    --------
    >>> list(Mapped(("1", "2"), int))
    [1, 2]
    """

    __slots__ = ("_function", "_known", "_values")

    def __init__(self, values: Sequence[Other], function: Callable[[Other], Value]) -> None:
        self._values, self._function = values, function
        self._known: dict[int, Value] = {}

    def __len__(self) -> int:
        return len(self._values)

    @overload
    def __getitem__(self, place: int) -> Value: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Value]: ...
    def __getitem__(self, place: int | slice) -> Value | Sequence[Value]:
        if isinstance(place, slice):
            return list(map(self._function, self._values[place]))
        if place not in self._known:
            self._known[place] = self._function(self._values[place])
        return self._known[place]

    def __iter__(self) -> Iterator[Value]:
        return map(self._function, self._values)

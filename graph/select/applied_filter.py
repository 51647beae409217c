"""A filter that selected part of the data, as data: so that it can be named, and left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

Network = TypeVar("Network")

BY_VALUE = ("avoid", "avoid_kind", "avoid_basis", "avoid_actor", "without_source")
"""Filters of which each value leaves something out by itself."""

OF_PATHS = ("by", "max_length")
"""What limits paths, and is no filter of the data."""


@dataclass(frozen=True)
class AppliedFilter:
    """A filter with its arguments.

    Parameters
    ----------
    name
        The name of the method; that of an option (``certain``, ``unrated``) or ``directed`` where
        it alone is meant; that of an option of a path, such as ``max_length``.
    arguments
        Its arguments: words, dates, a number, the ids of actors or sources.
    options
        Its options that are not as by default.

    Examples
    --------
    >>> print(AppliedFilter("at", ("1990",), (("certain", True),)))
    net.at("1990", certain=True)
    """

    name: str
    arguments: tuple[str | float, ...] = ()
    options: tuple[tuple[str, bool], ...] = ()

    def __str__(self) -> str:
        if self.name in ("certain", "unrated", "directed", "together", "in_order"):
            return f"{self.name}={self.name != 'unrated'}"
        if self.name in OF_PATHS:
            return f"{self.name}={_quote(self.arguments[0])}"
        words = [*map(_quote, self.arguments), *(f"{name}={on}" for name, on in self.options)]
        return f"net.{self.name}({', '.join(words)})"

    @property
    def parts(self) -> Sequence[AppliedFilter]:
        """What of it can be left out by itself: its options; then each value, or all of it."""
        options = [AppliedFilter(name) for name, _ in self.options]
        if self.name not in BY_VALUE:
            return [*options, self]
        return [AppliedFilter(self.name, (value,)) for value in self.arguments]

    def leave_out(self, part: AppliedFilter) -> AppliedFilter | None:
        """Return it without a part; None where nothing is left."""
        if part.name in dict(self.options) and not part.arguments:
            return replace(self, options=())
        if part.name == self.name and self.name in BY_VALUE:
            rest = tuple(each for each in self.arguments if each not in part.arguments)
            return replace(self, arguments=rest) if rest else None
        return None if part == self else self

    def apply(self, network: Network) -> Network:
        """Return what it selects of a network."""
        filtered: Network = getattr(network, self.name)(*self.arguments, **dict(self.options))
        return filtered

    def to_dict(self) -> dict[str, object]:
        """Return it as data.

        Examples
        --------
        >>> AppliedFilter("avoid", ("funds",)).to_dict()
        {'name': 'avoid', 'arguments': ['funds']}
        """
        return {"name": self.name, "arguments": list(self.arguments), **dict(self.options)}


def leave_out(filters: Iterable[AppliedFilter], part: AppliedFilter) -> Iterator[AppliedFilter]:
    """Yield filters without a part of one."""
    for each in filters:
        rest = each.leave_out(part)
        if rest:
            yield rest


def _quote(value: str | float) -> str:
    """Return an argument as Python reads it, in double quotes."""
    from json import dumps

    return dumps(value, ensure_ascii=False) if isinstance(value, str) else f"{value:g}"

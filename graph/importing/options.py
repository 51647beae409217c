"""What a person decides about an import, instead of what would be guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from graph.data.limits import Limits
from graph.errors import QuestionError, quote_value

DateOrder = Literal["dmy", "mdy", "ymd"]
DATE_ORDERS: tuple[DateOrder, ...] = ("dmy", "mdy", "ymd")
DECIMALS = {",": ",", ".": ".", "comma": ",", "point": "."}


@dataclass(frozen=True)
class ImportOptions:
    """How files are imported; whatever is left out is decided by the files.

    Parameters
    ----------
    roles
        By column, what it is: ``{"Boss": "target"}``. ``own`` makes it a column of one's own,
        ``skip`` leaves it out.
    sheets
        The sheets of workbooks that are read; empty for all that hold something.
    dates
        The order of day, month and year in dates such as 8/9/2022.
    decimal
        The decimal sign of numbers, ``,`` or ``.``.
    split
        By column, what separates several values in a cell; blank for no separator.
    types
        By word of the file, the relation type it means, or ``+``, ``-`` or ``0`` for its sign.
        Under an empty word, the type of relations that have none.
    kinds
        By column or word, the kind of actors. Under an empty word, of actors that have none.
    merge
        By name, the actor who is meant.
    encoding
        The encoding of text files.
    limits
        How much is read at the most.
    """

    roles: Mapping[str, str] = field(default_factory=dict)
    sheets: tuple[str, ...] = ()
    dates: DateOrder | None = None
    decimal: str | None = None
    split: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    merge: Mapping[str, str] = field(default_factory=dict)
    encoding: str | None = None
    limits: Limits = field(default_factory=Limits)


def parse_pairs(name: str, texts: Iterable[str], *, alone: bool = False) -> dict[str, str]:
    """Return options of the form ``WORDS=VALUE`` as a mapping.

    Parameters
    ----------
    name
        The option, for messages.
    texts
        What was given.
    alone
        Whether a value may stand alone; it is found under the empty word.

    Raises
    ------
    QuestionError
        When a text is no such pair.

    Examples
    --------
    >>> parse_pairs("map", ["Payer=source"]), parse_pairs("type", ["funds"], alone=True)
    ({'Payer': 'source'}, {'': 'funds'})
    """
    pairs = {}
    for text in texts:
        word, equals, value = text.rpartition("=")
        if not equals and not alone:
            what = f"{quote_value(text)} has no equals sign. Write it like Payer=source."
            raise QuestionError(name, what)
        pairs[word.strip()] = value.strip()
    return pairs

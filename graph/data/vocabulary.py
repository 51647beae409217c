"""What kinds of actors and types of relations there are, and how they are read aloud."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Sign = Literal["+", "-", "0"]

PERSON = "person"
KINDS = (
    PERSON,
    "state",
    "organisation",
    "armed_group",
    "alliance",
    "institution",
    "movement",
    "place",
    "asset",
)


def as_sign(text: str) -> Sign:
    """Return a text as a sign; whatever is neither ``+`` nor ``-`` is neutral."""
    return "+" if text == "+" else "-" if text == "-" else "0"


@dataclass(frozen=True)
class RelationType:
    """One type of relation.

    Parameters
    ----------
    name
        What stands in the column ``type``.
    sign
        ``+`` for a tie, ``-`` for a tension, ``0`` for neither.
    mutual
        Whether it holds both ways; otherwise it runs from source to target.
    influence
        Whether influence travels along it.
    label, inverse
        The wording from source to target ("funds") and back ("is funded by").
    """

    name: str
    sign: Sign
    mutual: bool
    influence: bool
    label: str
    inverse: str


def _directed(name: str, sign: Sign, label: str, inverse: str) -> RelationType:
    return RelationType(name, sign, mutual=False, influence=True, label=label, inverse=inverse)


BUILT_IN = (
    RelationType("ally", "+", True, True, "is allied with", "is allied with"),  # noqa: FBT003
    _directed("supports", "+", "supports", "is supported by"),
    _directed("funds", "+", "funds", "is funded by"),
    _directed("supplies", "+", "supplies", "is supplied by"),
    _directed("opposes", "-", "opposes", "is opposed by"),
    _directed("sanctions", "-", "sanctions", "is sanctioned by"),
    _directed("attacks", "-", "attacks", "is attacked by"),
    _directed("leads", "0", "leads", "is led by"),
    _directed("commands", "0", "commands", "is commanded by"),
    _directed("member_of", "0", "is a member of", "has as a member"),
    _directed("part_of", "0", "is part of", "includes"),
    _directed("hosts", "0", "hosts", "is hosted by"),
    RelationType("trades_with", "0", True, True, "trades with", "trades with"),  # noqa: FBT003
    RelationType("borders", "0", True, False, "borders", "borders"),  # noqa: FBT003
    RelationType("located_in", "0", False, False, "is located in", "is the location of"),  # noqa: FBT003
)

TYPES: Mapping[str, RelationType] = MappingProxyType({known.name: known for known in BUILT_IN})


def type_row(known: RelationType) -> tuple[str, ...]:
    """Return a type as a row of types.csv declares it.

    Examples
    --------
    >>> type_row(TYPES["funds"])
    ('funds', '+', 'no', 'yes', 'funds', 'is funded by')
    """
    told = {True: "yes", False: "no"}
    mutual, influence = told[known.mutual], told[known.influence]
    return known.name, known.sign, mutual, influence, known.label, known.inverse


def undeclared(name: str, *, mutual: bool) -> RelationType:
    """Return a neutral type for a graph's edges whose type nobody has declared.

    Examples
    --------
    >>> undeclared("cites", mutual=False).inverse
    'is at the other end of "cites" from'
    """
    label = name.replace("_", " ")
    inverse = label if mutual else f'is at the other end of "{label}" from'
    return RelationType(name, "0", mutual=mutual, influence=True, label=label, inverse=inverse)

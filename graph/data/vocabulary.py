"""The built-in kinds of actors and types of relations, with their signs and wording."""

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
    """Convert a text to a sign; whatever is neither ``+`` nor ``-`` is neutral."""
    return "+" if text == "+" else "-" if text == "-" else "0"


@dataclass(frozen=True)
class RelationType:
    """One type of relation.

    Parameters
    ----------
    name
        The text in the column ``type``.
    sign
        ``+`` for positive, ``-`` for negative, ``0`` for neutral.
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


def _make_directed(name: str, sign: Sign, label: str, inverse: str) -> RelationType:
    return RelationType(name, sign, mutual=False, influence=True, label=label, inverse=inverse)


BUILT_IN = (
    RelationType("ally", "+", True, True, "is allied with", "is allied with"),  # noqa: FBT003
    _make_directed("supports", "+", "supports", "is supported by"),
    _make_directed("funds", "+", "funds", "is funded by"),
    _make_directed("supplies", "+", "supplies", "is supplied by"),
    _make_directed("opposes", "-", "opposes", "is opposed by"),
    _make_directed("sanctions", "-", "sanctions", "is sanctioned by"),
    _make_directed("attacks", "-", "attacks", "is attacked by"),
    _make_directed("leads", "0", "leads", "is led by"),
    _make_directed("commands", "0", "commands", "is commanded by"),
    _make_directed("member_of", "0", "is a member of", "has as a member"),
    _make_directed("part_of", "0", "is part of", "includes"),
    _make_directed("hosts", "0", "hosts", "is hosted by"),
    RelationType("trades_with", "0", True, True, "trades with", "trades with"),  # noqa: FBT003
    RelationType("borders", "0", True, False, "borders", "borders"),  # noqa: FBT003
    RelationType("located_in", "0", False, False, "is located in", "is the location of"),  # noqa: FBT003
)

TYPES: Mapping[str, RelationType] = MappingProxyType({each.name: each for each in BUILT_IN})


def to_type_row(relation_type: RelationType) -> tuple[str, ...]:
    """Convert a type to the row of types.csv that declares it.

    Examples
    --------
    >>> to_type_row(TYPES["funds"])
    ('funds', '+', 'no', 'yes', 'funds', 'is funded by')
    """
    words = {True: "yes", False: "no"}
    return (
        relation_type.name,
        relation_type.sign,
        words[relation_type.mutual],
        words[relation_type.influence],
        relation_type.label,
        relation_type.inverse,
    )


def make_undeclared_type(name: str, *, mutual: bool) -> RelationType:
    """Return a neutral type for edges of a graph whose type is not declared.

    Examples
    --------
    >>> make_undeclared_type("cites", mutual=False).inverse
    'is at the other end of "cites" from'
    """
    label = name.replace("_", " ")
    inverse = label if mutual else f'is at the other end of "{label}" from'
    return RelationType(name, "0", mutual=mutual, influence=True, label=label, inverse=inverse)

"""Types of relations that the data declares: the rows of types.csv, and types without one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from graph.data.vocabulary import TYPES, YES_OR_NO, RelationType, Sign, derive_past, derive_present

SIGN_WORDS: Mapping[str, Sign] = MappingProxyType(
    {"+": "+", "positive": "+", "-": "-", "negative": "-", "0": "0", "neutral": "0"}
)
YES, NO = "yes", "no"


def as_sign(text: str) -> Sign:
    """Convert a text to a sign; whatever is neither positive nor negative is neutral.

    Examples
    --------
    >>> as_sign("+"), as_sign("Negative"), as_sign("")
    ('+', '-', '0')
    """
    return SIGN_WORDS.get(text.casefold(), "0")


def declare_type(cells: Mapping[str, str]) -> RelationType:
    """Return the type that a row of types.csv declares.

    A blank cell of a type that is built in leaves it as it is. Of any other type a blank sign is
    neutral, a blank yes or no is no, and a blank label is the name.

    Examples
    --------
    >>> cites = declare_type({"type": "cites", "inverse": "is cited by", "past": "cited"})
    >>> cites.label, cites.past_inverse
    ('cites', 'was cited by')
    >>> declare_type({"type": "funds", "sign": "-"}).inverse
    'is funded by'
    """
    name, sign, past = (cells.get(column, "") for column in ("type", "sign", "past"))
    built_in = TYPES.get(name)
    plain = built_in or make_undeclared_type(name, mutual=False, influence=False)
    mutual, influence, event = (
        cells[column].casefold() == YES if cells.get(column) else getattr(plain, column)
        for column in YES_OR_NO
    )
    label = cells.get("label") or plain.label
    inverse = cells.get("inverse") or (label if mutual else plain.inverse)
    past = past or (plain.past if label == plain.label else "")
    irregular = plain.past_inverse if inverse == plain.inverse else ""
    declared = RelationType(
        name,
        as_sign(sign) if sign else plain.sign,
        mutual=mutual,
        influence=influence,
        label=label,
        inverse=inverse,
        event=event,
        past=past,
        past_inverse=past if mutual else irregular or derive_past(inverse),
    )
    return _add_present(declared, plain) if event else declared


def _add_present(declared: RelationType, plain: RelationType) -> RelationType:
    """Return a type of event with its words in the present, as far as they can be known.

    They are its own words where those of the past differ, and else derived from them.
    """
    label, inverse = declared.label, declared.inverse
    if label == plain.label and plain.present:
        back = plain.present_inverse if inverse == plain.inverse else derive_present(inverse)
        there = plain.present
    elif declared.past not in ("", label):
        there, back = label, inverse
    else:
        there, back = derive_present(label), derive_present(inverse)
    return replace(declared, present=there, present_inverse=there if declared.mutual else back)


def to_type_row(relation_type: RelationType) -> tuple[str, ...]:
    """Convert a type to the row of types.csv that declares it.

    Examples
    --------
    >>> to_type_row(TYPES["funds"])
    ('funds', '+', 'no', 'yes', 'no', 'funds', 'is funded by', 'funded')
    """
    words = {True: YES, False: NO}
    return (
        relation_type.name,
        relation_type.sign,
        words[relation_type.mutual],
        words[relation_type.influence],
        words[relation_type.event],
        relation_type.label,
        relation_type.inverse,
        relation_type.past,
    )


def make_undeclared_type(name: str, *, mutual: bool, influence: bool = True) -> RelationType:
    """Return a neutral type of which nothing but the name is known.

    Examples
    --------
    >>> make_undeclared_type("born_in", mutual=False).label
    'born in'
    """
    label = name.replace("_", " ")
    inverse = label if mutual else ""
    return RelationType(name, "0", mutual=mutual, influence=influence, label=label, inverse=inverse)

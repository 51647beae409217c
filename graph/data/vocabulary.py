"""The built-in kinds of actors and types of relations, with their signs and wording."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

Sign = Literal["+", "-", "0"]

PERSON = "person"
DEFAULT_KIND = "actor"  # of an actor without a kind
YES_OR_NO = ("mutual", "influence", "event")  # what of a type is yes or no
DEFAULT_TYPE = "related_to"  # of a relation without a type
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

_PAST_VERBS = {"is": "was", "are": "were", "has": "had", "was": "was", "were": "were", "had": "had"}
_PRESENT_VERBS = {past: present for present, past in _PAST_VERBS.items() if present != past}


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
        The wording from source to target ("funds") and back ("is funded by"); where there is no
        inverse, a sentence keeps the order of the row.
    event
        Whether it is over when it is done, such as a meeting.
    past, past_inverse
        The same wording for what is over ("funded", "was funded by"); empty where there is none.
    present, present_inverse
        The same wording for an event that is still to come ("meets"); empty where there is none.
    """

    name: str
    sign: Sign
    mutual: bool
    influence: bool
    label: str
    inverse: str
    event: bool = False
    past: str = ""
    past_inverse: str = ""
    present: str = ""
    present_inverse: str = ""

    def choose_wording(
        self, *, backwards: bool = False, over: bool = False, planned: bool = False
    ) -> str:
        """Return the words between the ends; empty where only the order of the row has any.

        Parameters
        ----------
        backwards
            Whether the sentence begins with the target.
        over
            Whether the relation is over; without words for that, those for the present are taken,
            in the order of the row.
        planned
            Whether it is an event that is still to come.

        Examples
        --------
        >>> funds = TYPES["funds"]
        >>> funds.choose_wording(backwards=True), funds.choose_wording(over=True)
        ('is funded by', 'funded')
        >>> TYPES["met"].choose_wording(planned=True)
        'meets'
        """
        words = (self.label, self.inverse)
        if over:
            words = (self.past or self.label, self.past_inverse if self.past else "")
        elif planned and self.present:
            words = (self.present, self.present_inverse)
        return words[backwards and not self.mutual]


def derive_past(words: str) -> str:
    """Return the past of words that begin with a form of to be or to have, else an empty text.

    Examples
    --------
    >>> derive_past("is funded by"), derive_past("has as a member"), derive_past("cites")
    ('was funded by', 'had as a member', '')
    """
    return _replace_verb(words, _PAST_VERBS)


def derive_present(words: str) -> str:
    """Return the present of words that begin with a past of to be or to have, else an empty text.

    Examples
    --------
    >>> derive_present("was seen with"), derive_present("met")
    ('is seen with', '')
    """
    return _replace_verb(words, _PRESENT_VERBS)


def _replace_verb(words: str, verbs: Mapping[str, str]) -> str:
    verb, space, rest = words.partition(" ")
    return verbs[verb] + space + rest if verb in verbs else ""


def _make_directed(name: str, sign: Sign, *wording: str) -> RelationType:
    """Return a type by its wording there, back, there in the past (and back, where irregular)."""
    label, inverse, past, *irregular = wording
    past_inverse = irregular[0] if irregular else derive_past(inverse)
    return RelationType(
        name,
        sign,
        mutual=False,
        influence=True,
        label=label,
        inverse=inverse,
        past=past,
        past_inverse=past_inverse,
    )


def _make_mutual(name: str, sign: Sign, label: str, past: str) -> RelationType:
    return replace(_make_directed(name, sign, label, label, past, past), mutual=True)


def _make_event(name: str, sign: Sign, label: str, inverse: str, *present: str) -> RelationType:
    """Return a type whose words are in the past: an event is over when it is done.

    Parameters
    ----------
    present
        Its wording there in the present (and back, where irregular).
    """
    there, *irregular = present
    back = irregular[0] if irregular else derive_present(inverse)
    past = _make_directed(name, sign, label, inverse, label, inverse)
    return replace(past, event=True, present=there, present_inverse=back)


BUILT_IN = (
    _make_mutual("ally", "+", "is allied with", "was allied with"),
    _make_directed("supports", "+", "supports", "is supported by", "supported"),
    _make_directed("funds", "+", "funds", "is funded by", "funded"),
    _make_directed("supplies", "+", "supplies", "is supplied by", "supplied"),
    _make_directed("opposes", "-", "opposes", "is opposed by", "opposed"),
    _make_directed("sanctions", "-", "sanctions", "is sanctioned by", "sanctioned"),
    _make_directed("attacks", "-", "attacks", "is attacked by", "attacked"),
    _make_directed("leads", "0", "leads", "is led by", "led"),
    _make_directed("commands", "0", "commands", "is commanded by", "commanded"),
    _make_directed("member_of", "0", "is a member of", "has as a member", "was a member of"),
    _make_directed("part_of", "0", "is part of", "includes", "was part of", "included"),
    _make_directed("hosts", "0", "hosts", "is hosted by", "hosted"),
    _make_mutual("trades_with", "0", "trades with", "traded with"),
    replace(_make_mutual("borders", "0", "borders", "bordered"), influence=False),
    replace(
        _make_directed("located_in", "0", "is located in", "is the location of", "was located in"),
        influence=False,
    ),
    _make_directed("owns", "0", "owns", "is owned by", "owned"),
    _make_directed("controls", "0", "controls", "is controlled by", "controlled"),
    _make_event("founded", "0", "founded", "was founded by", "founds"),
    _make_directed("employs", "0", "employs", "is employed by", "employed"),
    _make_directed("advises", "+", "advises", "is advised by", "advised"),
    _make_directed("represents", "+", "represents", "is represented by", "represented"),
    _make_event("appointed", "0", "appointed", "was appointed by", "appoints"),
    _make_mutual("married_to", "+", "is married to", "was married to"),
    _make_directed("parent_of", "0", "is a parent of", "is a child of", "was a parent of"),
    _make_directed("related_to", "0", "is related to", "is related to", "was related to"),
    _make_mutual("knows", "0", "knows", "knew"),
    replace(_make_event("met", "0", "met", "met", "meets", "meets"), mutual=True),
    _make_event(
        "donated_to",
        "+",
        "donated to",
        "received a donation from",
        "donates to",
        "receives a donation from",
    ),
    _make_event("paid", "0", "paid", "was paid by", "pays"),
    _make_event("lent_to", "0", "lent to", "borrowed from", "lends to", "borrows from"),
    _make_event(
        "invested_in",
        "0",
        "invested in",
        "received an investment from",
        "invests in",
        "receives an investment from",
    ),
    _make_mutual("contracts_with", "0", "has a contract with", "had a contract with"),
    _make_directed("lobbies", "0", "lobbies", "is lobbied by", "lobbied"),
    _make_directed("investigates", "0", "investigates", "is investigated by", "investigated"),
    _make_event("sued", "-", "sued", "was sued by", "sues"),
    _make_directed("criticises", "-", "criticises", "is criticised by", "criticised"),
    _make_directed("praises", "+", "praises", "is praised by", "praised"),
    replace(
        _make_event("signed_with", "0", "signed with", "signed with", "signs with", "signs with"),
        mutual=True,
    ),
    replace(
        _make_directed("studied_at", "0", "studied at", "had as a student", "studied at"),
        influence=False,
    ),
)

TYPES: Mapping[str, RelationType] = MappingProxyType({each.name: each for each in BUILT_IN})

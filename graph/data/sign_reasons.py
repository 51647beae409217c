"""Why each built-in type of relation has its sign: docs/types.md lists the reasons."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

SIGN_REASONS: Mapping[str, str] = MappingProxyType(
    {
        "ally": "both have agreed to stand by each other",
        "supports": "takes the side of the other",
        "funds": "gives what the other needs to act",
        "supplies": "gives what the other needs to act",
        "opposes": "takes a side against the other",
        "sanctions": "does harm on purpose",
        "attacks": "does harm on purpose",
        "leads": "an order of ranks: who leads may be loved or feared",
        "commands": "an order of ranks: who commands may be loved or feared",
        "member_of": "a place in a body, which may be quarrelled with from within",
        "part_of": "how something is built, not what anybody wants",
        "hosts": "room is given by will, by treaty or under force",
        "trades_with": "an exchange in which each side serves itself",
        "borders": "geography",
        "located_in": "geography",
        "owns": "property: it says nothing of goodwill",
        "controls": "power over another, with or against its will",
        "founded": "who made a thing may have left it or been driven out",
        "employs": "work for pay",
        "advises": "helps the other with what it knows",
        "represents": "acts in the name and the interest of the other",
        "appointed": "an office is given by duty as often as by goodwill",
        "married_to": "a bond that both chose",
        "parent_of": "nobody chooses kin",
        "related_to": "how they are related is not said",
        "knows": "one may know a friend or a foe",
        "met": "friends and foes meet",
        "donated_to": "a gift: nothing is due in return",
        "paid": "a wage, a price, a fine or a ransom",
        "lent_to": "a business: what is lent comes back with interest",
        "invested_in": "a business: the investor wants a return",
        "contracts_with": "an exchange in which each side serves itself",
        "lobbies": "wants something of the other, which may refuse",
        "investigates": "a duty as often as enmity, and it may clear the other",
        "sued": "the two are opponents in court",
        "criticises": "speaks against the other",
        "praises": "speaks for the other",
        "signed_with": "allies sign treaties, and so do enemies who end a war",
        "studied_at": "a part of a life, shared by thousands",
    }
)

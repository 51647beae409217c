"""What the name of a table says of the two ends of its rows: an ownership, a membership."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from graph.importing.roles.header_words import read_words

TABLES: Mapping[str, str] = {
    "owns": "ownership, ownerships, shareholding, shareholdings, shareholders",
    "member_of": "membership, memberships, member, members",
    "works for": "employment, employments, jobs",
    "leads": "directorship, directorships, directors, management",
    "donated_to": "donation, donations, contributions",
    "paid": "payment, payments, transactions, transfers",
    "funds": "funding, grants",
    "married_to": "marriage, marriages",
    "knows": "friendship, friendships, friends, contacts, acquaintances",
}
"""What the rows of a table of a database say of its two ends, by the table's name."""


@cache
def read_words_of_tables() -> Mapping[str, str]:
    """Return by the name of a table what it says of its two ends.

    Examples
    --------
    >>> read_words_of_tables()["ownership"]
    'owns'
    """
    return {noun: words for words, nouns in TABLES.items() for noun in read_words(nouns)}

"""Headers as words, and the roles that their words suggest."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from graph.importing.roles.folded_headers import fold_header
from graph.importing.roles.header_words import ACTOR_WORDS, ATTRIBUTES, RELATION_WORDS, read_words

FAMILY_NOUNS = {
    "relations": "relation, relationship, edge, tie, link, connection, person relationship",
    "actors": "person, actor, node, entity, vertex, element, item, company, organisation,"
    " organization, character, state, country, player",
}
UNITS = """eur, usd, gbp, chf, rub, uah, pln, byn, euro, euros, dollars, mio, million, billions, m,
    €, $, £, ₽, ₴, zł, тыс, млн, tys, mln"""
SCALES = """m, mn, mio, million, millions, millionen, billions, mln, mld, mrd, k, tsd, thousand,
    thousands, tys, тыс, тис, млн, млрд"""
CURRENCIES = "eur, usd, gbp, chf, rub, uah, pln, byn, euro, euros, dollars, €, $, £, ₽, ₴, zł"
IN = {"in", "en", "w", "v"}  # before a unit


@cache
def _build_index(family: str) -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Return the roles of each phrase, each with its position among the role's phrases."""
    words = RELATION_WORDS if family == "relations" else ACTOR_WORDS
    index: dict[str, list[tuple[str, int]]] = {}
    for role, text in words.items():
        for phrase, position in read_words(text).items():
            index.setdefault(phrase, []).append((role, position))
    return {phrase: tuple(roles) for phrase, roles in index.items()}


def find_roles(header: str, family: str) -> tuple[tuple[str, int], ...]:
    """Return the roles that a header may have in a table, each with how far down its list it is.

    Examples
    --------
    >>> find_roles("Relationship Type", "relations"), find_roles("shoe size", "actors")
    ((('type', 1),), ())
    >>> [role for role, _ in find_roles("Amount (EUR)", "relations")]
    ['weight']
    """
    index, words = _build_index(family), fold_header(header)
    phrase = " ".join(words)
    if phrase in index:
        return index[phrase]
    shorter = _drop_nouns(words, family)
    if shorter in index:
        return tuple((role, position + 100) for role, position in index[shorter])
    units = read_words(UNITS)
    rest = [word for word in words if word not in units]
    bare = " ".join(rest[:-1] if len(rest) > 1 and rest[-1] in IN else rest)
    if bare != phrase and bare in index:
        return tuple((role, position + 50) for role, position in index[bare])
    if bare != phrase and family == "relations" and any(map(str.isalpha, bare)):
        return (("weight", 150),)
    return ()


def is_about_money(header: str) -> bool:
    """Return whether a header names a currency, and no thousands or millions of it.

    Examples
    --------
    >>> is_about_money("Aufwand (EUR)"), is_about_money("Amount"), is_about_money("Mio. EUR")
    (True, False, False)
    """
    words = fold_header(header)
    is_scaled = not read_words(SCALES).keys().isdisjoint(words)
    return not is_scaled and not read_words(CURRENCIES).keys().isdisjoint(words)


def _drop_nouns(words: tuple[str, ...], family: str) -> str:
    """Return a header without the noun for what the table lists: ``relation note`` is a note."""
    nouns = read_words(FAMILY_NOUNS[family])
    rest = list(words)
    while len(rest) > 1 and rest[0] in nouns:
        rest.pop(0)
    return " ".join(rest)


def split_attribute(words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """Return the words of a header without its attribute, and the attribute: key, name or kind.

    Examples
    --------
    >>> split_attribute(("source", "id")), split_attribute(("source",))
    ((('source',), 'key'), (('source',), ''))
    """
    for attribute, text in ATTRIBUTES.items():
        known = read_words(text)
        if len(words) > 1 and words[-1] in known:
            return words[:-1], attribute
    return words, ""

"""Headers as words, and the roles that their words suggest."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from graph.importing.roles.header_words import ACTOR_WORDS, ATTRIBUTES, RELATION_WORDS, read_words
from graph.names.folding import fold

CAMEL = re.compile(r"(?<=[a-zа-яё])(?=[A-ZА-ЯЁ])|(?<=[A-Z])(?=[A-Z][a-z])")
DIGITS = re.compile(r"(?<=[^\W\d])(?=\d)|(?<=\d)(?=[^\W\d])")
NEO4J = re.compile(r"(?P<name>[^:]*):(?P<kind>[A-Za-z_]+(?:\[\])?)(?:\([^)]*\))?(?:\{[^}]*\})?")
NEO4J_KINDS = {
    "id", "label", "start_id", "end_id", "type", "ignore", "int", "long", "float", "double",
    "boolean", "byte", "short", "char", "string", "point", "date", "localtime", "time",
    "localdatetime", "datetime", "duration",
}  # fmt: skip
FAMILY_NOUNS = {
    "relations": "relation, relationship, edge, tie, link, connection, person relationship",
    "actors": "person, actor, node, entity, vertex, element, item, company, organisation,"
    " organization, character, state, country, player",
}
UNITS = "eur, usd, gbp, chf, rub, uah, pln, byn, euro, euros, dollars, mio, million, billions, m"


@lru_cache(maxsize=4096)
def fold_header(header: str) -> tuple[str, ...]:
    """Return the words of a header, without case, accents, script and units in brackets.

    Examples
    --------
    >>> fold_header("PersonId_1"), fold_header("Источник"), fold_header("year:int")
    (('person', 'id', '1'), ('istochnik',), ('year',))
    """
    match = NEO4J.fullmatch(header.strip())
    if match and match["kind"].lower().rstrip("[]") in NEO4J_KINDS:
        header = match["name"] or match["kind"]
    spaced = (
        DIGITS.sub(" ", CAMEL.sub(" ", header))
        if header != header.upper()
        else DIGITS.sub(" ", header)
    )
    return fold(spaced.replace("_", " ").replace("#", " "))


def get_neo4j_kind(header: str) -> str:
    """Return what Neo4j's import calls a column: ``id``, ``start_id``, ``type`` and so on.

    Examples
    --------
    >>> get_neo4j_kind("personId:ID(Person)"), get_neo4j_kind(":START_ID"), get_neo4j_kind("a:b")
    ('id', 'start_id', '')
    """
    match = NEO4J.fullmatch(header.strip())
    kind = match["kind"].lower().rstrip("[]") if match else ""
    return kind if kind in {"id", "label", "start_id", "end_id", "type", "ignore"} else ""


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
    bare = " ".join(word for word in words if word not in units)
    if bare != phrase and bare in index:
        return tuple((role, position + 50) for role, position in index[bare])
    if bare != phrase and family == "relations":
        return (("weight", 150),)
    return ()


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

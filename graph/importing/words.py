"""Match a file's words for relations and kinds to the vocabulary, by meaning, never by likeness."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from graph.data.declared_types import as_sign, make_undeclared_type
from graph.data.vocabulary import DEFAULT_TYPE, KINDS, TYPES, RelationType
from graph.importing.office_words import OFFICES
from graph.importing.phrases import PREPOSITIONS, read_phrase
from graph.importing.roles.folded_headers import fold_header
from graph.importing.type_words import EXTRA_TYPES, KIND_SYNONYMS, SYNONYMS

LONGEST_TYPE = 60
MEASURED = re.compile(r"[(\[][^()\[\]]*[0-9][^()\[\]]*[)\]]|,?\s*[0-9]+(?:[.,][0-9]+)?\s*%")
"""What says how much, beside what: ``owner (51%)``."""
_PREPOSITIONS = (*PREPOSITIONS, "by", "from", "under", "zu", "bei", "par", "por")
FORWARD = {
    "affiliation", "membership", "location", "residence", "place residence", "headquarters",
    "headquarters location", "country", "education", "employment", "job", "work", "citizenship",
    "association", "capital", "alliance", "friendship", "marriage", "ownership", "family",
}  # fmt: skip
"""Nouns for a relation, or for what the source is in, as headers; others say what the target is."""
KIND_WORDS = {"party", "political party", "family", "member", "company", "contact", "partner"}
"""Words for relations that are kinds of actors as often."""
SIGN_TYPES = {"+": "positive", "-": "negative", "0": DEFAULT_TYPE}


@dataclass(frozen=True)
class Meaning:
    """The relation type that some words mean.

    Parameters
    ----------
    type
        The relation type.
    is_reverse
        Whether the words are read from the target to the source.
    how
        ``exact``, ``by meaning``, ``own`` (the file's own type) or ``as asked``.
    """

    type: RelationType
    is_reverse: bool = False
    how: str = "exact"


def find_meaning(words: str, asked: Mapping[str, str] | None = None) -> Meaning:
    """Return the relation type that a file's words mean; one of its own where none is known.

    Parameters
    ----------
    words
        What the file has.
    asked
        By words, the type or the sign that a person gave.

    Examples
    --------
    >>> meaning = find_meaning("Director of")
    >>> meaning.type.name, meaning.how
    ('leads', 'by meaning')
    >>> [find_meaning(words).type.name for words in ("Enemy", "gave money to", "Брат", "funds")]
    ['opposes', 'donated_to', 'sibling_of', 'funds']
    >>> meaning = find_meaning("employed by")
    >>> meaning.type.name, meaning.is_reverse
    ('employs', True)
    >>> find_meaning("rides with").type.label
    'rides with'
    >>> find_meaning("rides with", {"rides with": "+"}).type.sign
    '+'
    """
    folded = " ".join(fold_header(words))
    for phrase, name in (asked or {}).items():
        if phrase and " ".join(fold_header(phrase)) == folded:
            return _take_asked(words, name)
    if words in SIGN_TYPES:
        return Meaning(_get_type(SIGN_TYPES[words]))
    for phrase in (folded, " ".join(fold_header(MEASURED.sub(" ", words)))):
        reading = read_phrase(phrase, _read_synonyms()) if phrase else None
        if reading:
            is_exact = reading.is_exact and phrase == folded
            how = "exact" if is_exact else "by meaning"
            return Meaning(_get_type(reading.type), reading.is_reverse, how)
    return Meaning(make_own_type(words), how="own")


def is_said_of_target(words: str) -> bool:
    """Return whether a header's noun says what the target is to the source: father, owner.

    In a row of *person, father* the father is the parent; a verb or a noun for the relation reads
    forward.

    Examples
    --------
    >>> [is_said_of_target(words) for words in ("father", "Employer", "member of", "residence")]
    [True, True, False, False]
    """
    folded = " ".join(fold_header(words))
    if (
        not folded
        or folded in FORWARD
        or folded.split()[-1] in _PREPOSITIONS
        or folded.startswith("is ")
    ):
        return False
    meaning = find_meaning(words)
    is_symmetric = meaning.type.mutual or meaning.type.name == "opposes"
    return meaning.how == "by meaning" and not is_symmetric


def describe_reading(words: str, source: str, target: str) -> str:
    """Return the sentence that words for a relation make of its two ends.

    Examples
    --------
    >>> describe_reading("father", "Al", "Bo"), describe_reading("founded by", "Mill", "Anna")
    ('Al is a parent of Bo', 'Anna founded Mill')
    """
    meaning = find_meaning(words)
    ends = (target, source) if meaning.is_reverse and not meaning.type.mutual else (source, target)
    return f"{ends[0]} {meaning.type.label} {ends[1]}"


def _take_asked(words: str, name: str) -> Meaning:
    from dataclasses import replace

    if name in SIGN_TYPES:
        own = find_meaning(words).type
        if own.name in TYPES or own.name in EXTRA_TYPES:
            own = make_own_type(words)
        return Meaning(replace(own, sign=as_sign(name)), how="as asked")
    meaning = find_meaning(name)
    return Meaning(meaning.type, meaning.is_reverse, "as asked")


def _get_type(name: str) -> RelationType:
    return TYPES.get(name) or EXTRA_TYPES[name]


def make_own_type(words: str) -> RelationType:
    """Return a neutral type for words that nothing else is known of.

    Examples
    --------
    >>> made = make_own_type("Employee/Founder")
    >>> made.name, made.label, made.sign
    ('employee_founder', 'employee/founder', '0')
    """
    from dataclasses import replace

    plain = " ".join(words.split())[:LONGEST_TYPE]
    name = re.sub(r"[\W_]+", "_", plain.casefold()).strip("_") or "other"
    label = plain if not plain.istitle() and not plain.isupper() else plain.lower()
    return replace(
        make_undeclared_type(name, mutual=False), label=label.replace("_", " "), inverse=""
    )


@cache
def _read_synonyms() -> Mapping[str, tuple[str, bool, bool]]:
    """Return by phrase the type's name, whether it is reverse, and whether it is its own word."""
    found: dict[str, tuple[str, bool, bool]] = {}
    for each in (*TYPES.values(), *EXTRA_TYPES.values()):
        for words in (each.name, each.label, each.past, each.present):
            if words:
                found.setdefault(" ".join(fold_header(words)), (each.name, False, True))
    for each in (*TYPES.values(), *EXTRA_TYPES.values()):
        for words in (each.inverse, each.past_inverse, each.present_inverse):
            if words and not each.mutual:
                found.setdefault(" ".join(fold_header(words)), (each.name, True, True))
    for name, is_reverse, phrase in (*_iter_lines(SYNONYMS), *_iter_lines(OFFICES)):
        found.setdefault(phrase, (name, is_reverse, False))
    return found


def _iter_lines(text: str) -> list[tuple[str, bool, str]]:
    lines = re.sub(r"\n\s+", " ", text).strip().splitlines()
    entries = []
    for line in lines:
        name, _, words = line.partition(":")
        is_reverse = words.lstrip().startswith("<")
        for phrase in words.lstrip(" <").split(","):
            folded = " ".join(fold_header(phrase))
            if folded:
                entries.append((name.strip(), is_reverse, folded))
    return entries


@cache
def _read_kinds() -> Mapping[str, str]:
    return {phrase: name for name, _, phrase in _iter_lines(KIND_SYNONYMS)}


def is_kind(words: str) -> bool:
    """Return whether words are those for a kind of actors.

    Examples
    --------
    >>> is_kind("Individual"), is_kind("brother")
    (True, False)
    """
    folded = " ".join(fold_header(words))
    return folded in _read_kinds() or folded.replace(" ", "_") in KINDS or folded in KIND_WORDS


def find_kind(words: str, asked: Mapping[str, str] | None = None) -> str:
    """Return the kind of actors that words mean; the file's own words are kept in small letters.

    Examples
    --------
    >>> find_kind("Individual"), find_kind("Law firm"), find_kind("Страна"), find_kind("")
    ('person', 'law firm', 'state', '')
    """
    folded = " ".join(fold_header(words))
    for phrase, kind in (asked or {}).items():
        if phrase and " ".join(fold_header(phrase)) == folded:
            return kind
    plain = " ".join(words.split())
    if plain.casefold().replace(" ", "_") in KINDS:
        return plain.casefold().replace(" ", "_")
    return _read_kinds().get(folded, plain.lower()[:LONGEST_TYPE])

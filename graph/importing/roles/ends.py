"""Find the columns that name the two ends of a relation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice

from graph.importing.roles.folded_headers import fold_header, get_neo4j_kind
from graph.importing.roles.header_words import (
    DATE_NOUNS,
    END_NOUNS,
    GROUP_WORDS,
    MIRRORS,
    PAIRS,
    PERSON_WORDS,
    read_words,
)
from graph.importing.roles.headers import split_attribute
from graph.importing.roles.table_words import read_words_of_tables
from graph.importing.roles.values import ENTITY_ADDRESS, measure_share, sample_values
from graph.importing.tables.sheet import Sheet
from graph.importing.words import find_meaning, is_said_of_target

LEAST_OVERLAP = 0.2
MOST_COLUMNS = 200
MEASURE = re.compile(r"-?[0-9]+[.,][0-9]*[1-9][0-9]*")
Words = tuple[str, ...]


@dataclass
class Ends:
    """The columns of the two ends, each by attribute: key, name, kind.

    Parameters
    ----------
    source, target
        Header by attribute; at least one of key and name.
    type
        The relation type that the two headers say; empty for none.
    stems
        The nouns of the two ends, such as ``president`` and ``college``.
    why
        Why these columns are the ends, for the report.
    is_guess
        Whether a careful person should look at it.
    """

    source: dict[str, str]
    target: dict[str, str]
    type: str = ""
    stems: tuple[str, str] = ("", "")
    why: str = ""
    is_guess: bool = False
    kinds: tuple[str, str] = field(default=("", ""))

    @property
    def headers(self) -> list[str]:
        """All columns of the ends."""
        return [*self.source.values(), *self.target.values()]


def find_ends(sheet: Sheet, given: Mapping[str, str]) -> Ends | None:
    """Return the columns of the two ends; None where a table names no two ends.

    Parameters
    ----------
    sheet
        The table.
    given
        By role, the column that a person gave.

    Examples
    --------
    >>> cells = {"Relationship": ["ally"], "From": ["Anna"], "To": ["Bo"]}
    >>> ends = find_ends(Sheet("ties.csv", "", cells, [2]), {})
    >>> ends.source, ends.target
    ({'name': 'From'}, {'name': 'To'})
    """
    if "source" in given and "target" in given:
        return Ends({"name": given["source"]}, {"name": given["target"]}, why="as asked")
    headers = islice(sheet.columns, MOST_COLUMNS)  # each is compared with each
    words = {header: fold_header(header) for header in headers}
    finders = (
        _find_neo4j(sheet),
        *_find_mirrored(sheet, words),
        *_find_entity_labels(sheet, words),
        *_find_named_pairs(words),
    )
    named = [ends for ends in finders if ends]
    linked = _find_linked(sheet)
    if linked is None:
        ends = next(iter(named), None)
        name = read_words_of_tables().get(" ".join(fold_header(sheet.sheet)), "")
        return replace(ends, type=ends.type or name) if ends else None
    chosen = next((each for each in named if {*each.headers} <= {*sheet.links}), linked)
    return replace(chosen, type=chosen.type or linked.type)


def _find_linked(sheet: Sheet) -> Ends | None:
    """Return the first two columns that name rows of other tables, as a database says."""
    if len(sheet.links) < 2:  # noqa: PLR2004 - two ends
        return None
    source, target = sheet.links[:2]
    name = read_words_of_tables().get(" ".join(fold_header(sheet.stem)), "")
    why = "the database says that they name rows of other tables"
    return Ends({"name": source}, {"name": target}, name, why=why, is_guess=True)


def _find_neo4j(sheet: Sheet) -> Ends | None:
    found = {get_neo4j_kind(header): header for header in sheet.columns}
    if "start_id" in found and "end_id" in found:
        ends = {"key": found["start_id"]}, {"key": found["end_id"]}
        return Ends(*ends, why="as Neo4j's import names them")
    return None


@cache
def _read_mirrors() -> Mapping[tuple[str, str], int]:
    pairs = (pair.strip().split("/") for pair in MIRRORS.split(","))
    folded = [tuple(" ".join(fold_header(word)) for word in pair) for pair in pairs]
    return {(pair[0], pair[1]): number for number, pair in enumerate(dict.fromkeys(folded))}


def _find_mirrored(sheet: Sheet, words: Mapping[str, Words]) -> Iterator[Ends]:
    """Yield the ends whose headers differ in one word alone: source id, target id."""
    groups: dict[tuple[str, Words, int], Ends] = {}
    for left, left_words in words.items():
        for right, right_words in words.items():
            mirrored = _match_mirror(left_words, right_words) if left != right else None
            if mirrored is None:
                continue
            rest, rank = mirrored
            stem, attribute = _split_rest(rest)
            is_weak = _is_weak(rank)
            if _is_about_time(stem, sheet, (left, right), rank) or _is_measured(sheet, left):
                continue
            if is_weak and not _is_about_ends(sheet, stem, attribute, (left, right)):
                continue
            key = ("weak" if is_weak else "firm", stem, rank)
            ends = groups.setdefault(key, Ends({}, {}))
            ends.source.setdefault(attribute, left)
            ends.target.setdefault(attribute, right)
    merged = _merge_stems(groups)
    yield from sorted(merged, key=lambda ends: list(words).index(next(iter(ends.source.values()))))


def _is_weak(rank: int) -> bool:
    """Return whether the two words of a mirror are used for much else: 1 and 2, a and b."""
    pair = list(_read_mirrors())[rank]
    return all(len(word) <= 1 or word in {"first", "second", "one", "two"} for word in pair)


def _match_mirror(left: Words, right: Words) -> tuple[Words, int] | None:
    """Return what two headers share, and the number of the mirror in which they differ."""
    mirrors = _read_mirrors()
    whole = (" ".join(left), " ".join(right))
    if whole in mirrors:
        return (), mirrors[whole]
    if len(left) != len(right):
        return None
    differing = [number for number in range(len(left)) if left[number] != right[number]]
    if len(differing) != 1:
        return None
    at = differing[0]
    rank = mirrors.get((left[at], right[at]))
    return None if rank is None else ((*left[:at], *left[at + 1 :]), rank)


def _split_rest(rest: Words) -> tuple[Words, str]:
    """Return the nouns that two headers share, and what they say of the ends."""
    if len(rest) == 1:
        _, attribute = split_attribute(("end", *rest))
        return ((), attribute) if attribute else (rest, "name")
    stem, attribute = split_attribute(rest)
    return stem, attribute or "name"


def _is_about_time(stem: Words, sheet: Sheet, headers: tuple[str, str], rank: int) -> bool:
    if any(word in read_words(DATE_NOUNS) for word in stem):
        return True
    pair = list(_read_mirrors())[rank]
    if pair not in {
        ("from", "to"),
        ("start", "end"),
        ("od", "do"),
        ("ot", "do"),
        ("vid", "do"),
        ("von", "bis"),
    }:
        return False
    from graph.importing.cells.dates import is_date

    values = [sample_values(sheet.columns[header]) for header in headers]
    return all(measure_share(each, is_date) > 0.5 for each in values if each)  # noqa: PLR2004


def _is_measured(sheet: Sheet, header: str) -> bool:
    """Return whether a column holds measures, such as coordinates, which name nobody."""
    return measure_share(sample_values(sheet.columns[header]), MEASURE.fullmatch) > 0.5  # noqa: PLR2004


def _is_about_ends(sheet: Sheet, stem: Words, attribute: str, headers: tuple[str, str]) -> bool:
    """Return whether two numbered columns name actors: by their noun, or by values they share."""
    nouns = read_words(END_NOUNS)
    if (stem and stem[-1] in nouns) or (not stem and attribute in ("key", "name")):
        return not any(
            word in {"description", "address", "nationality", "category"} for word in stem
        )
    left, right = (set(sample_values(sheet.columns[header])) for header in headers)
    smaller = min(len(left), len(right))
    return smaller > 1 and len(left & right) >= LEAST_OVERLAP * smaller


def _merge_stems(groups: Mapping[tuple[str, Words, int], Ends]) -> list[Ends]:
    """Join what is said of the same two ends in several columns: their keys, names and kinds."""
    merged: dict[tuple[str, int], Ends] = {}
    for (strength, stem, rank), ends in sorted(
        groups.items(), key=lambda pair: (pair[0][0] != "firm", len(pair[0][1]))
    ):
        known = merged.setdefault(
            (strength, rank), Ends({}, {}, why="the two headers mirror each other")
        )
        is_noun = not stem or stem[-1] in read_words(END_NOUNS)
        for attribute, header in ends.source.items():
            role = _choose_attribute(attribute, stem, known)
            if role and (is_noun or not known.source):
                known.source[role], known.target[role] = header, ends.target[attribute]
    return [ends for ends in merged.values() if ends.source.get("key") or ends.source.get("name")]


def _choose_attribute(attribute: str, stem: Words, known: Ends) -> str:
    if attribute not in known.source:
        is_code = bool(stem) and stem[-1] in {"ccode", "stabb", "stateabb", "abb"}
        if is_code and attribute == "name":
            return "key" if "key" not in known.source else ""
        return attribute
    return ""


def _find_entity_labels(sheet: Sheet, words: Mapping[str, Words]) -> Iterator[Ends]:
    """Yield ends with two columns each: ``person`` with ``personLabel``, an id with a name."""
    by_words = {each: header for header, each in words.items()}
    entities: list[tuple[Words, dict[str, str]]] = []
    for each, header in by_words.items():
        labels = by_words.get((*each, "label"))
        if labels and each:
            values = sample_values(sheet.columns[header])
            if measure_share(values, ENTITY_ADDRESS.match) > 0.5:  # noqa: PLR2004
                entities.append((each, {"key": header, "name": labels}))
    for each, header in by_words.items():
        stem, attribute = split_attribute(each)
        names = by_words.get((*stem, "name")) or by_words.get((*stem, "label"))
        if attribute == "key" and names and stem:
            entities.append((stem, {"key": header, "name": names}))
    entities = [
        (stem, columns)
        for stem, columns in entities
        if stem not in {("relation",), ("type",), ("prop",), ("property",)}
    ]
    if len(entities) > 1:
        (left, source), (right, target) = entities[:2]
        stems = " ".join(left), " ".join(right)
        why = "each end has an id and a name"
        if is_said_of_target(stems[1]):
            yield Ends(
                target, source, stems[1], stems[::-1], f"{stems[1]!r} says who the target is"
            )
        is_word = find_meaning(stems[1]).how != "own"
        yield Ends(source, target, stems[1] if is_word else "", stems, why)


@cache
def _read_pairs() -> list[tuple[Mapping[str, int], Mapping[str, int], str]]:
    pairs = []
    for entry in PAIRS.split(";"):
        words, _, name = entry.partition("=")
        sources, _, targets = words.partition(">")
        pairs.append((read_words(sources), read_words(targets), name.strip()))
    return pairs


def _find_named_pairs(words: Mapping[str, Words]) -> Iterator[Ends]:
    """Yield ends by two nouns: donor and party, owner and company, person and organisation."""
    by_stem: dict[str, dict[str, str]] = {}
    for header, each in words.items():
        stem, attribute = split_attribute(each)
        by_stem.setdefault(" ".join(stem), {}).setdefault(attribute or "name", header)
    for sources, targets, name in _read_pairs():
        left = next((stem for stem in by_stem if stem in sources and _is_end(by_stem[stem])), "")
        right = next((s for s in by_stem if s in targets and s != left and _is_end(by_stem[s])), "")
        if left and right:
            why = "the headers name the two sides"
            yield Ends(by_stem[left], by_stem[right], name, (left, right), why)
    people, groups = read_words(PERSON_WORDS), read_words(GROUP_WORDS)
    left = next((stem for stem in by_stem if stem in people and _is_end(by_stem[stem])), "")
    right = next((s for s in by_stem if s in groups and s != left and _is_end(by_stem[s])), "")
    if left and right:
        why = "one column names persons, one what they belong to"
        kinds = ("person", "")
        yield Ends(
            by_stem[left], by_stem[right], "", (left, right), why, is_guess=True, kinds=kinds
        )


def _is_end(columns: Mapping[str, str]) -> bool:
    return "name" in columns or "key" in columns

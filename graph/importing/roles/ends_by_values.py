"""Find the two ends of a relation by their values, where no headers name them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from graph.importing.cells.dates import is_date
from graph.importing.cells.numbers import is_number
from graph.importing.roles.ends import Ends
from graph.importing.roles.folded_headers import fold_header
from graph.importing.roles.header_words import (
    END_NOUNS,
    GROUP_WORDS,
    LIST_WORDS,
    PERSON_WORDS,
    RELATION_WORDS,
    read_words,
)
from graph.importing.roles.headers import find_roles
from graph.importing.roles.values import ADDRESS, measure_share, sample_values
from graph.importing.tables.sheet import Sheet
from graph.importing.words import find_meaning

HALF, LEAST_KNOWN = 0.5, 0.3
LONGEST_NAME = 60
FIRST_WEAK_WORD = "category id"  # of the words for types; those before it name nothing else


def find_known_ends(sheet: Sheet, known: Collection[str]) -> Ends | None:
    """Return the first two columns that name actors whom another table lists; None without two.

    Parameters
    ----------
    sheet
        The table.
    known
        The ids and names of these actors, in small letters.
    """
    found = []
    for header, cells in sheet.columns.items():
        values = sample_values(cells)
        if measure_share(values, lambda value: value.casefold() in known) > HALF:
            found.append(header)
    if len(found) < 2:  # noqa: PLR2004 - two ends
        return None
    why = "most of its values are actors of the other table"
    return Ends({"name": found[0]}, {"name": found[1]}, why=why, is_guess=True)


def find_ends_around_type(sheet: Sheet) -> Ends | None:
    """Return the columns of names on both sides of one that says the relation.

    Examples
    --------
    >>> cells = {"Firm": ["Mill"], "Relation": ["supplies"], "Partner": ["Bank"]}
    >>> ends = find_ends_around_type(Sheet("a.csv", "", cells, [2]))
    >>> ends.source, ends.target
    ({'name': 'Firm'}, {'name': 'Partner'})
    """
    headers = list(sheet.columns)
    at = next((number for number, header in enumerate(headers) if _is_type(header)), None)
    if at is None:
        return None
    names = [number for number, header in enumerate(headers) if _is_name(sheet, header, number, at)]
    left = [number for number in names if number < at]
    right = [number for number in names if number > at]
    pair = (left[-1], right[0]) if left and right else tuple(names[:2])
    if len(pair) < 2:  # noqa: PLR2004 - two ends
        return None
    source, target = (headers[number] for number in pair)
    if not _are_likely(sheet, source, target, headers[at]):
        return None
    why = f"they stand beside {headers[at]!r}"
    return Ends({"name": source}, {"name": target}, why=why, is_guess=True)


def _is_type(header: str) -> bool:
    weak = read_words(RELATION_WORDS["type"])[FIRST_WEAK_WORD]
    roles = find_roles(header, "relations")
    return any(role == "type" and position < weak for role, position in roles)


def _is_name(sheet: Sheet, header: str, number: int, type_number: int) -> bool:
    """Return whether a column has short texts, and a header that says nothing else."""
    if number == type_number or find_roles(header, "relations"):
        return False
    values = sample_values(sheet.columns[header])
    other = measure_share(values, lambda v: is_number(v) or is_date(v) or ADDRESS.match(v))
    return bool(values) and other < HALF and sum(map(len, values)) / len(values) < LONGEST_NAME


def _are_likely(sheet: Sheet, source: str, target: str, its_type: str) -> bool:
    """Return whether two columns share a value, have nouns for headers, or words between them."""
    values = [sample_values(sheet.columns[header]) for header in (source, target)]
    if values[0].keys() & values[1].keys():
        return True
    if all(_is_noun(header) for header in (source, target)):
        return True
    types = sample_values(sheet.columns[its_type])
    return measure_share(types, lambda words: find_meaning(words).how != "own") > LEAST_KNOWN


def _is_noun(header: str) -> bool:
    words: Mapping[str, int] = {}
    for text in (END_NOUNS, GROUP_WORDS, PERSON_WORDS, LIST_WORDS):
        words = {**words, **read_words(text)}
    return " ".join(fold_header(header)) in words

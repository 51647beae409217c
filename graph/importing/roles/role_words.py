"""Headers that name another actor by a role: the father, boss, owner or founder of the row's."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

from graph.importing.by_column import encode_column
from graph.importing.cells.dates import is_date
from graph.importing.cells.numbers import is_number
from graph.importing.roles.folded_headers import fold_header
from graph.importing.roles.header_words import read_words
from graph.importing.roles.values import ADDRESS, ANSWERS, measure_share, sample_values
from graph.importing.tables.sheet import Sheet

ROLE_WORDS = """
    father, mother, parent, secretary, treasurer, boss, manager, supervisor, owner, shareholder,
    leader, founder, co founder, creator, director, managing director, executive director, general
    director, chair, chairman, chairwoman, chairperson, president, ceo, chief executive, chief
    executive officer, head, employer, parent company, parent organisation, parent organization,
    parent org, spouse, husband, wife, child, son, daughter, employee, subsidiary, reports to, led
    by, headed by, gesellschafter, aktionär, акционер, właścicielka, supervised by, directed by,
    managed by, chaired by, run by, founded by, created by, established by, owned by, controlled by,
    funded by, financed by, employed by, commander, commanded by, investor, funder, sponsor, lender,
    beneficial owner, vater, mutter, elternteil, vorgesetzter, leiter, chef, geschäftsführer,
    geschäftsführerin, vorsitz, aufsichtsratsvorsitz, geschäftsführung, vorsitzender, vorsitzende,
    direktor, gründer, gründerin, eigentümer, inhaber, arbeitgeber, gegründet von, ehemann, ehefrau,
    père, mère, dirigeant, directeur, fondateur, propriétaire, employeur, conjoint, padre, madre,
    jefe, fundador, propietario, empleador, отец, мать, начальник, руководитель, директор,
    основатель, учредитель, владелец, работодатель, супруг, супруга, батько, мати, керівник,
    засновник, власник, ojciec, matka, szef, dyrektor, prezes, założyciel, właściciel, pracodawca,
    małżonek, małżonka
"""
"""Roles of an actor for that of the row; what each means is in the table of words for types."""

QUALIFIERS = """
    main, major, majority, minority, principal, primary, ultimate, direct, line, team, board,
    current, biological, legal, registered, beneficial, sole, country
"""
IDS = {"id", "ids", "key", "qid", "name", "names", "label"}
HALF, LONGEST_NAME, LEAST_LETTERS = 0.5, 60, 2


def find_role_words(header: str) -> str:
    """Return the role that a header names, as words for a relation; empty for none.

    Examples
    --------
    >>> [find_role_words(text) for text in ("Father", "manager_id", "Main shareholder", "Founders")]
    ['father', 'manager', 'shareholder', 'founder']
    >>> find_role_words("Former owner"), find_role_words("City")
    ('', '')
    """
    words = fold_header(header)
    while len(words) > 1 and words[-1] in IDS:
        words = words[:-1]
    if len(words) > 1 and words[0] in read_words(QUALIFIERS) and " ".join(words[1:]) in _read():
        words = words[1:]
    phrase = " ".join(words)
    return next((each for each in (phrase, phrase.removesuffix("s")) if each in _read()), "")


@cache
def _read() -> Mapping[str, int]:
    return read_words(ROLE_WORDS)


def list_role_columns(sheet: Sheet) -> list[str]:
    """Return the columns that name another actor by a role, and whose cells can be names.

    Examples
    --------
    >>> cells = {"Firm": ["Mill"], "Owner": ["Anna"], "Founder": ["yes"], "Boss": ["1999"]}
    >>> list_role_columns(Sheet("a.csv", "", cells, [2]))
    ['Owner']
    """
    named = [header for header in sheet.columns if find_role_words(header)]
    if not named:
        return []
    keys = {
        cell
        for header, cells in sheet.columns.items()
        if fold_header(header)[-1:] and fold_header(header)[-1] in IDS and header not in named
        for cell in encode_column(cells).values
    }
    return [h for h in named if _are_names(sample_values(sheet.columns[h]), keys)]


def _are_names(values: Mapping[str, int], keys: Collection[str]) -> bool:
    """Return whether values can be names: ids of the table, or short texts of another kind."""
    if measure_share(values, keys.__contains__) > HALF:
        return True
    if not values or all(value.casefold() in ANSWERS for value in values):
        return False
    other = measure_share(values, lambda v: is_number(v) or is_date(v) or ADDRESS.match(v))
    length = sum(map(len, values)) / len(values)
    return other < HALF and LEAST_LETTERS <= length < LONGEST_NAME

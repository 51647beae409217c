"""Choose the role of every column of a sheet, by its header, checked by its values."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from graph.data.columns import PRIVATE
from graph.importing.by_column import encode_column
from graph.importing.cells.numbers import is_number
from graph.importing.options import ImportOptions
from graph.importing.roles import values as looks
from graph.importing.roles.allowed import HALF
from graph.importing.roles.assigned_roles import (
    Roles,
    take_by_values,
    take_given,
    take_hinted,
    take_neo4j,
    take_role,
)
from graph.importing.roles.ends import Ends, find_ends
from graph.importing.roles.ends_by_values import find_ends_around_type, find_known_ends
from graph.importing.roles.folded_headers import fold_header
from graph.importing.roles.header_words import (
    END_NOUNS,
    GROUP_WORDS,
    LIST_WORDS,
    PERSON_WORDS,
    SHEET_WORDS,
    read_words,
)
from graph.importing.roles.headers import find_roles
from graph.importing.roles.labelled_lists import is_labelled
from graph.importing.roles.likely_roles import take_likely
from graph.importing.roles.neo4j import find_columns, is_list_of_sources
from graph.importing.roles.role_words import find_role_words, list_role_columns
from graph.importing.tables.sheet import Sheet
from graph.importing.words import is_said_of_target

MOST = 0.8


def choose_roles(
    sheet: Sheet, options: ImportOptions, known: Collection[str] = frozenset()
) -> Roles:
    """Return the roles of a sheet's columns.

    Parameters
    ----------
    sheet, options
        The table, and what a person gave.
    known
        The ids and names of actors whom other tables list, in small letters.
    """
    given = match_given(sheet, options.roles)
    by_role = {role: header for header, role in given.items()}
    named = _guess_family(sheet.stem)
    ends = find_ends(sheet, by_role) or find_ends_around_type(sheet)
    if ends is None and known and not _find_role(sheet, "actors", "kind"):
        ends = find_known_ends(sheet, known)
    name = _find_actor_name(sheet)
    if is_list_of_sources(sheet) or (named == "sources" and not (ends and not ends.is_guess)):
        return _choose_known(sheet, "sources")
    if named == "types" and "type" in _fold_headers(sheet):
        return _choose_known(sheet, "types")
    is_weak = ends is not None and (ends.is_guess or bool(ends.stems[0]))
    if ends and ends.stems[0]:
        ends = _prefer_role(sheet, ends)
    if ends and not (named == "actors" and is_weak and name):
        return _choose_relation_roles(sheet, ends, given)
    if name or "name" in by_role:
        return _choose_actor_roles(sheet, given)
    return Roles("")


def _prefer_role(sheet: Sheet, ends: Ends) -> Ends | None:
    """Return ends of which one has a role for its header; None where the table is a list of actors.

    It is one where each actor has a row, and several columns name others, or one has blanks.
    """
    columns = [each.get("key") or each.get("name", "") for each in (ends.source, ends.target)]
    named = list_role_columns(sheet)
    plain = [header for header in columns if not find_role_words(header)]
    if len(plain) != 1 or not named:
        return ends
    subjects = sheet.columns[plain[0]]
    is_listed = len(set(subjects)) > MOST * len(subjects)
    if is_listed and (len(named) > 1 or "" in encode_column(sheet.columns[named[0]]).values):
        return None
    words = find_role_words(next(header for header in columns if header != plain[0]))
    has_ids = "key" in ends.source and "key" in ends.target
    return (
        ends
        if ends.type or not words or has_ids
        else _turn_to_role(ends, words, columns.index(plain[0]))
    )


def _turn_to_role(ends: Ends, words: str, subject: int) -> Ends:
    """Return two ends with the type that the header of one says, the right way round."""
    other = 1 - subject
    at = (other, subject) if is_said_of_target(words) else (subject, other)
    sides, kinds = (ends.source, ends.target), ends.kinds
    why = f"{words!r} says who it is to the other"
    return Ends(
        sides[at[0]], sides[at[1]], words, (ends.stems[at[0]], ends.stems[at[1]]), why,
        ends.is_guess, (kinds[at[0]], kinds[at[1]]),
    )  # fmt: skip


def choose_actor_roles(sheet: Sheet, options: ImportOptions) -> Roles | None:
    """Return the roles of a sheet as a list of actors; None where no column names them."""
    given = match_given(sheet, options.roles)
    return (
        _choose_actor_roles(sheet, given) if _find_actor_name(sheet) or _find_label(sheet) else None
    )


def match_given(sheet: Sheet, asked: Mapping[str, str]) -> dict[str, str]:
    """Return the roles that a person gave, by the sheet's own header."""
    by_folded = {" ".join(fold_header(header)): header for header in sheet.columns}
    found = {}
    for column, role in asked.items():
        header = column if column in sheet.columns else by_folded.get(" ".join(fold_header(column)))
        if header is not None:
            found[header] = role.strip().lower()
    return found


def _fold_headers(sheet: Sheet) -> set[str]:
    return {" ".join(fold_header(header)) for header in sheet.columns}


def _guess_family(stem: str) -> str:
    """Return what a sheet lists by its name, or by the last words of it or of its first part.

    Examples
    --------
    >>> _guess_family("harbour.Elements"), _guess_family("ties.v2"), _guess_family("harbour")
    ('actors', 'relations', '')
    """
    for part in (stem, stem.partition(".")[0]):
        words = fold_header(part)
        for family, text in SHEET_WORDS.items():
            known = read_words(text)
            if " ".join(words) in known or any(word in known for word in words[-2:]):
                return family
    return ""


def _find_actor_name(sheet: Sheet) -> str:
    """Return the column that names actors; empty where there is none."""
    named = _find_role(sheet, "actors", "name") or _find_role(sheet, "actors", "last name")
    is_listing = _find_role(sheet, "actors", "key") or any(map(is_list_header, sheet.columns))
    is_listing = is_listing or any(map(is_labelled, sheet.columns.values()))
    is_listing = is_listing or bool(list_role_columns(sheet))
    return named or (_find_label(sheet) if is_listing else "")


def is_list_header(header: str) -> bool:
    """Return whether a header is a word for several actors, such as members.

    Examples
    --------
    >>> is_list_header("Board Members"), is_list_header("Founded")
    (True, False)
    """
    return " ".join(fold_header(header)) in read_words(LIST_WORDS)


def _find_label(sheet: Sheet) -> str:
    """Return the first column of texts that nearly all differ: beside an id it is the name.

    Beside columns that name others by a role, one with a noun for actors comes first.
    """
    headers = list(sheet.columns)
    if list_role_columns(sheet):
        nouns = {**read_words(GROUP_WORDS), **read_words(END_NOUNS), **read_words(PERSON_WORDS)}
        is_noun = {h: " ".join(fold_header(h)) in nouns and not find_role_words(h) for h in headers}
        headers.sort(key=lambda header: not is_noun[header])
    return next((header for header in headers if _can_be_label(sheet, header)), "")


def _can_be_label(sheet: Sheet, header: str) -> bool:
    values = looks.sample_values(sheet.columns[header])
    other = looks.measure_share(values, lambda v: is_number(v) or looks.ADDRESS.match(v))
    is_key = any(role == "key" for role, _ in find_roles(header, "actors"))
    short = bool(values) and sum(map(len, values)) / len(values) < 60  # noqa: PLR2004
    return other < HALF and short and not is_key and len(values) > MOST * sum(values.values())


def _find_role(sheet: Sheet, family: str, role: str) -> str:
    ranked = [
        (position, number, header)
        for number, header in enumerate(sheet.columns)
        for each, position in find_roles(header, family)
        if each == role
    ]
    return min(ranked)[2] if ranked else ""


def _choose_known(sheet: Sheet, family: str) -> Roles:
    """Return the roles of a table whose headers are the project's own words."""
    from graph.importing.draft import FIELDS

    roles = Roles(family)
    roles.skipped += [header for kind, header in find_columns(sheet).items() if kind == "label"]
    for header in sheet.columns:
        word = "_".join(fold_header(header))
        word = {"name": "title", "link": "url", "source": "id"}.get(word, word)
        if word in (*FIELDS[family], PRIVATE):
            roles.by_role.setdefault(word, header)
    return roles


def _choose_relation_roles(sheet: Sheet, ends: Ends, given: Mapping[str, str]) -> Roles:
    roles = Roles("relations", ends=ends)
    for header in ends.headers:
        roles.why[header] = ends.why
    if ends.is_guess:
        roles.guesses.update(ends.headers)
    take_given(roles, given)
    take_neo4j(sheet, roles, {"type": "type"})
    take_hinted(sheet, roles, "relations")
    take_by_values(sheet, roles)
    take_likely(sheet, roles)
    return roles


def _choose_actor_roles(sheet: Sheet, given: Mapping[str, str]) -> Roles:
    roles = Roles("actors")
    take_given(roles, given)
    take_neo4j(sheet, roles, {"id": "key", "label": "kind"})
    for header, cells in sheet.columns.items():
        if header not in roles.why and is_labelled(cells):
            roles.why[header] = "its cells list actors"
    take_hinted(sheet, roles, "actors")
    if not {"name", "last name"} & set(roles.by_role) and (label := _find_label(sheet)):
        take_role(roles, "name", label, "the first column of texts that differ")
    if "name" in roles.by_role:
        for role in ("first name", "last name"):
            roles.by_role.pop(role, None)
    return roles

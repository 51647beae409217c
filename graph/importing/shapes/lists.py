"""Read tables in which a cell, or numbered columns, list several actors beside one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from graph.importing.draft import PLACE, Draft, Note, Rows, SetAside
from graph.importing.roles.assigned_roles import Roles
from graph.importing.roles.folded_headers import fold_header
from graph.importing.roles.header_words import END_NOUNS, LIST_WORDS, read_words
from graph.importing.roles.labelled_lists import is_labelled, split_labelled
from graph.importing.roles.placeholders import is_placeholder
from graph.importing.roles.role_words import find_role_words
from graph.importing.tables.sheet import Sheet
from graph.importing.words import is_said_of_target

SEPARATORS = (";", "|", "\n", ",")
LEAST_NUMBERED = 3
LEAST_OF_A_ROLE = 2
# The type of a list by its header, and whether what is listed is the source.
LIST_TYPES: Mapping[str, tuple[str, bool]] = {
    "members mitglied aufsichtsrat aufsichtsratsmitglied aufsichtsratsmitglieder vorstandsmitglied"
    " beirat administrateurs consejeros miembro членом członek"
    " mitglieder membres miembros члены члени członkowie participants teilnehmer": (
        "member_of",
        True,
    ),
    "board directors board members vorstand leaders": ("leads", True),
    "attendees guests": ("participant_of", True),
    "shareholders owners gesellschafter actionnaires акционеры wspólnicy": ("owns", True),
    "investors": ("invested_in", True),
    "founders учредители": ("founded", True),
    "donors": ("donated_to", True),
    "employees": ("employs", False),
    "subsidiaries": ("owns", False),
    "children": ("parent_of", False),
    "parents": ("parent_of", True),
    "allies partners partner": ("ally", False),
    "enemies": ("opposes", False),
    "suppliers": ("supplies", True),
    "organisations organizations groups affiliations memberships committees clubs parties"
    " institutions organisationen gremien organizaciones организации організації organizacje": (
        "member_of",
        False,
    ),
    "clients": ("supplies", False),
}


def draft_lists(sheet: Sheet, roles: Roles, split: Mapping[str, str]) -> Draft:
    """Return the relations between an actor of a row and those that its cells list."""
    draft = Draft()
    name = roles.by_role.get("key") or roles.by_role.get("name")
    if name is None:
        return draft
    for header in roles.list_own(sheet):
        if is_labelled(sheet.columns[header]):
            roles.skipped.append(header)
            lists = [split_labelled(cell) for cell in sheet.columns[header]]
            for label in dict.fromkeys(label for each in lists for label in each):
                parts = [each.get(label, []) for each in lists]
                shown = f"{header}: {label}"
                draft.extend(_draft_items(sheet, sheet.columns[name], parts, label, shown))
            continue
        separator = find_separator(sheet.columns[header], split.get(header))
        if " ".join(fold_header(header)) in read_words(LIST_WORDS) and separator is not None:
            roles.skipped.append(header)
            parts = [_split_cell(cell, separator) for cell in sheet.columns[header]]
            draft.extend(_draft_items(sheet, sheet.columns[name], parts, header, header))
    numbered = find_numbered(sheet, roles)
    if numbered or roles.skipped:
        _set_nameless_aside(
            sheet,
            name,
            [*roles.skipped, *(header for each in numbered.values() for header in each)],
            draft,
        )
    for stem, headers in numbered.items():
        roles.skipped += headers
        columns = [sheet.columns[header] for header in headers]
        parts = [[cell for cell in cells if cell] for cells in zip(*columns, strict=True)]
        draft.extend(_draft_items(sheet, sheet.columns[name], parts, stem, ", ".join(headers)))
    return draft


def _set_nameless_aside(sheet: Sheet, name: str, headers: Sequence[str], draft: Draft) -> None:
    """Set rows aside that list actors beside a blank name."""
    for row, cell in enumerate(sheet.columns[name]):
        if not cell and any(sheet.columns[header][row] for header in headers):
            reason = "It lists actors, and does not say of what."
            draft.set_aside.append(SetAside(sheet.place(row), reason, sheet.get_row(row)))


def find_separator(cells: Sequence[str], asked: str | None) -> str | None:
    """Return what separates the actors of a list; None where no cell has several.

    Examples
    --------
    >>> find_separator(["A; B", "C"], None), find_separator(["A"], None)
    (';', None)
    """
    if asked is not None:
        return asked or None
    return next((sign for sign in SEPARATORS if any(sign in cell for cell in cells)), None)


def find_numbered(sheet: Sheet, roles: Roles | None) -> dict[str, list[str]]:
    """Return the columns that are numbered, such as ``member 1`` to ``member 5``, by their noun."""
    groups: dict[str, list[str]] = {}
    headers = roles.list_own(sheet) if roles else list(sheet.columns)
    nouns = {**read_words(END_NOUNS), **read_words(LIST_WORDS)}
    for header in headers:
        *words, number = fold_header(header) or ("",)
        noun = " ".join(words)
        is_noun = bool(words) and (words[-1] in nouns or f"{words[-1]}s" in nouns)
        if (is_noun or find_role_words(noun)) and number.isdigit():
            groups.setdefault(noun, []).append(header)
    return {
        stem: found
        for stem, found in groups.items()
        if len(found) >= (LEAST_OF_A_ROLE if find_role_words(stem) else LEAST_NUMBERED)
    }


def _split_cell(cell: str, separator: str) -> list[str]:
    return [part for part in map(str.strip, cell.split(separator)) if part]


def _find_type(header: str) -> tuple[str, bool]:
    phrase = " ".join(fold_header(header))
    for words, choice in LIST_TYPES.items():
        if any(
            phrase in (each, f"{each}s", each.removesuffix("s"))
            for each in map(_fold, re.split(r" (?!members)", words))
        ):
            return choice
    return header, is_said_of_target(header)


def _fold(word: str) -> str:
    return " ".join(fold_header(word))


def _draft_items(
    sheet: Sheet, names: Sequence[str], parts: Sequence[Sequence[str]], header: str, shown: str
) -> Draft:
    kind, is_source = _find_type(header)
    rows: dict[str, list[str]] = {"source": [], "target": [], "type": [], PLACE: []}
    for row, items in enumerate(parts):
        for item in items:
            if not is_placeholder(item) and names[row]:
                pair = (item, names[row]) if is_source else (names[row], item)
                for column, cell in zip(rows, (*pair, kind, sheet.place(row)), strict=True):
                    rows[column].append(cell)
    count = len(rows["type"])
    what = f"{sheet.label}: {shown!r} lists several actors: each is a relation ({count:,})."
    relations: Rows = dict(rows)
    return Draft(relations=relations, notes=[Note("tables", what, is_guess=True)])

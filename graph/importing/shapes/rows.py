"""Make the rows of a draft of a sheet whose columns have roles: one row each."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache

from graph.data.dictionary_column import repeat_value
from graph.importing.by_column import Column, encode_column, find_combinations, map_column
from graph.importing.draft import (
    COLUMN_OF_ROLE,
    DIRECTED,
    FIELDS,
    IDENTIFYING,
    KEY,
    PLACE,
    Draft,
    Note,
    Rows,
    add_working_column,
    free_name,
)
from graph.importing.roles.assigned_roles import Roles
from graph.importing.roles.folded_headers import fold_header
from graph.importing.roles.header_words import KIND_NOUNS, LIFE_WORDS, NOUNS_IN_ENGLISH, read_words
from graph.importing.roles.headers import is_about_money, split_attribute
from graph.importing.roles.littlesis import is_littlesis
from graph.importing.roles.placeholders import is_placeholder
from graph.importing.roles.values import ENTITY_ADDRESS, is_about_mutuality, negate_answer
from graph.importing.shapes.marks import find_marks, split_marks
from graph.importing.tables.sheet import Sheet
from graph.importing.type_words import LITTLESIS
from graph.rules.header_words import HEADER_WORDS, normalize_header

LABEL_SEPARATORS = re.compile("[;|]")
FEW_DECIMALS = re.compile(r"[.,][0-9]{1,2}(?![0-9])")
THOUSANDS = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+")
LONG_NUMBER = re.compile(r"([0-9]+)\.0+")


def draft_relations(sheet: Sheet, roles: Roles) -> Draft:
    """Return the draft of a list of relations, and of actors of whom it says more than a name."""
    ends = roles.ends
    if ends is None:
        return Draft()
    draft = Draft(set_aside=sheet.set_aside)
    _fill_down(sheet, ends.source, ends.target, draft)
    relations: Rows = {}
    for side, columns in (("source", ends.source), ("target", ends.target)):
        header = columns.get("key") or columns.get("name") or ""
        relations[side] = map_column(sheet.columns[header], shorten_address)
        if len(columns) > 1:
            draft.extend(Draft(actors=_draft_ends(sheet, columns)))
    for role, header in roles.by_role.items():
        relations[COLUMN_OF_ROLE.get(role, role)] = sheet.columns[header]
    if is_about_money(roles.by_role.get("weight", "")):
        relations["weight"] = mark_as_money(relations["weight"])
    if is_littlesis(sheet, roles.by_role.get("type", "")):
        relations["type"] = map_column(relations["type"], lambda code: LITTLESIS.get(code, code))
    marks = find_marks(sheet, roles)
    roles.skipped += marks
    _add_own(sheet, roles, relations, "relations")
    relations[PLACE] = sheet.places()
    if "directed" in roles.by_role and is_about_mutuality(roles.by_role["directed"]):
        relations[DIRECTED] = map_column(relations[DIRECTED], negate_answer)
    if marks:
        relations = split_marks(sheet, marks, relations, draft)
    elif ends.type and "type" not in relations:
        relations["type"] = [ends.type] * len(sheet)
    _add_kinds(sheet, roles, draft)
    draft.relations = relations
    return draft


def mark_as_money(cells: Column) -> Column:
    """Return amounts with a currency behind them, so that 50.000 is read as thousands.

    Where a cell has one or two digits behind the sign, the column has a decimal sign.

    Examples
    --------
    >>> list(mark_as_money(["50.000", "7"])), list(mark_as_money(["1.250", "0.5"]))
    (['50.000 ¤', '7'], ['1.250', '0.5'])
    """
    if any(map(FEW_DECIMALS.search, encode_column(cells).values)):
        return cells
    return map_column(cells, lambda c: f"{c} \N{CURRENCY SIGN}" if THOUSANDS.fullmatch(c) else c)


def draft_actors(sheet: Sheet, roles: Roles) -> Draft:
    """Return the draft of a list of actors."""
    actors: Rows = {
        COLUMN_OF_ROLE.get(role, role): sheet.columns[header]
        for role, header in roles.by_role.items()
    }
    first, last = actors.pop("first name", None), actors.pop("last name", None)
    if "name" not in actors and last is not None:
        given = first if first is not None else [""] * len(last)
        actors["name"] = [f"{a} {b}".strip() for a, b in zip(given, last, strict=True)]
    if KEY in actors:
        actors[KEY] = map_column(actors[KEY], shorten_address)
        if "name" not in actors:
            actors["name"] = actors[KEY]
    notes: list[Note] = []
    if "kind" not in actors and (kind := find_kind_noun(roles.by_role.get("name", ""))):
        actors["kind"] = [kind] * len(sheet)
    _add_own(sheet, roles, actors, "actors")
    if "kind" in roles.by_role:
        _split_labels(actors, notes)
    actors[PLACE] = sheet.places()
    actors[IDENTIFYING] = repeat_value(_list_identifying(roles), len(sheet))
    return Draft(actors=actors, set_aside=sheet.set_aside, notes=notes)


def _list_identifying(roles: Roles) -> str:
    """Return which columns say who an actor is: a kind, a birth or a death; no term of office."""
    words = {*read_words(LIFE_WORDS)}
    names = [
        role
        for role in ("start", "end")
        if role in roles.by_role and not words.isdisjoint(fold_header(roles.by_role[role]))
    ]
    return " ".join(["name", *(["kind"] if "kind" in roles.by_role else []), *names])


def find_kind_noun(header: str) -> str:
    """Return the kind of actors that a header says, where it is a noun for one.

    Examples
    --------
    >>> find_kind_noun("Country"), find_kind_noun("President-Name"), find_kind_noun("Label")
    ('state', 'president', '')
    """
    stem, _ = split_attribute(fold_header(header))
    noun = " ".join(stem)
    if noun not in read_words(KIND_NOUNS):
        return ""
    english = (kind for kind, words in NOUNS_IN_ENGLISH.items() if noun in read_words(words))
    return next(english, noun)


def shorten_address(text: str) -> str:
    """Return the id in Wikidata's address of an entity, and any other text as it is.

    Examples
    --------
    >>> shorten_address("http://www.wikidata.org/entity/Q42"), shorten_address("Q42")
    ('Q42', 'Q42')
    """
    match = ENTITY_ADDRESS.fullmatch(text)
    return match[1] if match else text


def _fill_down(
    sheet: Sheet, source: Mapping[str, str], target: Mapping[str, str], draft: Draft
) -> None:
    """Repeat the first column where it is blank below a value, as with merged cells."""
    first = next(iter(sheet.columns))
    if first not in source.values():
        return
    header = next(iter(target.values()))
    cells, others = sheet.columns[first], sheet.columns[header]
    if "" not in encode_column(cells).values or not cells[0]:
        return
    filled, count, above = [], 0, ""
    for cell, other in zip(cells, others, strict=True):
        if not cell and other:
            count += 1
        above = cell or above
        filled.append(above if other else cell)
    if count:
        sheet.columns[first] = filled
        what = (
            f"{sheet.label}: {first!r} is blank in {count:,} rows; there it is taken from the row "
            "above, as where cells are merged."
        )
        draft.notes.append(Note("rows", what, is_guess=True))


def _draft_ends(sheet: Sheet, columns: Mapping[str, str]) -> Rows:
    """Return each combination of key, name and kind of an end as an actor."""
    names = {"key": KEY, "name": "name", "kind": "kind"}
    encoded = {
        names[each]: encode_column(sheet.columns[header]) for each, header in columns.items()
    }
    first, _ = find_combinations(list(encoded.values()))
    rows = sorted(first)
    actors: Rows = {name: [cells[row] for row in rows] for name, cells in encoded.items()}
    if KEY in actors:
        actors[KEY] = [shorten_address(key) for key in actors[KEY]]
    actors.setdefault("name", actors.get(KEY, []))
    actors[PLACE] = [sheet.place(row) for row in rows]
    known = [bool(name) and not is_placeholder(name) for name in actors["name"]]
    if all(known):
        return actors
    return {
        name: [cell for cell, is_known in zip(cells, known, strict=True) if is_known]
        for name, cells in actors.items()
    }


def _add_kinds(sheet: Sheet, roles: Roles, draft: Draft) -> None:
    """Add the kind that a header such as ``person`` says of the actors below it."""
    ends = roles.ends
    if ends is None:
        return
    for kind, columns in zip(ends.kinds, (ends.source, ends.target), strict=True):
        kind = kind or find_kind_noun(columns.get("name", ""))  # noqa: PLW2901 - the header says it
        if kind and "kind" not in columns and "key" not in columns:
            values = encode_column(sheet.columns[columns["name"]]).values
            names = [value for value in values if value and not is_placeholder(value)]
            draft.extend(Draft(actors={"name": names, "kind": [kind] * len(names)}))


def _split_labels(actors: Rows, notes: list[Note]) -> None:
    """Keep the first of several kinds as the kind, and all of them in a column of their own."""
    kinds = actors["kind"]
    if not any(";" in kind or "|" in kind for kind in encode_column(kinds).values):
        return
    all_kinds = map_column(
        kinds, lambda text: " | ".join(map(str.strip, LABEL_SEPARATORS.split(text)))
    )
    add_working_column(actors, "kinds", all_kinds, notes)
    actors["kind"] = map_column(
        kinds, lambda text: LABEL_SEPARATORS.split(text.strip(":;| "))[0].strip()
    )


def _add_own(sheet: Sheet, roles: Roles, rows: Rows, family: str) -> None:
    """Add the columns without a role, under their own names."""
    for header in roles.list_own(sheet):
        rows[name_own(header, family, rows)] = sheet.columns[header]


def name_own(header: str, family: str, taken: Collection[str]) -> str:
    """Return a name for an own column, which has no meaning of its own and is not taken.

    Examples
    --------
    >>> name_own("City", "actors", {}), name_own("Type", "relations", {})
    ('City', 'original Type')
    """
    is_known = normalize_header(header) in _list_known(family)
    is_known = is_known or is_other_name(header, family, taken)
    name = f"original {header}" if is_known else header
    return free_name(name, taken)


@cache
def _list_known(family: str) -> frozenset[str]:
    """Return the names that columns with a meaning have, when the new folder is read."""
    return frozenset({*FIELDS[family], "id", "private"})


def is_other_name(header: str, family: str, taken: Collection[str]) -> bool:
    """Return whether a header is read as a column of ours, which the table has not otherwise.

    Examples
    --------
    >>> is_other_name("Since", "relations", ["start"]), is_other_name("Since", "relations", [])
    (False, True)
    """
    folded = normalize_header(header)
    return any(
        folded in words and column not in taken for column, words in HEADER_WORDS[family].items()
    )

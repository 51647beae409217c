"""Turn the sheets of all files into one draft: find what each lists, and what belongs together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.importing.by_column import count_values, map_column
from graph.importing.cells.numbers import is_number
from graph.importing.draft import KEY, Draft, Note, count_rows
from graph.importing.options import ImportOptions
from graph.importing.roles.allowed import allows_role
from graph.importing.roles.assigned_roles import Roles
from graph.importing.roles.columns import (
    choose_actor_roles,
    choose_roles,
    match_given,
)
from graph.importing.roles.folded_headers import fold_header
from graph.importing.roles.headers import split_attribute
from graph.importing.roles.missing_types import note_missing_type
from graph.importing.roles.naming_columns import prefer_lists, take_naming_columns
from graph.importing.shapes.date_parts import join_date_parts
from graph.importing.shapes.lists import draft_lists, find_numbered
from graph.importing.shapes.matrix import draft_matrix
from graph.importing.shapes.own_export import take_types
from graph.importing.shapes.own_tables import take_exported
from graph.importing.shapes.referring import (
    draft_beside_ends,
    draft_referring,
    find_referring_columns,
    note_pair,
)
from graph.importing.shapes.rows import draft_actors, draft_relations
from graph.importing.shapes.sheet_names import drop_remarks
from graph.importing.shapes.votes import draft_votes
from graph.importing.tables.sheet import Sheet

LEFT_OUT = "is left out."


def draft_sheets(sheets: Sequence[Sheet], options: ImportOptions) -> Draft:
    """Return the draft of all sheets."""
    draft, sheets = take_exported(sheets)
    chosen: list[tuple[Sheet, Roles]] = []
    for sheet in sheets:
        draft.extend(take_types(sheet))
        join_date_parts(sheet)
        matrix = draft_matrix(sheet, options) or draft_votes(sheet)
        if matrix is not None:
            draft.notes += sheet.notes
            draft.extend(matrix)
            continue
        roles = choose_roles(_name_headless(sheet), options)
        draft.notes += sheet.notes
        if roles.family in ("relations", "") and find_numbered(sheet, None):
            roles = _prefer_list(sheet, roles, options)
        chosen.append((sheet, roles))
    chosen = prefer_lists(chosen, options)
    take_naming_columns(chosen)
    chosen = drop_remarks(_choose_by_others(chosen, options))
    prefixes = _find_prefixes(chosen)
    has_relations = count_rows(draft.relations) > 0 or any(
        r.family == "relations" for _, r in chosen
    )
    for sheet, roles in chosen:
        draft.extend(_draft_sheet(sheet, roles, prefixes, options, has_relations=has_relations))
    return draft


def _choose_by_others(
    chosen: Sequence[tuple[Sheet, Roles]], options: ImportOptions
) -> list[tuple[Sheet, Roles]]:
    """Choose again, by the actors of the other tables, where no table names two ends."""
    if len(chosen) < 2 or any(roles.family == "relations" for _, roles in chosen):  # noqa: PLR2004
        return list(chosen)
    names = [
        {
            cell.casefold()
            for role in ("key", "name")
            if roles.family == "actors" and role in roles.by_role
            for cell in count_values(sheet.columns[roles.by_role[role]])
            if cell
        }
        for sheet, roles in chosen
    ]
    again = []
    for number, (sheet, roles) in enumerate(chosen):
        known = set().union(*(each for other, each in enumerate(names) if other != number))
        found = choose_roles(sheet, options, known) if known else roles
        again.append((sheet, found if found.family == "relations" else roles))
    return again


def _name_headless(sheet: Sheet) -> Sheet:
    """Name the columns of a list of pairs that has no header."""
    if sheet.has_header or not 2 <= len(sheet.columns) <= 4:  # noqa: PLR2004 - ends, weight, time
        return sheet
    cells = list(sheet.columns.values())
    roles = _name_behind_ends(cells[2:])
    sheet.columns = dict(zip(["source", "target", *roles], cells, strict=True))
    what = f"{sheet.label}: has no line that names columns. "
    what += "Its first two are read as source and target"
    what += f", the next as {' and '.join(roles)}." if roles else "."
    sheet.notes.append(Note("columns", what, "--map", is_guess=True))
    return sheet


def _name_behind_ends(columns: Sequence[Sequence[str]]) -> list[str]:
    """Return names for the columns behind the two ends, by their values."""
    names: list[str] = []
    for cells in columns:
        wanted = ("date", "weight", "type") if "weight" in names else ("weight", "date", "type")
        role = next((r for r in wanted if allows_role(cells, r, "relations")), "")
        names.append(role if role and role not in names else f"column {len(names) + 3}")
    return names


def _prefer_list(sheet: Sheet, roles: Roles, options: ImportOptions) -> Roles:
    """Return the roles of a list with numbered columns beside a name, if it is one."""
    as_list = choose_actor_roles(sheet, options)
    return as_list if as_list is not None and find_numbered(sheet, as_list) else roles


def _draft_sheet(
    sheet: Sheet,
    roles: Roles,
    prefixes: Mapping[int, Mapping[str, str]],
    options: ImportOptions,
    *,
    has_relations: bool,
) -> Draft:
    own = prefixes.get(id(sheet), {})
    if roles.family == "relations":
        given = match_given(sheet, options.roles)
        beside = draft_beside_ends(sheet, roles, given)
        draft = draft_relations(sheet, roles)
        draft.notes += note_missing_type(sheet, roles, given)
        draft.notes += note_pair(sheet, roles)
        draft.separators = _find_separators(roles, options)
        for side in ("source", "target"):
            if side in own:
                draft.relations[side] = _prefix(draft.relations[side], own[side])
                _drop_described(draft, own)
        draft.extend(beside)
    elif roles.family == "actors":
        lists = draft_lists(sheet, roles, options.split)
        given = match_given(sheet, options.roles)
        referring = find_referring_columns(sheet, roles, given, weak=not has_relations)
        draft = draft_actors(sheet, roles)
        if KEY in own:
            draft.actors[KEY] = _prefix(draft.actors[KEY], own[KEY])
        draft.extend(lists)
        for header in referring:
            draft.extend(_draft_of_listed(sheet, roles, header))
    elif roles.family in ("sources", "types"):
        rows = {role: sheet.columns[header] for role, header in roles.by_role.items()}
        own_columns = {header: sheet.columns[header] for header in roles.list_own(sheet)}
        if roles.family == "sources":
            rows = {**rows, **{h: c for h, c in own_columns.items() if h not in rows}}
        is_sources = roles.family == "sources"
        draft = Draft(sources=rows) if is_sources else Draft(types=rows)
    else:
        return Draft(notes=[_note_left_out(sheet)])
    draft.notes = [*_describe_roles(sheet, roles), *draft.notes]
    return draft


def _note_left_out(sheet: Sheet) -> Note:
    """Return the note that a table is not understood, with options made of its own columns."""
    what = f"{sheet.label}: {LEFT_OUT} No two of its columns name actors, and none lists them."
    texts = [
        header
        for header, cells in sheet.columns.items()
        if not all(map(is_number, filter(None, count_values(cells))))
    ]
    first, second = texts[:2] if len(texts) > 1 else ("COLUMN", "COLUMN")
    return Note("tables", what, f'--map "{first}=source" --map "{second}=target"')


def _find_separators(roles: Roles, options: ImportOptions) -> dict[str, str]:
    """Return by end the separator that a person gave for its column."""
    if roles.ends is None:
        return {}
    ends = {"source": roles.ends.source, "target": roles.ends.target}
    return {
        side: options.split[name]
        for side, columns in ends.items()
        for name in (side, *columns.values())
        if name in options.split
    }


def _prefix(cells: Sequence[str], prefix: str) -> Sequence[str]:
    return map_column(cells, lambda cell: f"{prefix} {cell}" if cell else "")


def _drop_described(draft: Draft, own: Mapping[str, str]) -> None:
    """Leave out the actors that the ends describe: the lists that the prefixes come from do."""
    if len(own) > 1:
        draft.actors = {}


def _draft_of_listed(sheet: Sheet, roles: Roles, header: str) -> Draft:
    """Return the relations of a column of a list of actors, to each of whom it names another."""
    key, name = roles.by_role.get("key"), roles.by_role.get("name")
    names = dict(zip(sheet.columns[key], sheet.columns[name], strict=True)) if key and name else {}
    return draft_referring(sheet, key or name or "", header, names)


def _describe_roles(sheet: Sheet, roles: Roles) -> list[Note]:
    """Return a note on what each column was taken for, and why."""
    if not roles.family:
        return []
    notes = [Note("tables", f"{sheet.label}: is a list of {roles.family} ({len(sheet):,} rows).")]
    ends = roles.ends
    if ends:
        for side, columns in (("source", ends.source), ("target", ends.target)):
            for attribute, header in columns.items():
                role = (
                    side
                    if attribute in ("name", "key") and len(columns) == 1
                    else f"{side} {attribute}"
                )
                notes.append(_note_column(sheet, header, role, roles))
    notes += [_note_column(sheet, header, role, roles) for role, header in roles.by_role.items()]
    own = roles.list_own(sheet)
    if own and roles.family in ("relations", "actors"):
        listed = ", ".join(map(repr, own[:20])) + (" ..." if len(own) > 20 else "")  # noqa: PLR2004
        notes.append(Note("columns", f"{sheet.label}: columns of your own: {listed}."))
    return notes


def _note_column(sheet: Sheet, header: str, role: str, roles: Roles) -> Note:
    why = roles.why.get(header, "by its header")
    what = f"{sheet.label}: {header!r} is the {role.replace('key', 'id')} ({why})."
    return Note("columns", what, f"--map {header!r}=own", is_guess=header in roles.guesses)


def _find_prefixes(chosen: Sequence[tuple[Sheet, Roles]]) -> dict[int, dict[str, str]]:
    """Return the words that tell the ids of several lists apart, where the lists share ids.

    By sheet: the prefix of its key, or of its source and target.
    """
    lists = [(s, r) for s, r in chosen if r.family == "actors" and "key" in r.by_role]
    keys = [set(sheet.columns[roles.by_role["key"]]) for sheet, roles in lists]
    shared = [
        number
        for number in range(len(lists))
        if any(keys[number] & keys[other] for other in range(len(lists)) if other != number)
    ]
    if not shared:
        return {}
    stems = {number: _find_stem(*lists[number]) for number in shared}
    prefixes: dict[int, dict[str, str]] = {}
    for sheet, roles in chosen:
        if roles.family == "relations" and roles.ends:
            sides = (("source", roles.ends.source, 0), ("target", roles.ends.target, 1))
            for side, columns, number in sides:
                header = columns.get("key") or columns.get("name") or ""
                words = {*fold_header(roles.ends.stems[number]), *fold_header(header)}
                stem = next((stem for stem in stems.values() if _is_alike(stem, words)), "")
                if stem:
                    prefixes.setdefault(id(sheet), {})[side] = stem
    if prefixes:
        for number in shared:
            prefixes[id(lists[number][0])] = {KEY: stems[number]}
    return prefixes


def _find_stem(sheet: Sheet, roles: Roles) -> str:
    """Return the noun for what a list lists: of its id, its name or its file."""
    for role in ("key", "name"):
        stem, attribute = split_attribute(fold_header(roles.by_role.get(role, "")))
        if (
            stem
            and " ".join(stem) not in ("id", "name", "label", "title", "")
            and (attribute or role == "name")
        ):
            return " ".join(stem)
    return " ".join(fold_header(sheet.stem))


def _is_alike(stem: str, words: set[str]) -> bool:
    return any(stem in (word, f"{word}s") or word == f"{stem}s" for word in words)

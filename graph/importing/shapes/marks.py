"""Read columns of marks (0 or 1) that each name a type of relation, such as defence and entente."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from graph.data.counts import format_count
from graph.data.dictionary_column import DictionaryColumn, as_memoryview, take_rows
from graph.importing.by_column import count_values, find_matching, select_rows
from graph.importing.draft import Draft, Note, Rows, SetAside, count_rows
from graph.importing.roles.assigned_roles import Roles
from graph.importing.roles.placeholders import is_placeholder
from graph.importing.shapes.matrix import MARKS, NOTHING
from graph.importing.tables.sheet import Sheet
from graph.importing.words import find_meaning

LEAST_MARKED = 2  # columns; one alone may say something of an actor
MISSING = {"-9", "-99", "."}
NOT_MARKED = "None of its marks says that there is a relation."


def find_marks(sheet: Sheet, roles: Roles) -> list[str]:
    """Return the columns of marks that name types; none where a type is given otherwise."""
    if "type" in roles.by_role or "sign" in roles.by_role or (roles.ends and roles.ends.type):
        return []
    own = [header for header in roles.list_own(sheet) if header not in roles.why]
    found = [each for each in own if find_meaning(each).how != "own"]
    found = [each for each in found if _are_marks(sheet.columns[each])]
    return found if len(found) >= LEAST_MARKED else []


def _are_marks(cells: Sequence[str]) -> bool:
    values = {value.casefold() for value in count_values(cells)}
    return any(map(_is_mark, values)) and all(
        _is_mark(value) or value in NOTHING or _is_blank(value) for value in values
    )


@cache
def _is_mark(text: str) -> bool:
    return text.casefold() in {"1", "1.0", *MARKS}


@cache
def _is_blank(text: str) -> bool:
    return not text or text in MISSING or is_placeholder(text)


def split_marks(sheet: Sheet, headers: Sequence[str], relations: Rows, draft: Draft) -> Rows:
    """Return the relations with a row for each mark, whose type is what the column is called.

    A row that says no to all of them is set aside; one in which all are blank has no type.

    Parameters
    ----------
    sheet, headers
        The table, and its columns of marks.
    relations
        The rows of the table without these columns.
    draft
        Where notes and rows that are set aside are added.
    """
    import numpy as np

    marked = np.column_stack([find_matching(sheet.columns[each], _is_mark) for each in headers])
    blank = np.column_stack([find_matching(sheet.columns[each], _is_blank) for each in headers])
    is_none = np.asarray(~marked.any(axis=1) & ~blank.all(axis=1), bool)
    for row in np.flatnonzero(is_none).tolist():
        draft.set_aside.append(SetAside(sheet.place(row), NOT_MARKED, sheet.get_row(row)))
    relations = select_rows(relations, ~is_none)
    marked = marked[~is_none]
    before = count_rows(relations)
    rows, kinds = np.nonzero(np.column_stack([marked, ~marked.any(axis=1)]))
    numbers = rows.tolist()
    result: Rows = {name: take_rows(cells, numbers) for name, cells in relations.items()}
    result["type"] = DictionaryColumn([*headers, ""], as_memoryview(kinds.astype(np.int32)))
    if "id" in result and len(numbers) > before:
        result.pop("id")
    shown = ", ".join(map(repr, headers))
    what = f"{sheet.label}: {shown} are marks, such as 0 and 1: each mark is a relation of that "
    what += f"type ({format_count(len(numbers), 'relation')} of {format_count(before, 'row')})."
    draft.notes.append(Note("tables", what, f"--map {headers[0]!r}=own", is_guess=True))
    return result

"""Read marks of private rows, always on the safe side: only a plain no leaves a row public."""

from __future__ import annotations

from collections.abc import Sequence

from graph.data.columns import PRIVATE
from graph.data.counts import format_count
from graph.data.dictionary_column import unique_values
from graph.importing.by_column import Column, count_values, find_matching, map_column, map_rows
from graph.importing.draft import FIELDS, Draft, Note, Rows, count_rows
from graph.importing.roles.folded_headers import fold_header
from graph.rules.headers import looks_like_private

YES, NO = "yes", "no"
YES_WORDS = {"yes", "y", "true", "t", "1", "1.0"}
NO_WORDS = {"", "no", "n", "false", "f", "0", "0.0", "nein", "non", "нет", "ні", "nie", "public"}
HEADERS = ("private", "is private")
MOST_SHOWN = 5


def read_private_marks(draft: Draft) -> None:
    """Write the private marks of a draft as yes and no, in one column of each table.

    Whatever is no plain no, such as `x` or `ja`, is read as yes, with a note. A source with two
    rows is private if one of them is; so are the relations of a type that is.
    """
    for family in FIELDS:
        rows: Rows = getattr(draft, family)
        _note_unread(rows, family, draft.notes)
        found = [name for name in rows if is_private_header(name)]
        if not found:
            continue
        marks = [rows.pop(name) for name in found]
        for cells in marks:
            _note_unknown(cells, family, draft.notes)
        read = [map_column(cells, read_mark) for cells in marks]
        rows[PRIVATE] = map_rows(read, _join_marks, 1)[0] if len(read) > 1 else read[0]
    if PRIVATE in draft.types:
        _mark_types(draft)
    if PRIVATE in draft.sources and "id" in draft.sources:
        ids = _list_marked(draft.sources, "id")
        draft.sources[PRIVATE] = _mark(draft.sources, draft.sources["id"], ids)


def is_private_header(name: str) -> bool:
    """Return whether a column marks private rows.

    Examples
    --------
    >>> [is_private_header(name) for name in ("Private", "is_private", "original private")]
    [True, True, False]
    """
    return looks_like_private(name) or " ".join(fold_header(name)) in HEADERS


def read_mark(cell: str) -> str:
    """Return what a cell means as a mark of a private row.

    Examples
    --------
    >>> [read_mark(cell) for cell in ("TRUE", "x", "nein", "")]
    ['yes', 'yes', 'no', '']
    """
    if not cell:
        return ""
    return NO if cell.casefold() in NO_WORDS else YES


def _join_marks(*marks: str) -> Sequence[str]:
    return (YES if YES in marks else next(filter(None, marks), ""),)


def _note_unknown(cells: Column, family: str, notes: list[Note]) -> None:
    counts = count_values(cells)
    unknown = [cell for cell in counts if cell.casefold() not in YES_WORDS | NO_WORDS]
    if unknown:
        shown = ", ".join(map(repr, unknown[:MOST_SHOWN]))
        shown += " and others" if len(unknown) > MOST_SHOWN else ""
        total = format_count(sum(counts[cell] for cell in unknown), "cell")
        what = f"{family}: {shown} in the column private is read as yes ({total}). "
        notes.append(Note("columns", f"{what}Write yes or no.", is_guess=True))


def _note_unread(rows: Rows, family: str, notes: list[Note]) -> None:
    """Say of each other column that is called private, such as of an end, that it hides nothing."""
    for name in rows:
        words = fold_header(name)
        if PRIVATE in words and words[0] != "original" and not is_private_header(name):
            what = f"{family}: {name!r} does not keep any row out of a page. "
            what += "If it should: call the column private, or write it into the actors' table."
            notes.append(Note("columns", what, f"--map {name!r}=private", is_guess=True))


def _list_marked(rows: Rows, name: str) -> set[str]:
    marked = zip(rows[name], rows[PRIVATE], strict=True)
    return {cell for cell, mark in marked if cell and mark == YES}


def _mark(rows: Rows, cells: Column, chosen: set[str]) -> Column:
    """Return the marks of rows, with yes where a cell is one of some."""
    marks = rows.get(PRIVATE, [""] * count_rows(rows))
    if chosen.isdisjoint(unique_values(cells)):
        return marks
    is_chosen = find_matching(cells, chosen.__contains__).tolist()
    return [YES if new else mark for new, mark in zip(is_chosen, marks, strict=True)]


def _mark_types(draft: Draft) -> None:
    marked = _list_marked(draft.types, "type") if "type" in draft.types else set()
    del draft.types[PRIVATE]
    if marked and "type" in draft.relations:
        draft.relations[PRIVATE] = _mark(draft.relations, draft.relations["type"], marked)

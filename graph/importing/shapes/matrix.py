"""Read matrices: who with whom (adjacency), and who takes part in what (incidence)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from graph.importing.by_column import encode_column
from graph.importing.cells.numbers import decide_decimal, read_number
from graph.importing.draft import DIRECTED, IDENTIFYING, PLACE, SIGN, Draft, Note
from graph.importing.options import ImportOptions
from graph.importing.roles.ends import find_ends
from graph.importing.roles.folded_headers import fold_header
from graph.importing.roles.headers import find_roles
from graph.importing.roles.placeholders import is_placeholder
from graph.importing.tables.sheet import Sheet
from graph.names.folding import fold

LEAST_SHARED = 0.6
LEAST_SIDE = 3
MARKS = {
    "x": "1",
    "✓": "1",
    "✔": "1",
    "yes": "1",
    "ja": "1",
    "oui": "1",
    "да": "1",
    "так": "1",
    "tak": "1",
}
NOTHING = {"", "0", "0.0", "no", "nein", "non", "нет", "ні", "nie"}
ATTENDS = "participant_of"


def draft_matrix(sheet: Sheet, options: ImportOptions) -> Draft | None:
    """Return the draft of a matrix; None where a sheet is not one."""
    headers = list(sheet.columns)
    if len(headers) < LEAST_SIDE or not sheet.has_header or len(sheet) < 2:  # noqa: PLR2004
        return None
    labels, body = _split_labels(sheet, headers)
    if not body or (_are_columns_of_a_list(sheet, body) and not _is_square(labels, body)):
        return None
    decimal = options.decimal or decide_decimal(_list_values(sheet, body))
    signs = any("+" in encode_column(sheet.columns[header]).values for header in body)
    read = _read_sign if signs else _read_value
    values = [[read(cell, decimal) for cell in sheet.columns[header]] for header in body]
    if any(value is None for column in values for value in column):
        return None
    numbers = [[value or "" for value in column] for column in values]
    if labels is None:
        return _draft_square(sheet, body, body, numbers) if len(sheet) == len(body) else None
    return _draft_labelled(sheet, labels, body, numbers)


def _are_columns_of_a_list(sheet: Sheet, body: Sequence[str]) -> bool:
    """Return whether headers are words for columns; numbered ones, such as Person 1, are names."""
    words = [fold_header(header) for header in body]
    stems = {each[:-1] for each in words}
    if len(body) >= LEAST_SIDE and len(stems) == 1 and stems != {()}:
        return False
    known = sum(bool(find_roles(h, "relations") or find_roles(h, "actors")) for h in body)
    return known > len(body) / 2 or find_ends(sheet, {}) is not None


def _is_square(labels: Sequence[str] | None, body: Sequence[str]) -> bool:
    return labels is not None and sorted(labels) == sorted(body)


def _list_values(sheet: Sheet, body: Sequence[str]) -> list[str]:
    return list(
        dict.fromkeys(v for each in body for v in encode_column(sheet.columns[each]).values)
    )


def _draft_labelled(
    sheet: Sheet, labels: Sequence[str], body: Sequence[str], numbers: list[list[str]]
) -> Draft | None:
    """Return the draft of a matrix with names beside its rows."""
    if len(set(labels)) < len(labels):
        return None
    if _share_names(labels, body) >= LEAST_SHARED:
        return _draft_square(sheet, labels, body, numbers)
    is_binary = all(number in ("", "1") for column in numbers for number in column)
    if is_binary and any(any(column) for column in numbers):
        return _draft_incidence(sheet, labels, body, numbers)
    return None


def _split_labels(sheet: Sheet, headers: list[str]) -> tuple[Sequence[str] | None, list[str]]:
    """Return the labels of the rows, and the body; no labels where all columns are numbers."""
    first = sheet.columns[headers[0]]
    if all(_is_value(cell) for cell in first) and not _is_counting(first):
        return None, headers
    if not all(first):
        return None, []
    return first, headers[1:]


def _is_counting(cells: Sequence[str]) -> bool:
    return list(cells) == [str(number) for number in range(1, len(cells) + 1)]


def _is_value(cell: str) -> bool:
    return cell.casefold() in MARKS or cell.casefold() in NOTHING or read_number(cell) is not None


@lru_cache(maxsize=65_536)
def _read_value(cell: str, decimal: str) -> str | None:
    """Return what a cell of a matrix counts, empty for nothing; None for a text."""
    plain = cell.casefold()
    if plain in NOTHING or is_placeholder(plain):
        return ""
    number = read_number(MARKS.get(plain, plain), decimal)
    return (number.text if number.text.strip("-0.") else "") if number else None


def _read_sign(cell: str, decimal: str) -> str | None:
    """Return what a cell counts in a matrix of pluses, where a dash is a minus."""
    number = {"+": "1", "-": "-1", "–": "-1", "−": "-1"}.get(cell)
    return _read_value(cell, decimal) if number is None else number


def _fold(name: str) -> tuple[str, ...]:
    return fold(name) or (name,)


def _fold_all(*sides: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return by name what two spellings of it share; the name itself where that is not unique."""
    folded = {name: _fold(name) for side in sides for name in side}
    are_unique = all(len({folded[name] for name in side}) == len(side) for side in sides)
    return folded if are_unique else {name: (name,) for name in folded}


def _share_names(labels: Sequence[str], body: Sequence[str]) -> float:
    shared = set(map(_fold, labels)) & set(map(_fold, body))
    return len(shared) / max(len(labels), len(body))


def _draft_square(
    sheet: Sheet, labels: Sequence[str], body: Sequence[str], numbers: list[list[str]]
) -> Draft:
    """Return the relations of a matrix that has the same actors in its rows and columns."""
    folded = _fold_all(labels, body)
    row_of = {folded[name]: row for row, name in enumerate(labels)}
    column_of = {folded[name]: column for column, name in enumerate(body)}
    names = [*labels, *(name for name in body if folded[name] not in row_of)]
    columns = [(two, column_of.get(folded[name])) for two, name in enumerate(names)]
    cells = {
        (row, two): numbers[column][row]
        for row in range(len(labels))
        for two, column in columns
        if column is not None and numbers[column][row]
    }
    loops = sum(one == two for one, two in cells)
    is_mutual = all(cells.get((two, one)) == value for (one, two), value in cells.items())
    pairs = {
        (one, two): value
        for (one, two), value in cells.items()
        if one != two and (not is_mutual or one < two)
    }
    what = f"{sheet.label}: is a matrix of {len(names):,} actors"
    what += (
        "; it is the same both ways, so its relations are mutual."
        if is_mutual
        else "; a row is the source."
    )
    if loops:
        what += f" Its diagonal ({loops:,} cells) is left out."
    return _make_draft(sheet, names, names, pairs, "no" if is_mutual else "yes", what)


def _draft_incidence(
    sheet: Sheet, labels: Sequence[str], body: Sequence[str], numbers: list[list[str]]
) -> Draft:
    """Return who of the rows takes part in what of the columns."""
    pairs = {
        (row, column): value
        for row in range(len(labels))
        for column in range(len(body))
        if (value := numbers[column][row])
    }
    what = (
        f"{sheet.label}: is a matrix of {len(labels):,} rows and {len(body):,} columns of other "
        "names: whoever has a mark takes part in what names the column."
    )
    draft = _make_draft(sheet, labels, body, pairs, "yes", what)
    draft.relations["type"] = [ATTENDS] * len(pairs)
    return draft


def _make_draft(  # noqa: PLR0913, PLR0917 - what a matrix has
    sheet: Sheet,
    sources: Sequence[str],
    targets: Sequence[str],
    pairs: dict[tuple[int, int], str],
    directed: str,
    what: str,
) -> Draft:
    names = list(dict.fromkeys([*sources, *targets]))
    relations = {
        "source": [sources[one] for one, _ in pairs],
        "target": [targets[two] for _, two in pairs],
        DIRECTED: [directed] * len(pairs),
        PLACE: [f"{sheet.label}:{sheet.lines[min(one, len(sheet) - 1)]}" for one, _ in pairs],
    }
    if any(value.startswith("-") for value in pairs.values()):
        relations[SIGN] = ["-" if value.startswith("-") else "+" for value in pairs.values()]
    if any(value not in ("1", "-1") for value in pairs.values()):
        relations["weight"] = [value.removeprefix("-") for value in pairs.values()]
    note = Note("tables", what)
    actors = {"name": names, IDENTIFYING: ["name"] * len(names)}
    return Draft(dict(actors), dict(relations), set_aside=sheet.set_aside, notes=[note])

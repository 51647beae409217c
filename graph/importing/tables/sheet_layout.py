"""Find the header of a grid, and leave out what is around a table: titles, totals, blanks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.importing.draft import Note, SetAside
from graph.importing.tables.sheet import Grid, Rows, Sheet

MOST_TITLE_ROWS = 15
LONGEST_TITLE = 80
TOTALS = re.compile(
    r"(?:grand[ -]?)?(?:sub[ -]?)?totals?|sums?|summe|gesamt(?:summe|betrag)?|insgesamt"
    r"|total g[eé]n[eé]ral|somme|suma|razem|ogółem|łącznie|итого|всего|разом|усього|totale?s?"
    r"|average|mean",
    re.IGNORECASE,
)
FOOTER = re.compile(
    r"(?:source|sources|note|notes|quelle|quellen|anmerkung|remarque|fuente|nota|źródło|uwaga"
    r"|источник|примечание|джерело)\s*+(?:[:.)(–—-].*|[0-9].*|)"
    r"|(?:last updated|downloaded|copyright)\b.*|[©*†].*",
    re.IGNORECASE | re.DOTALL,
)
NUMERIC = re.compile(r"[+-]?[.,\s]*+\d[\d.,\s]*+%?")


def make_sheet(grid: Grid, is_header: object = None) -> Sheet | None:
    """Return the table in a grid; None when there is none.

    Parameters
    ----------
    grid
        The cells as they were read.
    is_header
        A function that says of a row how many of its cells name columns.
    """
    rows, lines = list(grid.rows), list(grid.lines)
    notes = list(grid.notes)
    _fill_merged(rows, grid, notes)
    filled = [number for number, row in enumerate(rows) if any(row)]
    if not filled:
        return None
    header = _find_header(rows, filled, is_header)
    aside: list[SetAside] = []
    names: Sequence[str] = []
    if header is None:
        body, has_header = filled, False
    else:
        skipped = [number for number in filled if number < header]
        if skipped:
            _note_titles(grid, rows, skipped, header, notes)
        above = rows[header - 1] if header - 1 in filled else []
        names = join_headers(above, rows[header])
        body, has_header = [n for n in filled if n > header], True
    width = max((len(rows[number]) for number in filled), default=0)
    headers = _name_columns(grid, names, width, [rows[number] for number in body], notes)
    sheet = _build_sheet(
        grid, headers, [rows[n] for n in body], [lines[n] for n in body], has_header
    )
    sheet.notes, sheet.set_aside = notes, aside
    if has_header:
        _drop_totals(sheet)
    return sheet


def _build_sheet(
    grid: Grid,
    names: Sequence[str],
    rows: Rows,
    lines: list[int],
    has_header: bool,  # noqa: FBT001
) -> Sheet:
    columns = {
        name: [row[index] if index < len(row) else "" for row in rows]
        for index, name in enumerate(names)
        if name
    }
    return Sheet(grid.file, grid.sheet, dict(columns), lines, has_header)


def _fill_merged(rows: Rows, grid: Grid, notes: list[Note]) -> None:
    """Repeat the value of cells that are merged downwards in every row of theirs."""
    count = 0
    for first, left, last, right in grid.merged:
        if last <= first or left != right or last >= len(rows) or left >= len(rows[first]):
            continue
        value = rows[first][left]
        for number in range(first + 1, last + 1):
            if left < len(rows[number]) and value:
                rows[number][left] = value
                count += 1
    if count:
        what = f"{grid.label}: {count:,} cells that are merged with the cell above have its value."
        notes.append(Note("files", what))


def _find_header(rows: Rows, filled: Sequence[int], score: object) -> int | None:
    """Return the row that names the columns; None where the first row is data already."""
    width = max(len([cell for cell in rows[number] if cell]) for number in filled)
    best, chosen, least = 0.0, filled[0], 0
    for position, number in enumerate(filled[:MOST_TITLE_ROWS]):
        row = rows[number]
        known = score(row) if callable(score) else 0
        cells = [cell for cell in row if cell]
        if len(cells) < min(2, width) or any(len(cell) > 200 for cell in cells):  # noqa: PLR2004
            continue
        texts = sum(not NUMERIC.fullmatch(cell) for cell in cells)
        points = 2.0 * known + texts / max(1, width) - 0.3 * position
        if points > best and known >= least:
            best, chosen = points, number
            # Below a line of texts in all columns, a word such as party is a value.
            least = known + 2 if texts == width else 0
    if best == 0.0:
        return None if _is_data(rows, filled) else filled[0]
    known = score(rows[chosen]) if callable(score) else 0
    return None if not known and chosen == filled[0] and _is_data(rows, filled) else chosen


def _is_data(rows: Rows, filled: Sequence[int]) -> bool:
    """Return whether the first row is no header: its ends occur below, or it has numbers alone."""
    first = [cell for cell in rows[filled[0]] if cell]
    if not rows[filled[0]][0]:  # the corner of a matrix
        return False
    if len(first) < 2 or len(filled) < 2:  # noqa: PLR2004 - two ends, two rows
        return False
    if all(NUMERIC.fullmatch(cell) for cell in first):
        return True
    below = {cell for number in filled[1:] for cell in rows[number][:2] if cell}
    return len(first) <= 4 and any(cell in below for cell in rows[filled[0]][:2])  # noqa: PLR2004


def _shorten(text: str) -> str:
    """Return a text, cut at a word where it is long.

    Examples
    --------
    >>> _shorten("Gifts to parties"), _shorten("gift " * 20)[-13:]
    ('Gifts to parties', 'gift gift ...')
    """
    if len(text) <= LONGEST_TITLE:
        return text
    cut = text[:LONGEST_TITLE]
    return f"{cut.rpartition(' ')[0] or cut} ..."


def _note_titles(
    grid: Grid, rows: Rows, skipped: Sequence[int], header: int, notes: list[Note]
) -> None:
    texts = [_shorten(" ".join(filter(None, rows[number]))) for number in skipped[:3]]
    line = grid.lines[header]
    what = f"{grid.label}: line {line} names the columns. Above it: {'; '.join(texts)}."
    notes.append(Note("files", what))


def join_headers(above: Sequence[str], names: Sequence[str]) -> Sequence[str]:
    """Return the names of columns, with that of their group where two columns have one name.

    Parameters
    ----------
    above
        The line above the header; a group has its name in its first column.
    names
        The line that names the columns.

    Examples
    --------
    >>> join_headers(["Giver", "", "Taker", ""], ["Name", "City", "Name", "City"])
    ['Giver Name', 'Giver City', 'Taker Name', 'Taker City']
    >>> join_headers(["Gifts", "", "", ""], ["Name", "City", "Name", "City"])
    ['Name', 'City', 'Name', 'City']
    """
    filled = [name for name in names if name]
    groups = [cell for cell in above if cell]
    if len(filled) == len(set(filled)) or len(set(groups)) < 2 or len(groups) > len(filled):  # noqa: PLR2004
        return names
    joined, group = list[str](), ""
    for number, name in enumerate(names):
        group = (above[number] if number < len(above) else "") or group
        joined.append(f"{group} {name}" if group and name and name != group else name or group)
    return joined


def _name_columns(
    grid: Grid, names: Sequence[str], width: int, rows: Rows, notes: list[Note]
) -> list[str]:
    """Return a name for each column that holds something; empty for one that does not."""
    result: list[str] = []
    dropped = 0
    for index in range(width):
        name = " ".join(names[index].split()) if index < len(names) else ""
        if not name:
            is_filled = any(index < len(row) and row[index] for row in rows)
            dropped += not is_filled
            name = f"column {index + 1}" if is_filled else ""
        base, number = name, 2
        while name and name in result:
            name, number = f"{base} {number}", number + 1
        result.append(name)
    if dropped and names:
        verb = "column is" if dropped == 1 else "columns are"
        notes.append(Note("files", f"{grid.label}: {dropped} empty {verb} left out."))
    return result


def _drop_totals(sheet: Sheet) -> None:
    """Set rows of totals aside, and remarks below the table."""
    if not len(sheet):
        return
    names = list(sheet.columns)
    leading = names[:3]
    totals = [False] * len(sheet)
    for row in range(len(sheet)):
        first = next((sheet.columns[name][row] for name in leading if sheet.columns[name][row]), "")
        filled = sum(bool(sheet.columns[name][row]) for name in names)
        if TOTALS.fullmatch(first.rstrip(": ")) and filled < max(3, len(names)):
            blank_ends = sum(not sheet.columns[name][row] for name in leading[:2])
            rest = [cell for name in names[1:] if (cell := sheet.columns[name][row])]
            are_sums = all(any(map(str.isdigit, cell)) for cell in rest)
            totals[row] = bool(blank_ends) or (len(names) < 3 and are_sums)  # noqa: PLR2004
    sheet.set_rows_aside(totals, "It is a row of totals.")
    last = len(sheet) - 1
    remarks = [False] * len(sheet)
    while last > 0 and len(names) > 2:  # noqa: PLR2004
        cells = [sheet.columns[name][last] for name in names]
        alone = cells[0] and not any(cells[1:])
        if not alone or not (FOOTER.fullmatch(cells[0]) or len(cells[0]) > 60):  # noqa: PLR2004
            break
        remarks[last] = True
        last -= 1
    sheet.set_rows_aside(remarks, "It is a remark below the table.")

"""Read the date columns of a table: what one cell leaves open, its column decides."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from graph.data.dates import is_end, is_partial_date
from graph.importing.by_column import (
    Column,
    count_cells,
    encode_column,
    find_combinations,
    make_blank,
    map_rows,
)
from graph.importing.cells.dates import TimeSpan, decide_order, read_all
from graph.importing.draft import Draft, Note, Rows, add_working_column, count_rows
from graph.importing.options import DateOrder, ImportOptions
from graph.importing.roles.placeholders import is_placeholder

MOST_SHOWN = 5
DATED = ("start", "end", "date")
ORDERS: Mapping[str, str] = {
    "dmy": "day, month, year",
    "mdy": "month, day, year",
    "ymd": "year, month, day",
}
PANEL = 1.3  # years a pair has on average, above which a row is a year of it
YEAR = re.compile(r"[12][0-9]{3}")


def read_date_columns(rows: Rows, draft: Draft, options: ImportOptions, family: str) -> None:
    """Read the columns start, end and date into start and end."""
    readings: dict[str, Mapping[str, TimeSpan | None]] = {}
    order = options.dates or _decide_order(rows, draft, family)
    for role in DATED:
        if role in rows:
            values = [value for value in encode_column(rows[role]).values if value]
            readings[role] = read_all(values, order)
            _note_dates(draft, role, family, readings[role], order, rows[role])
    if not readings:
        return
    count = count_rows(rows)
    columns = [rows.get(role, make_blank(count)) for role in ("start", "end", "date")]
    lost_cells = [_find_lost(readings, role, rows) for role in ("start", "end", "date")]
    by_start, by_end, by_date = (readings.get(role, {}).get for role in ("start", "end", "date"))
    keep_date = cache(lambda text: text if is_partial_date(text) else "")
    keep_end = cache(lambda text: text if is_end(text) else "")

    def read_row(start: str, end: str, date: str) -> tuple[str, str, str]:
        own = by_date(date)
        first = by_start(start) or own
        last = by_end(end)
        left = first.start if first else ""
        right = (last.end or last.start) if last else (first.end if first else "")
        if own and not right and "end" not in readings:
            right = own.end
        if not left and first is None and last is not None and last.end and last.start:
            left = last.start
        cells = (start, end, date)
        unread = [cell for cell, lost in zip(cells, lost_cells, strict=True) if cell in lost]
        return keep_date(left), keep_end(right), " | ".join(unread)

    start, end, unread = map_rows(columns, read_row, 3)
    if family == "relations" and set(readings) == {"date"} and _is_panel(rows):
        end = map_rows([start, end], lambda first, last: (last or first,), 1)[0]
        what = "date of relations: a pair has a row for each date, so each holds at its date alone."
        draft.notes.append(Note("dates", what, is_guess=True))
    rows.pop("date", None)
    rows["start"], rows["end"] = start, end
    if any(unread.values):
        add_working_column(rows, "dates as written", unread, draft.notes)


def _decide_order(rows: Rows, draft: Draft, family: str) -> DateOrder | None:
    """Return the order of day and month of all date columns; None where nothing decides."""
    found: dict[str, DateOrder] = {}
    for role in DATED:
        order = decide_order(v for v in encode_column(rows[role]).values) if role in rows else None
        if order:
            found[role] = order
    if len(set(found.values())) > 1:
        orders = " and ".join(f"{role} as {ORDERS[order]}" for role, order in found.items())
        what = f"dates of {family}: the columns speak for two orders, {orders}. So neither decides."
        draft.notes.append(Note("dates", what, "--dates dmy or --dates mdy", is_guess=True))
        return None
    return next(iter(found.values()), None)


def _is_panel(rows: Rows) -> bool:
    """Return whether the same two ends and type stand in several rows that differ in the year."""
    values = [value for value in encode_column(rows["date"]).values if value]
    if not values or not all(YEAR.fullmatch(value) for value in values):
        return False
    names = [name for name in ("source", "target", "type") if name in rows]
    pairs, _ = find_combinations([encode_column(rows[name]) for name in names])
    dated, _ = find_combinations([encode_column(rows[name]) for name in (*names, "date")])
    return len(dated) > PANEL * len(pairs)


def _find_lost(
    readings: Mapping[str, Mapping[str, TimeSpan | None]], role: str, rows: Rows
) -> set[str]:
    """Return the cells of a column that are not read, or only in part."""
    if role not in rows:
        return set()
    values = (cell for cell in encode_column(rows[role]).values if cell)
    by_cell = ((cell, readings[role].get(cell)) for cell in values)
    lost = (cell for cell, reading in by_cell if reading is None or reading.is_open)
    return {cell for cell in lost if not is_placeholder(cell)}


def _note_dates(  # noqa: PLR0913, PLR0917 - what is said of a column
    draft: Draft,
    role: str,
    family: str,
    readings: Mapping[str, TimeSpan | None],
    order: str | None,
    cells: Column,
) -> None:
    changed = [
        text for text, r in readings.items() if r and text not in (r.start, r.end) and not r.is_open
    ]
    if changed:
        examples = ", ".join(
            f"{text!r} as {_show(readings[text])}" for text in changed[:MOST_SHOWN]
        )
        draft.notes.append(Note("dates", f"{role} of {family}: {examples}."))
    if (
        any(re.fullmatch(r"[0-9]{1,2}([/-])[0-9]{1,2}\1[0-9]{2,4}", text) for text in readings)
        and order
    ):
        what = f"{role} of {family}: the column is read as {ORDERS[order]}."
        draft.notes.append(Note("dates", what, "--dates"))
    open_ones = [text for text, r in readings.items() if r and r.is_open]
    if open_ones:
        is_day = re.fullmatch(r"[0-9]+([./-])[0-9]+\1[0-9]+", open_ones[0])
        ways = "could be either way round" if is_day else "can be read in two ways"
        what = (
            f"{role} of {family}: {open_ones[0]!r} {ways}, and no cell of the "
            f"column decides. The year alone is read ({count_cells(cells, open_ones):,} rows)."
        )
        draft.notes.append(Note("dates", what, "--dates dmy or --dates mdy", is_guess=True))
    unread = [text for text, r in readings.items() if r is None and not is_placeholder(text)]
    if unread:
        shown = ", ".join(map(repr, unread[:MOST_SHOWN]))
        what = f"{role} of {family}: not read as dates, kept in 'dates as written': {shown}."
        draft.notes.append(Note("dates", what, is_guess=True))


def _show(reading: TimeSpan | None) -> str:
    return " to ".join(map(repr, filter(None, reading[:2]))) if reading else ""

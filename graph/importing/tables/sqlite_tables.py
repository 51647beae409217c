"""Read the tables of an SQLite database; this happens in a process whose memory is bounded.

A foreign database may hold views that run for ever, triggers, and functions in its columns: only
plain columns of plain tables are read, from the bytes of the file, and nothing else is allowed.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Any, NamedTuple

from graph.data.limits import Limits
from graph.errors import DataError, Problem
from graph.importing.tables.encoded_cells import CellEncoder, Encoded
from graph.importing.tables.workbook_sheets import MOST_SHEETS, choose_sheets

LONGEST = 120.0  # seconds for all tables
STEPS = 100_000  # of SQLite's machine, between two looks at the clock
JOURNAL = slice(18, 20)  # of the header: 2 for a log beside the file, which the bytes do not have
NO_LOG = b"\x01\x01"
PLAIN = 0  # of a column: not hidden, and not computed
READING = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ}
ROWS_AT_ONCE = 5_000
TABLES = "SELECT name, rootpage FROM sqlite_master WHERE type = 'table' ORDER BY rowid"
SQLITE = "sqlite_"  # how the names of its own tables begin
INTEGER = "INT"


class StoredTable(NamedTuple):
    """A table of a database.

    Parameters
    ----------
    name, columns
        The table, and its columns: the unique values of each, and the code of each row.
    keys
        By column that names a row of another table with a number: the table and its column.
    binary
        How many cells hold no text, such as pictures.
    """

    name: str
    columns: dict[str, Encoded]
    keys: dict[str, tuple[str, str]]
    binary: int


def read_tables(raw: bytes, wanted: tuple[str, ...], limits: Limits) -> dict[str, Any]:
    """Return the ``tables`` of a database that have rows, or the ``problem`` with it."""
    try:
        with closing(sqlite3.connect(":memory:")) as database:
            _restrict(database, raw, limits)
            return {"tables": [tuple(each) for each in _iter_tables(database, wanted, limits)]}
    except DataError as error:
        problem = error.problems[0]
        return {"problem": (problem.what, problem.remedy, problem.rule)}
    except sqlite3.Error as error:
        if "interrupted" in str(error):
            what, remedy = "takes too long to read.", "Save its tables as CSV."
        elif "too big" in str(error):
            what = f"has a cell of more than {limits.longest_cell:,} characters."
            remedy = "Shorten it, or allow more: --longest-cell."
        else:
            what, remedy = "cannot be read as a database.", "Save its tables as CSV."
        return {"problem": (what, remedy, "unreadable-file")}


def _restrict(database: sqlite3.Connection, raw: bytes, limits: Limits) -> None:
    """Open the bytes of a database, and allow nothing but reading."""
    ends = time.monotonic() + LONGEST
    database.deserialize(raw[: JOURNAL.start] + NO_LOG + raw[JOURNAL.stop :])
    database.set_progress_handler(lambda: time.monotonic() > ends, STEPS)
    database.execute("PRAGMA trusted_schema = OFF")
    database.execute("PRAGMA cell_size_check = ON")
    database.execute("PRAGMA query_only = ON")
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, max(4 * limits.longest_cell, 1_000_000))
    database.text_factory = lambda text: text.decode("utf-8", "replace")
    database.set_authorizer(_authorize)


def _authorize(
    action: int, one: str | None, two: str | None, _database: str | None, _inner: str | None
) -> int:
    """Allow reading, and two ways to ask what a table has."""
    is_allowed = action in READING
    is_allowed |= action == sqlite3.SQLITE_FUNCTION and two == "typeof"
    is_allowed |= action == sqlite3.SQLITE_PRAGMA and one in ("table_xinfo", "foreign_key_list")
    return sqlite3.SQLITE_OK if is_allowed else sqlite3.SQLITE_DENY


def _iter_tables(
    database: sqlite3.Connection, wanted: tuple[str, ...], limits: Limits
) -> Iterator[StoredTable]:
    listed = database.execute(TABLES).fetchmany(10 * MOST_SHEETS)
    virtual = (SQLITE, *(f"{name}_" for name, page in listed if not page))
    names = [name for name, page in listed if page and not name.startswith(virtual)]
    cells_left = limits.most_cells
    for name in choose_sheets(names, wanted, "table"):
        columns = database.execute(f"PRAGMA table_xinfo({_quote(name)})").fetchall()
        plain = [column for column in columns if column[6] == PLAIN]
        if not plain:
            continue
        encoders = [CellEncoder(limits) for _ in plain]
        chosen = ", ".join(
            f"CASE typeof({_quote(c[1])}) WHEN 'blob' THEN x'' ELSE {_quote(c[1])} END"
            for c in plain
        )
        rows = database.execute(f"SELECT {chosen} FROM {_quote(name)}")  # noqa: S608 - quoted names
        while some := rows.fetchmany(ROWS_AT_ONCE):
            cells_left -= len(some) * len(plain)
            if cells_left < 0:
                what = f"has more than {limits.most_cells:,} cells."
                remedy = "Name the tables that are meant: --sheet NAME."
                raise DataError([Problem("", None, "", what, remedy, rule="too-large")])
            for encoder, cells in zip(encoders, zip(*some, strict=True), strict=True):
                encoder.add(cells)
        if len(encoders[0]):
            keys = _read_keys(database, name, plain)
            encoded = {c[1]: e.encoded for c, e in zip(plain, encoders, strict=True)}
            yield StoredTable(name, encoded, keys, sum(each.binary for each in encoders))


def _read_keys(
    database: sqlite3.Connection, name: str, columns: Sequence[Sequence[Any]]
) -> dict[str, tuple[str, str]]:
    """Return by column with numbers the table and the column that it refers to."""
    numbers = {each[1].casefold(): each[1] for each in columns if INTEGER in each[2].upper()}
    listed = database.execute(f"PRAGMA foreign_key_list({_quote(name)})").fetchall()
    single = {each[0] for each in listed} - {each[0] for each in listed if each[1]}
    return {
        numbers[each[3].casefold()]: (each[2], each[4] or "")
        for each in reversed(listed)  # SQLite lists the last one first
        if each[0] in single and each[3].casefold() in numbers
    }


def _quote(name: str) -> str:
    doubled = name.replace('"', '""')
    return f'"{doubled}"'

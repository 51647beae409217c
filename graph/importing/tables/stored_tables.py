"""Read tables that are stored with named columns: SQLite databases and Parquet files."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from pathlib import Path

from graph.data.counts import format_count
from graph.data.dictionary_column import DictionaryColumn
from graph.data.limits import Limits
from graph.importing.draft import Note
from graph.importing.tables.bounded_process import Reader, read_in_process
from graph.importing.tables.encoded_cells import Encoded
from graph.importing.tables.foreign_keys import Key, follow_keys
from graph.importing.tables.sheet import Sheet

SQLITE, PARQUET = b"SQLite format 3\0", b"PAR1"
READERS: Mapping[bytes, tuple[str, str]] = {
    SQLITE: ("SQLite", "sqlite_tables:read_tables"),
    PARQUET: ("Parquet", "parquet_table:read_table"),
}
REMEDY = "Save its tables as CSV."


def is_stored(raw: bytes) -> bool:
    """Return whether bytes begin as a database or a Parquet file does.

    Examples
    --------
    >>> is_stored(b"PAR1..."), is_stored(b"source,target")
    (True, False)
    """
    return raw.startswith(tuple(READERS))


def read_stored(raw: bytes, name: str, wanted: tuple[str, ...], limits: Limits) -> list[Sheet]:
    """Return the tables that have rows.

    Parameters
    ----------
    raw, name
        The file.
    wanted
        The tables to read; empty for all.
    limits
        How much is read at the most.

    Raises
    ------
    DataError
        When it cannot be read, is too large, or lacks a table that is wanted.
    """
    form, path = next(READERS[start] for start in READERS if raw.startswith(start))
    answer = read_in_process(Reader(path, len(raw), REMEDY), raw, name, wanted, limits)
    sheets, keys = list[Sheet](), list[Mapping[str, Key]]()
    for table, columns, referring, binary in answer["tables"]:
        sheet = _make_sheet(name, table, columns)
        sheet.notes.append(Note("files", f"{sheet.label}: is read as {form}."))
        if binary:
            what = f"{format_count(binary, 'cell')} without text, such as pictures: left out."
            sheet.notes.append(Note("files", f"{sheet.label}: {what}"))
        sheets.append(sheet)
        keys.append({header: Key(*key) for header, key in referring.items()})
    return [sheet for sheet in follow_keys(sheets, keys) if len(sheet)]


def _make_sheet(file: str, table: str, columns: Mapping[str, Encoded]) -> Sheet:
    """Return a table as a sheet; columns in which nothing stands are left out."""
    cells = {
        " ".join(header.split()): DictionaryColumn(values, memoryview(array("i", codes)))
        for header, (values, codes) in columns.items()
    }
    count = max((len(column) for column in cells.values()), default=0)
    return Sheet(file, table, dict(cells), range(1, count + 1))


def note_log(path: Path, raw: bytes) -> list[Note]:
    """Return the note that the last changes of a database stand in a log beside it."""
    log = path.with_name(f"{path.name}-wal")
    try:
        is_filled = raw.startswith(SQLITE) and log.stat().st_size > 0
    except OSError:
        return []
    what = f"{path.name}: its last changes stand in {log.name}, which is not read. "
    what += "Close the program that has it open, and import it again."
    return [Note("files", what, is_guess=True)] if is_filled else []

"""Draft types.csv: a line for each type that nothing declares, behind the lines that are there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from graph.data.columns import TYPE_COLUMNS
from graph.data.declared_types import to_type_row
from graph.data.table import Table
from graph.data.vocabulary import RelationType
from graph.errors import OutputError
from graph.formats.csv_file import read_header
from graph.formats.encoding import has_mark
from graph.formats.formulas import guard_formula
from graph.rules.foreign_headers import match_columns

BYTE_ORDER_MARK = "\ufeff"


def draft_types(types: Iterable[RelationType], path: Path) -> bytes:
    """Return the content of types.csv with further lines; what it has stays as it is.

    Parameters
    ----------
    types
        The types to declare.
    path
        The file, if it exists.

    Raises
    ------
    OutputError
        When the file that is there is not in UTF-8, so that no line can be added to it.
    """
    raw = path.read_bytes() if path.exists() else b""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    marked = has_mark(raw) and not text.startswith(BYTE_ORDER_MARK)
    if raw and (not text or marked or path.suffix == ".gz"):
        raise OutputError(f"{path.name}: is not in UTF-8. Save it as 'CSV UTF-8' first.")
    delimiter, header, _ = read_header(path.name, text.removeprefix(BYTE_ORDER_MARK))
    if not any(header):
        lines = [",".join(TYPE_COLUMNS), *(_format_line(each, TYPE_COLUMNS) for each in types)]
        return raw + "".join(f"{line}\n" for line in lines).encode()
    ours = match_columns("types", Table(path.name, {name: [] for name in header if name}, ()))
    columns = [ours.get(name, name) for name in header]
    end = "\r\n" if "\r\n" in text else "\n"
    added = "".join(f"{_format_line(each, columns, delimiter)}{end}" for each in types)
    gap = "" if text.endswith(("\n", "\r")) else end
    return raw + f"{gap}{added}".encode()


def _format_line(relation_type: RelationType, columns: Iterable[str], delimiter: str = ",") -> str:
    cells = dict(zip(TYPE_COLUMNS, to_type_row(relation_type), strict=True))
    return delimiter.join(_format_cell(cells.get(name, "")) for name in columns)


def _format_cell(cell: str) -> str:
    safe = guard_formula(cell)
    if not set(safe) & set(',;\t"\r\n'):
        return safe
    doubled = safe.replace('"', '""')
    return f'"{doubled}"'

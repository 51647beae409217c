"""Find what a workbook says of cells beside their values: errors, and rows that are hidden."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping
from typing import NamedTuple

from graph.errors import DataError
from graph.importing.network_files.bounded_xml import get_tag, iter_elements
from graph.importing.tables.packed_parts import number_column

CELL = re.compile(rb"<(?:\w{1,20}:)?c\s([^<>]{0,300})>([^<]{0,9}<[^<>]{1,9}>[^<>]{0,40})")
REFERENCE = re.compile(rb"""\br\s*=\s*["']([A-Z]{1,3})([0-9]{1,7})["']""")
ERROR = re.compile(rb"""\bt\s*=\s*["']e["']""")
VALUE = re.compile(rb"v>\s*(#[^<>]{1,20})\Z")
HIDDEN_ROW = re.compile(rb"""<(?:\w{1,20}:)?row\s[^<>]{0,300}?\bhidden\s*=\s*["'](?:1|true)["']""")
BOOK, LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
NO_VALUE = "#N/A"


class SheetMarks(NamedTuple):
    """What a sheet has beside values.

    Parameters
    ----------
    errors
        By row and column, from 0, the error that a cell holds.
    hidden_rows
        How many rows are hidden.
    """

    errors: Mapping[tuple[int, int], str] = {}
    hidden_rows: int = 0


def find_marks(raw: bytes) -> dict[str, SheetMarks]:
    """Return the marks of each sheet of an xlsx workbook; none of any other file."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = {
                name: path
                for name, path in _list_parts(archive).items()
                if path in archive.namelist()
            }
            return {name: _read_marks(archive.read(path)) for name, path in parts.items()}
    except (zipfile.BadZipFile, DataError, KeyError, ValueError, OSError, EOFError):
        return {}  # another format; calamine says what is wrong with a damaged one
    except (NotImplementedError, RuntimeError):
        return {}


def _list_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return by name of a sheet the part that holds its cells."""
    targets = {
        element.get("Id", ""): posixpath.normpath(posixpath.join("/xl", element.get("Target", "")))
        for event, element, _ in iter_elements(archive.read(LINKS), LINKS)
        if event == "start" and get_tag(element) == "Relationship"
    }
    return {
        element.get("name", ""): targets.get(element.get(RELATION, ""), "").lstrip("/")
        for event, element, _ in iter_elements(archive.read(BOOK), BOOK)
        if event == "start" and get_tag(element) == "sheet"
    }


def _read_marks(sheet: bytes) -> SheetMarks:
    errors = {}
    if ERROR.search(sheet):
        for cell in CELL.finditer(sheet):
            place = REFERENCE.search(cell[1])
            if place and ERROR.search(cell[1]):
                value = VALUE.search(cell[2])
                where = int(place[2]) - 1, number_column(place[1]) - 1
                errors[where] = value[1].decode("ascii", "replace") if value else NO_VALUE
    return SheetMarks(errors, sum(1 for _ in HIDDEN_ROW.finditer(sheet)))

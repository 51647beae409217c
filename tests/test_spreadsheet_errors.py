"""Cells of workbooks that hold an error: where they are, in old and in open formats."""

import io
import struct
import zipfile

import pytest

from graph.importing.tables.error_cells import find_errors

SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)
ERROR = '<table:table-cell calcext:value-type="error"><text:p>{}</text:p></table:table-cell>'
PLAIN = "<table:table-cell{}><text:p>Ann</text:p></table:table-cell>"
TWICE = ' table:number-columns-repeated="2"'


def pack(*sheets, name="content.xml"):
    """Return an ods file whose sheets have these rows."""
    tables = "".join(f"<table:table>{rows}</table:table>" for rows in sheets)
    content = f"<office:document-content {SPACES}>{tables}</office:document-content>"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


def row(*cells, repeated=1):
    often = f' table:number-rows-repeated="{repeated}"' if repeated > 1 else ""
    return f"<table:table-row{often}>{''.join(cells)}</table:table-row>"


def test_errors_of_an_open_workbook_are_where_repeated_cells_put_them():
    first = row(PLAIN.format("")) + row(PLAIN.format(TWICE), ERROR.format("#REF!"))
    second = row(PLAIN.format(""), repeated=3) + row(ERROR.format("Err:508"))
    assert find_errors(pack(first, second)) == [{(1, 2): "#REF!"}, {(3, 0): "Err:508"}]


def test_an_error_without_its_text_is_not_available():
    assert find_errors(pack(row(ERROR.format("see below")))) == [{(0, 0): "#N/A"}]


def test_a_count_that_is_no_number_is_one():
    cell = PLAIN.format(' table:number-columns-repeated="many"')
    assert find_errors(pack(row(cell, ERROR.format("#N/A")))) == [{(0, 1): "#N/A"}]


def test_errors_of_an_old_workbook_are_those_of_cells_and_of_formulas():
    sheet = b"\x09\x08\x10\x00\x00\x06\x10\x00"
    cell = b"\x05\x02\x08\x00" + struct.pack("<HHH", 2, 1, 15) + b"\x17\x01"
    formula = (
        b"\x06\x00\x20\x00" + struct.pack("<HHH", 4, 0, 15) + b"\x02\x00\x07\x00\x00\x00\xff\xff"
    )
    unknown = b"\x05\x02\x08\x00" + struct.pack("<HHH", 0, 0, 15) + b"\x63\x01"
    raw = cell + sheet + cell + sheet + formula + unknown
    assert find_errors(raw) == [{(2, 1): "#REF!"}, {(4, 0): "#DIV/0!"}]


@pytest.mark.parametrize(
    "raw",
    [
        b"PK not a zip file",
        pack(row(ERROR.format("#N/A")), name="other.xml"),
        pack("<table:table-row>" + ERROR.format("#N/A")),
    ],
)
def test_a_damaged_workbook_has_no_errors(raw):
    assert find_errors(raw) == []

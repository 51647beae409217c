"""Find the cells of old workbooks and of LibreOffice's that hold an error instead of a value.

The library that reads them gives a blank for an error, and a blank may mean the cell above.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping

from graph.errors import DataError
from graph.importing.network_files.bounded_xml import get_tag, iter_elements

ERROR = re.compile(
    r"#[¡¿]?(?:[A-ZА-ЯÀ-Þ]{2,12}|(?:DIV|DZIEL|ДЕЛ)/[0O])[!?]|#N/?A|#N/D|#NV|#Н/Д|Err:[0-9]{3}"
)
"""An error of Excel or LibreOffice, in the languages of their users."""
CODES: Mapping[int, str] = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?",
    0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip
# Records of an xls file: a worksheet begins; an error; a formula whose result is an error.
RECORDS = re.compile(
    rb"(?P<sheet>\x09\x08.\x00\x00\x06\x10\x00)"
    rb"|\x05\x02\x08\x00(?P<place>.{4})..(?P<code>.)\x01"
    rb"|\x06\x00[\x16-\xff].(?P<formula>.{4})..\x02.(?P<result>.)...\xff\xff",
    re.DOTALL,
)
CONTENT, MARK = "content.xml", b'value-type="error"'
MOST_REPEATED = 16_384
Places = dict[tuple[int, int], str]
"""By row and column, from 0, the error that a cell holds."""


def is_error(text: str) -> bool:
    """Return whether a text is an error of a spreadsheet.

    Examples
    --------
    >>> [is_error(text) for text in ("#REF!", "#¿NOMBRE?", "#N/A", "Err:508", "#MeToo")]
    [True, True, True, True, False]
    """
    return text.startswith(("#", "Err")) and bool(ERROR.fullmatch(text))


def find_xls_errors(raw: bytes) -> list[Places]:
    r"""Return the errors of each worksheet of an xls file, in the order of the sheets.

    Examples
    --------
    >>> sheet = b"\x09\x08\x10\x00\x00\x06\x10\x00"
    >>> find_xls_errors(sheet + b"\x05\x02\x08\x00" + b"\x02\x00\x01\x00" + b"\x0f\x00\x17\x01")
    [{(2, 1): '#REF!'}]
    """
    sheets: list[Places] = []
    for found in RECORDS.finditer(raw):
        if found["sheet"]:
            sheets.append({})
            continue
        place = found["place"] or found["formula"]
        code = (found["code"] or found["result"])[0]
        if sheets and code in CODES:
            row, column = (int.from_bytes(place[at : at + 2], "little") for at in (0, 2))
            sheets[-1][row, column] = CODES[code]
    return sheets


def find_ods_errors(raw: bytes) -> list[Places]:
    """Return the errors of each sheet of an ods file, in the order of the sheets.

    Raises
    ------
    DataError
        When its content is no XML.
    """
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        content = archive.read(CONTENT) if CONTENT in archive.namelist() else b""
    return list(_iter_ods_errors(content)) if MARK in content else []


def _iter_ods_errors(content: bytes) -> Iterator[Places]:
    places: Places = {}
    row = column = 0
    for event, element, _ in iter_elements(content, CONTENT):
        tag = get_tag(element)
        if event == "start":
            if tag == "table":
                places, row = {}, 0
            elif tag == "table-row":
                column = 0
            continue
        if tag in ("table-cell", "covered-table-cell"):
            if _get(element, "calcext", "value-type") == "error":
                text = "".join(element.itertext()).strip()
                places[row, column] = text if is_error(text) else "#N/A"
            column += _read_count(element, "number-columns-repeated")
        elif tag == "table-row":
            row += _read_count(element, "number-rows-repeated")
            element.clear()
        elif tag == "table":
            yield places


def _get(element: object, space: str, name: str) -> str:
    """Return an attribute by its name and a part of its namespace."""
    attributes: Mapping[str, str] = element.attrib  # type: ignore[attr-defined]
    return next(
        (text for key, text in attributes.items() if key.endswith(f"}}{name}") and space in key), ""
    )


def _read_count(element: object, name: str) -> int:
    text = _get(element, "table", name)
    return min(int(text), MOST_REPEATED) if text.isascii() and text.isdecimal() else 1


def find_errors(raw: bytes) -> list[Places]:
    """Return the errors of each sheet of an xls or ods file; none where it is damaged."""
    try:
        return find_ods_errors(raw) if raw.startswith(b"PK") else find_xls_errors(raw)
    except (zipfile.BadZipFile, DataError, KeyError, ValueError, OSError, EOFError):
        return []  # calamine says what is wrong with a damaged one
    except (NotImplementedError, RuntimeError):
        return []

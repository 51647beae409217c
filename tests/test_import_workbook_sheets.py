"""What is read of the sheets of a workbook, within one process."""

import datetime as dt
import io
from pathlib import Path

import pytest

from graph.data.limits import Limits
from graph.importing.tables.sheet_marks import find_marks
from graph.importing.tables.workbook_sheets import SheetCells, read_sheets

openpyxl = pytest.importorskip("openpyxl")
REGISTER = Path(__file__).parent / "books" / "rejestr.xls"


def pack(sheets, change=lambda _: None):
    """Return the bytes of a workbook of sheets of rows, changed before it is saved."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    change(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read(raw, *wanted, limits=Limits()):  # noqa: B008 - it never changes
    answer = read_sheets(raw, wanted, limits)
    return [SheetCells(*each) for each in answer["sheets"]] if "sheets" in answer else answer


TIES = [["from", "to"], ["Anna", "Bo"]]


def test_values_are_texts_as_a_csv_file_has_them():
    row = [2.0, 0.5, True, dt.datetime(2020, 1, 2), dt.time(8, 30), " x ", None, 1e300]  # noqa: DTZ001 - as Excel has it
    (sheet,) = read(pack({"Ties": [row]}))
    assert sheet.rows[0][:7] == ["2", "0.5", "yes", "2020-01-02", "08:30:00", "x", ""]
    assert float(sheet.rows[0][7]) == 1e300


def test_merged_hidden_and_wrong_cells_are_said():
    def change(book):
        book["Ties"].merge_cells("A2:A3")
        book["Ties"].row_dimensions[3].hidden = True
        book["Ties"]["B3"].data_type = "e"
        book["Old"].sheet_state = "hidden"

    sheets = {"Ties": [*TIES, [None, "#N/A"]], "Old": TIES}
    ties, old = read(pack(sheets, change))
    assert (ties.merged, ties.hidden_rows, ties.errors) == ([(1, 0, 2, 0)], 1, 1)
    assert ties.rows[2][1] == "#N/A"
    assert (ties.is_hidden, old.is_hidden) == (False, True)


def test_sheets_are_chosen_by_name_and_empty_ones_passed_over():
    raw = pack({"2020": TIES, "2021": TIES, "Empty": []})
    assert [sheet.name for sheet in read(raw)] == ["2020", "2021"]
    assert [sheet.name for sheet in read(raw, "2021 ")] == ["2021"]
    assert read(raw, "2022")["problem"] == (
        "has no sheet '2022'.", "It has '2020', '2021', 'Empty'.", "no-sheet",
    )  # fmt: skip


def test_a_sheet_of_charts_holds_no_cells():
    def change(book):
        chart = openpyxl.chart.BarChart()
        chart.add_data(openpyxl.chart.Reference(book["Ties"], min_col=1, min_row=1, max_row=2))
        book.create_chartsheet("Chart").add_chart(chart)

    assert [sheet.name for sheet in read(pack({"Ties": TIES}, change))] == ["Ties"]


def test_more_than_is_read_is_a_problem():
    assert read(pack({"Ties": TIES * 9}), limits=Limits(most_cells=3))["problem"][2] == "too-large"
    many = pack({f"s{number}": [["a"]] for number in range(201)})
    assert read(many)["problem"][0] == "has 201 sheets; at most 200 are read."


@pytest.mark.parametrize("raw", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0junk", b""])
def test_what_is_no_workbook_is_a_problem(raw):
    assert read(raw)["problem"][2] == "unreadable-file"
    assert find_marks(raw) == {}


def test_an_old_workbook_has_no_marks():
    (sheet,) = read(REGISTER.read_bytes())
    assert (sheet.name, sheet.rows[3][1], sheet.errors) == ("Powiązania 2021", "Osoba", 0)
    assert find_marks(REGISTER.read_bytes()) == {}

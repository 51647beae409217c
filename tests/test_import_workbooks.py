"""Workbooks: several sheets, titles, merged cells; and those that are made to do harm."""

import io
import json
import re
import sys
import zipfile

import pytest
from importing import read_rows

from graph.errors import DataError
from graph.importing.options import ImportOptions
from graph.importing.run import import_files
from graph.importing.tables import bounded_process

openpyxl = pytest.importorskip("openpyxl")

CELLS = '<row r="1"><c r="A1" t="inlineStr"><is><t>from</t></is></c></row>'


def save(path, sheets, merged=()):
    """Write a workbook of sheets of rows."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for area in merged:
            sheet.merge_cells(area)
    book.save(path)
    return path


def pack(path, sheet, parts=()):
    """Write a workbook whose one sheet has these cells, with further parts."""
    book = io.BytesIO()
    openpyxl.Workbook().save(book)
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                head = data.partition(b"<sheetData")[0]
                data = head + b"<sheetData>" + sheet.encode() + b"</sheetData></worksheet>"
            new.writestr(part.filename, data)
        for name, data in parts:
            new.writestr(name, data)
    return path


def test_sheets_belong_together(tmp_path):
    people = [["Stakeholders of the harbour"], [], ["Name", "Type"], ["Anna", "Person"]]
    ties = [["Vertex 1", "Vertex 2", "Relationship"], ["Anna", "Bo", "friend of"]]
    file = save(tmp_path / "book.xlsx", {"Edges": ties, "Vertices": people, "Notes": [["x"]]})
    made = import_files([file])
    assert read_rows(made.files["relations.csv"])[0]["type"] == "friend_of"
    assert [row["kind"] for row in read_rows(made.files["actors.csv"])] == ["person", ""]


def test_one_sheet_is_chosen(tmp_path):
    sheets = {
        "2020": [["from", "to"], ["Anna", "Bo"]],
        "2021": [["from", "to"], ["Cy", "Dee"], ["Dee", "Anna"]],
    }
    file = save(tmp_path / "book.xlsx", sheets)
    assert import_files([file]).report.relations == 3
    assert import_files([file], ImportOptions(sheets=("2021",))).report.relations == 2
    with pytest.raises(DataError, match=r"has no sheet '2022'\. It has '2020', '2021'"):
        import_files([file], ImportOptions(sheets=("2022",)))


def test_merged_cells_have_the_value_of_the_first(tmp_path):
    rows = [["from", "to", "type"], ["Anna", "Bo", "funds"], [None, "Cy", "funds"]]
    file = save(tmp_path / "book.xlsx", {"Ties": rows}, ["A2:A3"])
    made = import_files([file])
    assert [row["source"] for row in read_rows(made.files["relations.csv"])] == ["Anna", "Anna"]


def test_a_formula_is_read_as_its_value_and_nothing_runs(tmp_path):
    rows = [["from", "to", "remark"], ["Anna", "Bo", '=HYPERLINK("http://x", "y")']]
    made = import_files([save(tmp_path / "book.xlsx", {"Ties": rows})])
    assert "HYPERLINK" not in made.files["relations.csv"]


def test_two_cells_at_the_ends_of_the_sheet_do_not_fill_the_memory(tmp_path):
    far = CELLS + '<row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row>'
    with pytest.raises(DataError, match="has more than 50,000,000 cells"):
        import_files([pack(tmp_path / "far.xlsx", far)])


def test_a_bomb_is_refused_before_it_is_unpacked_whole(tmp_path):
    bomb = pack(tmp_path / "bomb.xlsx", CELLS, [("xl/media/zero.bin", bytes(80 << 20))])
    assert bomb.stat().st_size < 1 << 20
    with pytest.raises(DataError, match="larger than 64MiB unpacked"):
        import_files([bomb])


def test_entities_are_not_expanded(tmp_path):
    text = "<!DOCTYPE x [<!ENTITY a 'aaaa'>]>"
    file = pack(tmp_path / "entities.xlsx", CELLS.replace("from", "&a;"), [("xl/x.xml", text)])
    with pytest.raises(DataError):
        import_files([file])


@pytest.mark.long
def test_ten_thousand_sheets_are_refused_at_once(tmp_path):
    file = save(tmp_path / "many.xlsx", {f"s{number}": [["a"]] for number in range(250)})
    with pytest.raises(DataError, match=r"has 250 sheets; at most 200 are read\. Name those"):
        import_files([file])


BROKEN = [b"PK\x03\x04", b"PK\x03\x04" + b"x" * 999, b"\xd0\xcf\x11\xe0junk"]


@pytest.mark.parametrize("raw", BROKEN)
def test_a_broken_workbook_is_refused_in_a_sentence(tmp_path, raw):
    file = tmp_path / "broken.xlsx"
    file.write_bytes(raw)
    with pytest.raises(DataError, match=r"broken\.xlsx: cannot be read as a workbook"):
        import_files([file])


def test_macros_and_links_are_left_alone(tmp_path):
    rows = CELLS.replace("</row>", "") + '<c r="B1" t="inlineStr"><is><t>to</t></is></c></row>'
    rows += '<row r="2"><c r="A2" t="inlineStr"><is><t>Anna</t></is></c>'
    rows += '<c r="B2" t="inlineStr"><is><t>Bo</t></is></c></row>'
    link = "<externalLink r:id='http://evil'/>"
    parts = [("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0"), ("xl/externalLinks/link1.xml", link)]
    made = import_files([pack(tmp_path / "macros.xlsm", rows, parts)])
    assert set(made.files) == {"actors.csv", "relations.csv", "import.md"}
    assert "evil" not in "".join(made.files.values())


@pytest.mark.parametrize(
    "cell", ["r='XFD1048576'", 'r =\n"XFD1048576"', '\tr="XFD1048576"', 's="1"\n  r="XFD1048576"']
)
def test_a_cell_far_away_is_refused_however_it_is_written(tmp_path, cell):
    file = pack(tmp_path / "far.xlsx", CELLS + f'<row r="2"><c {cell}><v>1</v></c></row>')
    with pytest.raises(DataError, match="has more than 50,000,000 cells"):
        import_files([file])


def test_what_asks_for_too_much_memory_does_not_end_this_process(tmp_path, monkeypatch):
    pytest.importorskip("resource")
    monkeypatch.setattr(bounded_process, "LARGEST_MEMORY", 300 << 20)
    far = '<row r="40000"><c r="ALL40000"><v>1</v></c></row>'  # 40 million cells
    with pytest.raises(DataError, match="asks for more memory or time than is allowed"):
        import_files([pack(tmp_path / "wide.xlsx", CELLS + far)])


def test_the_reading_process_answers_in_its_own_words(tmp_path, monkeypatch):
    file = save(tmp_path / "book.xlsx", {"a": [["from", "to"], ["Anna", "Bo"]]})
    written = io.BytesIO()
    asked = json.dumps(["workbook_sheets:read_sheets", [], 1000, 1000, 1 << 46])
    monkeypatch.setattr(sys, "argv", ["-c", "[]", asked])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(file.read_bytes())))
    out = io.TextIOWrapper(written)
    monkeypatch.setattr(sys, "stdout", out)
    bounded_process.serve()
    out.flush()
    sheets = json.loads(written.getvalue())["sheets"]
    assert [sheet[:2] for sheet in sheets] == [["a", [["from", "to"], ["Anna", "Bo"]]]]


def test_reading_that_takes_too_long_ends(tmp_path, monkeypatch):
    monkeypatch.setattr(bounded_process, "LONGEST", 0)
    file = save(tmp_path / "book.xlsx", {"a": [["from", "to"], ["Anna", "Bo"]]})
    with pytest.raises(DataError, match="more memory or time than is allowed"):
        import_files([file])


def test_without_a_program_to_start_it_is_read_here(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "executable", "")
    file = save(tmp_path / "book.xlsx", {"a": [["from", "to"], ["Anna", "Bo"]]})
    assert import_files([file]).report.relations == 1


def test_a_cell_in_error_is_nobody_and_not_the_actor_above(tmp_path):
    rows = [["from", "to"], ["Anna", "Bo"], ["=Other!A1", "Cy"], [None, "Di"]]
    file = save(tmp_path / "book.xlsx", {"a": rows})
    with zipfile.ZipFile(file) as old:
        sheet = old.read("xl/worksheets/sheet1.xml").decode()
    cell = re.search(r'<c r="A3"[^>]*>.*?</c>', sheet)[0]
    cells = re.search("<sheetData>(.*)</sheetData>", sheet)[1]
    error = '<c r="A3" t="e"><f>Other!A1</f><v>#REF!</v></c>'
    made = import_files([pack(file, cells.replace(cell, error))])
    ends = [(row["source"], row["target"]) for row in read_rows(made.files["relations.csv"])]
    assert ("Anna", "Cy") not in ends
    assert ("Anna", "Bo") in ends
    assert any("1 cell holds an error such as #N/A" in each for each in made.report.guesses)


def test_hidden_sheets_and_rows_are_said(tmp_path):
    file = save(tmp_path / "book.xlsx", {"a": [["from", "to"], ["Anna", "Bo"]]})
    book = openpyxl.load_workbook(file)
    book["a"].row_dimensions[2].hidden = True
    draft = book.create_sheet("draft")
    for row in (["from", "to"], ["Cy", "Di"]):
        draft.append(row)
    draft.sheet_state = "hidden"
    book.save(file)
    guesses = import_files([file]).report.guesses
    assert [each for each in guesses if "hidden" in each] == [
        "book.xlsx, sheet a: 1 row is hidden in the workbook, and read.",
        "book.xlsx, sheet draft: is hidden in the workbook, and read.",
    ]

"""Workbooks of LibreOffice (ods) and of Excel before 2007 (xls)."""

import zipfile
from pathlib import Path

import pytest
from importing import read_rows

from graph.errors import DataError
from graph.importing.options import ImportOptions
from graph.importing.run import import_files
from graph.importing.tables import bounded_process, packed_parts

# A Polish register as an office keeps it: two lines of title, days and sums as Excel's numbers, a
# sum in the last row and a remark below. Written once with xlwt, which is no dependency.
REGISTER = Path(__file__).parent / "books" / "rejestr.xls"
SPACES = " ".join(
    f'xmlns:{word}="urn:oasis:names:tc:opendocument:xmlns:{word}:1.0"'
    for word in ("office", "table", "text")
)
SPACES += ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'


def write_ods(path, sheets):
    """Write an OpenDocument workbook; a cell is a text, a number, or a pair of type and value."""
    tables = "".join(
        f'<table:table table:name="{name}">{"".join(map(_row, rows))}</table:table>'
        for name, rows in sheets.items()
    )
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    content = f"<office:document-content {SPACES}>{body}</office:document-content>"
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    entry = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
    space = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr(
            "META-INF/manifest.xml", f"<manifest:manifest {space}>{entry}</manifest:manifest>"
        )
        archive.writestr("content.xml", content)
    return path


def _row(cells):
    return f"<table:table-row>{''.join(map(_cell, cells))}</table:table-row>"


def _cell(cell):
    kind, value = cell if isinstance(cell, tuple) else ("string", cell)
    if kind == "error":  # as LibreOffice writes it
        kinds = 'office:value-type="string" office:string-value="" calcext:value-type="error"'
        return f"<table:table-cell {kinds}><text:p>{value}</text:p></table:table-cell>"
    name = {"date": "date-value", "percentage": "value", "float": "value"}.get(kind)
    given = f' office:{name}="{value}"' if name else ""
    text = f"<text:p>{value}</text:p>"
    return f'<table:table-cell office:value-type="{kind}"{given}>{text}</table:table-cell>'


def test_repeated_rows_of_repeated_cells_do_not_end_this_process(tmp_path, monkeypatch):
    pytest.importorskip("resource")
    monkeypatch.setattr(bounded_process, "LARGEST_MEMORY", 300 << 20)
    repeated = "table:number-{}-repeated='9999'".format
    cell = _cell("x").replace("-cell ", f"-cell {repeated('columns')} ", 1)
    row = f"<table:table-row {repeated('rows')}>{cell}</table:table-row>"
    file = write_ods(tmp_path / "plain.ods", {"a": [["from", "to"]]})
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(tmp_path / "far.ods", "w") as new:
        for part in old.namelist():
            text = old.read(part).decode()
            new.writestr(part, text.replace("</table:table>", f"{row}</table:table>"))
    with pytest.raises(DataError, match="asks for more memory or time than is allowed"):
        import_files([tmp_path / "far.ods"])


def test_two_sheets_of_an_ods_belong_together(tmp_path):
    sheets = {
        "Acteurs": [["Nom", "Catégorie"], ["Marie Dupont", "personne"], ["Azur", "association"]],
        "Liens": [
            ["Qui", "À qui", "Nature du lien", "Depuis", "Montant (€)", "Fiabilité"],
            ["Dupont Marie", "Azur", "directrice de", ("date", "2017-06-01"), "", "haute"],
            [
                "Azur",
                "Karim Benali",
                "a financé",
                "2019",
                ("float", "15000"),
                ("percentage", "0.85"),
            ],
        ],
    }
    made = import_files([write_ods(tmp_path / "liens.ods", sheets)])
    rows = read_rows(made.files["relations.csv"])
    assert [(row["source"], row["type"], row["target"]) for row in rows] == [
        ("Marie Dupont", "leads", "Azur"),
        ("Azur", "funds", "Karim Benali"),
    ]
    assert [(row["start"], row["weight"], row["confidence"]) for row in rows] == [
        ("2017-06-01", "", "high"),
        ("2019", "15000", "0.85"),
    ]
    kinds = [(row["name"], row["kind"]) for row in read_rows(made.files["actors.csv"])]
    assert kinds == [("Marie Dupont", "person"), ("Azur", "association"), ("Karim Benali", "")]


def test_an_xls_with_titles_and_totals_is_read():
    made = import_files([REGISTER])
    rows = read_rows(made.files["relations.csv"])
    assert [(row["source"], row["type"], row["target"]) for row in rows] == [
        ("Anna Kowalska", "leads", "Port Gdańsk Sp. z o.o."),
        ("Jan Nowak", "owns", "Port Gdańsk Sp. z o.o."),
        ("Piotr Wiśniewski", "member_of", "Nordbau S.A."),
        ("Anna Kowalska", "member_of", "Nordbau S.A."),
        ("Łucja Żak", "founded", "Fundacja Latarnia"),
        ("J. Nowak", "donated_to", "Fundacja Latarnia"),
    ]
    assert [row["start"] for row in rows[:2]] == ["2015-03-01", "2016-07-15"]
    assert [(row["end"], row["weight"]) for row in rows[1:4]] == [
        ("2019-12-31", "250000"),
        ("", ""),
        ("", "120000.5"),
    ]
    assert rows[0]["reference"] == "KRS 0000123456"
    assert dict(made.report.set_aside)["It is a row of totals."] == 1


def test_one_sheet_of_an_ods_is_chosen(tmp_path):
    ties = [["from", "to"], ["Anna", "Bo"]]
    file = write_ods(tmp_path / "a.ods", {"2020": ties, "2021": [*ties, ["Bo", "Cy"]]})
    assert import_files([file], ImportOptions(sheets=("2021",))).report.relations == 2


def test_a_cell_that_an_ods_repeats_very_often_is_refused(tmp_path):
    file = write_ods(tmp_path / "a.ods", {"Ties": [["from", "to"], ["Anna", "Bo"]]})
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    often = b'office:value-type="string" table:number-columns-repeated="20000"'
    parts["content.xml"] = parts["content.xml"].replace(b'office:value-type="string"', often, 1)
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    with pytest.raises(DataError, match=r"repeats a cell more than 10,000 times"):
        import_files([file])


def test_a_workbook_of_too_many_parts_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(packed_parts, "MOST_PARTS", 2)
    file = write_ods(tmp_path / "a.ods", {"Ties": [["from", "to"], ["Anna", "Bo"]]})
    with pytest.raises(DataError, match=r"has more than 2 parts, the most that is read\."):
        import_files([file])


def test_a_sheet_of_charts_is_passed_over(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (["from", "to", "times"], ["Anna", "Bo", 2]):
        book.active.append(row)
    chart = openpyxl.chart.BarChart()
    chart.add_data(openpyxl.chart.Reference(book.active, min_col=3, min_row=1, max_row=2))
    book.create_chartsheet("Chart").add_chart(chart)
    book.save(tmp_path / "book.xlsx")
    assert import_files([tmp_path / "book.xlsx"]).report.relations == 1

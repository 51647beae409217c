"""What a careful person sees in a cell: doubt beside a name, errors of spreadsheets, a group."""

import pytest
from importing import import_text, read_rows
from test_import_old_workbooks import write_ods

from graph.errors import DataError
from graph.importing.run import import_files
from graph.importing.tables.error_cells import find_errors, find_xls_errors
from graph.importing.words import find_meaning


def read_relations(made):
    return read_rows(made.files["relations.csv"])


def test_a_doubt_beside_a_name_is_read_where_the_name_is_known(tmp_path):
    text = "source,target,type\nAnna,Bo?,ally\nCy,Bo,ally\nFo,probably Anna,ally\nDo (?),Bo,ally\n"
    made = import_text(tmp_path, text)
    rows = read_relations(made)
    assert [row["target"] for row in rows] == ["Bo", "Bo", "Anna", "Bo"]
    assert [row["confidence"] for row in rows] == ["low", "", "", ""]
    assert [row["basis"] for row in rows] == ["", "", "inferred", ""]
    assert rows[0]["target as written"] == "Bo?"
    assert rows[3]["source"] == "Do (?)"
    guesses = " ".join(made.report.guesses)
    assert "2 rows with a doubt beside the name: 'Bo?' as 'Bo'" in guesses
    assert "1 name with a doubt, read as written: 'Do (?)'" in guesses
    merged = import_text(tmp_path, text, merge={"Do (?)": "Do", "Bo?": "Bo?"})
    assert read_relations(merged)[3]["source"] == "Do"
    assert read_relations(merged)[0]["target"] == "Bo?"


def test_a_name_with_a_question_mark_that_is_listed_stays(tmp_path):
    (tmp_path / "people.csv").write_text("id,name\n1,Therapy?\n2,Therapy\n", encoding="utf-8")
    (tmp_path / "ties.csv").write_text("source,target\nTherapy?,2\n", encoding="utf-8")
    made = import_files([tmp_path / "people.csv", tmp_path / "ties.csv"])
    assert read_relations(made)[0]["source"] == "1"


def test_a_group_called_anonymous_is_one_when_a_person_says_so(tmp_path):
    text = "source,target,type\nAnonymous,Bo,opposes\nCy,Bo,ally\n"
    made = import_text(tmp_path, text)
    assert made.report.relations == 1
    assert "'Anonymous' is read as nobody. If it is the name of a group, say so." in (
        made.report.guesses
    )
    merged = import_text(tmp_path, text, merge={"Anonymous": "Anonymous"})
    assert read_relations(merged)[0]["source"] == "Anonymous"
    with pytest.raises(DataError, match='a group: --merge "Anonymous=Anonymous"'):
        import_text(tmp_path, "source,target\nAnonymous,Bo\n")


def test_errors_in_a_csv_are_no_values(tmp_path):
    text = "source,target,type,amount,start,mine\n#REF!,Bo,ally,3,2020,\n"
    text += "Cy,Bo,#NAME?,#VALUE!,#N/A,#NV\n"
    made = import_text(tmp_path, text)
    (row,) = read_relations(made)
    assert row == {"source": "Cy", "target": "Bo", "type": "related_to", "mine": "#NV"}
    assert any("5 cells hold an error such as #REF!" in guess for guess in made.report.guesses)


def test_errors_in_an_ods_are_not_filled_from_above(tmp_path):
    file = write_ods(tmp_path / "a.ods", {"t": [["from", "to"], ["Ann", "Bo"], ["XX", "Cy"]]})
    spoilt = file.read_bytes()
    assert find_errors(spoilt) == []
    cell = ["Ann", "Bo"], ("error", "#REF!")
    write_ods(file, {"t": [["from", "to"], cell[0], [cell[1], "Cy"]]})
    made = import_files([file])
    assert [(row["source"], row["target"]) for row in read_relations(made)] == [("Ann", "Bo")]


def test_errors_of_an_xls_are_found_by_sheet_row_and_column():
    sheet = b"\x09\x08\x10\x00\x00\x06\x10\x00"
    error = b"\x05\x02\x08\x00\x02\x00\x01\x00\x0f\x00\x17\x01"
    formula = b"\x06\x00\x1a\x00\x03\x00\x00\x00\x0f\x00\x02\x00\x07\x00\x00\x00\xff\xff"
    unknown = b"\x05\x02\x08\x00" + b"\0" * 6 + b"\x99\x01"
    found = find_xls_errors(sheet + error + sheet + formula + unknown)
    assert found == [{(2, 1): "#REF!"}, {(3, 0): "#DIV/0!"}]
    assert find_errors(b"PK damaged") == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("wird finanziert von", "funds"), ("wurde gegründet von", "founded"),
        ("beschäftigt bei", "employs"), ("financée par", "funds"), ("a été fondé par", "founded"),
        ("financiadas por", "funds"), ("es propiedad de", "owns"), ("controlado por", "controls"),
        ("финансируется", "funds"), ("контролируется", "controls"), ("заснована", "founded"),
        ("фінансується", "funds"), ("finansowana przez", "funds"),
        ("została założona przez", "founded"), ("jest zatrudniony przez", "employs"),
    ],
)  # fmt: skip
def test_passives_of_other_languages_are_read_from_the_target(words, name):
    meaning = find_meaning(words)
    assert (meaning.type.name, meaning.is_reverse) == (name, True)


@pytest.mark.parametrize(("words", "name"), [("finanziert", "funds"), ("unterstützt", "supports")])
def test_an_active_verb_stays_active(words, name):
    meaning = find_meaning(words)
    assert (meaning.type.name, meaning.is_reverse) == (name, False)


def test_the_ends_have_ukrainian_headers(tmp_path):
    made = import_text(tmp_path, "Від,Кому,Звʼязок\nАнна,Богдан,фінансується\n")
    (row,) = read_relations(made)
    assert (row["source"], row["type"], row["target"]) == ("Богдан", "funds", "Анна")

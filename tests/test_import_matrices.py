"""A square table of numbers is a matrix, whatever its names are; no digit and no cell is lost."""

import pytest
from importing import read_rows

from graph.importing.run import import_files


def ties(tmp_path, text):
    file = tmp_path / "m.csv"
    file.write_text(text, encoding="utf-8")
    rows = read_rows(import_files([file]).files["relations.csv"])
    return [(row["source"], row["target"], row.get("weight", "")) for row in rows]


@pytest.mark.parametrize(
    "names",
    [("Person 1", "Person 2", "Person 3"), ("Country A", "Country B", "Country C"),
     ("Actor 1", "Actor 2", "Actor 3"), ("source", "target", "type")],
)  # fmt: skip
def test_names_that_are_words_for_columns_are_names_in_a_square(tmp_path, names):
    one, two, three = names
    rows = [f",{','.join(names)}", f"{one},0,1,0", f"{two},0,0,1", f"{three},1,0,0"]
    due = [(one, two, ""), (two, three, ""), (three, one, "")]
    assert ties(tmp_path, "\n".join(rows)) == due


def test_numbered_columns_of_marks_are_what_the_rows_take_part_in(tmp_path):
    text = "name,Event 1,Event 2,Event 3\nAnna,1,0,0\nBo,1,0,1\n"
    assert ties(tmp_path, text) == [("Anna", "Event 1", ""), ("Bo", "Event 1", ""),
                                    ("Bo", "Event 3", "")]  # fmt: skip


def test_a_list_of_relations_with_numbers_is_no_matrix(tmp_path):
    assert ties(tmp_path, "source,target,weight\n1,2,3\n2,3,4\n3,1,5\n") == [
        ("1", "2", "3"), ("2", "3", "4"), ("3", "1", "5")]  # fmt: skip


def test_numbers_keep_all_digits_and_one_decimal_sign(tmp_path):
    text = ",Anna,Bo,Cy\nAnna,0,12345678,3.14159265\nBo,0,0,0\nCy,0,0,0\n"
    assert [weight for *_, weight in ties(tmp_path, text)] == ["12345678", "3.14159265"]
    text = ";Anna;Bo;Cy\nAnna;0;0,5;1,250\nBo;0;0;0\nCy;0;-2,125;0\n"
    assert [weight for *_, weight in ties(tmp_path, text)] == ["0.5", "1.25", "2.125"]


def test_names_that_differ_in_case_keep_their_own_cells(tmp_path):
    text = "Anna,anna,Bo\n0,1,0\n0,0,1\n1,0,0\n"
    assert ties(tmp_path, text) == [("Anna", "anna", ""), ("anna", "Bo", ""), ("Bo", "Anna", "")]
    text = ",Anna,anna,Bo\nAnna,0,1,0\nanna,0,0,1\nBo,1,0,0\n"
    assert ties(tmp_path, text) == [("Anna", "anna", ""), ("anna", "Bo", ""), ("Bo", "Anna", "")]

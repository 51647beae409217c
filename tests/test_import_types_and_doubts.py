"""Types and signs come from the file: none is invented, none lost, and doubt stays doubt."""

import pytest
from importing import import_text, read_rows


def read_relations(imported):
    return read_rows(imported.files["relations.csv"])


@pytest.mark.parametrize(
    ("words", "kind", "column", "cell"),
    [
        ("ally?", "ally", "confidence", "low"),
        ("ally (?)", "ally", "confidence", "low"),
        ("allegedly funds", "funds", "basis", "alleged"),
        ("funds (alleged)", "funds", "basis", "alleged"),
        ("probably funds", "funds", "basis", "inferred"),
        ("possibly funds", "funds", "confidence", "low"),
        ("angeblich verbündet", "ally", "basis", "alleged"),
    ],
)
def test_doubt_is_no_part_of_a_type(tmp_path, words, kind, column, cell):
    imported = import_text(tmp_path, f"source,target,type\nA,B,{words}\nB,C,ally\n")
    doubtful, certain = read_relations(imported)
    assert (doubtful["type"], doubtful[column], doubtful["type as written"]) == (kind, cell, words)
    assert certain[column] == certain["type as written"] == ""
    assert any("1 row with a doubt" in text for text in imported.report.guesses)


def test_a_basis_and_a_grade_of_the_row_stay(tmp_path):
    text = "source,target,type,confidence,basis\nA,B,ally?,high,\nA,C,alleged ally,,stated\n"
    first, second = read_relations(import_text(tmp_path, text))
    assert (first["confidence"], second["basis"]) == ("high", "stated")


def test_numbers_are_no_types_but_littlesis_has_them(tmp_path):
    imported = import_text(tmp_path, "source,target,type\nA,B,1\nB,C,5\nA,C,5\n")
    assert {row["type"] for row in read_relations(imported)} == {"related_to"}
    assert any("no column gives the type" in text for text in imported.report.guesses)
    text = "entity1_id,entity2_id,category_id\n7,8,5\n8,9,6\n"
    kinds = [row["type"] for row in read_relations(import_text(tmp_path, text, "rel.csv"))]
    assert kinds == ["donated_to", "paid"]


def test_only_numbers_above_0_are_positive(tmp_path):
    imported = import_text(tmp_path, "source,target,weight\nA,B,-3\nB,C,0\nC,D,heavy\nD,E,2\n")
    kinds = [row["type"] for row in read_relations(imported)]
    assert kinds == ["negative", "related_to", "related_to", "positive"]
    assert any("below 0" in text for text in imported.report.guesses)


def test_a_list_without_a_header_keeps_its_types(tmp_path):
    imported = import_text(tmp_path, "Anna,Bo,ally,2010\nBo,Anna,opposes,2011\nCy,Anna,ally,2012\n")
    assert [row["type"] for row in read_relations(imported)] == ["ally", "opposes", "ally"]
    assert any("no line that names columns" in text for text in imported.report.guesses)


def test_a_column_called_type_is_the_type(tmp_path):
    text = "source,target,type,interaction,relation\nA,B,opposes,mail,brother\nB,C,funds,web,aunt\n"
    assert [row["type"] for row in read_relations(import_text(tmp_path, text))] == [
        "opposes",
        "funds",
    ]


@pytest.mark.parametrize("header", ["What", "What happened", "How", "Tie", "Link"])
def test_a_plain_word_names_the_type(tmp_path, header):
    text = f"From,To,{header}\nA,B,funds\nB,C,enemy of\nA,C,funds\n"
    kinds = [row["type"] for row in read_relations(import_text(tmp_path, text))]
    assert kinds == ["funds", "opposes", "funds"]


def test_a_link_of_the_web_is_a_reference(tmp_path):
    (row,) = read_relations(import_text(tmp_path, "From,To,Link\nA,B,https://a.org/1\n"))
    assert (row["type"], row["reference"]) == ("related_to", "https://a.org/1")


def test_a_column_that_could_be_the_type_is_named(tmp_path):
    text = "From,To,Ground\nA,B,money\nB,C,love\nA,C,money\nC,D,money\n"
    imported = import_text(tmp_path, text)
    said = "no column gives the type. If 'Ground' does ('money', 'love'): --map 'Ground'=type."
    assert f"ties.csv: {said}" in imported.report.guesses
    asked = import_text(tmp_path, text, roles={"Ground": "type"})
    assert read_relations(asked)[0]["type"] == "money"
    assert not any("no column gives" in text for text in asked.report.guesses)

"""A type that nothing declares is neutral and directed, told once; a slip of a known one is not."""

import pytest
from tiny_network import COUPLE, folder, problems

import graph
from graph.data.vocabulary import TYPES
from graph.formats import csv_file
from graph.rules.undeclared_types import find_slip

ROWS = 'source,target,type\na,b,cites\nb,a,funds\nb,a,cites\na,b,"rivals, at times"\n'


@pytest.mark.parametrize("large", [False, True])
def test_one_warning_a_type_with_the_line_that_declares_it(tmp_path, large, monkeypatch):
    if large:
        monkeypatch.setattr(csv_file, "LARGE", 0)
    net = graph.load(folder(tmp_path, relations=ROWS))
    cites = net.relation_rows[0].type
    assert (cites.sign, cites.mutual, cites.influence, cites.label) == ("0", False, False, "cites")
    assert [str(each) for each in net.warnings] == [
        (
            "relations.csv:2: type: 'cites' is not declared, in 2 rows: it is read as neutral and"
            " directed. To declare it, write types.csv: type,sign,mutual and below it cites,0,no"
        ),
        (
            "relations.csv:5: type: 'rivals, at times' is not declared, in 1 row: it is read as"
            " neutral and directed. To declare it, write types.csv: type,sign,mutual and below it"
            ' "rivals, at times",0,no'
        ),
    ]


def test_the_line_that_is_offered_changes_no_answer(tmp_path):
    before = graph.load(folder(tmp_path, relations=ROWS))
    types = 'type,sign,mutual\ncites,0,no\n"rivals, at times",0,no\n'
    after = graph.load(folder(tmp_path, relations=ROWS, types=types))
    assert after.warnings == ()
    assert after.relation_rows == before.relation_rows


def test_the_line_is_for_the_columns_of_a_types_file_that_is_there(tmp_path):
    types = "label,type\nlikes,fond_of\n"
    (told,) = problems(tmp_path, relations="source,target,type\na,b,cites\n", types=types)
    assert told.endswith("To declare it, add to types.csv: cites,cites")


@pytest.mark.parametrize(
    ("name", "known"),
    [("fund", "funds"), ("alyl", "ally"), ("suports", "supports"), ("member_fo", "member_of"),
     ("fnd", "funds"), ("oposes", "opposes"), ("aly", "ally"), ("led", "leads"),
     ("unds", "funds"), ("gunds", "funds"), ("ufnds", "funds"), ("pposes", "opposes"),
     ("rally", ""), ("said", ""), ("bet", ""), ("towns", ""), ("raises", ""),
     ("heads", ""), ("needs", ""), ("orders", ""), ("owes", ""), ("sent_to", ""), ("funded", ""),
     ("enemy", ""), ("friend", ""), ("+", ""), ("disowns", ""), ("unsupports", ""), ("xyz", "")],
)  # fmt: skip
def test_a_slip_is_a_letter_or_two_and_never_a_no(name, known):
    assert find_slip(name, TYPES) == known


def test_likeness_never_decides_between_signs():
    near = {"abcde": TYPES["ally"], "abcdf": TYPES["opposes"]}
    assert find_slip("abcdg", near) == ""
    assert find_slip("abcdg", {**near, "abcdf": TYPES["funds"]}) == "abcde"


def test_a_slip_stays_an_error(tmp_path):
    assert problems(tmp_path, relations="source,target,type\na,b,fund\n") == [
        (
            "relations.csv:2: type: 'fund' is not a relation type. Did you mean 'funds'?"
            " Or declare it in types.csv: a column 'type' is enough."
        )
    ]


@pytest.mark.parametrize("large", [False, True])
def test_a_type_is_known_in_any_case_and_with_spaces(tmp_path, large, monkeypatch):
    if large:
        monkeypatch.setattr(csv_file, "LARGE", 0)
    relations = "source,target,type\na,b,Member of\nb,a,FUNDS\na,b,funds\nb,a,FUNDS\n"
    net = graph.load(folder(tmp_path, actors=COUPLE, relations=relations))
    names = [relation.type.name for relation in net.relation_rows]
    assert names == ["member_of", "funds", "funds", "funds"]
    assert [(note.severity, str(note)) for note in net.warnings if note.rule == "same-type"] == [
        ("note", "relations.csv: type: 'FUNDS' in 2 rows, read as 'funds'."),
        ("note", "relations.csv: type: 'Member of' in 1 row, read as 'member_of'."),
    ]


def test_a_type_that_is_too_long_is_an_error(tmp_path):
    (told,) = problems(tmp_path, relations=f"source,target,type\na,b,{'x' * 1001}\n")
    assert "has 1,001 characters, which is too long for a type." in told

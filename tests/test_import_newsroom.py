"""Tables as they lie in newsrooms: registers, meetings, tenders, calls, votes, boards, leaks."""

import sqlite3
import sys
from contextlib import closing

import pytest
from importing import import_text, read_rows
from test_import_workbooks import save

from graph.errors import DataError
from graph.importing.cells.dates import read_date
from graph.importing.run import import_files


def say(made):
    rows = read_rows(made.files["relations.csv"])
    return [(row["source"], row["type"], row["target"]) for row in rows]


def test_a_register_of_lobbyists_with_an_amount_in_its_header(tmp_path):
    text = "Stand: 01.03.2024;;;\nInteressenvertreter;Auftraggeber;Seit;Aufwand (EUR)\n"
    text += "Müller GmbH;Nordwind AG;01.02.2022;50.000\nDr. Öhm;Nordwind AG;2020;k. A.\n"
    made = import_text(tmp_path, text)
    assert say(made)[0] == ("Müller GmbH", "represents", "Nordwind AG")
    assert [row["weight"] for row in read_rows(made.files["relations.csv"])] == ["50000", ""]


@pytest.mark.parametrize(
    ("header", "cells", "weights"),
    [
        ("Amount (EUR)", ["1.250", "0.5"], ["1.25", "0.5"]),
        ("Amount (Mio. EUR)", ["1.250", "2.500"], ["1.25", "2.5"]),
        ("Amount (USD)", ["1,250", "900"], ["1250", "900"]),
    ],
)
def test_a_decimal_sign_stays_one(tmp_path, header, cells, weights):
    text = f"from;to;{header}\nA;B;{cells[0]}\nC;D;{cells[1]}\n"
    rows = read_rows(import_text(tmp_path, text).files["relations.csv"])
    assert [row["weight"] for row in rows] == weights


def test_meetings_of_ministers_on_several_sheets(tmp_path):
    header = ["Minister", "Date", "Name of organisation or individual"]
    rows = [header, ["Ann Lee", "2023-01-12", "Blue plc"], ["", "2023-01-15", "Green; Unions"]]
    more = [header, ["Tom Ray", "2023-02-03", "Nil return"], ["Tom Ray", "2023-02-04", "Blue plc"]]
    made = import_files([save(tmp_path / "book.xlsx", {"Jan": rows, "Feb": more})])
    assert say(made) == [
        ("Ann Lee", "met", "Blue plc"), ("Ann Lee", "met", "Green"), ("Ann Lee", "met", "Unions"),
        ("Tom Ray", "met", "Blue plc"),
    ]  # fmt: skip


def test_tenders_with_a_plural_in_brackets(tmp_path):
    text = "Acheteur;Titulaire(s);Objet;Montant HT\nLyon;SAS Martin;Travaux;1 250 000,50 €\n"
    text += "Métropole;SARL Dupont;Voirie;85 000 €\n"
    made = import_text(tmp_path, text)
    assert say(made)[0] == ("Lyon", "contracts_with", "SAS Martin")
    assert read_rows(made.files["relations.csv"])[0]["weight"] == "1250000.5"


def test_calls_between_numbers(tmp_path):
    text = "CallingNumber,CalledNumber,StartDateTime\n+4366,+4369,2019-05-17 21:04:11\n"
    text += "+4369,+4365,2019-05-18 08:00:01\n"
    made = import_text(tmp_path, text)
    assert say(made)[0] == ("+4366", "related_to", "+4369")
    assert read_rows(made.files["relations.csv"])[0]["start"] == "2019-05-17"


def test_posts_that_are_passed_on(tmp_path):
    text = '{"channel": "alpha", "fwd_from": "beta"}\n{"channel": "gamma", "fwd_from": null}\n'
    made = import_text(tmp_path, text, "posts.jsonl")
    assert say(made) == [("alpha", "passes_on", "beta")]


def test_boards_with_a_chair_and_numbered_members(tmp_path):
    rows = [
        ["Unternehmen", "Vorsitz", "Mitglied 1", "Mitglied 2", "Mitglied 3"],
        ["Alpha AG", "Eva", "Tom", "Ina", None],
        ["Beta AG", "Tom", "Eva", "Udo", "Ina"],
    ]
    made = import_files([save(tmp_path / "book.xlsx", {"Aufsichtsräte": rows})])
    assert len(say(made)) == 7
    assert {("Eva", "leads", "Alpha AG"), ("Udo", "member_of", "Beta AG")} <= {*say(made)}


def test_who_voted_how(tmp_path):
    text = "MP,Bill A,Bill B\nLee,yes,No\nRay,no,abstain\nKim,absent,yes\n"
    made = import_text(tmp_path, text)
    assert {("Lee", "voted_for", "Bill A"), ("Ray", "abstained_on", "Bill B")} <= {*say(made)}
    assert len(say(made)) == 5
    with pytest.raises(DataError, match="is no network"):
        import_text(tmp_path, "MP,Bill A,Bill B\nLee,yes,yes\nLee,no,yes\n")


def test_a_table_of_a_database_says_its_type_by_its_name(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "executable", "")
    file = tmp_path / "case.db"
    with closing(sqlite3.connect(file)) as database:
        database.executescript(
            "CREATE TABLE person(id, name); CREATE TABLE company(id, name);"
            "CREATE TABLE shareholding(person_id, company_id);"
            "INSERT INTO person VALUES (1, 'Ann'), (2, 'Bo');"
            "INSERT INTO company VALUES (1, 'Acme'), (2, 'Beta');"
            "INSERT INTO shareholding VALUES (1, 2), (2, 1);"
        )
    made = import_files([file])
    assert say(made) == [("person 1", "owns", "company 2"), ("person 2", "owns", "company 1")]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Mon, 14 May 2001 16:39:00 -0700 (PDT)", "2001-05-14"),
        ("Mo., 14.5.2001", "2001-05-14"),
        ("2005-JAN-01", "2005-01-01"),
        ("lundi 14 mai 2001", "2001-05-14"),
    ],
)
def test_dates_of_mails_and_leaks(text, date):
    assert read_date(text).start == date

"""Tables as offices, registers and newsrooms keep them: a sheet a year, two lines of headers."""

import pytest
from importing import import_text, read_rows
from test_import_workbooks import save

from graph.importing.run import import_files
from graph.importing.words import find_meaning


def say(made, *columns):
    """Return the cells of some columns of each relation."""
    rows = read_rows(made.files["relations.csv"])
    return [tuple(row[column] for column in columns) for row in rows]


def test_a_sheet_for_each_year_is_dated_by_its_name(tmp_path):
    head = ["Donor", "Party", "Amount"]
    sheets = {"2019": [head, ["Mill", "Blue", 5]], "Gifts 2020": [head, ["Bank", "Blue", 7]]}
    made = import_files([save(tmp_path / "book.xlsx", sheets)])
    assert say(made, "source", "start", "weight") == [("Mill", "2019", "5"), ("Bank", "2020", "7")]


def test_a_file_for_each_year_is_dated_by_its_name(tmp_path):
    files = [tmp_path / "gifts_2019.csv", tmp_path / "gifts_2020.csv"]
    for file, donor in zip(files, ("Mill", "Bank"), strict=True):
        file.write_text(f"Donor,Party\n{donor},Blue\n")
    assert say(import_files(files), "source", "start") == [("Mill", "2019"), ("Bank", "2020")]


def test_the_names_of_other_sheets_with_the_same_columns_are_kept(tmp_path):
    head = ["From", "To", "Since"]
    sheets = {"North": [head, ["a1", "b1", 2001]], "South": [head, ["c1", "d1", 2002]]}
    made = import_files([save(tmp_path / "book.xlsx", sheets)])
    assert say(made, "source", "sheet") == [("a1", "North"), ("c1", "South")]


def test_a_sheet_of_remarks_is_set_aside(tmp_path):
    sheets = {
        "Ties": [["From", "To"], ["Anna", "Bo"]],
        "Notes": [["Compiled by hand."], ["Contact: someone@example.org"]],
        "Names": [["Name"], ["Carl"]],
    }
    made = import_files([save(tmp_path / "book.xlsx", sheets)])
    assert [row["name"] for row in read_rows(made.files["actors.csv"])] == ["Carl", "Anna", "Bo"]
    assert "someone@example.org" in made.files["set_aside.csv"]
    assert "Compiled by hand." in made.files["set_aside.csv"]


def test_two_lines_of_headers_are_read_as_one(tmp_path):
    rows = [
        ["Sponsor", None, "Empfänger", None, "Betrag"], ["Name", "Land", "Name", "Partei", "EUR"],
        ["Müller GmbH", "DE", "Anna Schmidt", "CDU", 5000], ["Alfa AG", "CH", "Bo Ek", "SPD", 70],
    ]  # fmt: skip
    made = import_files([save(tmp_path / "book.xlsx", {"Gaben": rows})])
    assert say(made, "source", "target", "weight", "Empfänger Partei") == [
        ("Müller GmbH", "Anna Schmidt", "5000", "CDU"),
        ("Alfa AG", "Bo Ek", "70", "SPD"),
    ]


def test_a_column_of_dates_names_nobody_although_it_is_called_start(tmp_path):
    address = "http://www.wikidata.org/entity/"
    rows = ["person,personLabel,employer,employerLabel,start,end"]
    cells = ("Q1,Ann,{}Q2,Mill,1990,", "Q3,Bo,{}Q2,Mill,t23,1999", "Q4,Ed,{}Q2,Mill,1993,1995")
    rows += [address + row.format(address) for row in cells]
    made = import_text(tmp_path, "\n".join(rows))
    assert say(made, "source", "target", "start") == [
        ("Q2", "Q1", "1990"), ("Q2", "Q3", ""), ("Q2", "Q4", "1993"),
    ]  # fmt: skip


def test_grants_with_a_year_and_a_day_are_dated_by_the_day(tmp_path):
    text = "Année;Bénéficiaire;Organisme attributeur;Montant;Date de décision\n"
    text += "2021;Théâtre;Ville;5;13/03/2021\n2022;Musée;Ville;7;04/05/2022\n"
    made = import_text(tmp_path, text)
    assert say(made, "source", "target", "type", "start") == [
        ("Ville", "Théâtre", "funds", "2021-03-13"), ("Ville", "Musée", "funds", "2022-05-04"),
    ]  # fmt: skip
    other = import_text(tmp_path, text.replace("2021;T", "2020;T"))
    assert [start for (start,) in say(other, "start")] == ["2020", "2022"]


def test_words_for_relations_are_the_type_whatever_the_header(tmp_path):
    text = "Person A,Person B,How are they related?,Certain?\n"
    made = import_text(tmp_path, text + "Anna,Karl,married,yes\nKarl,Jo,father,no\n")
    assert say(made, "type") == [("married_to",), ("parent_of",)]
    assert "is the type (its words are relations)" in made.files["import.md"]
    kinds = import_text(tmp_path, text + "Anna,Karl,company,yes\nKarl,Jo,party,no\n")
    assert say(kinds, "type", "How are they related?")[1] == ("related_to", "party")
    assert "If 'Certain?'" not in kinds.files["import.md"]


@pytest.mark.parametrize(
    ("header", "cells", "weights"),
    [
        ("Importe adjudicación (sin IVA)", ("1.250.300,5 €", "98.000,0 €"), ["1250300.5", "98000"]),
        ("What it cost", ("$5", "$7.50"), ["5", "7.5"]),
    ],
)
def test_sums_of_money_are_the_weight(tmp_path, header, cells, weights):
    text = f"From;To;{header}\nAnna;Bo;{cells[0]}\nBo;Carl;{cells[1]}\n"
    made = import_text(tmp_path, text)
    assert [weight for (weight,) in say(made, "weight")] == weights


def test_numbered_officers_of_companies_are_relations(tmp_path):
    text = "company_number,company_name,director_1,director_2,secretary\n"
    made = import_text(tmp_path, text + "01,Acme Ltd,John Ek,Jane Roe,Ann Bo\n")
    assert say(made, "source", "target", "type") == [
        ("John Ek", "Acme Ltd", "leads"),
        ("Jane Roe", "Acme Ltd", "leads"),
        ("Ann Bo", "Acme Ltd", "member_of"),
    ]


@pytest.mark.parametrize(
    ("words", "kind", "is_reverse"),
    [
        ("Aufsichtsratsvorsitzender", "leads", False), ("Stellv. Vorsitzende", "member_of", False),
        ("président du conseil d'administration", "leads", False), ("Prokurist", "employs", True),
        ("Vice Chair", "member_of", False), ("член наглядової ради", "member_of", False),
        ("конфликтует с", "opposes", False), ("судится с", "sued", False),
        ("przewodniczący rady nadzorczej", "leads", False), ("помощник депутата", "employs", True),
        ("кінцевий бенефіціар", "owns", False), ("dotacja", "funds", False),
    ],
)  # fmt: skip
def test_offices_are_understood(words, kind, is_reverse):
    meaning = find_meaning(words)
    assert (meaning.type.name, meaning.is_reverse) == (kind, is_reverse)

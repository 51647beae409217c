"""Columns that name another actor by a role: the direction is that of the role word."""

import pytest
from importing import import_text, read_rows


def list_ends(imported):
    rows = read_rows(imported.files["relations.csv"])
    return [(row["source"], row["type"], row["target"]) for row in rows]


@pytest.mark.parametrize(
    ("header", "source", "kind", "target"),
    [
        ("Father", "Bo", "parent_of", "Anna"),
        ("mother", "Bo", "parent_of", "Anna"),
        ("Parent", "Bo", "parent_of", "Anna"),
        ("Child", "Anna", "parent_of", "Bo"),
        ("Son", "Anna", "parent_of", "Bo"),
        ("Boss", "Bo", "leads", "Anna"),
        ("Line manager", "Bo", "leads", "Anna"),
        ("Supervisor", "Bo", "leads", "Anna"),
        ("Reports to", "Bo", "commands", "Anna"),
        ("Owner", "Bo", "owns", "Anna"),
        ("owned_by", "Bo", "owns", "Anna"),
        ("Main shareholder", "Bo", "owns", "Anna"),
        ("Leader", "Bo", "leads", "Anna"),
        ("Founder", "Bo", "founded", "Anna"),
        ("Founded by", "Bo", "founded", "Anna"),
        ("Managing director", "Bo", "leads", "Anna"),
        ("Chair", "Bo", "leads", "Anna"),
        ("Employer", "Bo", "employs", "Anna"),
        ("Employee", "Anna", "employs", "Bo"),
        ("Subsidiary", "Bo", "part_of", "Anna"),
        ("Parent company", "Anna", "part_of", "Bo"),
        ("Eigentümer", "Bo", "owns", "Anna"),
        ("Отец", "Bo", "parent_of", "Anna"),
        ("Successor", "Anna", "has_successor", "Bo"),
    ],
)
def test_a_role_word_says_who_the_named_actor_is(tmp_path, header, source, kind, target):
    imported = import_text(tmp_path, f"Name,{header}\nAnna,Bo\nBo,\n")
    assert list_ends(imported) == [(source, kind, target)]


def test_the_report_reads_a_row_aloud(tmp_path):
    imported = import_text(tmp_path, "Name,Born,Father\nOtto I,1412,\nOtto II,1443,Otto I\n")
    read = "'Father' names another actor: it is read as 'Otto I is a parent of Otto II'."
    assert f"ties.csv: {read}" in imported.report.guesses


def test_the_named_actors_need_not_be_listed(tmp_path):
    imported = import_text(tmp_path, "Person,Father\nAnna,Carl\nBo,Carl\n")
    assert list_ends(imported) == [("Carl", "parent_of", "Anna"), ("Carl", "parent_of", "Bo")]


def test_a_director_leads_the_company(tmp_path):
    imported = import_text(tmp_path, "Company,Director,Since\nMill,Carl,2010\nBank,Dora,2012\n")
    assert list_ends(imported) == [("Carl", "leads", "Mill"), ("Dora", "leads", "Bank")]
    assert read_rows(imported.files["relations.csv"])[0]["start"] == "2010"
    assert "'Director' and 'Company' are read as 'Carl leads Mill'." in imported.files["import.md"]


def test_each_of_several_roles_is_read(tmp_path):
    imported = import_text(
        tmp_path, "Organisation,Founded by,Chair\nClub A,Anna,Bo\nClub B,Bo,Cy\n"
    )
    assert list_ends(imported) == [
        ("Anna", "founded", "Club A"),
        ("Bo", "founded", "Club B"),
        ("Bo", "leads", "Club A"),
        ("Cy", "leads", "Club B"),
    ]


def test_a_company_with_several_owners_has_a_row_for_each(tmp_path):
    text = "Company,Owner,Weight,Managing director\nMill,Anna,51,Cy\nMill,Bo,49,Cy\n"
    rows = list_ends(import_text(tmp_path, text))
    assert rows == [("Anna", "owns", "Mill"), ("Bo", "owns", "Mill"), ("Cy", "leads", "Mill")]


def test_roles_by_id(tmp_path):
    imported = import_text(tmp_path, "id,name,manager id,employer\n1,Anna,2,3\n2,Bo,3,\n3,Cy,,\n")
    assert list_ends(imported) == [("2", "leads", "1"), ("3", "leads", "2"), ("3", "employs", "1")]
    assert any("'Bo leads Anna'" in text for text in imported.report.guesses)


def test_a_column_of_ones_own_is_no_relation(tmp_path):
    text = "Name,Father,Boss\nAnna,Bo,Cy\nBo,,Cy\n"
    imported = import_text(tmp_path, text, roles={"Boss": "own"})
    assert list_ends(imported) == [("Bo", "parent_of", "Anna")]
    assert "Boss" in imported.files["actors.csv"].splitlines()[0]


def test_answers_are_no_names(tmp_path):
    imported = import_text(tmp_path, "Name,Father,Founder\nAnna,Bo,yes\nBo,Cy,no\n")
    assert {kind for _, kind, _ in list_ends(imported)} == {"parent_of"}


def test_wikidata_names_the_father_behind_the_child(tmp_path):
    address = "http://www.wikidata.org/entity/"
    text = f"item,itemLabel,father,fatherLabel\n{address}Q1,Anna,{address}Q2,Bo\n"
    imported = import_text(tmp_path, text)
    assert list_ends(imported) == [("Q2", "parent_of", "Q1")]
    assert "are read as 'Bo is a parent of Anna'." in imported.files["import.md"]


@pytest.mark.parametrize(
    ("headers", "type_name"),
    [
        ("Geldgeber;Empfänger", "funds"),
        ("Spenderin;Partei", "donated_to"),
        ("Zahlungspflichtiger;Empfänger", "paid"),
        ("Bailleur;Bénéficiaire", "funds"),
    ],
)
def test_the_headers_of_who_gives_money_name_the_type(tmp_path, headers, type_name):
    imported = import_text(tmp_path, f"{headers}\nAnna Lee;Mill GmbH\n")
    assert list_ends(imported) == [("Anna Lee", type_name, "Mill GmbH")]

"""Which end of a FollowTheMoney link is the source: as the schema's documentation has it."""

import json
from pathlib import Path

import pytest
from importing import read_rows

import graph
from graph.exporting.exported_network import ExportedNetwork
from graph.exporting.follow_the_money import write_follow_the_money
from graph.importing.run import import_files
from graph.importing.written import write_import


def write_entities(tmp_path, schema, properties, *others):
    people = [
        {"id": each, "schema": "Person", "properties": {"name": [each]}} for each in ("a", "b")
    ]
    link = {"id": "l", "schema": schema, "properties": properties}
    file = tmp_path / "x.ftm.json"
    file.write_text("".join(json.dumps(each) + "\n" for each in [*people, *others, link]))
    return file


def list_ends(imported):
    rows = read_rows(imported.files["relations.csv"])
    return [(row["source"], row["type"], row["target"]) for row in rows]


@pytest.mark.parametrize(
    ("schema", "properties", "ends"),
    [
        ("Family", {"person": ["a"], "relative": ["b"], "relationship": ["mother"]},
         ("b", "parent_of", "a")),
        ("Family", {"person": ["a"], "relative": ["b"], "relationship": ["daughter"]},
         ("a", "parent_of", "b")),
        ("Associate", {"person": ["a"], "associate": ["b"], "relationship": ["lawyer"]},
         ("b", "represents", "a")),
        ("Employment", {"employer": ["a"], "employee": ["b"]}, ("a", "employs", "b")),
        ("Employment", {"employer": ["a"], "employee": ["b"], "role": ["manager"]},
         ("b", "leads", "a")),
        ("Employment", {"employer": ["a"], "employee": ["b"], "role": ["employee"]},
         ("a", "employs", "b")),
        ("Employment", {"employer": ["a"], "employee": ["b"], "role": ["employs"]},
         ("a", "employs", "b")),
        ("Directorship", {"director": ["a"], "organization": ["b"]}, ("a", "leads", "b")),
        ("Control", {"controller": ["a"], "controlled": ["b"]}, ("a", "controls", "b")),
        ("Debt", {"debtor": ["a"], "creditor": ["b"]}, ("b", "lent_to", "a")),
        ("CourtCaseParty", {"party": ["a"], "case": ["b"], "role": ["defendant"]},
         ("a", "involved_in", "b")),
    ],
)  # fmt: skip
def test_a_link_runs_as_its_schema_says(tmp_path, schema, properties, ends):
    imported = import_files([write_entities(tmp_path, schema, properties)])
    assert list_ends(imported) == [ends]


def test_an_award_is_of_the_authority_of_its_contract(tmp_path):
    contract = {"id": "k", "schema": "Contract", "properties": {"authority": ["a"]}}
    properties = {"contract": ["k"], "supplier": ["b"]}
    imported = import_files([write_entities(tmp_path, "ContractAward", properties, contract)])
    assert list_ends(imported) == [("a", "contracts_with", "b")]


def test_a_parent_is_exported_as_the_relative(tmp_path):
    Path(tmp_path, "actors.csv").write_text("name,kind\nAda,person\nBo,person\n")
    Path(tmp_path, "relations.csv").write_text("source,target,type\nAda,Bo,parent_of\n")
    exported = write_follow_the_money(ExportedNetwork(graph.load(tmp_path))).files[""]
    entities = [json.loads(line) for line in exported.splitlines()]
    family = next(each["properties"] for each in entities if each["schema"] == "Family")
    names = {each["id"]: each["properties"].get("name") for each in entities}
    assert (names[family["relative"][0]], names[family["person"][0]]) == (["Ada"], ["Bo"])
    again = Path(tmp_path, "back.ftm.json")
    again.write_bytes(exported)
    write_import(import_files([again]).files, tmp_path / "back")
    (edge,) = graph.load(tmp_path / "back").graph.edges(data="type")
    assert edge == ("Ada", "Bo", "parent_of")


FAMILY = ("Family", {"person": ["a"], "relative": ["b"]})


@pytest.mark.parametrize("alias", ["null", "Lee, Ann", "A/S"])
def test_each_alias_is_one_as_it_stands(tmp_path, alias):
    person = {"id": "c", "schema": "Person", "properties": {"name": ["C"], "alias": [alias]}}
    made = import_files([write_entities(tmp_path, *FAMILY, person)])
    names = {row["id"]: row["aliases"] for row in read_rows(made.files["actors.csv"])}
    assert names["c"] == alias

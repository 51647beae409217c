"""Real files as other people keep them: the right numbers of actors and relations, counted by hand.

The data lie beside the repository (`ACTOR_EXPLORER_DATA` names another place), not in it.
"""

import os
from pathlib import Path

import pytest
from importing import read_rows

import graph
from graph.errors import DataError
from graph.importing.run import import_files
from graph.importing.written import write_import

DATA = Path(os.environ.get("ACTOR_EXPLORER_DATA", Path(__file__).parents[2] / "shared" / "data"))
CASES = DATA.parent / "cases"
pytestmark = [
    pytest.mark.published,
    pytest.mark.slow,
    pytest.mark.skipif(
        not DATA.is_dir(), reason=f"no data at {DATA}; name their folder in ACTOR_EXPLORER_DATA"
    ),
]

# Rows of the lists of actors, and rows of the lists of relations, unless a remark says otherwise.
COUNTS = {
    "wild/asoiaf/asoiaf-book1-nodes.csv wild/asoiaf/asoiaf-book1-edges.csv": (187, 684),
    "wild/asoiaf/asoiaf-book1-edges.csv": (187, 684),
    "wild/donations/donations.csv": (95, 292),  # 84 donors, 11 parties
    "wild/kumu/paypal-mafia.xlsx": (34, 49),
    "wild/kumu/paypal-mafia.Elements.csv wild/kumu/paypal-mafia.Connections.csv": (34, 49),
    "wild/manynet/testCSVComma.csv": (3, 3),
    "wild/manynet/testCSVSemiColon.csv": (3, 3),
    "wild/manynet/test_matrix.csv": (4, 6),  # every pair of four regions, once
    "wild/neo4j/nodes1.csv wild/neo4j/nodes2.csv wild/neo4j/relationships.csv": (6, 9),
    "wild/presidents/presidents.csv wild/presidents/colleges.csv"
    " wild/presidents/relationships.csv": (75, 42),  # 44 and 31
    "wild/walsh/crisis-nodes.csv wild/walsh/crisis-edges.csv": (96, 273),
    "wild/walsh/got-nodes.csv wild/walsh/got-edges.csv": (107, 352),
    "wild/walsh/quaker-nodes.csv wild/walsh/quaker-edges.csv": (96, 162),
    "wild/walsh/trump-nodes.csv wild/walsh/trump-edges.csv": (303, 366),
    "wild2/air_nodes.csv wild2/air_edges.csv": (235, 1297),
    "wild2/bible_person.csv wild2/bible_rel.csv": (3009, 5450),
    # 8 listed, 7 more named; 8 rows, two of them with two payers, one without a payee
    "wild2/fifa_actors.csv wild2/fifa_payoffs.csv": (15, 9),
    "wild2/potter_characters.csv wild2/potter_relations.csv": (65, 513),
    "wild2/sengoku_actors.csv wild2/sengoku_rel.csv": (12, 7),  # A71 is named, not listed
}
NO_NETWORKS = [
    "bom.csv",
    "capital-invalid.csv",
    "countries.csv",
    "duplicate-headers.csv",
    "structure-errors.csv",
    "table-infer-iso-8859-7.csv",
    "table-with-accents.csv",
]


@pytest.mark.parametrize("names", COUNTS)
def test_a_real_file_is_imported_and_passes_check(tmp_path, names):
    made = import_files([DATA / name for name in names.split()])
    write_import(made.files, tmp_path / "new")
    network = graph.load(tmp_path / "new")
    assert (len(network.actor_numbers), len(network.relation_numbers)) == COUNTS[names]


@pytest.mark.parametrize("name", NO_NETWORKS)
def test_what_is_no_network_is_refused(name):
    with pytest.raises(DataError, match="is no network"):
        import_files([DATA / "wild" / "frictionless" / name])


@pytest.mark.parametrize(
    "names",
    [
        "scandal.xlsx",
        "Organisation-win.csv Ties-win.csv",
        "Organisation-utf8.csv Ties-utf8.csv",
    ],
)
def test_a_workbook_of_90_ties_needs_no_edited_cell(tmp_path, names):
    # 89 ties, a blank row and a row of totals; 37 listed, 3 not, and two slips of the pen
    made = import_files([CASES / "scandal" / name for name in names.split()])
    write_import(made.files, tmp_path / "new")
    network = graph.load(tmp_path / "new")
    assert (len(network.actor_numbers), len(network.relation_numbers)) == (42, 89)
    assert made.report.near == (("Paul Hube", "Paul Huber"), ("Lukas Meie", "Lukas Meier"))
    assert ("Guenther Brandstaetter", "Günther Brandstätter") in made.report.spellings
    assert made.report.set_aside == (("It is a row of totals.", 1),)


CELLS = {
    "excel_dates": (
        "start",
        ["2023-03-15", "2022-09-08", "2021-12-31", "2022-08-09", "2022-08", "2022-08-09"],
    ),
    "old_years": ("start", ["856", "-44", "-43", "0856", "1450~"]),
    "decimal_comma": ("weight", ["1.5", "610.086", "1234.5", "1000", "1000", "12"]),
    "confidence_words": ("confidence", ["high", "0.85", "0.85", "1", "0.8", "0.7", ""]),
    "semicolon_decimal": ("weight", ["1.5"]),
    "merged_cells": ("source", ["a", "a", "a", "b"]),
    "many_targets": ("source", ["t", "t", "t", "c", "t", "c"]),
    "leading_zero": ("source", ["7", "0012", "7"]),
    "header_hints": ("reference", ["FT2024"]),
    "na_names": ("source", ["NA", "null", "None"]),
    "weight_zero_neg": ("weight", ["0", "", ""]),
}


@pytest.mark.parametrize("case", CELLS)
def test_cells_are_read_as_their_column_says(case):
    column, expected = CELLS[case]
    made = import_files(sorted((CASES / case).glob("*.csv")))
    cells = [row[column].lstrip("'") for row in read_rows(made.files["relations.csv"])]
    assert cells[: len(expected)] == expected


def test_every_other_case_is_imported():
    for case in sorted(path for path in CASES.iterdir() if path.is_dir()):
        files = sorted(file for file in case.iterdir() if file.suffix in (".csv", ".xlsx"))
        if case.name != "scandal":
            assert import_files(files).report.relations > 0, case.name

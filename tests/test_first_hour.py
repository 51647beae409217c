"""The files of people who had never seen the project: each is read, or refused with what to do."""

import os
from pathlib import Path

import pytest

import graph

DATA = Path(os.environ.get("ACTOR_EXPLORER_DATA", Path(__file__).parents[2] / "shared" / "data"))
CASES = DATA.parent / "cases"

# Actors and relations that are read, and a part of what is said, if anything is.
READ = {
    "aliases_comma": (3, 2, "Write | between several aliases."),
    "case_headers": (2, 1, "'Label' as name"),
    "comma_rows": (2, 1, ""),
    "edges_only": (3, 2, "3 actors made of the ends of relations"),
    "gephi_type": (2, 1, "The type is read from 'label'."),
    "header_hints": (2, 1, "'source_id' as reference"),
    "joint_payment": (3, 2, "Sums count it twice."),
    "missing_node": (3, 3, "2 actors not in actors.csv"),
    "na_names": (6, 3, ""),
    "quotes": (3, 2, ""),
    "semicolon_decimal": (2, 1, "a decimal comma in 1 row"),
    "stray_blanks": (3, 3, ""),
    "trailing_empty": (2, 1, ""),
    "types_minimal": (2, 1, ""),
    "undirected_direction": (3, 2, ""),
    "utf16_excel": (2, 1, ""),
    "year_zero_padded": (2, 1, ""),
}
# How many causes of errors there are, and a part of the first.
REFUSED = {
    "broken_quote": (1, 'Write a quote within quotes twice: "".'),
    "confidence_words": (2, "Did you mean 0.85?"),
    "cp1252": (1, "--encoding windows-1252"),
    "decimal_comma": (1, "Likewise line 3 ('610,086')"),
    "dup_ids_rows": (1, "with the same name. If it is one actor, make one row of both."),
    "excel_dates": (8, "it may be a spreadsheet's number for a day. Did you mean 2023-03-15?"),
    "leading_zero": (2, "Were zeros lost or added? Did you mean '0012'?"),
    "macroman": (1, "--encoding mac-roman"),
    "many_targets": (2, "It holds 2 actors: write a row for each of them."),
    "merged_cells": (1, "is empty, below 'a'. Were cells merged?"),
    "name_ends": (2, "Did you mean '1' (Anna Lee)?"),
    "old_years": (2, "Write -43."),
    "title_row": (1, "line 3 seems to name the columns."),
    "weight_zero_neg": (1, "'-2' is below 0."),
    "wikidata_export": (2, "If it is one actor, make one row of both."),
    "xlsx_given": (1, "explore import actors.xlsx -o DIR"),
}

pytestmark = [
    pytest.mark.published,
    pytest.mark.skipif(not CASES.is_dir(), reason="the folder of shared cases is absent"),
]


@pytest.mark.parametrize("name", READ)
def test_it_is_read_and_said(name):
    actors, relations, said = READ[name]
    net = graph.load(CASES / name)
    assert (len(net.actor_rows), len(net.relation_rows)) == (actors, relations)
    assert said in " ".join(map(str, net.warnings))
    assert bool(net.warnings) == bool(said)


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_with_what_to_do(name):
    causes, first = REFUSED[name]
    with pytest.raises(graph.DataError) as caught:
        graph.load(CASES / name)
    errors = [each for each in caught.value.errors_first if each.severity == "error"]
    lines = str(graph.DataError(errors)).splitlines()
    assert len(lines) == causes
    assert first in lines[0]

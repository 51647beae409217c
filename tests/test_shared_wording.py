"""Relations and steps in words, for what is so and for what is over: written down by hand.

The sentences stand in the rows of tests/cases/wording; the page's JavaScript is held to the same.
"""

import csv
from pathlib import Path

import pytest

import graph
from graph.data.sentences import format_step

CASES = Path(__file__).parent / "cases"
NETWORK = graph.load(CASES / "wording")
RELATIONS = {row.id: row for row in NETWORK.relation_rows}
with (CASES / "wording_steps.csv").open(encoding="utf-8") as file:
    STEPS = list(csv.DictReader(file))


@pytest.mark.parametrize("name", RELATIONS)
def test_a_relation_reads_right_from_both_sides(name):
    relation = RELATIONS[name]
    assert relation.over == (relation.attributes["is_over"] == "yes")
    assert relation.sentence == relation.attributes["from_source"]
    assert relation.sentence_from(relation.target) == relation.attributes["from_target"]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step["relations"] + step["source"])
def test_a_step_reads_right(step):
    relations = [RELATIONS[name] for name in step["relations"].split("|")]
    standing = ["disputed" if each.stance == "disputes" else "stands" for each in relations]
    ends = (NETWORK.resolve(step[end]) for end in ("source", "target"))
    assert format_step(*ends, relations, standing) == step["sentence"]

"""Every shared name case, against what a person says the query means."""

import csv
import json
from pathlib import Path

import pytest

from graph.names.resolve import resolve_name

CASES = Path(__file__).parent / "cases"
NAMES = json.loads((CASES / "names.json").read_text(encoding="utf-8"))
with (CASES / "name_queries.csv").open(encoding="utf-8", newline="") as table:
    BY_HAND = list(csv.DictReader(table))
PAIRS = list(zip(BY_HAND, NAMES, strict=True))
CONFUSIONS = [
    (group["actors"], asked["query"], asked["actor"])
    for group in json.loads((CASES / "confusions.json").read_text(encoding="utf-8"))
    for asked in group["queries"]
]


@pytest.mark.parametrize(("meant", "case"), PAIRS, ids=[row["query"] or "-" for row in BY_HAND])
def test_the_answer_is_the_one_written_down_by_hand(meant, case):
    intended = meant["intended"].split("|") if meant["intended"] else []
    found = [case["actor"]] if case["actor"] else []
    assert case["query"] == meant["query"]
    match meant["answer"]:
        case "found":
            assert (found, case["candidates"], case["suggestions"]) == (intended, [], [])
        case "ambiguous":
            assert (found, case["candidates"], case["suggestions"]) == ([], intended, [])
        case "suggested":
            assert (found, case["candidates"]) == ([], [])
            assert 1 <= len(case["suggestions"]) <= 3
            assert set(intended) <= set(case["suggestions"])
        case answer:
            assert answer == "unknown"
            assert (found, case["candidates"], case["suggestions"]) == ([], [], [])


def test_no_answer_is_wrong():
    wrong = [
        (case["query"], case["actor"])
        for meant, case in PAIRS
        if case["actor"] and case["actor"] != meant["intended"]
    ]
    assert wrong == []


def test_most_of_those_meant_are_found_or_offered():
    meant = [(row["intended"].split("|"), case) for row, case in PAIRS if row["intended"]]
    right = [
        case
        for intended, case in meant
        if set(intended) & {case["actor"], *case["candidates"], *case["suggestions"]}
    ]
    assert len(meant) >= 60
    assert len(right) >= 0.85 * len(meant)


@pytest.mark.parametrize(("actors", "query", "meant"), CONFUSIONS, ids=[c[1] for c in CONFUSIONS])
def test_what_is_confused_with_an_actor_is_told_apart(actors, query, meant):
    known = [(actor["id"], actor["name"], *actor["aliases"]) for actor in actors]
    found = [actors[row]["id"] for row in resolve_name(query, known)]
    assert found == ([meant] if meant else [])

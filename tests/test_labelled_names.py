"""Names as people type them, against who is meant: written down before anything was measured."""

import csv
import json
from collections import Counter
from pathlib import Path

import pytest

import graph

CASES = Path(__file__).parent / "cases"
with (CASES / "labelled_names.csv").open(encoding="utf-8", newline="") as table:
    LABELLED = list(csv.DictReader(table))
ANSWERS = json.loads((CASES / "labelled_names.json").read_text(encoding="utf-8"))


def outcome(meant, actor, offered):
    """Return how right an answer is, of the ids meant, the one taken and those listed."""
    if actor:
        return "right" if [actor] == meant else "wrong"
    if not meant or (len(meant) > 1 and set(meant) <= set(offered)):
        return "right"
    return "suggested" if set(meant) & set(offered) else "refused"


@pytest.fixture(scope="module")
def outcomes():
    """Return what came of each query, and whether somebody is meant by it."""
    rows = []
    for label, answer in zip(LABELLED, ANSWERS, strict=True):
        assert label["query"] == answer["query"]
        meant = label["meant"].split("|") if label["meant"] else []
        offered = answer["candidates"] + answer["suggestions"]
        rows.append((label["query"], outcome(meant, answer["actor"], offered), bool(meant)))
    return rows


@pytest.mark.parametrize(
    ("meant", "actor", "offered", "expected"),
    [
        (["a"], "a", [], "right"),
        (["a"], "b", [], "wrong"),
        ([], "b", [], "wrong"),
        (["a", "b"], "a", [], "wrong"),
        ([], None, ["b"], "right"),
        (["a", "b"], None, ["a", "c", "b"], "right"),
        (["a", "b"], None, ["a", "c"], "suggested"),
        (["a"], None, ["b", "a"], "suggested"),
        (["a"], None, ["b"], "refused"),
    ],
)
def test_an_answer_is_judged_by_who_is_meant(meant, actor, offered, expected):
    assert outcome(meant, actor, offered) == expected


def test_no_answer_is_wrong(outcomes):
    assert [query for query, how, _ in outcomes if how == "wrong"] == []


def test_most_answers_are_right_or_offer_who_is_meant(outcomes):
    good = [meant for _, how, meant in outcomes if how in {"right", "suggested"}]
    assert len(good) >= 0.85 * len(outcomes)
    assert sum(good) >= 0.85 * sum(meant for *_, meant in outcomes)


def test_the_labels_are_many_and_of_many_kinds():
    ids = {actor.id for actor in graph.load_example().actor_rows}
    notes = [label["note"].split("; ") for label in LABELLED]
    assert {name for label in LABELLED for name in label["meant"].split("|")} - ids == {""}
    assert len(LABELLED) == len({label["query"] for label in LABELLED}) >= 150
    assert len({script for script, *_ in notes}) >= 8
    assert min(Counter(kind for _, _, kind, *_ in notes).values()) >= 5

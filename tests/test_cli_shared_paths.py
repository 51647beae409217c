"""The terminal gives the paths that the page and the notebook give."""

import json
from pathlib import Path

import pytest
from terminal import run

CASES = json.loads((Path(__file__).parent / "cases" / "paths.json").read_text(encoding="utf-8"))


def words(case):
    """Return a case's filters as options."""
    given = [
        ("--only", case["only"]),
        ("--avoid", case["avoid"]),
        ("--avoid-actor", case["avoid_actor"]),
        ("--only-actor", case["only_actor"]),
    ]
    told = [word for option, values in given for value in values for word in (option, value)]
    if case["at"]:
        told += ["--at", case["at"], *["--certain"] * case["certain"]]
    return told + ["--directed"] * case["directed"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['from']}-{case['to']}")
def test_json_holds_the_shared_answer(case):
    answer = run("path", case["from"], case["to"], *words(case), "--format", "json")
    assert answer.exit_code == 0, answer.stderr
    parsed = json.loads(answer.stdout)
    for name in ("length", "path_count", "paths"):
        assert parsed[name] == case[name]

"""Paths in time, worked out by hand: in Python and on the page.

The rows stand in tests/cases/timed_questions.csv; tests/shared_timed.test.js asks node.
"""

import csv
import json
import runpy
from pathlib import Path

import pytest
from order_cases import make_order_network
from timed_cases import answer_timed_case, make_timed_case

CASES = Path(__file__).parent / "cases"
with (CASES / "timed_questions.csv").open(encoding="utf-8", newline="") as file:
    ROWS = [
        {"places": "", "sources": ""} | {name: cell or "" for name, cell in row.items()}
        for row in csv.DictReader(file)
    ]


@pytest.fixture(scope="module")
def network():
    return make_order_network(ROWS)


@pytest.mark.parametrize("number", range(1, len(ROWS) + 1), ids=[row["about"] for row in ROWS])
def test_a_path_in_time_is_the_one_that_is_due(network, number):
    case = make_timed_case(ROWS[number - 1], number)
    assert answer_timed_case(network, case) == case["due"]


def test_no_case_file_is_stale():
    fresh = runpy.run_path(str(CASES / "regenerate.py"))["timed_cases"]()
    stored = json.loads((CASES / "timed.json").read_text(encoding="utf-8"))
    assert stored == json.loads(json.dumps(fresh)), "run: python tests/cases/regenerate.py"


@pytest.mark.browser
def test_the_page_has_the_same_paths(network, visit, page_of):
    one = visit(page_of(network))
    for number, row in enumerate(ROWS, 1):
        case = make_timed_case(row, number)
        if case["asked"] == "history":
            continue
        paths = one.find(case["from"], case["to"], **{case["asked"]: True})["paths"]
        assert [path["actors"] for path in paths] == case["due"], case["about"]

"""Equally short paths in the order that is due, worked out by hand: in Python and on the page.

The rows stand in tests/cases/order_questions.csv; tests/shared_order.test.js asks node.
"""

import csv
from pathlib import Path

import pytest
from order_cases import make_order_case, make_order_network

CASES = Path(__file__).parent / "cases"
with (CASES / "order_questions.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


@pytest.fixture(scope="module")
def network():
    return make_order_network(ROWS)


@pytest.mark.parametrize("number", range(1, len(ROWS) + 1), ids=[row["about"] for row in ROWS])
def test_paths_are_in_the_order_that_is_due(network, number):
    case = make_order_case(ROWS[number - 1], number)
    paths = network.path(case["from"], case["to"]).paths
    assert [[actor.id for actor in path.actors] for path in paths] == case["paths"]


@pytest.mark.browser
def test_the_page_has_the_same_order(network, visit, page_of):
    one = visit(page_of(network))
    for number, row in enumerate(ROWS, 1):
        case = make_order_case(row, number)
        paths = one.find(case["from"], case["to"])["paths"]
        assert [path["actors"] for path in paths] == case["paths"], case["about"]

"""What a path's signs and dates make of it, worked out by hand: in Python and on the page.

The rows stand in tests/cases/card_questions.csv; tests/shared_cards.test.js asks node.
"""

import csv
from pathlib import Path

import pytest
from card_cases import list_due, make_card_case
from order_cases import make_order_network

CASES = Path(__file__).parent / "cases"
with (CASES / "card_questions.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


@pytest.fixture(scope="module")
def network():
    return make_order_network(ROWS)


@pytest.mark.parametrize("number", range(1, len(ROWS) + 1), ids=[row["about"] for row in ROWS])
def test_a_path_says_what_is_due(network, number):
    case = make_card_case(ROWS[number - 1], number)
    path = network.path(case["from"], case["to"]).paths[0]
    assert list_due(path.support.notes) == case["notes"]


@pytest.mark.browser
def test_the_page_says_the_same(network, visit, page_of):
    one = visit(page_of(network))
    for number, row in enumerate(ROWS, 1):
        case = make_card_case(row, number)
        path = one.find(case["from"], case["to"])["paths"][0]
        assert list_due(path["notes"]) == case["notes"], case["about"]

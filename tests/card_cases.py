"""What is to be said of the path from A to D in tiny networks, worked out by hand.

The rows of tests/cases/card_questions.csv are kept by hand, answers and all. As in
tests/order_cases.py all are parts of one network; # stands for the number of a part.
"""

from typing import Any

from order_cases import make_order_network

from explorer.page.document import build_network_document

OF_SOURCES = ("Stands on", "The weakest is", "The step is not rated", "It falls if")
"""How sentences begin that other cases hold."""


def make_card_cases(rows: list[dict[str, str]]) -> dict[str, Any]:
    """Return the page's document of that network, and for each row what is to be said."""
    return {
        "network": build_network_document(make_order_network(rows)),
        "cases": [make_card_case(asked, number) for number, asked in enumerate(rows, 1)],
    }


def make_card_case(asked: dict[str, str], number: int) -> dict[str, Any]:
    """Return the ends of a row's path, and the sentences that are to be said of it."""
    due = asked["notes"].replace("#", str(number))
    return {
        "about": asked["about"],
        "from": f"A{number}",
        "to": f"D{number}",
        "notes": due.split("|") if due else [],
    }


def list_due(notes: list[str]) -> list[str]:
    """Return the sentences that these cases hold."""
    return [each for each in notes if not each.startswith(OF_SOURCES)]

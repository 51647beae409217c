"""Paths whose steps hold at once or start in order, and when paths exist, worked out by hand.

The rows of tests/cases/timed_questions.csv are kept by hand, answers and all. As in
tests/order_cases.py all are parts of one network. A history has its periods between bars: the first
and the last date, and the actors of the path.
"""

from typing import Any

from order_cases import make_order_network

from explorer.page.document import build_network_document


def make_timed_cases(rows: list[dict[str, str]]) -> dict[str, Any]:
    """Return the page's document of that network, and for each row what is due."""
    net = make_order_network(rows)
    cases = [make_timed_case(asked, number) for number, asked in enumerate(rows, 1)]
    return {
        "network": build_network_document(net),
        "cases": [case | describe_history(net, case) for case in cases],
    }


def describe_history(net: Any, case: dict[str, Any]) -> dict[str, Any]:
    """Return what a network says of each period of a history, as the page must say it."""
    if case["asked"] != "history":
        return {}
    periods = net.path_history(case["from"], case["to"]).periods
    return {
        "sentences": [period.sentence for period in periods],
        "ids": [period.path.id if period.path else "" for period in periods],
    }


def make_timed_case(asked: dict[str, str], number: int) -> dict[str, Any]:
    """Return the ends of a row's paths, what is asked of them, and what is due."""
    case = {
        "about": asked["about"],
        "from": f"A{number}",
        "to": f"D{number}",
        "asked": asked["asked"],
    }
    words = asked["due"].split("|") if asked["due"] else []
    if asked["asked"] != "history":
        return case | {"due": [_number_actors(word, number) for word in words]}
    periods = [word.split(":") for word in words]
    return case | {
        "due": [[*dates.split(".."), _number_actors(path, number)] for dates, path in periods]
    }


def answer_timed_case(net: Any, case: dict[str, Any]) -> list[Any]:
    """Return what a network answers to a case, as it is due."""
    ends = case["from"], case["to"]
    if case["asked"] != "history":
        paths = net.path(*ends, **{case["asked"]: True}).paths
        return [[actor.id for actor in path.actors] for path in paths]
    return [
        [*each.dates, [actor.id for actor in each.path.actors] if each.path else []]
        for each in net.path_history(*ends).periods
    ]


def _number_actors(words: str, number: int) -> list[str]:
    return [f"{actor}{number}" for actor in words.split()]

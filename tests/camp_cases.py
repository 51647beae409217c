"""Networks in conflict, and what is answered of their balance and their camps.

The rows of tests/cases/camp_questions.csv are kept by hand: a tiny network each, or a folder with
filters.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tiny_network import of_rows

import graph
from explorer.page.camps import build_camps
from explorer.page.document import build_network_document
from graph.saved.arrangement import Arrangement

CASES = Path(__file__).parent / "cases"
EXAMPLE = "example"
DRAWN = ("x", "y")  # where the page draws: no answer
NAMES = ("fold", "unused_phrases", "surnames", "weak_words", "former_relation_ids")  # nobody asks


def make_camp_case(asked: dict[str, str]) -> dict[str, Any]:
    """Return the answers to a row, what the page has of them, and its network.

    The example's network stands in tests/cases/network.json.
    """
    network = make_camp_network(asked)
    balance, camps = network.balance(), network.camps(**read_options(asked))
    found = build_camps(network, Arrangement()).get("camps")
    page = found and _leave_out(found, DRAWN)
    document = {} if asked["folder"] == EXAMPLE else build_network_document(network)
    return {
        "about": asked["about"],
        "is_default": is_default(asked),
        "actors": [actor.id for actor in network.actor_rows],
        "balance": describe_balance(balance.to_dict()),
        "camps": describe_camps(camps.to_dict()),
        "page": page or None,
        "network": _leave_out(document, NAMES) or None,
    }


def make_camp_network(asked: dict[str, str]) -> graph.Network:
    """Return the network of a row, as far as it is selected."""
    network = _load(asked)
    network = network.at(asked["at"]) if asked["at"] else network
    return network.avoid(asked["avoid"].split("|")) if asked["avoid"] else network


def read_options(asked: dict[str, str]) -> dict[str, Any]:
    """Return how camps are asked for in a row."""
    return {"k": int(asked["k"]), "signed_only": asked["signed_only"] == "yes"}


def is_default(asked: dict[str, str]) -> bool:
    """Return whether camps are asked for as the page has them."""
    return read_options(asked) == {"k": 2, "signed_only": False}


def describe_balance(fields: dict[str, Any]) -> dict[str, Any]:
    """Return what decides an answer of balance: from its data, or from JSON."""
    return {
        **{name: fields[name] for name in ("frustration", "lower", "upper", "optimal")},
        **{name: fields[name] for name in ("triangles", "balance_ratio", "unbalanced_count")},
        "tensions": list(map(_describe_edge, fields["tensions"])),
        "unbalanced": [
            [each["actors"], each["sentence"], each["support"]]
            for each in fields["unbalanced_triangles"]
        ],
        "both_signs": list(map(_describe_edge, fields["both_signs"])),
    }


def describe_camps(fields: dict[str, Any]) -> dict[str, Any]:
    """Return what decides an answer of camps: from its data, or from JSON."""
    return {
        **{name: fields[name] for name in ("frustration", "lower", "upper", "optimal")},
        **{name: fields[name] for name in ("camps", "undecided", "unplaced", "separate")},
        "apart": [each["places_and_assets"] for each in fields["named_camps"]],
        "places_and_assets": fields["places_and_assets"],
        "tensions": list(map(_describe_edge, fields["tensions"])),
        "defections": [[each["actor"], each["sentence"]] for each in fields["defections"]],
    }


def make_rows(asked: dict[str, str]) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """Return the rows of the actors and of the relations of a tiny network."""
    relations = []
    for line in filter(None, asked["relations"].split(";")):
        source, kind, target, *more = line.split()
        own = dict(each.split("=") for each in more)
        relations.append({"source": source, "type": kind, "target": target, **own})
    ends = [row[end] for row in relations for end in ("source", "target")]
    places = asked["places"].split()
    names = dict.fromkeys([*ends, *asked["alone"].split()])
    actors = [
        {"id": name, "name": name.upper(), "kind": "place" if name in places else "state"}
        for name in names
    ]
    return actors, relations


def _leave_out(fields: dict[str, Any], names: Iterable[str]) -> dict[str, Any]:
    return {name: each for name, each in fields.items() if name not in names}


def _load(asked: dict[str, str]) -> graph.Network:
    if asked["folder"] == EXAMPLE:
        return graph.load_example()
    return graph.load(CASES / asked["folder"]) if asked["folder"] else of_rows(*make_rows(asked))


def _describe_edge(fields: dict[str, Any]) -> list[Any]:
    parts = [fields[name] for name in ("source", "target", "sign", "sentence")]
    return [*parts, fields["in_every"]] if "in_every" in fields else parts

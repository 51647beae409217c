"""Tiny networks and what they answer of a span, worked out by hand.

The rows of tests/cases/time_questions.csv (states) and tests/cases/time_steps.csv (paths) are kept
by hand, answers and all.
"""

from typing import Any

from labels import say
from tiny_network import network, of_rows

import graph
from explorer.page.document import build_network_document

SOURCE_COLUMNS = {"written": "s", "a_written": "t"}


def make_network(asked: dict[str, str]) -> graph.Network:
    """Return the network of a row: a relation from a to b, and the sources that they cite."""
    actors = [
        {"id": name, "name": name.upper(), "kind": "person"}
        | {field: asked[f"{name}_{field}"] for field in ("start", "end")}
        for name in ("a", "b")
    ]
    sources = [
        {"id": source, "title": "A report", "date": asked[column]}
        for column, source in SOURCE_COLUMNS.items()
        if asked[column]
    ]
    actors[0]["reference"] = "t" if asked["a_written"] else ""
    relation = {name: asked[name] for name in ("type", "start", "end")}
    reference = "s" if asked["written"] else ""
    row = {"source": "a", "target": "b", "reference": reference, **relation}
    return of_rows(actors, [row], sources=sources)


def make_case(asked: dict[str, str]) -> dict[str, Any]:
    """Return a row as a case: the page's document of the network, the span, and what is due."""
    return {
        "about": asked["about"],
        "network": build_network_document(make_network(asked)),
        "from": asked["from"],
        "to": asked["to"],
        "state": asked["state"],
        "why": asked["why"],
        "over": asked["over"] == "yes",
        "actors": asked["actors"].split(),
    }


def make_step_network(asked: dict[str, str]) -> graph.Network:
    """Return the network of a row of tests/cases/time_steps.csv: lines between bars."""
    return network(*asked["relations"].split("|"))


def make_step_case(asked: dict[str, str]) -> dict[str, Any]:
    """Return a row as a case: the network, the span, the ends, the sentence and the notes due."""
    return {
        "about": asked["about"],
        "network": build_network_document(make_step_network(asked)),
        "from": asked["from"],
        "to": asked["to"],
        "start": asked["start"],
        "end": asked["end"],
        "sentence": say(asked["sentence"]),
        "notes": say(asked["notes"]).split("|") if asked["notes"] else [],
    }

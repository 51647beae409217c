"""Networks of one relation each, with the state in a span that was worked out by hand.

The rows of tests/cases/time_questions.csv are kept by hand, states and all.
"""

from typing import Any

from tiny_network import of_rows

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

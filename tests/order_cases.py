"""Tiny networks of equally short paths from A to D, in the order that is due, worked out by hand.

The rows of tests/cases/order_questions.csv are kept by hand, answers and all. All of them are parts
of one network: the actors of each have its number behind their letter.
"""

from typing import Any

from tiny_network import of_rows

import graph
from explorer.page.document import build_network_document

ACTORS = "ABCDEF"


def make_order_network(rows: list[dict[str, str]]) -> graph.Network:
    """Return the network of all rows, each a part of its own."""
    parts = [_make_part(asked, number) for number, asked in enumerate(rows, 1)]
    actors, relations, sources = ([row for part in parts for row in part[i]] for i in range(3))
    return of_rows(actors, relations, sources=sources)


def make_order_cases(rows: list[dict[str, str]]) -> dict[str, Any]:
    """Return the page's document of that network, and for each row the paths that are due."""
    return {
        "network": build_network_document(make_order_network(rows)),
        "cases": [make_order_case(asked, number) for number, asked in enumerate(rows, 1)],
    }


def make_order_case(asked: dict[str, str], number: int) -> dict[str, Any]:
    """Return the ends of a row's paths, and the actors of each path in the order that is due."""
    return {
        "about": asked["about"],
        "from": f"A{number}",
        "to": f"D{number}",
        "paths": [
            [f"{actor}{number}" for actor in path.split()] for path in asked["paths"].split("|")
        ],
    }


def _make_part(asked: dict[str, str], number: int) -> tuple[list[dict[str, str]], ...]:
    places = asked["places"].split()
    lives = {
        words.split()[0]: dict(word.split("=") for word in words.split()[1:])
        for words in asked.get("actors", "").split(";")
        if words
    }
    actors = [
        {"id": f"{name}{number}", "name": f"{name}{number}"}
        | {"kind": "place" if name in places else "person"}
        | lives.get(name, {})
        for name in ACTORS
    ]
    own = {words.split()[0] for words in asked["sources"].split(";") if words}

    def number_own(cell: str) -> str:
        names = cell.split("|")
        return "|".join(f"{name}{number}" if name in own else name for name in names)

    def read_cells(words: list[str]) -> dict[str, str]:
        cells = dict(word.split("=", 1) for word in words)
        return {name: number_own(cell) for name, cell in cells.items()}

    relations = []
    for line in asked["relations"].split(";"):
        source, kind, target, *more = line.split()
        ends = {"source": f"{source}{number}", "target": f"{target}{number}"}
        relations.append({**ends, "type": kind, **read_cells(more)})
    sources = [
        {"id": f"{name}{number}", "title": name, **read_cells(more)}
        for name, *more in (words.split() for words in asked["sources"].split(";") if words)
    ]
    return actors, relations, sources

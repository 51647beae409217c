"""The shared cases of what would be otherwise: what Python answers."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from score_cases import select

import graph
from graph import Network, what_if

HERE = Path(__file__).parent / "cases"
NETWORKS = {"example": graph.load_example, "scores": lambda: graph.load(HERE / "scores")}


def make_what_if_cases(rows: Iterable[dict[str, str]]) -> list[dict[str, Any]]:
    """Return what differs without each actor and source of each question, in the page's words."""
    return [case for row in rows for case in _list_cases(NETWORKS[row["network"]](), row)]


def _list_cases(whole: Network, row: dict[str, str]) -> Iterator[dict[str, Any]]:
    network = select(whole, row["link"])
    shown = [actor.id for actor in network.actor_rows]
    sources = [source.id for source in whole.source_rows]
    wanted = row["without"].split()
    for kind, ids in (("without", shown), ("without_source", sources)):
        for name in ids:
            if not wanted or name in wanted:
                yield row | {"kind": kind, "without": name} | _answer(network, row, kind, name)


def _answer(network: Network, row: dict[str, str], kind: str, name: str) -> dict[str, Any]:
    paths = [tuple(row["path"].split())] if row["path"] else []
    answer = what_if(network, **{kind: name}, paths=paths, measure=row["measure"])
    return {
        "sentence": answer.sentence,
        "consequences": [[each.topic, each.sentence] for each in answer.consequences],
        "notes": list(answer.notes),
    }

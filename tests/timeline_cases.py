"""The shared cases of a network over time: what Python answers."""

from collections.abc import Iterable
from typing import Any

from score_cases import select
from what_if_cases import NETWORKS

from graph import Network


def make_timeline_cases(rows: Iterable[dict[str, str]]) -> list[dict[str, Any]]:
    """Return for each question what the terminal lists of each period."""
    return [row | _answer(select(NETWORKS[row["network"]](), row["link"]), row) for row in rows]


def _answer(network: Network, row: dict[str, str]) -> dict[str, Any]:
    answer = network.timeline(row["measure"], certain=row["certain"] == "yes")
    return {
        "periods": [
            {
                "dates": each.dates,
                "actors": each.actor_count,
                "relations": each.relation_count,
                "components": each.component_count,
                "density": each.density,
                "frustration": each.lower if each.lower == each.upper else None,
                "balanced": each.balanced,
                "triangles": each.triangles,
                "first": [actor.id for actor in each.first],
                "camps": list(each.camps),
            }
            for each in answer.periods
        ],
        "sentence": answer.sentence,
        "notes": list(answer.notes),
    }

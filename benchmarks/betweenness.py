"""Betweenness: exact, against igraph alone; sampled, against exact."""

from __future__ import annotations

import json
from functools import partial

from benchmarks.data import Data
from benchmarks.figures import Figure, Goal, Row, Work, compared, faster
from benchmarks.timing import python, run

TOP = 50


def works(data: Data) -> list[Work]:
    """Return what is measured of betweenness."""
    size = f"{data.medium:,}"
    sampled = f"the {TOP} highest by sampled betweenness, {size}"
    rows = (
        (f"exact betweenness, {size}, projection included", "igraph alone", faster(1.6)),
        (sampled, "exact", faster(50)),
        (f"{sampled}, shared with exact", "exact", Goal("least", 0.95, "at least 0.95")),
    )
    return [Work("betweenness", rows, partial(_betweenness, data))]


def _betweenness(data: Data, rows: tuple[Row, ...]) -> list[Figure]:
    folders = str(data.folder(data.small)), str(data.folder(data.medium))  # the first warms up
    words = "-m", "benchmarks.between", *folders, str(data.long)
    told = json.loads(run(python(*words)).output)
    exact = [(ours, igraph) for ours, igraph, _ in told["seconds"]]
    sampled = [(sample, ours) for ours, _, sample in told["seconds"]]
    return [
        compared(*rows[0], exact),
        compared(*rows[1], sampled),
        Figure(*rows[2], values=tuple(told["shared"]), unit=""),
    ]

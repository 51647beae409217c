"""Betweenness: exact, against igraph alone; sampled, against exact."""

from __future__ import annotations

import json
from functools import partial

from benchmarks.data import Data
from benchmarks.results import Figure, Goal, Row, Work, compare_rounds, require_faster
from benchmarks.timing import build_python_command, run

TOP = 50


def list_work(data: Data) -> list[Work]:
    """List what is measured of betweenness."""
    size = f"{data.medium:,}"
    sampled = f"the {TOP} highest by sampled betweenness, {size}"
    rows = (
        (f"exact betweenness, {size}, projection included", "igraph alone", require_faster(1.6)),
        (sampled, "exact", require_faster(50)),
        (f"{sampled}, shared with exact", "exact", Goal("least", 0.95, "at least 0.95")),
    )
    return [Work("betweenness", rows, partial(_measure_betweenness, data))]


def _measure_betweenness(data: Data, rows: tuple[Row, ...]) -> list[Figure]:
    folders = (
        str(data.make_folder(data.small)),
        str(data.make_folder(data.medium)),
    )  # the first warms up
    words = "-m", "benchmarks.betweenness_process", *folders, str(data.long)
    output = json.loads(run(build_python_command(*words)).output)
    exact = [(ours, igraph) for ours, igraph, _ in output["seconds"]]
    sampled = [(sample, ours) for ours, _, sample in output["seconds"]]
    return [
        compare_rounds(*rows[0], exact),
        compare_rounds(*rows[1], sampled),
        Figure(*rows[2], values=tuple(output["shared"]), unit=""),
    ]

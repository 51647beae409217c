"""Measures with the conversion they need, against networkx on a graph that is ready."""

from __future__ import annotations

import json
import statistics
from functools import partial

from benchmarks.data import Data
from benchmarks.results import (
    Figure,
    Goal,
    Row,
    Work,
    compare_rounds,
    require_faster,
    require_within,
)
from benchmarks.timing import build_python_command, run

NAMES = (
    "PageRank",
    "core",
    "articulation",
    "bridges",
    "clustering",
    "communities",
    "all six in turn",
)
READY = "core", "articulation", "bridges", "clustering"


def list_work(data: Data) -> list[Work]:
    """List what is measured of measures."""
    work = f"{{}}, {data.medium:,}, conversion included"
    rows = [(work.format(name), "networkx on a ready graph", require_faster(30)) for name in NAMES]
    not_lower = Goal("least", 0, "not lower")
    rows.append((f"modularity of the communities, {data.medium:,}", "networkx's", not_lower))
    ready = f"{{}}, {data.medium:,}, on a graph that is ready"
    beside = tuple((ready.format(name), "igraph alone", require_within(2)) for name in READY)
    return [
        Work("measures", tuple(rows), partial(_measure_measures, data)),
        Work("igraph", beside, partial(_measure_beside_igraph, data)),
    ]


def _measure_beside_igraph(data: Data, rows: tuple[Row, ...]) -> list[Figure]:
    words = "-m", "benchmarks.igraph_process", str(data.make_folder(data.medium))
    seconds = json.loads(run(build_python_command(*words, str(3 * data.rounds))).output)
    return [compare_rounds(*row, seconds[name]) for row, name in zip(rows, READY, strict=True)]


def _measure_measures(data: Data, rows: tuple[Row, ...]) -> list[Figure]:
    folder = str(data.make_folder(data.medium))
    output = json.loads(
        run(
            build_python_command("-m", "benchmarks.measures_process", folder, str(data.long))
        ).output
    )
    *timed, last = rows
    figures = [
        compare_rounds(*row, output["seconds"][name])
        for row, name in zip(timed, NAMES, strict=True)
    ]
    ours, theirs = zip(*output["modularity"], strict=True)
    above = tuple(us - them for us, them in output["modularity"])
    medians = (f"{statistics.median(side):.4f}" for side in (ours, theirs))
    return [*figures, Figure(*last, next(medians), next(medians), above, "")]

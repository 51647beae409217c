"""Measures with the conversion they need, against networkx on a graph that is ready."""

from __future__ import annotations

import json
import statistics
from functools import partial

from benchmarks.data import Data
from benchmarks.results import Figure, Goal, Row, Work, compare_rounds, require_faster
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


def list_work(data: Data) -> list[Work]:
    """List what is measured of measures."""
    work = f"{{}}, {data.medium:,}, conversion included"
    rows = [(work.format(name), "networkx on a ready graph", require_faster(30)) for name in NAMES]
    not_lower = Goal("least", 0, "not lower")
    rows.append((f"modularity of the communities, {data.medium:,}", "networkx's", not_lower))
    return [Work("measures", tuple(rows), partial(_measure_measures, data))]


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

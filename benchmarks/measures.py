"""Measures with the conversion they need, against networkx on a graph that is ready."""

from __future__ import annotations

import json
import statistics
from functools import partial

from benchmarks.data import Data
from benchmarks.figures import Figure, Goal, Row, Work, compared, faster
from benchmarks.timing import python, run

NAMES = "PageRank", "core", "articulation", "bridges", "clustering", "communities"


def works(data: Data) -> list[Work]:
    """Return what is measured of measures."""
    work = f"{{}}, {data.medium:,}, conversion included"
    rows = [(work.format(name), "networkx on a ready graph", faster(30)) for name in NAMES]
    not_lower = Goal("least", 0, "not lower")
    rows.append((f"modularity of the communities, {data.medium:,}", "networkx's", not_lower))
    return [Work("measures", tuple(rows), partial(_measures, data))]


def _measures(data: Data, rows: tuple[Row, ...]) -> list[Figure]:
    folder = str(data.folder(data.medium))
    told = json.loads(run(python("-m", "benchmarks.beside", folder, str(data.long))).output)
    *timed, last = rows
    found = [compared(*row, told["seconds"][name]) for row, name in zip(timed, NAMES, strict=True)]
    ours, theirs = zip(*told["modularity"], strict=True)
    above = tuple(us - them for us, them in told["modularity"])
    medians = (f"{statistics.median(side):.4f}" for side in (ours, theirs))
    return [*found, Figure(*last, next(medians), next(medians), above, "")]

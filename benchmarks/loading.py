"""Loading and checking, against pandas reading the same files; the full networkx graph."""

from __future__ import annotations

import json
from functools import partial

from benchmarks.data import Data
from benchmarks.figures import Figure, Goal, Row, Work, compared, megabytes, within
from benchmarks.timing import NotMeasurable, in_turn, peer, python, run

NO_MORE = Goal("most", 1, "no more memory")


def works(data: Data) -> list[Work]:
    """Return what is measured of loading."""
    size = f"{data.large:,}"
    reading = f"load and check, {size}, in one process without imports"
    building = f"CSV to a full `networkx.MultiDiGraph`, {size}, whole process"
    half = Goal("most", 0.5, "half the time")
    return [
        Work("load", ((reading, "`pandas.read_csv` of both", within(4)),), partial(_load, data)),
        Work(
            "graph",
            (
                (building, "`from_pandas_edgelist`", half),
                (f"{building}, peak memory", "the same", NO_MORE),
            ),
            partial(_graph, data),
        ),
    ]


def _load(data: Data, rows: tuple[Row, ...]) -> list[Figure]:
    # Whole processes would be kinder to us: importing pandas takes as long as its reading.
    folders = str(data.folder(data.medium)), str(data.folder(data.large))  # the first warms up
    sides = python("-m", "benchmarks.ours", "load", *folders), peer("pandas_read", *folders)
    rounds = in_turn(data.long, *(partial(run, side) for side in sides))
    told = [tuple(json.loads(side.output) for side in each) for each in rounds]
    if any(us["rows"] != them["rows"] for us, them in told):
        raise NotMeasurable("the numbers of rows differ")
    return [compared(*rows[0], [(us["seconds"], them["seconds"]) for us, them in told])]


def _graph(data: Data, rows: tuple[Row, ...]) -> list[Figure]:
    folder = str(data.folder(data.large))
    sides = python("-m", "benchmarks.ours", "graph", folder), peer("pandas_graph", folder)
    rounds = in_turn(data.long, *(partial(run, side) for side in sides))
    if any(us.output != them.output for us, them in rounds):
        raise NotMeasurable("the numbers of edges differ")
    us, them = ([side.megabytes for side in sides] for sides in zip(*rounds, strict=True))
    ratios = tuple(mine / yours for mine, yours in zip(us, them, strict=True))
    return [
        compared(*rows[0], [(us.seconds, them.seconds) for us, them in rounds]),
        Figure(*rows[1], megabytes(us), megabytes(them), ratios),
    ]

"""What a hundred times as many relations cost, against a hundred times the cost."""

from __future__ import annotations

import json
from functools import partial

from benchmarks.data import Data
from benchmarks.figures import Figure, Goal, Row, Work, compared
from benchmarks.timing import in_turn, python, run

PARTS = "load", "path", "PageRank"


def works(data: Data) -> list[Work]:
    """Return what is measured of growth."""
    goal = Goal("most", 1.3, "at most 1.3 times linear")
    work = f"cost of {{}} from {data.small:,} to {data.large:,}, in one process without imports"
    rows = tuple((work.format(part), "linear", goal) for part in PARTS)
    return [Work("scale", rows, partial(_scale, data))]


def _scale(data: Data, rows: tuple[Row, ...]) -> list[Figure]:
    warm = str(data.folder(data.small))

    def asked(relations: int) -> list[str]:
        folder, pair = str(data.folder(relations)), data.question(relations)
        return python("-m", "benchmarks.ours", "costs", warm, folder, *pair)

    sides = (partial(run, asked(relations)) for relations in (data.large, data.small))
    rounds = in_turn(data.long, *sides)
    told = [tuple(json.loads(side.output) for side in each) for each in rounds]
    times = data.large / data.small
    return [
        compared(*row, [(many[part], few[part] * times) for many, few in told])
        for row, part in zip(rows, PARTS, strict=True)
    ]

"""What a hundred times as many relations cost, against a hundred times the cost."""

from __future__ import annotations

import json
from functools import partial

from benchmarks.data import Data
from benchmarks.results import Figure, Goal, Row, Work, compare_rounds
from benchmarks.timing import build_python_command, run, run_in_turn

PARTS = "load", "path", "PageRank"


def list_work(data: Data) -> list[Work]:
    """List what is measured of growth."""
    goal = Goal("most", 1.3, "at most 1.3 times linear")
    work = f"cost of {{}} from {data.small:,} to {data.large:,}, in one process without imports"
    rows = tuple((work.format(part), "linear", goal) for part in PARTS)
    return [Work("scale", rows, partial(_measure_scale, data))]


def _measure_scale(data: Data, rows: tuple[Row, ...]) -> list[Figure]:
    warm = str(data.make_folder(data.small))

    def build_command(relations: int) -> list[str]:
        folder, pair = str(data.make_folder(relations)), data.find_question(relations)
        return build_python_command(
            "-m", "benchmarks.explorer_process", "costs", warm, folder, *pair
        )

    sides = (partial(run, build_command(relations)) for relations in (data.large, data.small))
    rounds = run_in_turn(data.long, *sides)
    output = [tuple(json.loads(side.output) for side in each) for each in rounds]
    times = data.large / data.small
    return [
        compare_rounds(*row, [(many[part], few[part] * times) for many, few in output])
        for row, part in zip(rows, PARTS, strict=True)
    ]

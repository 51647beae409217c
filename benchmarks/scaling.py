"""What a hundred or a thousand times as many relations cost, against as many times the cost."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import partial

from benchmarks.data import Data
from benchmarks.results import Figure, Goal, Row, Work, compare_rounds
from benchmarks.timing import build_python_command, run, run_in_turn

PARTS = "load", "path", "PageRank"


def list_work(data: Data) -> list[Work]:
    """List what is measured of growth."""
    work = [Work("scale", _list_rows(data, data.large), partial(_measure_scale, data))]
    if data.huge:
        work.append(Work("huge", _list_rows(data, data.huge), partial(_measure_huge, data)))
    return work


def _list_rows(data: Data, relations: int) -> tuple[Row, ...]:
    goal = Goal("most", 1.3, "at most 1.3 times linear")
    work = f"cost of {{}} from {data.small:,} to {relations:,}, in one process without imports"
    return tuple((work.format(part), "linear", goal) for part in PARTS)


def _measure_scale(data: Data, rows: tuple[Row, ...]) -> list[Figure]:
    sides = (partial(_measure_costs, data, relations) for relations in (data.large, data.small))
    return _compare_costs(rows, run_in_turn(data.long, *sides), data.large / data.small)


def _measure_huge(data: Data, rows: tuple[Row, ...]) -> list[Figure]:
    """Measure once: it takes minutes, beside which what warms up is nothing."""
    costs = _measure_costs(data, data.huge), _measure_costs(data, data.small)
    return _compare_costs(rows, [costs], data.huge / data.small)


def _measure_costs(data: Data, relations: int) -> dict[str, float]:
    """Measure the seconds of each part in a process of its own."""
    warm, folder = (str(data.make_folder(size)) for size in (data.small, relations))
    words = "costs", warm, folder, *data.find_question(relations)
    costs: dict[str, float] = json.loads(
        run(build_python_command("-m", "benchmarks.explorer_process", *words)).output
    )
    return costs


def _compare_costs(
    rows: tuple[Row, ...], rounds: Iterable[tuple[dict[str, float], ...]], times: float
) -> list[Figure]:
    """Compare the costs of many relations with those of few, so many times."""
    pairs = list(rounds)
    return [
        compare_rounds(*row, [(many[part], few[part] * times) for many, few in pairs])
        for row, part in zip(rows, PARTS, strict=True)
    ]

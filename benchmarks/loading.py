"""Loading and checking, against pandas reading the same files; the full networkx graph."""

from __future__ import annotations

import json
from functools import partial

from benchmarks.data import Data
from benchmarks.results import (
    Figure,
    Goal,
    Row,
    Work,
    compare_rounds,
    format_megabytes,
    require_within,
)
from benchmarks.timing import (
    NotMeasurable,
    build_peer_command,
    build_python_command,
    run,
    run_in_turn,
)

NO_MORE = Goal("most", 1, "no more memory")


def list_work(data: Data) -> list[Work]:
    """List what is measured of loading."""
    size = f"{data.large:,}"
    reading = f"load and check, {size}, in one process without imports"
    building = f"CSV to a full `networkx.MultiDiGraph`, {size}, whole process"
    importing = f"`explore import` of foreign headers, {size}, in one process without imports"
    half = Goal("most", 0.5, "half the time")
    return [
        Work(
            "load",
            ((reading, "`pandas.read_csv` of both", require_within(6)),),
            partial(_measure_load, data),
        ),
        Work(
            "import",
            ((importing, "load and check of the same data", require_within(5)),),
            partial(_measure_import, data),
        ),
        Work(
            "graph",
            (
                (building, "`from_pandas_edgelist`", half),
                (f"{building}, peak memory", "the same", NO_MORE),
            ),
            partial(_measure_graph, data),
        ),
    ]


def _measure_load(data: Data, rows: tuple[Row, ...]) -> list[Figure]:
    # Whole processes would be kinder to us: importing pandas takes as long as its reading.
    folders = (
        str(data.make_folder(data.medium)),
        str(data.make_folder(data.large)),
    )  # the first warms up
    sides = (
        build_python_command("-m", "benchmarks.explorer_process", "load", *folders),
        build_peer_command("pandas_read", *folders),
    )
    rounds = run_in_turn(data.long, *(partial(run, side) for side in sides))
    outputs = [tuple(json.loads(side.output) for side in each) for each in rounds]
    if any(us["rows"] != them["rows"] for us, them in outputs):
        raise NotMeasurable("the numbers of rows differ")
    return [compare_rounds(*rows[0], [(us["seconds"], them["seconds"]) for us, them in outputs])]


def _measure_import(data: Data, rows: tuple[Row, ...]) -> list[Figure]:
    sizes = data.medium, data.large  # the first warms up
    foreign = [str(data.make_foreign(size)) for size in sizes]
    native = [str(data.make_folder(size)) for size in sizes]
    sides = (
        build_python_command("-m", "benchmarks.explorer_process", "import", *foreign),
        build_python_command("-m", "benchmarks.explorer_process", "load", *native),
    )
    rounds = run_in_turn(data.long, *(partial(run, side) for side in sides))
    outputs = [tuple(json.loads(side.output) for side in each) for each in rounds]
    if any(us["rows"] != them["rows"] for us, them in outputs):
        raise NotMeasurable("the numbers of rows differ")
    return [compare_rounds(*rows[0], [(us["seconds"], them["seconds"]) for us, them in outputs])]


def _measure_graph(data: Data, rows: tuple[Row, ...]) -> list[Figure]:
    folder = str(data.make_folder(data.large))
    sides = (
        build_python_command("-m", "benchmarks.explorer_process", "graph", folder),
        build_peer_command("pandas_graph", folder),
    )
    rounds = run_in_turn(data.long, *(partial(run, side) for side in sides))
    if any(us.output != them.output for us, them in rounds):
        raise NotMeasurable("the numbers of edges differ")
    us, them = ([side.megabytes for side in sides] for sides in zip(*rounds, strict=True))
    ratios = tuple(mine / yours for mine, yours in zip(us, them, strict=True))
    return [
        compare_rounds(*rows[0], [(us.seconds, them.seconds) for us, them in rounds]),
        Figure(*rows[1], format_megabytes(us), format_megabytes(them), ratios),
    ]

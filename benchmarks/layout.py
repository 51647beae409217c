"""The layout of a large component, against igraph's drl and umap."""

from __future__ import annotations

import json
from functools import partial

from benchmarks.data import Data
from benchmarks.results import Figure, Goal, Row, Work, compare_rounds, require_faster
from benchmarks.timing import build_python_command, run

PEERS = "drl", "umap"
QUALITIES = "neighbours", "stress"


def list_work(data: Data) -> list[Work]:
    """List what is measured of layouts."""
    work = f"layout of the largest component, {data.medium:,}"
    rows = (
        *((work, f"igraph's {peer}", require_faster(10)) for peer in PEERS),
        (f"{work}, true neighbours", "the better of them", Goal("least", 1, "more")),
        (f"{work}, stress", "the better of them", Goal("most", 1, "not worse")),
    )
    return [Work("layout", rows, partial(_measure_layout, data))]


def _measure_layout(data: Data, rows: tuple[Row, ...]) -> list[Figure]:
    words = "-m", "benchmarks.layout_process", str(data.make_folder(data.medium)), str(data.long)
    output = json.loads(run(build_python_command(*words)).output)
    figures = [
        compare_rounds(*row, output["seconds"][peer])
        for row, peer in zip(rows, PEERS, strict=False)
    ]
    for row, quality in zip(rows[len(PEERS) :], QUALITIES, strict=True):
        ours, theirs = output[quality]
        figures.append(Figure(*row, f"{ours:.3f}", f"{theirs:.3f}", (ours / theirs,)))
    return figures

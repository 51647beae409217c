"""The page in a browser, against pyvis's own page of the same relations."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.data import Data
from benchmarks.results import (
    Figure,
    Goal,
    Row,
    Work,
    compare_rounds,
    format_megabytes,
    require_faster,
    require_within,
)
from benchmarks.timing import build_peer_command, build_python_command, run

PYVIS = "pyvis's own page"
SIZES, QUICK_SIZES = (100, 1_000, 5_000, 20_000), (100, 1_000)
MOVED_SIZES = (5_000, 20_000)
GOAL_SIZE = 1_000
LIGHTER = Goal("most", 2 / 3, "at most two thirds")
WORDS = {
    "opened": "from opening to the first complete drawing",
    "panning": "a frame while panning",
    "hovering": "a frame while hovering",
    "memory": "memory of its scripts",
    "file": "the file",
}

Measured = Mapping[str, Any]
"""What a browser measured: by quantity the rounds of both sides, seconds or megabytes."""


def list_work(data: Data) -> list[Work]:
    """List what is measured of pages; a quick run only has the smaller two."""
    sizes = SIZES if data.medium >= SIZES[-1] else QUICK_SIZES
    rows = [_build_row(size, quantity) for size in sizes for quantity in _list_quantities(size)]
    return [Work("pages", tuple(rows), partial(_measure_pages, data, sizes))]


def _list_quantities(relations: int) -> list[str]:
    moves = ["panning", "hovering"] if relations in MOVED_SIZES else []
    return ["opened", *moves, "memory", "file"]


def _build_row(relations: int, quantity: str) -> Row:
    goal = require_within(1)
    if quantity == "opened" and relations >= GOAL_SIZE:
        goal = require_faster(20)
    elif quantity == "file" and relations == GOAL_SIZE:
        goal = LIGHTER
    return f"page of {relations:,}: {WORDS[quantity]}", PYVIS, goal


def _measure_pages(data: Data, sizes: Sequence[int], rows: tuple[Row, ...]) -> list[Figure]:
    with tempfile.TemporaryDirectory() as directory:
        measured = {size: _measure_in_browser(data, size, Path(directory)) for size in sizes}
    quantities = [(size, quantity) for size in sizes for quantity in _list_quantities(size)]
    return [
        _build_figure(row, measured[size], what)
        for row, (size, what) in zip(rows, quantities, strict=True)
    ]


def _measure_in_browser(data: Data, relations: int, directory: Path) -> Measured:
    """Write both pages of a network, and measure them in a browser."""
    folder, ours, theirs = (
        data.make_folder(relations),
        directory / "ours.html",
        directory / "theirs.html",
    )
    run(build_python_command("-m", "explorer", "--data", str(folder), "html", "-o", str(ours)))
    run(build_peer_command("pyvis_page", str(folder), str(theirs)))
    moves = ["--move"] if relations in MOVED_SIZES else []
    words = str(ours), str(theirs), "--rounds", str(data.long), *moves
    measured = json.loads(
        run(build_python_command("-m", "benchmarks.pages_process", *words)).output
    )
    return {**measured, "file": [[page.stat().st_size / 1e6 for page in (ours, theirs)]]}


def _build_figure(row: Row, measured: Measured, quantity: str) -> Figure:
    if any(side is None for sides in measured[quantity] for side in sides):
        return Figure(*row, reason=f"a page is not drawn within {measured['timeout']:g} s")
    if quantity in ("memory", "file"):
        ours, theirs = zip(*measured[quantity], strict=True)
        ratios = tuple(us / them for us, them in measured[quantity])
        return Figure(*row, format_megabytes(ours), format_megabytes(theirs), ratios)
    figure = compare_rounds(*row, measured[quantity])
    never = quantity == "opened" and measured["unsettled"]
    return replace(figure, theirs=f"not within {measured['timeout']:g} s") if never else figure

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
from benchmarks.figures import Figure, Goal, Row, Work, compared, faster, megabytes, within
from benchmarks.timing import peer, python, run

PYVIS = "pyvis's own page"
OPENED, QUICK = (100, 1_000, 5_000, 20_000), (100, 1_000)
MOVED = (5_000, 20_000)
WEIGHED = 1_000
LIGHTER = Goal("most", 2 / 3, "at most two thirds")
WORDS = {
    "opened": "from opening to the first complete drawing",
    "panning": "a frame while panning",
    "hovering": "a frame while hovering",
    "memory": "memory of its scripts",
    "file": "the file",
}

Told = Mapping[str, Any]
"""What a browser measured: by quantity the rounds of both sides, seconds or megabytes."""


def works(data: Data) -> list[Work]:
    """Return what is measured of pages; a run on small networks takes the smaller two alone."""
    sizes = OPENED if data.medium >= OPENED[-1] else QUICK
    rows = [_row(size, quantity) for size in sizes for quantity in _quantities(size)]
    return [Work("pages", tuple(rows), partial(_pages, data, sizes))]


def _quantities(relations: int) -> list[str]:
    moves = ["panning", "hovering"] if relations in MOVED else []
    return ["opened", *moves, "memory", "file"]


def _row(relations: int, quantity: str) -> Row:
    goal = within(1)
    if quantity == "opened" and relations >= WEIGHED:
        goal = faster(20)
    elif quantity == "file" and relations == WEIGHED:
        goal = LIGHTER
    return f"page of {relations:,}: {WORDS[quantity]}", PYVIS, goal


def _pages(data: Data, sizes: Sequence[int], rows: tuple[Row, ...]) -> list[Figure]:
    with tempfile.TemporaryDirectory() as place:
        told = {size: _browsed(data, size, Path(place)) for size in sizes}
    asked = [(size, quantity) for size in sizes for quantity in _quantities(size)]
    return [_figure(row, told[size], what) for row, (size, what) in zip(rows, asked, strict=True)]


def _browsed(data: Data, relations: int, place: Path) -> Told:
    """Write both pages of a network, and return what a browser measures of them."""
    folder, ours, theirs = data.folder(relations), place / "ours.html", place / "theirs.html"
    run(python("-m", "explorer", "--data", str(folder), "html", "-o", str(ours)))
    run(peer("pyvis_page", str(folder), str(theirs)))
    moves = ["--move"] if relations in MOVED else []
    words = str(ours), str(theirs), "--rounds", str(data.long), *moves
    told = json.loads(run(python("-m", "benchmarks.browsed", *words)).output)
    return {**told, "file": [[page.stat().st_size / 1e6 for page in (ours, theirs)]]}


def _figure(row: Row, told: Told, quantity: str) -> Figure:
    if any(side is None for sides in told[quantity] for side in sides):
        return Figure(*row, reason=f"a page is not drawn within {told['patience']:g} s")
    if quantity in ("memory", "file"):
        ours, theirs = zip(*told[quantity], strict=True)
        ratios = tuple(us / them for us, them in told[quantity])
        return Figure(*row, megabytes(ours), megabytes(theirs), ratios)
    figure = compared(*row, told[quantity])
    never = quantity == "opened" and told["unsettled"]
    return replace(figure, theirs=f"not within {told['patience']:g} s") if never else figure

"""The layout of a large component, against igraph's drl and umap."""

from __future__ import annotations

import json
from functools import partial

from benchmarks.data import Data
from benchmarks.figures import Figure, Goal, Row, Work, compared, faster
from benchmarks.timing import python, run

PEERS = "drl", "umap"
QUALITIES = "neighbours", "stress"


def works(data: Data) -> list[Work]:
    """Return what is measured of layout."""
    work = f"layout of the largest component, {data.medium:,}"
    rows = (
        *((work, f"igraph's {peer}", faster(10)) for peer in PEERS),
        (f"{work}, true neighbours", "the better of them", Goal("least", 1, "more")),
        (f"{work}, stress", "the better of them", Goal("most", 1, "not worse")),
    )
    return [Work("layout", rows, partial(_layout, data))]


def _layout(data: Data, rows: tuple[Row, ...]) -> list[Figure]:
    words = "-m", "benchmarks.drawn", str(data.folder(data.medium)), str(data.long)
    told = json.loads(run(python(*words)).output)
    found = [compared(*row, told["seconds"][peer]) for row, peer in zip(rows, PEERS, strict=False)]
    for row, quality in zip(rows[len(PEERS) :], QUALITIES, strict=True):
        ours, theirs = told[quality]
        found.append(Figure(*row, f"{ours:.3f}", f"{theirs:.3f}", (ours / theirs,)))
    return found

"""Build the actors, relations and sentences of a path that is given as row numbers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from graph.analysis.paths.build_step import build_step
from graph.analysis.paths.rank import Ranking
from graph.analysis.paths.steps import Path
from graph.analysis.paths.support import measure_support
from graph.select.selection import Selection

Parts = Sequence[tuple[Ranking, Sequence[int]]]
"""The parts of a path, from one named actor to the next: what ranked each, and its row numbers."""


def build_path(network: Selection, parts: Parts) -> Path:
    """Return a path of one or more parts, each of which begins where the one before ends."""
    rows = [*parts[0][1][:1], *(row for _, part in parts for row in part[1:])]
    actors = {row: network.columns.actor(row) for row in rows}
    steps = tuple(
        build_step(network, ranking.facts[here, there].rows, actors[here], actors[there])
        for ranking, part in parts
        for here, there in pairwise(part)
    )
    return Path(tuple(actors[row] for row in rows), steps, measure_support(parts, network.span))

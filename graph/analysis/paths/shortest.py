"""Find the shortest paths between two actors of a network.

The search itself is in `graph.analysis.paths.search`, the order in `graph.analysis.paths.rank`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from graph.analysis.paths.answer import Paths
from graph.analysis.paths.build_step import build_step
from graph.analysis.paths.counts import count_signs, count_with_influence
from graph.analysis.paths.rank import RankedPaths
from graph.analysis.paths.search import ShortestPaths
from graph.analysis.paths.step_facts import StepFactsByEnds
from graph.analysis.paths.steps import Path
from graph.analysis.paths.support import measure_support
from graph.data.lazy_sequence import LazyTuple
from graph.data.records import Actor
from graph.errors import QuestionError
from graph.select.asked_time import count_asked

if TYPE_CHECKING:
    from graph.select.selection import Selection


def find_shortest_paths(
    network: Selection, source: Actor, target: Actor, *, directed: bool = False, limit: int = 100
) -> Paths:
    """Return the shortest paths between two actors of a network.

    Relations are followed in either direction, or from source to target only when `directed`
    (mutual types both ways even then). Length counts steps and ignores weights. Parallel relations
    are one step that names them all. Disputed relations are not followed.

    Parameters
    ----------
    network
        The network, as far as it is selected.
    source, target
        Two of its actors; from an actor to itself the path has length 0.
    limit
        The most paths to list; `path_count` says how many there are.

    Raises
    ------
    QuestionError
        When `limit` is less than 1.
    """
    if limit < 1:
        raise QuestionError("limit", f"must be 1 or more, not {limit}.")
    shortest = search_paths(network, source, target, directed=directed)
    adjacency = network.adjacency("forwards" if directed else "either")
    facts = StepFactsByEnds(network.columns, adjacency, network.span)
    ranked = RankedPaths(network.columns, shortest, facts)
    listed = tuple(islice(ranked, min(limit, sys.maxsize))) if shortest.path_count else ()
    paths = LazyTuple(listed, partial(build_path, network, ranked))
    answer = Paths(source, target, directed, shortest.length, shortest.path_count, paths)
    answer = replace(answer, asked_time=count_asked(network))
    return answer if shortest.length is None else _add_counts(answer, ranked)


def search_paths(
    network: Selection, source: Actor, target: Actor, *, directed: bool
) -> ShortestPaths:
    """Search for the shortest paths, as row numbers, without what makes an answer of them."""
    row = network.columns.actor_row
    forwards = network.adjacency("forwards" if directed else "either")
    backwards = network.adjacency("backwards" if directed else "either")
    return ShortestPaths.between(
        row[source.id], row[target.id], forwards.__getitem__, backwards.__getitem__
    )


def _add_counts(answer: Paths, ranked: RankedPaths) -> Paths:
    signs, (influence_count, types) = count_signs(ranked), count_with_influence(ranked)
    return replace(
        answer,
        positive_count=signs.get("+", 0),
        negative_count=signs.get("-", 0),
        mixed_count=signs.get("mixed", 0),
        influence_count=influence_count,
        types_without_influence=types,
    )


def build_path(network: Selection, ranked: RankedPaths, path: Sequence[int]) -> Path:
    """Return the actors, relations and sentences of a path that is given as row numbers."""
    actors = {row: network.columns.actor(row) for row in path}
    steps = tuple(
        build_step(network, ranked.facts[here, there].rows, actors[here], actors[there])
        for here, there in pairwise(path)
    )
    support = measure_support(ranked, path, network.span)
    return Path(tuple(actors[row] for row in path), steps, support)

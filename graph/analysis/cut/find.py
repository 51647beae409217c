"""Find the fewest actors, or steps, whose removal separates two actors of a network.

The page does the same in `explorer/page/assets/core/cut.js`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Literal, cast

from graph.analysis.cut.answer import Cut, CutSet
from graph.analysis.cut.disjoint_paths import DisjointPaths, Edge, find_disjoint_paths
from graph.analysis.paths.build import build_path
from graph.analysis.paths.build_step import build_step
from graph.analysis.paths.obstacles import explain_missing_path
from graph.analysis.paths.rank import Ranking
from graph.analysis.paths.shortest import find_shortest_paths
from graph.analysis.paths.step_facts import StepFactsByEnds
from graph.analysis.paths.steps import Path, Step
from graph.data.lazy_sequence import LazyTuple
from graph.data.records import Actor
from graph.errors import QuestionError, quote_value
from graph.select.adjacency import Adjacency
from graph.select.asked_time import count_asked
from graph.select.selection import Selection

By = Literal["actors", "relations"]
MEANT: Mapping[str, Sequence[str]] = {
    "actors": ("actor", "node", "nodes", "vertex", "vertices"),
    "relations": ("relation", "step", "steps", "edge", "edges", "link", "links", "tie", "ties"),
}
MOST_PATHS = 1_000
MOST_LOOKED_AT = 1_000_000  # neighbours, in a search


def find_cut(
    network: Selection, source: Actor, target: Actor, *, by: By = "actors", directed: bool = False
) -> Cut:
    """Return what separates two actors of a network, and the paths that show it.

    Relations are followed in either direction, or from source to target only when `directed`
    (mutual types both ways even then). Disputed relations are not followed. No actor separates two
    that are one step apart: the step between them is then left out.

    Raises
    ------
    QuestionError
        When the two are the same, or `by` is neither ``actors`` nor ``relations``.
    """
    _check_question(source, target, by)
    adjacency = network.adjacency("forwards" if directed else "either")
    row = network.columns.actor_row
    ends = row[source.id], row[target.id]
    is_near = ends[1] in adjacency[ends[0]]
    onward, back = _list_neighbours(network, ends, directed=directed, apart=by == "actors")
    found = find_disjoint_paths(
        *ends,
        onward,
        back,
        share_no_node=by == "actors",
        most_paths=MOST_PATHS,
        most_looked_at=MOST_LOOKED_AT,
    )
    build = partial(_build_step, network, adjacency)
    sets, is_only = _build_sets(network, found, build)
    direct = build(ends) if is_near and by == "actors" else None
    answer = Cut(
        *(source, target, by, directed),
        sets=sets,
        is_only=is_only,
        is_complete=found.is_complete,
        paths=_build_paths(network, adjacency, found.paths),
        direct=direct,
        neighbour_counts=_count_neighbours(network, ends, directed=directed),
        asked_time=count_asked(network),
    )
    if answer.paths or direct:
        return answer
    missing = find_shortest_paths(network, source, target, directed=directed, limit=1)
    return answer.explain(explain_missing_path(network, missing))


def _check_question(source: Actor, target: Actor, by: str) -> None:
    if source.id == target.id:
        raise QuestionError("target", f"{target.name!r} is both ends. Name two actors.")
    if by not in ("actors", "relations"):
        hint = next((f" Did you mean {each!r}?" for each in MEANT if by in MEANT[each]), "")
        what = f"{quote_value(str(by))} is neither 'actors' nor 'relations'."
        raise QuestionError("by", f"{what}{hint}")


def _list_neighbours(
    network: Selection, ends: Sequence[int], *, directed: bool, apart: bool
) -> list[Callable[[int], Iterable[int]]]:
    """Return the neighbours of an actor onwards and back, without the step between the ends."""

    def follow(adjacency: Adjacency, one: int, other: int, node: int) -> Iterable[int]:
        if apart and node == one:
            return [each for each in adjacency[node] if each != other]
        return adjacency[node]

    one, other = ends
    onward = network.adjacency("forwards" if directed else "either")
    back = network.adjacency("backwards" if directed else "either")
    return [partial(follow, onward, one, other), partial(follow, back, other, one)]


def _count_neighbours(
    network: Selection, ends: Sequence[int], *, directed: bool
) -> tuple[int, int]:
    """Return how many neighbours each end has that a path can begin or end with."""
    onward = network.adjacency("forwards" if directed else "either")
    back = network.adjacency("backwards" if directed else "either")
    return len(onward[ends[0]]), len(back[ends[1]])


def _build_step(network: Selection, adjacency: Adjacency, pair: Sequence[int]) -> Step:
    here, there = pair
    return build_step(network, adjacency[here][there], *map(network.columns.actor, pair))


def _build_sets(
    network: Selection, found: DisjointPaths, build: Callable[[Edge], Step]
) -> tuple[tuple[CutSet, ...], bool]:
    """Return the sets nearest to either end, each once, and whether there is no other."""
    near = (found.near_source, found.near_target) if found.paths else ()
    sets = [_build_set(network, rows, build) for rows in near if rows is not None]
    return tuple(dict.fromkeys(sets)), len(sets) == len(near) and len(set(sets)) == 1


def _build_set(
    network: Selection, rows: Sequence[int] | Sequence[Edge], build: Callable[[Edge], Step]
) -> CutSet:
    if rows and isinstance(rows[0], tuple):
        return CutSet(steps=tuple(map(build, cast("Sequence[Edge]", rows))))
    return CutSet(tuple(map(network.columns.actor, cast("Sequence[int]", rows))))


def _build_paths(
    network: Selection, adjacency: Adjacency, paths: Sequence[Sequence[int]]
) -> Sequence[Path]:
    facts = StepFactsByEnds(network.columns, adjacency, network.span)

    def build(rows: Sequence[int]) -> Path:
        ranking = Ranking(network.columns, facts, rows[0], rows[-1])
        return build_path(network, [(ranking, rows)])

    return LazyTuple(tuple(paths), build)

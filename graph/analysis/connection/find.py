"""Find the smallest network that connects several actors.

It is exact as long as the actors that may belong to it are few enough to compare all trees
(`graph.analysis.connection.steiner_tree`); else shortest paths are joined, and a bound is given
(`graph.analysis.connection.joined_paths`). Of equally small networks the one with the fewest steps
without influence is preferred, then that with the fewest doubtful and the fewest undated steps. The
page does the same in `explorer/page/assets/core/connection.js`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise

from graph.analysis.connection.answer import Connection
from graph.analysis.connection.joined_paths import (
    Lengths,
    Pair,
    count_least_steps,
    join_paths,
    list_joining_pairs,
)
from graph.analysis.connection.reach import find_possible_nodes
from graph.analysis.connection.steiner_tree import Costs, count_work, find_cheapest_tree
from graph.analysis.paths.build_step import build_step
from graph.analysis.paths.obstacles import explain_missing_path
from graph.analysis.paths.rank import PLACE, RankedPaths, Ranking
from graph.analysis.paths.search import ShortestPaths
from graph.analysis.paths.shortest import find_shortest_paths, search_paths
from graph.analysis.paths.step_facts import StepFactsByEnds
from graph.analysis.paths.support import summarise_steps
from graph.data.records import Actor
from graph.errors import QuestionError, join_words
from graph.select.adjacency import Adjacency
from graph.select.asked_time import count_asked_of
from graph.select.selection import Selection

MOST_ACTORS = 20
MOST_WORK = 700_000  # sums: a quarter of a second
MOST_EDGES = 20_000
BASE = 4_096  # more than the steps of a network that is read


def find_connection(network: Selection, actors: Sequence[Actor]) -> Connection:
    """Return the smallest network that connects some actors of a network.

    Relations are followed in either direction; disputed ones are not followed.

    Raises
    ------
    QuestionError
        When these are not two actors or more, each once, up to `MOST_ACTORS`.
    """
    _check_actors(actors)
    search = _Search(network, [network.columns.actor_row[actor.id] for actor in actors])
    for pair, paths in search.paths.items():
        if paths.length is None:
            one, other = (network.columns.actor(row) for row in pair)
            missing = find_shortest_paths(network, one, other, limit=1)
            why = explain_missing_path(network, missing)
            return Connection(tuple(actors), separated=(one, other), why=why)
    tree, least = search.find_tree()
    ends = list(_walk(tree, search.ends))
    steps = tuple(
        build_step(network, search.facts[pair].rows, *map(network.columns.actor, pair))
        for pair in ends
    )
    powerless = [number for number, pair in enumerate(ends, 1) if search.lacks_influence(*pair)]
    facts = [search.facts[pair] for pair in ends]
    support = summarise_steps(network.columns.sources, facts, powerless, network.span)
    asked_time = count_asked_of(network, (each for step in steps for each in step.relations))
    return Connection(tuple(actors), steps, least, support, asked_time=asked_time)


def _check_actors(actors: Sequence[Actor]) -> None:
    if len(actors) < 2:  # noqa: PLR2004 - a connection has two ends
        raise QuestionError("actors", "name at least two, to connect them.")
    if len(actors) > MOST_ACTORS:
        raise QuestionError("actors", f"name at most {MOST_ACTORS}, not {len(actors):,}.")
    ids = [actor.id for actor in actors]
    twice = dict.fromkeys(repr(actor.name) for actor in actors if ids.count(actor.id) > 1)
    if twice:
        verb = "is" if len(twice) == 1 else "are"
        raise QuestionError("actors", f"{join_words([*twice])} {verb} named twice. Name each once.")


@dataclass(frozen=True)
class _Search:
    """The search for the smallest network that connects some actors, given by their rows."""

    network: Selection
    ends: Sequence[int]

    @cached_property
    def adjacency(self) -> Adjacency:
        return self.network.adjacency("either")

    @cached_property
    def facts(self) -> StepFactsByEnds:
        return StepFactsByEnds(self.network.columns, self.adjacency, self.network.span)

    @cached_property
    def paths(self) -> Mapping[Pair, ShortestPaths]:
        """The shortest paths between each two of the actors."""
        actor = self.network.columns.actor
        return {
            (one, other): search_paths(self.network, actor(one), actor(other), directed=False)
            for one, other in combinations(self.ends, 2)
        }

    @cached_property
    def lengths(self) -> Lengths:
        return {pair: paths.length or 0 for pair, paths in self.paths.items()}

    def find_tree(self) -> tuple[set[Pair], int]:
        """Return the steps of the network, and how many any such network has, at least."""
        pairs = list_joining_pairs(self.lengths, self.ends)
        joined = join_paths(pairs, self.ends, self._find_path)
        least = count_least_steps(self.lengths, self.ends, pairs)
        nodes = find_possible_nodes(self.adjacency, self.ends, self.lengths, len(joined))
        costs = self._list_costs(nodes) if nodes is not None else None
        if costs is None:
            return joined, least
        tree = find_cheapest_tree(costs, self.ends)
        return tree, len(tree)

    def _find_path(self, one: int, other: int) -> Sequence[int]:
        ranking = Ranking(self.network.columns, self.facts, one, other)
        return next(iter(RankedPaths(self.paths[one, other], ranking)))

    def _list_costs(self, nodes: Iterable[int]) -> Costs | None:
        """Return the steps among some actors and what each costs; None if they are too many."""
        among = set(nodes)
        pairs = {
            node: [other for other in self.adjacency[node] if other in among] for node in among
        }
        edge_count = sum(map(len, pairs.values())) // 2
        too_many = count_work(len(among), edge_count, len(self.ends)) > MOST_WORK
        if too_many or edge_count > MOST_EDGES:
            return None
        return {
            node: {other: self._measure_cost(node, other) for other in others}
            for node, others in pairs.items()
        }

    def _measure_cost(self, here: int, there: int) -> int:
        """Return what to compare of a step as one number, the same both ways."""
        facts = self.facts[min(here, there), max(here, there)]
        cost = BASE + self.lacks_influence(here, there)
        return (cost * BASE + (facts.doubt != "")) * BASE + (not facts.has_known_time)

    def lacks_influence(self, here: int, there: int) -> bool:
        """Return whether a step has no influence, and does not end at a place that was named."""
        if self.facts[min(here, there), max(here, there)].has_influence:
            return False
        kinds = self.network.columns.actors.cells("kind")
        return not any(kinds[end] == PLACE and end in self.ends for end in (here, there))


def _walk(tree: Iterable[Pair], ends: Sequence[int]) -> Iterable[Pair]:
    """Yield the steps of a tree away from its first end: to the next named actor first."""
    neighbours: dict[int, list[int]] = {}
    for one, other in tree:
        neighbours.setdefault(one, []).append(other)
        neighbours.setdefault(other, []).append(one)
    before: dict[int, int] = {}
    waiting = [ends[0]]
    for node in waiting:
        for other in neighbours[node]:
            if other != before.get(node):
                before[other] = node
                waiting.append(other)
    seen = {ends[0]}
    for end in ends[1:]:
        way = [end]
        while way[-1] not in seen:
            way.append(before[way[-1]])
        seen.update(way)
        yield from pairwise(reversed(way))

"""Measure the layout of a large component, its speed and quality, against igraph's layouts.

Run it from the repository's root, in its environment; folders with an actors.csv and a
relations.csv are measured beside the made-up networks::

    python benchmarks/layout_quality.py [FOLDER ...]

Networks of 1,000, 10,000 and 100,000 relations are made up: communities of about sixty actors,
within which four of five relations run, to actors who have many already. Of each network the
largest component is drawn by each layout, from columns of pairs to a list of points.

neighbours: of the nearest actors, as many as an actor has neighbours, ten at most, the part that
are neighbours, on average. stress: the mean squared relative error of drawn distances, scaled as
is best for them, from sixty actors to all others, by the number of steps between them.
The smaller networks are drawn in turn, several times; a ratio is the median of the ratios.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence

import igraph
import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

import graph
from graph.layout.positions import LENGTHS, position_rows
from graph.layout.spacing import HEIGHT

SIZES = (1_000, 10_000, 100_000)
COMMUNITY = 60
WITHIN = 0.8
NEAREST = 10
SAMPLED = 60
BRIEF = 20_000  # relations; up to here everything is drawn several times
ROUNDS = 3

Pairs = list[tuple[int, int]]
Points = Sequence[Sequence[float]]
Drawing = Callable[[int, Pairs], Points]
Positions = NDArray[np.float64]


def make_network(relations: int) -> igraph.Graph:
    source = random.Random(1)  # noqa: S311 - a network, not a secret
    actors = relations // 3
    ends: list[list[int]] = [[row] for row in range(actors // COMMUNITY + 1)]
    for row in range(actors):
        ends[row // COMMUNITY].append(row)
    edges = []
    while len(edges) < relations:
        row = source.randrange(actors)
        home = row // COMMUNITY
        there = home if source.random() < WITHIN else source.randrange(actors) // COMMUNITY
        neighbour = source.choice(ends[there][1:])
        if row != neighbour:
            edges.append((row, neighbour))
            ends[home].append(row)
            ends[there].append(neighbour)
    return igraph.Graph(n=actors, edges=edges)


def read_network(folder: str) -> igraph.Graph:
    columns = graph.load(folder).columns
    ends = np.column_stack([np.asarray(column) for column in columns.endpoints])
    return igraph.Graph(n=len(columns.actors), edges=ends)


def find_component(whole: igraph.Graph) -> igraph.Graph:
    return whole.simplify().connected_components().giant()


def draw_own(actors: int, pairs: Pairs) -> Points:
    return position_rows(
        [HEIGHT] * actors, ((first, second, LENGTHS["0"]) for first, second in pairs)
    )


def make_peer(name: str, **options: str) -> Drawing:
    def draw(actors: int, pairs: Pairs) -> Points:
        random.seed(1)
        points: Points = getattr(igraph.Graph(n=actors, edges=pairs), name)(**options).coords
        return points

    return draw


PEERS = {
    "fr": make_peer("layout_fruchterman_reingold", grid="auto"),
    "drl": make_peer("layout_drl"),
    "umap": make_peer("layout_umap"),
}


def measure_time(draw: Drawing, actors: int, pairs: Pairs) -> tuple[float, Positions]:
    start = time.perf_counter()
    points = draw(actors, pairs)
    return time.perf_counter() - start, np.array(points, dtype=float)


def measure_neighbours(points: Positions, network: igraph.Graph) -> float:
    nearest = cKDTree(points).query(points, k=NEAREST + 1)[1].tolist()
    shares = []
    for row, near_rows in enumerate(nearest):
        neighbours = set(network.neighbors(row))
        wanted = min(len(neighbours), NEAREST)
        nearby = [near for near in near_rows if near != row][:wanted]
        shares.append(len(neighbours.intersection(nearby)) / wanted)
    return statistics.fmean(shares)


def measure_stress(points: Positions, network: igraph.Graph) -> float:
    source = random.Random(1)  # noqa: S311 - likewise
    rows = source.sample(range(len(points)), SAMPLED)
    steps = np.array(network.distances(source=rows), dtype=float)
    drawn = np.linalg.norm(points[rows][:, None] - points[None], axis=2)
    drawn, steps = drawn[steps > 0], steps[steps > 0]
    relative = drawn / steps
    scale = relative.sum() / (relative**2).sum()
    return float(((scale * relative - 1) ** 2).mean())


def measure_network(name: str, network: igraph.Graph) -> Iterator[str]:
    pairs = network.get_edgelist()
    rounds = ROUNDS if len(pairs) <= BRIEF else 1
    sides = {"ours": draw_own, **PEERS}
    runs = [
        {who: measure_time(draw, network.vcount(), pairs) for who, draw in sides.items()}
        for _ in range(rounds)
    ]
    for who in sides:
        seconds = statistics.median(run[who][0] for run in runs)
        ratio = statistics.median(run[who][0] / run["ours"][0] for run in runs)
        points = runs[0][who][1]
        yield (
            f"{name:<14}{len(pairs):>9,}  {who:<6}{seconds:9.2f}{ratio:10.1f}"
            f"{measure_neighbours(points, network):12.3f}{measure_stress(points, network):9.3f}"
        )


def main() -> None:
    generated = (("made up", make_network(size)) for size in SIZES)
    given = (
        (folder.rstrip("/").rpartition("/")[2], read_network(folder)) for folder in sys.argv[1:]
    )
    print(
        f"{'network':<14}{'ties':>9}  {'by':<6}{'s':>9}{'/ ours':>10}"
        f"{'neighbours':>12}{'stress':>9}"
    )
    for networks in (generated, given):
        for name, network in networks:
            for line in measure_network(name, find_component(network)):
                print(line, flush=True)


if __name__ == "__main__":
    main()

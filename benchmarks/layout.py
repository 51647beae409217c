"""How fast and how true a drawing of a large component is, against igraph's own layouts.

Run it from the repository's root, in its environment; folders with an actors.csv and a
relations.csv are measured beside the made-up networks::

    python benchmarks/layout.py [FOLDER ...]

Networks of 1,000, 10,000 and 100,000 relations are made up: communities of about sixty actors,
within which four of five relations run, to actors who have many already. Of each network the
largest component is drawn by everyone alike, from columns of pairs to a list of points.

neighbours: of as many of the nearest actors as somebody has ties, ten at most, how many they do
have a tie with, on average. stress: the mean squared relative error of drawn distances, scaled as
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
Places = NDArray[np.float64]


def made_up(relations: int) -> igraph.Graph:
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
        other = source.choice(ends[there][1:])
        if row != other:
            edges.append((row, other))
            ends[home].append(row)
            ends[there].append(other)
    return igraph.Graph(n=actors, edges=edges)


def read(folder: str) -> igraph.Graph:
    columns = graph.load(folder).columns
    ends = np.column_stack([np.asarray(column) for column in columns.endpoints])
    return igraph.Graph(n=len(columns.actors), edges=ends)


def component(whole: igraph.Graph) -> igraph.Graph:
    return whole.simplify().connected_components().giant()


def ours(actors: int, pairs: Pairs) -> Points:
    return position_rows([HEIGHT] * actors, ((one, other, LENGTHS["0"]) for one, other in pairs))


def theirs(name: str, **options: str) -> Drawing:
    def draw(actors: int, pairs: Pairs) -> Points:
        random.seed(1)
        points: Points = getattr(igraph.Graph(n=actors, edges=pairs), name)(**options).coords
        return points

    return draw


PEERS = {
    "fr": theirs("layout_fruchterman_reingold", grid="auto"),
    "drl": theirs("layout_drl"),
    "umap": theirs("layout_umap"),
}


def timed(draw: Drawing, actors: int, pairs: Pairs) -> tuple[float, Places]:
    start = time.perf_counter()
    points = draw(actors, pairs)
    return time.perf_counter() - start, np.array(points, dtype=float)


def neighbours(points: Places, network: igraph.Graph) -> float:
    nearest = cKDTree(points).query(points, k=NEAREST + 1)[1].tolist()
    shares = []
    for row, found in enumerate(nearest):
        ties = set(network.neighbors(row))
        wanted = min(len(ties), NEAREST)
        others = [other for other in found if other != row][:wanted]
        shares.append(len(ties.intersection(others)) / wanted)
    return statistics.fmean(shares)


def stress(points: Places, network: igraph.Graph) -> float:
    source = random.Random(1)  # noqa: S311 - likewise
    rows = source.sample(range(len(points)), SAMPLED)
    steps = np.array(network.distances(source=rows), dtype=float)
    drawn = np.linalg.norm(points[rows][:, None] - points[None], axis=2)
    drawn, steps = drawn[steps > 0], steps[steps > 0]
    relative = drawn / steps
    scale = relative.sum() / (relative**2).sum()
    return float(((scale * relative - 1) ** 2).mean())


def rows(name: str, network: igraph.Graph) -> Iterator[str]:
    pairs = network.get_edgelist()
    rounds = ROUNDS if len(pairs) <= BRIEF else 1
    everyone = {"ours": ours, **PEERS}
    runs = [
        {who: timed(draw, network.vcount(), pairs) for who, draw in everyone.items()}
        for _ in range(rounds)
    ]
    for who in everyone:
        seconds = statistics.median(run[who][0] for run in runs)
        ratio = statistics.median(run[who][0] / run["ours"][0] for run in runs)
        points = runs[0][who][1]
        yield (
            f"{name:<14}{len(pairs):>9,}  {who:<6}{seconds:9.2f}{ratio:10.1f}"
            f"{neighbours(points, network):12.3f}{stress(points, network):9.3f}"
        )


def main() -> None:
    made = (("made up", made_up(size)) for size in SIZES)
    given = ((folder.rstrip("/").rpartition("/")[2], read(folder)) for folder in sys.argv[1:])
    print(
        f"{'network':<14}{'ties':>9}  {'by':<6}{'s':>9}{'/ ours':>10}"
        f"{'neighbours':>12}{'stress':>9}"
    )
    for networks in (made, given):
        for name, network in networks:
            for line in rows(name, component(network)):
                print(line, flush=True)


if __name__ == "__main__":
    main()

"""Count the crossings of a layout, beside those of networkx's ForceAtlas2.

Run it from the repository's root, in its environment, with folders of data beside the example::

    python benchmarks/layout_crossings.py [FOLDER ...]

Two edges cross where their straight lines do; those of one actor do not. Parallel relations count
once. ForceAtlas2 has 200 rounds and the same seed, and leaves no room for names.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

import graph
from graph.layout.positions import compute_positions

Pairs = NDArray[np.int64]
COLUMNS = "{:<16}{:>8}{:>8}{:>12}{:>13}{:>8}"
MOST_EDGES = 20_000  # with more, counting takes too long


def list_pairs(network: graph.Network) -> Pairs:
    """List the pairs of actors that have relations, each once."""
    ends = np.sort(np.column_stack([np.asarray(side) for side in network.columns.endpoints]))
    return np.unique(ends[ends[:, 0] != ends[:, 1]], axis=0)


def measure_sides(start: Pairs, end: Pairs, point: Pairs) -> NDArray[np.float64]:
    """Measure on which side of lines points lie."""
    along, there = end - start, point - start
    side: NDArray[np.float64] = along[..., 0] * there[..., 1] - along[..., 1] * there[..., 0]
    return side


def count_crossings(points: Sequence[Sequence[float]], pairs: Pairs) -> int:
    """Count the crossings of a drawing, one edge after the other."""
    ends = np.array(points, dtype=float)[pairs]
    total = 0
    for place, (start, end) in enumerate(ends):
        others, rows = ends[place + 1 :], pairs[place + 1 :]
        a, b = others[:, 0], others[:, 1]
        crossed = measure_sides(start, end, a) * measure_sides(start, end, b) < 0
        crossed &= measure_sides(a, b, start) * measure_sides(a, b, end) < 0
        crossed &= ~np.isin(rows, pairs[place]).any(axis=1)
        total += int(crossed.sum())
    return total


def draw_force_atlas(actors: int, pairs: Pairs) -> list[Sequence[float]]:
    """Draw with networkx's ForceAtlas2."""
    whole = nx.Graph()
    whole.add_nodes_from(range(actors))
    whole.add_edges_from(pairs.tolist())
    found = nx.forceatlas2_layout(whole, max_iter=200, seed=1)
    return [found[row] for row in range(actors)]


def main() -> None:
    """Print a line for each network."""
    print(
        f"{'network':<16}{'actors':>8}{'edges':>8}{'crossings':>12}{'ForceAtlas2':>13}{'CPU s':>8}"
    )
    for folder in ["", *sys.argv[1:]]:
        network = graph.load(folder) if folder else graph.load_example()
        actors, pairs = len(network.actor_numbers), list_pairs(network)
        start = time.process_time()
        positions = compute_positions(network)
        seconds = time.process_time() - start
        counted = len(pairs) <= MOST_EDGES
        ours = f"{count_crossings(positions, pairs):,}" if counted else ""
        theirs = f"{count_crossings(draw_force_atlas(actors, pairs), pairs):,}" if counted else ""
        name = folder.rstrip("/").rpartition("/")[2] or "the example"
        print(
            f"{name:<16}{actors:>8,}{len(pairs):>8,}{ours:>12}{theirs:>13}{seconds:>8.2f}",
            flush=True,
        )


if __name__ == "__main__":
    main()

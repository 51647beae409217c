"""Draw a component by us, drl and umap in turn, in a process of its own; print JSON.

Run by `benchmarks.layout`: ``python -m benchmarks.layout_process FOLDER ROUNDS``. What is drawn
and how it is measured is in `benchmarks.layout_quality`.
"""

from __future__ import annotations

import importlib
import json
import sys

from benchmarks.layout import PEERS
from benchmarks.timing import ROOT


def main() -> None:
    if not (ROOT / "benchmarks" / "layout_quality.py").exists():
        sys.exit("benchmarks/layout_quality.py does not exist")
    layout = importlib.import_module("benchmarks.layout_quality")
    network = layout.find_component(layout.read_network(sys.argv[1]))
    pairs = network.get_edgelist()
    sides = {"ours": layout.draw_own, **{peer: layout.PEERS[peer] for peer in PEERS}}
    seconds: dict[str, list[tuple[float, float]]] = {peer: [] for peer in PEERS}
    points = {}
    for _ in range(int(sys.argv[2])):
        times = {}
        for side, draw in sides.items():
            times[side], points[side] = layout.measure_time(draw, network.vcount(), pairs)
        for peer in PEERS:
            seconds[peer].append((times["ours"], times[peer]))
    neighbours = {side: layout.measure_neighbours(points[side], network) for side in sides}
    stress = {side: layout.measure_stress(points[side], network) for side in sides}
    output = {
        "seconds": seconds,
        "neighbours": (neighbours["ours"], max(neighbours[peer] for peer in PEERS)),
        "stress": (stress["ours"], min(stress[peer] for peer in PEERS)),
    }
    print(json.dumps(output))


if __name__ == "__main__":
    main()

"""One component drawn by us, drl and umap in turn, in a process of its own, printed as JSON.

Run by `benchmarks.drawing`: ``python -m benchmarks.drawn FOLDER ROUNDS``. What is drawn, how,
and what makes a drawing true is `benchmarks.layout`'s.
"""

from __future__ import annotations

import importlib
import json
import sys

from benchmarks.drawing import PEERS
from benchmarks.timing import ROOT


def main() -> None:
    if not (ROOT / "benchmarks" / "layout.py").exists():
        sys.exit("benchmarks/layout.py is not there")
    layout = importlib.import_module("benchmarks.layout")
    network = layout.component(layout.read(sys.argv[1]))
    pairs = network.get_edgelist()
    sides = {"ours": layout.ours, **{peer: layout.PEERS[peer] for peer in PEERS}}
    seconds: dict[str, list[tuple[float, float]]] = {peer: [] for peer in PEERS}
    points = {}
    for _ in range(int(sys.argv[2])):
        taken = {}
        for side, draw in sides.items():
            taken[side], points[side] = layout.timed(draw, network.vcount(), pairs)
        for peer in PEERS:
            seconds[peer].append((taken["ours"], taken[peer]))
    near = {side: layout.neighbours(points[side], network) for side in sides}
    stress = {side: layout.stress(points[side], network) for side in sides}
    told = {
        "seconds": seconds,
        "neighbours": (near["ours"], max(near[peer] for peer in PEERS)),
        "stress": (stress["ours"], min(stress[peer] for peer in PEERS)),
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main()

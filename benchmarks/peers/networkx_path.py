"""csv and networkx: one path from relations.csv, with the names of its actors or without."""

from __future__ import annotations

import csv
import gc
import sys
from pathlib import Path

import networkx as nx


def main() -> None:
    folder, source, target = Path(sys.argv[1]), *sys.argv[2:4]
    named = "--names" in sys.argv
    gc.disable()
    graph: nx.Graph[str] = nx.Graph()
    with (folder / "relations.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        header = next(rows)
        at, to = header.index("source"), header.index("target")
        graph.add_edges_from((row[at], row[to]) for row in rows)
    path = nx.bidirectional_shortest_path(graph, source, target)
    names = {}
    if named:
        asked = set(path)
        with (folder / "actors.csv").open(encoding="utf-8", newline="") as file:
            names = {row["id"]: row["name"] for row in csv.DictReader(file) if row["id"] in asked}
    print(len(path) - 1, *(names.get(actor, actor) for actor in path), sep="\n")


if __name__ == "__main__":
    main()

"""pandas and networkx: one path from relations.csv, with the names of its actors or without."""

import sys
from pathlib import Path

import networkx as nx
import pandas as pd


def main() -> None:
    folder, source, target = Path(sys.argv[1]), *sys.argv[2:4]
    relations = pd.read_csv(folder / "relations.csv", usecols=["source", "target"], dtype="str")
    graph = nx.from_pandas_edgelist(relations, create_using=nx.Graph)
    path = nx.shortest_path(graph, source, target)
    names = pd.Series(path, path)
    if "--names" in sys.argv:
        actors = pd.read_csv(folder / "actors.csv", usecols=["id", "name"], dtype="str")
        names = actors.set_index("id")["name"]
    print(len(path) - 1, *names[path], sep="\n")


if __name__ == "__main__":
    main()

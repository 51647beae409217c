"""pandas and networkx: relations.csv as a MultiDiGraph with every attribute."""

import sys
from pathlib import Path

import networkx as nx
import pandas as pd


def main() -> None:
    relations = pd.read_csv(Path(sys.argv[1]) / "relations.csv")
    graph = nx.from_pandas_edgelist(relations, edge_attr=True, create_using=nx.MultiDiGraph)
    print(graph.number_of_edges())


if __name__ == "__main__":
    main()

"""pyvis: both files as its own page, a node an actor and an edge a relation, all else as it is."""

import sys
from pathlib import Path

import pandas as pd
from pyvis.network import Network


def main() -> None:
    folder, file = Path(sys.argv[1]), Path(sys.argv[2])
    actors, relations = (pd.read_csv(folder / f"{name}.csv") for name in ("actors", "relations"))
    page = Network(height="800px", width="100%", directed=True, cdn_resources="in_line")
    for actor in actors.itertuples():
        page.add_node(actor.id, label=actor.name, title=actor.kind)
    for relation in relations.itertuples():
        page.add_edge(relation.source, relation.target, title=relation.type)
    file.write_text(page.generate_html(), encoding="utf-8")


if __name__ == "__main__":
    main()

"""Node-link JSON, as networkx, D3 and many web pages have it."""

from __future__ import annotations

from graph.data.own_columns import OWN
from graph.exporting.exported_network import Export, ExportedNetwork, Row
from graph.exporting.json_text import format_json

KEY = "key"


def write_node_link(exported: ExportedNetwork) -> Export:
    """Write a network as the node-link JSON that `networkx.node_link_graph` reads.

    Examples
    --------
    >>> import graph, json
    >>> net = graph.load_example().only("borders")
    >>> document = json.loads(write_node_link(ExportedNetwork(net)).files[""])
    >>> list(document), document["links" if "links" in document else "edges"][0]["type"]
    (['directed', 'multigraph', 'graph', 'nodes', 'edges'], 'borders')
    """
    document = {
        "directed": True,
        "multigraph": True,
        "graph": {"sources": exported.sources} if exported.sources else {},
        "nodes": exported.actors,
        "edges": [_describe_edge(row) for row in exported.relations],
    }
    return Export({"": format_json(document)})


def _describe_edge(row: Row) -> Row:
    """Return a relation with its id as the key, by which networkx tells parallel edges apart."""
    own = {f"{KEY}{OWN}": row[KEY]} if KEY in row else {}
    return {**row, **own, KEY: row["id"]}

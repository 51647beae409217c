"""Node-link JSON, as networkx, D3 and many web pages have it."""

from __future__ import annotations

from graph.exporting.exported_network import Export, ExportedNetwork
from graph.exporting.json_text import format_json


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
        "edges": [{**row, "key": row["id"]} for row in exported.relations],
    }
    return Export({"": format_json(document)})

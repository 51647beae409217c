"""GraphML, which igraph, networkx, yEd, Gephi and R open.

Every relation is an edge of its own, and directed: igraph and networkx read no others beside
them. Whether a relation holds both ways is the attribute `mutual`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from graph.exporting.exported_network import Export, ExportedNetwork, Row
from graph.exporting.xml_text import (
    HEADER,
    describe_forbidden,
    escape_xml,
    list_attributes,
    name_attributes,
)

NODE_PARTS = ("id",)
EDGE_PARTS = ("id", "source", "target")
SOURCES = "sources"
OPENING = (
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns'
    ' http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)


def write_graphml(exported: ExportedNetwork) -> Export:
    """Write a network as GraphML; its sources are an attribute of the graph, as JSON.

    Examples
    --------
    >>> import graph
    >>> net = graph.load_example().only("borders")
    >>> write_graphml(ExportedNetwork(net)).files[""].decode().count("<edge ")
    14
    """
    notes = describe_forbidden(exported)
    return Export({"": "".join(_iter_parts(exported)).encode()}, notes)


def _iter_parts(exported: ExportedNetwork) -> Iterator[str]:
    actors, relations = exported.actors, exported.relations
    yield HEADER + OPENING
    if exported.sources:
        yield f' <key id="g0" for="graph" attr.name="{SOURCES}" attr.type="string"/>\n'
    node_types = list_attributes(actors, NODE_PARTS)
    edge_types = list_attributes(relations, EDGE_PARTS)
    node_keys = name_attributes("node", node_types)
    edge_keys = name_attributes("edge", edge_types)
    yield _declare("node", node_types, node_keys)
    yield _declare("edge", edge_types, edge_keys)
    yield ' <graph edgedefault="directed">\n'
    if exported.sources:
        text = json.dumps(exported.sources, ensure_ascii=False)
        yield f'  <data key="g0">{escape_xml(text)}</data>\n'
    for row in actors:
        yield f'  <node id="{escape_xml(row["id"])}">\n{_format_data(row, node_keys)}  </node>\n'
    for row in relations:
        ends = " ".join(f'{name}="{escape_xml(row[name])}"' for name in EDGE_PARTS)
        yield f"  <edge {ends}>\n{_format_data(row, edge_keys)}  </edge>\n"
    yield " </graph>\n</graphml>\n"


def _declare(family: str, types: Mapping[str, str], keys: Mapping[str, str]) -> str:
    return "".join(
        f' <key id="{keys[name]}" for="{family}" attr.name="{escape_xml(name)}"'
        f' attr.type="{kind}"/>\n'
        for name, kind in types.items()
    )


def _format_data(row: Row, keys: Mapping[str, str]) -> str:
    return "".join(
        f'   <data key="{keys[name]}">{escape_xml(value)}</data>\n'
        for name, value in row.items()
        if name in keys
    )

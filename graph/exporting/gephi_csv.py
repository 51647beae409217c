"""The two CSV files that Gephi imports: nodes and edges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.data.own_columns import name_own_columns
from graph.exporting.csv_text import format_csv, list_header
from graph.exporting.exported_network import NO_SOURCES, Export, ExportedNetwork, Row

NODE_TITLES = {"id": "Id", "name": "Label"}
# Type is a word of Gephi's own: the type of a relation has another heading.
EDGE_TITLES = {
    "source": "Source", "target": "Target", "direction": "Type", "id": "Id", "label": "Label",
    "type": "Relation", "weight": "Weight",
}  # fmt: skip
TAKEN = ("id", "label", "source", "target", "type", "weight", "kind", "relation", "timeset")


def write_gephi_csv(exported: ExportedNetwork) -> Export:
    """Write a network as a table of nodes and a table of edges for Gephi.

    Examples
    --------
    >>> import graph
    >>> net = graph.load_example().only("borders")
    >>> files = write_gephi_csv(ExportedNetwork(net)).files
    >>> files["edges"].decode().partition(",Label")[0]
    'Source,Target,Type,Id'
    """
    labels = {each.name: each.label for each in exported.types}
    nodes = [_cite(exported, row) for row in exported.actors]
    edges: list[Row] = [
        {
            **_cite(exported, row),
            "direction": "Undirected" if row["mutual"] else "Directed",
            "label": labels[str(row["type"])],
        }
        for row in exported.relations
    ]
    notes = (NO_SOURCES.format("Gephi's CSV"),) if exported.sources else ()
    return Export(
        {"nodes": _format(nodes, NODE_TITLES), "edges": _format(edges, EDGE_TITLES)}, notes
    )


def _cite(exported: ExportedNetwork, row: Row) -> Row:
    citations = exported.cite(row)
    return {**row, "reference": "|".join(citations)} if citations else dict(row)


def _format(rows: Sequence[Row], titles: Mapping[str, str]) -> bytes:
    header = list_header(rows, [name for name in titles if name != "weight"])
    others = [name for name in header if name not in titles]
    headings = dict(zip(others, name_own_columns(others, TAKEN), strict=True))
    if titles is NODE_TITLES:
        headings["kind"] = "kind"  # which Gephi knows of edges alone
    return format_csv(header, rows, [titles.get(name) or headings[name] for name in header])

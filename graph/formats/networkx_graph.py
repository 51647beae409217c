"""networkx graphs in and out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from graph.columns import RELATION_COLUMNS, TYPE_COLUMNS, Columns
from graph.errors import Problem
from graph.formats.frames import cell
from graph.formats.table import Table
from graph.vocabulary import TYPES, RelationType, as_sign, undeclared

if TYPE_CHECKING:
    import networkx as nx

    from graph.network import Network

PLAIN_KIND = "actor"
PLAIN_TYPE = "linked_to"
DERIVED = ("sign", "mutual", "influence", "label", "inverse", "grade")


def multigraph(network: Network) -> nx.MultiDiGraph[str]:
    """Return a Network as a networkx graph; see `Network.graph`.

    A node is an actor's id with the actor's columns as attributes. An edge is a relation, from
    source to target and keyed by its id, with the relation's columns and its type's `sign` and
    `mutual`; a mutual relation too is one edge. `confidence` is missing where it is not stated.
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for actor in network.actor_rows:
        graph.add_node(
            actor.id,
            **actor.attributes,
            name=actor.name,
            kind=actor.kind,
            aliases="|".join(actor.aliases),
            description=actor.description,
            start=actor.start,
            end=actor.end,
            reference=_cell_of(network.columns, "actors", network.columns.actor_row[actor.id]),
        )
    for row, relation in zip(network.relation_numbers, network.relation_rows, strict=True):
        stated = {} if relation.confidence is None else {"confidence": relation.confidence}
        graph.add_edge(
            relation.source.id,
            relation.target.id,
            key=relation.id,
            **{name: text for name, text in relation.attributes.items() if name != "key"},
            type=relation.type.name,
            sign=relation.type.sign,
            mutual=relation.type.mutual,
            start=relation.start,
            end=relation.end,
            weight=relation.weight,
            stance=relation.stance,
            reference=_cell_of(network.columns, "relations", row),
            note=relation.note,
            **stated,
        )
    return graph


def _cell_of(columns: Columns, family: str, row: int) -> str:
    table: Table = getattr(columns, family)
    return table.cells("reference")[row]


def read_graph(graph: nx.Graph[Any]) -> tuple[Columns, list[Problem]]:
    """Return the checked columns of any networkx graph, and the warnings.

    A node becomes an actor: its id is the node as text, its name the attribute `name` or
    `label`, else the id; its kind the attribute `kind`, else "actor". An edge becomes a
    relation: its type is the attribute `type`, else "linked_to"; its id, in a multigraph, the
    key where that is text. A type that is not built in is neutral, directed if the graph is,
    unless the edge says otherwise in `sign` and `mutual`. Other attributes are kept as text.

    Raises
    ------
    DataError
        With every problem, when there is an error among them.
    """
    from graph.folder import checked

    actors = [_actor(node, attributes) for node, attributes in graph.nodes(data=True)]
    relations = list(_relations(graph))
    types = _types(graph, relations)
    return checked(
        {
            "actors": _table("actors of the graph", actors, ("id", "name", "kind")),
            "relations": _table("relations of the graph", relations, RELATION_COLUMNS),
            "types": _table("types of the graph", types, TYPE_COLUMNS),
        }
    )


def _actor(node: object, attributes: Mapping[str, Any]) -> dict[str, str]:
    texts = {str(name): cell(value) for name, value in attributes.items()}
    name = texts.get("name") or texts.pop("label", "") or str(node)
    kind = texts.get("kind") or PLAIN_KIND
    return {**texts, "id": cell(node), "name": name, "kind": kind}


def _relations(graph: nx.Graph[Any]) -> Iterator[dict[str, str]]:
    keyed = graph.is_multigraph()
    edges = graph.edges(keys=True, data=True) if keyed else graph.edges(data=True)  # type: ignore[call-overload]
    for source, target, *key, attributes in edges:
        texts = {str(name): cell(value) for name, value in attributes.items()}
        if key and isinstance(key[0], str):
            texts["id"] = key[0]
        ends = {"source": cell(source), "target": cell(target)}
        yield {**texts, **ends, "type": texts.get("type") or PLAIN_TYPE}


def _types(graph: nx.Graph[Any], relations: list[dict[str, str]]) -> list[dict[str, str]]:
    """Declare the types that are not built in, and take from the edges what they say of theirs."""
    first: dict[str, dict[str, str]] = {}
    for relation in relations:
        first.setdefault(relation["type"], relation)
    directed = graph.is_directed()
    declared = [
        _declared(name, edge, directed) for name, edge in first.items() if name not in TYPES
    ]
    for relation in relations:
        for name in DERIVED:
            relation.pop(name, None)
    return [_row(relation_type) for relation_type in declared]


def _declared(name: str, edge: Mapping[str, str], directed: bool) -> RelationType:  # noqa: FBT001
    mutual = {"True": True, "False": False}.get(edge.get("mutual", ""), not directed)
    plain = undeclared(name, mutual=mutual)
    label, inverse = edge.get("label") or plain.label, edge.get("inverse") or plain.inverse
    return RelationType(
        name,
        as_sign(edge.get("sign", "")),
        mutual=mutual,
        influence=True,
        label=label,
        inverse=inverse,
    )


def _row(declared: RelationType) -> dict[str, str]:
    yes = {True: "yes", False: "no"}
    values = (
        declared.name,
        declared.sign,
        yes[declared.mutual],
        yes[declared.influence],
        declared.label,
        declared.inverse,
    )
    return dict(zip(TYPE_COLUMNS, values, strict=True))


def _table(name: str, rows: list[dict[str, str]], known: tuple[str, ...]) -> Table:
    names = dict.fromkeys((*known, *(column for row in rows for column in row)))
    columns = {column: [row.get(column, "") for row in rows] for column in names}
    return Table(name, columns, range(1, len(rows) + 1))

"""networkx graphs in and out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from graph.columns import RELATION_COLUMNS, SOURCE_COLUMNS, TYPE_COLUMNS, Columns
from graph.errors import Problem, QuestionError
from graph.formats.frames import cell, with_grades
from graph.formats.sources import sources_table
from graph.formats.table import Table
from graph.reading import checked
from graph.records import Actor, Relation
from graph.vocabulary import TYPES, RelationType, as_sign, type_row, undeclared

if TYPE_CHECKING:
    import networkx as nx

    from graph.selection import Selection

PLAIN_KIND = "actor"
SOURCES = "sources"
PLAIN_TYPE = "linked_to"
PLAIN_INVERSE = {True: "is linked to", False: "is linked from"}
DECLARING = ("sign", "mutual", "influence", "label", "inverse")


def multigraph(network: Selection) -> nx.MultiDiGraph[str]:
    """Return a Network as a networkx graph; see `Network.graph`.

    A node is an actor's id with the actor's columns as attributes. An edge is a relation, from
    source to target and keyed by its id, with the relation's columns and its type's `sign` and
    `mutual` (and `influence`, `label` and `inverse`, where the type is not built in); a mutual
    relation too is one edge. `confidence` and `grade` are missing where they are not stated.
    The sources are the graph's own attribute `sources`, as JSON, which every file format keeps.
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    if network.source_rows:
        header, rows = sources_table(network)
        told = [dict(zip(header, row, strict=True)) for row in rows]
        graph.graph[SOURCES] = json.dumps(told)
    references = network.columns.actors.cells("reference")
    graph.add_nodes_from(
        (actor.id, _node(actor, references[row]))
        for row, actor in zip(network.actor_numbers, network.actor_rows, strict=True)
    )
    references = network.columns.relations.cells("reference")
    for row, relation in zip(network.relation_numbers, network.relation_rows, strict=True):
        key = graph.add_edge(relation.source.id, relation.target.id, relation.id)
        edge = graph.edges[relation.source.id, relation.target.id, key]
        edge.update(_edge(relation, references[row]))
    return graph


def _node(actor: Actor, reference: str) -> dict[str, str]:
    return {
        **actor.attributes,
        "name": actor.name,
        "kind": actor.kind,
        "aliases": "|".join(actor.aliases),
        "description": actor.description,
        "start": actor.start,
        "end": actor.end,
        "reference": reference,
    }


def _edge(relation: Relation, reference: str) -> dict[str, object]:
    kind = relation.type
    built_in = TYPES.get(kind.name) == kind
    told = ("sign", "mutual") if built_in else DECLARING
    grade = {"grade": relation.grade} if relation.grade else {}
    stated = {} if relation.confidence is None else {"confidence": relation.confidence}
    return {
        **grade,
        **relation.attributes,
        **{name: getattr(kind, name) for name in told},
        **stated,
        "type": kind.name,
        "start": relation.start,
        "end": relation.end,
        "weight": relation.weight,
        "stance": relation.stance,
        "reference": reference,
        "note": relation.note,
    }


def read_graph(graph: nx.Graph[Any]) -> tuple[Columns, list[Problem]]:
    """Return the checked columns of any networkx graph, and the warnings.

    A node becomes an actor: its id is the node as text, its name the attribute `name` or
    `label`, else the id; its kind the attribute `kind`, else "actor". An edge becomes a
    relation: its type is the attribute `type`, else "linked_to"; its id, in a multigraph, the
    key where that is text. A type that is not built in is neutral, directed if the graph is,
    unless all edges of the type say otherwise, and the same, in `sign`, `mutual`, `influence`,
    `label` and `inverse`. Other attributes are kept as text.

    Raises
    ------
    DataError
        With every problem, when there is an error among them.
    QuestionError
        When it is no networkx graph.
    """
    import networkx as nx

    if not isinstance(graph, nx.Graph):
        raise QuestionError("from_graph", f"{type(graph).__name__} is no networkx graph.")
    actors = [_actor(node, attributes) for node, attributes in graph.nodes(data=True)]
    relations = list(_relations(graph))
    types = _types(graph, relations)
    columns, problems = checked(
        {
            "actors": _table("actors of the graph", actors, ("id", "name", "kind")),
            "relations": with_grades(_table("relations of the graph", relations, RELATION_COLUMNS)),
            "sources": _table("sources of the graph", _sources(graph), SOURCE_COLUMNS),
            "types": _table("types of the graph", types, TYPE_COLUMNS),
        }
    )
    return columns, [problem for problem in problems if not _own_default(problem)]


def _own_default(problem: Problem) -> bool:
    """Tell whether a warning is about the kind that an actor has for want of any other."""
    return problem.column == "kind" and problem.what.startswith(repr(PLAIN_KIND))


def _sources(graph: nx.Graph[Any]) -> list[dict[str, str]]:
    """Return the sources that `multigraph` left in the graph; anything else there is none."""
    try:
        rows = json.loads(graph.graph.get(SOURCES, "[]"))
        return [{str(name): str(cell) for name, cell in row.items()} for row in rows]
    except (TypeError, ValueError, AttributeError):
        return []


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
    """Take from the edges what all those of a type say of it, and declare the types by it."""
    of_type: dict[str, list[dict[str, str]]] = {}
    for relation in relations:
        of_type.setdefault(relation["type"], []).append(relation)
    declared = []
    for name, edges in of_type.items():
        said = _agreed(edges)
        if name not in TYPES or "inverse" in said:
            declared.append(_declared(name, said, mutual=not graph.is_directed()))
    return [dict(zip(TYPE_COLUMNS, type_row(known), strict=True)) for known in declared]


def _agreed(edges: list[dict[str, str]]) -> dict[str, str]:
    """Take from edges of one type each attribute about it on which they all agree."""
    said = {}
    for name in DECLARING:
        values = {edge.get(name, "") for edge in edges}
        if len(values) == 1:
            said[name] = values.pop()
            for edge in edges:
                edge.pop(name, None)
    return {name: value for name, value in said.items() if value}


def _declared(name: str, said: Mapping[str, str], *, mutual: bool) -> RelationType:
    truth = {"True": True, "False": False}
    mutual = truth.get(said.get("mutual", ""), mutual)
    plain = undeclared(name, mutual=mutual)
    if name == PLAIN_TYPE:
        plain = replace(plain, label="is linked to", inverse=PLAIN_INVERSE[mutual])
    return RelationType(
        name,
        as_sign(said.get("sign", "")),
        mutual=mutual,
        influence=truth.get(said.get("influence", ""), True),
        label=said.get("label", plain.label),
        inverse=said.get("inverse", plain.inverse),
    )


def _table(name: str, rows: list[dict[str, str]], known: tuple[str, ...]) -> Table:
    names = dict.fromkeys((*known, *(column for row in rows for column in row)))
    columns = {column: [row.get(column, "") for row in rows] for column in names}
    return Table(name, columns, range(1, len(rows) + 1))

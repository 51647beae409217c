"""Read and build networkx graphs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from graph.data.arguments import to_cells
from graph.data.columns import (
    ACTOR_COLUMNS,
    RELATION_COLUMNS,
    SOURCE_COLUMNS,
    TYPE_COLUMNS,
    Columns,
    split_cell,
)
from graph.data.confidence import parse_confidence, parse_grade
from graph.data.declared_types import as_sign, make_undeclared_type, to_type_row
from graph.data.dictionary_column import iter_values, map_values
from graph.data.own_columns import OWN, name_own_columns
from graph.data.table import Table
from graph.data.vocabulary import DEFAULT_KIND, TYPES, RelationType
from graph.errors import DataError, Problem, QuestionError
from graph.formats.frames import restore_grades
from graph.formats.sources_table import build_sources_table
from graph.rules.checked_columns import build_checked_columns

if TYPE_CHECKING:
    import networkx as nx

    from graph.select.selection import Selection

SOURCES = "sources"
DEFAULT_TYPE = "linked_to"
DEFAULT_INVERSE = {True: "is linked to", False: "is linked from"}
TYPE_ATTRIBUTES = ("sign", "mutual", "influence", "event", "label", "inverse", "past")


def build_multigraph(network: Selection) -> nx.MultiDiGraph[str]:
    """Build the networkx graph of a Network; see `Network.graph`.

    A node is an actor's id with the actor's columns as attributes. An edge is a relation, from
    source to target and keyed by its id, with the relation's columns and its type's `sign` and
    `mutual` (and, where the type is not built in, `influence`, `event`, `label`, `inverse` and
    `past`); a mutual relation too is one edge. An own column with such a name is ``sign (own)``.
    `confidence` and `grade` are missing where they are not stated. The sources are the graph's own
    attribute `sources`, as JSON, which every file format keeps.
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    if network.source_rows:
        header, rows = build_sources_table(network)
        sources = [dict(zip(header, row, strict=True)) for row in rows]
        graph.graph[SOURCES] = json.dumps(sources)
    columns = network.columns
    ids = columns.actors.cells("id")
    nodes = _iter_attributes(columns.actors, network.actor_numbers, ACTOR_COLUMNS, without="id")
    graph.add_nodes_from(zip(iter_values(ids, network.actor_numbers), nodes, strict=True))
    _add_relations(graph, network, ids)
    return graph


def _iter_attributes(
    table: Table, rows: Sequence[int], standard: Sequence[str], without: str
) -> Iterator[dict[str, Any]]:
    """Yield the cells of each row by column: first columns of one's own, then standard ones."""
    own = [name for name in table.columns if name not in standard]
    names = [*own, *(name for name in standard if name != without)]
    columns = {name: table.cells(name) for name in names}
    if "aliases" in columns:
        columns["aliases"] = map_values(columns["aliases"], lambda cell: "|".join(split_cell(cell)))
    return _iter_dicts(
        {name: iter_values(cells, rows) for name, cells in columns.items()}, len(rows)
    )


def _iter_dicts(columns: Mapping[str, Iterable[Any]], rows: int) -> Iterator[dict[str, Any]]:
    """Yield a dictionary for each row, with the names of the columns as keys."""
    if not columns:
        return ({} for _ in range(rows))
    names = tuple(columns)
    return (dict(zip(names, row, strict=True)) for row in zip(*columns.values(), strict=True))


def _add_relations(graph: nx.MultiDiGraph[str], network: Selection, ids: Sequence[str]) -> None:
    """Add every relation to a graph that has the actors.

    This fills the dictionaries that `add_edges_from` would fill, but looks up each edge only once.
    """
    columns, rows = network.columns, network.relation_numbers
    out: dict[str, Any] = graph._succ  # type: ignore[attr-defined]  # noqa: SLF001 - see above
    into: dict[str, Any] = graph._pred  # type: ignore[attr-defined]  # noqa: SLF001
    ends = (iter_values(numbers, rows) for numbers in columns.endpoints)
    keys = iter_values(columns.relation_ids, rows)
    for source, target, key, edge in zip(*ends, keys, _iter_edges(network), strict=True):
        here, there = ids[source], ids[target]
        between = out[here].get(there)
        if between is None:
            out[here][there] = into[there][here] = {key: edge}
        else:
            between[key] = edge


def _iter_edges(network: Selection) -> Iterator[dict[str, Any]]:
    """Yield the attributes of each selected relation."""
    columns, rows, table = network.columns, network.relation_numbers, network.columns.relations
    names_of_own = [name for name in table.columns if name not in RELATION_COLUMNS]
    headings = name_own_columns(names_of_own, TYPE_ATTRIBUTES)
    own = dict(zip(headings, map(table.cells, names_of_own), strict=True))
    last = {
        "type": table.cells("type"),
        "start": table.cells("start"),
        "end": table.cells("end"),
        "weight": columns.weights,
        "stance": map_values(
            columns.disputes, lambda disputes: "disputes" if disputes else "asserts"
        ),
        "claimant": columns.claimants,
        "basis": columns.bases,
        "reference": table.cells("reference"),
        "note": table.cells("note"),
    }
    kinds = iter_values(table.cells("type"), rows)
    confidences = iter_values(table.cells("confidence"), rows)
    names, by_name = (*own, *last), {**own, **last}
    cells = zip(*(iter_values(by_name[name], rows) for name in names), strict=True)

    @cache
    def blank(kind: str, confidence: str) -> dict[str, Any]:
        """Return an edge with the attributes of its type and confidence, and keys for the rest."""
        grade, number = parse_grade(confidence), parse_confidence(confidence)
        return {
            **({"grade": grade} if grade else {}),
            **dict.fromkeys(own),
            **_describe_type(columns.types[kind]),
            **({} if number is None else {"confidence": number}),
            **dict.fromkeys(last),
        }

    for kind, confidence, row in zip(kinds, confidences, cells, strict=True):
        edge = blank(kind, confidence).copy()  # far faster than a dictionary that grows
        edge.update(zip(names, row, strict=True))
        yield edge


def _describe_type(kind: RelationType) -> Mapping[str, object]:
    """Return the attributes of an edge that come from its type: few if the type is built in."""
    built_in = TYPES.get(kind.name) == kind
    return {
        name: getattr(kind, name) for name in (("sign", "mutual") if built_in else TYPE_ATTRIBUTES)
    }


def read_graph(graph: nx.Graph[Any]) -> tuple[Columns, list[Problem]]:
    """Read a networkx graph into checked columns, and return these and the warnings.

    A node becomes an actor: its id is the node as text, its name the attribute `name` or
    `label`, else the id; its kind the attribute `kind`, else "actor". An edge becomes a
    relation: its type is the attribute `type`, else "linked_to"; its id, in a multigraph, the
    key where that is text. A type that is not built in is neutral, directed if the graph is,
    unless all edges of the type say otherwise, and the same, in `sign`, `mutual`, `influence`,
    `event`, `label`, `inverse` and `past`. Other attributes become text.

    Raises
    ------
    DataError
        With every problem, when there is an error among them.
    QuestionError
        When it is not a networkx graph.
    """
    import networkx as nx

    if not isinstance(graph, nx.Graph):
        raise QuestionError("from_graph", f"{type(graph).__name__} is not a networkx graph.")
    nodes = graph.nodes(data=True)
    actors = [_read_actor(row, *node) for row, node in enumerate(nodes, 1)]
    relations = list(_iter_relations(graph))
    types = _declare_types(graph, relations)
    columns, problems = build_checked_columns(
        {
            "actors": _build_table("actors of the graph", actors, ("id", "name", "kind")),
            "relations": restore_grades(
                _build_table("relations of the graph", relations, RELATION_COLUMNS)
            ),
            "sources": _build_table("sources of the graph", _read_sources(graph), SOURCE_COLUMNS),
            "types": _build_table("types of the graph", types, TYPE_COLUMNS),
        }
    )
    return columns, [problem for problem in problems if not _is_about_default_kind(problem)]


def _is_about_default_kind(problem: Problem) -> bool:
    """Return whether a warning is about the default kind of actors."""
    return problem.column == "kind" and problem.what.startswith(repr(DEFAULT_KIND))


def _read_sources(graph: nx.Graph[Any]) -> list[dict[str, str]]:
    """Read the sources that `build_multigraph` wrote into the graph; ignore anything else there."""
    try:
        rows = json.loads(graph.graph.get(SOURCES, "[]"))
        return [{str(name): str(cell) for name, cell in row.items()} for row in rows]
    except (TypeError, ValueError, AttributeError, RecursionError):
        return []


def _read_actor(row: int, node: object, attributes: Mapping[Any, Any]) -> dict[str, str]:
    (actor_id,), texts = _read_texts("actors of the graph", row, (node,), attributes)
    name = texts.get("name") or texts.pop("label", "") or str(node)
    kind = texts.get("kind") or DEFAULT_KIND
    return {**texts, "id": actor_id, "name": name, "kind": kind}


def _read_texts(
    table: str, row: int, nodes: Iterable[object], attributes: Mapping[Any, Any]
) -> tuple[list[str], dict[str, str]]:
    """Return the nodes of a row as cells, and its attributes."""
    try:
        names = to_cells(table, "", attributes, str)
        cells = to_cells(table, "", attributes.values())
        return to_cells(table, "", nodes), dict(zip(names, cells, strict=True))
    except DataError as error:
        problems = [replace(problem, line=row) for problem in error.problems]
        raise DataError(problems) from None


def _iter_relations(graph: nx.Graph[Any]) -> Iterator[dict[str, str]]:
    keyed = graph.is_multigraph()
    edges = graph.edges(keys=True, data=True) if keyed else graph.edges(data=True)  # type: ignore[call-overload]
    where = "relations of the graph"
    for row, (source, target, *key, attributes) in enumerate(edges, 1):
        (source_id, target_id), texts = _read_texts(where, row, (source, target), attributes)
        if key and isinstance(key[0], str):
            texts["id"] = key[0]
        ends = {"source": source_id, "target": target_id}
        yield {**texts, **ends, "type": texts.get("type") or DEFAULT_TYPE}


def _declare_types(graph: nx.Graph[Any], relations: list[dict[str, str]]) -> list[dict[str, str]]:
    """Declare the types by the attributes on which all edges of a type agree, and remove these."""
    of_type: dict[str, list[dict[str, str]]] = {}
    for relation in relations:
        of_type.setdefault(relation["type"], []).append(relation)
    declared = []
    for name, edges in of_type.items():
        agreed = _take_agreed(edges)
        _restore_own_names(edges)
        if name not in TYPES or "inverse" in agreed:
            declared.append(_declare_type(name, agreed, mutual=not graph.is_directed()))
    return [dict(zip(TYPE_COLUMNS, to_type_row(each), strict=True)) for each in declared]


def _take_agreed(edges: list[dict[str, str]]) -> dict[str, str]:
    """Remove from edges of one type the attributes about it on which all agree, and return them."""
    agreed = {}
    for name in TYPE_ATTRIBUTES:
        values = {edge.get(name, "") for edge in edges}
        if len(values) == 1:
            agreed[name] = values.pop()
            for edge in edges:
                edge.pop(name, None)
    return {name: value for name, value in agreed.items() if value}


def _restore_own_names(edges: list[dict[str, str]]) -> None:
    """Rename the own columns of edges that `build_multigraph` renamed, such as ``sign (own)``."""
    for edge in edges:
        for name in TYPE_ATTRIBUTES:
            if f"{name}{OWN}" in edge and name not in edge:
                edge[name] = edge.pop(f"{name}{OWN}")


def _declare_type(name: str, agreed: Mapping[str, str], *, mutual: bool) -> RelationType:
    truth = {"True": True, "False": False}
    mutual = truth.get(agreed.get("mutual", ""), mutual)
    plain = make_undeclared_type(name, mutual=mutual)
    if name == DEFAULT_TYPE:
        plain = replace(plain, label="is linked to", inverse=DEFAULT_INVERSE[mutual])
    return RelationType(
        name,
        as_sign(agreed.get("sign", "")),
        mutual=mutual,
        influence=truth.get(agreed.get("influence", ""), True),
        event=truth.get(agreed.get("event", ""), False),
        label=agreed.get("label", plain.label),
        inverse=agreed.get("inverse", plain.inverse),
        past=agreed.get("past", plain.past),
    )


def _build_table(name: str, rows: list[dict[str, str]], standard: tuple[str, ...]) -> Table:
    names = dict.fromkeys((*standard, *(column for row in rows for column in row)))
    columns = {column: [row.get(column, "") for row in rows] for column in names}
    return Table(name, columns, range(1, len(rows) + 1))

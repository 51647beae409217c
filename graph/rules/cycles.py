"""The rule that no actor is a part of itself, directly or through others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.data.columns import Columns
from graph.data.dictionary_column import unique_values
from graph.data.matching_rows import find_rows
from graph.data.table import Table
from graph.errors import Problem, quote_value, shorten

NESTING_TYPES = ("part_of", "located_in")
SHOWN_ACTORS = 8
LONGEST_ID = 40

Edges = Mapping[tuple[int, int], int]
"""The first row of a relation from one actor (its row) to another."""


def check_cycles(columns: Columns) -> Iterator[Problem]:
    """Warn about each circle of asserted relations that nest one actor in another.

    Circles that share actors are reported once: the shortest through their first relation.
    """
    relations = columns.relations
    types_used = set(unique_values(relations.cells("type"))).intersection(NESTING_TYPES)
    for name in NESTING_TYPES:
        if name in types_used and not columns.types[name].mutual:
            edges = _find_nesting_edges(relations, columns.end_rows, name)
            for circle, row in _find_circles(edges):
                actors = _format_circle(circle, columns.actors)
                what = f"{actors}: these actors are {name} each other in a circle."
                remedy = "Remove or correct one of the relations."
                yield relations.warning(row, "target", what, remedy, rule="circle")


def _find_nesting_edges(relations: Table, rows: Mapping[str, int], name: str) -> Edges:
    """Return the asserted relations of a type that can be part of a circle."""
    edges: dict[tuple[int, int], int] = {}
    sources, targets, stances = map(relations.cells, ("source", "target", "stance"))
    for row in find_rows(relations.cells("type"), name.__eq__):
        source, target = sources[row], targets[row]
        if stances[row] != "disputes" and source in rows and target in rows:
            ends = rows[source], rows[target]
            if ends[0] != ends[1]:
                edges.setdefault(ends, row)
    return _remove_dead_ends(edges)


def _remove_dead_ends(edges: Edges) -> Edges:
    """Remove, again and again, the actors without an edge that leaves them."""
    sources_of: dict[int, list[int]] = {}
    out_degree = {end: 0 for ends in edges for end in ends}
    for source, target in edges:
        sources_of.setdefault(target, []).append(source)
        out_degree[source] += 1
    dead_ends = [actor for actor, degree in out_degree.items() if not degree]
    for actor in dead_ends:  # the list grows while it is read
        for source in sources_of.get(actor, ()):
            out_degree[source] -= 1
            if not out_degree[source]:
                dead_ends.append(source)
    return {
        (source, target): row
        for (source, target), row in edges.items()
        if out_degree[source] and out_degree[target]
    }


def _find_circles(edges: Edges) -> Iterator[tuple[list[int], int]]:
    """Yield a circle of actors for each strongly connected component, with its first row."""
    if not edges:
        return
    import networkx as nx

    component_of: dict[int, int] = {}
    components = nx.strongly_connected_components(nx.DiGraph(list(edges)))
    for number, component in enumerate(components):
        component_of.update(dict.fromkeys(component, number))
    inner_edges: dict[int, list[tuple[int, int]]] = {}
    for source, target in edges:
        if component_of[source] == component_of[target]:
            inner_edges.setdefault(component_of[source], []).append((source, target))
    for pairs in inner_edges.values():
        source, target = pairs[0]
        path = nx.shortest_path(nx.DiGraph(pairs), target, source)
        yield [source, *path], edges[source, target]


def _format_circle(circle: list[int], actors: Table) -> str:
    names = [quote_value(shorten(actors.cells("id")[row], LONGEST_ID)) for row in circle]
    hidden = len(names) - SHOWN_ACTORS
    if hidden > 0:
        names[SHOWN_ACTORS - 1 : -1] = [f"{hidden:,} more"]
    return ", ".join(names)

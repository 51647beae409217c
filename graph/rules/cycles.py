"""The rule that nothing is part of itself, by however many steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.data.columns import Columns
from graph.data.dictionary_column import distinct
from graph.data.matching_rows import rows_where
from graph.data.table import Table
from graph.errors import Problem, cut, quoted

NESTING_TYPES = ("part_of", "located_in")
SHOWN = 8
SHORTEST = 40

Edges = Mapping[tuple[int, int], int]
"""The first row of a relation by the two actors whom it joins."""


def check_cycles(columns: Columns) -> Iterator[Problem]:
    """Yield each circle of asserted relations that nest one actor in another.

    Circles that share actors are told once, by one of the shortest through the first relation.
    """
    relations = columns.relations
    used = set(distinct(relations.cells("type"))).intersection(NESTING_TYPES)
    for name in NESTING_TYPES:
        if name in used and not columns.types[name].mutual:
            edges = _find_nesting_edges(relations, columns.end_rows, name)
            for circle, row in _find_circles(edges):
                actors = _format_circle(circle, columns.actors)
                what = f"{actors}: these are {name} each other in a circle."
                remedy = "Remove or correct one of the relations."
                yield relations.warning(row, "target", what, remedy, rule="circle")


def _find_nesting_edges(relations: Table, rows: Mapping[str, int], name: str) -> Edges:
    """Return the asserted relations of a type that can be part of a circle at all."""
    edges: dict[tuple[int, int], int] = {}
    sources, targets, stances = map(relations.cells, ("source", "target", "stance"))
    for row in rows_where(relations.cells("type"), name.__eq__):
        source, target = sources[row], targets[row]
        if stances[row] != "disputes" and source in rows and target in rows:
            ends = rows[source], rows[target]
            if ends[0] != ends[1]:
                edges.setdefault(ends, row)
    return _remove_dead_ends(edges)


def _remove_dead_ends(edges: Edges) -> Edges:
    """Return what is left when actors that nothing holds are taken away again and again."""
    inside: dict[int, list[int]] = {}
    outside = {end: 0 for ends in edges for end in ends}
    for source, target in edges:
        inside.setdefault(target, []).append(source)
        outside[source] += 1
    free = [actor for actor, number in outside.items() if not number]
    for actor in free:  # it grows on the way
        for source in inside.get(actor, ()):
            outside[source] -= 1
            if not outside[source]:
                free.append(source)
    return {ends: row for ends, row in edges.items() if outside[ends[0]] and outside[ends[1]]}


def _find_circles(edges: Edges) -> Iterator[tuple[list[int], int]]:
    """Yield a circle of actors for each knot of relations, with its first row."""
    if not edges:
        return
    import networkx as nx

    knots: dict[int, int] = {}
    components = nx.strongly_connected_components(nx.DiGraph(list(edges)))
    for number, component in enumerate(components):
        knots.update(dict.fromkeys(component, number))
    inner: dict[int, list[tuple[int, int]]] = {}
    for source, target in edges:
        if knots[source] == knots[target]:
            inner.setdefault(knots[source], []).append((source, target))
    for pairs in inner.values():
        source, target = pairs[0]
        way = nx.shortest_path(nx.DiGraph(pairs), target, source)
        yield [source, *way], edges[source, target]


def _format_circle(circle: list[int], actors: Table) -> str:
    names = [quoted(cut(actors.cells("id")[row], SHORTEST)) for row in circle]
    hidden = len(names) - SHOWN
    if hidden > 0:
        names[SHOWN - 1 : -1] = [f"{hidden:,} more"]
    return ", ".join(names)

"""Measure the structure of a network: the figures that `graph.analysis.structure` describes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from graph.analysis.component_distances import NO_EDGE, measure_component
from graph.analysis.large.strategy import MeasureOptions, ReportProgress, ignore_progress
from graph.analysis.structure import Components, Structure
from graph.analysis.structure_figure import ALONG, BOTH
from graph.analysis.two_mode import find_two_modes
from graph.data.dictionary_column import as_array, iter_values, to_row_array
from graph.data.lazy_sequence import LazySequence
from graph.select.asked_time import count_asked
from graph.select.edge_relations import (
    Signs,
    check_signs,
    count_by_sign,
    find_edge_relations,
    map_types,
)
from graph.select.projection import Edges, Projection

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np
    from numpy.typing import NDArray

    from graph.data.records import Actor
    from graph.select.selection import Selection

    Rows = NDArray[np.int64]

Fields = dict[str, Any]

NO_ACTOR = "There is no actor, so there is no core."
NO_PAIR = "There is no pair of actors, so density is not defined."
NO_TRIPLE = "Nobody has two neighbours, so transitivity and clustering are not defined."
ONE_KIND = "All actors with edges are of one kind, so assortativity by kind is not defined."


def measure_structure(
    network: Selection,
    *,
    signs: Signs | None = None,
    progress: ReportProgress | None = None,
) -> Structure:
    """Measure components, cohesion, cut points and distances of a network.

    Parameters
    ----------
    network
        The network, as far as it is selected.
    signs
        The signs of the relations that count, one of `graph.select.edge_relations.SIGNS`; None for
        all.
    progress
        Called with the name of the work, how many of its shares are done, and how many there are.

    Raises
    ------
    QuestionError
        When there are no such signs.

    Examples
    --------
    >>> import networkx as nx
    >>> from graph import Network
    >>> answer = measure_structure(Network.from_graph(nx.path_graph(4)))
    >>> answer.edge_count, answer.diameter, len(answer.articulation_points), len(answer.bridges)
    (3, 3, 2, 3)
    >>> print(answer.sentence)
    4 actors, 3 edges, 1 component; density 0.5, transitivity 0, diameter 3, mean path length 1.667.
    """
    check_signs(signs, "structure")
    report = progress or ignore_progress
    report("components", 0, 0)
    both, along = replace(BOTH, signs=signs), replace(ALONG, signs=signs)
    edges, graph = both.edges(network), both.graph(network)
    undefined: dict[str, str] = {}
    components, parts = _find_components(network, graph, along)
    report("cohesion", 0, 0)
    fields = {
        **_count_edges(network, edges, along, undefined),
        **components,
        **_measure_cohesion(network, graph, edges, undefined),
        **_find_cut_points(network, graph),
        **_measure_mixing(network, edges, undefined),
        **_count_relations(network, signs or "all"),
    }
    report("distances", 0, 0)
    distances = measure_component(edges, parts, MeasureOptions(report=report))
    return Structure(
        **fields,
        **distances.fields,
        undefined={**undefined, **distances.undefined},
        method_notes=distances.notes,
        asked_time=count_asked(network),
    )


def _count_edges(
    network: Selection, edges: Edges, along: Projection, undefined: dict[str, str]
) -> Fields:
    """Count actors, relations and edges, and compare the counts."""
    arc_count = len(along.edges(network).sources)
    actors, relations = len(network.actor_numbers), len(network.relation_numbers)
    return compare_counts(actors, relations, (len(edges.sources), arc_count), undefined)


def compare_counts(
    actors: int, relations: int, edge_counts: tuple[int, int], undefined: dict[str, str]
) -> Fields:
    """Compare the counts of a network.

    Parameters
    ----------
    actors, relations
        How many there are.
    edge_counts
        How many pairs of actors have relations, and how many of these there are along arrows.
    undefined
        Gets the figures that are not defined, each with the reason.

    Examples
    --------
    >>> compare_counts(3, 4, (2, 3), {})["density"]
    0.6666666666666666
    """
    edge_count, arc_count = edge_counts
    pairs = actors * (actors - 1)
    if not edge_count:
        undefined["reciprocity"] = NO_EDGE
    if not pairs:
        undefined |= dict.fromkeys(("density", "directed_density"), NO_PAIR)
    return {
        "actor_count": actors,
        "relation_count": relations,
        "edge_count": edge_count,
        "directed_edge_count": arc_count,
        "density": 2 * edge_count / pairs if pairs else None,
        "directed_density": arc_count / pairs if pairs else None,
        # Two edges that run both ways are one edge without direction: networkx's formula.
        "reciprocity": 2 * (arc_count - edge_count) / arc_count if arc_count else None,
    }


def _find_components(
    network: Selection, graph: nx.Graph[int], along: Projection
) -> tuple[Fields, Sequence[Rows]]:
    """Find components and isolates; return also the rows of the components with edges."""
    import networkx as nx
    import numpy as np

    weak = sorted(nx.connected_components(graph), key=len, reverse=True)
    directed: Any = along.graph(network)
    strong_sizes = list(map(len, nx.strongly_connected_components(directed)))
    parts = [np.sort(np.fromiter(part, np.int64, len(part))) for part in weak if len(part) > 1]
    largest = max(map(len, weak), default=0), max(strong_sizes, default=0)
    sizes = list(map(len, parts))
    isolates = sorted(row for part in weak if len(part) == 1 for row in part)
    counts = len(weak), len(strong_sizes), len(isolates)
    return {
        "components": Components(*counts, *largest, sizes),
        "isolates": _list_actors(network, isolates),
    }, parts


def _measure_cohesion(
    network: Selection, graph: nx.Graph[int], edges: Edges, undefined: dict[str, str]
) -> Fields:
    """Measure how many neighbours are neighbours of each other, and find the highest core."""
    import networkx as nx
    import numpy as np

    transitivity = mean_clustering = None
    if np.bincount(np.concatenate(edges[:2])).max(initial=0) > 1:
        transitivity = float(nx.transitivity(graph))
        mean_clustering = float(nx.average_clustering(graph))
    else:
        undefined |= dict.fromkeys(("transitivity", "mean_clustering"), NO_TRIPLE)
    cores, triangles = nx.core_number(graph), cast("dict[int, int]", nx.triangles(graph))
    highest = max(cores.values(), default=None)
    if highest is None:
        undefined["core_number"] = NO_ACTOR
    rows = sorted(row for row, number in cores.items() if number == highest)
    return {
        "transitivity": transitivity,
        "mean_clustering": mean_clustering,
        "triangles": sum(triangles.values()) // 3,
        "core_number": highest,
        "core_numbers": dict(sorted(Counter(cores.values()).items())),
        "core_actors": _list_actors(network, rows),
    }


def _find_cut_points(network: Selection, graph: nx.Graph[int]) -> Fields:
    """Find the articulation points and the bridges, in row order."""
    import networkx as nx

    actor = network.columns.actor
    pairs: Any = nx.bridges(graph)
    bridges = sorted((min(pair), max(pair)) for pair in pairs)
    return {
        "articulation_points": _list_actors(network, sorted(nx.articulation_points(graph))),
        "bridges": LazySequence(bridges, lambda pair: (actor(pair[0]), actor(pair[1]))),
    }


def _list_actors(network: Selection, rows: Sequence[int]) -> Sequence[Actor]:
    return LazySequence(rows, network.columns.actor)


def _measure_mixing(network: Selection, edges: Edges, undefined: dict[str, str]) -> Fields:
    """Measure how far edges join actors of the same kind, and whether they never do."""
    import numpy as np
    from networkx.algorithms.assortativity import correlation

    kinds, kind_of = _number_kinds(network)
    table = np.zeros((len(kinds), len(kinds)))
    np.add.at(table, (kind_of[edges.sources], kind_of[edges.targets]), 1)
    used = np.flatnonzero(table.sum(axis=0) + table.sum(axis=1))
    if len(used) < 2:  # noqa: PLR2004 - two kinds
        undefined["assortativity_by_kind"] = ONE_KIND if len(used) else NO_EDGE
        return {"assortativity_by_kind": None, "two_mode": None}
    mixing = (table + table.T)[np.ix_(used, used)]
    measure_mixing: Any = getattr(correlation, "attribute_ac")  # noqa: B009 - not annotated
    two_mode = find_two_modes(kinds, kind_of, edges)
    return {"assortativity_by_kind": measure_mixing(mixing), "two_mode": two_mode}


def _number_kinds(network: Selection) -> tuple[list[str], Rows]:
    """Return the kinds of actors, and by row the number of its kind; -1 if it is not selected."""
    import numpy as np

    cells = network.columns.actors.cells("kind")
    rows = to_row_array(network.actor_numbers)
    values = list(iter_values(cells, network.actor_numbers))
    kinds = list(dict.fromkeys(values))
    numbers = {kind: number for number, kind in enumerate(kinds)}
    kind_of = np.full(len(network.columns.actors), -1)
    kind_of[rows] = np.fromiter(map(numbers.__getitem__, values), np.int64, len(values))
    return kinds, kind_of


def _count_relations(network: Selection, signs: Signs) -> Fields:
    """Count the relations of negative and of mutual types, and those that are part of no edge."""
    columns = network.columns
    relations, all_count = find_edge_relations(network, signs), sum(count_by_sign(network).values())
    counts = Counter(relations.types.tolist())
    mutual = map_types(network, lambda each: each.mutual)[relations.types]
    selected = to_row_array(network.relation_numbers)
    disputed = int(as_array(columns.disputes, bool)[selected].sum())
    numbered = enumerate(network.types.items())
    negative = {name: number for number, (name, each) in numbered if each.sign == "-"}
    return {
        "negative_counts": {
            name: counts[number] for name, number in negative.items() if counts[number]
        },
        "mutual_count": int(mutual.sum()),
        "left_out_counts": {
            "disputed": disputed,
            "loops": len(selected) - disputed - all_count,
            "signs": all_count - len(relations.rows),
        },
        "signs": signs,
    }

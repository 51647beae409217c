"""The projection that each measure is computed on, and what the options do not change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from graph.analysis.large.edge_arrays import EdgeArrays
from graph.analysis.large.sample import Sample
from graph.analysis.large.strategy import MeasureOptions, explain_method
from graph.analysis.rounding import DIGITS, round_digits
from graph.select.projection import Projection

if TYPE_CHECKING:
    from graph.select.selection import Selection

DECIMALS = 12  # to which scores without a unit are compared
DEGREES = frozenset({"degree", "in_degree", "out_degree", "weighted_degree"})


def choose_projection(measure: str, projection: Projection) -> Projection:
    """Return the projection that a measure is computed on when another is asked for.

    Examples
    --------
    >>> choose_projection("in_degree", Projection(weighted=True))
    Projection(directed=True, weighted=False)
    """
    if measure in DEGREES:
        return Projection(
            directed=measure in ("in_degree", "out_degree"), weighted=measure == "weighted_degree"
        )
    return projection


def round_scores(measure: str, projection: Projection, scores: Iterable[float]) -> list[float]:
    """Round scores as far as two have to differ for different ranks.

    Examples
    --------
    >>> round_scores("weighted_degree", Projection(), [0.1 + 0.2, 1e-99])
    [0.3, 1e-99]
    """
    has_unit = measure == "weighted_degree" or (
        projection.weighted and measure in ("closeness", "harmonic")
    )
    if has_unit:
        digits: list[float] = round_digits(scores).tolist()
        return digits
    return [round(score, DECIMALS) for score in scores]


def list_method_notes(
    network: Selection,
    names: Sequence[str],
    projection: Projection,
    options: MeasureOptions,
    sampled: Mapping[str, Sample],
) -> Iterator[str]:
    """Yield what the options do not change, and why.

    Examples
    --------
    >>> import graph
    >>> network, directed = graph.load_example(), Projection(directed=True)
    >>> list(list_method_notes(network, ["degree"], directed, MeasureOptions(), {}))
    ['degree: not changed by the option directed.']
    """
    for option, asked in (("directed", projection.directed), ("weighted", projection.weighted)):
        ignoring = [name for name in names if name in DEGREES and option not in name]
        if asked and ignoring:
            yield f"{', '.join(ignoring)}: not changed by the option {option}."
    if projection.weighted or options.exact is False:
        edges, unit = to_edge_arrays(network, projection)
        is_even = projection.weighted and edges.weights is None and len(edges.sources)
        if is_even and not DEGREES.issuperset(names):
            yield f"All edges have the same weight, {unit:.{DIGITS}g}, which changes no rank."
        for name in names:
            note = "" if name in sampled else explain_method(name, edges, options)
            if note:
                yield note


def to_edge_arrays(network: Selection, projection: Projection) -> tuple[EdgeArrays, float]:
    """Return the edges, and the unit of weight: where all weigh the same, this weight.

    Then each edge is a step, and scores need only be multiplied by the unit.

    Examples
    --------
    >>> from graph import Network
    >>> import networkx as nx
    >>> path = Network.from_graph(nx.path_graph(3))
    >>> edges, unit = to_edge_arrays(path, Projection(weighted=True))
    >>> edges.weights, unit
    (None, 1.0)
    """
    edges, weighted, unit = projection.edges(network), projection.weighted, 1.0
    if weighted and len(edges.weights) and edges.weights.min() == edges.weights.max():
        weighted, unit = False, float(edges.weights[0])
    arrays = EdgeArrays.from_edges(
        network.actor_numbers, edges, directed=projection.directed, weighted=weighted
    )
    return arrays, unit

"""The projection that each measure is computed on, and how its scores are compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.analysis.large.edge_arrays import EdgeArrays
from graph.analysis.local_measures import LOCAL
from graph.analysis.rounding import round_digits
from graph.select.edge_relations import Signs
from graph.select.projection import Projection

if TYPE_CHECKING:
    from graph.select.selection import Selection

DECIMALS = 12  # to which scores without a unit are compared
DEGREES = frozenset(
    {
        "degree", "in_degree", "out_degree",
        "weighted_degree", "weighted_in_degree", "weighted_out_degree",
    }
)  # fmt: skip
ENDORSEMENTS = frozenset({"eigenvector", "pagerank"})  # an edge raises the score of its target
TURNED = frozenset({"closeness", "harmonic", "pn"})  # inward, unless outward is asked for
INDEPENDENT = {
    "directed": DEGREES | LOCAL,
    "weighted": DEGREES | LOCAL | {"pn"},
    "outward": (DEGREES | LOCAL | ENDORSEMENTS | {"betweenness"}) - TURNED,
    "signs": frozenset({"pn"}),
}
"""By each option the measures that do not depend on it."""


def choose_projection(measure: str, projection: Projection) -> Projection:
    """Return the projection that a measure is computed on when another is asked for.

    Examples
    --------
    >>> choose_projection("in_degree", Projection(weighted=True))
    Projection(directed=True, weighted=False, signs='all', outward=False)
    >>> choose_projection("pagerank", Projection()).signs
    'not_negative'
    """
    suitable: Signs = "not_negative" if measure in ENDORSEMENTS else "all"
    signs = projection.signs or suitable
    if measure in DEGREES:
        return Projection(
            directed=measure.endswith(("in_degree", "out_degree")),
            weighted=has_weights(measure),
            signs=signs,
        )
    if measure in LOCAL:
        return Projection(signs=signs)
    outward = projection.outward and measure in TURNED
    if measure == "pn":
        return replace(projection, weighted=False, signs="not_neutral", outward=outward)
    return replace(projection, signs=signs, outward=outward)


def has_weights(measure: str) -> bool:
    """Return whether a measure adds up weights, whatever options are given.

    Examples
    --------
    >>> has_weights("weighted_in_degree"), has_weights("in_degree")
    (True, False)
    """
    return measure.startswith("weighted_")


def round_scores(measure: str, projection: Projection, scores: Iterable[float]) -> list[float]:
    """Round scores as far as two have to differ for different ranks.

    Examples
    --------
    >>> round_scores("weighted_degree", Projection(), [0.1 + 0.2, 1e-99])
    [0.3, 1e-99]
    """
    has_unit = has_weights(measure) or (
        projection.weighted and measure in ("closeness", "harmonic")
    )
    if has_unit:
        digits: list[float] = round_digits(scores).tolist()
        return digits
    return [round(score, DECIMALS) for score in scores]


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


def rank_scores(scores: Iterable[float]) -> list[int]:
    """Return the rank of each score, from 1 for the highest; equals share the better rank.

    Examples
    --------
    >>> rank_scores([0.5, 2, 0.5, 0.1])
    [2, 1, 2, 4]
    """
    given = list(scores)
    first_of: dict[float, int] = {}
    for place, score in enumerate(sorted(given, reverse=True), 1):
        first_of.setdefault(score, place)
    return [first_of[score] for score in given]

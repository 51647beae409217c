"""Compute the scores of measures by row: of paths in shares or samples, the others at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from graph.analysis.large.sample import Sample
from graph.analysis.large.strategy import PATH_MEASURES, MeasureOptions, compute_scores
from graph.analysis.measured_projection import to_edge_arrays
from graph.analysis.measures import MEASURES, Scores
from graph.select.projection import Projection

if TYPE_CHECKING:
    from graph.select.selection import Selection


def compute_scores_by_row(
    network: Selection,
    measures: Sequence[str],
    projection: Projection = Projection(),  # noqa: B008 - a frozen value
    options: MeasureOptions = MeasureOptions(),  # noqa: B008
) -> tuple[dict[str, Scores], dict[str, Sample]]:
    """Compute the scores of each measure by row, and the sample of each that was sampled.

    Parameters
    ----------
    measures
        Names in `graph.analysis.measures.MEASURES`.
    projection, options
        The projection, and how to compute the measures.

    Examples
    --------
    >>> import networkx as nx
    >>> from graph import Network
    >>> compute_scores_by_row(Network.from_graph(nx.path_graph(3)), ["degree"])
    ({'degree': {0: 1, 1: 2, 2: 1}}, {})
    """
    results: dict[str, Scores] = {}
    sampled: dict[str, Sample] = {}
    edges, unit = None, 1.0
    if PATH_MEASURES.intersection(measures):
        edges, unit = to_edge_arrays(network, projection)
    graph = cache(lambda: projection.graph(network))
    for name in measures:
        options.report(name, 0, 0)
        result = None
        if edges is not None and name in PATH_MEASURES:
            result = compute_scores(name, edges, options)
        if result is None:
            results[name] = MEASURES[name](network, projection, graph())
            continue
        scores, sample = result
        factor = unit if name in ("closeness", "harmonic") else 1.0
        results[name] = dict(zip(network.actor_numbers, (scores * factor).tolist(), strict=True))
        if sample is not None:
            sampled[name] = replace(sample, error=sample.error * factor)
    return results, sampled

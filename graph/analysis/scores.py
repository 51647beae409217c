"""Compute the scores of measures by row: of paths in shares or samples, the others at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from graph.analysis.eigenvector import UndefinedMeasureError
from graph.analysis.large.sample import Sample
from graph.analysis.large.strategy import PATH_MEASURES, MeasureOptions, compute_scores
from graph.analysis.measured_projection import choose_projection, to_edge_arrays
from graph.analysis.measures import MEASURES, Scores
from graph.select.projection import Projection

if TYPE_CHECKING:
    from graph.select.selection import Selection


class ComputedScores(NamedTuple):
    """The scores of several measures.

    Parameters
    ----------
    scores
        By each measure that is defined the score of each row.
    sampled
        The sample of each measure that was sampled.
    undefined
        By each measure that is not defined on the network why, and what to take instead.
    """

    scores: dict[str, Scores]
    sampled: dict[str, Sample]
    undefined: dict[str, str]


def compute_scores_by_row(
    network: Selection,
    measures: Sequence[str],
    projection: Projection = Projection(),  # noqa: B008 - a frozen value
    options: MeasureOptions = MeasureOptions(),  # noqa: B008
) -> ComputedScores:
    """Compute the scores of each measure by row, each on the projection that it has.

    Parameters
    ----------
    measures
        Names in `graph.analysis.measures.MEASURES`.
    projection, options
        The projection that is asked for, and how to compute the measures.

    Examples
    --------
    >>> import networkx as nx
    >>> from graph import Network
    >>> compute_scores_by_row(Network.from_graph(nx.path_graph(3)), ["degree"]).scores
    {'degree': {0: 1, 1: 2, 2: 1}}
    """
    computed = ComputedScores({}, {}, {})
    arrays = cache(partial(to_edge_arrays, network))
    for name in measures:
        options.report(name, 0, 0)
        chosen, result, unit = choose_projection(name, projection), None, 1.0
        if name in PATH_MEASURES:
            edges, unit = arrays(chosen)
            result = compute_scores(name, edges, options)
        if result is None:
            try:
                computed.scores[name] = MEASURES[name](network, chosen)
            except UndefinedMeasureError as error:
                computed.undefined[name] = error.what
            continue
        scores, sample = result
        factor = unit if name in ("closeness", "harmonic") else 1.0
        by_row = zip(network.actor_numbers, (scores * factor).tolist(), strict=True)
        computed.scores[name] = dict(by_row)
        if sample is not None:
            computed.sampled[name] = replace(sample, error=sample.error * factor)
    return computed

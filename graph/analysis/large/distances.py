"""Distances within a component: the steps from each actor to the farthest, and their mean.

Small components are answered by networkx; in larger ones 64 searches run at once, with the same
results. The mean
of very large ones is estimated from searches from some actors, drawn at random.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from graph.analysis.large.bitset_bfs import WIDTH
from graph.analysis.large.closeness import SEARCH_STEPS
from graph.analysis.large.sample import SEED
from graph.analysis.large.step_sums import FarthestSteps, SampledFarthestSteps
from graph.analysis.large.strategy import (
    MOST_CLOSENESS,
    MOST_PASSES,
    SMALL,
    MeasureOptions,
    compute_shares,
)
from graph.analysis.large.work_shares import list_batches, split_actors

if TYPE_CHECKING:
    import networkx as nx

    from graph.analysis.large.edge_arrays import EdgeArrays

TASK = "distances"  # what the progress is called
MOST_PASSED = 5e9  # actors and edges in all steps of a sample; about a minute
BATCHES = 16  # of a sample, each of as many actors as are searched from at once


@dataclass(frozen=True, order=True)
class Distances:
    """Distances between the actors of a component, in steps.

    Parameters
    ----------
    diameter
        The steps between the two actors that are farthest apart.
    mean_path_length
        The mean of the steps between two actors, over all pairs.
    radius
        The steps from the actor that is nearest to its farthest.
    """

    diameter: int
    mean_path_length: float
    radius: int


@dataclass(frozen=True)
class SampledDistances:
    """The mean of the steps between two actors, estimated from searches from some of them.

    Parameters
    ----------
    mean_path_length
        The estimate.
    standard_error
        Its standard error, from how far batches of the sample differ.
    source_count
        How many actors were searched from.
    most, fewest
        The steps from these actors to the farthest from each: the diameter is no less than the
        most, and the radius no more than the fewest.
    """

    mean_path_length: float
    standard_error: float
    source_count: int
    most: int
    fewest: int

    @property
    def note(self) -> str:
        """How good the estimate is, and what it says of the diameter and the radius."""
        return (
            f"Mean path length is estimated by searches from {self.source_count:,} actors, drawn "
            f"at random (standard error {self.standard_error:.2g}). By these the diameter is at "
            f"least {self.most:,} and the radius at most {self.fewest:,}."
        )

    def to_dict(self) -> dict[str, float]:
        """Return it as data."""
        return {
            "source_count": self.source_count,
            "standard_error": self.standard_error,
            "least_diameter": self.most,
            "most_radius": self.fewest,
        }


def can_sample_distances(edges: EdgeArrays) -> bool:
    """Return whether searches from a sample take about a minute at most.

    Examples
    --------
    >>> import numpy as np
    >>> from graph.analysis.large.edge_arrays import EdgeArrays
    >>> can_sample_distances(EdgeArrays(2, np.array([0]), np.array([1])))
    True
    """
    size = edges.actor_count + len(edges.sources)
    return BATCHES * size * edges.depth <= MOST_PASSED


def sample_distances(edges: EdgeArrays, options: MeasureOptions) -> SampledDistances:
    """Estimate the mean of the steps between two actors of a large connected component.

    The parameters are those of `measure_distances`.

    Examples
    --------
    >>> import numpy as np
    >>> from graph.analysis.large.edge_arrays import EdgeArrays
    >>> triangle = EdgeArrays(3, np.array([0, 1, 2]), np.array([1, 2, 0]))
    >>> sample_distances(triangle, MeasureOptions()).mean_path_length
    1.0
    """
    from statistics import fmean, stdev

    shares = list_batches(BATCHES, WIDTH, SEED)
    results = list(compute_shares(TASK, options, SampledFarthestSteps, edges, shares))
    means = [float(result[0]) / WIDTH / (edges.actor_count - 1) for result in results]
    return SampledDistances(
        fmean(means),
        stdev(means) / len(means) ** 0.5,
        BATCHES * WIDTH,
        max(int(result[1:].max()) for result in results),
        min(int(result[1:].min()) for result in results),
    )


def can_measure_distances(edges: EdgeArrays) -> bool:
    """Return whether searches from all actors of a component take about a minute at most.

    Examples
    --------
    >>> import numpy as np
    >>> from graph.analysis.large.edge_arrays import EdgeArrays
    >>> can_measure_distances(EdgeArrays(2, np.array([0]), np.array([1])))
    True
    """
    if edges.most_search_steps > MOST_CLOSENESS:
        return False
    passes = edges.actor_count / WIDTH * edges.actor_count
    return passes * edges.actor_count <= MOST_PASSES or passes * edges.depth <= MOST_PASSES


def measure_distances(edges: EdgeArrays, options: MeasureOptions) -> Distances:
    """Measure the distances within a connected component of two actors or more.

    Parameters
    ----------
    edges
        Its edges, without direction and weights.
    options
        The number of workers, and what receives the progress.

    Examples
    --------
    >>> import numpy as np
    >>> from graph.analysis.large.edge_arrays import EdgeArrays
    >>> chain = EdgeArrays(3, np.array([0, 1]), np.array([1, 2]))
    >>> measure_distances(chain, MeasureOptions())
    Distances(diameter=2, mean_path_length=1.3333333333333333, radius=1)
    """
    if edges.most_search_steps <= SMALL:
        return _measure_by_networkx(edges)
    return _measure_in_shares(edges, options)


def _measure_by_networkx(edges: EdgeArrays) -> Distances:
    import networkx as nx

    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(edges.actor_count))
    graph.add_edges_from(zip(edges.sources.tolist(), edges.targets.tolist(), strict=True))
    farthest: Any = nx.eccentricity(graph)
    diameter, radius = nx.diameter(graph, e=farthest), nx.radius(graph, e=farthest)
    return Distances(diameter, float(nx.average_shortest_path_length(graph)), radius)


def _measure_in_shares(edges: EdgeArrays, options: MeasureOptions) -> Distances:
    compute = partial(compute_shares, TASK, options)
    results = list(compute(FarthestSteps, edges, split_actors(edges, SEARCH_STEPS)))
    total = sum(float(result[0]) for result in results)
    pairs = edges.actor_count * (edges.actor_count - 1)
    return Distances(
        max(int(result[1:].max()) for result in results),
        total / pairs,
        min(int(result[1:].min()) for result in results),
    )

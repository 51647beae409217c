"""What a worker process does: it creates an estimator and computes shares on request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO

from graph.analysis.large.array_stream import read_array, write_arrays
from graph.analysis.large.betweenness import (
    ExactBetweenness,
    SampledBetweenness,
    SourceBetweenness,
)
from graph.analysis.large.closeness import WeightedCloseness, WeightedHarmonic
from graph.analysis.large.edge_arrays import EdgeArrays
from graph.analysis.large.step_sums import (
    AllStepSums,
    FarthestSteps,
    SampledFarthestSteps,
    SampledStepSums,
    SingleStepSums,
)
from graph.analysis.large.weighted_betweenness import WholeBetweenness
from graph.analysis.large.work_shares import Estimator

_ALL: tuple[type[Estimator], ...] = (
    ExactBetweenness,
    SampledBetweenness,
    SourceBetweenness,
    WholeBetweenness,
    WeightedCloseness,
    WeightedHarmonic,
    AllStepSums,
    SampledStepSums,
    SingleStepSums,
    FarthestSteps,
    SampledFarthestSteps,
)
ESTIMATORS: Mapping[str, type[Estimator]] = {each.__name__: each for each in _ALL}


def serve(
    name: str, actor_count: int, *, directed: bool, requests: IO[bytes], results: IO[bytes]
) -> None:
    """Compute each share that is requested, until the requests end.

    Parameters
    ----------
    name
        A name in `ESTIMATORS`.
    actor_count, directed
        As in `EdgeArrays`, whose arrays are the first that are read.
    requests, results
        Streams of arrays; see `graph.analysis.large.array_stream`.

    Raises
    ------
    EOFError
        When the requests end.
    """
    sources, targets, weights = (read_array(requests) for _ in range(3))
    edges = EdgeArrays(actor_count, sources, targets, weights if len(weights) else None, directed)
    estimator = ESTIMATORS[name](edges)
    while True:
        start, end = read_array(requests).tolist()
        write_arrays(results, estimator.compute((start, end)))

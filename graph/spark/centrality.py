"""Degrees and PageRank on Spark; the answer is that of one machine, `graph.analysis.centrality`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from graph.analysis.centrality import build_projection, resolve_measures
from graph.analysis.centrality_answer import Centrality
from graph.analysis.measure_notes import describe_scores, list_option_notes
from graph.analysis.measured_projection import DEGREES, choose_projection, round_scores
from graph.errors import QuestionError
from graph.select.edge_relations import Signs
from graph.select.projection import Projection
from graph.spark.edges import WEIGHT, count_by_sign, project
from graph.spark.ends import SOURCE, TARGET
from graph.spark.network import SparkNetwork
from graph.spark.numbers import fetch_columns
from graph.spark.ranking import compute_pagerank
from graph.spark.who import list_actors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from pyspark.sql import DataFrame

    Scores = NDArray[np.float64]

MEASURES = (*sorted(DEGREES), "pagerank")
MOST_LISTED = 100_000  # actors that are listed where it is not said how many


def measure_centrality(
    network: SparkNetwork,
    *measures: str,
    directed: bool = False,
    weighted: bool = False,
    signs: Signs | None = None,
    top: int | None = None,
) -> Centrality:
    """Measure how central each actor is; see `graph.Network.centrality`.

    Parameters
    ----------
    network
        The network, as far as it is selected.
    measures
        Names in `MEASURES`; actors are ranked by the first. Without any, ``degree``.
    directed, weighted, signs
        The projection.
    top
        The most actors to list; None for all, if they are not too many.

    Raises
    ------
    QuestionError
        When a measure is not answered on Spark, or too many actors would be listed.
    """
    names = _require_offered(resolve_measures(measures or ("degree",)))
    projection = build_projection(directed=directed, weighted=weighted, signs=signs, outward=False)
    selected = network.find_selected_actors()
    scores = {name: _measure(network, name, projection, selected) for name in names}
    numbers = _rank(names[0], projection, scores[names[0]], selected)
    if top is None and len(numbers) > MOST_LISTED:
        what = f"{len(numbers):,} actors are more than {MOST_LISTED:,}, the most that are listed."
        raise QuestionError("top", f"{what} Say how many: --top 100.")
    numbers = numbers[:top]
    results: dict[str, Any] = {
        name: dict(enumerate(each[selected].tolist())) for name, each in scores.items()
    }
    cautions = [f"{name}: {text}" for name in names if (text := describe_scores(results, {}, name))]
    return Centrality(
        projection,
        list_actors(network.data, numbers),
        {name: tuple(scores[name][numbers].tolist()) for name in names},
        method_notes=tuple(list_option_notes(count_by_sign(network), names, projection)),
        cautions=tuple(cautions),
        asked_time=network.selected().asked_time,
    )


def _require_offered(names: Sequence[str]) -> Sequence[str]:
    """Refuse measures that Spark does not answer."""
    others = [name for name in names if name not in MEASURES]
    if others:
        what = f"{', '.join(others)} is not measured on Spark, which has: {', '.join(MEASURES)}."
        remedy = "Bring a part of the network home, and measure it there: explore extract."
        raise QuestionError("centrality", f"{what} {remedy}")
    return names


def _measure(
    network: SparkNetwork, name: str, asked: Projection, selected: NDArray[np.bool_]
) -> Scores:
    projection = choose_projection(name, asked)
    edges = project(network, projection)
    if name == "pagerank":
        return compute_pagerank(_run_both_ways(edges, projection), selected)
    ends = {"in": (TARGET,), "out": (SOURCE,)}
    way = name.removeprefix("weighted_").partition("_")[0]
    return _sum_at_ends(edges, ends.get(way, (SOURCE, TARGET)), name, len(selected))


def _run_both_ways(edges: DataFrame, projection: Projection) -> DataFrame:
    """Return edges that run from source to target, undirected ones both ways."""
    from pyspark.sql import functions as F

    if projection.directed:
        return edges
    back = edges.select(F.col(TARGET).alias(SOURCE), F.col(SOURCE).alias(TARGET), WEIGHT)
    return edges.union(back)


def _sum_at_ends(edges: DataFrame, ends: Sequence[str], name: str, count: int) -> Scores:
    """Return how many edges each actor has at some ends, or what these weigh."""
    import numpy as np
    from pyspark.sql import functions as F

    is_weighed = name.startswith("weighted_")
    both = [edges.select(F.col(end).alias("_n"), WEIGHT) for end in ends]
    rows = both[0] if len(both) == 1 else both[0].union(both[1])
    total = F.sum(WEIGHT) if is_weighed else F.count("*")
    numbers, sums = fetch_columns(rows.groupBy("_n").agg(total))
    scores: Any = np.zeros(count, np.float64 if is_weighed else np.int64)
    scores[numbers] = sums
    return cast("Scores", scores)


def _rank(
    name: str, projection: Projection, scores: Scores, selected: NDArray[np.bool_]
) -> NDArray[np.int32]:
    """Return the numbers of the selected actors, the highest score first, else in row order."""
    import numpy as np

    numbers = np.flatnonzero(selected).astype(np.int32)
    rounded = np.array(round_scores(name, projection, scores[numbers].tolist()))
    return numbers[np.lexsort((numbers, -rounded))]

"""Which way a measure of shortest paths is computed: exactly in shares, or from a sample.

It depends on the edges and on the options, never on the machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from graph.analysis.large import betweenness, closeness
from graph.analysis.large.bitset_bfs import WIDTH
from graph.analysis.large.sample import SEED, Sample
from graph.analysis.large.weighted_betweenness import COST, WholeBetweenness
from graph.analysis.large.work_shares import Estimator, Share
from graph.analysis.large.workers import WORTHWHILE, compute_with_workers, count_cores
from graph.errors import QuestionError
from graph.select.projection import MANY

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.analysis.large.edge_arrays import EdgeArrays

PATH_MEASURES = frozenset({"betweenness", "closeness", "harmonic"})
SMALL = 1e6  # steps of all searches; up to here networkx takes less than a second
MOST_BETWEENNESS = 4e9  # steps; about a minute of igraph's betweenness on one core
MOST_CLOSENESS = 5e10  # steps; about a minute of searches from 64 actors at once
MOST_WEIGHTED = 1e9  # steps; about a minute of igraph's searches by length
MOST_WHOLE = MOST_WEIGHTED / COST  # steps of searches with whole lengths of any size
MOST_PASSES = 1e11  # actors in all steps of searches from 64 at once; about two minutes
WIDEST = 1e6  # of the largest weight to the smallest, for igraph's doubles
ROUNDED = "betweenness: paths that differ by less than a part in 1e10 count as equally long."

ReportProgress = Callable[[str, int, int], None]
"""Receives a measure, how many of its shares are done, and how many there are."""


def ignore_progress(_: str, __: int, ___: int) -> None:
    """Report no progress."""


@dataclass(frozen=True)
class MeasureOptions:
    """How measures are computed.

    Parameters
    ----------
    exact
        Whether every score is exact; None samples where exact scores would take long.
    seed
        Seed of the sample.
    report
        Called with the progress.
    workers
        How many processes; None for one for each core where that is worthwhile. The scores are the
        same with any number.
    many
        Whether many networks are measured in turn: then small ones are computed here, too.
    """

    exact: bool | None = None
    seed: int = SEED
    report: ReportProgress = ignore_progress
    workers: int | None = None
    many: bool = False


def compute_scores(
    measure: str, edges: EdgeArrays, options: MeasureOptions
) -> tuple[NDArray[np.float64], Sample | None] | None:
    """Return the actors' scores, and their sample where they are not exact.

    Returns None for a small network, for which `graph.analysis.measures` is as quick. Directed
    closeness, and whatever uses weights, are not sampled, as no useful bound on the error can be
    proved.

    Parameters
    ----------
    measure
        A name in `PATH_MEASURES`.
    edges
        The edges of the projection, with weights when weighted.
    options
        How to compute it.

    Raises
    ------
    QuestionError
        When it would take many minutes, cannot be sampled, and `exact` is not True.

    Examples
    --------
    >>> import numpy as np
    >>> from graph.analysis.large.edge_arrays import EdgeArrays
    >>> star = EdgeArrays(4, np.array([0, 0, 0]), np.array([1, 2, 3]))
    >>> scores, sample = compute_scores("betweenness", star, MeasureOptions(exact=False))
    >>> scores.round(1).tolist(), sample.sample_count
    ([1.0, 0.0, 0.0, 0.0], 30000)
    """
    compute = partial(compute_shares, measure, options)
    if options.exact is not True and measure != "betweenness" and edges.weights is None:
        _require_short_paths(measure, edges, options)
    if _is_sampled(measure, edges, options):
        if measure == "betweenness":
            return betweenness.sample_scores(edges, options.seed, compute)
        return closeness.sample_scores(measure, edges, options.seed, compute)
    if options.exact is not True:
        _require_short_time(measure, edges)
    if measure == "betweenness" and edges.weights is not None:
        whole = betweenness.needs_whole_lengths(edges) and not _is_rounded(edges, options)
        return betweenness.compute_scores(edges, compute, whole=whole), None
    if edges.most_search_steps <= SMALL and len(edges.sources) < MANY and not options.many:
        return None
    if measure == "betweenness":
        return betweenness.compute_scores(edges, compute), None
    return closeness.compute_scores(measure, edges, compute), None


def explain_method(measure: str, edges: EdgeArrays, options: MeasureOptions) -> str:
    """Return why scores are not sampled as requested, or that rounding decides between paths.

    Examples
    --------
    >>> import numpy as np
    >>> from graph.analysis.large.edge_arrays import EdgeArrays
    >>> pair = EdgeArrays(2, np.array([0]), np.array([1]), np.array([3.0]))
    >>> explain_method("harmonic", pair, MeasureOptions(exact=False))
    'harmonic: exact, as weighted paths are not sampled.'
    """
    if measure == "betweenness" and _is_rounded(edges, options):
        return ROUNDED
    if options.exact is not False:
        return ""
    if measure not in PATH_MEASURES:
        return f"{measure}: exact, as it is never sampled."
    if paths := _describe_unsampled(measure, edges):
        return f"{measure}: exact, as {paths} are not sampled."
    return f"{measure}: exact, as the network is small."


def _is_sampled(measure: str, edges: EdgeArrays, options: MeasureOptions) -> bool:
    """Return whether to sample: on request, or because all searches would take too long."""
    if options.exact is True or not edges.actor_count or _describe_unsampled(measure, edges):
        return False
    most = MOST_BETWEENNESS if measure == "betweenness" else MOST_CLOSENESS
    return options.exact is False or _count_steps(edges, most) > most


def _describe_unsampled(measure: str, edges: EdgeArrays) -> str:
    """Return which paths are never sampled; empty where a sample has a useful bound."""
    if edges.weights is not None:
        return "weighted paths"
    return "steps along arrows" if measure == "closeness" and edges.directed else ""


def _count_steps(edges: EdgeArrays, most: float) -> float:
    """Return the steps of all searches, or at most how many, where these are not more than most."""
    steps = edges.most_search_steps
    return steps if steps <= most else edges.search_steps


def _is_rounded(edges: EdgeArrays, options: MeasureOptions) -> bool:
    """Return whether igraph's rounding decides which weighted paths are equally short."""
    if edges.weights is None or options.exact is True or _is_wide(edges):
        return False
    return _count_steps(edges, MOST_WHOLE) > MOST_WHOLE and betweenness.needs_whole_lengths(edges)


def _is_wide(edges: EdgeArrays) -> bool:
    """Return whether weights differ so much that igraph takes short edges for no length at all."""
    weights = edges.require_weights()
    return bool(weights.max(initial=0) > WIDEST * weights.min(initial=1e300))


def _require_short_paths(measure: str, edges: EdgeArrays, options: MeasureOptions) -> None:
    """Refuse a measure that takes many minutes because its paths have very many steps.

    Raises
    ------
    QuestionError
        When it would.
    """
    searches = edges.actor_count
    if _is_sampled(measure, edges, options):
        searches = min(searches, closeness.SAMPLES + closeness.REFINED)
    passes = searches / WIDTH * edges.actor_count
    if passes * edges.actor_count > MOST_PASSES and passes * edges.depth > MOST_PASSES:
        size = f"{edges.actor_count:,} actors and {len(edges.sources):,} edges"
        raise QuestionError(
            "centrality",
            f"{measure} of {size} takes many minutes, as paths have thousands of steps. "
            "Choose fewer actors, or measure it exactly (--exact) and wait.",
        )


def _require_short_time(measure: str, edges: EdgeArrays) -> None:
    """Refuse a measure that is never sampled and would take many minutes.

    Raises
    ------
    QuestionError
        When it would.
    """
    paths = _describe_unsampled(measure, edges)
    if not paths:
        return
    most = MOST_WEIGHTED if edges.weights is not None else MOST_CLOSENESS
    if measure == "betweenness" and _is_wide(edges):
        most = MOST_WHOLE
    if _count_steps(edges, most) > most:
        size = f"{edges.actor_count:,} actors and {len(edges.sources):,} edges"
        option = "weights" if edges.weights is not None else "direction"
        raise QuestionError(
            "centrality",
            f"{measure} of {size} takes many minutes, and {paths} are not sampled. "
            f"Measure it without {option}, or exactly (--exact) and wait.",
        )


def compute_shares(
    measure: str,
    options: MeasureOptions,
    estimator: type[Estimator],
    edges: EdgeArrays,
    shares: list[Share],
) -> Iterator[NDArray[np.float64]]:
    """Yield the result for each share, and report the progress."""
    workers = options.workers
    if workers is None:
        cost = COST if estimator is WholeBetweenness else 1
        workers = count_cores() if edges.most_search_steps * cost > WORTHWHILE else 1
    options.report(measure, 0, len(shares))
    with compute_with_workers(estimator, edges, shares, workers) as results:
        for done, result in enumerate(results, 1):
            options.report(measure, done, len(shares))
            yield result

"""How central each actor is, by each measure; `graph.analysis.facts` says what they mean.

All are computed on a declared projection (`graph.select.projection`), most of them written as
networkx calls, and agree with networkx's own results on it. Everywhere parallel relations are one
edge, whose weight is the sum of theirs, and a mutual relation that is listed both ways counts once;
disputed relations, and relations of an actor to itself, are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.analysis.centrality_answer import Centrality
from graph.analysis.large.sample import SEED, Sample
from graph.analysis.large.strategy import (
    PATH_MEASURES,
    MeasureOptions,
    ReportProgress,
    ignore_progress,
)
from graph.analysis.measure_notes import list_cautions, list_method_notes
from graph.analysis.measured_projection import DEGREES, INDEPENDENT, round_scores
from graph.analysis.measures import MEASURES, Scores, resolve_measure, resolve_measures
from graph.analysis.scores import compute_scores_by_row
from graph.data.lazy_sequence import LazySequence
from graph.errors import QuestionError
from graph.select.asked_time import count_asked
from graph.select.edge_relations import SIGNS, Signs, check_signs
from graph.select.projection import Projection

if TYPE_CHECKING:
    from graph.select.selection import Selection

__all__ = [
    "DEGREES",
    "INDEPENDENT",
    "MEASURES",
    "PATH_MEASURES",
    "SEED",
    "SIGNS",
    "Centrality",
    "Sample",
    "Signs",
    "build_projection",
    "measure_centrality",
    "resolve_measure",
    "resolve_measures",
]


def measure_centrality(  # noqa: PLR0913 - options of the measures
    network: Selection,
    *measures: str,
    directed: bool = False,
    weighted: bool = False,
    signs: Signs | None = None,
    outward: bool = False,
    exact: bool | None = None,
    seed: int = SEED,
    progress: ReportProgress | None = None,
) -> Centrality:
    """Measure how central each actor is.

    Parameters
    ----------
    network
        The network, as far as it is selected.
    measures
        Names in `MEASURES`; actors are ranked by the first. Without any, all.
    directed, weighted
        The projection; see `graph.select.projection`. Degrees do not depend on it.
    signs
        The signs of the relations that count, one of `SIGNS`; None for what suits each measure.
    outward
        Whether closeness, harmonic and pn follow the arrows from an actor; else those to it.
    exact
        Whether to compute every score exactly. False samples betweenness, harmonic and
        (undirected) closeness, unless weighted, None only where exact scores would take longer
        than about a minute. Of closeness and harmonic the highest scores are always exact. What is
        not sampled is exact, or is refused where that would take many minutes.
    seed
        Seed of the sample. The same seed gives the same scores.
    progress
        Called with the name of a measure, how many of its shares are done, and how many there
        are: 0 where the work is not divided.

    Raises
    ------
    QuestionError
        When a measure or sign does not exist, no measure is defined, a measure cannot be sampled
        and would take many minutes, or outward is asked for without a direction.

    Examples
    --------
    >>> import networkx as nx
    >>> from graph import Network
    >>> star = Network.from_graph(nx.star_graph(3))
    >>> answer = measure_centrality(star, "betweenness", "degree")
    >>> answer.frame[["id", "betweenness", "degree"]].values[0]
    array(['0', 1.0, 3], dtype=object)
    >>> print(measure_centrality(star, "betweenness", exact=False).sampled["betweenness"])
    sampled, within ±0.019 with 90 % confidence
    """
    names = resolve_measures(measures)
    projection = build_projection(
        directed=directed, weighted=weighted, signs=signs, outward=outward
    )
    options = MeasureOptions(exact, seed, progress or ignore_progress)
    results, sampled, undefined = compute_scores_by_row(network, names, projection, options)
    if not results:
        raise QuestionError("centrality", " ".join(undefined.values()))
    names = list(results)
    rows = _sort_rows(network, names[0], projection, results[names[0]])
    return Centrality(
        projection,
        LazySequence(rows, network.columns.actor),
        {name: tuple(scores[row] for row in rows) for name, scores in results.items()},
        sampled,
        undefined,
        tuple(list_method_notes(network, names, projection, options, sampled)),
        tuple(list_cautions(network, results, sampled, projection, options)),
        count_asked(network),
    )


def _sort_rows(
    network: Selection, measure: str, projection: Projection, scores: Scores
) -> list[int]:
    """Return the rows of the actors, the highest score first, equal ones in row order."""
    actors = network.actor_numbers
    rounded = round_scores(measure, projection, (scores[row] for row in actors))
    compared = dict(zip(actors, rounded, strict=True))
    return sorted(actors, key=lambda row: (-compared[row], row))


def build_projection(
    *, directed: bool, weighted: bool, signs: Signs | None, outward: bool
) -> Projection:
    """Return the projection that is asked for, as in `measure_centrality`.

    Raises
    ------
    QuestionError
        When there are no such signs, or arrows are to be followed outward without a direction.
    """
    check_signs(signs, "centrality")
    if outward and not directed:
        raise QuestionError("centrality", "outward follows arrows: ask for directed, too.")
    return Projection(directed=directed, weighted=weighted, signs=signs, outward=outward)

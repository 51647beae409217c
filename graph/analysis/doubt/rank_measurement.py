"""Measure how sure ranks are; `graph.analysis.doubt.rank_doubt` describes the answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from graph.analysis.doubt.draws import DRAWS, SEED, draw_networks
from graph.analysis.doubt.omissions import leave_out
from graph.analysis.doubt.rank_doubt import RankDoubt, RankRange
from graph.analysis.large.strategy import MeasureOptions, ReportProgress, ignore_progress
from graph.analysis.measured_projection import rank_scores, round_scores
from graph.analysis.measures import resolve_measures
from graph.analysis.scores import compute_scores_by_row
from graph.errors import QuestionError
from graph.select.asked_time import count_asked
from graph.select.edge_relations import find_edge_relations
from graph.select.projection import Projection

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.select.selection import Selection

MIDDLE = (5, 95)  # percent: nine of ten draws lie between
LEAST_OF_KIND = 5  # actors; of fewer it is not said that they are thinly covered
Ranks = Mapping[int, int]


def measure_rank_doubt(  # noqa: PLR0913 - what is drawn, and how it is measured
    network: Selection,
    measure: str,
    projection: Projection = Projection(signs=None),  # noqa: B008 - a frozen value
    *,
    draws: int = DRAWS,
    seed: int = SEED,
    progress: ReportProgress | None = None,
) -> RankDoubt:
    """Measure which ranks actors take when relations are drawn, or sources are left out.

    Ranks are taken as in `graph.analysis.centrality`, with direction, weights and parallel
    relations as there: in the network as it is, in each draw, and without each source, each
    independent voice, and what is inferred or alleged. To see how steady ranks are when edges are
    missing at random is the way of Borgatti, Carley and Krackhardt (2006).

    Parameters
    ----------
    network
        The network, as far as it is selected.
    measure
        A name in `graph.analysis.measures.MEASURES`.
    projection
        The projection that is asked for; see `graph.select.projection`.
    draws, seed
        How many networks are drawn, and the seed. The same seed gives the same ranks.
    progress
        Called with the name of the work, how many of its shares are done, and how many there are.

    Raises
    ------
    QuestionError
        When the measure does not exist or is not defined, or the number of draws is out of range.

    Examples
    --------
    >>> import networkx as nx
    >>> from graph import Network
    >>> star = Network.from_graph(nx.star_graph(5))
    >>> found = measure_rank_doubt(star, "degree", draws=20)
    >>> found.ranges[0].actor.id, found.ranges[0].best, found.ranges[0].worst
    ('0', 1, 1)
    """
    (name,) = resolve_measures([measure])
    report = progress or ignore_progress
    now = _rank(network, name, projection)
    if now is None:
        raise QuestionError("centrality", f"{name} is not defined on this network.")
    drawn = list(_rank_draws(draw_networks(network, draws, seed), name, projection, draws, report))
    omissions, omitted = leave_out(network)
    without = [_rank(each, name, projection) or {} for each in omitted]
    order = sorted(now, key=lambda row: (now[row], row))
    bounds = _find_bounds(order, drawn)
    ranges = [
        RankRange(
            network.columns.actor(row),
            now[row],
            *bounds[place],
            [ranks.get(row) for ranks in without],
        )
        for place, row in enumerate(order)
    ]
    thin, asked = _find_thin_kinds(network), count_asked(network)
    return RankDoubt(name, ranges, omissions.made, draws, seed, thin, asked, omissions.impossible)


def _rank(network: Selection, measure: str, projection: Projection) -> Ranks | None:
    """Return the rank of each actor by row, from 1; None where the measure is not defined."""
    options = MeasureOptions(workers=1, many=True)
    computed = compute_scores_by_row(network, [measure], projection, options)
    scores = computed.scores.get(measure)
    if scores is None:
        return None
    ranks = rank_scores(round_scores(measure, projection, scores.values()))
    return dict(zip(scores, ranks, strict=True))


def _rank_draws(
    drawn: Iterator[Selection],
    measure: str,
    projection: Projection,
    draws: int,
    report: ReportProgress,
) -> Iterator[Ranks]:
    """Yield the ranks of each draw; one on which the measure is not defined is passed over."""
    for number, network in enumerate(drawn):
        report("Drawing", number, draws)
        ranks = _rank(network, measure, projection)
        if ranks is not None:
            yield ranks


def _find_bounds(rows: Sequence[int], drawn: Sequence[Ranks]) -> Sequence[tuple[int, int]]:
    """Return the best and the worst rank of each actor in nine of ten draws."""
    import numpy as np

    if not drawn:
        raise QuestionError("centrality", "The measure is defined on none of the drawn networks.")
    ranks: NDArray[np.int64] = np.array([[each[row] for row in rows] for each in drawn])
    if not rows:
        return []
    best, worst = np.percentile(ranks, MIDDLE, axis=0, method="nearest")
    return list(zip(best.astype(int).tolist(), worst.astype(int).tolist(), strict=True))


def _find_thin_kinds(network: Selection) -> Mapping[str, tuple[int, int]]:
    """Return the kinds of which most actors have at most one relation, with both counts."""
    columns = network.columns
    degrees: Counter[int] = Counter()
    for row in find_edge_relations(network).rows.tolist():
        degrees.update({columns.endpoints[0][row], columns.endpoints[1][row]})
    kinds = columns.actors.cells("kind")
    counts = Counter(kinds[row] for row in network.actor_numbers)
    few = Counter(kinds[row] for row in network.actor_numbers if degrees[row] <= 1)
    return {
        kind: (few[kind], count)
        for kind, count in sorted(counts.items())
        if count >= LEAST_OF_KIND and few[kind] * 2 > count
    }

"""Choose the actors that are drawn, and compute the size of each."""

from __future__ import annotations

from typing import NamedTuple

from explorer.picture.large_networks import choose_drawn
from graph import Network, QuestionError
from graph.select.most_connected import count_relations


class MarkSizes(NamedTuple):
    """The network that is drawn, and a score for the size of each actor.

    Parameters
    ----------
    network
        The actors that are drawn.
    scores
        A score for each of them, in row order.
    meaning
        What a size means, after "The larger, the".
    left_out
        A sentence on actors that are not drawn; empty when all are.
    caution
        A sentence on scores that are not exact; empty when all are.
    """

    network: Network
    scores: list[float]
    meaning: str
    left_out: str = ""
    caution: str = ""


def compute_mark_sizes(network: Network, measure: str | None) -> MarkSizes:
    """Compute what is drawn of a network, and scores for the sizes of its actors.

    Parameters
    ----------
    network
        The network to draw.
    measure
        Computed on the whole network; None for the number of relations.

    Raises
    ------
    QuestionError
        When the measure is unknown.

    Examples
    --------
    >>> import graph
    >>> compute_mark_sizes(graph.load_example(), "in_degree").meaning
    'higher the in-degree'
    """
    from graph.analysis.facts.catalogue import MEASURE_FACTS

    shown = choose_drawn(network)
    left_out = ""
    if shown is not network:
        shown_count, all_count = len(shown.actor_numbers), len(network.actor_numbers)
        left_out = f"Drawn are the {shown_count} actors with most relations of {all_count:,}."
    if measure is None:
        counts = dict(zip(network.actor_numbers, count_relations(network), strict=True))
        scores = [float(counts[row]) for row in shown.actor_numbers]
        return MarkSizes(shown, scores, "more relations", left_out)
    try:
        answer = network.centrality(measure)
    except QuestionError as error:
        raise QuestionError("size_by", error.what) from None
    measure = answer.measures[0]
    score = dict(zip((actor.id for actor in answer.actors), answer.scores[measure], strict=True))
    by_actor = [float(score[actor.id]) for actor in shown.actor_rows]
    meaning = f"higher the {MEASURE_FACTS[measure].label}"
    notes = [note for note in answer.notes if note not in answer.cautions]
    return MarkSizes(shown, by_actor, meaning, left_out, " ".join(notes))

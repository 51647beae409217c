"""Which actors are drawn, and how large each is."""

from __future__ import annotations

from typing import NamedTuple

from explorer.picture.foremost import foremost, relation_counts
from graph.errors import QuestionError
from graph.network import Network


class Sizes(NamedTuple):
    """What is drawn and how large.

    Parameters
    ----------
    network
        The actors that are drawn.
    scores
        Of each of them, in row order.
    words
        What a size stands for, after "The larger, the".
    left_out
        A sentence on actors that are not drawn; empty when all are.
    caution
        A sentence on scores that are not exact; empty when all are.
    """

    network: Network
    scores: list[float]
    words: str
    left_out: str = ""
    caution: str = ""


def sizes(network: Network, measure: str | None) -> Sizes:
    """Return what is drawn of a network and how large its actors are.

    Parameters
    ----------
    network
        What is asked for.
    measure
        Taken on all of it; None for the number of relations.

    Raises
    ------
    QuestionError
        When there is no such measure.

    Examples
    --------
    >>> import graph
    >>> sizes(graph.load_example(), "in_degree").words
    'higher the in-degree'
    """
    from explorer.page.measured import MEASURE_LABELS

    shown = foremost(network)
    left_out = ""
    if shown is not network:
        few, all_of_them = len(shown.actor_numbers), len(network.actor_numbers)
        left_out = f"Drawn are the {few} actors with most relations of {all_of_them:,}."
    if measure is None:
        counts = dict(zip(network.actor_numbers, relation_counts(network), strict=True))
        scores = [float(counts[row]) for row in shown.actor_numbers]
        return Sizes(shown, scores, "more relations", left_out)
    try:
        answer = network.centrality(measure)
    except QuestionError as error:
        raise QuestionError("size_by", error.what) from None
    score = dict(zip((actor.id for actor in answer.actors), answer.scores[measure], strict=True))
    by_actor = [float(score[actor.id]) for actor in shown.actor_rows]
    words = f"higher the {MEASURE_LABELS[measure]}"
    return Sizes(shown, by_actor, words, left_out, answer.caution)

"""Build the page's measures and communities, which graph computes."""

from math import isfinite
from typing import Any

from explorer.page.network_document import simplify_number
from explorer.page.packed_columns import pack
from graph import Network
from graph.analysis.carrying_voice import describe_carrying_voice
from graph.analysis.communities import SEED
from graph.analysis.community import FOREMOST
from graph.analysis.community_agreement import MOST_NAMED, describe_agreement
from graph.analysis.community_partition import partition_actors
from graph.analysis.facts.catalogue import MEASURE_FACTS
from graph.analysis.facts.measure_facts import MeasureFacts
from graph.analysis.large.sample import Sample
from graph.analysis.measure_notes import describe_scores, describe_signs
from graph.analysis.measured_projection import DEGREES, has_weights
from graph.analysis.measures import Scores
from graph.analysis.rounding import round_digits
from graph.analysis.scores import ComputedScores, compute_scores_by_row
from graph.data.dictionary_column import to_row_array
from graph.select.edge_relations import count_by_sign
from graph.select.projection import Projection

ALL_MEASURES_UP_TO = (
    2_000  # actors; above, only measures that take time in proportion to the relations
)
CHEAP_MEASURES = (
    "degree",
    "in_degree",
    "out_degree",
    "weighted_degree",
    "weighted_in_degree",
    "weighted_out_degree",
    "pagerank",
    "core_number",
)
DECIMALS = 12  # of a score: as many as a profile's ranks compare, so that equal ranks agree


def build_measures(network: Network) -> list[dict[str, Any]]:
    """Build each measure with its scores, in the order of the actors.

    Scores have twelve decimals; null means that a measure has no score for an actor; ``sampled``
    says how far off a score may be that is not exact, ``notes`` what the measure leaves out and
    what its scores cannot say, ``facts`` what it means. Degrees have no notes: the page counts them
    again under its filters.
    """
    few = len(network.actor_numbers) <= ALL_MEASURES_UP_TO
    measures = tuple(MEASURE_FACTS) if few else CHEAP_MEASURES
    computed = compute_scores_by_row(network, measures)
    notes_of = _list_notes(network, computed)
    return [
        {
            "id": measure,
            "label": MEASURE_FACTS[measure].label,
            "facts": _choose_facts(MEASURE_FACTS[measure]),
            "scores": pack(_list_scores(network, measure, computed.scores.get(measure, {}))),
        }
        | _describe_sampling(computed.sampled.get(measure))
        | ({"notes": notes_of[measure]} if notes_of[measure] else {})
        for measure in measures
    ]


def _choose_facts(facts: MeasureFacts) -> dict[str, str]:
    """Return what a reader of the page needs to know; `graph.analysis.facts` has the rest."""
    return {
        "question": facts.question,
        "formula": facts.formula,
        "misleads": facts.misleads,
    }


def _list_notes(network: Network, computed: ComputedScores) -> dict[str, list[str]]:
    """Return for each measure what it leaves out, and what its scores cannot say."""
    counts = count_by_sign(network)
    ranked = {name: each for name, each in computed.scores.items() if name not in DEGREES}
    voice = describe_carrying_voice(network, ranked)
    notes: dict[str, list[str]] = {}
    for measure in MEASURE_FACTS:
        texts = [
            computed.undefined.get(measure, "").removeprefix(f"{measure}: "),
            describe_signs(counts, Projection(), measure),
            describe_scores(computed.scores, computed.sampled, measure),
            voice.get(measure, ""),
        ]
        notes[measure] = [] if measure in DEGREES else [note for note in texts if note]
    return notes


def _describe_sampling(sample: Sample | None) -> dict[str, str]:
    return {"sampled": f"{sample}. {sample.rank_note}"} if sample else {}


def _list_scores(network: Network, measure: str, scores: Scores) -> list[float | None]:
    if not scores:
        return [None] * len(network.actor_numbers)
    listed = [scores[row] for row in network.actor_numbers]
    if has_weights(measure):  # in the unit of the weights, which may be of any size
        return [simplify_number(score) for score in round_digits(listed).tolist()]
    return list(map(_round, listed))


def _round(score: float) -> float | None:
    if isinstance(score, int):
        return score
    return simplify_number(round(float(score), DECIMALS)) if isfinite(score) else None


def build_communities(network: Network) -> dict[str, Any]:
    """Build the communities of the network that is shown; see `graph.analysis.communities`.

    Returns
    -------
    dict
        ``number``, each actor's community from 1, or null; ``foremost``, the numbers of each
        community's best-connected actors; ``modularity``; ``agreement``, how far the tries
        agree, in sentences, where they do not.
    """
    partition = partition_actors(network, Projection(), SEED)
    rows = to_row_array(network.actor_numbers)
    numbers: list[int | None] = [None] * len(rows)
    foremost = []
    for number, community in enumerate(partition.communities, 1):
        indices = rows.searchsorted(community.rows).tolist()
        foremost.append(indices[:FOREMOST])
        for index in indices:
            numbers[index] = number
    moving = [network.columns.actor(row).name for row, _ in partition.agreement.moves[:MOST_NAMED]]
    agreement = " ".join(describe_agreement(partition.agreement, moving))
    return {
        "number": pack(numbers),
        "foremost": foremost,
        "modularity": round(partition.modularity, DECIMALS),
    } | ({"agreement": agreement} if agreement else {})

"""What Python has measured for the page: scores, and who belongs together."""

from math import isfinite
from typing import Any

from explorer.page.columns import pack
from explorer.page.network_document import short
from graph.analysis.centrality import scores_by_row
from graph.analysis.communities import FOREMOST, SEED
from graph.analysis.community_partition import divided
from graph.analysis.large.sampling import Sampled
from graph.analysis.measures import Scores
from graph.data.dictionary_column import to_row_array
from graph.network import Network
from graph.select.projection import Projection

ALL_MEASURES_UP_TO = 2_000  # actors; above, only what costs no more than a walk over the relations
CHEAP_MEASURES = ("degree", "in_degree", "out_degree", "weighted_degree", "pagerank")
MEASURE_LABELS = {
    "degree": "degree",
    "in_degree": "in-degree",
    "out_degree": "out-degree",
    "weighted_degree": "weighted degree",
    "betweenness": "betweenness",
    "closeness": "closeness",
    "harmonic": "harmonic closeness",
    "eigenvector": "eigenvector",
    "pagerank": "PageRank",
}
DECIMALS = 12  # of a score: as many as a profile's ranks compare, so that the same actors tie


def measures(network: Network) -> list[dict[str, Any]]:
    """Return each measure with its scores, in the order of the actors.

    Scores have twelve decimals; null is where a measure says nothing, and ``sampled`` tells how
    far off a score may be that is not exact.
    """
    few = len(network.actor_numbers) <= ALL_MEASURES_UP_TO
    found, sampled = scores_by_row(network, tuple(MEASURE_LABELS) if few else CHEAP_MEASURES)
    return [
        {
            "id": measure,
            "label": MEASURE_LABELS[measure],
            "scores": pack(_by_row(network, scores)),
        }
        | _caution(sampled.get(measure))
        for measure, scores in found.items()
    ]


def _caution(how: Sampled | None) -> dict[str, str]:
    return {"sampled": f"{how}. {how.ranks}"} if how else {}


def _by_row(network: Network, scores: Scores) -> list[float | None]:
    return [_rounded(scores[row]) for row in network.actor_numbers]


def _rounded(score: float) -> float | None:
    if isinstance(score, int):
        return score
    return short(round(float(score), DECIMALS)) if isfinite(score) else None


def communities(network: Network) -> dict[str, Any]:
    """Return who belongs together, as `graph.analysis.communities` finds it in all that is shown.

    Returns
    -------
    dict
        ``number``, each actor's community from 1, null for whoever is in none; ``foremost``, the
        numbers of each community's foremost actors; ``modularity``. The reader's filters do not
        change it.
    """
    division = divided(network, Projection(), SEED)
    rows = to_row_array(network.actor_numbers)
    numbers: list[int | None] = [None] * len(rows)
    foremost = []
    for number, group in enumerate(division.groups, 1):
        places = rows.searchsorted(group.rows).tolist()
        foremost.append(places[:FOREMOST])
        for place in places:
            numbers[place] = number
    return {
        "number": pack(numbers),
        "foremost": foremost,
        "modularity": round(division.modularity, DECIMALS),
    }

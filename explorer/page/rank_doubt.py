"""Build how sure ranks are, for the whiskers beside the bars of the panel of ranks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph import Network
    from graph.analysis.doubt.rank_doubt import RankDoubt

MEASURES = ("degree", "betweenness")
MOST_ACTORS = 150  # so that a page takes at most a tenth longer to build
MOST_RELATIONS = 500
MOST_SOURCES = 50


def build_rank_doubt(network: Network) -> dict[str, Any]:
    """Build the ranks that actors take in draws, and without each source, voice and basis.

    Returns
    -------
    dict
        Empty for a network that is large, or has no actors. Else ``rank_doubt``: ``notes`` on how
        networks are drawn; ``omissions``, the names of what is left out in turn; ``measures``, by
        the id of each ``best``, ``worst`` and ``falls_to``, ranks in the order of the actors,
        ``without``, the number of the omission without which an actor falls the farthest, or null,
        and ``missing``, by the number of an actor without what it has no rank, if there is any.
        They are those of `graph.analysis.doubt.rank_measurement`.
    """
    is_large = (
        len(network.actor_numbers) > MOST_ACTORS
        or len(network.relation_numbers) > MOST_RELATIONS
        or len(network.source_rows) > MOST_SOURCES
    )
    if is_large or not network.relation_numbers:
        return {}
    answers = {measure: network.centrality_doubt(measure) for measure in MEASURES}
    first = answers[MEASURES[0]]
    described = {
        "notes": list(first.notes),
        "omissions": [each.name for each in first.omissions],
        "measures": {measure: _describe(network, answer) for measure, answer in answers.items()},
    }
    return {"rank_doubt": described}


def _describe(network: Network, answer: RankDoubt) -> dict[str, Any]:
    range_of = {each.actor.id: each for each in answer.ranges}
    ids = network.columns.actors.cells("id")
    ranges = [range_of[ids[row]] for row in network.actor_numbers]
    causes = [each.find_cause(answer.omissions) for each in ranges]
    missing = [each.find_missing(answer.omissions) for each in ranges]
    return {
        "best": [each.best for each in ranges],
        "worst": [each.worst for each in ranges],
        "falls_to": [each.falls_to for each in ranges],
        "without": [None if each is None else answer.omissions.index(each) for each in causes],
        "missing": {number: words for number, words in enumerate(missing) if words},
    }

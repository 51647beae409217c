"""Build who stands between others, for the page: figures, roles, who parts others, key players."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explorer.report.brokers import ShownBrokers, list_rows
from graph.analysis.brokers.answer import describe_parting

if TYPE_CHECKING:
    from graph import Network
    from graph.analysis.brokers.answer import Brokers

MOST_ACTORS = 200  # so that a page takes at most a tenth longer to build
MOST_RELATIONS = 1_000
MOST_LISTED = 30
PLAYERS = (1, 3)  # how many key players are looked for


def build_brokers(network: Network) -> dict[str, Any]:
    """Build who stands between others in the network that is shown.

    Returns
    -------
    dict
        Empty for a network that is large, or in which nobody has relations. Else ``brokers``, all
        as `explore brokers` writes it: ``sentence`` and ``notes``; ``brokers``, those that are
        listed, each with its number, its figures, its roles between kinds, and ``camp_roles``,
        those between camps where these are proved; ``parting``, without whom others lose touch, and
        ``players``, both in sentences with the numbers of the actors; see
        `graph.analysis.brokers.answer`.
    """
    is_large = (
        len(network.actor_numbers) > MOST_ACTORS or len(network.relation_numbers) > MOST_RELATIONS
    )
    if is_large or not network.relation_numbers:
        return {}
    answers = [network.brokers(k=count) for count in PLAYERS if count < len(network.actor_numbers)]
    if not answers or not answers[0].edge_count:
        return {}
    return {"brokers": _describe(network, answers)}


def _describe(network: Network, answers: list[Brokers]) -> dict[str, Any]:
    ids = network.columns.actors.cells("id")
    number_of = {ids[row]: number for number, row in enumerate(network.actor_numbers)}
    first = answers[0]
    rows = list_rows(ShownBrokers(first, MOST_LISTED))
    between_camps = _list_camp_roles(network)
    return {
        "sentence": first.sentence,
        "notes": list(first.notes),
        "brokers": [
            {
                "actor": number_of[broker.actor.id],
                "figures": row[1:-1],
                "roles": row[-1],
                **between_camps.get(broker.actor.id, {}),
            }
            for broker, row in zip(first.brokers, rows, strict=False)
        ],
        "parting": [
            {"actors": [number_of[broker.actor.id]], "sentence": _begin(describe_parting([broker]))}
            for broker in first.parting[:MOST_LISTED]
        ],
        "players": [
            {"actors": [number_of[actor.id] for actor in players.actors], "sentence": sentence}
            for answer in answers
            for players, sentence in zip(
                filter(None, (answer.fragmenting, answer.reaching)),
                answer.player_sentences,
                strict=True,
            )
        ],
    }


def _list_camp_roles(network: Network) -> dict[str, dict[str, str]]:
    """Return the roles between camps by the id of each broker; empty where none are proved."""
    from graph.select.edge_relations import count_by_sign

    if not count_by_sign(network).get("-"):
        return {}
    answer = network.brokers(between="camp")
    if not answer.is_grouping_proved:
        return {}
    rows = list_rows(ShownBrokers(answer, MOST_LISTED))
    listed = zip(answer.brokers, rows, strict=False)
    return {broker.actor.id: {"camp_roles": row[-1]} for broker, row in listed if row[-1]}


def _begin(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."

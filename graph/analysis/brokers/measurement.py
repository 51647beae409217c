"""Measure who stands between others; `graph.analysis.brokers.answer` describes the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.analysis.brokers.answer import Broker, Brokers, Grouping, PlayerSet
from graph.analysis.brokers.key_players import (
    KeyPlayers,
    find_fragmenting,
    find_reaching,
    measure_fragmentation,
)
from graph.analysis.brokers.neighbours import build_broker_graph
from graph.analysis.brokers.parting import find_parted
from graph.analysis.brokers.roles import count_roles
from graph.analysis.brokers.structural_holes import measure_constraint, measure_effective_size
from graph.analysis.camps.placement import find_camps
from graph.analysis.scores import compute_scores_by_row
from graph.errors import QuestionError
from graph.select.asked_time import count_asked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.data.records import Actor
    from graph.select.selection import Selection

GROUPINGS = ("kind", "camp")
MOST_PLAYERS = 10
SECONDS = 10  # for the proof of camps


def measure_brokers(network: Selection, *, between: Grouping = "kind", k: int = 1) -> Brokers:
    """Measure who stands between others.

    Parameters
    ----------
    network
        The network, as far as it is selected.
    between
        Whether roles are between kinds of actor, or between camps.
    k
        How many key players, from 1 to 10.

    Raises
    ------
    QuestionError
        When `between` is unknown, or `k` is out of its range.

    Examples
    --------
    >>> import networkx as nx
    >>> from graph import Network
    >>> answer = measure_brokers(Network.from_graph(nx.path_graph(["a", "b", "c"])))
    >>> answer.brokers[0].actor.id, answer.brokers[0].parted_count
    ('b', 1)
    """
    _check(between, k)
    graph = build_broker_graph(network)
    neighbours = graph.neighbours
    rows = list(network.actor_numbers)
    actors = [network.columns.actor(row) for row in rows]
    computed = compute_scores_by_row(network, ["betweenness"])
    scores = computed.scores.get("betweenness", {})
    parted = find_parted(neighbours)
    groups, is_proved = _list_groups(network, between)
    roles = count_roles(graph.targets, groups)
    brokers = [
        Broker(
            actors[place],
            None if scores.get(row) is None else float(scores[row]),
            measure_constraint(neighbours, place),
            measure_effective_size(neighbours, place),
            parted[place],
            groups[place],
            roles[place],
        )
        for place, row in enumerate(rows)
    ]
    brokers.sort(key=lambda each: (-(each.betweenness or 0), -each.parted_count))
    has_others = len(actors) > k
    return Brokers(
        brokers,
        between,
        k,
        _to_set(find_fragmenting(neighbours, k), actors) if has_others else None,
        _to_set(find_reaching(neighbours, k), actors) if has_others else None,
        measure_fragmentation(neighbours),
        graph.edge_count,
        count_asked(network),
        is_proved,
    )


def _check(between: str, k: int) -> None:
    if between not in GROUPINGS:
        message = f"Roles are between groups of a {' or '.join(GROUPINGS)}, not {between!r}."
        raise QuestionError("between", message)
    if not isinstance(k, int) or isinstance(k, bool) or not 1 <= k <= MOST_PLAYERS:
        message = f"The number of key players must be a whole number from 1 to {MOST_PLAYERS}."
        raise QuestionError("k", message)


def _list_groups(network: Selection, between: Grouping) -> tuple[list[str], bool]:
    """Return the group of each actor, in row order, empty for none; and whether it is proved."""
    if between == "kind":
        kinds = network.columns.actors.cells("kind")
        return [kinds[row] for row in network.actor_numbers], True
    found = find_camps(network, seconds=SECONDS)
    number_of = {actor.id: str(camp.number) for camp in found.camps for actor in camp.actors}
    ids = network.columns.actors.cells("id")
    return [number_of.get(ids[row], "") for row in network.actor_numbers], found.optimal


def _to_set(players: KeyPlayers, actors: Sequence[Actor]) -> PlayerSet:
    return PlayerSet([actors[each] for each in players.actors], players.value, players.bound)

"""What of a network a picture can show: all of it, or the actors with most relations."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from graph.network import Network
from graph.select import filters

# As the page has them (core/answers.js).
MOST_DRAWN = 20_000  # relations
FOREMOST = 300  # actors


def relation_counts(network: Network) -> list[int]:
    """Return how many relations each actor has, in row order; a tie to oneself counts once.

    Parallel relations count each, and so do disputed ones: all are drawn.

    Examples
    --------
    >>> import graph
    >>> sum(relation_counts(graph.load_example()))
    440
    """
    source, target = network.columns.endpoints
    counts = Counter(source[row] for row in network.relation_numbers)
    counts.update(target[row] for row in network.relation_numbers if source[row] != target[row])
    return [counts[row] for row in network.actor_numbers]


def foremost(network: Network) -> Network:
    """Return a network as it is, or its foremost actors where nobody could read all of it.

    Examples
    --------
    >>> import graph
    >>> net = graph.load_example()
    >>> foremost(net) is net
    True
    """
    if len(network.relation_numbers) <= MOST_DRAWN or len(network.actor_numbers) <= FOREMOST:
        return network
    counts = relation_counts(network)
    places = sorted(range(len(counts)), key=lambda place: -counts[place])[:FOREMOST]
    chosen = sorted(network.actor_numbers[place] for place in places)
    among = filters.keep_among(network.columns, network.relation_numbers, chosen)
    return replace(network, actor_numbers=chosen, relation_numbers=among)

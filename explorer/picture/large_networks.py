"""Choose what is drawn of a large network: the actors with most relations."""

from __future__ import annotations

from graph import Network
from graph.select.most_connected import select_most_connected

# As the page has them (core/large_network.js).
MOST_DRAWN = 20_000  # relations, or actors
FOREMOST = 300  # actors


def choose_drawn(network: Network) -> Network:
    """Return a network as it is, or its most connected actors when it is too large to read.

    Examples
    --------
    >>> import graph
    >>> net = graph.load_example()
    >>> choose_drawn(net) is net
    True
    """
    largest = max(len(network.relation_numbers), len(network.actor_numbers))
    if largest <= MOST_DRAWN or len(network.actor_numbers) <= FOREMOST:
        return network
    return select_most_connected(network, FOREMOST)

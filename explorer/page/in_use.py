"""The types and kinds that a drawing has to tell apart: only those in use, in one order."""

from graph.data.dictionary_column import iter_values
from graph.data.vocabulary import KINDS, RelationType
from graph.network import Network


def types_in_use(network: Network) -> list[RelationType]:
    """Return the types that a network's relations are of, in the order of its vocabulary.

    Examples
    --------
    >>> import graph
    >>> [each.name for each in types_in_use(graph.load_example().only("funds", "ally"))]
    ['ally', 'funds']
    """
    used = set(iter_values(network.columns.relations.cells("type"), network.relation_numbers))
    return [relation_type for name, relation_type in network.types.items() if name in used]


def kinds_in_use(*networks: Network) -> list[str]:
    """Return the kinds of networks' actors: the built-in ones in their order, then the others.

    Examples
    --------
    >>> import graph
    >>> kinds_in_use(graph.load_example().kind("state", "person"))
    ['person', 'state']
    """
    used = {
        kind
        for network in networks
        for kind in iter_values(network.columns.actors.cells("kind"), network.actor_numbers)
    }
    return [*(kind for kind in KINDS if kind in used), *sorted(used.difference(KINDS))]

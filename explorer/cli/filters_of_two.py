"""Filters for two versions of one network: a name may be known to either of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from explorer.cli.options import Filters, words
from graph import ActorError, ActorNotFound, Network, QuestionError
from graph.data.dictionary_column import unique_values
from graph.names.sources import resolve_source

Knows = Callable[[Network, str], bool]


def filtered(filters: Filters, network: Network, other: Network) -> Network:
    """Return what filters keep of one version.

    A type, a kind, an actor or a source that only the other version knows leaves out nothing
    here, and keeps nothing; one that neither knows is an error, as always.
    """
    known = {field: _known(filters, field, network, other) for field in KNOWS}
    for field in ("kind", "only_actor"):
        if getattr(filters, field) and not known[field]:
            network = network.only_actor()
    if filters.only and not known["only"]:
        network = network.only()
    narrowed: Mapping[str, Any] = known
    return filters._replace(**narrowed).apply(network)


def _known(filters: Filters, field: str, network: Network, other: Network) -> tuple[str, ...]:
    """Return the words of an option without those that only the other version knows."""
    given: tuple[str, ...] = getattr(filters, field)
    asked = words(*given) if field in LISTED else given
    knows = KNOWS[field]
    return tuple(word for word in asked if knows(network, word) or not knows(other, word))


def _type(network: Network, name: str) -> bool:
    return name in network.types


def _kind(network: Network, name: str) -> bool:
    return name in unique_values(network.columns.actors.cells("kind"))


def _actor(network: Network, name: str) -> bool:
    try:
        network.resolve(name)
    except ActorNotFound:
        return False
    except ActorError:
        return True
    return True


def _source(network: Network, name: str) -> bool:
    try:
        resolve_source(network.columns, name)
    except QuestionError:
        return False
    return True


LISTED = ("only", "avoid", "kind", "avoid_kind")
KNOWS: Mapping[str, Knows] = {
    "only": _type,
    "avoid": _type,
    "kind": _kind,
    "avoid_kind": _kind,
    "avoid_actor": _actor,
    "only_actor": _actor,
    "without_source": _source,
}

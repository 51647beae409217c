"""Filters for two versions of a network: a name may exist in only one of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from explorer.cli.filter_options import COMMA_LISTS, Filters, list_known_words
from explorer.cli.parameters import split_words
from graph import ActorError, ActorNotFound, Network, QuestionError
from graph.data.dictionary_column import unique_values
from graph.names.sources import resolve_source

Check = Callable[[Network, str], bool]


def filter_version(filters: Filters, network: Network, other_version: Network) -> Network:
    """Return the part of one version that the filters select.

    A type, a kind, an actor or a source that exists only in the other version selects nothing
    and leaves out nothing here. One that exists in neither version is an error, as in any command.
    """
    values = {
        field: _drop_values_of_other_version(filters, field, network, other_version)
        for field in CHECKS
    }
    for field in ("kind", "only_actor"):
        if getattr(filters, field) and not values[field]:
            network = network.only_actor()
    for field in ("only", "according_to"):
        if getattr(filters, field) and not values[field]:
            network = network.only()
    changes: Mapping[str, Any] = values
    return filters._replace(**changes).apply(network)


def _drop_values_of_other_version(
    filters: Filters, field: str, network: Network, other_version: Network
) -> tuple[str, ...]:
    """Return the values of an option without those that exist only in the other version."""
    given: tuple[str, ...] = getattr(filters, field)
    words: Sequence[str] = given
    if field in COMMA_LISTS:
        versions = network, other_version
        known = {word for each in versions for word in list_known_words(each, field)}
        words = split_words(given, known)
    has = CHECKS[field]
    return tuple(word for word in words if has(network, word) or not has(other_version, word))


def _has_type(network: Network, name: str) -> bool:
    return name in network.types


def _has_kind(network: Network, name: str) -> bool:
    return name in unique_values(network.columns.actors.cells("kind"))


def _has_actor(network: Network, name: str) -> bool:
    try:
        network.resolve(name)
    except ActorNotFound:
        return False
    except ActorError:
        return True
    return True


def _has_source(network: Network, name: str) -> bool:
    try:
        resolve_source(network.columns, name)
    except QuestionError:
        return False
    return True


def _has_claimant(network: Network, name: str) -> bool:
    try:
        network.according_to(name)
    except ActorError:
        return True
    except QuestionError:
        return False
    return True


CHECKS: Mapping[str, Check] = {
    "only": _has_type,
    "avoid": _has_type,
    "kind": _has_kind,
    "avoid_kind": _has_kind,
    "avoid_actor": _has_actor,
    "only_actor": _has_actor,
    "without_source": _has_source,
    "according_to": _has_claimant,
}

"""Paths on Spark: searched there, and told here by the one machine's own code.

Spark finds the actors on the shortest paths. All relations among them are brought home as an
ordinary Network, which is asked the same question: so the order of equally short paths, sentences
and sources are its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.analysis.paths.answer import Paths
from graph.errors import QuestionError
from graph.network import Network
from graph.select.applied_filter import AppliedFilter, leave_out
from graph.spark.home import among, bring_home
from graph.spark.network import SparkNetwork
from graph.spark.search import Steps, find_levels, take_steps

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.data.records import Actor

    Numbers = NDArray[np.int32]

MOST_ON_PATHS = 200_000  # actors on shortest paths


def find_paths(
    network: SparkNetwork,
    *names: str,
    directed: bool = False,
    max_length: int | None = None,
    limit: int = 100,
) -> Paths:
    """Return the shortest paths between actors; see `graph.Network.path`.

    Parameters
    ----------
    network
        The network, as far as it is selected.
    names
        Two actors or more, as a person types them; a path leads through them in order.
    directed
        Follow relations from source to target only (mutual types both ways).
    max_length
        The most steps from one of the named actors to the next.
    limit
        The most paths to list.

    Raises
    ------
    ActorError
        When a name does not lead to one actor.
    QuestionError
        When the filters leave one out, a number is less than 1, or too many actors are on paths.
    """
    if max_length is not None and max_length < 1:
        raise QuestionError("max_length", f"it must be 1 or more, not {max_length}.")
    whole = network.without_filters
    actors = [network.require(whole.resolve(name)) for name in names]
    home = bring_paths_home(network, actors, directed=directed, max_length=max_length)
    ids = (actor.id for actor in actors)
    answer = home.path(*ids, directed=directed, max_length=max_length, limit=limit)
    return replace(answer, asked_time=network.selected().asked_time)


def bring_paths_home(
    network: SparkNetwork,
    actors: Sequence[Actor],
    *,
    directed: bool = False,
    max_length: int | None = None,
) -> Network:
    """Return the network of all shortest paths between actors, one after the other.

    Where there is none, it has those without each filter, and without all of them, from which a
    Network explains what stands in the way.
    """
    import numpy as np

    numbers = [network.number(actor) for actor in actors]
    found: list[Numbers] = [np.array(numbers, np.int32)]
    for ends in pairwise(numbers):
        levels = _search(network, ends, directed=directed, most=max_length)
        if levels is None:
            found += _search_without(network, ends, directed=directed, most=max_length)
            break
        found += levels
    on_paths = np.unique(np.concatenate(found))
    if len(on_paths) > MOST_ON_PATHS:
        what = f"{len(on_paths):,} actors are on equally short paths, more than {MOST_ON_PATHS:,}."
        raise QuestionError("path", f"{what} Filter, so that there are fewer.")
    return bring_selection_home(network, on_paths)


def bring_selection_home(network: SparkNetwork, actors: Numbers) -> Network:
    """Return the Network of some actors with all relations among them, and apply the filters."""
    context = [*network.named_in_filters, *_list_examples(network)]
    relations = among(network.data.relations(), actors)
    home = bring_home(network.data, actors, relations, context)
    for each in network.filters:
        home = each.apply(home)
    return home


def _list_examples(network: SparkNetwork) -> Iterator[int]:
    """Yield an actor of each kind that a filter names: a Network refuses kinds that it has not."""
    kinds = [
        str(kind)
        for each in network.filters
        if each.name in ("kind", "avoid_kind")
        for kind in each.arguments
    ]
    if kinds:
        yield from network.data.find_examples(kinds)


def _search(
    network: SparkNetwork, ends: tuple[int, int], *, directed: bool, most: int | None = None
) -> list[Numbers] | None:
    """Return the actors on the shortest paths between two; None where there is none."""
    selected = network.selected()
    if selected.actors is not None and not all(selected.actors[end] for end in ends):
        return None
    frame = take_steps(selected.relations, network.types)
    return find_levels(Steps(frame, directed, network.data.actors.total), *ends, most)


def _search_without(
    network: SparkNetwork, ends: tuple[int, int], *, directed: bool, most: int | None
) -> Iterator[Numbers]:
    """Yield the actors on paths without a limit, a filter or all of them, where there are any."""
    searches = _list_searches(network, directed=directed, is_limited=most is not None)
    for other, is_directed in searches:
        yield from _search(other, ends, directed=is_directed) or ()


def _list_searches(
    network: SparkNetwork, *, directed: bool, is_limited: bool
) -> Iterator[tuple[SparkNetwork, bool]]:
    if is_limited:
        yield network, directed
    if directed:
        yield network, False
    parts = dict.fromkeys(part for each in network.filters for part in each.parts)
    for part in parts:
        rest: Iterable[AppliedFilter] = leave_out(network.filters, part)
        yield replace(network, filters=tuple(rest)), directed
    if network.filters:
        yield network.without_filters, False

"""Bring a part of a network home: around an actor, between two, or what filters select."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.analysis.extraction import refuse_no_community, refuse_no_path
from graph.errors import QuestionError
from graph.network import Network
from graph.spark.communities import partition
from graph.spark.ends import SOURCE, TARGET
from graph.spark.home import MOST_HOME, among, bring_home
from graph.spark.network import SparkNetwork
from graph.spark.numbers import fetch_columns
from graph.spark.search import Steps, find_levels, find_near, take_steps

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int32]


def extract_ego(
    network: SparkNetwork, name: str, depth: int = 1, *, directed: bool = False
) -> Network:
    """Return the network of all actors within some steps of one.

    Parameters
    ----------
    network
        The network, as far as it is selected.
    name
        The actor, as a person types it.
    depth
        The most steps.
    directed
        Follow relations away from the actor only (mutual types both ways).

    Raises
    ------
    ActorError
        When the name does not lead to one actor.
    QuestionError
        When the filters leave the actor out, or there are too many relations.
    """
    actor = network.require(network.without_filters.resolve(name))
    near = find_near(_list_steps(network, directed=directed), network.number(actor), depth)
    return _bring(network, near)


def extract_between(
    network: SparkNetwork, source: str, target: str, *, directed: bool = False
) -> Network:
    """Return the network of all actors on the shortest paths between two.

    Raises
    ------
    ActorError
        When a name does not lead to one actor.
    QuestionError
        When there is no path, the filters leave one out, or there are too many relations.
    """
    import numpy as np

    ends = [network.require(network.without_filters.resolve(name)) for name in (source, target)]
    numbers = (network.number(ends[0]), network.number(ends[1]))
    levels = find_levels(_list_steps(network, directed=directed), *numbers)
    if levels is None:
        refuse_no_path(*ends)
    return _bring(network, np.unique(np.concatenate(levels)))


def extract_selected(network: SparkNetwork) -> Network:
    """Return the relations that the filters select, and the actors that have one.

    Raises
    ------
    QuestionError
        When there are too many.
    """
    import numpy as np

    relations = network.selected().relations
    if not network.filters and relations.count() > MOST_HOME:
        what = f"there are more than {MOST_HOME:,} relations, the most brought home."
        raise QuestionError("extract", f"{what} Give an actor, or filters.")
    ends = [fetch_columns(relations.select(end).distinct())[0] for end in (SOURCE, TARGET)]
    return bring_home(network.data, np.unique(np.concatenate(ends)), relations)


def extract_community(network: SparkNetwork, name: str) -> Network:
    """Return the network of the community of an actor, found by label propagation.

    Raises
    ------
    ActorError
        When the name does not lead to one actor.
    QuestionError
        When the actor is in no community, or there are too many relations.
    """
    import numpy as np

    actor = network.require(network.without_filters.resolve(name))
    number, found = network.number(actor), partition(network)
    if not found.linked[number]:
        refuse_no_community(actor)
    members = np.flatnonzero((found.labels == found.labels[number]) & found.linked)
    return _bring(network, members.astype(np.int32))


def _list_steps(network: SparkNetwork, *, directed: bool) -> Steps:
    frame = take_steps(network.selected().relations, network.types)
    return Steps(frame, directed, network.data.actors.total)


def _bring(network: SparkNetwork, numbers: Numbers) -> Network:
    return bring_home(network.data, numbers, among(network.selected().relations, numbers))

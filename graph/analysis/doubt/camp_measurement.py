"""Measure how sure camps are; `graph.analysis.doubt.camp_doubt` describes the answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from time import monotonic
from typing import TYPE_CHECKING

from graph.analysis.balance.shared_time import SharedTime
from graph.analysis.camps.matching import match_camps
from graph.analysis.camps.placement import find_camps, find_members
from graph.analysis.doubt.camp_doubt import CampDoubt, SideRange
from graph.analysis.doubt.draws import SEED, draw_networks
from graph.analysis.doubt.omissions import Omission, leave_out
from graph.analysis.large.strategy import ReportProgress, ignore_progress
from graph.select.asked_time import count_asked

if TYPE_CHECKING:
    from graph.analysis.camps.answer import Camps
    from graph.select.selection import Selection

DRAWS = 50  # each of them is divided anew
SECONDS = 60  # for all divisions
MOST_SECONDS = 5  # for each division
Sides = Mapping[str, int | None]
"""By the id of a member of a camp the number of the camp as it is; None for a new camp."""


def measure_camp_doubt(  # noqa: PLR0913 - how camps are found, and what is drawn
    network: Selection,
    k: int = 2,
    *,
    signed_only: bool = False,
    draws: int = DRAWS,
    seed: int = SEED,
    seconds: float = SECONDS,
    progress: ReportProgress | None = None,
    known: Camps | None = None,
) -> CampDoubt:
    """Measure who changes side when relations are drawn, or sources are left out.

    Camps are found as by `graph.analysis.camps`, where direction, weight and parallel relations
    are treated as there: in the network as it is, in each draw (see `graph.analysis.doubt.draws`),
    and without each source, each independent voice, and what is inferred or alleged. Camps of
    another division have the numbers of those as it is with which they share the most members.

    Parameters
    ----------
    network
        The network, as far as it is selected.
    k, signed_only
        As in `graph.analysis.camps.placement.find_camps`.
    draws, seed
        How many networks are drawn, and the seed. The same seed gives the same shares.
    seconds
        How long the proofs of all divisions may take together.
    progress
        Called with the name of the work, how many of its shares are done, and how many there are.
    known
        The camps of the network as it is, where they are known.

    Raises
    ------
    QuestionError
        When `k`, `seconds` or the number of draws is out of range.

    Examples
    --------
    >>> import networkx as nx
    >>> from graph import Network
    >>> edges = [("a", "b", {"type": "ally", "confidence": "1"})]
    >>> [each.share for each in measure_camp_doubt(Network.from_graph(nx.Graph(edges))).sides]
    [1.0, 1.0]
    """
    report = progress or ignore_progress
    # The network as it is may take half of the time; the others share the rest.
    start = monotonic()
    first = SharedTime(seconds, 2).take()
    now = known or find_camps(network, k, signed_only=signed_only, seconds=first)
    left = seconds - (monotonic() - start)
    omissions, omitted = leave_out(network)

    def divide() -> Iterator[tuple[list[set[str]], bool]]:
        networks = [*draw_networks(network, draws, seed), *omitted]
        time = SharedTime(max(left, seconds / 4), len(networks))
        for number, each in enumerate(networks):
            report("Dividing", number, len(networks))
            share = min(time.take(), MOST_SECONDS)
            yield find_members(each, k, signed_only=signed_only, seconds=share)

    answers = list(divide())
    sides = [_list_sides(now, members) for members, _ in answers]
    without = list(zip(omissions.made, sides[draws:], strict=True))
    ranges = _count_sides(now, sides[:draws], without)
    unproved = sum(not is_settled for _, is_settled in answers)
    return CampDoubt(
        now.camps,
        ranges,
        omissions.made,
        draws,
        seed,
        unproved,
        count_asked(network),
        omissions.impossible,
        now.optimal,
    )


def _list_sides(now: Camps, members: list[set[str]]) -> Sides:
    """Return the camp of each member in another division, by the numbers of those as it is."""
    matched = match_camps([{actor.id for actor in camp.actors} for camp in now.camps], members)
    numbers = [each.number for each in now.camps]
    return {
        actor: numbers[matched[index]] if index in matched else None
        for index, camp in enumerate(members)
        for actor in camp
    }


def _count_sides(
    now: Camps, drawn: Sequence[Sides], without: Sequence[tuple[Omission, Sides]]
) -> list[SideRange]:
    """Return how sure the side of each member is, the least sure first."""
    ranges = []
    for camp in now.camps:
        for actor in camp.actors:
            found = [sides[actor.id] for sides in drawn if actor.id in sides]
            same = found.count(camp.number)
            leaves = [each for each, sides in without if sides.get(actor.id) != camp.number]
            shares = same / len(drawn), (len(found) - same) / len(drawn)
            ranges.append(SideRange(actor, camp.number, *shares, leaves))
    return sorted(ranges, key=lambda each: (each.is_sure, each.share, each.actor.id))

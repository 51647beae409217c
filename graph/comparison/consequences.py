"""What follows from a change of the data: which figures, paths, ranks and camps differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from graph.analysis.balance.measurement import measure_balance
from graph.analysis.balance.shared_time import SharedTime
from graph.analysis.camps.matching import match_camps
from graph.analysis.camps.placement import find_camps
from graph.analysis.centrality import measure_centrality
from graph.analysis.large.strategy import ReportProgress, ignore_progress
from graph.analysis.measured_projection import rank_scores, round_scores
from graph.analysis.structure_measurement import measure_structure
from graph.comparison.consequence import Consequence
from graph.data.counts import format_count
from graph.errors import shorten
from graph.select.parts import find_largest_part

if TYPE_CHECKING:
    from graph.analysis.balance.answer import Balance
    from graph.analysis.camps.answer import Camps
    from graph.analysis.centrality import Centrality
    from graph.analysis.structure import Structure
    from graph.analysis.structure_figure import StructureFigure
    from graph.network import Network

LEFT_OUT = frozenset({"core_actors", "directed_edge_count"})
"""Figures that say little of a change, or the same as another."""
TOP = 10  # ranks that are compared
GONE, UNDECIDED, IN_NONE = "not there", "undecided", "in no camp"
NO_PATH = "no path"
PROOFS = 2  # of each network: of its balance, and of its camps


@dataclass(frozen=True)
class Answers:
    """The answers about a network that are compared.

    Parameters
    ----------
    network
        The network.
    structure, centrality, balance, camps
        What is answered about it.
    """

    network: Network
    structure: Structure
    centrality: Centrality
    balance: Balance
    camps: Camps

    @property
    def is_proved(self) -> bool:
        """Whether no other division has less in tension."""
        return self.balance.optimal and self.camps.optimal


def answer_all(
    networks: Sequence[Network],
    measure: str,
    seconds: float,
    progress: ReportProgress = ignore_progress,
) -> list[Answers]:
    """Return for each of some networks all answers that are compared.

    Parameters
    ----------
    networks
        The networks.
    measure
        The measure by which actors are ranked.
    seconds
        How long all proofs may take together.
    progress
        Called as by `graph.analysis.centrality.measure_centrality`.

    Raises
    ------
    QuestionError
        When there is no such measure, or the time is out of range.
    """
    measured = [
        (
            measure_structure(each, progress=progress),
            measure_centrality(each, measure, progress=progress),
        )
        for each in networks
    ]
    time = SharedTime(seconds, len(networks) * PROOFS)
    return [
        Answers(
            network,
            *figures,
            measure_balance(network, seconds=time.take(), progress=progress),
            find_camps(network, seconds=time.take(), progress=progress),
        )
        for network, figures in zip(networks, measured, strict=True)
    ]


def list_consequences(
    before: Answers, after: Answers, paths: Iterable[tuple[str, str]] = ()
) -> tuple[Consequence, ...]:
    """Return what differs in the answers about two versions of a network.

    Parameters
    ----------
    before, after
        The answers about the two versions.
    paths
        Ids of the two ends between whom the shortest path is compared.
    """
    networks = before.network, after.network
    return (
        *_compare_structures(before.structure, after.structure),
        *_compare_connection(*networks),
        *chain.from_iterable(_compare_path(*networks, *ends) for ends in paths),
        *_compare_ranks(before.centrality, after.centrality),
        *_compare_balances(before.balance, after.balance),
        *_compare_camps(before.camps, after.camps),
    )


def _compare_structures(before: Structure, after: Structure) -> Iterator[Consequence]:
    """Yield the figures that differ."""
    earlier, later = ({each.name: each for each in answer.figures} for answer in (before, after))
    for name, figure in {**earlier, **later}.items():
        texts = [_format_figure(figures.get(name)) for figures in (earlier, later)]
        if name not in LEFT_OUT and texts[0] != texts[1]:
            yield Consequence("structure", name, figure.label, *texts)


def _format_figure(figure: StructureFigure | None) -> str:
    value = figure.value if figure else None
    if value is None:
        return "not defined"
    return f"{value:,}" if isinstance(value, int) else f"{value:.3g}"


def _compare_connection(before: Network, after: Network) -> Iterator[Consequence]:
    """Yield who no longer has a path to the largest component, or has one now."""
    earlier, later = _find_largest(before), _find_largest(after)
    rest = {actor.id for actor in after.actor_rows}
    for actor in before.actor_rows:
        was, stays = actor.id in earlier, actor.id in later
        if actor.id in rest and was != stays:
            words = {True: "in the largest component", False: "outside it"}
            yield Consequence("connection", actor.id, actor.name, words[was], words[stays])


def _find_largest(network: Network) -> frozenset[str]:
    """Return the ids of the actors of the largest component."""
    columns, actors = network.columns, network.actor_numbers
    ids = columns.actors.cells("id")
    found = find_largest_part(columns, network.relation_numbers, actors)
    return frozenset(ids[row] for row in found)


def _compare_path(
    before: Network, after: Network, source: str, target: str
) -> Iterator[Consequence]:
    """Yield how long the shortest path between two actors is, as it was asked for."""
    texts = [_format_path(network, source, target) for network in (before, after)]
    names = (shorten(before.resolve(end).name) for end in (source, target))
    yield Consequence("paths", f"{source},{target}", " to ".join(names), *texts)


def _format_path(network: Network, source: str, target: str) -> str:
    present = {actor.id for actor in network.actor_rows}
    if not {source, target} <= present:
        return GONE
    answer = network.path(source, target)
    if not answer.paths:
        return NO_PATH
    through = ", ".join(shorten(actor.name) for actor in answer.paths[0].actors[1:-1])
    return f"{format_count(answer.length or 0, 'step')}{' through ' * bool(through)}{through}"


def _compare_ranks(before: Centrality, after: Centrality) -> Iterator[Consequence]:
    """Yield the actors of both versions whose rank among these differs, and is high in either."""
    shared = {actor.id for actor in before.actors} & {actor.id for actor in after.actors}
    earlier, later = _rank(before, shared), _rank(after, shared)
    for actor in before.actors:
        ranks = earlier.get(actor.id, 0), later.get(actor.id, 0)
        if ranks[0] != ranks[1] and min(ranks) <= TOP:
            yield Consequence("ranks", actor.id, actor.name, *(f"{rank:,}" for rank in ranks))


def _rank(answer: Centrality, shared: Iterable[str]) -> Mapping[str, int]:
    """Return the rank of some actors among themselves, from 1; equals share the better one."""
    measure, among = answer.measures[0], set(shared)
    scores = round_scores(measure, answer.projection, answer.scores[measure])
    listed = {
        actor.id: score
        for actor, score in zip(answer.actors, scores, strict=True)
        if actor.id in among
    }
    return dict(zip(listed, rank_scores(listed.values()), strict=True))


def _compare_balances(before: Balance, after: Balance) -> Iterator[Consequence]:
    """Yield the frustration index and the balanced triangles, where they differ, and tensions."""
    figures = (
        ("frustration", "frustration index", _format_bounds(before), _format_bounds(after)),
        ("triangles", "balanced triangles", _format_share(before), _format_share(after)),
        ("both_signs", "pairs with ties and tensions, apart", *_count_pairs(before, after)),
    )
    for name, label, *texts in figures:
        if texts[0] != texts[1]:
            yield Consequence("balance", name, label, *texts)
    if not (before.optimal and after.optimal):
        return  # of divisions that are not proved others may be as good
    earlier, later = (
        {each.edge.sentence for each in answer.tensions} for answer in (before, after)
    )
    for sentence in sorted(earlier ^ later):
        words = ("in tension", "not in tension")
        was, stays = words if sentence in earlier else words[::-1]
        yield Consequence("balance", "tension", sentence.rstrip("."), was, stays)


def _format_bounds(answer: Balance | Camps) -> str:
    if answer.optimal:
        return f"{answer.upper:,g}"
    return f"between {answer.lower:,g} and {answer.upper:,g}"


def _count_pairs(*answers: Balance) -> list[str]:
    return [f"{len(answer.both_signs):,}" for answer in answers]


def _format_share(answer: Balance) -> str:
    total = sum(answer.triangles.values())
    return f"{total - answer.unbalanced_count:,} of {total:,}"


def _compare_camps(before: Camps, after: Camps) -> Iterator[Consequence]:
    """Yield the actors of both versions that stand elsewhere, by the camps of the one before."""
    if not (before.optimal and after.optimal):
        return
    names = _match_camps(before, after)
    earlier = _list_sides(before, [f"camp {camp.number:,}" for camp in before.camps])
    later = _list_sides(after, names)
    for actor, side in earlier.items():
        if actor in later and later[actor][0] != side[0]:
            yield Consequence("camps", actor, side[1], side[0], later[actor][0])


def _list_sides(answer: Camps, names: Sequence[str]) -> Mapping[str, tuple[str, str]]:
    """Return the side of each actor and its name, by its id."""
    groups = [*zip(names, (camp.actors for camp in answer.camps), strict=True)]
    groups += [(UNDECIDED, answer.undecided), (IN_NONE, answer.unplaced)]
    return {actor.id: (side, actor.name) for side, actors in groups for actor in actors}


def _match_camps(before: Camps, after: Camps) -> list[str]:
    """Return for each later camp the name of the earlier one with which it shares most actors."""
    members = [
        [{actor.id for actor in camp.actors} for camp in answer.camps] for answer in (before, after)
    ]
    matched = match_camps(*members)
    return [
        f"camp {before.camps[matched[index]].number:,}"
        if index in matched
        else f"a new camp ({camp.name})"
        for index, camp in enumerate(after.camps)
    ]

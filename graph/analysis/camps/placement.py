"""Place actors in camps; `graph.analysis.camps.answer` describes the answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from graph.analysis.balance.frustration import SECONDS
from graph.analysis.balance.shared_time import check_seconds
from graph.analysis.balance.signed_edge import (
    build_signed_edges,
    build_step,
    find_rows_between,
)
from graph.analysis.balance.tension import Tension
from graph.analysis.camps.answer import Camps
from graph.analysis.camps.camp import Camp, Defection
from graph.analysis.camps.division import (
    UNDECIDED,
    UNPLACED,
    Division,
    count_degrees,
    divide,
    number_components,
)
from graph.analysis.camps.eras import describe_eras
from graph.analysis.camps.joint_graph import (
    STRUCTURAL,
    Ends,
    JointGraph,
    build_joint_graph,
    find_structural,
)
from graph.analysis.large.strategy import ReportProgress, ignore_progress
from graph.data.dictionary_column import to_row_array
from graph.data.lazy_sequence import LazySequence
from graph.data.vocabulary import PERSON
from graph.errors import QuestionError
from graph.select.asked_time import count_asked
from graph.select.edge_relations import find_edge_relations

if TYPE_CHECKING:
    from graph.analysis.balance.signed_graph import Numbers
    from graph.data.records import Actor
    from graph.select.selection import Selection

FEWEST, MOST = 2, 20  # camps
APART = frozenset({"place", "asset"})
"""The kinds that take no side of their own."""


def find_camps(
    network: Selection,
    k: int = FEWEST,
    *,
    signed_only: bool = False,
    seconds: float = SECONDS,
    progress: ReportProgress = ignore_progress,
) -> Camps:
    """Find the camps of a network.

    Parameters
    ----------
    network
        The network, as far as it is selected.
    k
        The most camps, from 2 to 20.
    signed_only
        Whether structural relations are left out.
    seconds
        How long the proof may take; beyond, the answer has two bounds.
    progress
        Called with the name of the work, the lower bound, and the upper bound.

    Raises
    ------
    QuestionError
        When `k` or `seconds` is out of its range.

    Examples
    --------
    >>> import networkx as nx
    >>> from graph import Network
    >>> edges = [("a", "b", {"type": "ally"}), ("b", "c", {"type": "opposes"})]
    >>> answer = find_camps(Network.from_graph(nx.Graph(edges)))
    >>> [[actor.id for actor in camp.actors] for camp in answer.camps]
    [['b', 'a'], ['c']]
    """
    check_seconds(seconds)
    _check_count(k)
    joint = build_joint_graph(network, signed_only=signed_only)
    division = divide(joint, k, seconds, progress)
    camps, numbers = _build_camps(network, joint, division)
    is_free = division.camp_of == UNDECIDED
    undecided, _ = _split_by_kind(network, joint.actor_rows[is_free])
    unplaced, apart = _split_by_kind(network, _list_rest(network, joint, division))
    return Camps(
        k,
        camps,
        undecided,
        unplaced,
        apart,
        _list_separate(network, joint, division),
        _find_defections(network, joint, division, numbers),
        _list_tensions(network, joint, division),
        division.lower,
        division.upper,
        _count_structural(network, joint, division),
        len(joint.structural),
        signed_only,
        division.is_compared,
        _describe_eras(network, joint, division, signed_only=signed_only),
        seconds,
        count_asked(network),
        _is_more_no_better(joint, division, k, len(camps), seconds, progress),
    )


def find_members(
    network: Selection, k: int = FEWEST, *, signed_only: bool = False, seconds: float = SECONDS
) -> tuple[list[set[str]], bool]:
    """Find the ids of the members of each camp alone, and whether they are settled; `find_camps`.

    They are settled where it is proved that no division is better, and those as good are compared.

    Examples
    --------
    >>> import networkx as nx
    >>> from graph import Network
    >>> edges = [("a", "b", {"type": "ally"}), ("b", "c", {"type": "opposes"})]
    >>> members, is_settled = find_members(Network.from_graph(nx.Graph(edges)))
    >>> [sorted(each) for each in members], is_settled
    ([['a', 'b'], ['c']], True)
    """
    joint = build_joint_graph(network, signed_only=signed_only)
    division = divide(joint, k, seconds, ignore_progress)
    camps, _ = _build_camps(network, joint, division)
    members = [{actor.id for actor in camp.actors} for camp in camps]
    return members, division.lower == division.upper and division.is_compared


def _is_more_no_better(  # noqa: PLR0913, PLR0917 - a division and how it was asked for
    joint: JointGraph,
    division: Division,
    k: int,
    count: int,
    seconds: float,
    report: ReportProgress,
) -> bool:
    """Return whether k camps are known to leave no fewer in tension than so many as are found."""
    import numpy as np

    if k == FEWEST or not 0 < count < k or division.lower < division.upper:
        return False
    # The camps of an optimum may have undecided members alone; then fewer camps may do as well.
    if len(np.unique(division.best_of[division.best_of >= 0])) <= count:
        return True
    return divide(joint, max(count, FEWEST), seconds, report).upper == division.upper


def _check_count(k: int) -> None:
    if not isinstance(k, int) or isinstance(k, bool) or not FEWEST <= k <= MOST:
        message = f"The number of camps must be a whole number from {FEWEST} to {MOST}."
        raise QuestionError("k", message)


def _build_camps(
    network: Selection, joint: JointGraph, division: Division
) -> tuple[tuple[Camp, ...], dict[int, int]]:
    """Return the camps, the largest first, and their numbers by those of the division."""
    import numpy as np

    degrees = count_degrees(joint.signed)
    built: list[tuple[int, Sequence[Actor], Sequence[Actor]]] = []
    for number in np.unique(division.best_of[division.best_of >= 0]).tolist():
        vertices = np.flatnonzero(division.camp_of == number)
        order = vertices[np.lexsort((vertices, -degrees[vertices]))]
        built.append((number, *_split_by_kind(network, joint.actor_rows[order])))
    built.sort(key=lambda each: -len(each[1]))
    filled = [each for each in built if each[1] or each[2]]
    camps = (Camp(place, *each[1:]) for place, each in enumerate(filled, 1))
    return tuple(camps), {number: place for place, (number, _, _) in enumerate(filled, 1)}


def _split_by_kind(network: Selection, rows: Numbers) -> tuple[Sequence[Actor], Sequence[Actor]]:
    """Return the actors of some rows that take sides, and the places and assets among them.

    Each is built when it is looked at.
    """
    kinds, read = network.columns.actors.cells("kind"), network.columns.actor
    sides: tuple[list[int], list[int]] = ([], [])
    for row in rows.tolist():
        sides[kinds[row] in APART].append(row)
    return LazySequence(sides[0], read), LazySequence(sides[1], read)


def _list_rest(network: Selection, joint: JointGraph, division: Division) -> Numbers:
    """Return the rows of the actors in no camp: the unplaced, and places that are undecided."""
    import numpy as np

    rows = to_row_array(network.actor_numbers)
    kinds = network.columns.actors.cells("kind")
    free = joint.actor_rows[division.camp_of == UNDECIDED]
    placed = joint.actor_rows[division.camp_of >= 0]
    takes_side = np.fromiter((kinds[row] not in APART for row in free.tolist()), bool, len(free))
    return rows[~np.isin(rows, np.concatenate((placed, free[takes_side])))]


def _list_separate(
    network: Selection, joint: JointGraph, division: Division
) -> Sequence[Sequence[Actor]]:
    """Return the actors of each other component with a negative edge, the largest first."""
    import numpy as np

    signed = joint.signed
    component_of = number_components(joint.graph)
    outside = division.camp_of == UNPLACED
    foes = (signed.signs < 0) & outside[signed.sources]
    chosen = np.flatnonzero(np.isin(component_of, component_of[signed.sources[foes]]))
    order = chosen[np.argsort(component_of[chosen], kind="stable")]
    ends = np.flatnonzero(np.diff(component_of[order])) + 1
    parts = [part for part in np.split(joint.actor_rows[order], ends) if len(part)]
    return [
        LazySequence(part.tolist(), network.columns.actor)
        for part in sorted(parts, key=len, reverse=True)
    ]


def _list_tensions(network: Selection, joint: JointGraph, division: Division) -> Sequence[Tension]:
    """Return the signed edges in tension, those surest first."""
    signed, rows = joint.signed, joint.actor_rows
    ends = {
        edge: (int(rows[signed.sources[edge]]), int(rows[signed.targets[edge]]))
        for edge in division.in_tension
    }
    pairs = {edge: (min(both), max(both)) for edge, both in ends.items()}
    edges = build_signed_edges(network, sorted(pairs.values()))
    tensions = [Tension(edges[pairs[edge]], sure) for edge, sure in division.in_tension.items()]
    return sorted(tensions, key=lambda each: not each.in_every)


def _find_defections(
    network: Selection, joint: JointGraph, division: Division, numbers: dict[int, int]
) -> Sequence[Defection]:
    """Return who stands in another camp than those to whom it belongs, the most relations first."""
    camp_of = dict(zip(joint.actor_rows.tolist(), division.camp_of.tolist(), strict=True))
    parted = [
        (one, other)
        for one, other in joint.structural
        if camp_of[one] >= 0 and camp_of[other] >= 0 and camp_of[one] != camp_of[other]
    ]
    rows = find_rows_between(network, parted, set(STRUCTURAL))
    by_actor: dict[int, list[Ends]] = {}
    for ends, between in rows.items():
        by_actor.setdefault(_find_defector(network, ends, between), []).append(ends)
    found = [
        Defection(
            network.columns.actor(row),
            numbers[camp_of[row]],
            tuple(build_step(network, each, rows[each]) for each in ends),
        )
        for row, ends in sorted(by_actor.items())
    ]
    return sorted(
        found, key=lambda each: (each.actor.kind != PERSON, -len(each.steps), each.actor.id)
    )


def _find_defector(network: Selection, ends: Ends, rows: Sequence[int]) -> int:
    """Return which of two actors broke with the other: a person, else who belongs to the other."""
    kinds = network.columns.actors.cells("kind")
    people = [row for row in ends if kinds[row] == PERSON]
    if len(people) == 1:
        return people[0]
    ids, sources = network.columns.actors.cells("id"), network.columns.endpoints[0]
    return min((sources[row] for row in rows), key=ids.__getitem__)


def _count_structural(network: Selection, joint: JointGraph, division: Division) -> int:
    """Return how many members of camps have no signed edge; places and assets are no members."""
    chosen = (division.camp_of >= 0) & (count_degrees(joint.signed) == 0)
    members, _ = _split_by_kind(network, joint.actor_rows[chosen])
    return len(members)


def _describe_eras(
    network: Selection, joint: JointGraph, division: Division, *, signed_only: bool
) -> str:
    """Return a hint where the relations of the divided component date from several eras."""
    import numpy as np

    chosen = np.zeros(len(network.columns.actors), bool)
    chosen[joint.actor_rows[division.camp_of != UNPLACED]] = True
    counted = [find_edge_relations(network, "not_neutral")]
    counted += [] if signed_only else [find_structural(network)]
    rows: Iterable[int] = np.concatenate(
        [each.rows[chosen[each.sources] & chosen[each.targets]] for each in counted]
    ).tolist()
    return describe_eras(network, rows)

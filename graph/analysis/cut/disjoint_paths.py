"""As many paths between two nodes as share no node or no edge, and the fewest that cut them all.

Both numbers are the same (Menger, 1927). Paths are added as long as there is one in what the others
leave or give back (Ford and Fulkerson, 1956), searched for from both ends. The page does the same
in `explorer/page/assets/core/disjoint_paths.js`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

Neighbours = Callable[[int], Iterable[int]]
Edge = tuple[int, int]
Edges = dict[int, set[int]]

# A state is a node that a path arrives at (even) or leaves (odd): between the two, paths that share
# no node may pass once. Where they share no edge, every state is odd.


class SearchEnded(Exception):  # noqa: N818 - an event
    """More neighbours would have to be looked at than is allowed."""


@dataclass
class Budget:
    """How many neighbours may still be looked at."""

    left: int

    def spend(self, count: int) -> None:
        """Count some neighbours.

        Raises
        ------
        SearchEnded
            When they are too many.
        """
        self.left -= count
        if self.left < 0:
            raise SearchEnded


@dataclass
class Flow:
    """The edges of the paths so far, and what can be changed of them.

    Parameters
    ----------
    forwards, backwards
        The nodes that can be reached from a node, and those it can be reached from.
    share_no_node
        Whether paths share no node, rather than no edge.
    after, before
        The next and the last nodes of each node on the paths.
    used
        The nodes that a path passes, where paths share no node.
    """

    forwards: Neighbours
    backwards: Neighbours
    share_no_node: bool
    budget: Budget
    after: Edges = field(default_factory=dict)
    before: Edges = field(default_factory=dict)
    used: set[int] = field(default_factory=set)

    def list_next(self, state: int) -> list[int]:
        """Return the states that a further path can reach from one."""
        return self._list_from(state, self.forwards, self.after, self.before)

    def list_last(self, state: int) -> list[int]:
        """Return the states from which a further path can reach one."""
        turn = int(self.share_no_node)
        states = self._list_from(state ^ turn, self.backwards, self.before, self.after)
        return [each ^ turn for each in states]

    def _list_from(
        self, state: int, neighbours: Neighbours, after: Edges, before: Edges
    ) -> list[int]:
        node, leaves = state >> 1, state & 1
        given_back = [2 * other + 1 for other in sorted(before.get(node, ()))]
        if self.share_no_node and not leaves:
            return given_back if node in self.used else [2 * node + 1]
        others = sorted(neighbours(node))
        self.budget.spend(len(others))
        if self.share_no_node:
            return [2 * other for other in others] + ([2 * node] if node in self.used else [])
        onward, back = after.get(node, ()), before.get(node, ())
        free = (other for other in others if other not in onward and other not in back)
        return [2 * other + 1 for other in free] + given_back

    def add(self, states: Sequence[int]) -> None:
        """Add a path, given as its states; it may give edges back."""
        for here, there in pairwise(states):
            node, other = here >> 1, there >> 1
            if node == other:
                (self.used.discard if here & 1 else self.used.add)(node)
            elif self._gives_back(here, other):
                self.after[other].discard(node)
                self.before[node].discard(other)
            else:
                self.after.setdefault(node, set()).add(other)
                self.before.setdefault(other, set()).add(node)

    def _gives_back(self, state: int, other: int) -> bool:
        """Return whether a path from a state to another node takes away an edge between them."""
        if self.share_no_node:
            return not state & 1
        return other in self.before.get(state >> 1, ())


@dataclass(frozen=True)
class DisjointPaths:
    """Paths that share nothing, and what cuts them.

    Parameters
    ----------
    paths
        The paths, the shortest first.
    near_source, near_target
        The nodes, or the edges, that cut all paths, as near to either end as they can be; None
        where the search ended before they were known.
    is_complete
        Whether there are no more paths.
    """

    paths: Sequence[Sequence[int]]
    near_source: Sequence[int] | Sequence[Edge] | None
    near_target: Sequence[int] | Sequence[Edge] | None
    is_complete: bool


def find_disjoint_paths(  # noqa: PLR0913 - a search has two ends, two directions and two bounds
    source: int,
    target: int,
    forwards: Neighbours,
    backwards: Neighbours,
    *,
    share_no_node: bool,
    most_paths: int,
    most_looked_at: int,
) -> DisjointPaths:
    """Return as many paths as share no node, or no edge, and what cuts them.

    Where they share no node, there must be no edge between the two ends.

    Examples
    --------
    >>> square = {0: [1, 2], 1: [0, 3], 2: [0, 3], 3: [1, 2]}
    >>> ends = 0, 3, square.__getitem__, square.__getitem__
    >>> found = find_disjoint_paths(
    ...     *ends, share_no_node=True, most_paths=9, most_looked_at=99
    ... )
    >>> found.paths, found.near_source
    ([[0, 1, 3], [0, 2, 3]], [1, 2])
    """
    flow = Flow(forwards, backwards, share_no_node, Budget(most_looked_at))
    start, end = 2 * source + 1, 2 * target + (not share_no_node)
    count = 0
    is_complete = False
    try:
        while count < most_paths:
            states = _find_further_path(flow, start, end)
            if states is None:
                is_complete = True
                break
            flow.add(states)
            count += 1
    except SearchEnded:
        pass
    paths = sorted(_list_paths(flow.after, source, target), key=lambda path: (len(path), path))
    if not is_complete:
        return DisjointPaths(paths, None, None, is_complete=False)
    flow.budget.left = most_looked_at
    near_source = _find_cut(flow, start, flow.list_next)
    flow.budget.left = most_looked_at
    near_target = _find_cut(flow, end, flow.list_last)
    return DisjointPaths(paths, near_source, near_target, is_complete=True)


def _find_further_path(flow: Flow, start: int, end: int) -> list[int] | None:
    """Return the states of a further path, a shortest one; None if there is none."""
    ahead, behind = {start: start}, {end: end}
    level, last = [start], [end]
    while level and last:
        grows_ahead = len(level) <= len(last)
        if grows_ahead:
            level, meeting = _grow(level, ahead, behind, flow.list_next)
        else:
            last, meeting = _grow(last, behind, ahead, flow.list_last)
        if meeting is not None:
            return [*reversed(_trace(ahead, meeting)), *_trace(behind, meeting)[1:]]
    return None


def _grow(
    level: Iterable[int],
    reached: dict[int, int],
    goal: Mapping[int, int],
    list_states: Callable[[int], Iterable[int]],
) -> tuple[list[int], int | None]:
    """Return the next level, and the first state of it that the other search has reached."""
    following: list[int] = []
    for state in level:
        for other in list_states(state):
            if other not in reached:
                reached[other] = state
                if other in goal:
                    return following, other
                following.append(other)
    return following, None


def _trace(reached: Mapping[int, int], state: int) -> list[int]:
    """Return the states from one back to where the search began."""
    states = [state]
    while reached[states[-1]] != states[-1]:
        states.append(reached[states[-1]])
    return states


def _list_paths(after: Mapping[int, set[int]], source: int, target: int) -> Iterator[list[int]]:
    """Yield the paths that the edges make, without loops."""
    left = {node: sorted(others, reverse=True) for node, others in after.items()}
    while left.get(source):
        path = [source]
        while path[-1] != target:
            other = left[path[-1]].pop()
            path = path[: path.index(other)] if other in path else path
            path.append(other)
        yield path


def _find_cut(
    flow: Flow, start: int, list_states: Callable[[int], Iterable[int]]
) -> list[int] | list[Edge] | None:
    """Return what separates the states that can be reached from the others."""
    reached, waiting = {start}, [start]
    try:
        for state in waiting:
            for other in list_states(state):
                if other not in reached:
                    reached.add(other)
                    waiting.append(other)
    except SearchEnded:
        return None
    if flow.share_no_node:
        parted = (node for node in flow.used if (2 * node in reached) != (2 * node + 1 in reached))
        return sorted(parted)
    return sorted(
        (node, other)
        for node, others in flow.after.items()
        for other in others
        if (2 * node + 1 in reached) != (2 * other + 1 in reached)
    )

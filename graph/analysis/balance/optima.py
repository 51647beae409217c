"""All optima of a signed graph at once: what never changes between them, and the canonical one.

Two vertices are *bound* to each other when they stand alike, or apart, in every optimum. Edges that
the proof leaves open are contracted first; then programmes look for optima that turn what has not
been seen to turn, as much as possible at once, until there is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.analysis.balance.proof import BlockBounds
from graph.analysis.balance.quotient import Quotient, contract
from graph.analysis.balance.signed_graph import SignedGraph
from graph.analysis.balance.turning_programme import TurningProgramme
from graph.select.union_find import UnionFind

if TYPE_CHECKING:
    from graph.analysis.balance.signed_graph import Numbers

BATCH = 20  # vertices whose sides one programme chooses in order: weights up to 2 ** 19


@dataclass(frozen=True)
class BlockOptima:
    """What all optima of a block have in common.

    Parameters
    ----------
    sides
        Those of the canonical optimum, the first vertex on the side 1: of each part of what can
        move, the vertices in their order are on the side of its first one where they can be.
    set_of
        For each vertex the number of the set of vertices that are bound to each other.
    turns
        For each edge whether it is frustrated in some optima and not in others.
    """

    sides: Numbers
    set_of: Numbers
    turns: Numbers


def find_optima(graph: SignedGraph, bounds: BlockBounds, deadline: float) -> BlockOptima:
    """Return what the optima of a block have in common.

    Parameters
    ----------
    graph
        A block.
    bounds
        Its bounds, which meet.
    deadline
        When to stop, by `time.monotonic`.

    Raises
    ------
    OutOfTimeError
        When the time runs out.

    Examples
    --------
    >>> from time import monotonic
    >>> from graph.analysis.balance.proof import prove_block
    >>> from graph.analysis.balance.signed_graph import make_signed_graph
    >>> triangle = make_signed_graph(3, [(0, 1, 2), (1, 2, 1), (0, 2, -1)])
    >>> until = monotonic() + 60
    >>> optima = find_optima(triangle, prove_block(triangle, until, lambda *_: None), until)
    >>> optima.sides.tolist(), optima.set_of.tolist(), optima.turns.tolist()
    ([1, 1, 1], [0, 0, 1], [False, True, True])
    """
    import numpy as np

    joined = UnionFind(graph.size)
    for edge in np.flatnonzero(~bounds.is_open).tolist():
        joined.join(int(graph.sources[edge]), int(graph.targets[edge]))
    first_sets = joined.number_sets()
    quotient = contract(graph, bounds.sides, first_sets)
    bound = UnionFind(quotient.size)
    covers = _list_covers(graph, bounds, quotient)
    blocks = quotient.split()
    free = set(quotient.find_free_bridges(blocks).tolist())
    stiff = set(range(len(quotient.gains))).difference(free, *(each.tolist() for each in blocks))
    for pair in sorted(stiff):
        bound.join(int(quotient.sources[pair]), int(quotient.targets[pair]))
    for block in blocks:
        for one, other in BlockSearch(quotient, block, covers, deadline).find_bound():
            bound.join(one, other)
    set_of = bound.number_sets()[first_sets]
    sides = _choose_sides(graph, bounds, set_of, deadline)
    # A pair turns just where its two ends are not bound to each other.
    return BlockOptima(sides, set_of, set_of[graph.sources] != set_of[graph.targets])


def _list_covers(
    graph: SignedGraph, bounds: BlockBounds, quotient: Quotient
) -> list[dict[int, int]]:
    """Return the cycles as the pairs on whose turns they depend; not those always covered."""
    frustrated, pair_of = graph.is_frustrated(bounds.sides), quotient.pair_of
    covers: dict[frozenset[tuple[int, int]], dict[int, int]] = {}
    for cycle in bounds.cycles:
        signs = [(int(pair_of[edge]), -1 if frustrated[edge] else 1) for edge in cycle]
        cover = {pair: sign for pair, sign in signs if pair >= 0}
        inside = any(sign < 0 for pair, sign in signs if pair < 0)
        if cover and not inside and len(cover) == sum(pair >= 0 for pair, _ in signs):
            covers[frozenset(cover.items())] = cover
    return list(covers.values())


class BlockSearch:
    """Looks for what can turn in a block of a quotient.

    Parameters
    ----------
    quotient, pairs
        The quotient, and the pairs of the block.
    covers
        Negative cycles; see `TurningProgramme`.
    deadline
        When to stop.
    """

    def __init__(
        self,
        quotient: Quotient,
        pairs: Numbers,
        covers: Sequence[dict[int, int]],
        deadline: float,
    ) -> None:
        import numpy as np

        ends = np.concatenate((quotient.sources[pairs], quotient.targets[pairs]))
        self.vertices, numbers = np.unique(ends, return_inverse=True)
        here = {pair: number for number, pair in enumerate(pairs.tolist())}
        inside = [
            {here[pair]: sign for pair, sign in cover.items()}
            for cover in covers
            if here.keys() >= cover.keys()
        ]
        columns = numbers[: len(pairs)], numbers[len(pairs) :], quotient.gains[pairs]
        self.programme = TurningProgramme(len(self.vertices), *columns, inside, deadline)
        self._patterns = [np.zeros(len(self.vertices), np.int64)]
        self._turned = np.zeros(len(pairs), bool)

    def find_bound(self) -> list[tuple[int, int]]:
        """Return pairs of vertices of the quotient that are bound to each other."""
        import numpy as np

        every = self.programme.list_moves()
        if every is None:
            self._flip_singly()
            self._turn_pairs()
            return self._list_bound()
        self._patterns = list(every)
        alike = self._split(np.arange(self.programme.size))
        names = self.vertices
        return [(int(names[part[0]]), int(names[each])) for part in alike for each in part]

    def _flip_singly(self) -> None:
        """Note the vertices that can move alone."""
        import numpy as np

        programme = self.programme
        gains = np.zeros(programme.size, np.int64)
        np.add.at(gains, programme.sources, programme.gains)
        np.add.at(gains, programme.targets, programme.gains)
        for vertex in np.flatnonzero(gains == 0).tolist():
            moves = np.zeros(programme.size, np.int64)
            moves[vertex] = 1
            self._note(moves)

    def _turn_pairs(self) -> None:
        """Look for optima that turn what no optimum turned yet, until there is none."""
        import numpy as np

        while not self._turned.all():
            moves = self.programme.find_turns(np.flatnonzero(~self._turned))
            if moves is None:
                return
            self._note(moves)

    def _note(self, moves: Numbers) -> None:
        self._patterns.append(moves)
        programme = self.programme
        self._turned |= moves[programme.sources] != moves[programme.targets]

    def _list_bound(self) -> list[tuple[int, int]]:
        """Return who never moved apart; where no pair shows it, ask a programme."""
        import numpy as np

        programme = self.programme
        joined = UnionFind(programme.size)
        fixed = np.flatnonzero(~self._turned)
        for one, other in zip(programme.sources[fixed], programme.targets[fixed], strict=True):
            joined.join(int(one), int(other))
        waiting = [np.arange(programme.size)]
        while waiting:
            alike = waiting.pop()
            split = self._split(alike)
            if len(split) > 1:
                waiting += split
            elif len({joined.find(int(each)) for each in alike}) > 1:
                moves = programme.find_moves(alike)
                if moves is None:
                    for vertex in alike[1:]:
                        joined.join(int(alike[0]), int(vertex))
                else:
                    self._patterns.append(moves)
                    waiting.append(alike)
        roots = [joined.find(vertex) for vertex in range(programme.size)]
        vertices = self.vertices.tolist()
        return [(vertices[root], vertices[each]) for each, root in enumerate(roots)]

    def _split(self, vertices: Numbers) -> list[Numbers]:
        """Split vertices by the optima in which they moved, seen from the first of them."""
        import numpy as np

        patterns = np.array(self._patterns)[:, vertices]
        patterns ^= patterns[:, :1]
        numbers = np.unique(patterns, axis=1, return_inverse=True)[1].ravel()
        return [vertices[numbers == number] for number in range(int(numbers.max()) + 1)]


def _choose_sides(
    graph: SignedGraph, bounds: BlockBounds, set_of: Numbers, deadline: float
) -> Numbers:
    """Return the sides of the canonical optimum.

    The quotient by bound vertices is the same whatever found it, so that its blocks are, too; in
    each, every set in turn joins the side of the first one where it can.
    """
    import numpy as np

    sides, firsts = bounds.sides, np.unique(set_of, return_index=True)[1]
    quotient = contract(graph, sides, set_of)
    covers = _list_covers(graph, bounds, quotient)
    turned = np.zeros(len(quotient.gains), bool)
    blocks = quotient.split()
    free = quotient.find_free_bridges(blocks)
    side_of = sides[firsts]
    turned[free] = side_of[quotient.sources[free]] != side_of[quotient.targets[free]]
    for block in blocks:
        search = BlockSearch(quotient, block, covers, deadline)
        moves = _choose_moves(search.programme, side_of[search.vertices])
        programme = search.programme
        turned[block] = moves[programme.sources] != moves[programme.targets]
    moved = _spread_moves(quotient, turned)
    chosen: Numbers = sides * (1 - 2 * moved[set_of])
    return chosen * int(chosen[0])


def _choose_moves(programme: TurningProgramme, sides: Numbers) -> Numbers:
    """Return the moves after which each vertex in turn is on the side of the first, if it can."""
    every = programme.list_moves()
    if every is not None:
        away = every ^ (sides != sides[0])
        moves: Numbers = every[min(range(len(every)), key=lambda each: away[each].tolist())]
        return moves
    fixed = {0: 0}
    for first in range(1, programme.size, BATCH):
        batch = range(first, min(first + BATCH, programme.size))
        costs = [
            (vertex, 2.0 ** (batch[-1] - vertex) * (1 if sides[vertex] == sides[0] else -1))
            for vertex in batch
        ]
        moves = programme.find_cheapest(costs, fixed)
        fixed |= {vertex: int(moves[vertex]) for vertex in batch}
    return moves


def _spread_moves(quotient: Quotient, turned: Numbers) -> Numbers:
    """Return for each vertex of a quotient whether it moves, the first of each part does not."""
    import numpy as np

    around: list[list[tuple[int, int]]] = [[] for _ in range(quotient.size)]
    columns = quotient.sources.tolist(), quotient.targets.tolist(), turned.tolist()
    for one, other, turns in zip(*columns, strict=True):
        around[one].append((other, int(turns)))
        around[other].append((one, int(turns)))
    moved = [-1] * quotient.size
    for root in range(quotient.size):
        if moved[root] >= 0:
            continue
        moved[root] = 0
        queue = [root]
        for vertex in queue:
            for other, turns in around[vertex]:
                if moved[other] < 0:
                    moved[other] = moved[vertex] ^ turns
                    queue.append(other)
    return np.array(moved, np.int64)

"""Find communities of unweighted edges by the Leiden method, in whole numbers only.

The page finds the same ones in the browser (`explorer/page/assets/core/leiden.js`): every
comparison is of whole numbers, and every order comes from one small generator, so that any machine
and both languages find the same. The steps are those of Traag, Waltman & van Eck (2019); a node
always joins the community with the largest gain, the first of equal ones.

Gains are of modularity times the square of the sum of all strengths: for a node of strength k that
joins a community of strength K with w edges, *total w - k K*.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

MOST_EDGES = 20_000  # with more, this takes seconds, and igraph does not
TRIES = 20
TRIED_EDGES = 40_000  # of all tries together: about a second
MOST_ROUNDS = 3  # of a try; more improve little, and the next try more
WORD = 2**32
GOLDEN = 0x9E3779B9  # so that seeds near each other begin far apart

Membership = list[int]


class BestPartition(NamedTuple):
    """The best of several partitions, and how far these agree.

    Parameters
    ----------
    membership
        The community of each node, numbered from 0 by their first nodes.
    qualities
        The quality of each partition: its modularity times the square of the sum of all strengths.
    agreeing_count
        How many are the best one.
    partitions
        All of them, in the order of their qualities above.
    """

    membership: Membership
    qualities: list[int]
    agreeing_count: int
    partitions: list[Membership]


class _Level(NamedTuple):
    """A graph whose nodes stand for one node or several: neighbours, weights and strengths."""

    neighbours: list[list[int]]
    weights: list[list[int]]
    strengths: list[int]


class Generator:
    """Draw numbers as xorshift32 does (Marsaglia, 2003)."""

    def __init__(self, seed: int) -> None:
        self._state = (seed * GOLDEN + 1) % WORD or 1

    def draw_below(self, bound: int) -> int:
        """Return a number from 0 to one below the bound."""
        state = self._state
        state ^= state << 13 & 0xFFFFFFFF
        state ^= state >> 17
        state ^= state << 5 & 0xFFFFFFFF
        self._state = state
        return int(state * float(bound) / WORD)

    def shuffle(self, count: int) -> list[int]:
        """Return the numbers from 0 to one below the count in any order."""
        order = list(range(count))
        for last in range(count - 1, 0, -1):
            other = self.draw_below(last + 1)
            order[last], order[other] = order[other], order[last]
        return order


def try_partitions(neighbours: Sequence[Sequence[int]], seed: int) -> BestPartition:
    """Partition the nodes several times, and return the best partition.

    Parameters
    ----------
    neighbours
        Of each node, in ascending order; each node has one at least.
    seed
        The same seed finds the same partition.

    Examples
    --------
    >>> pairs = [[1], [0], [3], [2]]
    >>> try_partitions(pairs, seed=1).membership
    [0, 0, 1, 1]
    """
    lists = [list(each) for each in neighbours]
    level = _Level(lists, [[1] * len(each) for each in lists], list(map(len, lists)))
    generator = Generator(seed)
    found = [_partition_once(level, generator) for _ in range(count_tries(sum(level.strengths)))]
    qualities = [_measure_quality(level, membership) for membership in found]
    best = found[qualities.index(max(qualities))]
    return BestPartition(best, qualities, found.count(best), found)


def count_tries(total: int) -> int:
    """Return how often nodes are partitioned whose strengths add up to this total.

    Examples
    --------
    >>> count_tries(2 * 2_000), count_tries(2 * 20_000)
    (20, 2)
    """
    return max(1, min(TRIES, 2 * TRIED_EDGES // max(1, total)))


def _partition_once(level: _Level, generator: Generator) -> Membership:
    """Return a partition that further rounds do not improve."""
    best = list(range(len(level.strengths)))
    quality = _measure_quality(level, best)
    for _ in range(MOST_ROUNDS):
        membership = _split_parts(level, _run_round(level, best, generator))
        reached = _measure_quality(level, membership)
        if reached <= quality:
            break
        best, quality = membership, reached
    return best


def _run_round(level: _Level, start: Membership, generator: Generator) -> Membership:
    """Move, refine and merge nodes until no two communities are left to merge."""
    membership, node_of = list(start), list(range(len(start)))
    while True:
        _move_nodes(level, membership, generator)
        size = len(level.strengths)
        if len(set(membership)) == size:
            break
        refined = _number_by_first(_refine(level, membership, generator))
        if max(refined) + 1 == size:
            break
        communities = dict(zip(refined, membership, strict=True))
        level = _merge_nodes(level, refined)
        membership = _number_by_first([communities[node] for node in range(len(level.strengths))])
        node_of = [refined[node] for node in node_of]
    return _number_by_first([membership[node] for node in node_of])


def _move_nodes(level: _Level, membership: Membership, generator: Generator) -> None:
    """Move each node to where it gains most, and look at its neighbours again."""
    strengths, count = level.strengths, len(level.strengths)
    total = sum(strengths)
    sums, sizes = [0] * count, [0] * count
    for community, strength in zip(membership, strengths, strict=True):
        sums[community] += strength
        sizes[community] += 1
    empty = [community for community in range(count - 1, -1, -1) if not sizes[community]]
    ahead, is_ahead = deque(generator.shuffle(count)), [True] * count
    while ahead:
        node = ahead.popleft()
        is_ahead[node] = False
        own, strength = membership[node], strengths[node]
        links = _sum_links(level, node, membership)
        sums[own] -= strength
        best, most = own, total * links.get(own, 0) - strength * sums[own]
        for community, weight in links.items():
            gain = total * weight - strength * sums[community]
            if gain > most:
                best, most = community, gain
        if most < 0:
            best = empty.pop()
        sums[best] += strength
        if best == own:
            continue
        membership[node] = best
        sizes[own] -= 1
        sizes[best] += 1
        if not sizes[own]:
            empty.append(own)
        for other in level.neighbours[node]:
            if not is_ahead[other] and membership[other] != best:
                is_ahead[other] = True
                ahead.append(other)


def _sum_links(level: _Level, node: int, membership: Membership) -> dict[int, int]:
    """Return the weight of a node's edges to each community, in the order of its neighbours."""
    links: dict[int, int] = {}
    for other, weight in zip(level.neighbours[node], level.weights[node], strict=True):
        community = membership[other]
        links[community] = links.get(community, 0) + weight
    return links


def _refine(level: _Level, membership: Membership, generator: Generator) -> Membership:
    """Return parts of the communities, each well connected with the rest of its community."""
    strengths, count = level.strengths, len(level.strengths)
    total, community_sums = sum(strengths), [0] * count
    for community, strength in zip(membership, strengths, strict=True):
        community_sums[community] += strength
    parts, sums, sizes = list(range(count)), list(strengths), [1] * count
    cuts = [_sum_links(level, node, membership).get(membership[node], 0) for node in range(count)]

    def is_well_connected(part: int, community: int) -> bool:
        return total * cuts[part] >= sums[part] * (community_sums[community] - sums[part])

    for node in generator.shuffle(count):
        community, strength = membership[node], strengths[node]
        if sizes[node] != 1 or parts[node] != node or not is_well_connected(node, community):
            continue
        links: dict[int, int] = {}
        for other, weight in zip(level.neighbours[node], level.weights[node], strict=True):
            if membership[other] == community:
                links[parts[other]] = links.get(parts[other], 0) + weight
        chosen, most = None, 0
        for part, weight in links.items():
            gain = total * weight - strength * sums[part]
            if gain > most and is_well_connected(part, community):
                chosen, most = part, gain
        if chosen is not None:
            cuts[chosen] += cuts[node] - 2 * links[chosen]
            sums[chosen] += strength
            sizes[chosen] += 1
            sizes[node], parts[node] = 0, chosen
    return parts


def _merge_nodes(level: _Level, parts: Membership) -> _Level:
    """Return the graph whose nodes are the parts, which are numbered by their first nodes."""
    count = max(parts) + 1
    links: list[dict[int, int]] = [{} for _ in range(count)]
    strengths = [0] * count
    for node, part in enumerate(parts):
        strengths[part] += level.strengths[node]
        own = links[part]
        for other, weight in zip(level.neighbours[node], level.weights[node], strict=True):
            if (found := parts[other]) != part:
                own[found] = own.get(found, 0) + weight
    return _Level(
        [list(each) for each in links], [list(each.values()) for each in links], strengths
    )


def _split_parts(level: _Level, membership: Membership) -> Membership:
    """Return the communities with each that is not connected split into its parts."""
    parts, count = [-1] * len(membership), 0
    for first, community in enumerate(membership):
        if parts[first] >= 0:
            continue
        parts[first], ahead = count, [first]
        for node in ahead:
            for other in level.neighbours[node]:
                if parts[other] < 0 and membership[other] == community:
                    parts[other] = count
                    ahead.append(other)
        count += 1
    return parts


def _measure_quality(level: _Level, membership: Membership) -> int:
    """Return the modularity, times the square of the sum of all strengths."""
    sums, within = [0] * len(membership), 0
    for node, community in enumerate(membership):
        sums[community] += level.strengths[node]
        within += sum(membership[other] == community for other in level.neighbours[node])
    return sum(level.strengths) * within - sum(each * each for each in sums)


def _number_by_first(membership: Membership) -> Membership:
    """Return the communities numbered by their first nodes, so that equal partitions are equal."""
    numbers: dict[int, int] = {}
    return [numbers.setdefault(community, len(numbers)) for community in membership]

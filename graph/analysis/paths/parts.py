"""The paths between two of the actors that a question names, and paths made of several such parts.

The parts of a path through several actors are searched each by itself: the best paths of the whole
are made of the best of its parts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial, reduce
from heapq import heappop, heappush
from itertools import chain, islice, pairwise

from graph.analysis.paths.best_first import BestFirst, Found, Subspace
from graph.analysis.paths.counts import count_signs, count_with_influence
from graph.analysis.paths.part_search import PartSearch
from graph.analysis.paths.rank import RankedPaths, count_compared, sort_first
from graph.analysis.paths.search import add_counts, multiply_counts
from graph.analysis.paths.step_facts import NetSign, multiply_signs

MOST_COMPARED_SINGLY = 20
"""The most equally good paths that are compared where each is searched by itself."""

Rows = tuple[int, ...]


@dataclass(frozen=True)
class Tied:
    """How many equally good paths there are, and how they differ.

    Parameters
    ----------
    path_count
        How many there are.
    signs
        How many have each net sign.
    influence_count
        How many have influence at every step.
    types
        The types of relations that all others follow at a step without influence.
    is_least
        Whether there may be more.
    """

    path_count: int
    signs: Mapping[NetSign, int]
    influence_count: int
    types: tuple[str, ...]
    is_least: bool = False


NONE_TIED = Tied(0, {}, 0, ())


@dataclass(frozen=True)
class Part:
    """The paths between two of the actors that a question names.

    Parameters
    ----------
    search
        What was searched.
    listed
        The paths that are listed, as row numbers, the best first.
    tied
        How many of them are equally good.
    is_bounded
        Whether the search ended at its bound, so that there may be more.
    """

    search: PartSearch
    listed: Sequence[Rows]
    tied: Tied
    is_bounded: bool = False


def find_part(search: PartSearch, most: int, *, every_length: bool) -> Part:
    """Return the best paths between two actors.

    Parameters
    ----------
    most
        How many are listed.
    every_length
        Whether those that are not equally good are listed after those that are.
    """
    if not search.can_count:
        return _list_singly(search, most, every_length=every_length)
    best = search.search(Subspace((search.source,)))
    if best is None:
        return Part(search, (), NONE_TIED)
    ranked = RankedPaths(best, search.ranking)
    is_enough = not every_length or best.path_count >= most
    best_first = search.list_best()
    paths = (tuple(path) for path in ranked) if is_enough else iter_ranked(search, best_first)
    tied = Tied(best.path_count, count_signs(ranked), *count_with_influence(ranked))
    return Part(search, tuple(islice(paths, most)), tied, best_first.is_bounded)


def _list_singly(search: PartSearch, most: int, *, every_length: bool) -> Part:
    """List paths of which each is searched by itself, and count as many as are listed."""
    listed: list[Rows] = []
    tied: list[Rows] = []
    best_first = search.list_best()
    groups = iter_ties(search, best_first)
    paths = chain.from_iterable(groups) if every_length else next(groups, iter(()))
    for path in islice(paths, most + 1):
        if not listed or search.measure(path) == search.measure(listed[0]):
            tied.append(path)
        listed.append(path)
    ranking = search.ranking
    signs: list[NetSign] = [
        reduce(multiply_signs, (step.sign for step in ranking.list_steps(path)), "+")
        for path in tied
    ]
    lacking = [[ends for ends in pairwise(path) if ranking.lacks_influence(*ends)] for path in tied]
    types = dict.fromkeys(
        name for path in lacking for ends in path for name in ranking.facts[ends].types
    )
    influence_count = sum(not each for each in lacking)
    is_bounded = best_first.is_bounded and len(listed) <= most
    is_least = len(tied) > most or (is_bounded and len(tied) == len(listed))
    counts = Tied(len(tied), Counter(signs), influence_count, tuple(types), is_least)
    return Part(search, tuple(listed[:most]), counts, is_bounded)


def iter_ranked(search: PartSearch, best_first: BestFirst) -> Iterator[Rows]:
    """Yield every path between two actors, the best first, and those that tie in order."""
    return chain.from_iterable(iter_ties(search, best_first))


def iter_ties(search: PartSearch, best_first: BestFirst) -> Iterator[Iterator[Rows]]:
    """Yield the paths between two actors that tie, in order, the best first.

    Of those that tie the first are compared, as many as `graph.analysis.paths.rank` says. The next
    are searched when they are asked for, and then the ones before are used up.
    """
    best = iter(best_first)
    while True:
        ties: Iterator[Found] = iter(partial(next, best, None), None)
        first = next(ties, None)
        if first is None:
            return
        compared = count_compared(len(first.path) - 1)
        most = compared if search.can_count else MOST_COMPARED_SINGLY
        paths = (found.path for found in chain([first], ties))
        yield sort_first(paths, search.ranking.get_rank, most)


def combine_parts(parts: Sequence[Part], most: int) -> Iterator[tuple[Rows, ...]]:
    """Yield the best paths of a whole, each as a path of each part: at most so many.

    They are compared by what the question asks for, then by their steps, then by how early their
    parts are listed.
    """
    if not all(part.listed for part in parts):
        return
    first = (0,) * len(parts)
    queue, queued = [(_measure(parts, first), first)], {first}
    for _ in range(most):
        if not queue:
            return
        _, numbers = heappop(queue)
        yield tuple(part.listed[number] for part, number in zip(parts, numbers, strict=True))
        for index, part in enumerate(parts):
            following = (*numbers[:index], numbers[index] + 1, *numbers[index + 1 :])
            if following[index] < len(part.listed) and following not in queued:
                queued.add(following)
                heappush(queue, (_measure(parts, following), following))


def _measure(parts: Sequence[Part], numbers: Sequence[int]) -> tuple[int, int, int]:
    """Return what a whole is compared by, the least being the best."""
    measures = [
        part.search.measure(part.listed[number])
        for part, number in zip(parts, numbers, strict=True)
    ]
    merits, steps = zip(*measures, strict=True)
    is_weakest = parts[0].search.is_by_weakest
    return max(merits) if is_weakest else sum(merits), sum(steps), sum(numbers)


def combine_tied(parts: Sequence[Part]) -> Tied:
    """Return how many wholes there are of equally good parts, and how they differ."""
    return reduce(_join, (part.tied for part in parts))


def _join(one: Tied, other: Tied) -> Tied:
    signs: Counter[NetSign] = Counter()
    for before, first in one.signs.items():
        for after, second in other.signs.items():
            sign = multiply_signs(before, after)
            signs[sign] = add_counts(signs[sign], multiply_counts(first, second))
    return Tied(
        multiply_counts(one.path_count, other.path_count),
        signs,
        multiply_counts(one.influence_count, other.influence_count),
        tuple(dict.fromkeys((*one.types, *other.types))),
        one.is_least or other.is_least,
    )

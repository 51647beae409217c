"""Find how the actors of a pattern may change places: such answers count once.

The page does the same in `explorer/page/assets/core/pattern_symmetry.js`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from graph.analysis.pattern.terms import Clause, Pattern, Slot, Verb
from graph.data.vocabulary import RelationType

MOST_SYMMETRIES, MOST_TRIED = 200, 5_000

Symmetry = tuple[int, ...]
"""For each slot the number of the slot whose actor it takes."""

Meaning = tuple[int, int, frozenset[tuple[str, bool]], str]
"""A clause: its slots, the types that fit with the way they run, and its time."""


def find_symmetries(pattern: Pattern, types: Sequence[RelationType]) -> list[Symmetry]:
    """Return the ways in which a pattern stays the same when its slots change places.

    The pattern as it is written is not among them. Where there are very many, there are none.

    Parameters
    ----------
    pattern
        The pattern.
    types
        The types of relations that there are.

    Examples
    --------
    >>> import graph
    >>> from graph.analysis.pattern.parse import parse_pattern
    >>> net = graph.load_example()
    >>> types = list(net.types.values())
    >>> [find_symmetries(parse_pattern(net, each), types) for each in ("A ally B", "A leads B")]
    [[(1, 0)], []]
    """
    search = _SymmetrySearch(pattern, types)
    found = list(islice(search.extend([]), MOST_SYMMETRIES + 1))
    same = tuple(range(len(pattern.slots)))
    is_all = len(found) <= MOST_SYMMETRIES and search.tried <= MOST_TRIED
    return [each for each in found if each != same] if is_all else []


class _SymmetrySearch:
    """A search for symmetries, slot after slot."""

    def __init__(self, pattern: Pattern, types: Sequence[RelationType]) -> None:
        self.slots, self.tried = pattern.slots, 0
        meanings = [_read_meaning(clause, types) for clause in pattern.clauses]
        self.counts = Counter(map(_order_ends, meanings))
        self.meanings: list[list[Meaning]] = [[] for _ in self.slots]
        for each in meanings:
            self.meanings[max(each[:2])].append(each)

    def extend(self, taken: list[int]) -> Iterator[Symmetry]:
        """Yield the symmetries that begin with these slots."""
        at = len(taken)
        if at == len(self.slots):
            yield tuple(taken)
            return
        for number, slot in enumerate(self.slots):
            self.tried += 1
            if self.tried > MOST_TRIED:
                return
            if number not in taken and _is_alike(self.slots[at], slot):
                following = [*taken, number]
                if self._stay(following):
                    yield from self.extend(following)

    def _stay(self, taken: Sequence[int]) -> bool:
        """Return whether the clauses whose last slot was taken are clauses of the pattern again."""
        return all(
            self.counts[_order_ends((taken[one], taken[other], fitting, when))]
            == self.counts[_order_ends((one, other, fitting, when))]
            for one, other, fitting, when in self.meanings[len(taken) - 1]
        )


def _is_alike(one: Slot, other: Slot) -> bool:
    return (one.words, one.row, one.kinds) == (other.words, other.row, other.kinds)


def _read_meaning(clause: Clause, types: Sequence[RelationType]) -> Meaning:
    return clause.source, clause.target, _list_fitting(clause.verb, types), str(clause.span)


def _list_fitting(verb: Verb, types: Sequence[RelationType]) -> frozenset[tuple[str, bool]]:
    return frozenset(
        (each.name, way) for each in types for way in (True, False) if verb.fits(each, forwards=way)
    )


def _order_ends(meaning: Meaning) -> Meaning:
    """Return a clause read from its first slot: the same whichever end was written first."""
    source, target, fitting, when = meaning
    if source <= target:
        return meaning
    return target, source, frozenset((name, not way) for name, way in fitting), when


def is_first_image(rows: Sequence[int], symmetries: Sequence[Symmetry]) -> bool:
    """Return whether a match is the first of its mirror images, in the order of rows.

    Examples
    --------
    >>> is_first_image((3, 5), [(1, 0)]), is_first_image((5, 3), [(1, 0)])
    (True, False)
    """
    return all(tuple(rows) <= tuple(rows[slot] for slot in each) for each in symmetries)

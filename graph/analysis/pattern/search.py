"""Search for the actors that fit all clauses of a pattern at once, in bounded work.

The page does the same in `explorer/page/assets/core/pattern_search.js`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from graph.analysis.pattern.symmetry import Symmetry, find_symmetries, is_first_image
from graph.analysis.pattern.terms import Clause, Pattern
from graph.data.matching_rows import filter_rows
from graph.select.adjacency import Adjacency
from graph.select.selection import Selection
from graph.select.used_types import list_used_types

MOST_MATCHES = 10_000
MOST_LOOKED_AT = 300_000  # pairs of actors

Rows = tuple[int, ...]


class FoundMatches(NamedTuple):
    """The matches of a pattern.

    Parameters
    ----------
    matches
        For each the row number of the actor of each slot, in order.
    is_complete
        Whether there are no more.
    """

    matches: Sequence[Rows]
    is_complete: bool


class _SearchEnded(Exception):  # noqa: N818 - an event
    """The search would take too long."""


@dataclass
class PatternSearch:
    """A search for the matches of a pattern in a network.

    Letters stand for different actors, none of them one that is named; ``?`` is anybody.
    """

    network: Selection
    pattern: Pattern
    looked_at: int = field(default=0, init=False)

    def find(self, most: int = MOST_MATCHES) -> FoundMatches:
        """Return the matches in the order of rows, at most so many; of mirror images the first."""
        taken = [slot.row for slot in self.pattern.slots]
        matches: list[Rows] = []
        is_complete = True
        try:
            every = self._extend(taken, list(self.pattern.clauses))
            firsts = (each for each in every if is_first_image(each, self.symmetries))
            matches.extend(islice(firsts, most + 1))
        except _SearchEnded:
            is_complete = False
        return FoundMatches(sorted(matches[:most]), is_complete and len(matches) <= most)

    def list_fitting(self, clause: Clause, source: int, target: int) -> list[int]:
        """Return the relations between two actors that fit a clause."""
        columns = self.network.columns
        sources, types, disputes = columns.endpoints[0], columns.relation_types, columns.disputes
        find_when, span = columns.lifetimes.find_when, clause.span
        return [
            row
            for row in self._adjacency[source].get(target, ())
            if not disputes[row]
            and clause.verb.fits(types[row], forwards=sources[row] == source)
            and (span is None or find_when(row, span).state != "does_not")
        ]

    @cached_property
    def symmetries(self) -> list[Symmetry]:
        """The ways in which actors of the pattern may change places."""
        return find_symmetries(self.pattern, list_used_types(self.network.select_all()))

    @cached_property
    def _adjacency(self) -> Adjacency:
        return self.network.adjacency("either")

    @cached_property
    def _kinds(self) -> Sequence[str]:
        return self.network.columns.actors.cells("kind")

    def _extend(self, taken: list[int | None], left: list[Clause]) -> Iterator[Rows]:
        """Yield the matches that have the actors that some slots have taken."""
        if not left:
            yield tuple(row for row in taken if row is not None)
            return
        clause = self._choose_clause(taken, left)
        rest = [each for each in left if each is not clause]
        for source, target in self._list_pairs(clause, taken):
            self._count()
            before = taken[clause.source], taken[clause.target]
            if not self.list_fitting(clause, source, target):
                continue
            for number, row in ((clause.source, source), (clause.target, target)):
                taken[number] = row
            if self._are_apart(taken, clause):
                yield from self._extend(taken, rest)
            taken[clause.source], taken[clause.target] = before

    def _count(self) -> None:
        self.looked_at += 1
        if self.looked_at > MOST_LOOKED_AT:
            raise _SearchEnded

    def _choose_clause(self, taken: Sequence[int | None], left: Sequence[Clause]) -> Clause:
        """Return the clause of which most actors are taken, the first of several."""

        def count_open(clause: Clause) -> int:
            return (taken[clause.source] is None) + (taken[clause.target] is None)

        return min(left, key=count_open)

    def _list_pairs(self, clause: Clause, taken: Sequence[int | None]) -> Iterator[tuple[int, int]]:
        """Yield the pairs of neighbours that a clause may be about."""
        source, target = taken[clause.source], taken[clause.target]
        if source is None and target is None:
            yield from self._list_open_pairs(clause)
        elif target is None and source is not None:
            yield from ((source, other) for other in sorted(self._adjacency[source]))
        elif source is None and target is not None:
            yield from ((other, target) for other in sorted(self._adjacency[target]))
        elif source is not None and target is not None:
            yield source, target

    def _list_open_pairs(self, clause: Clause) -> Iterator[tuple[int, int]]:
        columns = self.network.columns
        sources, targets = columns.endpoints
        test = clause.verb.fits_either_way
        seen: set[tuple[int, int]] = set()
        for row in filter_rows(columns.relation_types, self.network.relation_numbers, test):
            ends = sources[row], targets[row]
            for pair in (ends, ends[::-1]):
                if pair not in seen and ends[0] != ends[1]:
                    seen.add(pair)
                    yield pair

    def _are_apart(self, taken: Sequence[int | None], clause: Clause) -> bool:
        """Return whether the actors of a clause are of the right kinds, and no others' again."""
        for number in (clause.source, clause.target):
            slot, row = self.pattern.slots[number], taken[number]
            if row is None or (slot.kinds and self._kinds[row] not in slot.kinds):
                return False
            if slot.words == "letter" and any(
                other == row and self.pattern.slots[index].words != "?" and index != number
                for index, other in enumerate(taken)
            ):
                return False
        return True

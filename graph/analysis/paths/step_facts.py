"""What the relations of a step say of it: its influence, doubt, dates, sign, confidence, voices."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Literal

from graph.analysis.paths.day_ranges import DayRange, merge_ranges
from graph.analysis.paths.merits import UNRATED, Merits, to_millionths
from graph.analysis.paths.rows_by_ends import RowsByEnds
from graph.data.claims import find_standings, get_claim
from graph.data.columns import Columns, split_cell
from graph.data.spans import Span
from graph.data.via import list_chain
from graph.select.adjacency import Adjacency

Doubt = Literal["", "contested", "alleged"]
"""Why a step is doubtful: each of its relations is contested or alleged. Empty if one is not."""

NetSign = Literal["+", "-", "mixed"]


class StepFacts:
    """What the relations of one step say, as far as they assert something.

    Parameters
    ----------
    columns
        The data.
    rows
        All relations between the two actors that can be followed.
    span
        The span that was asked, if one was.
    merits
        What has read the voices of relations before, if anything has.
    """

    def __init__(
        self,
        columns: Columns,
        rows: Sequence[int],
        span: Span | None = None,
        merits: Merits | None = None,
    ) -> None:
        self._columns, self.rows, self._span = columns, rows, span
        self._merits = merits or Merits(columns)

    @cached_property
    def asserting(self) -> Sequence[int]:
        """The relations that do not dispute."""
        if not self._columns.has_disputes:
            return self.rows
        disputes = self._columns.disputes
        return [row for row in self.rows if not disputes[row]]

    @cached_property
    def _uncontested(self) -> Sequence[int]:
        if len(self.asserting) == len(self.rows):
            return self.asserting
        standings = find_standings(self._columns, self.rows)
        stands = (standings[get_claim(self._columns, row)] == "stands" for row in self.asserting)
        return [row for row, stand in zip(self.asserting, stands, strict=True) if stand]

    @cached_property
    def _firm(self) -> Sequence[int]:
        bases = self._columns.bases
        return [row for row in self._uncontested if bases[row] != "alleged"]

    @cached_property
    def doubt(self) -> Doubt:
        """Why no relation of the step is beyond doubt; empty where one is."""
        if self._firm:
            return ""
        return "alleged" if len(self._uncontested) == len(self.asserting) else "contested"

    @cached_property
    def is_inferred(self) -> bool:
        """Whether the step is beyond doubt, but its relations beyond doubt are all inferred."""
        bases = self._columns.bases
        return bool(self._firm) and all(bases[row] == "inferred" for row in self._firm)

    @cached_property
    def has_influence(self) -> bool:
        """Whether influence travels along one of the relations."""
        types = self._columns.relation_types
        return any(types[row].influence for row in self.asserting)

    @property
    def types(self) -> Sequence[str]:
        """The types of the relations, each once."""
        types = self._columns.relation_types
        return list(dict.fromkeys(types[row].name for row in self.asserting))

    @cached_property
    def is_dated(self) -> bool:
        """Whether one of the relations has a start or an end."""
        cells = self._columns.relations.cells
        start, end = cells("start"), cells("end")
        return any(start[row] or end[row] for row in self.asserting)

    @cached_property
    def is_startless(self) -> bool:
        """Whether it is dated, but none of the relations has a start."""
        starts = self._columns.relations.cells("start")
        return self.is_dated and not any(starts[row] for row in self.asserting)

    @cached_property
    def is_certain(self) -> bool:
        """Whether one of the relations certainly holds in the span that was asked, if one was."""
        find, span = self._columns.lifetimes.find_when, self._span
        return span is None or any(find(row, span).state == "holds" for row in self.asserting)

    @property
    def has_known_time(self) -> bool:
        """Whether it certainly holds in the span that was asked; if none was, that it is dated."""
        return self.is_certain if self._span else self.is_dated

    @cached_property
    def sign(self) -> NetSign:
        """The sign of the relations beyond doubt, else of all; neutral ones count as positive."""
        types = self._columns.relation_types
        signs = {types[row].sign for row in self._firm or self.asserting}
        if "-" not in signs:
            return "+"
        return "mixed" if "+" in signs else "-"

    @cached_property
    def confidence(self) -> float | None:
        """The best confidence of the relations; None where that is of an unrated one."""
        confidences = self._columns.confidences
        stated = {confidences[row] for row in self.asserting}
        best = max((each for each in stated if each is not None), default=None)
        return None if None in stated and to_millionths(best) < UNRATED else best

    @cached_property
    def millionths(self) -> int:
        """The confidence as a whole number, so that sums are exact; an unrated one counts half."""
        return to_millionths(self.confidence)

    @cached_property
    def voices(self) -> frozenset[str]:
        """The independent voices on which the relations rest."""
        return self._merits.list_voices(self.rows)

    @cached_property
    def combined_confidence(self) -> int:
        """The confidence of all of them, in millionths; see `graph.analysis.paths.merits`."""
        return self._merits.combine_confidences(self.rows)

    @cached_property
    def falls_without(self) -> Sequence[str]:
        """The references that all relations need: without one of them none would be left."""
        cells, sources = self._columns.relations.cells("reference"), self._columns.sources
        ids = self._columns.source_ids
        needed: dict[str, None] | None = None
        for row in self.asserting:
            cited = [ids.get(each, each) for each in split_cell(cells[row])]
            chains = [list_chain(sources, each) or [each] for each in cited]
            for chain in chains or [[]]:
                shared = chain if needed is None else [each for each in needed if each in chain]
                needed = dict.fromkeys(shared)
        return list(needed or ())

    @cached_property
    def days(self) -> Sequence[DayRange]:
        """The days on which one of the relations may hold."""
        find = self._columns.lifetimes.find_possible_days
        return merge_ranges(map(find, self.asserting))

    @cached_property
    def starts(self) -> Sequence[DayRange]:
        """For each relation the days on which it may start: until it ends if that is not known."""
        starts = map(self._columns.lifetimes.find_possible_starts, self.asserting)
        return [days for days in starts if days[0] <= days[1]]


class StepFactsByEnds:
    """The facts of each step of a network, by its two actors, computed when asked for.

    Parameters
    ----------
    columns
        The data.
    steps
        The steps from each actor, or the relations of each step.
    span
        The span that was asked; None where none was.
    """

    def __init__(self, columns: Columns, steps: Adjacency | RowsByEnds, span: Span | None) -> None:
        self._rows = steps if isinstance(steps, RowsByEnds) else RowsByEnds(steps, steps)
        self._columns, self._span = columns, span
        self._facts: dict[tuple[int, int], StepFacts] = {}
        self._merits = Merits(columns)

    def __getitem__(self, ends: tuple[int, int]) -> StepFacts:
        if ends not in self._facts:
            rows = self._rows[ends]
            self._facts[ends] = StepFacts(self._columns, rows, self._span, self._merits)
        return self._facts[ends]


def find_weakest(steps: Sequence[StepFacts]) -> int:
    """Return the index of the step with the lowest confidence, and then the fewest voices."""

    def measure_strength(index: int) -> tuple[int, int]:
        return steps[index].millionths, len(steps[index].voices)

    return min(range(len(steps)), key=measure_strength)


def multiply_signs(one: NetSign, other: NetSign) -> NetSign:
    """Return the net sign of two steps: a foe's foe counts as a friend.

    Examples
    --------
    >>> multiply_signs("-", "-"), multiply_signs("+", "-"), multiply_signs("-", "mixed")
    ('+', '-', 'mixed')
    """
    if "mixed" in (one, other):
        return "mixed"
    return "+" if one == other else "-"

"""A signed edge of an answer: two actors, the signed relations between them, and their strength."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from graph.analysis.paths.step_facts import StepFacts
from graph.analysis.paths.steps import Step
from graph.data.claims import add_sides, find_sides, find_standings, get_claim
from graph.data.counts import format_count
from graph.data.dictionary_column import as_array, to_row_array
from graph.data.sentences import format_confidence, format_step

if TYPE_CHECKING:
    from graph.select.selection import Selection

EdgeSign = Literal["+", "-", "mixed"]

Ends = tuple[int, int]
"""The row numbers of two actors."""


@dataclass(frozen=True)
class SignedEdge:
    """Two actors with signed relations.

    Parameters
    ----------
    step
        The two actors and their signed relations, those that dispute them, too.
    sign
        ``+`` or ``-``; ``mixed`` where there are relations of both signs.
    confidence
        The best confidence of its relations; None where that is of an unrated one, which counts
        half.
    voice_count
        How many independent voices they rest on.
    row_count
        How many rows assert something.
    strength
        What edges are compared by: the confidence in millionths, and the voices.
    """

    step: Step
    sign: EdgeSign
    confidence: float | None
    voice_count: int
    row_count: int
    strength: tuple[int, int]

    @property
    def sentence(self) -> str:
        """The relations in words, without a full stop."""
        return self.step.sentence

    @property
    def support(self) -> str:
        """On how many rows it rests, and how they are rated.

        Examples
        --------
        >>> import graph
        >>> net = graph.load_example()
        >>> print(net.balance().tensions[0].edge.support)
        one row that is not rated
        """
        if self.row_count == 1:
            rated = "that is not rated"
            if self.confidence is not None:
                rated = f"rated {format_confidence(self.confidence)}"
            return f"one row {rated}"
        rated = "not rated, or rated lower"
        if self.confidence is not None:
            rated = f"rated {format_confidence(self.confidence)} or lower"
        return f"{format_count(self.row_count, 'row')} {rated}"

    def to_dict(self) -> dict[str, Any]:
        """Return the edge as data: actors and relations by id."""
        return {
            "source": self.step.source.id,
            "target": self.step.target.id,
            "sign": self.sign,
            "confidence": self.confidence,
            "voice_count": self.voice_count,
            "relations": [relation.id for relation in self.step.relations],
            "sentence": self.sentence,
        }


def build_signed_edges(network: Selection, pairs: Iterable[Ends]) -> dict[Ends, SignedEdge]:
    """Return the signed edges between some pairs of actors, by their row numbers."""
    rows_by_ends = find_signed_rows(network, pairs)
    return {ends: _build_edge(network, ends, rows) for ends, rows in rows_by_ends.items()}


def find_signed_rows(network: Selection, pairs: Iterable[Ends]) -> Mapping[Ends, list[int]]:
    """Return the rows of the signed relations between some pairs, disputing ones, too."""
    types = {name for name, each in network.types.items() if each.sign != "0"}
    return find_rows_between(network, pairs, types)


def find_rows_between(
    network: Selection, pairs: Iterable[Ends], types: set[str]
) -> Mapping[Ends, list[int]]:
    """Return the rows of some types of relation between some pairs of actors, in row order.

    Parameters
    ----------
    pairs
        Row numbers of two actors, the lower one first.
    """
    import numpy as np

    size = max(1, len(network.columns.actors))
    wanted = {low * size + high: (low, high) for low, high in pairs}
    rows = to_row_array(network.relation_numbers)
    sources, targets = (as_array(ends, np.int64)[rows] for ends in network.columns.endpoints)
    keys = np.minimum(sources, targets) * size + np.maximum(sources, targets)
    found = np.isin(keys, np.fromiter(wanted, np.int64, len(wanted)))
    cells = network.columns.relations.cells("type")
    between: dict[Ends, list[int]] = {ends: [] for ends in wanted.values()}
    for key, row in zip(keys[found].tolist(), rows[found].tolist(), strict=True):
        if cells[row] in types:
            between[wanted[key]].append(row)
    return between


def build_step(network: Selection, ends: Ends, rows: list[int]) -> Step:
    """Return the relations between two actors as a step, seen from the source of the first."""
    columns = network.columns
    standings, sides = find_standings(columns, rows), find_sides(columns, rows)
    claims = [get_claim(columns, row) for row in rows]
    relations = tuple(
        add_sides(network.relation(row), claim, sides)
        for row, claim in zip(rows, claims, strict=True)
    )
    states = tuple(standings[claim] for claim in claims)
    one, other = map(columns.actor, ends)
    source, target = (one, other) if relations[0].source == one else (other, one)
    sentence = format_step(source, target, relations, states)
    return Step(source, target, relations, sentence, states)


def _build_edge(network: Selection, ends: Ends, rows: list[int]) -> SignedEdge:
    facts = StepFacts(network.columns, rows, network.span)
    types = network.columns.relation_types
    signs = {types[row].sign for row in facts.asserting}
    sign: EdgeSign = "mixed" if len(signs) > 1 else ("+" if "+" in signs else "-")
    return SignedEdge(
        build_step(network, ends, rows),
        sign,
        facts.confidence,
        len(facts.voices),
        len(facts.asserting),
        (facts.millionths, len(facts.voices)),
    )

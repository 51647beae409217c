"""Build a step between two actors, with its relations and its sentence, of their row numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.analysis.paths.steps import Step
from graph.data.claims import add_sides, find_sides, find_standings, get_claim
from graph.data.records import Actor
from graph.data.sentences import format_step

if TYPE_CHECKING:
    from graph.select.selection import Selection


def build_step(network: Selection, rows: Sequence[int], source: Actor, target: Actor) -> Step:
    """Return the step of some relations, read from one of their two actors to the other."""
    columns = network.columns
    states = find_standings(columns, rows)
    sides = find_sides(columns, rows)
    relations = tuple(
        add_sides(network.relation(row), get_claim(columns, row), sides) for row in rows
    )
    standing = tuple(states[get_claim(columns, row)] for row in rows)
    sentence = format_step(source, target, relations, standing)
    return Step(source, target, relations, sentence, standing)

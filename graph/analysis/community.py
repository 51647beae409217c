"""A community: its members, and the relations among them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.data.counts import format_count
from graph.data.records import Actor

FOREMOST = 3  # members by which a community is named


@dataclass(frozen=True, repr=False)
class Community:
    """Actors with more edges among themselves than chance would give them.

    Parameters
    ----------
    number
        Its number among the communities, from 1 for the largest.
    actors
        Its members, those with the largest weight of internal edges first, equal ones in row
        order.
    weights
        For each member the summed weight of its internal edges; unweighted, how many of them
        there are.
    type_counts
        How many internal relations there are of each type, the most common first.
    outside_count
        How many relations lead to other communities.
    """

    number: int
    actors: tuple[Actor, ...]
    weights: tuple[float, ...]
    type_counts: Mapping[str, int]
    outside_count: int

    @property
    def foremost(self) -> tuple[Actor, ...]:
        """The three members with the largest weight of internal edges."""
        return self.actors[:FOREMOST]

    @property
    def within_count(self) -> int:
        """How many relations connect its members; parallel relations count each."""
        return sum(self.type_counts.values())

    def to_dict(self) -> dict[str, Any]:
        """Return the community as data, with an entry for each member."""
        rows = zip(self.actors, self.weights, strict=True)
        return {
            "number": self.number,
            "actor_count": len(self.actors),
            "within_count": self.within_count,
            "outside_count": self.outside_count,
            "type_counts": dict(self.type_counts),
            "actors": [to_entry(actor) | {"weight": weight} for actor, weight in rows],
        }

    def __repr__(self) -> str:
        return f"<Community {self.number}: {format_count(len(self.actors), 'actor')}>"


def to_entry(actor: Actor) -> dict[str, str]:
    """Return an actor as data, by which it is named in an answer."""
    return {"id": actor.id, "name": actor.name, "kind": actor.kind}

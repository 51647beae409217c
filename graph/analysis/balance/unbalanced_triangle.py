"""A triangle out of balance: its three edges in a sentence, and the weakest of its claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graph.analysis.balance.signed_edge import SignedEdge
from graph.data.records import Actor
from graph.data.sentences import add_full_stop


@dataclass(frozen=True)
class UnbalancedTriangle:
    """Three actors with an odd number of negative edges among them.

    Parameters
    ----------
    edges
        The three edges, the negative ones first.
    """

    edges: tuple[SignedEdge, SignedEdge, SignedEdge]

    @property
    def signs(self) -> str:
        """``++-`` or ``---``."""
        return "".join(sorted(edge.sign for edge in self.edges))

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The three actors."""
        ends = (actor for edge in self.edges for actor in (edge.step.source, edge.step.target))
        return tuple({actor.id: actor for actor in ends}.values())

    @property
    def weakest(self) -> SignedEdge | None:
        """The edge with the lowest confidence, and then the fewest voices; None if all are alike.

        An edge has the confidence of its best relation; an unrated one counts half.
        """
        if len({edge.strength for edge in self.edges}) == 1:
            return None
        return min(self.edges, key=lambda edge: edge.strength)

    @property
    def sentence(self) -> str:
        """All three edges in a sentence."""
        return add_full_stop("; ".join(edge.sentence for edge in self.edges))

    @property
    def support(self) -> str:
        """Which claim is the weakest, and on what it rests."""
        weakest = self.weakest
        if weakest is None:
            return "None of the three claims is weaker than the others."
        return f"The weakest claim: {weakest.sentence}. It rests on {weakest.support}."

    def to_dict(self) -> dict[str, Any]:
        """Return the triangle as data: actors and relations by id."""
        weakest = self.weakest
        return {
            "signs": self.signs,
            "actors": [actor.id for actor in self.actors],
            "edges": [edge.to_dict() for edge in self.edges],
            "weakest": None if weakest is None else self.edges.index(weakest),
            "sentence": self.sentence,
            "support": self.support,
        }

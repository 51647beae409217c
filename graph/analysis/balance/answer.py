"""The answer to how balanced a network is: triangles, the frustration index, what is in tension.

`graph.analysis.balance.measurement` measures it, `docs/analysis.md` says what it means.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.analysis.balance.bounded_answer import BoundedAnswer
from graph.analysis.balance.signed_edge import SignedEdge
from graph.analysis.balance.tension import Tension
from graph.analysis.balance.triangles import BALANCED
from graph.analysis.balance.unbalanced_triangle import UnbalancedTriangle
from graph.data.counts import format_count, format_share
from graph.select.asked_time import AskedTime

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, repr=False)
class Balance(BoundedAnswer[float]):
    """How balanced a network is.

    Parameters
    ----------
    lower, upper
        The bounds of the frustration index: the least weight of signed edges without which two
        camps would be in balance.
    triangles
        How many triangles there are by their signs: ``+++``, ``++-``, ``+--`` and ``---``.
    balance_ratio
        The share of triangles that are balanced; None where there is no triangle.
    tensions
        The edges that are frustrated in an optimum; where the bounds do not meet, in the best
        division that was found.
    unbalanced
        The unbalanced triangles that are listed, those with the strongest weakest claim first.
    both_signs
        The pairs with relations of both signs, which are part of nothing else here.
    actor_count
        How many actors have an edge of one sign.
    positive_count, negative_count
        How many edges there are of each sign.
    by_confidence
        Whether edges count by their confidence; else each counts as one.
    unrated_count
        By confidence: how many edges have no rated relation, and count half.
    weightless_count
        By confidence: how many edges are left out, as their confidence is 0.
    seconds
        How long the proof may take.
    asked_time
        The span that was asked, and how many relations may hold in it; None where none was.
    """

    lower: float
    upper: float
    triangles: Mapping[str, int]
    balance_ratio: float | None
    tensions: Sequence[Tension]
    unbalanced: Sequence[UnbalancedTriangle]
    both_signs: Sequence[SignedEdge]
    actor_count: int
    positive_count: int
    negative_count: int
    by_confidence: bool = False
    unrated_count: int = 0
    weightless_count: int = 0
    seconds: float = 0.0
    asked_time: AskedTime | None = None

    @property
    def edge_count(self) -> int:
        """How many edges of one sign there are."""
        return self.positive_count + self.negative_count

    @property
    def unbalanced_count(self) -> int:
        """How many triangles are not balanced, listed or not."""
        return sum(count for signs, count in self.triangles.items() if signs not in BALANCED)

    @property
    def sentence(self) -> str:
        """The index with its proof, and the share of triangles in balance.

        Examples
        --------
        >>> import graph
        >>> print(graph.load_example().only("ally").balance().sentence)
        The frustration index is 0, proved: two camps are in balance with all 2 signed edges.
        """
        if not self.edge_count:
            return "No two actors have relations of one sign: there is nothing to balance."
        edges = format_count(self.edge_count, "signed edge")
        if not self.optimal:
            index = f"The frustration index lies between {self.lower:,g} and {self.upper:,g}"
            index += f", of {edges}: not proved in {self.seconds:g} seconds"
        elif not self.upper:
            index = f"The frustration index is 0, proved: two camps are in balance with all {edges}"
        else:
            weight = "edges that weigh " * self.by_confidence + f"{self.upper:,g}"
            index = f"The frustration index is {self.upper:,g}, proved"
            index += f": without {weight} of {edges}, two camps would be in balance"
        return f"{index}{self._describe_triangles()}."

    def _describe_triangles(self) -> str:
        if self.balance_ratio is None:
            return ""
        total = sum(self.triangles.values())
        balanced = total - self.unbalanced_count
        return f"; {format_share(balanced, total, 'triangle')} balanced"

    @property
    def notes(self) -> tuple[str, ...]:
        """What counts, what is apart, and what was not compared."""
        counted = "Relations of a sign count, all between two actors as one edge without direction"
        weighed = ", by the best confidence" if self.by_confidence else ""
        notes = [f"{counted}{weighed}; disputed relations are left out."]
        if self.both_signs:
            pairs = format_count(len(self.both_signs), "pair")
            notes.append(f"Apart, as their relations have both signs: {pairs}.")
        if self.unrated_count:
            edges = format_count(self.unrated_count, "edge")
            notes.append(f"Counting half, as no relation is rated: {edges}.")
        if self.weightless_count:
            edges = format_count(self.weightless_count, "edge")
            notes.append(f"Left out, as the confidence is 0: {edges}.")
        if self.optimal and any(each.in_every is None for each in self.tensions):
            notes.append("The optima were not compared: the tensions are those of one of them.")
        if len(self.unbalanced) < self.unbalanced_count:
            listed = f"{len(self.unbalanced):,} of {self.unbalanced_count:,}"
            notes.append(f"{listed} unbalanced triangles are listed.")
        return *notes, *self.time_notes

    @property
    def frame(self) -> pd.DataFrame:
        """A row for each edge in tension: source, target, sign, in every optimum, sentence."""
        import pandas as pd

        rows = [
            (
                each.edge.step.source.id,
                each.edge.step.target.id,
                each.edge.sign,
                each.in_every,
                each.edge.confidence,
                each.edge.sentence,
            )
            for each in self.tensions
        ]
        names = ["source", "target", "sign", "in_every", "confidence", "sentence"]
        frame = pd.DataFrame(rows, columns=names)
        return frame.astype({"confidence": float, "in_every": "boolean"})

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as data: actors and relations by id, as in JSON."""
        return {
            "frustration": self.frustration,
            "lower": self.lower,
            "upper": self.upper,
            "optimal": self.optimal,
            "by_confidence": self.by_confidence,
            "triangles": dict(self.triangles),
            "balance_ratio": self.balance_ratio,
            "actor_count": self.actor_count,
            "positive_count": self.positive_count,
            "negative_count": self.negative_count,
            "tensions": [each.to_dict() for each in self.tensions],
            "unbalanced_count": self.unbalanced_count,
            "unbalanced_triangles": [each.to_dict() for each in self.unbalanced],
            "both_signs": [each.to_dict() for each in self.both_signs],
            "unrated_count": self.unrated_count,
            "weightless_count": self.weightless_count,
            **self.time_fields,
        }

    def __repr__(self) -> str:
        edges = format_count(self.edge_count, "signed edge")
        return f"<Balance: {edges}, {len(self.tensions)} in tension>"

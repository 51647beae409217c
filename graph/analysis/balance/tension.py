"""A signed edge in tension with the camps, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graph.analysis.balance.signed_edge import SignedEdge


@dataclass(frozen=True)
class Tension:
    """An edge that is frustrated: positive across two camps, or negative within one.

    Parameters
    ----------
    edge
        The edge, with its relations.
    in_every
        Whether it is frustrated in every optimum; False where it is in some only, None where the
        optima were not compared.
    """

    edge: SignedEdge
    in_every: bool | None

    def to_dict(self) -> dict[str, Any]:
        """Return the tension as data."""
        return {**self.edge.to_dict(), "in_every": self.in_every}

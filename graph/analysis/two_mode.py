"""Two-mode networks: every edge joins actors of two different kinds, such as people and events.

Their one-mode projections have an edge between two actors of a kind that share a neighbour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.select.projection import Edges

    Rows = NDArray[np.int64]

MOST_PAIRS = 2e7  # of actors who share a neighbour, counted once a neighbour


@dataclass(frozen=True)
class OneMode:
    """The actors of one kind in a two-mode network, with an edge where two share a neighbour.

    Parameters
    ----------
    kind
        Their kind.
    actor_count, edge_count
        How many of them there are, and how many pairs share a neighbour of the other kind.
    density
        The share of all pairs that do.
    """

    kind: str
    actor_count: int
    edge_count: int
    density: float | None

    def to_dict(self) -> dict[str, Any]:
        """Return it as data."""
        return {
            "kind": self.kind,
            "actor_count": self.actor_count,
            "edge_count": self.edge_count,
            "density": self.density,
        }


@dataclass(frozen=True)
class TwoMode:
    """A network whose edges all join actors of two different kinds.

    Parameters
    ----------
    kinds
        The two kinds, in the order of the rows.
    density
        The share of pairs of the two kinds that have an edge.
    one_mode_projections
        The one-mode projections to the two kinds, without those that would be too large.
    """

    kinds: tuple[str, str]
    density: float
    one_mode_projections: Sequence[OneMode]

    @property
    def note(self) -> str:
        """What two modes mean for the other figures."""
        first = (
            f"The network is two-mode: every edge joins the kinds {' and '.join(self.kinds)}. So "
            "it can have no triangles, and its density is best taken among pairs of both kinds."
        )
        if len(self.one_mode_projections) < len(self.kinds):
            return f"{first} Some one-mode projections are not made: they would be too large."
        return (
            f"{first} In a one-mode projection two actors of a kind have an edge if they share a "
            "neighbour; by construction it is dense and full of triangles."
        )

    def to_dict(self) -> dict[str, Any]:
        """Return it as data."""
        return {
            "kinds": list(self.kinds),
            "density": self.density,
            "one_mode_projections": [each.to_dict() for each in self.one_mode_projections],
        }


def find_two_modes(kinds: Sequence[str], kind_of: Rows, edges: Edges) -> TwoMode | None:
    """Return the density and the one-mode projections of a two-mode network; None of any other.

    Parameters
    ----------
    kinds
        The kinds of actors.
    kind_of
        For each row number of an actor the number of its kind; -1 where it is not selected.
    edges
        The edges, without direction.
    """
    import numpy as np

    ends = kind_of[edges.sources], kind_of[edges.targets]
    used = np.unique(np.concatenate(ends))
    if len(used) != 2 or (ends[0] == ends[1]).any():  # noqa: PLR2004 - two modes
        return None
    first, second = used.tolist()
    swapped = ends[0] == second
    ones = np.where(swapped, edges.targets, edges.sources)
    others = np.where(swapped, edges.sources, edges.targets)
    counts = [int((kind_of == kind).sum()) for kind in (first, second)]
    sides = ((kinds[first], counts[0], ones, others), (kinds[second], counts[1], others, ones))
    projected = [_project(*side) for side in sides]
    return TwoMode(
        (kinds[first], kinds[second]),
        len(ones) / (counts[0] * counts[1]),
        tuple(each for each in projected if each),
    )


def _project(kind: str, count: int, members: Rows, shared: Rows) -> OneMode | None:
    """Return the one-mode projection to the members of a kind; None where it is too large."""
    import numpy as np
    from scipy import sparse

    if (np.bincount(shared).astype(float) ** 2).sum() > MOST_PAIRS:
        return None
    _, rows = np.unique(members, return_inverse=True)
    _, columns = np.unique(shared, return_inverse=True)
    matrix = sparse.csr_array((np.ones(len(rows), np.int32), (rows, columns)))
    pairs = (int((matrix @ matrix.T).nnz) - matrix.shape[0]) // 2
    all_pairs = count * (count - 1) / 2
    return OneMode(kind, count, pairs, pairs / all_pairs if all_pairs else None)

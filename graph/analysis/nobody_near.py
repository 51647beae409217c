"""Why nobody is near an actor, as data and in words.

The page says the same by `explainNobodyNear` of `explorer/page/assets/core/ego_network.js`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from graph.data.counts import format_count
from graph.data.dictionary_column import unique_values

if TYPE_CHECKING:
    from graph.data.columns import Columns
    from graph.select.selection import Selection

Obstacle = Literal["alone", "disputed", "directed", "filters"]


@dataclass(frozen=True)
class NobodyNear:
    """Why no actor is within a step of another.

    Parameters
    ----------
    obstacle
        ``alone``: no relation links it to another actor. ``disputed``: only disputed relations do,
        which are not followed. ``directed``: none leads away from it. ``filters``: the filters
        leave out those that do.
    count
        How many actors are one step away without the filters, in either direction.
    directed
        Whether relations were followed away from the actor only.
    """

    obstacle: Obstacle
    count: int = 0
    directed: bool = False

    def describe(self) -> str:
        """Return it as a sentence.

        Examples
        --------
        >>> NobodyNear("filters", 1).describe()
        'Without any filter 1 actor is.'
        >>> NobodyNear("directed", 2, directed=True).describe()
        'No relation leads away from it. In either direction 2 actors are.'
        """
        if self.obstacle == "alone":
            return "No relation links it to another actor."
        if self.obstacle == "disputed":
            return "Only disputed relations link it to others, and they are not followed."
        found = f"{format_count(self.count, 'actor')} {'is' if self.count == 1 else 'are'}"
        if self.obstacle == "directed":
            return f"No relation leads away from it. In either direction {found}."
        return f"Without any filter{', in either direction,' if self.directed else ''} {found}."

    def to_dict(self) -> dict[str, Any]:
        """Return it as data.

        Examples
        --------
        >>> NobodyNear("alone").to_dict()
        {'obstacle': 'alone', 'count': 0, 'sentence': 'No relation links it to another actor.'}
        """
        return {"obstacle": self.obstacle, "count": self.count, "sentence": self.describe()}


def explain_nobody_near(network: Selection, row: int, *, directed: bool) -> NobodyNear | None:
    """Return why no step leads from an actor; None where its filters do not explain it.

    Parameters
    ----------
    row
        The row number of the actor.
    directed
        Whether relations are followed away from the actor only.
    """
    either = len(network.adjacency("either")[row])
    if either:
        return NobodyNear("directed", either, directed) if directed else None
    count = len(network.select_all().adjacency("either")[row])
    if count:
        return NobodyNear("filters", count, directed) if network.filters else None
    return NobodyNear("disputed" if _is_linked(network.columns, row) else "alone")


def _is_linked(columns: Columns, row: int) -> bool:
    """Return whether any relation, a disputed one too, links an actor to another."""
    if not any(unique_values(columns.disputes)):
        return False
    ends = zip(*columns.endpoints, strict=True)
    return any(row in pair and pair[0] != pair[1] for pair in ends)

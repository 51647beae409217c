"""A network over time: its figures, its foremost actors and its camps whenever something changes.

`graph.analysis.timeline.measurement` measures it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from graph.analysis.answer import Answer
from graph.data.counts import format_count
from graph.data.records import Actor
from graph.data.sentences import join_phrases

if TYPE_CHECKING:
    import pandas as pd

Unit = Literal["year", "month"]
UNITS: tuple[Unit, ...] = ("year", "month")
COLUMNS = (
    *("from", "until", "actor_count", "relation_count", "component_count", "largest_component"),
    *("density", "lower", "upper", "balanced", "triangles", "first", "camps"),
)


@dataclass(frozen=True)
class NetworkPeriod:
    """Years, or months, in which the network is the same.

    Parameters
    ----------
    start, end
        The first and the last year, or month; the end is empty for the last period.
    actor_count, relation_count
        How many actors have a relation then, and how many relations may hold.
    component_count, largest_component
        How many components these actors are in, and how many are in the largest.
    density
        The share of all pairs of these actors that have an edge; None for fewer than two.
    first
        The foremost actors by the measure, the first of them first.
    lower, upper
        The bounds of the frustration index; None where balance and camps are left out.
    balanced, triangles
        How many triangles of signed edges are balanced, and how many there are.
    camps
        The camps by their foremost members.
    """

    start: str
    end: str
    actor_count: int
    relation_count: int
    component_count: int
    largest_component: int
    density: float | None
    first: Sequence[Actor]
    lower: float | None = None
    upper: float | None = None
    balanced: int | None = None
    triangles: int | None = None
    camps: Sequence[str] = ()

    @property
    def dates(self) -> str:
        """The period in words."""
        if not self.end:
            return f"from {self.start}"
        return self.start if self.start == self.end else f"{self.start} to {self.end}"

    @property
    def frustration(self) -> str:
        """The frustration index, or its bounds; empty where it is left out."""
        if self.lower is None or self.upper is None:
            return ""
        if self.lower == self.upper:
            return f"{self.upper:,g}"
        return f"{self.lower:,g} to {self.upper:,g}"

    def list_cells(self) -> list[str | int | float | None]:
        """Return its values in the order of `COLUMNS`; names stand between semicolons."""
        first = "; ".join(actor.name for actor in self.first)
        return [
            *(self.start, self.end, self.actor_count, self.relation_count),
            *(self.component_count, self.largest_component, self.density),
            *(self.lower, self.upper, self.balanced, self.triangles),
            *(first, "; ".join(self.camps)),
        ]

    def to_dict(self) -> dict[str, Any]:
        """Return the period as data: actors by id."""
        values = dict(zip(COLUMNS, self.list_cells(), strict=True))
        first = [actor.id for actor in self.first]
        return {**values, "first": first, "camps": list(self.camps)}


@dataclass(frozen=True, repr=False)
class Timeline(Answer):
    """The periods of a network, each with what is answered about it.

    Parameters
    ----------
    unit
        ``year`` or ``month``.
    measure
        The measure by which actors are ranked.
    periods
        The periods in order.
    startless_count, relation_count
        How many relations have no start, and how many there are.
    certain
        Whether only what holds for certain counts, and not what may hold.
    left_out_count
        How many earlier periods are left out, as there are more than are listed.
    is_divided
        Whether balance and camps were found for each period, which takes long in large networks.
    """

    unit: Unit
    measure: str
    periods: Sequence[NetworkPeriod]
    startless_count: int
    relation_count: int
    certain: bool = False
    left_out_count: int = 0
    is_divided: bool = True

    @property
    def sentence(self) -> str:
        """How many periods there are, and what they begin and end with.

        Examples
        --------
        >>> import graph
        >>> net = graph.load_example().only("opposes", "ally")
        >>> print(net.timeline("degree").sentence.split(":")[0])
        5 periods from 1860 on. From the first to the last
        """
        if not self.periods:
            return "No relation has a date: the network is the same at any time."
        first, last = self.periods[0], self.periods[-1]
        periods = format_count(len(self.periods), "period")
        changes = [
            f"{name} {before:,} to {after:,}"
            for name, before, after in (
                ("actors", first.actor_count, last.actor_count),
                ("relations", first.relation_count, last.relation_count),
                ("components", first.component_count, last.component_count),
            )
            if before != after
        ]
        if not changes:
            return f"{periods} from {first.start} on."
        changed = join_phrases(changes)
        return f"{periods} from {first.start} on. From the first to the last: {changed}."

    @property
    def notes(self) -> tuple[str, ...]:
        """How periods are made, and what is not dated."""
        if not self.periods:
            return ()
        holds = "what holds for certain" if self.certain else "what may hold"
        counted = f"Counted is {holds}, with the actors that it joins. First by {self.measure}."
        notes = [f"A period ends in the {self.unit} before relations change. {counted}"]
        if self.startless_count:
            counted = f"{self.startless_count:,} of {format_count(self.relation_count, 'relation')}"
            verb = "has" if self.startless_count == 1 else "have"
            may = "do not count" if self.certain else "may hold at any time before"
            notes.append(f"{counted} {verb} no start, and {may}.")
        if not self.is_divided:
            left_out = "Balance and camps of each period are left out: they would take long."
            notes.append(f"{left_out} Ask for one date.")
        if self.left_out_count:
            notes.append(f"Left out: {format_count(self.left_out_count, 'earlier period')}.")
        return tuple(notes)

    @property
    def frame(self) -> pd.DataFrame:
        """A row for each period, with the columns `COLUMNS`."""
        import pandas as pd

        return pd.DataFrame([each.list_cells() for each in self.periods], columns=list(COLUMNS))

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as data, with an entry for each period, as in JSON."""
        return {
            "unit": self.unit,
            "measure": self.measure,
            "periods": [each.to_dict() for each in self.periods],
            "startless_count": self.startless_count,
            "relation_count": self.relation_count,
            "certain": self.certain,
            "left_out_count": self.left_out_count,
            "is_divided": self.is_divided,
            "notes": list(self.notes),
        }

    def __repr__(self) -> str:
        return f"<Timeline: {format_count(len(self.periods), 'period')}>"

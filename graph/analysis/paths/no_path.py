"""Why no path leads from one actor to another, as data and in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from graph.analysis.paths.joint_time import Dates, format_time
from graph.analysis.paths.steps import Path
from graph.data.counts import format_count
from graph.select.applied_filter import AppliedFilter

Obstacle = Literal["separate", "disputed", "filter", "filters", "limits"]


@dataclass(frozen=True)
class NoPath:
    """Why there is no path, and the nearest path that there would be.

    Parameters
    ----------
    obstacle
        ``separate``: the two are in separate parts of the network, whatever the filters.
        ``disputed``: only disputed relations link these parts, which no path follows. Else
        there is a path without one ``filter``, or only without all ``filters``, or only without all
        ``limits`` of the paths themselves, such as their length.
    without
        The filters without which there is a path.
    path
        The most telling of the shortest paths without them; None where there is none.
    times
        The first and last dates of the times at which all its steps may hold, where the date that
        was asked stands in the way; None where it does not.
    """

    obstacle: Obstacle
    without: tuple[AppliedFilter, ...] = ()
    path: Path | None = None
    times: tuple[Dates, ...] | None = None

    def describe(self, name_filter: Callable[[AppliedFilter], str] = str) -> str:
        """Return it as a sentence.

        Parameters
        ----------
        name_filter
            How a filter is called there.
        """
        if self.obstacle == "disputed":
            return "Only disputed relations link them, which no path follows."
        if self.path is None:
            return "They are in separate parts of the network."
        return f"{self._describe_path(name_filter)}: {self.path.sentence}"

    def _describe_path(self, name_filter: Callable[[AppliedFilter], str]) -> str:
        steps = len(self.path.steps) if self.path else 0
        found = f"there is a path of {format_count(steps, 'step')}"
        if self.times:
            return f"At another time, {' and '.join(map(format_time, self.times))}, {found}"
        if self.obstacle == "filters":
            is_directed = any(each.name == "directed" for each in self.without)
            return f"Without any filter{', in either direction,' if is_directed else ''} {found}"
        names = " and ".join(map(name_filter, self.without))
        named = f"Without {names} {found}"
        never = ", but its steps never hold at the same time"
        return named + (never if self.times is not None else "")

    def to_dict(self) -> dict[str, Any]:
        """Return it as data: actors and relations by id."""
        path, times = self.path, self.times
        return {
            "obstacle": self.obstacle,
            "without": [each.to_dict() for each in self.without],
            "actors": [actor.id for actor in path.actors] if path else [],
            "relations": [[r.id for r in step.relations] for step in path.steps] if path else [],
            "times": None
            if times is None
            else [{"from": start, "to": end} for start, end in times],
            "sentence": self.describe(),
        }

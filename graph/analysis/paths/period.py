"""A time, and the path that there may be in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.analysis.paths.joint_time import Dates, format_time
from graph.data.counts import format_count
from graph.data.sentences import join_phrases

if TYPE_CHECKING:
    from graph.analysis.paths.steps import Path
    from graph.data.records import Actor


@dataclass(frozen=True)
class Period:
    """A time, and the path that there may be in it.

    Parameters
    ----------
    dates
        The first and the last date, blank where open.
    path
        The path, with those of its relations that may hold in this time; None where there is none.
    start_actors, end_actors
        The actors whose own dates the first and the last date are, where no relation begins or
        ends then.
    """

    dates: Dates
    path: Path | None
    start_actors: tuple[Actor, ...] = ()
    end_actors: tuple[Actor, ...] = ()

    @property
    def bounds(self) -> Dates:
        """The first and the last date, with the actors whose own they are."""
        start, end = self.dates
        return (
            _name_actors(start, "start", self.start_actors),
            _name_actors(end, "end", self.end_actors),
        )

    @property
    def sentence(self) -> str:
        """The period as a sentence."""
        words = format_time(self.bounds) if any(self.dates) else "at any time"
        time = words[:1].upper() + words[1:]
        if self.path is None:
            return f"{time}: no path."
        return f"{time}, {format_count(len(self.path.steps), 'step')}: {self.path.sentence}"

    def to_dict(self) -> dict[str, Any]:
        """Return it as data: actors and relations by id."""
        path = self.path
        return {
            "from": self.dates[0],
            "to": self.dates[1],
            "from_actors": [actor.id for actor in self.start_actors],
            "to_actors": [actor.id for actor in self.end_actors],
            "length": len(path.steps) if path else None,
            "id": path.id if path else "",
            "actors": [actor.id for actor in path.actors] if path else [],
            "relations": [[r.id for r in step.relations] for step in path.steps] if path else [],
            "sentence": self.sentence,
        }


def _name_actors(date: str, bound: str, actors: tuple[Actor, ...]) -> str:
    names = join_phrases([actor.name for actor in actors])
    return f"{date} ({bound} of {names})" if names else date

"""The smallest network that connects several actors, as an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.analysis.answer import Answer
from graph.analysis.paths.no_path import NoPath
from graph.analysis.paths.step_table import build_step_frame, list_steps_as_data
from graph.analysis.paths.steps import Step
from graph.analysis.paths.support import Support
from graph.data.counts import format_count
from graph.data.records import Actor
from graph.data.sentences import join_phrases
from graph.errors import shorten
from graph.select.asked_time import AskedTime

if TYPE_CHECKING:
    import pandas as pd

MOST_NAMED = 10


@dataclass(frozen=True, repr=False)
class Connection(Answer):
    """The smallest network that connects several actors.

    Parameters
    ----------
    actors
        The actors, in the order in which they were named.
    steps
        Its steps, each read away from the first actor; none where the actors are not connected.
    least_step_count
        How many steps any network has that connects them, at least.
    support
        What its steps stand on; None without steps.
    separated
        Two of the actors between whom there is no path; None where all are connected.
    why
        Why there is none, as far as that is known.
    asked_time
        The span that was asked, and how many relations may hold in it; None where none was.
    """

    actors: tuple[Actor, ...]
    steps: tuple[Step, ...] = ()
    least_step_count: int = 0
    support: Support | None = None
    separated: tuple[Actor, Actor] | None = None
    why: NoPath | None = None
    asked_time: AskedTime | None = None

    @property
    def is_smallest(self) -> bool:
        """Whether no network of fewer steps connects them."""
        return bool(self.steps) and len(self.steps) == self.least_step_count

    @property
    def others(self) -> tuple[Actor, ...]:
        """The actors of the network that were not named, in the order of the steps."""
        named = {actor.id for actor in self.actors}
        reached = {step.target.id: step.target for step in self.steps}
        return tuple(actor for actor in reached.values() if actor.id not in named)

    @property
    def sentence(self) -> str:
        """How many steps connect them, and through whom; or that nothing does."""
        if self.separated:
            one, other = (shorten(actor.name) for actor in self.separated)
            return f"No path leads from {one} to {other}, so that no network connects them all."
        names = join_phrases([shorten(actor.name) for actor in self.actors])
        steps = format_count(len(self.steps), "step")
        connect = "connects" if len(self.steps) == 1 else "connect"
        return f"{steps} {connect} {names}{self._describe_others()}."

    def _describe_others(self) -> str:
        if not self.others:
            return ""
        names = [shorten(actor.name) for actor in self.others[:MOST_NAMED]]
        more = len(self.others) - len(names)
        return f", through {join_phrases([*names, *([f'{more:,} others'] if more else [])])}"

    @property
    def bound_note(self) -> str:
        """Whether it is the smallest, or how small the smallest may be."""
        if not self.steps:
            return ""
        if self.is_smallest:
            return "No network of fewer steps connects them; others of as many may."
        least = format_count(self.least_step_count, "step")
        return (
            f"The smallest may have fewer: at least {least}. "
            "The search for it would take long, so that shortest paths are joined."
        )

    @property
    def notes(self) -> tuple[str, ...]:
        """Why there is none, or whether it is the smallest, and what it stands on."""
        why = (self.why.describe(),) if self.why else ()
        return (*why, *self.network_notes, *self.time_notes)

    @property
    def network_notes(self) -> tuple[str, ...]:
        """Whether it is the smallest, and what it stands on."""
        support = (self.support.time_note, *self.support.notes) if self.support else ()
        return tuple(filter(None, (self.bound_note, *support)))

    @property
    def frame(self) -> pd.DataFrame:
        """A row for each relation: step, source, target, and as in the frame of a path."""
        return build_step_frame(self.steps)

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as data: actors and relations by id, as in JSON and on the page."""
        separated = self.separated
        return {
            "actors": [actor.id for actor in self.actors],
            "others": [actor.id for actor in self.others],
            "step_count": len(self.steps),
            "least_step_count": self.least_step_count,
            "is_smallest": self.is_smallest,
            "steps": list_steps_as_data(self.steps),
            "sentence": self.sentence,
            "notes": list(self.network_notes),
            "separated": [actor.id for actor in separated] if separated else None,
            **({"why": self.why.to_dict()} if self.why else {}),
            **self.time_fields,
        }

    def __repr__(self) -> str:
        ids = ", ".join(actor.id for actor in self.actors)
        return f"<Connection: {ids}, {format_count(len(self.steps), 'step')}>"

"""A camp: its members, what belongs to it, and its name; and who broke with their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graph.analysis.paths.steps import Step
from graph.data.records import Actor
from graph.data.sentences import add_full_stop, join_phrases
from graph.errors import shorten

FOREMOST = 3  # members by which a camp is named
LONGEST_NAME = 32  # characters where a name has little room


@dataclass(frozen=True)
class Camp:
    """Actors on one side.

    Parameters
    ----------
    number
        Its number, from 1 for the largest.
    actors
        Its members in every optimum, those with the most signed edges first, equal ones by id.
    places_and_assets
        Places and assets on its side, which are no members.
    """

    number: int
    actors: Sequence[Actor]
    places_and_assets: Sequence[Actor]

    @property
    def foremost(self) -> Sequence[Actor]:
        """The members by which it is named."""
        return self.actors[:FOREMOST]

    @property
    def name(self) -> str:
        """Its foremost members."""
        return join_phrases([shorten(actor.name) for actor in self.foremost])

    @property
    def short_name(self) -> str:
        """Its name, or where that is long its first member "and others"."""
        if len(self.name) <= LONGEST_NAME or len(self.actors) == 1:
            return self.name
        return f"{shorten(self.actors[0].name)} and others"

    def to_dict(self) -> dict[str, Any]:
        """Return its name and what is on its side as data; its members stand in `camps`."""
        return {
            "number": self.number,
            "name": self.name,
            "foremost": [actor.id for actor in self.foremost],
            "actor_count": len(self.actors),
            "places_and_assets": [actor.id for actor in self.places_and_assets],
        }


@dataclass(frozen=True)
class Defection:
    """An actor in another camp than those to whom it belongs, or belonged.

    Parameters
    ----------
    actor
        The actor.
    camp
        The number of its camp.
    steps
        The structural relations at odds with that.
    """

    actor: Actor
    camp: int
    steps: tuple[Step, ...]

    @property
    def sentence(self) -> str:
        """Where it stands, and to whom it belongs."""
        belonging = "; ".join(step.sentence for step in self.steps)
        relations = [relation for step in self.steps for relation in step.relations]
        verb = "belonged" if all(relation.over for relation in relations) else "belongs"
        ends = {end for step in self.steps for end in (step.source.id, step.target.id)}
        whom = "an actor" if len(ends - {self.actor.id}) == 1 else "actors"
        name = shorten(self.actor.name)
        head = f"{name} is in camp {self.camp:,}, but {verb} to {whom} of another camp"
        return add_full_stop(f"{head}: {belonging}")

    def to_dict(self) -> dict[str, Any]:
        """Return the defection as data."""
        return {
            "actor": self.actor.id,
            "camp": self.camp,
            "relations": [relation.id for step in self.steps for relation in step.relations],
            "sentence": self.sentence,
        }

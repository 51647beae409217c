"""A path between two actors: its steps, every relation on them, and their sentences."""

from __future__ import annotations

from dataclasses import dataclass

from graph.analysis.paths.path_id import format_path_id
from graph.analysis.paths.support import Support
from graph.data.changes import describe_changes
from graph.data.claims import merge_mutual
from graph.data.records import Actor, Relation, Standing
from graph.data.sentences import add_full_stop, split_step


@dataclass(frozen=True)
class Step:
    """One step of a path: two actors and every relation between them.

    Parameters
    ----------
    source, target
        The actor the step starts from, and the actor it leads to, whatever the direction of the
        relations.
    relations
        All relations between the two, in row order.
    sentence
        The step in words, with every type once, and with the dates that all its relations share.
    standings
        For each relation whether its claim stands, is contested or is disputed.
    """

    source: Actor
    target: Actor
    relations: tuple[Relation, ...]
    sentence: str
    standings: tuple[Standing, ...]

    @property
    def sentence_without_dates(self) -> str:
        """The same for a list in which each relation follows with its own dates."""
        return "".join(self.split(dates=False))

    def split(self, *, dates: bool = True) -> tuple[str, ...]:
        """Return the sentence in parts, as `Relation.parts_from` does."""
        ends = self.source, self.target
        return split_step(*ends, self.relations, self.standings, dates=dates)

    @property
    def change_notes(self) -> tuple[str, ...]:
        """Where friend became foe, or foe friend, within a year, a month or a day."""
        return tuple(describe_changes(self.relations, lambda each: each.sentence_from(self.source)))

    @property
    def voices(self) -> frozenset[str]:
        """The independent voices of the relations that assert."""
        asserting = (each for each in self.relations if each.stance == "asserts")
        return frozenset(voice for each in asserting for voice in each.voices)

    @property
    def claims(self) -> tuple[tuple[Relation, Standing], ...]:
        """The relations with their standings, a mutual one that is listed both ways once."""
        merged = merge_mutual(self.relations)
        return tuple((relation, self.standings[index]) for index, relation in merged)


@dataclass(frozen=True)
class Path:
    """A sequence of actors, and the steps between them.

    Parameters
    ----------
    actors
        The actors, from end to end.
    steps
        A step between each actor and the next.
    support
        What it stands on: voices, its weakest step, doubts and dates.
    """

    actors: tuple[Actor, ...]
    steps: tuple[Step, ...]
    support: Support

    @property
    def id(self) -> str:
        """Its id, made of the ids of its relations; empty without a step."""
        return format_path_id((step.source, step.relations) for step in self.steps)

    @property
    def voice_count(self) -> int:
        """How many independent voices its steps stand on."""
        return self.support.voice_count

    @property
    def weakest_voice_count(self) -> int:
        """How many independent voices the weakest step stands on."""
        return self.support.weakest_voice_count

    @property
    def sentence(self) -> str:
        """The whole path as one sentence."""
        if not self.steps:
            return f"Both names mean {self.actors[0].name}."
        return add_full_stop("; ".join(step.sentence for step in self.steps))

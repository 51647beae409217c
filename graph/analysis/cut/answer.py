"""The fewest actors, or steps, whose removal separates two actors, as an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from graph.analysis.answer import Answer
from graph.analysis.paths.no_path import NoPath
from graph.analysis.paths.step_table import list_steps_as_data
from graph.analysis.paths.steps import Path, Step
from graph.data.counts import format_count
from graph.data.records import Actor
from graph.data.sentences import join_phrases
from graph.errors import shorten
from graph.select.asked_time import AskedTime

if TYPE_CHECKING:
    import pandas as pd

MOST_NAMED = 10


@dataclass(frozen=True)
class CutSet:
    """Actors, or steps, whose removal separates two actors; one of the two is empty.

    Parameters
    ----------
    actors
        The actors, in row order.
    steps
        The steps, each read from the first of the two actors on.
    """

    actors: tuple[Actor, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the actors, or of the two ends of each step."""
        ends = (f"{shorten(step.source.name)} – {shorten(step.target.name)}" for step in self.steps)
        return (*(shorten(actor.name) for actor in self.actors), *ends)

    def __len__(self) -> int:
        return len(self.actors) + len(self.steps)

    def to_dict(self) -> dict[str, Any]:
        """Return it as data: actors and relations by id."""
        actors = [actor.id for actor in self.actors]
        return {"actors": actors, "steps": list_steps_as_data(self.steps)}


@dataclass(frozen=True, repr=False)
class Cut(Answer):
    """What separates two actors.

    Parameters
    ----------
    source, target
        The two actors.
    by
        What is removed: ``actors``, or ``relations``: all of a step at once.
    directed
        Whether relations were followed from source to target only.
    sets
        The smallest set that separates them, as near to the source as it can be; and that nearest
        to the target, where it is another. None if there is no path, or the search was ended.
    is_only
        Whether it is known that no other set of as many separates them.
    is_complete
        Whether the search was not ended by a bound.
    paths
        Paths that share no actor but the two ends, or no step: each of them must be cut.
    direct
        The step between the two, which no actor cuts; it was left out.
    neighbour_counts
        How many neighbours each of the two has.
    why
        Why there is no path between them, as far as that is known.
    asked_time
        The span that was asked, and how many relations may hold in it; None where none was.
    """

    source: Actor
    target: Actor
    by: Literal["actors", "relations"]
    directed: bool
    sets: tuple[CutSet, ...]
    is_only: bool
    is_complete: bool
    paths: Sequence[Path]
    direct: Step | None = None
    neighbour_counts: tuple[int, int] = (0, 0)
    why: NoPath | None = None
    asked_time: AskedTime | None = None

    def explain(self, why: NoPath | None) -> Cut:
        """Return the same answer with why there is no path."""
        return replace(self, why=why)

    @property
    def count(self) -> int:
        """How many actors, or steps, must be removed: as many as there are disjoint paths."""
        return len(self.paths)

    @property
    def steps(self) -> Iterator[Step]:
        """All steps that the answer names."""
        yield from [self.direct] if self.direct else []
        yield from (step for each in self.sets for step in each.steps)
        yield from (step for path in self.paths for step in path.steps)

    @property
    def _noun(self) -> str:
        return "actor" if self.by == "actors" else "step"

    @property
    def sentence(self) -> str:
        """How few separate them, and which; or that nothing does."""
        one, other = shorten(self.source.name), shorten(self.target.name)
        if not self.paths and not self.direct:
            return f"No path leads from {one} to {other}: nothing need be removed to separate them."
        removing = self._describe_removal(f"{one} from {other}")
        if not self.direct:
            return removing
        start = f"{one} and {other} are one step apart, so that no actors separate them."
        if not self.paths:
            return f"{start} Without that step, no path leads from one to the other."
        return f"{start} Without that step, {removing[0].lower()}{removing[1:]}"

    def _describe_removal(self, what: str) -> str:
        count = format_count(self.count, self._noun)
        if not self.is_complete:
            return f"At least {count} must be removed to separate {what}."
        if not self.sets:
            return f"{count} must be removed to separate {what}."
        names = join_phrases([*self.sets[0].names[:MOST_NAMED], *self._count_unnamed()])
        return f"Removing {count} separates {what}: {names}."

    def _count_unnamed(self) -> list[str]:
        more = self.count - MOST_NAMED
        return [f"{more:,} more"] if more > 0 else []

    @property
    def cut_notes(self) -> tuple[str, ...]:
        """What shows that fewer do not suffice, and whether others would do."""
        if not self.paths:
            return ()
        shared = "actor" if self.by == "actors" else "step"
        paths = (
            f"{format_count(self.count, 'path')} that share no {shared} "
            if self.count > 1
            else "one path "
        )
        verb = "show" if self.count > 1 else "shows"
        proof = f"{paths[0].upper()}{paths[1:]}{verb} that fewer do not suffice."
        if not self.is_complete:
            return (f"The search was ended when it had found {paths.strip()}.",)
        return tuple(filter(None, (self._describe_ends(), proof, self._describe_other_set())))

    def _describe_ends(self) -> str:
        """Return that the set is just the neighbours of one of the two."""
        if len(self.sets) == 1 and not self.is_only:
            return ""  # it may be near either
        ends = (self.source, self.target) if len(self.sets) == 1 else (self.source,)
        named = next((actor for actor in ends if self._has_no_others(actor)), None)
        return f"{shorten(named.name)} has no other neighbours." if named else ""

    def _has_no_others(self, actor: Actor) -> bool:
        """Return whether an end has no neighbours but those of the set, and the other end."""
        number = int(actor.id == self.target.id)
        return self.neighbour_counts[number] - (self.direct is not None) == self.count

    def _describe_other_set(self) -> str:
        if len(self.sets) < 2:  # noqa: PLR2004 - one near each of the two
            others = f"{self.count:,} {self._noun}s do" if self.count > 1 else f"{self._noun} does"
            return f"No other {others}." if self.is_only else ""
        names = join_phrases([*self.sets[1].names[:MOST_NAMED], *self._count_unnamed()])
        target = shorten(self.target.name)
        verb = "these do" if self.count > 1 else "this one does"
        ends = f" {target} has no other neighbours." if self._has_no_others(self.target) else ""
        return f"Nearest to {target}, {verb}, too: {names}.{ends}"

    @property
    def notes(self) -> tuple[str, ...]:
        """Why there is no path, or what shows it, and how much may hold."""
        why = (self.why.describe(),) if self.why else ()
        return (*why, *self.cut_notes, *self.time_notes)

    @property
    def frame(self) -> pd.DataFrame:
        """A row for each actor, or step, of each set: set, nearest, source, target.

        For an actor, source and target are the same. Nearest is blank where that is not known.
        """
        import pandas as pd

        return pd.DataFrame(self.list_rows(), columns=["set", "nearest", "source", "target"])

    def list_rows(self) -> list[tuple[int, str, str, str]]:
        """Return the rows of the frame."""
        is_near_both = self.is_only or len(self.sets) > 1
        nearest = (self.source.id, self.target.id) if is_near_both else ("",)
        return [
            (number, nearest[number - 1], *ends)
            for number, each in enumerate(self.sets, 1)
            for ends in (
                *((actor.id, actor.id) for actor in each.actors),
                *((step.source.id, step.target.id) for step in each.steps),
            )
        ]

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as data: actors and relations by id, as in JSON and on the page."""
        return {
            "source": self.source.id,
            "target": self.target.id,
            "by": self.by,
            "directed": self.directed,
            "count": self.count,
            "is_only": self.is_only,
            "is_complete": self.is_complete,
            "sets": [each.to_dict() for each in self.sets],
            "paths": [[actor.id for actor in path.actors] for path in self.paths],
            "direct": list_steps_as_data([self.direct])[0] if self.direct else None,
            "sentence": self.sentence,
            "notes": list(self.cut_notes),
            **({"why": self.why.to_dict()} if self.why else {}),
            **self.time_fields,
        }

    def __repr__(self) -> str:
        count = format_count(self.count, self._noun)
        return f"<Cut: {self.source.id} from {self.target.id}, {count}>"

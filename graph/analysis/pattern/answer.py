"""The matches of a pattern, as an answer in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.analysis.answer import Answer
from graph.analysis.paths.step_table import build_step_frame, list_steps_as_data
from graph.analysis.paths.steps import Step
from graph.analysis.pattern.terms import Pattern, Slot
from graph.data.counts import describe_listed, format_count
from graph.data.records import Actor
from graph.data.sentences import add_full_stop
from graph.errors import shorten
from graph.select.asked_time import AskedTime

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class PatternMatch:
    """Actors that fit a pattern, and the relations by which they do.

    Parameters
    ----------
    slots
        The slots of the pattern.
    actors
        The actor of each of them.
    steps
        A step for each clause, with the relations that fit it, read as the clause is.
    """

    slots: tuple[Slot, ...]
    actors: tuple[Actor, ...]
    steps: tuple[Step, ...]

    @property
    def named(self) -> str:
        """Who stands for whom, as words: ``? is Vladimir Putin, A is Russia``."""
        pairs = zip(self.slots, self.actors, strict=True)
        return ", ".join(
            f"{slot.text} is {shorten(actor.name)}" for slot, actor in pairs if slot.row is None
        )

    @property
    def sentence(self) -> str:
        """The relations as a sentence."""
        return add_full_stop("; ".join(step.sentence for step in self.steps))


@dataclass(frozen=True, repr=False)
class PatternMatches(Answer):
    """All that fits a pattern.

    Parameters
    ----------
    pattern
        The pattern.
    match_count
        How many matches there are, or were found before the search was ended.
    is_complete
        Whether the search was not ended by a bound.
    matches
        The first of them, in the order of rows. Each is built when it is looked at.
    is_symmetric
        Whether some of its actors may change places: such answers count once.
    alone
        Where there is none: the first clause that nothing fits even alone; None if each has some.
    without_filters
        Where there is none: whether there is one without the filters.
    asked_time
        The span that was asked, and how many relations may hold in it; None where none was.
    """

    pattern: Pattern
    match_count: int
    is_complete: bool
    matches: Sequence[PatternMatch]
    is_symmetric: bool = False
    alone: str | None = None
    without_filters: bool = False
    asked_time: AskedTime | None = None

    @property
    def steps(self) -> Iterator[Step]:
        """All steps that are listed."""
        return (step for match in self.matches for step in match.steps)

    @property
    def cut_short(self) -> bool:
        """Whether there are more matches than are listed."""
        return not self.is_complete or self.match_count > len(self.matches)

    @property
    def sentence(self) -> str:
        """How many answers there are; the relations themselves where there is one."""
        pattern = f"“{shorten(self.pattern.text)}”"
        if not self.match_count:
            return f"Nothing fits {pattern}."
        least = "" if self.is_complete else "At least "
        return f"{least}{format_count(self.match_count, 'answer')} to {pattern}."

    @property
    def search_notes(self) -> tuple[str, ...]:
        """Why there is none, that the search was ended, or that the list is cut short."""
        notes = [
            f'{letter} is anybody here. For the actor of that name, write "{letter}" in quotes.'
            for letter in self.pattern.namesakes
        ]
        if not self.is_complete:
            notes.append("The search was ended: there may be more. Name an actor or a type.")
        elif not self.match_count:
            notes.append(self._describe_absence())
        if self.without_filters:
            notes.append("Without the filters there is an answer.")
        if self.is_symmetric and self.match_count:
            notes.append("Answers that differ only in the order of the actors count once.")
        if self.match_count > len(self.matches):
            notes.append(describe_listed(len(self.matches)))
        return tuple(notes)

    def _describe_absence(self) -> str:
        if len(self.pattern.clauses) == 1:
            return "No relation does."
        if self.alone is None:
            return "Each part has answers alone, but not all parts together."
        return f"Its part “{shorten(self.alone)}” fits no relation."

    @property
    def notes(self) -> tuple[str, ...]:
        """Why there is none or not all, and how much may hold."""
        return (*self.search_notes, *self.time_notes)

    def __str__(self) -> str:
        sentences = [match.sentence for match in self.matches]
        return " ".join([self.sentence, *sentences, *self.notes])

    @property
    def frame(self) -> pd.DataFrame:
        """A row for each relation of each match: match, then as in the frame of a network.

        Its column `step` is the number of the part of the pattern.
        """
        import pandas as pd

        frames = [build_step_frame(match.steps) for match in self.matches] or [build_step_frame(())]
        for number, frame in enumerate(frames, 1):
            frame.insert(0, "match", number)
        return pd.concat(frames, ignore_index=True)

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as data: actors and relations by id, as in JSON and on the page."""
        return {
            "pattern": self.pattern.text,
            "slots": [slot.text for slot in self.pattern.slots],
            "match_count": self.match_count,
            "is_complete": self.is_complete,
            "cut_short": self.cut_short,
            "matches": [
                {
                    "actors": [actor.id for actor in match.actors],
                    "steps": list_steps_as_data(match.steps),
                    "sentence": match.sentence,
                }
                for match in self.matches
            ],
            "sentence": self.sentence,
            "notes": list(self.search_notes),
            **self.time_fields,
        }

    def __repr__(self) -> str:
        count = format_count(self.match_count, "answer")
        return f"<PatternMatches: {self.pattern.text!r}, {count}>"

"""The best paths between actors, with every relation on them and their sentences.

`graph.analysis.paths.finding` finds them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from graph.analysis.answer import Answer
from graph.analysis.paths.counts import format_path_count
from graph.analysis.paths.merit_words import describe_merit
from graph.analysis.paths.no_path import NoPath
from graph.analysis.paths.question import PathQuestion
from graph.analysis.paths.search import MOST_COUNTED
from graph.analysis.paths.steps import Path, Step
from graph.analysis.relation_frame import build_relation_frame
from graph.data.counts import format_count
from graph.data.records import Actor, Reference
from graph.data.sentences import add_full_stop
from graph.errors import shorten
from graph.select.asked_time import AskedTime

if TYPE_CHECKING:
    import pandas as pd


FRAME_COLUMNS = (
    *("path", "step", "source", "target"),
    *("relation", "type", "start", "end", "claimant", "basis", "standing", "sentence"),
    *("references", "voice_count"),
    *("voices", "claims", "contested", "alleged", "undated"),
)
NEGATIVE = "A path is negative if an odd number of its steps are tensions."


@dataclass(frozen=True, repr=False)
class Paths(Answer):
    """The best paths between actors.

    Parameters
    ----------
    question
        What was asked: the actors, the order of merit, and the limits.
    length
        How many steps the best paths have; None without a path.
    path_count
        How many equally good paths there are, as sequences of actors. This and all counts of
        paths end at 9,007,199,254,740,991: then there are as many or more.
    paths
        The first of them, the most telling first; see `graph.analysis.paths.rank`. Where so many
        paths were asked for, others follow, the best first. Each is built when it is looked at.
    is_least
        Whether there may be more that are equally good than `path_count`.
    is_bounded
        Whether the search ended at its bound before as many were found as were asked for; see
        `graph.analysis.paths.best_first.MOST_SUBSPACES`, and
        `graph.analysis.paths.timed_search.MOST_LOOKED_AT`.
    positive_count, negative_count, mixed_count
        How many of all of them have each net sign.
    influence_count
        How many of all of them have influence at every step (but at an end that is a place).
    types_without_influence
        The types of relations that all others follow at a step without influence.
    asked_time
        The span that was asked, and how many relations may hold in it; None where none was.
    missing
        Two of the actors between whom there is no path; None where there is one.
    why
        Why there is no path, as far as that is known; None where there is one.
    """

    question: PathQuestion
    length: int | None
    path_count: int
    paths: Sequence[Path]
    is_least: bool = False
    is_bounded: bool = False
    positive_count: int = 0
    negative_count: int = 0
    mixed_count: int = 0
    influence_count: int = 0
    types_without_influence: tuple[str, ...] = ()
    asked_time: AskedTime | None = None
    missing: tuple[Actor, Actor] | None = None
    why: NoPath | None = None

    @property
    def source(self) -> Actor:
        """The first of the actors."""
        return self.question.actors[0]

    @property
    def target(self) -> Actor:
        """The last of the actors."""
        return self.question.actors[-1]

    @property
    def directed(self) -> bool:
        """Whether relations were followed from source to target only."""
        return self.question.directed

    @property
    def cut_short(self) -> bool:
        """Whether there are more equally good paths than are listed."""
        return self.path_count > len(self.paths) or self.is_least

    @property
    def sentence(self) -> str:
        """The first path as a sentence, or that no path exists."""
        if not self.paths:
            source, target = self.missing or (self.source, self.target)
            verb = "was found" if self.is_bounded else "leads"
            return add_full_stop(f"No path {verb} from {source.name} to {target.name}")
        return self.paths[0].sentence

    @property
    def notes(self) -> tuple[str, ...]:
        """Why there is none, or how they differ and what the first stands on; what dates leave."""
        why = (self.why.describe(),) if self.why else ()
        return why + self.path_notes + self.time_notes

    _write_card: ClassVar[Callable[[Any], str] | None] = None

    @classmethod
    def set_card_writer(cls, write: Callable[[Any], str]) -> None:
        """Let a face write the card of paths; see `card`.

        Parameters
        ----------
        write
            Takes an answer and returns Markdown.
        """
        Paths._write_card = staticmethod(write)

    @property
    def card(self) -> str:
        """The first path to be cited: with `explorer` Markdown with its sources as footnotes."""
        return str(self) if Paths._write_card is None else Paths._write_card(self)

    @property
    def path_notes(self) -> tuple[str, ...]:
        """How the paths differ in sign, what the first stands on, and how many others there are."""
        support = self.describe(self.paths[0]) if self.paths else ()
        others = f"{self.describe_others()}." if self.path_count > 1 else ""
        return tuple(filter(None, (*self.lead_notes, *support, others, self.bound_note)))

    @property
    def bound_note(self) -> str:
        """That the search ended at its bound; empty where it did not."""
        if not self.is_bounded:
            return ""
        if not self.paths:
            from graph.analysis.paths.timed_search import describe_bound

            return f"{describe_bound()} There may be a path: set filters."
        number = format_count(len(self.paths), "path")
        words = "The search for more would take too long, and ended"
        return f"{words} after {number}. There may be others."

    def describe(self, path: Path) -> tuple[str, ...]:
        """Return what makes a path good by what was asked, and what it stands on."""
        return (*describe_merit(path, self.question), *path.support.notes)

    @property
    def lead_notes(self) -> tuple[str, ...]:
        """What to know before the first path: that it is uncertain, that others differ in sign."""
        time_note = self.paths[0].support.time_note if self.paths else ""
        return tuple(filter(None, (time_note, self.sign_note)))

    @property
    def sign_note(self) -> str:
        """That other paths as good as the first have another net sign; empty if none has."""
        names = {"+": "not negative", "-": "negative", "mixed": "mixed"}
        counts = {"+": self.positive_count, "-": self.negative_count, "mixed": self.mixed_count}
        first = self.paths[0].support.sign if self.paths else "+"
        differing = [sign for sign in names if sign != first and counts[sign]]
        if not self.paths or not differing or self.path_count == 1:
            return ""
        rest = f"{self.format_count(self.path_count - 1, 'other path')} {self._likeness}"
        numbers = [self.format_count(counts[sign]) for sign in differing]
        if len(differing) == 1:
            numbers = [self._name_others(counts[differing[0]], rest)]
        others = [
            f"{number} {'is' if counts[sign] == 1 else 'are'} {names[sign]}"
            for number, sign in zip(numbers, differing, strict=True)
        ]
        clause = others[0] if len(others) == 1 else f"of the {rest} {' and '.join(others)}"
        return f"The first path is {names[first]}; {clause}. {NEGATIVE}"

    def _name_others(self, number: int, rest: str) -> str:
        """Return how many of the other paths are meant, in words; `rest` are all of them."""
        if self.path_count == 2:  # noqa: PLR2004 - the first and one more
            return f"the other path {self._likeness}"
        return (
            f"all {rest}"
            if number == self.path_count - 1
            else f"{self.format_count(number)} of the {rest}"
        )

    @property
    def likeness(self) -> str:
        """How equally good paths are like the first, in words."""
        return f"of {self._step_count}" if self._is_by_length else "as good"

    @property
    def _likeness(self) -> str:
        return "of this length" if self._is_by_length else "as good"

    @property
    def _is_by_length(self) -> bool:
        return self.question.by in ("steps", "influence") and self.question.hubs

    def format_count(self, count: int, noun: str = "") -> str:
        """Return a count of equally good paths in words; "at least" where there may be more."""
        return format_path_count(
            count, noun, total=MOST_COUNTED if self.is_least else self.path_count
        )

    def describe_others(self, shown: int = 1) -> str:
        """Return how many more paths there are than are shown, and how many are mere geography."""
        total, more = self.path_count, self.path_count - shown
        words = f"{self.format_count(more, 'other path')} {self.likeness}"
        geography = total - self.influence_count
        if not self.influence_count or not geography or shown > 1:
            return words
        number = (
            ""
            if more == geography == 1
            else "all "
            if more == geography
            else f"{self.format_count(geography)} "
        )
        types = " or ".join(self.types_without_influence)
        return f"{words}, {number}{'of them ' if number else ''}with a step of {types} alone"

    @property
    def time_notes(self) -> tuple[str, ...]:
        """What changed on the first path within a year of the span, and how much may hold."""
        steps = self.paths[0].steps if self.paths and self.asked_time else ()
        changes = tuple(note for step in steps for note in step.change_notes)
        return changes + super().time_notes

    def __str__(self) -> str:
        lead = self.lead_notes
        return " ".join([*lead, self.sentence, *self.notes[len(lead) :]])

    @property
    def frame(self) -> pd.DataFrame:
        """A row for each relation on each path, read from the start of the step.

        Columns: path, step, source, target; of the relation relation, type, start, end, claimant,
        basis, standing, sentence, references, voice_count; of what the whole step stands on
        voices, claims (how many rows are about it), contested, alleged and undated (each True where
        no relation of the step is otherwise); when and why, if a span was asked; and those of the
        author's own.
        """
        rows = [
            (number, *_list_ends(step_number, step), *_list_cells(step, index), *support)
            for number, path in enumerate(self.paths, 1)
            for step_number, step in enumerate(path.steps, 1)
            for support in [_list_support(path, step_number)]
            for index in range(len(step.relations))
        ]
        steps = (step for path in self.paths for step in path.steps)
        relations = [relation for step in steps for relation in step.relations]
        return build_relation_frame(FRAME_COLUMNS, rows, relations)

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as data: actors and relations by id, as in JSON and on the page."""
        return {
            **self.question.to_dict(),
            "length": self.length,
            "path_count": self.path_count,
            "is_least": self.is_least,
            "is_bounded": self.is_bounded,
            "cut_short": self.cut_short,
            "positive_count": self.positive_count,
            "negative_count": self.negative_count,
            "mixed_count": self.mixed_count,
            "influence_count": self.influence_count,
            "types_without_influence": list(self.types_without_influence),
            "notes": list(self.path_notes),
            "paths": [
                {
                    "id": path.id,
                    "actors": [actor.id for actor in path.actors],
                    "relations": [[r.id for r in step.relations] for step in path.steps],
                    "sentence": path.sentence,
                    **path.support.to_dict(),
                }
                for path in self.paths
            ],
            **({"why": self.why.to_dict()} if self.why else {}),
            **self.time_fields,
        }

    def __repr__(self) -> str:
        counts = f"{self._step_count}, {self.format_count(self.path_count, 'path')}"
        paths = "no path" if self.length is None else counts
        return f"<Paths: {self.source.id} to {self.target.id}, {paths}>"

    @property
    def _step_count(self) -> str:
        return format_count(self.length or 0, "step")


def _list_ends(number: int, step: Step) -> tuple[int, str, str]:
    return number, step.source.id, step.target.id


def _list_cells(step: Step, index: int) -> tuple[str | int, ...]:
    """Return the cells of one relation of a step: those from `relation` to `voice_count`."""
    relation, claimant = step.relations[index], step.relations[index].claimant
    return (
        relation.id,
        relation.type.name,
        relation.start,
        relation.end,
        claimant if isinstance(claimant, str) else claimant.id,
        relation.basis,
        step.standings[index],
        relation.sentence_from(step.source),
        "|".join(map(_name_reference, relation.references)),
        relation.voice_count,
    )


def _list_support(path: Path, number: int) -> tuple[int | bool, ...]:
    """Return the cells about what a step stands on: those from `voices` to `undated`."""
    step, support = path.steps[number - 1], path.support
    doubtful = support.contested_steps, support.alleged_steps, support.undated_steps
    return len(step.voices), len(step.relations), *(number in steps for steps in doubtful)


def _name_reference(reference: Reference) -> str:
    return reference if isinstance(reference, str) else shorten(reference.citation)

"""The answer to how central actors are: their scores, ranks, projections and notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from graph.analysis.answer import Answer
from graph.analysis.facts.catalogue import MEASURE_FACTS
from graph.analysis.facts.measure_facts import MeasureFacts
from graph.analysis.large.sample import Sample
from graph.analysis.measured_projection import choose_projection, rank_scores, round_scores
from graph.data.records import Actor
from graph.select.asked_time import AskedTime
from graph.select.projection import DISPUTED, PARALLEL, Projection

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, repr=False)
class Centrality(Answer):
    """Scores of every actor by some measures.

    Parameters
    ----------
    projection
        The projection that was asked for; `projections` has that of each measure.
    actors
        The actors, sorted by the first measure, the highest score first, equal ones in row order.
    scores
        For each measure the actors' scores, in the order of `actors`.
    sampled
        The sample of each measure that was sampled; all other scores are exact.
    undefined
        By each measure that was asked for and is not defined why, and what to take instead.
    method_notes
        What is left out, what an option does not change, and why: a sentence each.
    cautions
        What the scores cannot say: a sentence each.
    asked_time
        The span that was asked, and how many relations may hold in it; None where none was.
    """

    projection: Projection
    actors: Sequence[Actor]
    scores: Mapping[str, tuple[float, ...]]
    sampled: Mapping[str, Sample] = field(default_factory=dict)
    undefined: Mapping[str, str] = field(default_factory=dict)
    method_notes: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    asked_time: AskedTime | None = None

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures, in the order asked for."""
        return tuple(self.scores)

    @property
    def facts(self) -> dict[str, MeasureFacts]:
        """What each measure means: formula, direction, weights, signs, when it misleads, ..."""
        return {measure: MEASURE_FACTS[measure] for measure in self.measures}

    @property
    def projections(self) -> dict[str, Projection]:
        """The projection of each measure: degrees do not depend on the options."""
        return {measure: choose_projection(measure, self.projection) for measure in self.measures}

    @property
    def projection_sentence(self) -> str:
        """The projection of the measures, or of each, where they differ."""
        projections = self.projections
        if len(set(projections.values())) == 1:
            return f"How it is counted: {projections[self.measures[0]]}."
        measures_of: dict[str, list[str]] = {}
        for measure, projection in projections.items():
            measures_of.setdefault(projection.direction_and_weight, []).append(measure)
        parts = [f"{', '.join(names)}: {text}" for text, names in measures_of.items()]
        return f"How it is counted: {PARALLEL}; {DISPUTED}. {'; '.join(parts)}."

    @property
    def actor_ranks(self) -> tuple[int, ...]:
        """Each actor's rank by the first measure, from 1; equals share the better rank."""
        first = self.measures[0]
        return tuple(rank_scores(round_scores(first, self.projection, self.scores[first])))

    @property
    def frame(self) -> pd.DataFrame:
        """A row for each actor: id, name, kind, and a column for each measure; the highest first.

        ``attrs["sampled"]`` has the sample of each measure that was sampled.
        """
        import pandas as pd

        names = ("id", "name", "kind")
        texts = {name: [getattr(actor, name) for actor in self.actors] for name in names}
        frame = pd.DataFrame({**texts, **self.scores})
        frame.attrs["sampled"] = self._sampled
        return frame

    @property
    def _sampled(self) -> dict[str, dict[str, float]]:
        return {measure: sample.to_dict() for measure, sample in self.sampled.items()}

    @property
    def notes(self) -> tuple[str, ...]:
        """What is not defined, what is left out or sampled, and what scores cannot say."""
        notes = [*self.undefined.values(), *self.method_notes]
        notes += [f"{measure}: {sample}." for measure, sample in self.sampled.items()]
        if self.measures[0] in self.sampled:
            notes.append(self.sampled[self.measures[0]].rank_note)
        return *notes, *self.cautions, *self.time_notes

    def top(self, number: int) -> Centrality:
        """Return the answer for the first actors only."""
        scores = {measure: values[:number] for measure, values in self.scores.items()}
        return replace(self, actors=tuple(self.actors[:number]), scores=scores)

    @property
    def sentence(self) -> str:
        """The three actors with the highest scores by the first measure."""
        first = self.measures[0]
        leaders = zip(self.actors[:3], self.scores[first], strict=False)
        named = ", ".join(f"{actor.name} ({score:.3g})" for actor, score in leaders)
        return f"Highest by {first}: {named}." if named else f"No actor has a {first}."

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as data, with an entry for each actor, as in JSON."""
        return {
            "measures": list(self.measures),
            "projection": self.projection.to_dict(),
            "projections": {name: each.to_dict() for name, each in self.projections.items()},
            "facts": {name: each.to_dict() for name, each in self.facts.items()},
            "sampled": self._sampled,
            "undefined": dict(self.undefined),
            "notes": list(self.notes),
            "actors": [
                {"id": actor.id, "name": actor.name, "kind": actor.kind}
                | {measure: values[number] for measure, values in self.scores.items()}
                for number, actor in enumerate(self.actors)
            ],
            **self.time_fields,
        }

    def __repr__(self) -> str:
        return f"<Centrality: {', '.join(self.measures)} of {len(self.actors)} actors>"

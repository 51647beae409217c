"""What a path stands on: voices, its weakest step, doubts, dates, and sources it falls without.

The page says the same in `explorer/page/assets/core/path_support.js`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import pairwise
from typing import Any

from graph.analysis.paths.joint_time import JointTime, find_joint_time
from graph.analysis.paths.merits import CERTAIN
from graph.analysis.paths.path_sign import describe_tensions, find_shared_opponents
from graph.analysis.paths.rank import Ranking
from graph.analysis.paths.step_facts import NetSign, StepFacts, find_weakest, multiply_signs
from graph.data.claim_words import LONGEST_NAME
from graph.data.records import Actor, Reference, Source
from graph.data.sentences import format_confidence, join_phrases
from graph.data.spans import Span
from graph.errors import shorten

MOST_SOURCES = 3  # named


@dataclass(frozen=True)
class Support:
    """What a path stands on. Steps are given by their numbers, from 1.

    Parameters
    ----------
    sign
        The product of the steps' signs: ``+``, ``-`` or ``mixed``. Neutral ones count as positive.
    confidence
        The product of the confidences of its steps, rounded to millionths. The independent
        relations of a step make it more credible; see `graph.analysis.paths.merits`.
    step_confidences
        The confidences that are multiplied, a number a step; an unrated relation counts as 0.5.
    unrated_steps
        The steps whose best relation is not rated.
    combined_steps
        The steps that are more credible than each of their relations: independent ones add up.
    voice_count
        How many independent voices its relations rest on.
    least_voice_count
        On how many voices that step rests which rests on the fewest.
    weakest_step
        The step with the lowest confidence, and then the fewest voices; None without a step. The
        best relation of a step counts; an unrated one counts as 0.5.
    weakest_confidence
        The confidence of that step; None when it is unrated.
    weakest_voice_count
        How many independent voices that step rests on.
    contested_steps, alleged_steps
        The steps of whose relations each is contested or alleged.
    inferred_steps
        The steps that are beyond doubt, but stand on relations that are inferred alone.
    negative_steps, mixed_steps
        The steps that are a tension, and those that are both a tie and a tension.
    undated_steps
        The steps whose relations have neither start nor end.
    startless_steps
        The steps whose relations have no start, but one of them has an end.
    uncertain_steps
        The steps of whose relations none certainly holds in the span that was asked.
    steps_without_influence
        The steps along which no influence travels, but for a first or last step at a place.
    types_without_influence
        The types of those steps.
    falls_without
        The sources without any of which the path would fall.
    joint_time
        When all its steps may hold at the same time.
    step_count
        How many steps it has.
    span
        The span that was asked; None where none was.
    shared_opponents
        The actors between two tensions: the actors before and after both oppose them.
    is_path
        Whether each step begins where the one before ends.
    """

    sign: NetSign
    confidence: float
    step_confidences: tuple[float, ...]
    unrated_steps: tuple[int, ...]
    combined_steps: tuple[int, ...]
    voice_count: int
    least_voice_count: int
    weakest_step: int | None
    weakest_confidence: float | None
    weakest_voice_count: int
    contested_steps: tuple[int, ...]
    alleged_steps: tuple[int, ...]
    inferred_steps: tuple[int, ...]
    negative_steps: tuple[int, ...]
    mixed_steps: tuple[int, ...]
    undated_steps: tuple[int, ...]
    startless_steps: tuple[int, ...]
    uncertain_steps: tuple[int, ...]
    steps_without_influence: tuple[int, ...]
    types_without_influence: tuple[str, ...]
    falls_without: tuple[Reference, ...]
    joint_time: JointTime
    step_count: int = 0
    span: Span | None = None
    shared_opponents: tuple[Actor, ...] = ()
    is_path: bool = False

    @property
    def time_note(self) -> str:
        """That steps may hold in the span that was asked, but not certainly; empty if none."""
        return self.describe_steps(self.uncertain_steps, f"uncertain {self.span}")

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader should know of the path, a sentence each."""
        if not self.step_count:
            return ()
        types = ", ".join(self.types_without_influence)
        return tuple(
            filter(
                None,
                (
                    f"Stands on {_format_voices(self.voice_count, independent=True)}.",
                    self._describe_tensions(),
                    self.describe_steps(self.mixed_steps, "both a tie and a tension"),
                    self._describe_weakest(),
                    self.describe_steps(self.contested_steps, "contested"),
                    self.describe_steps(self.alleged_steps, "only alleged"),
                    self.describe_steps(self.inferred_steps, "only inferred"),
                    self.describe_steps(self.undated_steps, "undated"),
                    self.describe_steps(self.startless_steps, "without a start date"),
                    self._describe_joint_time(),
                    self.describe_steps(
                        self.steps_without_influence, f"without influence ({types})"
                    ),
                    self._describe_fall(),
                ),
            )
        )

    def _describe_tensions(self) -> str:
        if self.step_count == 1:
            return ""
        even = self.is_path and self.sign == "+"
        return describe_tensions(self.negative_steps, self.shared_opponents, even=even)

    def _describe_joint_time(self) -> str:
        return self.joint_time.describe() if self.step_count > 1 else ""

    def _describe_weakest(self) -> str:
        confidence = self.weakest_confidence
        rated = (
            "is not rated"
            if confidence is None
            else f"has a confidence of {format_confidence(confidence)}"
        )
        if self.step_count == 1:
            return f"The step {rated}."
        voices = _format_voices(self.weakest_voice_count)
        return f"The weakest is step {self.weakest_step:,}; it {rated} and rests on {voices}."

    def describe_steps(self, steps: Sequence[int], words: str) -> str:
        """Return that some steps are something, in a sentence; empty where none is."""
        if not steps:
            return ""
        if self.step_count == 1:
            return f"The step is {words}."
        if len(steps) == self.step_count:
            return f"All steps are {words}."
        numbers = join_phrases([f"{step:,}" for step in steps])
        return f"Step {numbers} is {words}." if len(steps) == 1 else f"Steps {numbers} are {words}."

    def _describe_fall(self) -> str:
        if not self.falls_without:
            return ""
        names = [f'"{_name_reference(each)}"' for each in self.falls_without[:MOST_SOURCES]]
        more = len(self.falls_without) - len(names)
        if more:
            names.append(f"one of {more:,} other sources" if more > 1 else "one other source")
        whole = " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))
        return f"It falls if {whole} is withdrawn."

    def to_dict(self) -> dict[str, Any]:
        """Return it as data: sources by id, references that are none as text."""
        return {
            "sign": self.sign,
            "confidence": self.confidence,
            "step_confidences": list(self.step_confidences),
            "unrated_steps": list(self.unrated_steps),
            "combined_steps": list(self.combined_steps),
            "voice_count": self.voice_count,
            "least_voice_count": self.least_voice_count,
            "weakest_step": self.weakest_step,
            "weakest_confidence": self.weakest_confidence,
            "weakest_voice_count": self.weakest_voice_count,
            "contested_steps": list(self.contested_steps),
            "alleged_steps": list(self.alleged_steps),
            "inferred_steps": list(self.inferred_steps),
            "negative_steps": list(self.negative_steps),
            "mixed_steps": list(self.mixed_steps),
            "shared_opponents": [actor.id for actor in self.shared_opponents],
            "undated_steps": list(self.undated_steps),
            "startless_steps": list(self.startless_steps),
            "joint_time": self.joint_time.to_dict(),
            "uncertain_steps": list(self.uncertain_steps),
            "steps_without_influence": list(self.steps_without_influence),
            "types_without_influence": list(self.types_without_influence),
            "falls_without": [
                each.id if isinstance(each, Source) else each for each in self.falls_without
            ],
            "notes": [*filter(None, (self.time_note,)), *self.notes],
        }


def measure_support(parts: Sequence[tuple[Ranking, Sequence[int]]], span: Span | None) -> Support:
    """Return what a path stands on in a span.

    Parameters
    ----------
    parts
        Its parts from one named actor to the next: what ranked each, and its row numbers.
    """
    steps = [step for ranking, part in parts for step in ranking.list_steps(part)]
    lacking = [ranking.lacks_influence(*ends) for ranking, part in parts for ends in pairwise(part)]
    powerless = [number for number, is_lacking in enumerate(lacking, 1) if is_lacking]
    columns = parts[0][0].columns
    support = summarise_steps(columns.sources, steps, powerless, span)
    if len(support.negative_steps) < 2:  # noqa: PLR2004 - one tension has nobody between
        return replace(support, is_path=True)
    rows = [*parts[0][1][:1], *(row for _, part in parts for row in part[1:])]
    actors = [columns.actor(row) for row in rows]
    opponents = tuple(find_shared_opponents(actors, support.negative_steps))
    return replace(support, is_path=True, shared_opponents=opponents)


def summarise_steps(
    sources: Mapping[str, Source],
    steps: Sequence[StepFacts],
    powerless: Sequence[int],
    span: Span | None,
) -> Support:
    """Return what some steps stand on together.

    Parameters
    ----------
    sources
        The sources of the data, by id.
    powerless
        The numbers of the steps without influence, from 1.
    """
    numbered = list(enumerate(steps, 1))
    weakest = find_weakest(steps) if steps else None
    falls = Counter(reference for step in steps for reference in step.falls_without)
    signs: list[NetSign] = [step.sign for step in steps]
    return Support(
        sign=reduce(multiply_signs, signs, "+"),
        confidence=_multiply([step.combined_confidence for step in steps]),
        step_confidences=tuple(step.combined_confidence / CERTAIN for step in steps),
        unrated_steps=tuple(number for number, step in numbered if step.confidence is None),
        combined_steps=tuple(
            number for number, step in numbered if step.combined_confidence > step.millionths
        ),
        voice_count=len(frozenset().union(*(step.voices for step in steps))),
        least_voice_count=min((len(step.voices) for step in steps), default=0),
        weakest_step=None if weakest is None else weakest + 1,
        weakest_confidence=None if weakest is None else steps[weakest].confidence,
        weakest_voice_count=0 if weakest is None else len(steps[weakest].voices),
        contested_steps=tuple(number for number, step in numbered if step.doubt == "contested"),
        alleged_steps=tuple(number for number, step in numbered if step.doubt == "alleged"),
        inferred_steps=tuple(number for number, step in numbered if step.is_inferred),
        negative_steps=tuple(number for number, step in numbered if step.sign == "-"),
        mixed_steps=tuple(number for number, step in numbered if step.sign == "mixed"),
        undated_steps=tuple(number for number, step in numbered if not step.is_dated),
        startless_steps=tuple(number for number, step in numbered if step.is_startless),
        uncertain_steps=tuple(number for number, step in numbered if not step.is_certain),
        steps_without_influence=tuple(powerless),
        types_without_influence=tuple(
            dict.fromkeys(name for number in powerless for name in steps[number - 1].types)
        ),
        falls_without=tuple(
            sources.get(reference, reference) for reference, _ in falls.most_common()
        ),
        step_count=len(steps),
        joint_time=find_joint_time(steps),
        span=span,
    )


def _multiply(millionths: Sequence[int]) -> float:
    """Return the product of confidences, rounded to millionths.

    Examples
    --------
    >>> _multiply([800_000, 500_000])
    0.4
    """
    product = 1.0
    for each in millionths:
        product *= each / CERTAIN
    return math.floor(product * CERTAIN + 0.5) / CERTAIN


def _format_voices(count: int, *, independent: bool = False) -> str:
    kind = "independent voice" if independent else "voice"
    if not count:
        return "no source"
    return f"one {kind}" if count == 1 else f"{count:,} {kind}s"


def _name_reference(reference: Reference) -> str:
    name = reference if isinstance(reference, str) else reference.title or reference.id
    return shorten(name, LONGEST_NAME)

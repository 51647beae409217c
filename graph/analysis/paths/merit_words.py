"""Say what makes a path good by what was asked, and whom it passes more than once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from graph.analysis.paths.question import PathQuestion
from graph.analysis.paths.steps import Path
from graph.analysis.paths.support import Support
from graph.data.sentences import add_full_stop, format_confidence, join_phrases

UNRATED_WORDS = "not rated; an unrated relation counts as 0.5"
COMBINED_WORDS = "more credible than each of the relations alone, because independent ones add up"
MOST_FACTORS = 20
"""The most confidences that are listed; of a longer path the first and the last."""


def describe_merit(path: Path, question: PathQuestion) -> tuple[str, ...]:
    """Return a sentence about what was asked for, and one about actors that come twice."""
    return tuple(filter(None, _iter_sentences(path, question))) if path.steps else ()


def _iter_sentences(path: Path, question: PathQuestion) -> Iterator[str]:
    support = path.support
    if question.by == "confidence":
        yield from _describe_confidence(support)
    elif question.by == "influence":
        yield f"Influence travels along each step, towards {add_full_stop(path.actors[-1].name)}"
    elif question.by == "voices":
        count = support.least_voice_count
        least = f"at least {count:,} voices" if count > 1 else "at least one voice"
        yield f"Each step rests on {least}." if count else "A step rests on no source."
    counts = Counter(actor.name for actor in path.actors)
    twice = [name for name, count in counts.items() if count > 1]
    if twice:
        yield add_full_stop(f"It passes {join_phrases(twice)} more than once")


def _describe_confidence(support: Support) -> Iterator[str]:
    """Yield the product of the confidences with its factors, and why one differs from the rows."""
    factors = [format_confidence(each) for each in support.step_confidences]
    more = [*factors[: MOST_FACTORS - 1], "…", factors[-1]] if len(factors) > MOST_FACTORS else []
    product = f"All steps together have a confidence of {format_product(support.confidence)}"
    factors_listed = " × ".join(more or factors)
    yield f"{product}: {factors_listed}." if len(factors) > 1 else f"{product}."
    yield support.describe_steps(support.unrated_steps, UNRATED_WORDS)
    yield support.describe_steps(support.combined_steps, COMBINED_WORDS)


def format_product(confidence: float) -> str:
    """Return a product of confidences, small ones with two digits that tell.

    Examples
    --------
    >>> format_product(0.4), format_product(0.125), format_product(0.018225), format_product(0)
    ('0.4', '0.13', '0.018', 'less than 0.00001')
    """
    if confidence < 0.00001:  # noqa: PLR2004 - where digits tell no more
        return "less than 0.00001"
    millionths = round(confidence * 1_000_000)
    power = 10 ** max(0, len(str(millionths)) - 2)
    return format_confidence((millionths + power // 2) // power * power / 1_000_000)

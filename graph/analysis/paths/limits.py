"""Find out whether what limits the paths themselves stands in the way: length, influence, times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.analysis.paths.finding import find_paths
from graph.analysis.paths.no_path import NoPath
from graph.select.applied_filter import AppliedFilter

if TYPE_CHECKING:
    from graph.analysis.paths.answer import Paths
    from graph.analysis.paths.question import PathQuestion
    from graph.select.selection import Selection


def find_without_limits(network: Selection, answer: Paths) -> NoPath | None:
    """Return the shortest path that a question would have without one of its limits, or all.

    None where it has none even then.
    """
    question = replace(answer.question, actors=answer.missing or answer.question.actors, k=None)
    limits = list_limits(question)
    shortest: NoPath | None = None
    for limit in limits:
        found = _find_without(network, question, [limit])
        if found and (shortest is None or _get_length(found) < _get_length(shortest)):
            shortest = found
    return shortest or (_find_without(network, question, limits) if len(limits) > 1 else None)


def list_limits(question: PathQuestion) -> Sequence[AppliedFilter]:
    """Return what limits the paths themselves."""
    by = [AppliedFilter("by", (question.by,))] if question.by == "influence" else []
    longest = question.max_length
    times = [AppliedFilter(name) for name in ("together", "in_order") if getattr(question, name)]
    return [*by, *times, *([] if longest is None else [AppliedFilter("max_length", (longest,))])]


def _find_without(
    network: Selection, question: PathQuestion, limits: Sequence[AppliedFilter]
) -> NoPath | None:
    names = {limit.name for limit in limits}
    wider = replace(
        question,
        by="steps" if "by" in names else question.by,
        max_length=None if "max_length" in names else question.max_length,
        together=question.together and "together" not in names,
        in_order=question.in_order and "in_order" not in names,
        limit=1,
    )
    answer = find_paths(network, wider)
    if not answer.paths:
        return None
    return NoPath("filter" if len(limits) == 1 else "limits", tuple(limits), answer.paths[0])


def _get_length(found: NoPath) -> int:
    return len(found.path.steps) if found.path else 0

"""The facts of every measure of centrality, and of every figure of a network's structure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.analysis.facts.degree_facts import DEGREE_FACTS
from graph.analysis.facts.figure_facts import FIGURE_FACTS
from graph.analysis.facts.local_facts import LOCAL_FACTS
from graph.analysis.facts.measure_facts import MeasureFacts
from graph.analysis.facts.path_facts import PATH_FACTS
from graph.analysis.facts.support_facts import SUPPORT_FACTS
from graph.errors import QuestionError
from graph.names import suggest

MEASURE_FACTS: Mapping[str, MeasureFacts] = {
    facts.id: facts for facts in (*DEGREE_FACTS, *PATH_FACTS, *SUPPORT_FACTS, *LOCAL_FACTS)
}
"""By name of a measure, in the order of the measures."""

STRUCTURE_FACTS: Mapping[str, MeasureFacts] = {facts.id: facts for facts in FIGURE_FACTS}
"""By name of a figure, by what they are about."""


def find_figures(names: Iterable[str]) -> list[MeasureFacts]:
    """Return the facts of figures that some names or labels mean; of ``all`` those of all.

    Raises
    ------
    QuestionError
        When a figure does not exist, with the nearest.

    Examples
    --------
    >>> [facts.id for facts in find_figures(["Strong components", "mean_path_length"])]
    ['components.strong', 'mean_path_length']
    """
    found: dict[str, MeasureFacts] = {}
    for name in names:
        word = name.casefold().replace("_", " ")
        named = {
            facts.id: facts
            for facts in FIGURE_FACTS
            if word in ("all", facts.label.casefold(), facts.id.replace("_", " "))
        }
        if not named:
            ids = list(STRUCTURE_FACTS)
            hint = suggest.suggest_word(name, ids) or f"There are: {', '.join(ids)}."
            raise QuestionError("explain", f"{name!r} is not a figure. {hint}")
        found |= named
    return list(found.values())

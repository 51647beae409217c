"""The facts of every measure of centrality, in the order of the measures."""

from __future__ import annotations

from collections.abc import Mapping

from graph.analysis.facts.degree_facts import DEGREE_FACTS
from graph.analysis.facts.measure_facts import MeasureFacts
from graph.analysis.facts.path_facts import PATH_FACTS
from graph.analysis.facts.support_facts import SUPPORT_FACTS

MEASURE_FACTS: Mapping[str, MeasureFacts] = {
    facts.id: facts for facts in (*DEGREE_FACTS, *PATH_FACTS, *SUPPORT_FACTS)
}

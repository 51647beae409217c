"""Steps as a table and as data, where an answer is made of steps rather than of paths."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from graph.analysis.paths.steps import Step
from graph.analysis.relation_frame import build_relation_frame

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ("step", "source", "target", "relation", "type", "start", "end", "standing", "sentence")


def build_step_frame(steps: Sequence[Step]) -> pd.DataFrame:
    """Return a row for each relation of each step, read from the start of the step."""
    rows = [
        (
            *(number, step.source.id, step.target.id),
            *(relation.id, relation.type.name, relation.start, relation.end),
            *(standing, relation.sentence_from(step.source)),
        )
        for number, step in enumerate(steps, 1)
        for relation, standing in zip(step.relations, step.standings, strict=True)
    ]
    relations = [relation for step in steps for relation in step.relations]
    return build_relation_frame(COLUMNS, rows, relations)


def list_steps_as_data(steps: Sequence[Step]) -> list[dict[str, Any]]:
    """Return steps as data: actors and relations by id."""
    return [
        {
            "source": step.source.id,
            "target": step.target.id,
            "relations": [relation.id for relation in step.relations],
            "sentence": step.sentence,
        }
        for step in steps
    ]

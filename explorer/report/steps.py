"""Steps as lines, Markdown, data and CSV, where an answer is made of steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from explorer.report import relations
from explorer.report.citations import Citations
from graph.analysis.paths.steps import Step

if TYPE_CHECKING:
    from explorer.report.json_csv import Cell
    from graph import Relation
    from graph.data.records import Standing

COLUMNS = ("step", "from", "to")
"""The first columns of a CSV file of steps; those of a relation follow, then own columns."""


def format_steps(steps: Sequence[Step], cited: Citations, width: int | None) -> Iterator[str]:
    """Yield numbered steps as lines, each relation on its own."""
    every = (relation for step in steps for relation in step.relations)
    listing = relations.RelationList(every, cited, width)
    digits = len(str(len(steps))) + 2
    for number, step in enumerate(steps, 1):
        head = f"{number}. ".rjust(digits)
        for relation, standing in step.claims:
            yield from listing.format_lines(
                head, relation.sentence_from(step.source), relation, standing
            )
            head = " " * len(head)


def format_markdown_steps(steps: Sequence[Step], cited: Citations) -> str:
    """Return numbered steps as Markdown, with the relations of each below it."""
    from explorer.report.markdown import escape, format_relation

    lines = []
    for number, step in enumerate(steps, 1):
        lines.append(f"{number}. {escape(step.sentence_without_dates)}")
        for relation, standing in step.claims:
            item = format_relation(relation.sentence_from(step.source), relation, standing, cited)
            lines.append(" " * len(f"{number}. ") + f"- {item}")
    return "\n".join(lines)


def to_dict(answer: Mapping[str, Any], steps: Iterable[Step]) -> Mapping[str, Any]:
    """Return an answer as data with each relation and source of its steps once."""
    used = {
        relation.id: (relation, standing)
        for step in steps
        for relation, standing in zip(step.relations, step.standings, strict=True)
    }
    return {
        **answer,
        "relations": [relations.to_dict(*each) for each in used.values()],
        "sources": relations.list_sources(relation for relation, _ in used.values()),
    }


def to_csv(steps: Sequence[Step]) -> str:
    """Return a CSV row for each relation of each step."""
    rows: Iterator[tuple[list[Cell], Relation, Standing]] = (
        ([number, step.source.id, step.target.id], relation, standing)
        for number, step in enumerate(steps, 1)
        for relation, standing in zip(step.relations, step.standings, strict=True)
    )
    return relations.to_csv(COLUMNS, rows)

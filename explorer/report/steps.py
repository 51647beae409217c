"""Steps as lines, Markdown, data and CSV, where an answer is made of steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from explorer.report import relations
from explorer.report.citations import Citations
from graph.analysis.paths.steps import Step

if TYPE_CHECKING:
    from explorer.report.json_csv import Cell
    from graph import Relation
    from graph.analysis.connection.answer import Connection
    from graph.analysis.cut.answer import Cut
    from graph.analysis.ego_network import EgoNetwork
    from graph.analysis.pattern.answer import PatternMatches
    from graph.data.records import Standing

COLUMNS = ("step", "from", "to")
"""The first columns of a CSV file of steps; those of a relation follow, then own columns."""


def format_steps(steps: Sequence[Step], cited: Citations, width: int | None) -> Iterator[str]:
    """Yield numbered steps as lines, each relation on its own."""
    every = (relation for step in steps for relation in step.relations)
    listing = relations.RelationList(every, cited, width)
    digits = len(str(len(steps))) + 2
    for number, step in enumerate(steps, 1):
        yield from format_claims(step, listing, f"{number}. ".rjust(digits))


def format_claims(step: Step, listing: relations.RelationList, head: str = "") -> Iterator[str]:
    """Yield the relations of a step as lines, with a text before the first."""
    for relation, standing in step.claims:
        sentence = relation.sentence_from(step.source)
        yield from listing.format_lines(head, sentence, relation, standing)
        head = " " * len(head)


def format_markdown_steps(steps: Sequence[Step], cited: Citations) -> str:
    """Return numbered steps as Markdown, with the relations of each below it."""
    from explorer.report.markdown import escape

    lines = []
    for number, step in enumerate(steps, 1):
        lines.append(f"{number}. {escape(step.sentence_without_dates)}")
        lines += format_markdown_claims(step, cited, " " * len(f"{number}. "))
    return "\n".join(lines)


def format_markdown_claims(step: Step, cited: Citations, indent: str = "") -> Iterator[str]:
    """Yield the relations of a step as items of a list in Markdown."""
    from explorer.report.markdown import format_relation

    for relation, standing in step.claims:
        item = format_relation(relation.sentence_from(step.source), relation, standing, cited)
        yield f"{indent}- {item}"


def to_json(answer: Connection | Cut | EgoNetwork | PatternMatches) -> str:
    """Return an answer as JSON, with each relation and source of its steps once."""
    from explorer.report.json_csv import format_json

    used = {
        relation.id: (relation, standing)
        for step in answer.steps
        for relation, standing in zip(step.relations, step.standings, strict=True)
    }
    return format_json(
        {
            **answer.to_dict(),
            "relations": [relations.to_dict(*each) for each in used.values()],
            "sources": relations.list_sources(relation for relation, _ in used.values()),
        }
    )


def to_csv(steps: Sequence[Step]) -> str:
    """Return a CSV row for each relation of each step."""
    rows: Iterator[tuple[list[Cell], Relation, Standing]] = (
        ([number, step.source.id, step.target.id], relation, standing)
        for number, step in enumerate(steps, 1)
        for relation, standing in zip(step.relations, step.standings, strict=True)
    )
    return relations.to_csv(COLUMNS, rows)

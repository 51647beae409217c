"""The report of a merge as text, Markdown, JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explorer.report.json_csv import format_csv, format_json
from graph.data.counts import format_count
from graph.merging.report import MergeReport, format_report
from graph.text.safe import visible


def to_text(report: MergeReport, folder: str, files: Sequence[str]) -> str:
    """Return what was made, and what a careful person should look at."""
    actors, relations = report.actors[2], report.relations[2]
    contents = f"{format_count(actors, 'actor')}, {format_count(relations, 'relation')}"
    both = format_count(len(report.matches), "actor")
    shared = format_count(report.shared_relations, "relation")
    lines = [f"{visible(folder)}: {', '.join(files)}: {contents}", f"In both: {both}, {shared}."]
    if report.guesses:
        lines += ["Please look at these, in merge.md:", *(f"  {text}" for text in report.guesses)]
    return "\n".join(lines)


def to_markdown(report: MergeReport) -> str:
    """Return the report as ``merge.md`` has it."""
    return format_report(report)


def to_json(report: MergeReport) -> str:
    """Return the report as JSON."""
    return format_json({"question": "merge", **report.to_dict(), "guesses": report.guesses})


def to_csv(report: MergeReport) -> str:
    """Return the report as rows: the topic, what each folder has, and why."""
    return format_csv(["topic", "row", "first", "second", "reason"], list(_iter_rows(report)))


def _iter_rows(report: MergeReport) -> Iterator[list[str]]:
    for match in report.matches:
        yield ["one actor", "", match.first, match.second, match.how]
    for question in report.questions:
        yield ["question", "", question.first, question.second, question.reason]
    for each in report.conflicts:
        yield ["conflict", f"{each.table}: {each.row}", each.first, each.second, each.column]
    for table, was, now in report.renamed:
        yield ["renamed", table, was, now, ""]

"""The report of an import as text for a terminal, as JSON, and as the rows of a CSV file."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.report.json_csv import format_csv, format_json
from graph.data.counts import format_count
from graph.importing.report import COLUMNS, ImportReport, format_report
from graph.text.safe import visible

SHOWN = 5


def to_text(report: ImportReport, folder: str, files: Sequence[str]) -> str:
    """Return what was made, and what a careful person should look at."""
    actors, relations = report.actors, report.relations
    contents = f"{format_count(actors, 'actor')}, {format_count(relations, 'relation')}"
    lines = [f"{visible(folder)}: {', '.join(files)}: {contents}"]
    aside = sum(count for _, count in report.set_aside)
    if aside:
        lines.append(f"Set aside: {format_count(aside, 'row')}, in set_aside.csv.")
    if report.guesses:
        lines.append("Please look at these:")
        lines += [f"  {visible(text)}" for text in report.guesses[:SHOWN]]
        more = len(report.guesses) - SHOWN
        lines += [f"  and {more} more in import.md"] if more > 0 else []
    return "\n".join(lines)


def to_markdown(report: ImportReport) -> str:
    """Return the report as ``import.md`` has it."""
    return format_report(report)


def to_json(report: ImportReport) -> str:
    """Return the report as JSON."""
    return format_json({"question": "import", **report.to_dict()})


def to_csv(report: ImportReport) -> str:
    """Return the report as rows: topic, what was decided, the option, whether it is a guess."""
    rows = [[*cells, "yes" if guess else "no"] for *cells, guess in report.list_rows()]
    return format_csv(COLUMNS, rows)

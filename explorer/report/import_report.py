"""The report of an import as text for a terminal, as JSON, and as the rows of a CSV file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explorer.report.json_csv import format_csv, format_json
from graph.data.counts import format_count
from graph.importing.report import Report, format_report
from graph.text.safe import visible

SHOWN = 5


def to_text(report: Report, folder: str, files: Sequence[str]) -> str:
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


def to_markdown(report: Report) -> str:
    """Return the report as ``import.md`` has it."""
    return format_report(report)


def to_json(report: Report) -> str:
    """Return the report as JSON."""
    return format_json({"question": "import", **report.to_dict(), "guesses": report.guesses})


def to_csv(report: Report) -> str:
    """Return the report as rows: topic, what was decided, the option, whether it is a guess."""
    return format_csv(["topic", "decision", "option", "guess"], list(_iter_rows(report)))


def _iter_rows(report: Report) -> Iterator[list[str]]:
    for note in report.notes:
        yield [note.topic, note.text, note.option, "yes" if note.is_guess else "no"]
    for line in report.types:
        text = f"{line.words or '(nothing)'} is {line.type} ({line.count:,} rows)"
        yield ["types", text, "--type", "yes" if line.how in ("own", "by meaning") else "no"]
    for one, two in report.spellings:
        yield ["actors", f"{one} is {two}", "", "no"]
    for one, two in report.near:
        yield ["actors", f"{one} is nearly {two}", "--merge", "yes"]
    for reason, count in report.set_aside:
        yield ["rows", f"{count:,} set aside: {reason}", "", "no"]

"""Since when and until when a path exists, as text, Markdown, JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from explorer.report import relations
from explorer.report.citations import Citations
from explorer.report.paths import name_option
from explorer.report.terminal_text import hang, wrap
from graph.analysis.paths.history import MOST_PERIODS, PathHistory
from graph.analysis.paths.period import Period
from graph.data.records import Reference
from graph.text.safe import visible

COLUMNS = ("from", "to", "length", "id", "sentence")


def to_text(answer: PathHistory, width: int | None) -> str:
    """Return when a path exists, each period with its path, and the sources below.

    Parameters
    ----------
    width
        Columns of the terminal; None for lines without breaks.
    """
    cited = Citations()
    lines = [*map(relations.paint_strong, wrap(visible(answer.sentence), width)), ""]
    lines += [*wrap(visible(answer.why.describe(name_option)), width), ""] if answer.why else []
    for period in answer.periods:
        marks = "".join(f" [{number}]" for number in sorted(cited.numbers(_list_cited(period))))
        lines += hang("- ", visible(period.sentence) + marks, width)
    lines += _list_notes(answer)
    time_notes = relations.format_time_notes(answer, width)
    return "\n".join([*lines, *time_notes, *relations.format_sources(cited, width)])


def to_markdown(answer: PathHistory) -> str:
    """Return the same as Markdown, with footnotes."""
    from explorer.report.markdown import escape, format_footnotes, format_marks

    cited = Citations()
    items = [
        f"- {escape(period.sentence)}{format_marks(sorted(cited.numbers(_list_cited(period))))}"
        for period in answer.periods
    ]
    notes = map(escape, (*filter(None, _list_notes(answer)), *answer.time_notes))
    why = [escape(answer.why.describe(name_option))] if answer.why else []
    blocks = [f"**{escape(answer.sentence)}**", *why, "\n".join(items), *notes]
    return "\n\n".join(filter(None, [*blocks, "\n".join(format_footnotes(cited))]))


def to_dict(answer: PathHistory) -> Mapping[str, Any]:
    """Return it as data, with each relation and source of its paths once."""
    used = {
        relation.id: (replace(relation, when=None), standing)  # it may hold in several periods
        for period in answer.periods
        if period.path
        for step in period.path.steps
        for relation, standing in zip(step.relations, step.standings, strict=True)
    }
    return {
        **answer.to_dict(),
        "relations": [relations.to_dict(*each) for each in used.values()],
        "sources": relations.list_sources(relation for relation, _ in used.values()),
    }


def to_json(answer: PathHistory) -> str:
    """Return it as JSON; see `to_dict`."""
    from explorer.report.json_csv import format_json

    return format_json(to_dict(answer))


def to_csv(answer: PathHistory) -> str:
    """Return a CSV row for each period."""
    from explorer.report.json_csv import format_csv

    rows = [period.to_dict() for period in answer.periods]
    return format_csv(COLUMNS, [[row[name] for name in COLUMNS] for row in rows])


def _list_cited(period: Period) -> Iterator[Reference]:
    for step in period.path.steps if period.path else ():
        for relation in step.relations:
            yield from relation.references


def _list_notes(answer: PathHistory) -> list[str]:
    return ["", f"Only the first {MOST_PERIODS} periods are listed."] if answer.cut_short else []

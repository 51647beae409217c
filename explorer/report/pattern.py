"""The matches of a pattern as text, Markdown, JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from explorer.report import relations, steps
from explorer.report.citations import Citations
from explorer.report.terminal_text import hang, wrap
from graph.analysis.pattern.answer import PatternMatch, PatternMatches
from graph.text.safe import visible

if TYPE_CHECKING:
    from explorer.report.json_csv import Cell
    from graph import Relation
    from graph.data.records import Standing


def _name_match(match: PatternMatch) -> str:
    """Return who stands for whom, or that all are named."""
    return match.named or "All actors are named"


def to_text(answer: PatternMatches, *, width: int | None) -> str:
    """Return the answer as a sentence, the relations of each match, and the sources below.

    Parameters
    ----------
    width
        Columns of the terminal; None for lines without breaks.
    """
    cited = Citations()
    lines = list(map(relations.paint_strong, wrap(visible(answer.sentence), width)))
    every = (relation for step in answer.steps for relation in step.relations)
    listing = relations.RelationList(every, cited, width)
    digits = len(str(len(answer.matches))) + 2
    for number, match in enumerate(answer.matches, 1):
        lines += ["", *hang(f"{number:,}. ".rjust(digits), visible(_name_match(match)), width)]
        for step in match.steps:
            lines += steps.format_claims(step, listing, " " * digits)
    notes = _format_notes(answer)
    lines += ["", *wrap(visible(notes), width)] if notes else []
    rest = [*relations.format_time_notes(answer, width), *relations.format_sources(cited, width)]
    return "\n".join([*lines, *rest])


def _format_notes(answer: PatternMatches) -> str:
    more = answer.match_count > len(answer.matches)
    return " ".join([*answer.search_notes, *(["--limit sets how many."] if more else [])])


def to_markdown(answer: PatternMatches) -> str:
    """Return the answer as Markdown: a numbered list of matches, footnotes with sources."""
    from explorer.report.markdown import escape, format_footnotes

    cited = Citations()
    lines = []
    for number, match in enumerate(answer.matches, 1):
        lines.append(f"{number}. {escape(_name_match(match))}")
        for step in match.steps:
            lines += steps.format_markdown_claims(step, cited, " " * len(f"{number}. "))
    blocks = [f"**{escape(answer.sentence)}**", "\n".join(lines)]
    blocks += map(escape, (_format_notes(answer), *answer.time_notes))
    return "\n\n".join(filter(None, [*blocks, "\n".join(format_footnotes(cited))]))


def to_json(answer: PatternMatches) -> str:
    """Return the answer as JSON, with each relation and source once."""
    return steps.to_json(answer)


def to_csv(answer: PatternMatches) -> str:
    """Return a CSV row for each relation of each match; a step is a part of the pattern."""
    rows: Iterator[tuple[list[Cell], Relation, Standing]] = (
        ([number, part, step.source.id, step.target.id], relation, standing)
        for number, match in enumerate(answer.matches, 1)
        for part, step in enumerate(match.steps, 1)
        for relation, standing in zip(step.relations, step.standings, strict=True)
    )
    return relations.to_csv(("match", "step", "from", "to"), rows)

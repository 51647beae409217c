"""What would be otherwise, as text, Markdown, JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from explorer.report.relations import paint_strong
from explorer.report.terminal_text import hang, wrap
from graph.comparison.consequences import Consequence
from graph.comparison.what_if import HEADINGS, WhatIf
from graph.text.safe import visible

CSV_HEADER = ("topic", "subject", "label", "before", "after")
MOST_LINES = 50  # of one topic as text and Markdown; JSON and CSV have all


def _list_topics(answer: WhatIf) -> Iterator[tuple[str, Sequence[str], int]]:
    """Yield a heading for each topic, its first lines, and how many more there are."""
    for topic, group in groupby(answer.consequences, lambda each: each.topic):
        lines = [each.sentence for each in group]
        yield HEADINGS[topic], lines[:MOST_LINES], len(lines) - MOST_LINES


def to_text(answer: WhatIf, *, width: int | None) -> str:
    """Return what differs, a line each under a heading for each topic.

    Parameters
    ----------
    width
        Columns of the terminal; None for lines without breaks.
    """
    lines = [*map(paint_strong, wrap(visible(answer.sentence), width))]
    for heading, sentences, more in _list_topics(answer):
        lines += ["", paint_strong(heading)]
        for sentence in sentences:
            lines += hang("- ", visible(sentence), width)
        lines += [f"- and {more:,} more: see --format csv"] if more > 0 else []
    notes = visible(" ".join(answer.notes))
    lines += ["", *wrap(notes, width)] if notes else []
    return "\n".join(lines)


def to_markdown(answer: WhatIf) -> str:
    """Return the same as Markdown, a list for each topic."""
    from explorer.report.markdown import escape

    blocks = [f"**{escape(answer.sentence)}**"]
    for heading, sentences, more in _list_topics(answer):
        items = [f"- {escape(sentence)}" for sentence in sentences]
        items += [f"- and {more:,} more"] if more > 0 else []
        blocks += [f"**{heading}**", "\n".join(items)]
    return "\n\n".join(filter(None, [*blocks, escape(" ".join(answer.notes))]))


def to_json(answer: WhatIf) -> str:
    """Return what differs as JSON."""
    from explorer.report.json_csv import format_json

    return format_json(answer.to_dict())


def to_csv(answer: WhatIf) -> str:
    """Return a CSV row for each consequence: topic, subject, label, before, after."""
    from explorer.report.json_csv import format_csv

    return format_csv(CSV_HEADER, map(_list_cells, answer.consequences))


def _list_cells(each: Consequence) -> list[str]:
    return [each.topic, each.subject, each.label, each.before, each.after]

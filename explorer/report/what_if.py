"""What would be otherwise, as text, Markdown, JSON and CSV."""

from __future__ import annotations

from explorer.report.consequences import format_lines, format_markdown_blocks
from explorer.report.relations import paint_strong
from explorer.report.terminal_text import wrap
from graph.comparison.what_if import WhatIf
from graph.text.safe import visible

CSV_HEADER = ("topic", "subject", "label", "before", "after")


def to_text(answer: WhatIf, *, width: int | None) -> str:
    """Return what differs, a line each under a heading for each topic.

    Parameters
    ----------
    width
        Columns of the terminal; None for lines without breaks.
    """
    lines = [*map(paint_strong, wrap(visible(answer.sentence), width))]
    lines += format_lines(answer.consequences, width)
    notes = visible(" ".join(answer.notes))
    lines += ["", *wrap(notes, width)] if notes else []
    return "\n".join(lines)


def to_markdown(answer: WhatIf) -> str:
    """Return the same as Markdown, a list for each topic."""
    from explorer.report.markdown import escape

    blocks = [f"**{escape(answer.sentence)}**", *format_markdown_blocks(answer.consequences)]
    return "\n\n".join(filter(None, [*blocks, escape(" ".join(answer.notes))]))


def to_json(answer: WhatIf) -> str:
    """Return what differs as JSON."""
    from explorer.report.json_csv import format_json

    return format_json(answer.to_dict())


def to_csv(answer: WhatIf) -> str:
    """Return a CSV row for each consequence: topic, subject, label, before, after."""
    from explorer.report.json_csv import format_csv

    rows = ([each.topic, each.subject, each.label, each.before, each.after]
            for each in answer.consequences)  # fmt: skip
    return format_csv(CSV_HEADER, rows)

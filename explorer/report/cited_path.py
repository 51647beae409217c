"""A path that was cited, as it is today: as text, Markdown and data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from explorer.report import relations
from explorer.report.citations import Citations
from explorer.report.paths import format_markdown_path, format_path_lines, format_support
from explorer.report.terminal_text import wrap
from graph.analysis.paths.cited_path import CitedPath
from graph.text.safe import visible


def to_text(answer: CitedPath, width: int | None) -> str:
    """Return whether it stands, what changed, and the path as it is today."""
    cited = Citations()
    lines = [*map(relations.paint_strong, wrap(visible(answer.sentence), width))]
    lines += [line for note in answer.notes for line in wrap(visible(note), width)]
    if answer.path:
        lines += ["", *format_path_lines(answer.path, cited, width)]
        lines += ["", *format_support(answer.path.support.notes, answer.path, width)]
    return "\n".join([*lines, *relations.format_sources(cited, width)])


def to_markdown(answer: CitedPath) -> str:
    """Return the same as Markdown, with footnotes."""
    from explorer.report.markdown import escape, format_footnotes

    cited = Citations()
    blocks = [escape(answer.sentence), *map(escape, answer.notes)]
    if answer.path:
        blocks += [format_markdown_path(answer.path, cited)]
        blocks += [escape(" ".join(answer.path.support.notes)), f"Cite as `{answer.path.id}`"]
    return "\n\n".join([*blocks, *filter(None, ["\n".join(format_footnotes(cited))])])


def to_dict(answer: CitedPath) -> Mapping[str, Any]:
    """Return it as data, with each relation and source once."""
    steps = answer.path.steps if answer.path else ()
    used = [each for step in steps for each in zip(step.relations, step.standings, strict=True)]
    return {
        **answer.to_dict(),
        "relation_rows": [relations.to_dict(*each) for each in used],
        "sources": relations.list_sources(relation for relation, _ in used),
    }

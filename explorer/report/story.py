"""A story as text, Markdown, JSON and CSV, each step with its page link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explorer.report.json_csv import Cell
from explorer.report.terminal_text import hang, wrap
from graph.saved.story import Block, Items, Paragraph, Quotation, Run, Story, plain_lines
from graph.text.safe import visible

COLUMNS = ("step", "heading", "text", "link")


def to_text(story: Story, width: int | None = None) -> str:
    """Return the story as text, with lines of at most `width` columns; None for no breaks.

    Examples
    --------
    >>> from graph.saved.story import StoryStep
    >>> step = StoryStep("Who leads", (Paragraph((Run("One."),)),), "#at=2022")
    >>> print(to_text(Story("", (), (step,))))
    1. Who leads
       One.
       #at=2022
    """
    parts = [wrap(visible(story.title), width)] if story.title else []
    parts += [list(hang("", line, width)) for line in plain_lines(story.introduction)]
    for number, step in enumerate(story.steps, 1):
        head = f"{number}. "
        indent = " " * len(head)
        lines = list(hang(head, visible(step.heading), width))
        for line in plain_lines(step.text):
            lines += hang(indent, line, width)
        if step.link:
            lines.append(indent + step.link)
        parts.append(lines)
    return "\n\n".join("\n".join(part) for part in parts)


def to_markdown(story: Story) -> str:
    r"""Return the story as Markdown with the same headings, text and page links.

    Examples
    --------
    >>> from graph.saved.story import StoryStep
    >>> step = StoryStep("A*", (Paragraph((Run("b", strong=True),)),))
    >>> print(to_markdown(Story("Two", (), (step,))))
    # Two
    <BLANKLINE>
    ## A\*
    <BLANKLINE>
    **b**
    """
    from explorer.report.markdown import escape

    parts = [f"# {escape(story.title)}"] if story.title else []
    parts += ["\n".join(_format_blocks(story.introduction))] if story.introduction else []
    for step in story.steps:
        parts.append(f"## {escape(step.heading)}")
        parts += ["\n".join(_format_blocks(step.text))] if step.text else []
        parts += [step.link] if step.link else []
    return "\n\n".join(parts)


def _format_blocks(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield blocks as lines of Markdown, a blank line between them."""
    for index, block in enumerate(blocks):
        if index:
            yield ""
        match block:
            case Paragraph(runs):
                yield "".join(map(_format_run, runs))
            case Items(items, first):
                for number, item in enumerate(items, first or 0):
                    mark = "- " if first is None else f"{number}. "
                    for line_index, line in enumerate(_format_blocks(item)):
                        yield f"{' ' * len(mark) if line_index else mark}{line}".rstrip()
            case Quotation(inner):
                yield from (f"> {line}".rstrip() for line in _format_blocks(inner))


def _format_run(run: Run) -> str:
    from explorer.report.markdown import escape

    words = run.text.strip()
    before, _, after = run.text.partition(words) if words else (run.text, "", "")
    styled = escape(words)
    for stressed, mark in ((run.emphasis, "*"), (run.strong, "**")):
        styled = f"{mark}{styled}{mark}" if stressed and words else styled
    if run.link.startswith("http") and words:
        styled = f"[{styled}](<{_escape_address(run.link)}>)"
    return f"{before}{styled}{after}"


def _escape_address(address: str) -> str:
    """Escape an address for angle brackets."""
    return address.replace("<", "%3C").replace(">", "%3E")


def to_json(story: Story) -> str:
    """Return the story as JSON; see `graph.saved.story.Story.to_dict`."""
    from explorer.report.json_csv import format_json

    return format_json(story.to_dict())


def to_csv(story: Story) -> str:
    """Return a CSV row for each step: its number from 1, heading, text and page link."""
    from explorer.report.json_csv import format_csv

    rows: Iterator[list[Cell]] = (
        [number, step.heading, " ".join(plain_lines(step.text)), step.link]
        for number, step in enumerate(story.steps, 1)
    )
    return format_csv(COLUMNS, rows)

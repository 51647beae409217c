"""A story as text, Markdown, JSON and CSV, each step with the page link that it shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explorer.report.data import Cell
from explorer.report.text import hanging, wrapped
from graph.saved.story import Block, Items, Paragraph, Quotation, Run, Story, plain_lines
from graph.text.safe import visible

COLUMNS = ("step", "heading", "text", "link")


def text(story: Story, width: int | None = None) -> str:
    """Return the story as text of at most so many columns; None for no breaks.

    Examples
    --------
    >>> from graph.saved.story import Step
    >>> print(text(Story("", (), (Step("Who leads", (Paragraph((Run("One."),)),), "#at=2022"),))))
    1. Who leads
       One.
       #at=2022
    """
    parts = [wrapped(visible(story.title), width)] if story.title else []
    parts += [list(hanging("", line, width)) for line in plain_lines(story.introduction)]
    for number, step in enumerate(story.steps, 1):
        head = f"{number}. "
        indent = " " * len(head)
        lines = list(hanging(head, visible(step.heading), width))
        for line in plain_lines(step.text):
            lines += hanging(indent, line, width)
        if step.link:
            lines.append(indent + step.link)
        parts.append(lines)
    return "\n\n".join("\n".join(part) for part in parts)


def markdown(story: Story) -> str:
    r"""Return the story as Markdown, which reads as the same headings, words and page links.

    Examples
    --------
    >>> from graph.saved.story import Step
    >>> print(markdown(Story("Two", (), (Step("A*", (Paragraph((Run("b", strong=True),)),)),))))
    # Two
    <BLANKLINE>
    ## A\*
    <BLANKLINE>
    **b**
    """
    from explorer.report.markdown import escaped

    parts = [f"# {escaped(story.title)}"] if story.title else []
    parts += ["\n".join(_blocks(story.introduction))] if story.introduction else []
    for step in story.steps:
        parts.append(f"## {escaped(step.heading)}")
        parts += ["\n".join(_blocks(step.text))] if step.text else []
        parts += [step.link] if step.link else []
    return "\n\n".join(parts)


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield blocks as lines of Markdown, a blank line between them."""
    for place, block in enumerate(blocks):
        if place:
            yield ""
        match block:
            case Paragraph(runs):
                yield "".join(map(_run, runs))
            case Items(items, first):
                for number, item in enumerate(items, first or 0):
                    mark = "- " if first is None else f"{number}. "
                    for at, line in enumerate(_blocks(item)):
                        yield f"{' ' * len(mark) if at else mark}{line}".rstrip()
            case Quotation(inner):
                yield from (f"> {line}".rstrip() for line in _blocks(inner))


def _run(run: Run) -> str:
    from explorer.report.markdown import escaped

    words = run.text.strip()
    before, _, after = run.text.partition(words) if words else (run.text, "", "")
    styled = escaped(words)
    for stressed, mark in ((run.emphasis, "*"), (run.strong, "**")):
        styled = f"{mark}{styled}{mark}" if stressed and words else styled
    if run.link.startswith("http") and words:
        styled = f"[{styled}](<{_inside(run.link)}>)"
    return f"{before}{styled}{after}"


def _inside(address: str) -> str:
    """Return an address that may stand between angle brackets."""
    return address.replace("<", "%3C").replace(">", "%3E")


def json(story: Story) -> str:
    """Return the story as JSON; see `graph.saved.story.Story.to_dict`."""
    from explorer.report.data import json_text

    return json_text(story.to_dict())


def csv(story: Story) -> str:
    """Return a row a step: its number from 1, heading, text and page link."""
    from explorer.report.data import csv_text

    rows: Iterator[list[Cell]] = (
        [number, step.heading, " ".join(plain_lines(step.text)), step.link]
        for number, step in enumerate(story.steps, 1)
    )
    return csv_text(COLUMNS, rows)

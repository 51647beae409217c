"""What differs in the answers about two networks, as text and Markdown: a list for each topic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from explorer.report.relations import paint_strong
from explorer.report.terminal_text import hang
from graph.comparison.consequence import HEADINGS, Consequence
from graph.text.safe import visible

MOST_LINES = 50  # of one topic as text and Markdown; JSON and CSV have all


def _list_topics(consequences: Iterable[Consequence]) -> Iterator[tuple[str, Sequence[str], int]]:
    """Yield a heading for each topic, its first lines, and how many more there are."""
    for topic, group in groupby(consequences, lambda each: each.topic):
        lines = [each.sentence for each in group]
        yield HEADINGS[topic], lines[:MOST_LINES], len(lines) - MOST_LINES


def format_lines(consequences: Iterable[Consequence], width: int | None) -> Iterator[str]:
    """Yield the lines of a list for each topic, below its heading."""
    for heading, sentences, more in _list_topics(consequences):
        yield from ("", paint_strong(heading))
        for sentence in sentences:
            yield from hang("- ", visible(sentence), width)
        if more > 0:
            yield f"- and {more:,} more: see --format csv"


def format_markdown_blocks(consequences: Iterable[Consequence]) -> Iterator[str]:
    """Yield the blocks of a list for each topic, below its heading."""
    from explorer.report.markdown import escape

    for heading, sentences, more in _list_topics(consequences):
        items = [f"- {escape(sentence)}" for sentence in sentences]
        items += [f"- and {more:,} more"] if more > 0 else []
        yield from (f"**{heading}**", "\n".join(items))

"""How sure ranks are, as text, Markdown, JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator

from explorer.report.relations import paint_strong
from explorer.report.terminal_text import align, wrap
from graph.analysis.doubt.rank_doubt import RankDoubt
from graph.errors import shorten
from graph.text.safe import visible

HEADER = ("rank", "name", "in nine of ten draws", "falls to", "without")
CSV_HEADER = ("id", "name", "kind", "rank", "best", "worst", "falls_to", "without")
WIDEST = 40  # characters of what is left out, in the table
RIGHT = (True, False, False, True, False)


def _list_cells(answer: RankDoubt) -> Iterator[list[str]]:
    """Yield the cells of the table, a row for each actor."""
    for each in answer.ranges:
        cause, missing = each.find_cause(answer.omissions), each.find_missing(answer.omissions)
        drawn = f"{each.best:,}" if each.best == each.worst else f"{each.best:,} to {each.worst:,}"
        fall, without = (f"{each.falls_to:,}", cause.name) if cause else ("", "")
        if missing:
            fall, without = "no rank", missing
        without = visible(shorten(without, WIDEST))
        yield [f"{each.rank:,}", visible(each.actor.name), drawn, fall, without]


def to_text(answer: RankDoubt, *, width: int | None) -> str:
    """Return a line for each actor: its rank, the ranks in draws, and its lowest without a part.

    Parameters
    ----------
    width
        Columns of the terminal; None for lines without breaks.
    """
    lines = [*map(paint_strong, wrap(visible(answer.sentence), width)), ""]
    lines += align([HEADER, *_list_cells(answer)], RIGHT)
    return "\n".join([*lines, "", *wrap(visible(" ".join(answer.notes)), width)])


def to_markdown(answer: RankDoubt) -> str:
    """Return the same as Markdown: a sentence, a table and notes."""
    from explorer.report.markdown import escape, format_table

    table = format_table(HEADER, _list_cells(answer), RIGHT)
    return f"**{escape(answer.sentence)}**\n\n{table}\n\n{escape(' '.join(answer.notes))}"


def to_json(answer: RankDoubt) -> str:
    """Return the ranks as JSON, with what was left out in turn."""
    from explorer.report.json_csv import format_json

    return format_json(answer.to_dict())


def to_csv(answer: RankDoubt) -> str:
    """Return a CSV row for each actor: its rank, the ranks in draws, and its lowest."""
    from explorer.report.json_csv import format_csv

    return format_csv(CSV_HEADER, answer.list_rows())

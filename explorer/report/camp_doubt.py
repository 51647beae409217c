"""How sure camps are, as text, Markdown, JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator

from explorer.report.relations import paint_strong
from explorer.report.terminal_text import align, wrap
from graph.analysis.doubt.camp_doubt import CampDoubt
from graph.data.counts import format_percent
from graph.errors import shorten
from graph.text.safe import visible

HEADER = ("name", "camp", "in this camp", "in another", "leaves without")
CSV_HEADER = ("id", "name", "kind", "camp", "share", "other_share", "leaves_without")
RIGHT = (False, True, True, True, False)
MOST_ROWS = 40  # as text and Markdown; JSON and CSV have all
WIDEST = 40  # characters of what is left out, in the table


def _list_cells(answer: CampDoubt) -> Iterator[list[str]]:
    """Yield the cells of the table, a row for each member whose side is not sure."""
    for each in [side for side in answer.sides if not side.is_sure][:MOST_ROWS]:
        shares = (format_percent(share) for share in (each.share, each.other_share))
        leaves = "; ".join(visible(shorten(part.name, WIDEST)) for part in each.leaves_without)
        yield [visible(each.actor.name), f"{each.camp:,}", *shares, leaves]


def to_text(answer: CampDoubt, *, width: int | None) -> str:
    """Return a line for each member whose side is not sure: how often it is there.

    Parameters
    ----------
    width
        Columns of the terminal; None for lines without breaks.
    """
    lines = [*map(paint_strong, wrap(visible(answer.sentence), width))]
    rows = [*_list_cells(answer)]
    lines += ["", *align([HEADER, *rows], RIGHT)] if rows else []
    return "\n".join([*lines, "", *wrap(visible(" ".join(answer.notes)), width)])


def to_markdown(answer: CampDoubt) -> str:
    """Return the same as Markdown: a sentence, a table and notes."""
    from explorer.report.markdown import escape, format_table

    rows = [*_list_cells(answer)]
    table = format_table(HEADER, rows, RIGHT) if rows else ""
    blocks = [f"**{escape(answer.sentence)}**", table, escape(" ".join(answer.notes))]
    return "\n\n".join(filter(None, blocks))


def to_json(answer: CampDoubt) -> str:
    """Return the sides as JSON, with what was left out in turn."""
    from explorer.report.json_csv import format_json

    return format_json(answer.to_dict())


def to_csv(answer: CampDoubt) -> str:
    """Return a CSV row for each member: its camp, and how often it is there."""
    from explorer.report.json_csv import format_csv

    return format_csv(CSV_HEADER, answer.list_rows())

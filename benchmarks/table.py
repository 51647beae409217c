"""Render figures as a Markdown table, and insert it between two markers of a page."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence

from benchmarks.results import Figure

BEGIN = "<!-- measured: written by python -m benchmarks -->"
END = "<!-- /measured -->"
HEAD = ("work", "against", "ours", "theirs", "median", "least to greatest", "goal", "reached")


def render_table(figures: Iterable[Figure], environment: Sequence[str]) -> str:
    """Render the lines on the environment and the table."""
    lines = [
        *(f"- {line}" for line in environment),
        "",
        _format_row(HEAD),
        _format_row(["---"] * len(HEAD)),
    ]
    return "\n".join([*lines, *(_format_row(_list_cells(figure)) for figure in figures), ""])


def _format_row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _list_cells(figure: Figure) -> Sequence[str]:
    start = figure.work, figure.against
    if not figure.values:
        return *start, "", "", f"not measured: {figure.reason}", "", figure.goal.words, ""
    middle = statistics.median(figure.values)
    spread = f"{min(figure.values):.3g} to {max(figure.values):.3g}"
    return (
        *start,
        figure.ours,
        figure.theirs,
        f"{middle:.3g} {figure.unit}".strip(),
        spread,
        figure.goal.words,
        "yes" if figure.reached else "no",
    )


def insert_table(page: str, table: str) -> str:
    """Insert the table between the markers of a page.

    Raises
    ------
    ValueError
        When the page lacks a marker.
    """
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"the page lacks the markers {BEGIN} and {END}")
    return f"{before}{BEGIN}\n\n{table}\n{END}{after}"

"""Figures as a Markdown table, between two markers of a page."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence

from benchmarks.figures import Figure

BEGIN = "<!-- measured: written by python -m benchmarks -->"
END = "<!-- /measured -->"
HEAD = ("work", "against", "ours", "theirs", "median", "least to greatest", "goal", "reached")


def rendered(figures: Iterable[Figure], circumstances: Sequence[str]) -> str:
    """Return the circumstances and the table."""
    lines = [*(f"- {line}" for line in circumstances), "", _row(HEAD), _row(["---"] * len(HEAD))]
    return "\n".join([*lines, *(_row(_cells(figure)) for figure in figures), ""])


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _cells(figure: Figure) -> Sequence[str]:
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


def put(page: str, table: str) -> str:
    """Return a page with the table between its markers.

    Raises
    ------
    ValueError
        When the page does not have both markers.
    """
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"the page lacks the markers {BEGIN} and {END}")
    return f"{before}{BEGIN}\n\n{table}\n{END}{after}"

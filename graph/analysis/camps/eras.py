"""Say when relations date from times that no life spans: camps of several eras then mix."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from graph.data.dates import DAYS_OF_YEAR, parse_date

if TYPE_CHECKING:
    from graph.select.selection import Selection

LIFE = 80  # years


def describe_eras(network: Selection, rows: Iterable[int]) -> str:
    """Return a hint where the dates of some relations span more than a life; empty otherwise.

    Examples
    --------
    >>> import graph
    >>> net = graph.load_example()
    >>> describe_eras(net, net.relation_numbers)[:36]
    'The relations date from 1772 to 2022'
    """
    cells = network.columns.relations.cells
    texts = {cells(name)[row] for row in rows for name in ("start", "end")}
    days = [each for each in map(parse_date, texts) if each]
    if not days:
        return ""
    first = min(each.first for each in days) // DAYS_OF_YEAR
    last = max(each.last for each in days) // DAYS_OF_YEAR
    if last - first <= LIFE:
        return ""
    when = f"The relations date from {first} to {last}"
    return f"{when}: camps of several eras may mix; those at one date, such as {last}, may differ."

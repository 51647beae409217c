"""The dates of the selected relations, and the period that they cover."""

from __future__ import annotations

from graph.data.dates import get_first_day, get_last_day, is_partial_date
from graph.data.dictionary_column import iter_values
from graph.select.selection import Selection


def list_dates(selection: Selection) -> list[str]:
    """Return every date at which a relation starts or ends once, the earliest first.

    Examples
    --------
    >>> import graph
    >>> list_dates(graph.load_example().only("trades_with"))
    []
    """
    table, rows = selection.columns.relations, selection.relation_numbers
    texts = {text for name in ("start", "end") for text in iter_values(table.cells(name), rows)}
    dates = filter(is_partial_date, texts)
    return sorted(dates, key=lambda date: (get_first_day(date), get_last_day(date), date))


def find_period(selection: Selection) -> tuple[str, str]:
    """Return the earliest and the latest start or end of a relation; empty without dates.

    Examples
    --------
    >>> import graph
    >>> find_period(graph.load_example().only("attacks"))
    ('1772', '2022')
    >>> find_period(graph.load_example().only("trades_with"))
    ('', '')
    """
    dates = list_dates(selection)
    return (dates[0], max(reversed(dates), key=get_last_day)) if dates else ("", "")

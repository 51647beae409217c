"""Find the period that the dates of relations cover."""

from graph.data.dictionary_column import iter_values
from graph.select.selection import Selection


def find_period(selection: Selection) -> tuple[str, str]:
    """Return the earliest and the latest start or end of a relation; empty without dates.

    Examples
    --------
    >>> import graph
    >>> find_period(graph.load_example().only("trades_with"))
    ('', '')
    """
    table, rows = selection.columns.relations, selection.relation_numbers
    columns = (iter_values(table.cells(name), rows) for name in ("start", "end"))
    dates = {date for column in columns for date in column if date}
    return min(dates, default=""), max(dates, default="")

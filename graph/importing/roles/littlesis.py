"""LittleSis numbers the categories of its relations; in any other table numbers are no types."""

from __future__ import annotations

from graph.importing.roles.folded_headers import fold_header
from graph.importing.tables.sheet import Sheet

CATEGORY = ("category", "id")
END = ("entity", "1", "id")


def is_littlesis(sheet: Sheet, header: str) -> bool:
    """Return whether a column has LittleSis's numbers of categories.

    Examples
    --------
    >>> cells = {"entity1_id": ["1"], "category_id": ["5"], "type": ["5"]}
    >>> sheet = Sheet("a.csv", "", cells, [2])
    >>> is_littlesis(sheet, "category_id"), is_littlesis(sheet, "type")
    (True, False)
    """
    return fold_header(header) == CATEGORY and END in map(fold_header, sheet.columns)

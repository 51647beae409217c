"""A condition in SQL that picks the rows which may break a rule, for any engine that has SQL.

The conditions are in `graph.rules.row_queries`. They are plain SQL that DuckDB and Apache Spark
both read as it stands: no backslash and no doubled quote is in them, as these engines disagree
about both, and no function that only one of them has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from graph.data.cell_test import CellTest, write_text

EVERY_COLUMN = ("*",)
CELL = re.compile(r"\bcell\b")
ALL_CELLS = re.compile(r"\ball_cells\b")


class RowQuery(NamedTuple):
    """Which rows may break a rule: often too many, never too few.

    Parameters
    ----------
    rules
        The names of the rules, as problems have them.
    columns
        The columns that are looked at, one at a time, each as ``cell``; `EVERY_COLUMN` for all of
        the table, and none where the condition names its columns.
    condition
        What is true of such a row; ``all_cells`` stands for all columns of the table.
    alone
        Whether the rule decides by these rows alone; else it needs the whole table.
    once
        Whether the rule speaks once of each cell, at its first row, which is enough then.
    """

    rules: tuple[str, ...]
    columns: tuple[str, ...]
    condition: str
    alone: bool = True
    once: bool = False

    def list_conditions(
        self, table: str, columns: Sequence[str], quote: Callable[[str], str]
    ) -> Iterator[tuple[str, str]]:
        """Yield each column that is looked at, empty for the row, with the SQL condition.

        Parameters
        ----------
        table
            The family, which is the table's name in SQL.
        columns
            The columns that the table has; a condition about another one picks no row.
        quote
            How the engine writes a name that may be any text.

        Examples
        --------
        >>> query = RowQuery(("empty",), ("source", "target"), "cell = ''")
        >>> list(query.list_conditions("relations", ["source"], str))
        [('source', "relations.source = ''")]
        """
        names = {column: f"{table}.{quote(column)}" for column in columns}
        condition = ", ".join(names.values()).join(ALL_CELLS.split(self.condition))
        if not self.columns:
            yield "", condition
        for column in columns if self.columns == EVERY_COLUMN else self.columns:
            if column in names:
                yield column, names[column].join(CELL.split(condition))


def write_list(texts: Sequence[str]) -> str:
    """Return texts as the list behind ``IN``.

    Examples
    --------
    >>> write_list(["", "yes", "no"])
    "('', 'yes', 'no')"
    """
    return f"({', '.join(map(write_text, texts))})"


def has(text: str, pattern: str) -> str:
    """Return the condition that a pattern is somewhere in a text.

    Examples
    --------
    >>> has("cell", "[,;]")
    "regexp_extract(cell, '[,;]', 0) <> ''"
    """
    return CellTest(pattern).write_condition(text)


def differs(text: str, pattern: str) -> str:
    """Return the condition that a text is filled, and is not what a pattern describes.

    Examples
    --------
    >>> differs("cell", "[0-9]+")
    "regexp_extract(cell, '^([0-9]+)$', 0) <> cell"
    """
    return CellTest(pattern, whole=True).write_condition(text)

"""A test that cells pass unless they may break a rule, written once for Python, Arrow and SQL."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from graph.data.arrow_texts import ArrowTexts

CODED = re.compile("[\0\\\\']")  # engines of SQL disagree on how these are written within quotes


class CellTest(NamedTuple):
    """A regular expression that picks the cells which may break a rule.

    Parameters
    ----------
    pattern
        As RE2, Java and Python read it alike.
    whole
        Whether it describes the cells that keep the rule; else it is what a cell that may break it
        has somewhere.
    """

    pattern: str
    whole: bool = False

    def pick(self, cells: Collection[str]) -> Collection[str]:
        """Return the cells that may break the rule; all of them unless Arrow has them.

        Examples
        --------
        >>> import pyarrow
        >>> CellTest("[0-9]+", whole=True).pick(ArrowTexts(pyarrow.array(["1", "", "x"])))
        ['x']
        """
        if isinstance(cells, ArrowTexts):
            return cells.pick(self.pattern, whole=self.whole)
        return cells

    def fails(self, cell: str) -> bool:
        """Return whether a cell may break the rule.

        Examples
        --------
        >>> CellTest("[,;]").fails("a, b"), CellTest("[0-9]+", whole=True).fails("")
        (True, False)
        """
        if self.whole:
            return cell != "" and re.fullmatch(self.pattern, cell) is None
        return re.search(self.pattern, cell) is not None

    def write_condition(self, cell: str) -> str:
        """Return the test as SQL; `cell` is the SQL of the cell.

        Examples
        --------
        >>> CellTest("[,;]").write_condition("cell")
        "regexp_extract(cell, '[,;]', 0) <> ''"
        >>> CellTest("[0-9]+", whole=True).write_condition("cell")
        "regexp_extract(cell, '^([0-9]+)$', 0) <> cell"
        """
        pattern = write_text(f"^({self.pattern})$" if self.whole else self.pattern)
        return f"regexp_extract({cell}, {pattern}, 0) <> {cell if self.whole else chr(39) * 2}"


def write_text(text: str) -> str:
    r"""Return a text as SQL of any engine writes it.

    Examples
    --------
    >>> write_text("ended"), write_text("it's")
    ("'ended'", "concat('it', chr(39), 's')")
    """
    parts = []
    for part in re.split(f"({CODED.pattern})", text):
        parts += [f"chr({ord(part)})"] if CODED.fullmatch(part) else [f"'{part}'"] if part else []
    return f"concat({', '.join(parts)})" if len(parts) > 1 else "".join(parts) or "''"

"""A table of text with the physical line on which each row starts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import repeat

from graph.data.dictionary_column import Coded, constant
from graph.errors import Problem


@dataclass(frozen=True)
class Table:
    """What was read, before anything is known about its meaning.

    Parameters
    ----------
    name
        What problems call it: a file's name, or "actors frame".
    columns
        Column name to cells, all of one length, stripped of surrounding white space.
    lines
        For each row the line on which it starts (or its number, where there are no lines).
    problems
        What was wrong with the table as a table.
    header
        The line that names the columns.
    tall
        For each row of several lines how many lines below its start each column's cell starts.
    width
        How many columns the header names, those without a name or named twice included.
    ragged
        For each row that has more or fewer cells how many it has.
    """

    name: str
    columns: Mapping[str, Sequence[str]]
    lines: Sequence[int]
    problems: tuple[Problem, ...] = field(default=())
    header: int = 1
    tall: Mapping[int, Mapping[str, int]] = field(default_factory=dict)
    width: int = 0
    ragged: Mapping[int, int] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.lines)

    def cells(self, column: str, default: str = "") -> Sequence[str]:
        """Return one column; where the table has no such column, the default for each row.

        Examples
        --------
        >>> table = Table("actors.csv", {"id": ["lukashenko", "putin"]}, [2, 3])
        >>> table.cells("id"), table.cells("end")
        (['lukashenko', 'putin'], ['', ''])
        """
        found = self.columns.get(column)
        if found is not None:
            return found
        coded = any(isinstance(cells, Coded) for cells in self.columns.values())
        return constant(default, len(self)) if coded else list(repeat(default, len(self)))

    def line(self, row: int, column: str = "") -> int:
        """Return the line on which a cell starts; without a column, on which its row starts.

        Examples
        --------
        >>> table = Table("actors.csv", {}, [2], tall={0: {"id": 0, "name": 0, "kind": 3}})
        >>> table.line(0), table.line(0, "name"), table.line(0, "kind")
        (2, 2, 5)
        """
        return self.lines[row] + self.tall.get(row, {}).get(column, 0)

    def problem(
        self, row: int, column: str, what: str, remedy: str = "", *, rule: str = ""
    ) -> Problem:
        """Return an error in one cell of one row."""
        place, value = self.line(row, column), self._value(row, column)
        return Problem(self.name, place, column, what, remedy, value=value, rule=rule)

    def warning(
        self, row: int, column: str, what: str, remedy: str = "", *, rule: str = ""
    ) -> Problem:
        """Return a warning about one cell of one row."""
        error = self.problem(row, column, what, remedy, rule=rule)
        return replace(error, severity="warning")

    def _value(self, row: int, column: str) -> str:
        return self.columns[column][row] if column in self.columns else ""


def header_problems(file: str, header: Sequence[str], line: int) -> Iterator[Problem]:
    """Yield what is wrong with the names of columns: one that is blank, or named twice."""
    seen: set[str] = set()
    for place, name in enumerate(header, 1):
        if not name:
            what = f"column {place} has no name."
            yield Problem(file, line, "", what, "Name it or remove it.", rule="unnamed-column")
        elif name in seen:
            remedy = "Rename one of the two columns."
            yield Problem(file, line, name, "is named twice.", remedy, rule="column-twice")
        seen.add(name)

"""A table of text that knows the line of the file on which each row starts."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from graph.data.dictionary_column import DictionaryColumn, repeat_value
from graph.errors import Problem


@dataclass(frozen=True)
class Table:
    """The text that was read of one file, frame or graph, before it is checked.

    Parameters
    ----------
    name
        The name that problems use: a file's name, or "actors frame".
    columns
        Column name to cells; all columns have the same length.
    lines
        For each row the line on which it starts, or its number where there are no lines.
    problems
        The problems of reading it.
    header_line
        The line that names the columns.
    line_offsets
        For each row of several lines: how many lines below its start each column's cell starts.
    column_count
        How many columns the header has, with those that have no name or a repeated one.
    ragged
        For each row with more or fewer cells: how many it has.
    made_count, made_of
        How many of the last rows no file has, and the table that names them.
    """

    name: str
    columns: Mapping[str, Sequence[str]]
    lines: Sequence[int]
    problems: tuple[Problem, ...] = field(default=())
    header_line: int = 1
    line_offsets: Mapping[int, Mapping[str, int]] = field(default_factory=dict)
    column_count: int = 0
    ragged: Mapping[int, int] = field(default_factory=dict)
    made_count: int = 0
    made_of: str = ""

    def __len__(self) -> int:
        return len(self.lines)

    def cells(self, column: str, default: str = "") -> Sequence[str]:
        """Return the cells of a column, or the default for each row if there is no such column.

        Examples
        --------
        >>> table = Table("actors.csv", {"id": ["lukashenko", "putin"]}, [2, 3])
        >>> table.cells("id"), table.cells("end")
        (['lukashenko', 'putin'], ['', ''])
        """
        cells = self.columns.get(column)
        if cells is not None:
            return cells
        if default not in self._absent:
            encoded = any(isinstance(each, DictionaryColumn) for each in self.columns.values())
            self._absent[default] = (
                repeat_value(default, len(self)) if encoded else [default] * len(self)
            )
        return self._absent[default]

    @cached_property
    def _absent(self) -> dict[str, Sequence[str]]:
        """The cells of columns that do not exist, by their default; steps of paths ask often."""
        return {}

    def line(self, row: int, column: str = "") -> int:
        """Return the line on which a cell starts, or its row if no column is given.

        Examples
        --------
        >>> table = Table("actors.csv", {}, [2], line_offsets={0: {"id": 0, "name": 0, "kind": 3}})
        >>> table.line(0), table.line(0, "name"), table.line(0, "kind")
        (2, 2, 5)
        """
        return self.lines[row] + self.line_offsets.get(row, {}).get(column, 0)

    def get_file(self, row: int) -> str:
        """Return the name of the table that has a row, or names what it is made of."""
        return self.made_of if row >= len(self) - self.made_count else self.name

    def describe_line(self, row: int) -> str:
        """Return where a row is, in words.

        Examples
        --------
        >>> ends = Table("actors.csv", {"id": ["a"]}, [7], made_count=1, made_of="relations.csv")
        >>> ends.describe_line(0), Table("actors.csv", {"id": ["a"]}, [7]).describe_line(0)
        ('line 7 of relations.csv', 'line 7')
        """
        file = self.get_file(row)
        return f"line {self.lines[row]}" + (f" of {file}" if file != self.name else "")

    def error(
        self, row: int, column: str, what: str, remedy: str = "", *, rule: str = ""
    ) -> Problem:
        """Return an error about a cell, or about a row if the column is empty."""
        line, value, file = self.line(row, column), self._get_value(row, column), self.get_file(row)
        shown = column if file == self.name else ""  # it is a column of the other table there
        return Problem(file, line, shown, what, remedy, value=value, rule=rule)

    def warning(
        self, row: int, column: str, what: str, remedy: str = "", *, rule: str = ""
    ) -> Problem:
        """Return a warning about a cell, or about a row if the column is empty."""
        error = self.error(row, column, what, remedy, rule=rule)
        return replace(error, severity="warning")

    def _get_value(self, row: int, column: str) -> str:
        return self.columns[column][row] if column in self.columns else ""


def check_header(
    file: str, header: Sequence[str], line: int, blank: Container[int] = ()
) -> Iterator[Problem]:
    """Report each column whose name is blank or is used twice.

    Parameters
    ----------
    file, header, line
        Where the names of the columns are.
    blank
        The numbers of columns without a name that have no cells either, and may be passed over.
    """
    seen: set[str] = set()
    for number, name in enumerate(header, 1):
        if not name and number in blank:
            continue
        if not name:
            what = f"column {number} has no name."
            yield Problem(file, line, "", what, "Name it or remove it.", rule="unnamed-column")
        elif name in seen:
            remedy = "Rename one of the two columns."
            yield Problem(file, line, name, "is named twice.", remedy, rule="column-twice")
        seen.add(name)

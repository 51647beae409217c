"""A sheet: named columns of text, with the line of each row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.importing.by_column import Column, select_rows
from graph.importing.draft import Note, SetAside

Rows = list[list[str]]


@dataclass
class Grid:
    """The cells of a sheet as they were read, before its header is found.

    Parameters
    ----------
    file
        The file's name.
    sheet
        The sheet's name; empty where a file is one table.
    rows
        The cells; rows may differ in length.
    lines
        For each row where it starts in the file.
    merged
        Rectangles of merged cells: first row, first column, last row, last column.
    notes
        How it was read.
    """

    file: str
    sheet: str
    rows: Rows
    lines: Sequence[int]
    merged: Sequence[tuple[int, int, int, int]] = ()
    notes: list[Note] = field(default_factory=list)

    @property
    def label(self) -> str:
        """The name in messages."""
        return make_label(self.file, self.sheet)


@dataclass
class Sheet:
    """A table with named columns.

    Parameters
    ----------
    file, sheet
        The names of the file, and of the sheet in it.
    columns
        Cells by header; headers that repeat are numbered.
    lines
        For each row where it starts in the file.
    has_header
        Whether the names of the columns are the file's own.
    links
        The columns that name rows of other tables, as a database says.
    notes, set_aside
        How it was read, and the rows that were left out.
    """

    file: str
    sheet: str
    columns: dict[str, Column]
    lines: Sequence[int]
    has_header: bool = True
    links: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.lines)

    @property
    def label(self) -> str:
        """The name in messages."""
        return make_label(self.file, self.sheet)

    @property
    def stem(self) -> str:
        """The sheet's name, or the file's without its endings."""
        if self.sheet:
            return self.sheet
        name = self.file.removesuffix(".gz")
        return name.rpartition(".")[0] or name

    def place(self, row: int) -> str:
        """Return where a row was read."""
        return f"{self.label}:{self.lines[row]}"

    def places(self) -> Column:
        """Return the column of where each row was read."""
        return Places(self.label, self.lines)

    def get_row(self, row: int) -> Mapping[str, str]:
        """Return the cells of a row by header."""
        return {name: cells[row] for name, cells in self.columns.items()}

    def set_rows_aside(self, chosen: Sequence[bool], reason: str) -> None:
        """Take rows out of the sheet, with the reason."""
        import numpy as np

        mask = np.asarray(chosen, bool)
        rows = np.flatnonzero(mask).tolist()
        if not rows:
            return
        self.set_aside += [SetAside(self.place(row), reason, self.get_row(row)) for row in rows]
        self.columns = select_rows(self.columns, ~mask)
        self.lines = [line for line, aside in zip(self.lines, chosen, strict=True) if not aside]


class Places(Sequence[str]):
    """Where each row was read, made when it is asked for."""

    def __init__(self, label: str, lines: Sequence[int]) -> None:
        self.label, self.lines = label, lines

    def __len__(self) -> int:
        return len(self.lines)

    def __getitem__(self, row):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN204 - of Sequence
        """Return one place, or a list of them."""
        if isinstance(row, slice):
            return [f"{self.label}:{line}" for line in self.lines[row]]
        return f"{self.label}:{self.lines[row]}"


def make_label(file: str, sheet: str) -> str:
    """Return the name of a sheet in messages.

    Examples
    --------
    >>> make_label("book.xlsx", "Ties"), make_label("ties.csv", "")
    ('book.xlsx, sheet Ties', 'ties.csv')
    """
    return f"{file}, sheet {sheet}" if sheet else file

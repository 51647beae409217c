"""Limits on what is read, so that a hostile file cannot fill the memory."""

from __future__ import annotations

from dataclasses import dataclass, fields

from graph.errors import QuestionError, quote_value

MIB = 1 << 20


@dataclass(frozen=True)
class Limits:
    """The most that is read of a file; a file beyond a limit is an error.

    Parameters
    ----------
    largest_file
        Bytes of one file, unpacked.
    longest_cell
        Characters of one cell.
    most_cells
        Cells of one file.
    most_problems
        Errors, and warnings, that are listed of one file; the rest are counted.
    """

    largest_file: int = 512 * MIB
    longest_cell: int = MIB
    most_cells: int = 50_000_000
    most_problems: int = 1_000

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if not isinstance(value, int) or isinstance(value, bool) or value < 0:
                shown = quote_value(str(value)) if type(value) in (int, float, str) else "this"
                what = f"{shown} is not a whole number of 0 or more."
                raise QuestionError(field.name, what)


def format_size(size: int) -> str:
    """Format a number of bytes or characters as options take it.

    Examples
    --------
    >>> format_size(512 * MIB), format_size(3 << 30), format_size(1_000)
    ('512MiB', '3GiB', '1000')
    """
    for unit, name in ((1 << 30, "GiB"), (MIB, "MiB")):
        if size >= unit:
            return f"{round(size / unit, 1):g}{name}"
    return str(size)

"""Refuse arguments of a wrong type with an error of our own, before anything is done with them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from graph.data.cell_text import to_cell
from graph.errors import DataError, Problem, QuestionError, quote_value


def require_type(
    value: object, kind: type[Any] | tuple[type[Any], ...], name: str, due: str
) -> None:
    """Refuse a value that is not of a type.

    Parameters
    ----------
    value, kind
        The argument, and the type it must have.
    name
        The name of the argument.
    due
        What it must be, in words.

    Raises
    ------
    QuestionError
        When it is of another type.

    Examples
    --------
    >>> require_type(5, str, "encoding", "a text")
    Traceback (most recent call last):
    ...
    graph.errors.QuestionError: encoding: an object of the type int is not a text.
    """
    if not isinstance(value, kind):
        raise QuestionError(name, f"an object of the type {type(value).__name__} is not {due}.")


def to_path(value: object, name: str) -> Path:
    """Return the path that an argument names.

    Raises
    ------
    QuestionError
        When it is not text or a path.
    """
    require_type(value, (str, os.PathLike), name, "the name of a file or folder")
    try:
        return Path(value)  # type: ignore[arg-type]
    except TypeError:  # a path of bytes
        what = f"{quote_value(str(value))} is not the name of a file or folder."
        raise QuestionError(name, what) from None


def to_cells(
    table: str,
    column: str,
    values: Iterable[object],
    convert: Callable[[object], str] = to_cell,
) -> list[str]:
    """Return the values of a column as cells.

    Raises
    ------
    DataError
        When a value, which may be any object, cannot be read as text.
    """
    cells: list[str] = []
    try:
        cells.extend(map(convert, values))
    except Exception as error:  # noqa: BLE001 - whatever an object of the user's raises
        what = f"has a value that cannot be read as text: {type(error).__name__}."
        row = len(cells) + 1
        raise DataError(
            [Problem(table, row, column, what, "Give text or numbers.", rule="no-text")]
        ) from None
    return cells

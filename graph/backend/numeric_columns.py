"""Columns of numbers: which values add up as doubles do, and which are left to networkx."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
Column = Sequence[Any] | npt.NDArray[Any]

NUMBERS = {bool, int, float, np.int64, np.float64}  # what adds up alike as doubles


def read_numbers(name: str, column: Column) -> Numbers:
    """Read an attribute's column as doubles.

    Raises
    ------
    NotImplementedError
        When a value is not a finite number: texts such as "2", fractions and short floats,
        too. networkx then answers by their own rules, or raises its own error.

    Examples
    --------
    >>> read_numbers("weight", [1, 2.5]).tolist()
    [1.0, 2.5]
    """
    if not _has_numbers(column):
        raise NotImplementedError(f"{name!r} has a value that is not a number")
    try:
        values: Numbers = np.asarray(column, dtype=np.float64)
    except OverflowError as error:
        raise NotImplementedError(f"{name!r} has an integer beyond all doubles") from error
    if not np.isfinite(values).all():
        raise NotImplementedError(f"{name!r} has a value that is not finite")
    return values


def _has_numbers(column: Column) -> bool:
    """Return whether all values are numbers; an array of one type becomes Python's in networkx."""
    if isinstance(column, np.ndarray) and column.dtype != object:
        return bool(column.dtype.kind in "biuf")
    return set(map(type, column)) <= NUMBERS


def has_integers(column: Column) -> bool:
    """Return whether a column has only integers, so that its sums are integers, too.

    Examples
    --------
    >>> has_integers([1, True]), has_integers([1, 2.0])
    (True, False)
    """
    if isinstance(column, np.ndarray) and column.dtype != object:
        return bool(np.issubdtype(column.dtype, np.integer))
    return all(isinstance(value, int | np.integer) for value in column)

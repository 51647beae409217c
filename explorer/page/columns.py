"""Columns as the page's data carries them: short, and read back by ``unpack`` in core/document.js.

A column in which every value is equal is ``{"all": value}``; one with few different values is
``{"levels": [...], "codes": [...]}``; any other is a plain list.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Packed = list[Any] | dict[str, Any]


def pack(values: Iterable[Any]) -> Packed:
    """Return a column in the shortest of its three forms.

    Levels are in order of first appearance. Values may be anything JSON has; 1 and true and 1.0
    are told apart.

    Examples
    --------
    >>> pack(["2022", "2022"]), pack(["a", "b"]), pack([])
    ({'all': '2022'}, ['a', 'b'], [])
    >>> pack(["person", "alliance", "alliance", "alliance", "person", "alliance"])
    {'levels': ['person', 'alliance'], 'codes': [0, 1, 1, 1, 0, 1]}
    """
    column = list(values)
    keys = _keys(column)
    levels: dict[Any, Any] = {}
    for key, value in zip(keys, column, strict=True):
        levels.setdefault(key, value)
    if len(levels) == 1:
        return {"all": column[0]}
    places = {key: place for place, key in enumerate(levels)}
    coded = {"levels": list(levels.values()), "codes": [places[key] for key in keys]}
    return coded if len(_text(coded)) < len(_text(column)) else column


def unpack(packed: Packed, length: int) -> list[Any]:
    """Return the column that `pack` was given, `length` values long.

    Examples
    --------
    >>> unpack({"all": 1}, 3), unpack({"levels": ["a", "b"], "codes": [0, 1, 0]}, 3)
    ([1, 1, 1], ['a', 'b', 'a'])
    """
    if isinstance(packed, list):
        return list(packed)
    if "all" in packed:
        return [packed["all"]] * length
    return [packed["levels"][code] for code in packed["codes"]]


def pack_rows(
    rows: Sequence[Mapping[str, Any]], *, leave_out: Iterable[str] = (), missing: str | None = None
) -> dict[str, Packed]:
    """Return dictionaries of the same keys as one packed column a key.

    Where a row lacks a key that another has, its value is `missing`.

    Examples
    --------
    >>> pack_rows([{"id": 0, "x": 4}, {"id": 1, "x": 4, "y": 2}], leave_out=["id"])
    {'x': {'all': 4}, 'y': [None, 2]}
    """
    left_out = set(leave_out)
    keys = dict.fromkeys(key for row in rows for key in row)
    return {key: pack(row.get(key, missing) for row in rows) for key in keys if key not in left_out}


def _keys(column: Sequence[Any]) -> Sequence[Any]:
    """Return what tells the values of a column apart; values of one type are their own."""
    kinds = set(map(type, column))
    if kinds <= {str} or kinds <= {int}:
        return column
    if kinds <= {str, int, float, bool, type(None)}:
        return list(zip(map(type, column), column, strict=True))
    return list(map(repr, column))


def _text(value: object) -> str:
    return json.dumps(value, allow_nan=False, separators=(",", ":"))

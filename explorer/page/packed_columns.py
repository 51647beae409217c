"""Pack the columns of the page's data in few bytes; core/packed_columns.js unpacks them.

A column of equal values is ``{"all": value}``; a column with few different values is
dictionary-encoded as ``{"levels": [...], "codes": [...]}``; any other is a plain list.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Packed = list[Any] | dict[str, Any]


def pack(values: Iterable[Any]) -> Packed:
    """Pack a column in the shortest of its three forms.

    Levels are in order of first appearance. Values may be of any JSON type; 1, true and 1.0 are
    different values.

    Examples
    --------
    >>> pack(["2022", "2022"]), pack(["a", "b"]), pack([])
    ({'all': '2022'}, ['a', 'b'], [])
    >>> pack(["person", "alliance", "alliance", "alliance", "person", "alliance"])
    {'levels': ['person', 'alliance'], 'codes': [0, 1, 1, 1, 0, 1]}
    """
    column = list(values)
    keys = _make_keys(column)
    codes = {key: code for code, key in enumerate(dict.fromkeys(keys))}
    if len(codes) == 1:
        return {"all": column[0]}
    if keys is column and len(codes) == len(column):  # no text or whole number comes twice
        return column
    first = dict(zip(reversed(keys), reversed(column), strict=True))  # of equal keys
    packed = {"levels": [first[key] for key in codes], "codes": [codes[key] for key in keys]}
    return packed if len(_to_json(packed)) < len(_to_json(column)) else column


def unpack(packed: Packed, length: int) -> list[Any]:
    """Unpack a column of `length` values.

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
    """Pack dictionaries with the same keys, a column for each key.

    A row without a key has the value `missing` in its column.

    Examples
    --------
    >>> pack_rows([{"id": 0, "x": 4}, {"id": 1, "x": 4, "y": 2}], leave_out=["id"])
    {'x': {'all': 4}, 'y': [None, 2]}
    """
    left_out = set(leave_out)
    keys = dict.fromkeys(key for row in rows for key in row)
    return {key: pack(row.get(key, missing) for row in rows) for key in keys if key not in left_out}


def _make_keys(column: Sequence[Any]) -> Sequence[Any]:
    """Make keys that differ when values differ in type or content."""
    kinds = set(map(type, column))
    if kinds <= {str} or kinds <= {int}:
        return column
    if kinds <= {str, int, float, bool, type(None)}:
        return list(zip(map(type, column), column, strict=True))
    return list(map(repr, column))


def _to_json(value: object) -> str:
    return json.dumps(value, allow_nan=False, separators=(",", ":"))

"""Find the rows of actors by what names them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

NOBODY = -1
"""The row number for an end that does not name an actor; checked data has none."""


def index_ends(ids: Sequence[str], names: Sequence[str]) -> Mapping[str, int]:
    """Return the row numbers of actors by id, and by name if no other actor has it.

    Any other text gives `NOBODY`.

    Examples
    --------
    >>> rows = index_ends(["a", "b", "c"], ["Ann", "Bo", "Bo"])
    >>> rows["Ann"], rows["c"], rows["Bo"]
    (0, 2, -1)
    """
    rows = _RowsOrNobody(zip(names, range(len(names)), strict=True))
    if len(rows) < len(names):
        for name, count in Counter(names).items():
            if count > 1:
                del rows[name]
    reverse = list(ids)
    reverse.reverse()  # of an id that is there twice, which is an error, the first row counts
    rows.update(zip(reverse, range(len(names) - 1, -1, -1), strict=True))
    return rows


class _RowsOrNobody(dict[str, int]):
    """Row numbers by text, with `NOBODY` for a text that is not in it."""

    def __missing__(self, _: str) -> int:
        return NOBODY

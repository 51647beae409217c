"""Mark as private what either folder says of a relation that the other marks as private."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.data.columns import PRIVATE
from graph.data.vocabulary import RelationType
from graph.merging.rows import Row

YES = "yes"
Claim = tuple[str, ...]


class PrivateClaims:
    """The relations that one of two folders marks as private in every row of theirs.

    Parameters
    ----------
    types
        The types of both.
    former
        By type that was renamed, its name before.
    """

    def __init__(self, types: Mapping[str, RelationType], former: Mapping[str, str]) -> None:
        self._types, self._former = types, former
        self._claims = set[Claim]()

    def add(self, rows: Sequence[Row]) -> None:
        """Add those of one folder."""
        private = {self._get_claim(row) for row in rows if row.get(PRIVATE) == YES}
        self._claims |= private.difference(
            self._get_claim(row) for row in rows if row.get(PRIVATE) != YES
        )

    def mark(self, rows: Sequence[Row]) -> int:
        """Mark every row that speaks of one of them; return how many were not marked before."""
        count = 0
        for row in rows:
            if row.get(PRIVATE) != YES and self._get_claim(row) in self._claims:
                row[PRIVATE] = YES
                count += 1
        return count

    def _get_claim(self, row: Mapping[str, str]) -> Claim:
        name = row["type"]
        ends = row["source"], row["target"]
        if self._types[name].mutual:
            ends = min(ends), max(ends)
        return (*ends, self._former.get(name, name))

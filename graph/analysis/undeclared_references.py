"""Count what is cited and is no declared source: addresses of pages, and citations in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from graph.data.columns import split_cell

MOST_LISTED = 1_000


@dataclass(frozen=True)
class UndeclaredReference:
    """A reference that is no id of a declared source.

    Parameters
    ----------
    reference
        The address, or the words.
    relation_count
        How many relations cite it.
    alone_count
        How many of them cite nothing else.
    """

    reference: str
    relation_count: int
    alone_count: int

    def to_dict(self) -> dict[str, Any]:
        """Return it as data."""
        return asdict(self)


def count_undeclared(
    cells: Mapping[str, int], declared: Container[str]
) -> tuple[tuple[UndeclaredReference, ...], int]:
    """Return the references that are no declared source, most cited first, and how many there are.

    Parameters
    ----------
    cells
        How many relations have each cell of references.
    declared
        What names a declared source.

    Examples
    --------
    >>> found, count = count_undeclared({"https://a.org|paper": 2, "https://a.org": 1}, {"paper"})
    >>> found, count
    ((UndeclaredReference(reference='https://a.org', relation_count=3, alone_count=1),), 1)
    """
    counts: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    for cell, count in cells.items():
        cited = dict.fromkeys(split_cell(cell))
        for reference in cited:
            if reference not in declared:
                counts[reference] += count
                alone[reference] += count * (len(cited) == 1)
    found = counts.most_common(MOST_LISTED)
    return tuple(UndeclaredReference(one, n, alone[one]) for one, n in found), len(counts)

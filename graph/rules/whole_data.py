"""What rules have to know of all rows, where the tables have only the rows in doubt."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class WholeData:
    """What is known of all rows.

    Parameters
    ----------
    actor_count
        How many actors the file has.
    decimal_commas
        The columns of numbers whose commas are decimal.
    type_counts
        How many relations have each type.
    """

    actor_count: int
    decimal_commas: Collection[str]
    type_counts: Mapping[str, int]

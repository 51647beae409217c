"""Decide the standing of a relation: it stands, is contested or disputed, by all rows about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.data.columns import Columns
from graph.data.records import Standing

Claim = tuple[str, int, int]
"""What rows speak about: a type and two actors."""


def get_claim(columns: Columns, row: int) -> Claim:
    """Return the type and the two actors of a row, sorted when the type is mutual."""
    source, target = columns.endpoints[0][row], columns.endpoints[1][row]
    relation_type = columns.relation_types[row]
    if relation_type.mutual and source > target:
        source, target = target, source
    return relation_type.name, source, target


def find_standings(columns: Columns, rows: Iterable[int]) -> Mapping[Claim, Standing]:
    """Return for each claim whether it stands, is contested, or is only disputed.

    Parameters
    ----------
    columns
        The data.
    rows
        The relations that count: those that the filters select.
    """
    asserted: dict[Claim, set[bool]] = {}
    for row in rows:
        asserted.setdefault(get_claim(columns, row), set()).add(not columns.disputes[row])
    agreed: dict[bool, Standing] = {True: "stands", False: "disputed"}
    return {
        key: "contested" if len(stances) > 1 else agreed[next(iter(stances))]
        for key, stances in asserted.items()
    }


def select_between(columns: Columns, selected: Iterable[int], rows: Iterable[int]) -> list[int]:
    """Return the selected relations between the ends of some rows: those that may contest these."""
    sources, targets = columns.endpoints
    ends = {end[row] for row in rows for end in (sources, targets)}
    return [row for row in selected if sources[row] in ends and targets[row] in ends]

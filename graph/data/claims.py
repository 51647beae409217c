"""Several rows may speak about one relation; here it is told whether they agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.data.columns import Columns
from graph.data.records import Standing

Claim = tuple[str, int, int]


def claim(columns: Columns, row: int) -> Claim:
    """Return what a row speaks about: a type and a pair, unordered when the type is mutual."""
    source, target = columns.endpoints[0][row], columns.endpoints[1][row]
    relation_type = columns.relation_types[row]
    if relation_type.mutual and source > target:
        source, target = target, source
    return relation_type.name, source, target


def standings(columns: Columns, rows: Iterable[int]) -> Mapping[Claim, Standing]:
    """Return for each thing spoken about whether it stands, is contested, or only disputed.

    Parameters
    ----------
    columns
        The data.
    rows
        The relations that count; a claim that a filter left out settles nothing.
    """
    asserted: dict[Claim, set[bool]] = {}
    for row in rows:
        asserted.setdefault(claim(columns, row), set()).add(not columns.disputes[row])
    words: dict[bool, Standing] = {True: "stands", False: "disputed"}
    return {
        key: "contested" if len(sides) > 1 else words[next(iter(sides))]
        for key, sides in asserted.items()
    }


def between_ends(columns: Columns, kept: Iterable[int], rows: Iterable[int]) -> list[int]:
    """Return the relations kept whose ends are ends of some rows: all that may contest these."""
    sources, targets = columns.endpoints
    ends = {end[row] for row in rows for end in (sources, targets)}
    return [row for row in kept if sources[row] in ends and targets[row] in ends]

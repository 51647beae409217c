"""Roles of brokers between groups (Gould and Fernandez, 1989)."""

from __future__ import annotations

from collections.abc import Sequence

from graph.analysis.brokers.neighbours import Neighbours

ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")
"""Within its group; within another; from outside in; from inside out; between two others."""


def count_roles(targets: Neighbours, groups: Sequence[str]) -> list[dict[str, int]]:
    """Count for each actor the pairs between whom it stands, by its role.

    A relation leads from the first of the pair to the broker, one from the broker to the second,
    and none from the first to the second. Pairs with an actor of no group do not count.

    Parameters
    ----------
    targets
        For each actor those to whom a relation leads.
    groups
        The group of each actor; empty for none.

    Examples
    --------
    >>> count_roles([{1}, {2}, set()], ["a", "a", "b"])[1]["representative"]
    1
    """
    sources: Neighbours = [set() for _ in targets]
    for source, reached in enumerate(targets):
        for target in reached:
            sources[target].add(source)
    return [_count_of(targets, sources, groups, broker) for broker in range(len(targets))]


def _count_of(
    targets: Neighbours, sources: Neighbours, groups: Sequence[str], broker: int
) -> dict[str, int]:
    counts = dict.fromkeys(ROLES, 0)
    if not groups[broker]:
        return counts
    for first in sources[broker]:
        for second in targets[broker] - targets[first] - {first}:
            if groups[first] and groups[second]:
                counts[_name_role(groups[first], groups[broker], groups[second])] += 1
    return counts


def _name_role(first: str, broker: str, second: str) -> str:
    if first == second:
        return "coordinator" if broker == first else "itinerant"
    if broker == second:
        return "gatekeeper"
    return "representative" if broker == first else "liaison"

"""What it costs to pass through an actor with many neighbours, where hubs are avoided."""

from __future__ import annotations

FEW_NEIGHBOURS = 8


def count_hub_steps(neighbours: int) -> int:
    """Return how many further steps it counts as to pass through an actor.

    One for each doubling of its neighbours beyond 8: at 16 one, at 32 two. So everybody may be
    passed, but a path through one whom everybody knows must be shorter than the others.

    Examples
    --------
    >>> [count_hub_steps(neighbours) for neighbours in (3, 15, 16, 31, 32, 1000)]
    [0, 0, 1, 1, 2, 6]
    """
    return max(0, (neighbours // FEW_NEIGHBOURS).bit_length() - 1)

"""Structural holes (Burt, 1992): how much the neighbours of an actor depend on each other."""

from __future__ import annotations

from math import fsum

from graph.analysis.brokers.neighbours import Neighbours


def measure_constraint(neighbours: Neighbours, actor: int) -> float | None:
    """Return Burt's constraint of an actor: low where it stands between others.

    It is the sum, over its neighbours, of the squared share of its relations that lead to each of
    them, directly or through a third. None where it has no neighbour.

    Examples
    --------
    >>> star = [{1, 2}, {0}, {0}]
    >>> measure_constraint(star, 0), measure_constraint(star, 1)
    (0.5, 1.0)
    """
    own = neighbours[actor]
    if not own:
        return None
    share = 1 / len(own)
    shares = []
    for other in sorted(own):
        between = sorted(own & neighbours[other])
        indirect = fsum(share / len(neighbours[third]) for third in between)
        shares.append((share + indirect) ** 2)
    return fsum(shares)


def measure_effective_size(neighbours: Neighbours, actor: int) -> float | None:
    """Return the effective size: neighbours, less how many of the others each is joined to.

    That is the mean number of ties among them (Borgatti, 1997). None without a neighbour.

    Examples
    --------
    >>> triangle = [{1, 2}, {0, 2}, {0, 1}]
    >>> measure_effective_size(triangle, 0)
    1.0
    """
    own = neighbours[actor]
    if not own:
        return None
    ends = sum(len(own & neighbours[other]) for other in own)
    return len(own) - ends / len(own)

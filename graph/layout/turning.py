"""Discs turned, and turned over, so that actors face those they have ties with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.layout.circles import total

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.layout.circles import Places
    from graph.layout.layout_edges import Rows, Ties

    Turn = tuple[Places, NDArray[np.bool_]]


def turned(
    ties: Ties, levels: Sequence[Rows], parents: Sequence[Rows], drawn: Sequence[Places]
) -> Places:
    """Return where each actor is, after every disc has been turned by its ties to the outside.

    From the outermost discs inwards, each is turned about its middle, and turned over if that is
    better, so that its actors lie in the direction of those outside with whom they have ties.

    Parameters
    ----------
    ties
        The ties between actors; direction does not matter.
    levels
        For each level, from the whole to the parts, the disc of every actor.
    parents
        For each level but the first, in which disc of the level before each of its discs lies.
    drawn
        For each level but the first, where each disc's middle is from that of its parent; at
        last, where each actor is from the middle of the last level's disc.

    Examples
    --------
    >>> import numpy as np
    >>> from graph.layout.layout_edges import Ties
    >>> levels = [np.array([0, 0, 0]), np.array([0, 0, 1])]
    >>> drawn = [np.array([-9, 9]), np.array([1j, -1j, 0])]
    >>> ties = Ties(np.array([0]), np.array([2]), np.ones(1))
    >>> turned(ties, levels, [np.array([0, 0])], drawn).round(1).tolist()
    [(-8+0j), (-10+0j), (9+0j)]
    """
    import numpy as np

    inside = _inside(levels, drawn)
    middle = np.zeros(1, dtype=np.complex128)
    turn: Turn = np.ones(1, dtype=np.complex128), np.zeros(1, dtype=bool)
    for level, parent in enumerate(parents, start=1):
        middle = middle[parent] + _turn(drawn[level - 1], turn, parent)
        turn = turn[0][parent], turn[1][parent]
        disc_of = levels[level]
        out = _turn(inside[level], turn, disc_of)
        turn = _after(_best(ties, disc_of, out, middle), turn)
    return middle[levels[-1]] + _turn(drawn[-1], turn, levels[-1])


def _inside(levels: Sequence[Rows], drawn: Sequence[Places]) -> list[Places]:
    """Return for each level where every actor is from the middle of its disc, before turning."""
    inside = [drawn[-1]]
    for level in range(len(levels) - 1, 0, -1):
        inside.insert(0, inside[0] + drawn[level - 1][levels[level]])
    return inside


def _turn(places: Places, turn: Turn, disc_of: Rows) -> Places:
    import numpy as np

    angle, over = turn[0][disc_of], turn[1][disc_of]
    return np.asarray(angle * np.where(over, places.conjugate(), places))


def _after(later: Turn, earlier: Turn) -> Turn:
    """Return two turns as one."""
    import numpy as np

    angle = np.where(later[1], earlier[0].conjugate(), earlier[0])
    return later[0] * angle, later[1] ^ earlier[1]


def _best(ties: Ties, disc_of: Rows, out: Places, middle: Places) -> Turn:
    """Return the turn of each disc that brings its actors nearest to their ties outside."""
    import numpy as np

    across = np.flatnonzero(disc_of[ties.one] != disc_of[ties.other])
    one = np.concatenate([ties.one[across], ties.other[across]])
    other = np.concatenate([ties.other[across], ties.one[across]])
    disc = disc_of[one]
    way = middle[disc_of[other]] + out[other] - middle[disc]
    way *= np.concatenate([ties.value[across]] * 2) / np.maximum(np.abs(way), 1e-9)
    as_is = total(disc, way * out[one].conjugate(), len(middle))
    turned_over = total(disc, way * out[one], len(middle))
    over = np.abs(turned_over) > np.abs(as_is)
    best = np.where(over, turned_over, as_is)
    length = np.abs(best)
    return np.where(length > 0, best / np.where(length > 0, length, 1), 1), over

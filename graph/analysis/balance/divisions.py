"""All divisions of a few vertices in two: every one is looked at, and the best are kept.

A dense block of a dozen rivals has thousands of optima, and its relaxation says little of them;
there are only half a million divisions of twenty vertices.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.analysis.balance.signed_graph import Numbers

    Divisions = NDArray[np.int8]

AT_ONCE = 14  # vertices whose divisions are looked at together, so that little is in memory


def list_best_divisions(
    size: int, sources: Numbers, targets: Numbers, weights: Numbers
) -> Divisions:
    """Return the divisions with the greatest sum of weights within sides, less that across them.

    Parameters
    ----------
    size
        How many vertices there are.
    sources, targets
        The two ends of every pair; each pair once.
    weights
        What it is worth that a pair is on one side; negative where it should be apart.

    Returns
    -------
    numpy.ndarray
        A row for each division, 1 or -1 for each vertex: the first one is on the side 1, and rows
        in which later vertices change sides come first.

    Examples
    --------
    >>> import numpy as np
    >>> triangle = np.array([0, 1, 0]), np.array([1, 2, 2])
    >>> list_best_divisions(3, *triangle, np.array([2, 1, -1])).tolist()
    [[1, 1, 1], [1, 1, -1]]
    """
    import numpy as np

    worth = np.zeros((size, size))
    # Floats are exact for whole numbers as small as these.
    worth[np.minimum(sources, targets), np.maximum(sources, targets)] = weights
    late = min(size - 1, AT_ONCE)
    inner = _list_divisions(late)
    first = size - late
    within = ((inner @ worth[first:, first:]) * inner).sum(axis=1)
    among, across = worth[:first, :first], worth[:first, first:]
    best = -np.inf
    kept: list[NDArray[np.float64]] = []
    for outer in _list_divisions(size - 1 - late):
        early = np.concatenate(([1.0], outer))
        sums = within + inner @ (early @ across) + early @ among @ early
        most = float(sums.max())
        if most > best:
            best, kept = most, []
        if most == best:
            chosen = inner[sums == most]
            kept.append(np.hstack((np.tile(early, (len(chosen), 1)), chosen)))
    found: Divisions = np.vstack(kept).astype(np.int8)
    return found


def _list_divisions(size: int) -> NDArray[np.float64]:
    """Return every choice of 1 or -1 for some vertices, those of the last ones first."""
    import numpy as np

    numbers = np.arange(2**size)[:, np.newaxis]
    return (1 - 2 * (numbers >> np.arange(size)[::-1] & 1)).astype(np.float64)

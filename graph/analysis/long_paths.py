"""The leading eigenvector of a part with long paths along arrows, by Noda's iteration (1971).

A search in steps of products needs more of them the longer the paths are. Each round here solves
equations, and brings the scores much nearer; that is quick where nearly all actors have only one
neighbour before and one behind them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy import sparse

    Numbers = NDArray[np.float64]

MOST_BRANCHING = 2_000  # actors with more than two neighbours; equations of more may fill memory
MOST_ROUNDS = 100
EXACT = 1e-12  # of the value: what the equation may be off by


def solve_long_paths(matrix: sparse.sparray) -> tuple[float, Numbers] | None:
    """Return the leading value and its vector of length 1; None where that is not found quickly.

    Parameters
    ----------
    matrix
        The weight of the edge to each actor (row) from each (column), all of one strong component.

    Examples
    --------
    >>> from scipy import sparse
    >>> ring = sparse.csr_array([[0, 0, 1], [1, 0, 0], [0, 1, 0]], dtype=float)
    >>> value, vector = solve_long_paths(ring)
    >>> value, vector.round(3).tolist()
    (1.0, [0.577, 0.577, 0.577])
    """
    import numpy as np

    if _count_branching(matrix) > MOST_BRANCHING:
        return None
    size = matrix.shape[0]
    scores, bound = np.full(size, size**-0.5), np.inf
    for _ in range(MOST_ROUNDS):
        sums = matrix @ scores
        greatest = float((sums / scores).max())
        if greatest >= bound:  # no more digits are to be had
            break
        bound = greatest
        solved = _solve_near(matrix, bound, scores)
        if solved is None:
            break
        scores = solved
    error = float(np.linalg.norm(matrix @ scores - bound * scores))
    return (bound, scores) if error <= EXACT * bound else None


def _count_branching(matrix: sparse.sparray) -> int:
    """Return how many actors have more than two neighbours, in either direction."""
    both = (matrix + matrix.T).tocsr()
    both.setdiag(0)
    both.eliminate_zeros()
    return int((both.indptr[1:] - both.indptr[:-1] > 2).sum())  # noqa: PLR2004


def _solve_near(matrix: sparse.sparray, value: float, scores: Numbers) -> Numbers | None:
    """Return scores nearer to the vector; None where all digits are lost."""
    import numpy as np
    from scipy import sparse
    from scipy.sparse.linalg import splu

    equations = (value * sparse.eye_array(len(scores)) - matrix).tocsc()
    try:
        solved = np.abs(splu(equations).solve(scores))
    except RuntimeError:  # the value is exact, so that the equations have no single solution
        return None
    solved /= solved.max()
    solved /= np.linalg.norm(solved)
    return solved if (solved > 0).all() else None

"""Eigenvector centrality, also of networks in parts and along arrows (Bonacich, 1972).

The scores solve *leading value times score = sum of the scores that point to an actor*. They
follow the leading eigenvalue: the (strongly) connected parts that have it, and, along arrows, all
whom these lead to. Parts that share it are combined in the proportions to which repeated sums come
that begin with equal scores, so that parts that are alike score alike in any order of the rows.
Where nobody is led back to, no eigenvalue is above 0, and the measure is not defined.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.errors import QuestionError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy import sparse

    Numbers = NDArray[np.float64]
    Rows = NDArray[np.int64]

SMALL = 100  # actors of a part; up to here a dense matrix is quicker and more exact
STACK = 4_000_000  # numbers in the dense matrices of parts of one size, computed at once
MIDDLING = 2_500  # actors; up to here a search for an eigenvector may go on until it settles
MOST_RESTARTS = 100  # of this search in larger ones; networks that are not very long need few
MOST_ROUNDS = 10_000  # of passing scores on along arrows
SETTLED = 1e-14  # change of the highest score in a round
SAME = 1e-9  # of an eigenvalue; parts whose values differ by less share it
DECIMALS = 12
HUGE = 1e60  # from here on scores are scaled down, as weights may differ by a factor of 1e200

UNDEFINED = "eigenvector: not defined, as no actor is led back to along the edges."
REMEDY = "Rank by pagerank or in_degree, or without direction."


class UndefinedMeasureError(QuestionError):
    """A measure has no scores on a network; others may have."""


def compute_eigenvector(matrix: sparse.sparray, *, directed: bool) -> Numbers:
    """Return the scores of all actors, whose squares add up to 1.

    Parameters
    ----------
    matrix
        The weight of the edge from each actor (row) to each (column).
    directed
        Whether edges run one way; else the matrix is symmetric.

    Raises
    ------
    UndefinedMeasureError
        When nobody is led back to.
    QuestionError
        When the scores do not settle.

    Examples
    --------
    >>> import numpy as np
    >>> from scipy import sparse
    >>> pairs = sparse.csr_array(np.kron(np.eye(2), [[0, 1], [1, 0]]))
    >>> compute_eigenvector(pairs, directed=False).tolist()
    [0.5, 0.5, 0.5, 0.5]
    """
    import numpy as np

    labels = _label_parts(matrix)
    parts = _list_parts(matrix, labels, directed=directed)
    if not len(parts):
        remedy = REMEDY if directed else "Rank by degree."
        raise UndefinedMeasureError("centrality", f"{UNDEFINED} {remedy}")
    found = list(_solve_parts(matrix, labels, parts, directed=directed))
    values = np.concatenate([values for values, _, _ in found])
    leading, scores = values.max(), np.zeros(matrix.shape[0])
    for values, rows, vectors in found:
        for index in np.flatnonzero(values >= leading * (1 - SAME)).tolist():
            scores[rows[index]] = vectors[index] * vectors[index].sum()
    if directed:
        scores = _pass_on(matrix, labels, scores, float(leading))
    scores /= scores.max()
    scores /= np.linalg.norm(scores)
    rounded: Numbers = scores.round(DECIMALS)
    return rounded


def _label_parts(matrix: sparse.sparray) -> Rows:
    from scipy.sparse.csgraph import connected_components

    labels: Rows = connected_components(matrix, connection="strong")[1]
    return labels


def _list_parts(matrix: sparse.sparray, labels: Rows, *, directed: bool) -> Rows:
    """Return the labels of the parts with edges within that may have the leading eigenvalue.

    Undirected, it is at least the mean strength within a part, and at most the greatest.
    """
    import numpy as np

    size, count = len(labels), int(labels.max(initial=-1)) + 1
    entries = matrix.tocoo()
    inside = labels[entries.row] == labels[entries.col]
    strengths = np.bincount(entries.row[inside], entries.data[inside], size)
    most = np.zeros(count)
    np.maximum.at(most, labels, strengths)
    least = 0.0
    if not directed and count:
        means = np.bincount(labels, strengths, count) / np.bincount(labels, minlength=count)
        least = means.max() * (1 - SAME)
    listed: Rows = np.flatnonzero((most > 0) & (most >= least))
    return listed


def _solve_parts(
    matrix: sparse.sparray, labels: Rows, parts: Rows, *, directed: bool
) -> Iterator[tuple[Numbers, Rows, Numbers]]:
    """Yield the leading values, the rows and the vectors of length 1 of some parts of one size."""
    import numpy as np

    order = np.argsort(labels, kind="stable")
    starts = np.searchsorted(labels[order], parts)
    sizes = np.searchsorted(labels[order], parts, side="right") - starts
    for size in np.unique(sizes).tolist():
        begins = starts[sizes == size]
        step = max(1, STACK // size**2) if size <= SMALL else 1
        for first in range(0, len(begins), step):
            rows = order[begins[first : first + step, None] + np.arange(size)]
            if size <= SMALL:
                values, vectors = _solve_dense(matrix, rows, directed=directed)
            else:
                values, vectors = _solve_sparse(matrix, rows[0])
            yield values, rows, vectors


def _solve_dense(matrix: sparse.sparray, rows: Rows, *, directed: bool) -> tuple[Numbers, Numbers]:
    """Solve several parts of one size, each on its own scale."""
    import numpy as np

    count, size = rows.shape
    number_of = np.full(matrix.shape[0], -1)
    number_of[rows.ravel()] = np.arange(rows.size)
    entries = matrix[rows.ravel()].tocoo()
    targets = number_of[entries.col]
    inside = (targets >= 0) & (targets // size == entries.row // size)
    dense = np.zeros((count, size, size))
    source, target = entries.row[inside], targets[inside]
    dense[source // size, target % size, source % size] = entries.data[inside]
    scale = dense.max(axis=(1, 2))
    dense /= scale[:, None, None]
    values, vectors = (np.linalg.eig if directed else np.linalg.eigh)(dense)
    best = values.real.argmax(axis=1)
    leading = np.take_along_axis(vectors, best[:, None, None], axis=2)[:, :, 0]
    leading = np.abs(leading.real)
    leading /= np.linalg.norm(leading, axis=1, keepdims=True)
    return values.real[np.arange(count), best] * scale, leading


def _solve_sparse(matrix: sparse.sparray, rows: Rows) -> tuple[Numbers, Numbers]:
    """Solve a large part. The start vector is fixed, so that every run gives the same.

    networkx's own power iteration does not end on long paths, and stops too early where weights
    are far below 1.
    """
    import numpy as np
    from scipy.sparse.linalg import ArpackNoConvergence, eigs

    within, size = matrix[rows][:, rows], len(rows)
    scale = within.max()
    most = None if size <= MIDDLING else MOST_RESTARTS
    try:
        values, vectors = eigs((within / scale).T, k=1, which="LR", v0=np.ones(size), maxiter=most)
    except ArpackNoConvergence as error:
        raise _explain_unsettled(size) from error
    leading = np.abs(vectors[:, 0].real)
    return values.real * scale, (leading / np.linalg.norm(leading))[None]


def _explain_unsettled(size: int) -> QuestionError:
    message = f"eigenvector of {size:,} actors does not settle: their paths are very long."
    return QuestionError("centrality", f"{message} Rank by degree or pagerank.")


def _pass_on(matrix: sparse.sparray, labels: Rows, scores: Numbers, leading: float) -> Numbers:
    """Return the scores with those of all actors whom the leading parts lead to.

    A part that leads to another with the same leading value has none itself: sums that go round
    in the second one outgrow those of the first.
    """
    import numpy as np

    in_leading = np.isin(labels, labels[scores > 0])
    before = _reach(matrix.T, in_leading)
    entries = matrix.tocoo()
    leads_on = in_leading[entries.row] & before[entries.col]
    leads_on &= labels[entries.row] != labels[entries.col]
    scores = np.where(np.isin(labels, labels[entries.row[leads_on]]), 0.0, scores)
    starts = scores > 0
    rest = np.flatnonzero(_reach(matrix, starts) & ~in_leading)
    if not len(rest):
        return scores
    pull = (matrix.T.tocsr()[rest] / leading).tocsr()
    constant, within = pull[:, np.flatnonzero(starts)] @ scores[starts], pull[:, rest]
    passed, scale = np.zeros(len(rest)), 1.0
    for _ in range(MOST_ROUNDS):
        last, passed = passed, scale * constant + within @ passed
        highest = max(float(passed.max()), scale)
        if np.abs(passed - last).max() <= SETTLED * highest:
            break
        if highest > HUGE:
            passed, scale = passed / highest, scale / highest
    else:
        raise _explain_unsettled(len(rest))
    scores = scores * scale
    scores[rest] = passed
    return scores


def _reach(matrix: sparse.sparray, starts: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return whom some actors lead to, and these actors themselves."""
    import numpy as np

    reached, front, backward = starts.copy(), np.flatnonzero(starts), matrix.tocsr()
    while len(front):
        found = np.unique(backward[front].indices)
        front = found[~reached[found]]
        reached[front] = True
    return reached

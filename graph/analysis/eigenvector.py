"""Eigenvector centrality, also of networks in parts and along arrows (Bonacich, 1972).

The scores solve *leading value times score = sum of the scores that point to an actor*. They
follow the leading eigenvalue: the (strongly) connected parts that have it, and, along arrows, all
whom these lead to. Parts that share it are combined in the proportions to which repeated sums come
that begin with equal scores, so that parts that are alike score alike in any order of the rows.
Where nobody is led back to, no eigenvalue is above 0, and the measure is not defined.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from graph.analysis.long_paths import solve_long_paths
from graph.errors import QuestionError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy import sparse

    Numbers = NDArray[np.float64]
    Rows = NDArray[np.int64]

SMALL = 100  # actors of a part; up to here a dense matrix is quicker and more exact
STACK = 4_000_000  # numbers in the dense matrices of parts of one size, computed at once
MOST_WORK = 5_000_000  # actors of a part, times the restarts of the search for its eigenvector
FEWEST_RESTARTS = 20  # networks that are not very long need fewer
BOUND_ROUNDS = 20  # of bounding the eigenvalues of all parts
MOST_ROUNDS = 1_000  # of passing scores on along arrows, each linear in the edges
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
        When nobody is led back to, or the scores do not settle.

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
    parts = _list_parts(matrix, labels)
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


def _list_parts(matrix: sparse.sparray, labels: Rows) -> Rows:
    """Return the labels of the parts with edges within that may have the leading eigenvalue.

    Whatever positive scores a part has, its eigenvalue is at least the least, and at most the
    greatest ratio of the sums of these scores to them (Collatz and Wielandt).
    """
    import numpy as np
    from scipy import sparse

    entries, count = matrix.tocoo(), int(labels.max(initial=-1)) + 1
    inside = labels[entries.row] == labels[entries.col]
    ends = entries.row[inside], entries.col[inside]
    within = sparse.csr_array((entries.data[inside], ends), shape=matrix.shape)
    scores, most = np.ones(len(labels)), np.zeros(count)
    np.maximum.at(most, labels, within @ scores)
    scale = np.where(most > 0, most, 1)[labels]
    for _ in range(BOUND_ROUNDS):
        scores += (within @ scores) / scale
    ratios, least, greatest = (within @ scores) / scores, np.full(count, np.inf), np.zeros(count)
    np.minimum.at(least, labels, ratios)
    np.maximum.at(greatest, labels, ratios)
    known = least.max(initial=0) * (1 - SAME)
    listed: Rows = np.flatnonzero((most > 0) & (greatest >= known))
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
                values, vectors = _solve_sparse(matrix, rows[0], directed=directed)
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


def _solve_sparse(matrix: sparse.sparray, rows: Rows, *, directed: bool) -> tuple[Numbers, Numbers]:
    """Solve a large part. The start vector is fixed, so that every run gives the same.

    networkx's own power iteration does not end on long paths, and stops too early where weights
    are far below 1.
    """
    import numpy as np
    from scipy.sparse.linalg import ArpackNoConvergence, eigs, eigsh

    within, size = matrix[rows][:, rows], len(rows)
    scale = within.max()
    turned = (within / scale).T.tocsr()
    if directed and (solved := solve_long_paths(turned)):
        return np.array([solved[0] * scale]), solved[1][None]
    search, which = (eigs, "LR") if directed else (eigsh, "LA")
    most = max(FEWEST_RESTARTS, MOST_WORK // size)
    try:
        values, vectors = search(turned, k=1, which=which, v0=np.ones(size), maxiter=most)
    except ArpackNoConvergence as error:
        raise _explain_unsettled(size) from error
    leading = np.abs(vectors[:, 0].real)
    return values.real * scale, (leading / np.linalg.norm(leading))[None]


def _explain_unsettled(size: int) -> UndefinedMeasureError:
    message = f"eigenvector: does not settle, as paths among {size:,} actors are very long."
    return UndefinedMeasureError("centrality", f"{message} Rank by degree or pagerank.")


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
    passed, scale = _sum_forward(within, constant, labels[rest])
    scores = scores * scale
    scores[rest] = passed
    return scores


def _sum_forward(within: sparse.sparray, constant: Numbers, labels: Rows) -> tuple[Numbers, float]:
    """Solve scores = constant + within @ scores, and return them on some scale, and the scale.

    What leads forward in one order of the parts is solved at once, and only what leads back in
    rounds. Where that overflows, as weights are worlds apart, all is done in rounds.
    """
    import numpy as np
    from scipy import sparse
    from scipy.sparse.linalg import splu

    entries = within.tocoo()
    leads_up = labels[entries.col] < labels[entries.row]
    leads_down = labels[entries.col] > labels[entries.row]
    order = np.argsort(labels if leads_up.sum() >= leads_down.sum() else -labels, kind="stable")
    ordered = within[order][:, order].tocsr()
    forward, back = sparse.tril(ordered, -1), sparse.triu(ordered).tocsr()
    equations = (sparse.eye_array(len(order)) - forward).tocsc()
    solve = splu(equations, permc_spec="NATURAL", diag_pivot_thresh=0).solve
    passed, scale = _sum_in_rounds(solve, back, constant[order])
    if not np.isfinite(passed).all():
        passed, scale = _sum_in_rounds(lambda sums: sums, ordered, constant[order])
    scores = np.empty(len(order))
    scores[order] = passed
    return scores, scale


def _sum_in_rounds(
    solve: Callable[[Numbers], Numbers], back: sparse.sparray, constant: Numbers
) -> tuple[Numbers, float]:
    import numpy as np

    passed, scale = np.zeros(len(constant)), 1.0
    for _ in range(MOST_ROUNDS):
        last, passed = passed, solve(scale * constant + back @ passed)
        highest = max(float(passed.max()), scale)
        if not np.isfinite(highest) or np.abs(passed - last).max() <= SETTLED * highest:
            return passed, scale
        if highest > HUGE:
            passed, scale = passed / highest, scale / highest
    raise _explain_unsettled(len(constant))


def _reach(matrix: sparse.sparray, starts: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return whom some actors lead to, and these actors themselves."""
    import numpy as np
    from scipy import sparse
    from scipy.sparse.csgraph import breadth_first_order

    size = len(starts)
    first = sparse.csr_array(starts[None].astype(float))
    before_all = sparse.block_array([[matrix, None], [first, None]], format="csr")
    before_all.resize((size + 1, size + 1))
    reached = np.zeros(size + 1, bool)
    reached[breadth_first_order(before_all, size, return_predecessors=False)] = True
    return reached[:size]

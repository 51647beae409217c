"""PN centrality: friends raise a score, foes lower it (Everett and Borgatti, 2014).

With P the positive and N the negative edges among n actors, and C = (P - 2 N) / (2 n - 2), the
scores solve x = 1 + C x: an actor without signed relations has 1, friends of high scores add to
it, and foes of high scores take away. Along arrows there are two scores, y = 1 + C' z by those who
point to an actor and z = 1 + C y by those it points to.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy import sparse

    from graph.select.edge_relations import Signs
    from graph.select.projection import Projection
    from graph.select.selection import Selection

FOE = 2  # how much more a negative edge counts than a positive one
DENSE = 400  # unknowns; up to here a dense matrix is quicker, and exact
TOLERANCE = 1e-14
MOST_ROUNDS = 1_000


def compute_pn(network: Selection, projection: Projection) -> NDArray[np.float64]:
    """Return the scores of the actors, in the order of their rows.

    Examples
    --------
    >>> import networkx as nx
    >>> from graph import Network
    >>> from graph.select.projection import Projection
    >>> friends = nx.Graph([("a", "b", {"type": "ally"}), ("b", "c", {"type": "ally"})])
    >>> compute_pn(Network.from_graph(friends), Projection()).round(3).tolist()
    [1.429, 1.714, 1.429]
    """
    import numpy as np
    from scipy import sparse

    from graph.data.dictionary_column import to_row_array

    rows = to_row_array(network.actor_numbers)
    size = len(rows)
    if size <= 1:
        return np.ones(size)
    matrix = sparse.csr_array((size, size))
    shares: dict[Signs, float] = {"positive": 1.0, "negative": -FOE}
    for signs, share in shares.items():
        edges = replace(projection, signs=signs, weighted=False).edges(network)
        ends = tuple(rows.searchsorted(each) for each in edges[:2])
        each = sparse.csr_array((np.full(len(ends[0]), share), ends), shape=(size, size))
        matrix = matrix + (each if projection.directed else each + each.T)
    matrix = matrix / (2 * size - 2)
    if not projection.directed:
        return _solve(matrix)
    both = sparse.block_array([[None, matrix.T], [matrix, None]], format="csr")
    return _solve(both)[:size]


def _solve(matrix: sparse.sparray) -> NDArray[np.float64]:
    """Return x = 1 + matrix x of a symmetric matrix; of several solutions the most even one.

    There are several only where everybody is a foe of everybody.
    """
    import numpy as np
    from scipy import sparse
    from scipy.sparse.linalg import cg

    size = matrix.shape[0]
    ones, equations = np.ones(size), sparse.eye_array(size, format="csr") - matrix
    solution: NDArray[np.float64]
    if size <= DENSE:
        solution = np.linalg.lstsq(equations.toarray(), ones)[0]
    else:
        solution = cg(equations, ones, rtol=TOLERANCE, maxiter=MOST_ROUNDS)[0]
    return solution

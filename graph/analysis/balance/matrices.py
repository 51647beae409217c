"""Sparse matrices whose indexes every version of scipy reads: its solvers take 32 bits."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scipy import sparse


def narrow_indexes(matrix: sparse.csr_array) -> sparse.csr_array:
    """Return a matrix with indexes of 32 bits.

    Examples
    --------
    >>> import numpy as np
    >>> from scipy import sparse
    >>> ends = np.array([0, 1]), np.array([1, 0])
    >>> matrix = narrow_indexes(sparse.csr_array((np.array([2.0, 3.0]), ends), shape=(2, 2)))
    >>> matrix.toarray().tolist(), matrix.indices.dtype.name
    ([[0.0, 2.0], [3.0, 0.0]], 'int32')
    """
    import numpy as np

    matrix.indices = matrix.indices.astype(np.int32, copy=False)
    matrix.indptr = matrix.indptr.astype(np.int32, copy=False)
    return matrix

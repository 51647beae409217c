"""PageRank on Spark, or here where the edges fit.

It is the solution of a system of equations in which actors without edges give to nobody: what
they would give to all alike is a common factor, which is gone when the scores are divided by their
sum. scipy solves it and asks for products with the matrix only; Spark multiplies (Gleich, 2015).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from graph.errors import EngineError
from graph.spark.edges import WEIGHT
from graph.spark.ends import SOURCE, TARGET
from graph.spark.numbers import fetch_columns, keep, send_columns

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from pyspark.sql import DataFrame

    Scores = NDArray[np.float64]

DAMPING = 0.85
TOLERANCE = 1e-13
MOST_PRODUCTS = 500
RESTART = 20  # products, after which the true residual is taken: so rounding does not add up
MOST_EDGES_HERE = 20_000_000  # 16 bytes each; more are multiplied by Spark

Multiply = Callable[["Scores"], "Scores"]


def compute_pagerank(
    edges: DataFrame, selected: NDArray[np.bool_], most_here: int = MOST_EDGES_HERE
) -> Scores:
    """Return the PageRank of each actor; 0 of those that are not selected.

    Parameters
    ----------
    edges
        Directed edges: `SOURCE`, `TARGET` and `WEIGHT`.
    selected
        For each actor whether it counts.
    most_here
        The most edges that come home.
    """
    import numpy as np

    count = len(selected)
    edges = keep(edges)
    given, sums = fetch_columns(_sum_at(edges, SOURCE))
    shares = np.zeros(count)
    shares[given] = 1 / sums
    is_here = edges.count() <= most_here
    multiply = _bring_matrix(edges, count) if is_here else _ask_spark(edges, count)
    total = int(np.count_nonzero(selected))
    rest = np.where(selected, (1 - DAMPING) / max(total, 1), 0.0)
    scores = _solve(lambda scores: scores - DAMPING * multiply(scores * shares), rest)
    scores = np.where(selected, scores, 0.0)
    whole = scores.sum()
    return scores / whole if whole else scores


def _sum_at(edges: DataFrame, end: str) -> DataFrame:
    from pyspark.sql import functions as F

    return edges.groupBy(end).agg(F.sum(WEIGHT))


def _bring_matrix(edges: DataFrame, count: int) -> Multiply:
    """Return what multiplies with the edges, which are brought home."""
    from scipy.sparse import csr_array

    sources, targets, weights = fetch_columns(edges.select(SOURCE, TARGET, WEIGHT))
    matrix = csr_array((weights, (targets, sources)), shape=(count, count))
    return lambda scores: matrix @ scores


def _ask_spark(edges: DataFrame, count: int) -> Multiply:
    """Return what multiplies with the edges on Spark: a number for each actor goes, and returns."""
    import numpy as np
    from pyspark.sql import functions as F

    numbers = np.arange(count, dtype=np.int32)

    def multiply(scores: Scores) -> Scores:
        has_any = scores != 0
        sent = send_columns(edges.sparkSession, {SOURCE: numbers[has_any], "_x": scores[has_any]})
        product = F.sum(F.col(WEIGHT) * F.col("_x"))
        found, sums = fetch_columns(edges.join(sent, SOURCE).groupBy(TARGET).agg(product))
        result = np.zeros(count)
        result[found] = sums
        return result

    return multiply


def _solve(apply: Multiply, rest: Scores) -> Scores:
    """Return the solution of a system, to `TOLERANCE` of the sum of its right side.

    Raises
    ------
    EngineError
        When it is not found.
    """
    import numpy as np
    from scipy.sparse.linalg import LinearOperator, gmres

    count = len(rest)
    if not rest.any():
        return rest
    operator = LinearOperator((count, count), matvec=apply, dtype=float)
    bound = TOLERANCE * rest.sum()
    scores = rest.copy()
    for _ in range(MOST_PRODUCTS // RESTART):
        residual = rest - apply(scores)
        if np.abs(residual).sum() <= bound:
            return scores
        step, _ = gmres(operator, residual, rtol=1e-8, atol=0.0, restart=RESTART, maxiter=1)
        scores += step
    raise EngineError("PageRank is not found to twelve digits: the weights differ too much.")

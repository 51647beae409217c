"""Count triangles on Spark: how many have each actor for a corner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.spark.ends import SOURCE, TARGET
from graph.spark.numbers import fetch_columns, keep, send_columns

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from pyspark.sql import DataFrame

    Counts = NDArray[np.int64]


def count_triangles(edges: DataFrame, degrees: Counts) -> Counts:
    """Return for each actor how many triangles it is in.

    Every edge runs from the actor with fewer edges to the one with more, so that nobody has many
    edges that leave; two that leave one actor are a triangle where a third joins their ends
    (Schank & Wagner, 2005).

    Parameters
    ----------
    edges
        Each edge once: `SOURCE` and `TARGET`.
    degrees
        For each actor how many edges it has.
    """
    import numpy as np
    from pyspark.sql import functions as F

    order = np.lexsort((np.arange(len(degrees)), degrees))
    ranks = np.empty(len(degrees), np.int32)
    ranks[order] = np.arange(len(degrees), dtype=np.int32)
    numbers = np.arange(len(degrees), dtype=np.int32)
    linked = degrees > 1  # nobody else is in a triangle
    sent = send_columns(edges.sparkSession, {"_n": numbers[linked], "_rank": ranks[linked]})
    for end, name in ((SOURCE, "_s"), (TARGET, "_t")):
        edges = edges.join(sent.withColumnsRenamed({"_n": end, "_rank": name}), end)
    low, high = F.least("_s", "_t").alias("_low"), F.greatest("_s", "_t").alias("_high")
    ranked = keep(edges.select(low, high))
    ones = ranked.withColumnsRenamed({"_low": "_a", "_high": "_b"})
    others = ranked.withColumnsRenamed({"_low": "_a", "_high": "_c"})
    wedges = ones.join(others, "_a").where(F.col("_b") < F.col("_c"))
    closing = ranked.withColumnsRenamed({"_low": "_b", "_high": "_c"})
    corners = wedges.join(closing, ["_b", "_c"], "left_semi").select(
        F.explode(F.array("_a", "_b", "_c")).alias("_rank")
    )
    found, sums = fetch_columns(corners.groupBy("_rank").count())
    triangles = np.zeros(len(degrees), np.int64)
    triangles[order[found]] = sums
    return triangles

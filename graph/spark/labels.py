"""Labels that travel along edges on Spark: connected components, and label propagation.

An edge stands between two actors once. This process has one label for each actor; Spark joins
them with the edges, and what comes back is one label for each actor again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.spark.edges import WEIGHT
from graph.spark.ends import SOURCE, TARGET
from graph.spark.numbers import fetch_columns, keep, send_columns

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from pyspark.sql import DataFrame

    Labels = NDArray[np.int32]

NUMBER, LABEL, OTHER = "_n", "_l", "_o"
MOST_PAIRS = 20_000_000  # of labels that come home, where the rest of the work is quick
MOST_ROUNDS = 30  # of label propagation


def find_components(edges: DataFrame, count: int, most_pairs: int = MOST_PAIRS) -> Labels:
    """Return for each actor the least number of its component.

    Where the edges are many, each label takes the least of its neighbours', and whatever has one
    label is one from then on, so that every round leaves far fewer (Borůvka, 1926).

    Parameters
    ----------
    edges
        Pairs of actors: `SOURCE` and `TARGET`.
    count
        How many actors there are.
    most_pairs
        The most pairs that come home.
    """
    import numpy as np

    labels = np.arange(count, dtype=np.int32)
    while True:
        pairs = keep(_join_labels(edges, labels))
        if pairs.count() <= most_pairs:
            return _join(labels, *fetch_columns(pairs))
        labels = _take_least(labels, pairs)


def _join_labels(edges: DataFrame, labels: Labels) -> DataFrame:
    """Return the pairs of different labels between which there is an edge, each once."""
    import numpy as np
    from pyspark.sql import functions as F

    numbers = np.arange(len(labels), dtype=np.int32)
    sent = send_columns(edges.sparkSession, {NUMBER: numbers, LABEL: labels})
    for end, name in ((SOURCE, "_a"), (TARGET, "_b")):
        edges = edges.join(sent.withColumnsRenamed({NUMBER: end, LABEL: name}), end)
    pairs = edges.select(F.least("_a", "_b").alias("_a"), F.greatest("_a", "_b").alias("_b"))
    return pairs.where(F.col("_a") != F.col("_b")).distinct()


def _join(labels: Labels, ones: Labels, others: Labels) -> Labels:
    """Return labels in which those of each pair, and of all that pairs connect, are one."""
    import numpy as np
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    count = len(labels)
    links = coo_array((np.ones(len(ones), np.int8), (ones, others)), shape=(count, count))
    parts = connected_components(links, directed=False)[1]
    least = np.full(parts.max(initial=-1) + 1, count, np.int32)
    np.minimum.at(least, parts[labels], np.arange(count, dtype=np.int32))
    joined: Labels = least[parts[labels]]
    return joined


def _take_least(labels: Labels, pairs: DataFrame) -> Labels:
    """Return labels that have taken the least of their neighbours', and of theirs, and so on."""
    import numpy as np
    from pyspark.sql import functions as F

    taken, least = fetch_columns(pairs.groupBy("_b").agg(F.min("_a")))
    parents = np.arange(len(labels), dtype=np.int32)
    parents[taken] = least
    while (parents[parents] != parents).any():
        parents = parents[parents]
    found: Labels = parents[labels]
    return found


def propagate_labels(edges: DataFrame, count: int, rounds: int = MOST_ROUNDS) -> tuple[Labels, int]:
    """Return for each actor the label that most of its neighbours have, and how many rounds.

    In a round all take theirs at once. Of labels that weigh the same an actor keeps its own, else
    it takes the least, so that the same data have the same communities.

    Parameters
    ----------
    edges
        `SOURCE`, `TARGET` and `WEIGHT`.
    count
        How many actors there are.
    rounds
        The most rounds; it ends sooner when no label changes.
    """
    import numpy as np
    from pyspark.sql import functions as F

    labels = np.arange(count, dtype=np.int32)
    before = labels
    ends = F.col(SOURCE), F.col(TARGET)
    ways = [
        edges.select(here.alias(OTHER), there.alias(NUMBER), WEIGHT)
        for here, there in (ends, ends[::-1])
    ]
    both = keep(ways[0].union(ways[1]))
    number = 0
    for number in range(1, rounds + 1):  # noqa: B007 - it is returned
        following = _take_most(both, labels)
        if (following == labels).all():
            break
        if (following == before).all():  # the two ends of edges change places for ever
            labels = np.minimum(following, labels)
            break
        before, labels = labels, following
    return labels, number


def _take_most(both: DataFrame, labels: Labels) -> Labels:
    """Return for each actor the label that weighs most among its neighbours."""
    import numpy as np
    from pyspark.sql import functions as F

    numbers = np.arange(len(labels), dtype=np.int32)
    sent = send_columns(both.sparkSession, {NUMBER: numbers, LABEL: labels})
    given = both.join(sent.withColumnsRenamed({NUMBER: OTHER}), OTHER)
    weighed = given.groupBy(NUMBER, LABEL).agg(F.sum(WEIGHT).alias("_w"))
    weighed = weighed.join(sent.withColumnsRenamed({LABEL: "_own"}), NUMBER)
    is_own = (F.col(LABEL) == F.col("_own")).cast("int").alias("_is_own")
    best = F.max(F.struct("_w", is_own, (-F.col(LABEL)).alias("_least")))
    chosen, taken = fetch_columns(weighed.groupBy(NUMBER).agg((-best["_least"]).alias(LABEL)))
    following = labels.copy()
    following[chosen] = taken
    return following

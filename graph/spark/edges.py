"""The projection of relations on Spark: all between two actors as one edge.

It is that of `graph.select.projection`: disputed relations, and those of an actor to itself, are no
part of an edge; a mutual relation that is listed both ways counts once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from graph.data.vocabulary import RelationType
from graph.select.edge_relations import COUNTED_SIGNS
from graph.select.projection import Projection
from graph.spark.ends import SOURCE, TARGET
from graph.spark.network import SparkNetwork

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame

WEIGHT = "_weight"
MUTUAL, SIGN = "_mutual", "_sign"


def find_edge_relations(network: SparkNetwork, *cells: str) -> DataFrame:
    """Return the relations that are part of edges, with `MUTUAL` and `SIGN`."""
    from pyspark.sql import functions as F

    relations = network.selected(*cells).relations
    counted = relations.where((F.col("stance") != "disputes") & (F.col(SOURCE) != F.col(TARGET)))
    return counted.withColumns({MUTUAL: is_mutual(network.types), SIGN: choose_sign(network.types)})


def is_mutual(types: Mapping[str, RelationType]) -> Column:
    """Return whether the type of a relation is mutual."""
    from pyspark.sql import functions as F

    return F.col("type").isin([name for name, each in types.items() if each.mutual])


def choose_sign(types: Mapping[str, RelationType]) -> Column:
    """Return the sign of a relation's type."""
    from pyspark.sql import functions as F

    signed = {
        sign: [name for name, each in types.items() if each.sign == sign] for sign in ("+", "-")
    }
    positive, negative = (F.col("type").isin(signed[sign]) for sign in ("+", "-"))
    return F.when(positive, "+").when(negative, "-").otherwise("0")


def count_by_sign(network: SparkNetwork) -> dict[str, int]:
    """Return how many relations that are part of edges have each sign."""
    rows = find_edge_relations(network).groupBy(SIGN).count().collect()
    return {"+": 0, "0": 0, "-": 0, **{row[0]: row[1] for row in rows}}


def project(network: SparkNetwork, projection: Projection) -> DataFrame:
    """Return the edges: `SOURCE`, `TARGET` and `WEIGHT`, the lower number first if undirected.

    Weights are summed where the projection is weighted; else each is 1.
    """
    from pyspark.sql import functions as F

    cells = ("weight",) if projection.weighted else ()
    relations = find_edge_relations(network, *cells)
    if projection.signs not in (None, "all"):
        relations = relations.where(F.col(SIGN).isin(list(COUNTED_SIGNS[projection.signs])))
    both = [F.least(SOURCE, TARGET).alias("_a"), F.greatest(SOURCE, TARGET).alias("_b")]
    if not projection.weighted:
        if not projection.directed:
            edges = relations.select(*both).distinct()
            return edges.select(F.col("_a").alias(SOURCE), F.col("_b").alias(TARGET), _one())
        forth = relations.select(SOURCE, TARGET)
        back = relations.where(MUTUAL).select(
            F.col(TARGET).alias(SOURCE), F.col(SOURCE).alias(TARGET)
        )
        return forth.union(back).distinct().withColumn(WEIGHT, F.lit(1.0))
    return _sum_weights(relations, both, directed=projection.directed)


def _one() -> Column:
    from pyspark.sql import functions as F

    return F.lit(1.0).alias(WEIGHT)


def _sum_weights(relations: DataFrame, both: list[Column], *, directed: bool) -> DataFrame:
    """Return edges with summed weights, without those that weigh 0."""
    from pyspark.sql import functions as F

    weight = F.when(F.col("weight") == "", 1.0).otherwise(F.col("weight").cast("double"))
    weighed = relations.select(*both, SOURCE, TARGET, MUTUAL, "type", weight.alias(WEIGHT))
    is_up = F.col(SOURCE) == F.col("_a")
    up, down = (F.sum(F.when(each, F.col(WEIGHT)).otherwise(0.0)) for each in (is_up, ~is_up))
    # Of one mutual type between two actors, the direction with the greater sum counts.
    of_type = weighed.where(MUTUAL).groupBy("_a", "_b", "type")
    mutual = of_type.agg(F.greatest(up, down).alias(WEIGHT))
    single = weighed.where(~F.col(MUTUAL))
    if directed:
        rows = single.select(SOURCE, TARGET, WEIGHT)
        for here, there in (("_a", "_b"), ("_b", "_a")):
            rows = rows.union(
                mutual.select(F.col(here).alias(SOURCE), F.col(there).alias(TARGET), WEIGHT)
            )
    else:
        every = single.select("_a", "_b", WEIGHT).union(mutual.select("_a", "_b", WEIGHT))
        rows = every.withColumnsRenamed({"_a": SOURCE, "_b": TARGET})
    summed = rows.groupBy(SOURCE, TARGET).agg(F.sum(WEIGHT).alias(WEIGHT))
    return summed.where(F.col(WEIGHT) > 0)

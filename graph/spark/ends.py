"""Number the actors in the order of their rows, and find whom the ends of relations name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from graph.data.vocabulary import DEFAULT_KIND
from graph.rules.nobody import NOBODY_NAMES
from graph.spark.numbers import keep
from graph.spark.tables import BLOCK, FILE, ROW, SparkTable

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame

NUMBER = "_number"
"""The column with the number of an actor, from 0; its row number where all rows are in one file."""

SOURCE, TARGET = "_source", "_target"
"""The columns with the numbers of the actors at the two ends of a relation."""

MOST_SENT = 2_000_000  # actors whose names are sent to every worker; of more, all are shuffled


class NumberedActors(NamedTuple):
    """The actors with their numbers.

    Parameters
    ----------
    frame
        The columns of the actors, filled where a blank cell has a meaning, and `NUMBER`.
    columns
        The names of the columns of the data.
    total
        How many actors there are.
    """

    frame: DataFrame
    columns: Sequence[str]
    total: int


def number_actors(table: SparkTable) -> NumberedActors:
    """Return the actors that a table has."""
    from pyspark.sql import functions as F

    frame = table.frame
    blocks = frame.groupBy(FILE, BLOCK).agg(F.count("*"), F.min(ROW)).collect()
    rows, count = [], 0
    for file, block, size, first in sorted(blocks):
        rows.append((file, block, count - first))
        count += size
    session = frame.sparkSession
    schema = f"{FILE} string, {BLOCK} long, _shift long"
    shifts = F.broadcast(session.createDataFrame(rows, schema))
    numbered = frame.join(shifts, [FILE, BLOCK])
    number = (F.col(ROW) + F.col("_shift")).cast("int").alias(NUMBER)
    names = dict.fromkeys(("id", "name", "kind", *table.columns))
    cells = [_fill_actor_cell(name, table.columns).alias(name) for name in names]
    return NumberedActors(keep(numbered.select(*cells, number)), list(names), count)


def _fill_actor_cell(name: str, columns: Sequence[str]) -> Column:
    from pyspark.sql import functions as F

    cell = F.col(f"`{name}`") if name in columns else F.lit("")
    filled = {"id": F.col("name"), "kind": F.lit(DEFAULT_KIND)}
    return F.when(cell == "", filled[name]).otherwise(cell) if name in filled else cell


def index_names(actors: NumberedActors) -> DataFrame:
    """Return the texts with which an end may name an actor, each with the actor's number.

    These are the ids, and the names that no other actor has; see `graph.data.end_rows`.
    """
    from pyspark.sql import functions as F

    is_id, is_name = (F.lit(value).alias("_is_id") for value in (1, 0))
    ids = actors.frame.select(F.col("id").alias("_text"), is_id, NUMBER)
    names = actors.frame.select(F.col("name").alias("_text"), is_name, NUMBER)
    by_id, by_name = (F.when(F.col("_is_id") == value, F.col(NUMBER)) for value in (1, 0))
    texts = ids.union(names).groupBy("_text")
    grouped = texts.agg(
        F.min(by_id).alias("_id"), F.min(by_name).alias("_name"), F.count(by_name).alias("_names")
    )
    unique = F.when(F.col("_names") == 1, F.col("_name"))
    number = F.coalesce("_id", unique).alias(NUMBER)
    return grouped.select("_text", number).where(F.col(NUMBER).isNotNull())


def find_ends(
    relations: DataFrame, actors: NumberedActors, keys: Sequence[Column]
) -> tuple[DataFrame, NumberedActors]:
    """Return relations with the numbers of their ends, and all actors.

    Ends that name no actor are made actors, behind all others, in the order of the relations.

    Parameters
    ----------
    relations
        A table's frame, with the columns ``source`` and ``target``.
    actors
        The actors.
    keys
        What else is wanted of each relation.
    """
    from pyspark.sql import functions as F

    names = index_names(actors)
    names = F.broadcast(names) if actors.total <= MOST_SENT else names
    slim = relations.select(ROW, F.col("source").alias("_s"), F.col("target").alias("_t"), *keys)
    for text, number in (("_s", SOURCE), ("_t", TARGET)):
        index = names.withColumnsRenamed({"_text": text, NUMBER: number})
        slim = slim.join(index, text, "left")
    for text, number in (("_s", SOURCE), ("_t", TARGET)):
        slim = slim.withColumn(text, F.when(F.col(number).isNull(), F.col(text)))
    slim = keep(slim)
    unknown = slim.where(F.col(SOURCE).isNull() | F.col(TARGET).isNull())
    if unknown.isEmpty():
        return slim.drop("_s", "_t"), actors
    return _make_actors(slim, relations, actors)


def _make_actors(
    slim: DataFrame, relations: DataFrame, actors: NumberedActors
) -> tuple[DataFrame, NumberedActors]:
    from pyspark.sql import Window
    from pyspark.sql import functions as F

    whole = relations.select(ROW, F.col("source").alias("_a"), F.col("target").alias("_b"))
    slim = (
        slim.join(whole, ROW)
        if _has_nobody(slim)
        else slim.withColumns({"_a": F.lit(""), "_b": F.lit("")})
    )
    slim = slim.withColumns({"_s": _part_nobody("_s", "_b"), "_t": _part_nobody("_t", "_a")}).drop(
        "_a", "_b"
    )
    ends = [
        slim.select(F.col(text).alias("_text"), (2 * F.col(ROW) + turn).alias("_first"))
        for turn, text in enumerate(("_s", "_t"))
    ]
    texts = ends[0].union(ends[1]).where(F.col("_text").isNotNull())
    texts = texts.groupBy("_text").agg(F.min("_first").alias("_first"))
    number = F.row_number().over(Window.orderBy("_first")) + (actors.total - 1)
    made = keep(texts.select("_text", number.cast("int").alias(NUMBER)))
    for text, column in (("_s", SOURCE), ("_t", TARGET)):
        index = made.select(F.col("_text").alias(text), F.col(NUMBER).alias("_made"))
        slim = slim.join(index, text, "left")
        slim = slim.withColumn(column, F.coalesce(column, "_made")).drop("_made")
    cells = {"id": F.col("_text"), "name": F.col("_text"), "kind": F.lit(DEFAULT_KIND)}
    rows = made.select(*(cells.get(name, F.lit("")).alias(name) for name in actors.columns), NUMBER)
    count = actors.total + made.count()
    every = NumberedActors(actors.frame.unionByName(rows), actors.columns, count)
    return keep(slim.drop("_s", "_t")), every


def _has_nobody(slim: DataFrame) -> bool:
    """Return whether an end has the name of nobody; each is another actor then."""
    from pyspark.sql import functions as F

    named = _is_nobody(F.col("_s")) | _is_nobody(F.col("_t"))
    return not slim.where(named).isEmpty()


def _is_nobody(text: Column) -> Column:
    return text.rlike(f"(?iU)^(?:{NOBODY_NAMES.pattern})$")


def _part_nobody(text: str, other: str) -> Column:
    """Return an end; of nobody with the other end, as `graph.rules.nobody.part_nobodies` has it."""
    from pyspark.sql import functions as F

    parted = F.concat(F.col(text), F.lit(" ("), F.col(other), F.lit(")"))
    return F.when(_is_nobody(F.col(text)), parted).otherwise(F.col(text))

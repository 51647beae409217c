"""Select actors and relations on Spark by filters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from graph.data.spans import Span
from graph.select.applied_filter import AppliedFilter
from graph.select.asked_time import AskedTime
from graph.spark.data import SparkData
from graph.spark.ends import NUMBER, SOURCE, TARGET
from graph.spark.judged import (
    IN_DOUBT,
    LEFT_OUT,
    MAY_HOLD,
    OF_ACTORS,
    OF_RELATIONS,
    STATE,
    TIME,
    FilterWords,
    judge_actors,
    judge_batches,
    judge_relations,
    list_cells,
)
from graph.spark.numbers import fetch_cells, fetch_columns, keep

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from pyspark.sql import Column, DataFrame

    Flags = NDArray[np.bool_]

MOST_JUDGED_HERE = 200_000  # combinations of cells; more are judged by the workers


class Selected(NamedTuple):
    """What filters select.

    Parameters
    ----------
    relations
        The relations, disputed ones and those of an actor to itself too.
    actors
        For each actor whether it is selected; None where all are.
    asked_time
        The span that was asked, and how many relations may hold in it; None where none was.
    """

    relations: DataFrame
    actors: Flags | None
    asked_time: AskedTime | None


def select(
    data: SparkData,
    filters: Sequence[AppliedFilter],
    chosen: Sequence[tuple[bool, Sequence[int]]],
    words: FilterWords,
    cells: Sequence[str] = (),
) -> Selected:
    """Return what filters select of the data.

    Parameters
    ----------
    data
        The data.
    filters
        The filters.
    chosen
        For each filter by actor whether it keeps the actors that it names, and their numbers.
    words
        What filters have to know beside the cells.
    cells
        The cells of relations that the question needs.
    """
    from pyspark.sql import functions as F

    looked_at = list_cells(filters, OF_RELATIONS)
    relations = data.relations(*looked_at, *cells)
    for keeps, numbers in chosen:
        for end in (SOURCE, TARGET):
            is_named = F.col(end).isin(list(numbers))
            relations = relations.where(is_named if keeps else ~is_named)
    asked_time = None
    if looked_at or list_cells(filters, OF_ACTORS):
        relations, asked_time = _judge(data, relations, filters, words)
    return Selected(relations, _select_actors(data, filters, chosen, words, relations), asked_time)


def _judge(
    data: SparkData, relations: DataFrame, filters: Sequence[AppliedFilter], words: FilterWords
) -> tuple[DataFrame, AskedTime | None]:
    """Return the relations that filters by cells select, and how many may hold then."""
    from pyspark.sql import functions as F

    wanted = list_cells(filters, OF_RELATIONS)
    keys = {f"_k_{name}": _reduce(name, filters) for name in wanted}
    keyed = _add_ends(data, relations.withColumns(keys), filters)
    names = [name for name in keyed.columns if name.startswith("_k_")]
    combinations = keep(keyed.groupBy(names).agg(F.count("*").alias("_count")))
    judged = keep(_judge_combinations(combinations, names, filters, words))
    asked_time = _count_asked(judged, filters)
    kept = judged.where(F.col(STATE) != LEFT_OUT).select(*names)
    selected = keyed.join(
        F.broadcast(kept) if _is_small(combinations) else kept, names, "left_semi"
    )
    return selected.drop(*names), asked_time


def _is_small(combinations: DataFrame) -> bool:
    return int(combinations.count()) <= MOST_JUDGED_HERE


def _reduce(name: str, filters: Sequence[AppliedFilter]) -> Column:
    """Return a cell as filters look at it: of references few, where only dates need them."""
    from pyspark.sql import functions as F

    if name != "reference" or any(each.name == "without_source" for each in filters):
        return F.col(name)
    is_dated_by_it = F.col("end").isin("..", "ended")
    return F.when(is_dated_by_it, F.col(name)).otherwise(F.lit(""))


def _add_ends(data: SparkData, relations: DataFrame, filters: Sequence[AppliedFilter]) -> DataFrame:
    """Return relations with the cells of their actors that filters look at, if there are any."""
    from pyspark.sql import functions as F

    of_ends = [each for each in filters if each.name != "without_source"]
    wanted = [name for name in list_cells(of_ends, OF_ACTORS) if name in data.actors.columns]
    if not wanted or set(wanted) == {"reference"}:
        return relations
    cells = data.actors.frame.select(NUMBER, *wanted)
    if "reference" in wanted:
        ended = F.col("end").isin("..", "ended") if "end" in wanted else F.lit(0) == 1
        cells = cells.withColumn("reference", F.when(ended, F.col("reference")).otherwise(""))
    for end, column in (("source", SOURCE), ("target", TARGET)):
        named = {name: f"_k_{end}_{name}" for name in wanted}
        relations = relations.join(cells.withColumnsRenamed({**named, NUMBER: column}), column)
    return relations


def _judge_combinations(
    combinations: DataFrame,
    names: Sequence[str],
    filters: Sequence[AppliedFilter],
    words: FilterWords,
) -> DataFrame:
    """Return combinations with `STATE` and `IN_DOUBT`; of many, workers judge."""
    from pyspark.sql import functions as F

    plain = combinations.select(*[F.col(name).alias(name[3:]) for name in names], "_count")
    back = {name[3:]: name for name in names}
    if not _is_small(combinations):
        schema = ", ".join(f"`{name}` {kind}" for name, kind in plain.dtypes)
        judged = plain.mapInArrow(
            partial(judge_batches, filters=tuple(filters), words=words),
            f"{schema}, {STATE} int, {IN_DOUBT} boolean",
        )
        return judged.withColumnsRenamed(back)
    import pyarrow as pa

    cells = fetch_cells(plain)
    texts = {name: values for name, values in cells.items() if not name.startswith("_")}
    states, doubts = judge_relations(texts, filters, words) if texts else ([1], [False])
    table = pa.table(
        {
            **{name: pa.array(values, pa.string()) for name, values in texts.items()},
            "_count": pa.array(cells["_count"], pa.int64()),
            STATE: pa.array(states, pa.int32()),
            IN_DOUBT: pa.array(doubts, pa.bool_()),
        }
    )
    frame: DataFrame = combinations.sparkSession.createDataFrame(table)
    return frame.withColumnsRenamed(back)


def _count_asked(judged: DataFrame, filters: Sequence[AppliedFilter]) -> AskedTime | None:
    from pyspark.sql import functions as F

    asked = [each for each in filters if each.name in TIME]
    if not asked:
        return None
    dates = [str(date) for date in asked[-1].arguments]
    span = Span(dates[0], dates[-1], certain=dict(asked[-1].options).get("certain", False))
    may_hold = F.col(STATE) == MAY_HOLD
    every, some, doubtful = judged.agg(
        F.sum(F.when(F.col(STATE) != LEFT_OUT, F.col("_count")).otherwise(0)),
        F.sum(F.when(may_hold, F.col("_count")).otherwise(0)),
        F.max(may_hold & F.col(IN_DOUBT)),
    ).first()
    some = 0 if span.certain else some or 0
    return AskedTime(span, every or 0, some, bool(some and doubtful))


def _select_actors(
    data: SparkData,
    filters: Sequence[AppliedFilter],
    chosen: Sequence[tuple[bool, Sequence[int]]],
    words: FilterWords,
    relations: DataFrame,
) -> Flags | None:
    """Return for each actor whether it is selected; None where all are."""
    import numpy as np

    count = data.actors.total
    selected: Flags | None = None
    wanted = [name for name in list_cells(filters, OF_ACTORS) if name in data.actors.columns]
    if wanted:
        selected = _judge_each_actor(data, wanted, filters, words)
        if any(each.name == "without_source" for each in filters):
            for end in (SOURCE, TARGET):
                selected[fetch_columns(relations.select(end).distinct())[0]] = True
    for keeps, numbers in chosen:
        named = np.zeros(count, bool)
        named[list(numbers)] = True
        named = named if keeps else ~named
        selected = named if selected is None else selected & named
    return selected


def _judge_each_actor(
    data: SparkData, wanted: Sequence[str], filters: Sequence[AppliedFilter], words: FilterWords
) -> Flags:
    import numpy as np

    cells = data.actors.frame.select(NUMBER, *wanted)
    values = cells.groupBy(*wanted).count().drop("count")
    texts = fetch_cells(values)
    kept = judge_actors(texts, filters, words)
    session = data.session
    import pyarrow as pa

    table = pa.table({name: pa.array(texts[name], pa.string()) for name in wanted})
    frame = session.createDataFrame(table.filter(pa.array(kept, pa.bool_())))
    numbers = fetch_columns(cells.join(frame, list(wanted), "left_semi").select(NUMBER))[0]
    selected = np.zeros(data.actors.total, bool)
    selected[numbers] = True
    return selected

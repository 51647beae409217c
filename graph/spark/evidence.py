"""How much rests on each source, counted on Spark; the answer is one machine's.

Spark counts the rows by their cell of references. Where these are very many, addresses of pages
are counted by their host: this is what makes a voice of them.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.analysis.evidence import CitedCells, Evidence, build_evidence
from graph.analysis.undeclared_references import MOST_LISTED, UndeclaredReference
from graph.data.columns import Columns
from graph.data.table import Table
from graph.errors import QuestionError
from graph.spark.ends import NUMBER
from graph.spark.network import SparkNetwork
from graph.spark.numbers import fetch_cells, send_columns
from graph.spark.tables import ROW
from graph.spark.who import list_actors

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame

    from graph.data.records import Actor

MOST_CELLS = 500_000  # of references that are different
HOST = "^(https?://[^/?#|]*)[^|]*$"
PARTS = r"\s*[|]\s*"


def count_evidence(network: SparkNetwork, most_cells: int = MOST_CELLS) -> Evidence:
    """Count for each source the relations and actors that rest on it; see `graph.Network.evidence`.

    Parameters
    ----------
    network
        The network, as far as it is selected.
    most_cells
        The most cells that are counted one by one.

    Raises
    ------
    QuestionError
        When there are too many references, and these are no addresses.
    """
    data = network.data
    columns = Columns(
        Table("actors.csv", {"id": [], "name": []}, ()),
        Table("relations.csv", {}, ()),
        data.sources,
        data.types,
    )
    selected = network.selected("reference")
    relations = selected.relations.select("reference", ROW)
    counts = _count_cells(relations)
    is_reduced = counts.count() > most_cells
    if is_reduced:
        counts = _count_cells(_reduce(relations, columns.source_ids))
        if counts.count() > most_cells:
            what = f"there are more than {most_cells:,} references that are no addresses of pages."
            raise QuestionError("sources", f"{what} Declare them in sources.csv, or filter.")
    cells = fetch_cells(counts.orderBy("_first"))
    cited = CitedCells(
        dict(zip(cells["reference"], cells["_count"], strict=True)),
        *_collect_actor_cells(network, columns.source_ids),
    )
    total = data.relations().count()
    answer = build_evidence(columns, cited, total, selected.asked_time)
    if not is_reduced:
        return answer
    undeclared, count = _count_undeclared(relations, columns.source_ids)
    return replace(answer, undeclared=undeclared, undeclared_count=count)


def _count_cells(relations: DataFrame) -> DataFrame:
    from pyspark.sql import functions as F

    grouped = relations.groupBy("reference")
    return grouped.agg(F.count("*").alias("_count"), F.min(ROW).alias("_first"))


def _reduce(rows: DataFrame, declared: Collection[str]) -> DataFrame:
    """Return rows with the host alone of each address that is no declared source."""
    from pyspark.sql import functions as F

    host = F.regexp_replace("reference", HOST, "$1/")
    is_declared = F.col("reference").isin(list(declared))
    return rows.withColumn("reference", F.when(is_declared, F.col("reference")).otherwise(host))


def _split(cell: str) -> Column:
    """Return the references of a cell, each once."""
    from pyspark.sql import functions as F

    parts = F.array_distinct(F.split(F.trim(cell), PARTS))
    return F.filter(parts, lambda part: part != "")


def _collect_actor_cells(
    network: SparkNetwork, declared: Collection[str]
) -> tuple[list[str], list[tuple[Actor, str]]]:
    """Return the cells of the selected actors, and the actors who cite a declared source."""
    import numpy as np
    from pyspark.sql import functions as F

    data = network.data
    if "reference" not in data.actors.columns:
        return [], []
    numbers = np.flatnonzero(network.find_selected_actors()).astype(np.int32)
    sent = send_columns(data.session, {NUMBER: numbers})
    rows = data.actors.frame.join(sent, NUMBER, "left_semi").select(NUMBER, "reference")
    reduced = _reduce(rows, declared).groupBy("reference").agg(F.min(NUMBER).alias("_first"))
    cells = fetch_cells(reduced.orderBy("_first"))["reference"]
    if not declared:
        return cells, []
    wanted = F.array(*map(F.lit, declared))
    citing = fetch_cells(rows.where(F.arrays_overlap(_split("reference"), wanted)).orderBy(NUMBER))
    actors = list_actors(data, citing[NUMBER])
    return cells, list(zip(actors, citing["reference"], strict=True))


def _count_undeclared(
    relations: DataFrame, declared: Collection[str]
) -> tuple[tuple[UndeclaredReference, ...], int]:
    """Return the references that are no declared source, the most cited first, and how many."""
    from pyspark.sql import functions as F

    parts = relations.select(_split("reference").alias("_parts"))
    alone = (F.size("_parts") == 1).cast("int").alias("_alone")
    each = parts.select(F.explode("_parts").alias("_reference"), alone)
    each = each.where(~F.col("_reference").isin(list(declared)))
    counts = each.groupBy("_reference").agg(F.count("*").alias("_n"), F.sum("_alone").alias("_a"))
    rows = counts.orderBy(F.desc("_n"), "_reference").limit(MOST_LISTED).collect()
    return tuple(UndeclaredReference(*row) for row in rows), counts.count()

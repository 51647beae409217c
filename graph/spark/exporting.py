"""Write a network on Spark as Parquet: a folder that Spark reads again, and pandas and DuckDB."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.data.columns import PRIVATE
from graph.errors import OutputError
from graph.spark.ends import NUMBER, SOURCE, TARGET
from graph.spark.files import exists
from graph.spark.network import SparkNetwork
from graph.spark.numbers import send_columns
from graph.spark.tables import ROW

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame

TABLES = ("actors", "relations", "sources", "types")


def export_parquet(
    network: SparkNetwork, folder: str, *, include_private: bool = False
) -> Sequence[str]:
    """Write the selected rows, and all sources and types; return the names of the tables.

    All columns are text, as in the CSV files; the ends of relations are ids.

    Parameters
    ----------
    network
        The network, as far as it is selected.
    folder
        Where to write: a path, or an address that Spark writes to.
    include_private
        Whether private rows are written, too.

    Raises
    ------
    OutputError
        When the folder exists, or rows are private and shall not be written.
    """
    if exists(network.data.session, folder):
        raise OutputError(f"{folder} exists already. Give another name, or remove it.")
    if not include_private:
        _require_public(network)
    frames = {"actors": _list_actors(network), "relations": _list_relations(network)}
    for family in ("sources", "types"):
        if family in network.data.tables:
            table = network.data.tables[family]
            frames[family] = table.frame.select(*map(_name, table.columns))
    for family, frame in frames.items():
        frame.write.parquet(f"{folder}/{family}.parquet")
    return list(frames)


def _require_public(network: SparkNetwork) -> None:
    """Refuse to write rows that are marked as private, as Spark does not leave them out."""
    from pyspark.sql import functions as F

    for table in network.data.tables.values():
        if PRIVATE in table.columns:
            count = table.frame.where(~F.lower(PRIVATE).isin("", "no")).count()
            if count:
                what = f"{table.name} has private rows ({count:,}), which Spark does not leave out."
                remedy = "Write them with --include-private, or bring a part home and export that."
                raise OutputError(f"{what} {remedy}")


def _list_actors(network: SparkNetwork) -> DataFrame:
    """Return the selected actors, in row order."""
    import numpy as np

    actors, selected = network.data.actors, network.selected().actors
    rows = actors.frame
    if selected is not None:
        numbers = np.flatnonzero(selected).astype(np.int32)
        rows = rows.join(send_columns(rows.sparkSession, {NUMBER: numbers}), NUMBER, "left_semi")
    return rows.orderBy(NUMBER).select(*map(_name, actors.columns))


def _list_relations(network: SparkNetwork) -> DataFrame:
    """Return the selected relations, with the ids of their actors for ends."""
    from pyspark.sql import functions as F

    data, table = network.data, network.data.tables["relations"]
    ids = data.actors.frame.select(NUMBER, F.col("id").alias("_id"))
    slim = network.selected().relations.select(ROW, SOURCE, TARGET)
    for number, text in ((SOURCE, "_s"), (TARGET, "_t")):
        slim = slim.join(ids.withColumnsRenamed({NUMBER: number, "_id": text}), number)
    rows = table.frame.join(slim.select(ROW, "_s", "_t"), ROW).orderBy(ROW)
    ends = {"source": "_s", "target": "_t"}
    return rows.select(*[F.col(ends.get(n, f"`{n}`")).alias(n) for n in table.columns])


def _name(column: str) -> Column:
    from pyspark.sql import functions as F

    return F.col("`" + column.replace("`", "``") + "`").alias(column)

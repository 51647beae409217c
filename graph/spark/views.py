"""The tables of a folder on Spark, named as in `graph.rules.row_queries`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.names.resolve import WHITE_SPACE
from graph.rules.headers import KNOWN_COLUMNS
from graph.spark.data import SparkData
from graph.spark.tables import BLOCK, FILE, RAGGED, ROW

if TYPE_CHECKING:
    from pyspark.sql import Column

SPELLINGS = "spellings"


def show_tables(data: SparkData) -> None:
    """Give Spark's SQL a view of each family, with all columns of the contract, and the spellings.

    Cells are as the rules see them: blank ones that have a meaning are filled.
    """
    from pyspark.sql import functions as F

    for family, known in KNOWN_COLUMNS.items():
        if family not in data.tables:
            blank = ", ".join(f"'' AS {quote(name)}" for name in known)
            empty = data.session.sql(f"SELECT {blank}, 0L AS {ROW} WHERE false")
            empty.createOrReplaceTempView(family)
            continue
        table = data.tables[family]
        cells = [_read_cell(data, family, name, table.columns) for name in known]
        own = [F.col(quote(name)) for name in table.columns if name not in known]
        frame = table.frame.select(FILE, BLOCK, ROW, RAGGED, *cells, *own)
        frame.createOrReplaceTempView(family)
    texts = F.concat(F.array("id", "name"), F.split("aliases", "[|]"))
    spellings = data.session.table("actors").select("id", ROW, F.explode(texts).alias("text"))
    spellings = spellings.withColumn("text", F.btrim("text", F.lit(WHITE_SPACE)))
    spellings.where(F.col("text") != "").createOrReplaceTempView(SPELLINGS)


def _read_cell(data: SparkData, family: str, name: str, columns: Sequence[str]) -> Column:
    """Return a cell as the rules see it."""
    from pyspark.sql import functions as F

    if family == "relations" and name in ("type", "weight", "confidence"):
        return data.get_cell(name).alias(name)
    cell: Column = F.col(name) if name in columns else F.lit("")
    if family == "actors" and name == "id":
        return F.when(cell == "", F.col("name")).otherwise(cell).alias(name)
    return cell.alias(name)


def quote(name: str) -> str:
    """Return a name as Spark's SQL writes it.

    Examples
    --------
    >>> quote("own column")
    '`own column`'
    """
    return "`" + name.replace("`", "``") + "`"

"""Numbers between this process and Spark: one for each actor here, one for each relation there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from pyspark.sql import DataFrame, SparkSession

    Numbers = NDArray[np.int32]


def keep(frame: DataFrame) -> DataFrame:
    """Return a frame whose rows are computed once, and kept in memory or on disk.

    To Spark it is a table without a past, so that what is asked of it is planned at once; rows
    that are lost with a worker are still computed again.
    """
    kept: Any = frame.persist()
    session: Any = frame.sparkSession
    rows = kept._jdf.queryExecution().toRdd()  # noqa: SLF001 - PySpark has no other way
    build = session._jsparkSession.internalCreateDataFrame  # noqa: SLF001
    table: DataFrame = type(kept)(build(rows, kept._jdf.schema(), False), session)  # noqa: FBT003, SLF001
    return table


def send_columns(session: SparkSession, columns: Mapping[str, NDArray[Any]]) -> DataFrame:
    """Return columns of numbers as a frame on Spark."""
    import pyarrow as pa

    return session.createDataFrame(pa.table(dict(columns)))


def fetch_columns(frame: DataFrame) -> list[NDArray[Any]]:
    """Return the columns of a frame, all of numbers without blanks, as arrays."""
    table: Any = frame.toArrow()
    return [column.to_numpy() for column in table.columns]


def fetch_cells(frame: DataFrame) -> dict[str, list[Any]]:
    """Return the cells of a frame by column; a missing cell is blank text."""
    table: Any = frame.toArrow()
    names = frame.columns
    return {
        name: ["" if cell is None else cell for cell in column.to_pylist()]
        for name, column in zip(names, table.columns, strict=True)
    }

"""Parquet files, one for each table, which pandas, DuckDB, Arrow and R open."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from graph.errors.optional_libraries import require_library
from graph.exporting.exported_network import Columns, Export, ExportedNetwork, Row

if TYPE_CHECKING:
    import pyarrow as pa

NUMBERS = ("weight", "confidence")


def write_parquet(exported: ExportedNetwork) -> Export:
    """Write a network as Parquet: actors, relations, sources and types.

    Blank cells are missing values. Weight and confidence are numbers; `grade` is the Admiralty
    grade of the confidence.

    Raises
    ------
    LibraryMissing
        When pyarrow is not installed.

    Examples
    --------
    >>> import graph
    >>> list(write_parquet(ExportedNetwork(graph.load_example())).files)
    ['actors', 'relations', 'sources', 'types']
    """
    require_library("pyarrow", "A Parquet file")
    import pyarrow.parquet as pq

    files = {}
    for name, columns in exported.tables.items():
        if name not in ("actors", "relations") and not any(columns.values()):
            continue
        table = _build_relations(exported) if name == "relations" else _build_table(columns)
        buffer = io.BytesIO()
        pq.write_table(table, buffer, compression="zstd")
        files[name] = buffer.getvalue()
    return Export(files)


def _build_table(columns: Columns) -> pa.Table:
    import pyarrow as pa

    arrays = {
        name: pa.array([cell or None for cell in cells], pa.string())
        for name, cells in columns.items()
    }
    return pa.table(arrays)


def _build_relations(exported: ExportedNetwork) -> pa.Table:
    """Build the table of the relations, with what is counted as numbers."""
    import pyarrow as pa

    rows = exported.relations
    names = [*dict.fromkeys((*exported.renamed_relations, "grade", "stance", "basis"))]
    arrays = {name: pa.array(_list_cells(rows, name), _find_type(name)) for name in names}
    return pa.table(arrays)


def _list_cells(rows: list[Row], name: str) -> list[Any]:
    return [row.get(name) for row in rows]


def _find_type(name: str) -> pa.DataType:
    import pyarrow as pa

    return pa.float64() if name in NUMBERS else pa.string()

"""Read a Parquet file; this happens in a process whose memory is bounded."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from graph.data.limits import Limits
from graph.errors import DataError, Problem
from graph.errors.optional_libraries import describe_missing
from graph.importing.network_files.collected import to_text
from graph.importing.tables.encoded_cells import CellEncoder

if TYPE_CHECKING:
    import pyarrow as pa

INDEX = "__index_level_"  # of pandas


def read_table(raw: bytes, wanted: tuple[str, ...], limits: Limits) -> dict[str, Any]:
    """Return the ``tables`` of a Parquet file, which are one, or the ``problem`` with it."""
    del wanted
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ModuleNotFoundError:
        what, _, remedy = describe_missing("pyarrow").partition(". ")
        return {"problem": (f"{what}.", remedy, "unreadable-file")}
    try:
        file = pq.ParquetFile(io.BytesIO(raw), pre_buffer=False)
        names = [name for name in file.schema_arrow.names if not name.startswith(INDEX)]
        _require_room(file.metadata, len(names), limits)
        encoders = {name: CellEncoder(limits) for name in names}
        for batch in file.iter_batches(columns=names, use_threads=False):
            for name, cells in zip(batch.schema.names, batch.columns, strict=True):
                encoders[name].add(_list_cells(cells))
    except DataError as error:
        problem = error.problems[0]
        return {"problem": (problem.what, problem.remedy, problem.rule)}
    except (pa.ArrowException, OSError, ValueError, KeyError) as error:
        what, remedy = "cannot be read as Parquet.", "Save it again as Parquet or CSV."
        del error
        return {"problem": (what, remedy, "unreadable-file")}
    columns = {name: encoder.encoded for name, encoder in encoders.items()}
    return {"tables": [("", columns, {}, sum(each.binary for each in encoders.values()))]}


def _require_room(metadata: Any, columns: int, limits: Limits) -> None:  # noqa: ANN401 - pyarrow
    """Refuse a file that says it holds more than is read."""
    if metadata.num_rows * max(1, columns) > limits.most_cells:
        what = f"has more than {limits.most_cells:,} cells."
        raise DataError([Problem("", None, "", what, "Split it.", rule="too-large")])


def _list_cells(cells: pa.Array) -> list[object]:
    """Return cells as values of Python; lists are joined with bars, and nested ones are JSON."""
    import pyarrow as pa

    if pa.types.is_timestamp(cells.type):
        cells = cells.cast(pa.timestamp("us"), safe=False)  # pandas has nanoseconds
    is_nested = pa.types.is_nested(cells.type)
    values: list[object] = cells.to_pylist()
    return [to_text(_make_plain(value)) for value in values] if is_nested else values


def _make_plain(value: object) -> object:
    """Return a nested value whose parts JSON can hold."""
    if isinstance(value, dict):
        return {str(key): _make_plain(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_make_plain(part) for part in value]
    return value if isinstance(value, (str, int, float, bool, type(None))) else str(value)

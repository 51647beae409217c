"""Read the rows of a family on Spark, by the data contract: text, under our names of columns."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from graph.data.table import Table
from graph.errors import DataError, Problem
from graph.formats.csv_file import read_csv, read_header
from graph.names.resolve import WHITE_SPACE
from graph.rules.edge_directions import read_directions
from graph.rules.foreign_headers import match_columns
from graph.spark.files import CSV, HEAD, DataFiles, read_head

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame, SparkSession

FILE, BLOCK, ROW, RAGGED = "_file", "_block", "_row", "_ragged"
"""The columns that say where a row is: the file, the block of it, and a number that grows there.

The number alone tells a row from all others of its table, on every run with the same settings.
The last one is the text of a row of CSV with too few or too many cells.
"""

HEAD_ROWS = 1_000  # of a Parquet file, by which its columns are known
# An apostrophe before what a spreadsheet would run, but for a number; see graph.formats.formulas.
_OPENER = r"[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212]"
GUARD = rf"(^|;)'(?='*\s*{_OPENER})(?!'*\s*[+-]?[0-9][0-9.,eE+-]*\s*(?:;|$))"


class SparkTable(NamedTuple):
    """The rows of a family, as text.

    Parameters
    ----------
    name
        What problems call it.
    frame
        A column for each of the table, and `FILE`, `BLOCK`, `ROW` and `RAGGED`.
    columns
        The names of its columns, in order.
    header_line
        The line that names them; 0 where no line does.
    has_lines
        Whether each row is a line of a file, so that its number tells the line.
    files
        The files.
    width
        How many columns the header has, but for those at its end that have no name.
    delimiter
        What stands between the cells; empty where nothing does.
    """

    name: str
    frame: DataFrame
    columns: Sequence[str]
    header_line: int
    has_lines: bool
    files: Sequence[str] = ()
    width: int = 0
    delimiter: str = ""


def read_table(
    session: SparkSession, family: str, files: DataFiles, encoding: str | None = None
) -> SparkTable:
    """Read the rows of a family; nothing but the beginning is read before somebody asks.

    Parameters
    ----------
    family
        ``actors``, ``relations``, ``sources`` or ``types``.
    files
        Where the rows are.
    encoding
        The encoding of CSV files that are not in UTF-8.

    Raises
    ------
    DataError
        When the header cannot be read, or the parts have different headers.
    """
    if files.form == CSV:
        return _read_csv(session, family, files, encoding)
    frame = session.read.parquet(*files.paths)
    names = list(frame.columns)
    text = frame.select([_quote(name).cast("string").alias(name) for name in names])
    head = _collect_head(files.name, text)
    return _finish(family, frame, names, _Reading(head, files, 0, has_lines=False))


class _Reading(NamedTuple):
    """How files were read: their first rows, the header's line, and whether each row is a line."""

    head: Table
    files: DataFiles
    header_line: int
    has_lines: bool
    delimiter: str = ""


def _read_csv(
    session: SparkSession, family: str, files: DataFiles, encoding: str | None
) -> SparkTable:
    heads = [read_head(session, path) for path in files.paths]
    delimiter, names, line, head = _read_csv_head(files, heads[0], encoding)
    for path, other in zip(files.paths, heads, strict=True):
        if _parse_header(other, encoding)[1] != names:
            what = f"the header differs from that of {Path(files.paths[0]).name}."
            name = f"{files.name}/{Path(path).name}"
            remedy = "Give all parts the same columns, in the same order."
            raise DataError([Problem(name, 1, "", what, remedy, rule="header")])
    options = {
        "sep": delimiter,
        "header": "true",
        "enforceSchema": "true",
        "quote": '"',
        "escape": '"',
        "encoding": encoding or "UTF-8",
        "maxCharsPerColumn": "-1",
        "mode": "PERMISSIVE",
        "columnNameOfCorruptRecord": RAGGED,
    }
    has_lines = not _has_long_cells(session, files, heads)
    schema = ", ".join([*(f"c{number} string" for number in range(len(names))), f"{RAGGED} string"])
    reader = session.read.options(**options, multiLine=str(not has_lines).lower())
    frame = reader.schema(schema).csv(list(files.paths))
    reading = _Reading(head, files, line, has_lines, delimiter)
    return _finish(family, frame, names, reading)


def _parse_header(head: bytes, encoding: str | None) -> tuple[str, list[str], int]:
    text = head.decode(encoding or "utf-8-sig", "replace")
    return read_header("", text)


def _read_csv_head(
    files: DataFiles, head: bytes, encoding: str | None
) -> tuple[str, list[str], int, Table]:
    """Return the delimiter, the columns and their line, and the first rows as a table."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, files.name if "." in files.name else f"{files.name}.csv")
        path = path.with_name(path.name.removesuffix(".gz"))
        path.write_bytes(head)
        table = read_csv(path, encoding=encoding)
    return *_parse_header(head, encoding), table


def _has_long_cells(session: SparkSession, files: DataFiles, heads: Sequence[bytes]) -> bool:
    """Return whether a cell has several lines: then a line has an odd number of quotes."""
    from pyspark.sql import functions as F

    if any(line.count(b'"') % 2 for head in heads for line in head.splitlines()):
        return True
    if all(len(head) < HEAD // 2 for head in heads):  # then they are the whole files
        return False
    lines = session.read.text(list(files.paths)).where(F.col("value").contains('"'))
    quotes = F.length("value") - F.length(F.replace("value", F.lit('"'), F.lit("")))
    return not lines.where(quotes % 2 == 1).isEmpty()


def _finish(family: str, frame: DataFrame, names: Sequence[str], reading: _Reading) -> SparkTable:
    """Return the table with our names of columns, clean cells, and where each row is.

    Parameters
    ----------
    names
        The names of the columns as they are written, for each column of the frame.
    reading
        How they were read.
    """
    from pyspark.sql import functions as F

    head, files = reading.head, reading.files
    if family == "relations" and read_directions(head)[0] is not head:
        what = "says directed or undirected, as Gephi writes it, which Spark does not read."
        remedy = "Make our files of it: explore import FILE -o DIR"
        raise DataError([Problem(files.name, 1, "type", what, remedy, rule="header")])
    renamed = match_columns(family, head)
    columns = [
        _clean_cell(_quote(column)).alias(renamed.get(title, title))
        for title, column in zip(names, frame.columns, strict=False)
        if title and title in head.columns
    ]
    where = [
        F.col("_metadata.file_path").alias(FILE),
        F.col("_metadata.file_block_start").alias(BLOCK),
        F.monotonically_increasing_id().alias(ROW),
        F.col(RAGGED) if reading.delimiter else F.lit(None).cast("string").alias(RAGGED),
    ]
    own = [renamed.get(title, title) for title in names if title and title in head.columns]
    width = max((number for number, title in enumerate(names, 1) if title), default=0)
    return SparkTable(
        files.name, frame.select(*columns, *where), own, reading.header_line, reading.has_lines,
        files.paths, width, reading.delimiter,
    )  # fmt: skip


def _clean_cell(cell: Column) -> Column:
    """Return a cell as text without what surrounds it, and without the guard of a formula."""
    from pyspark.sql import functions as F

    text = F.coalesce(F.btrim(cell.cast("string"), F.lit(WHITE_SPACE)), F.lit(""))
    return F.when(text.contains("'"), F.regexp_replace(text, GUARD, "$1")).otherwise(text)


def _quote(name: str) -> Column:
    from pyspark.sql import functions as F

    return F.col("`" + name.replace("`", "``") + "`")


def _collect_head(name: str, text: DataFrame) -> Table:
    rows = text.limit(HEAD_ROWS).toArrow()
    cells = {each: [cell or "" for cell in rows[each].to_pylist()] for each in text.columns}
    return Table(name, cells, list(range(1, rows.num_rows + 1)))

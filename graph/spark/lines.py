"""On which line of which file each row on Spark is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple, Self
from urllib.parse import unquote

from graph.spark.tables import BLOCK, FILE, ROW, SparkTable

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

MOST_BLANK = 1_000_000  # blank lines of a table, which are counted with
BLANK = "^[\\x00-\\x20]*$"  # what Spark passes over in a file of CSV
BEYOND = 1 << 40  # more lines than a file has: so far apart are rows of several files
Block = tuple[str, int]
Start = tuple[int, int, int]


class NamedLine(int):
    """The number of a row among those of several files; as text its line and its file.

    Examples
    --------
    >>> line = NamedLine(7, "3 of relations/part-1.csv")
    >>> f"in line {line}", line < 8
    ('in line 3 of relations/part-1.csv', True)
    """

    words: str

    def __new__(cls, number: int, words: str) -> Self:
        """Return the line of a number, with the words for it."""
        line = super().__new__(cls, number)
        line.words = words
        return line

    def __str__(self) -> str:
        return self.words


class RowLines(NamedTuple):
    """Where the rows of a table are in its files.

    Parameters
    ----------
    starts
        By file and block: how many rows of the file are before it, its first row in Spark's `ROW`,
        and how many rows it has.
    lines
        By file the lines of the rows, where each row is not one line.
    blanks
        By file how many lines that are not blank stand before each blank one, ascending.
    header
        1 where the first line names the columns, else 0.
    """

    starts: Mapping[Block, Start]
    lines: Mapping[str, Mapping[int, int]]
    blanks: Mapping[str, Sequence[int]]
    header: int

    def find(self, file: str, block: int, row: int) -> int:
        """Return the line of a row; where no lines are, as in Parquet, its number from 1.

        Examples
        --------
        >>> lines = RowLines({("a", 0): (0, 0, 5), ("a", 64): (5, 100, 2)}, {}, {"a": [2, 7]}, 1)
        >>> [lines.find("a", *each) for each in ((0, 0), (0, 1), (64, 100), (64, 101))]
        [2, 4, 8, 10]
        """
        before, first, _ = self.starts[file, block]
        index = before + row - first + self.header
        if file in self.lines:
            return self.lines[file][index]
        return index + 1 + bisect_right(self.blanks.get(file, ()), index)

    def find_previous(self, file: str, block: int, row: int) -> tuple[str, int, int] | None:
        """Return where the row before another one is; None for the first of a file."""
        if row > self.starts[file, block][1]:
            return file, block, row - 1
        earlier = (each for each in self.starts if each[0] == file and each[1] < block)
        last = max(earlier, default=None)
        if last is None:
            return None
        _, first, size = self.starts[last]
        return *last, first + size - 1


def find_lines(table: SparkTable, places: Iterable[tuple[str, int, int]]) -> RowLines:
    """Return where the rows of a table are; where a row is no line, of some rows alone."""
    starts = find_starts(table.frame)
    files = {file for file, _ in starts}
    if not table.header_line or not files:
        return RowLines(starts, {}, {}, 0)
    if table.has_lines:
        return RowLines(starts, {}, _find_blanks(table), 1)
    wanted = {(file, starts[file, block][0] + row - starts[file, block][1] + 1)
              for file, block, row in places}  # fmt: skip
    return RowLines(starts, _find_row_lines(table, wanted), {}, 1)


def find_starts(frame: DataFrame) -> dict[Block, Start]:
    """Return by file and block the rows before it, the first one's `ROW`, and how many it has."""
    from pyspark.sql import functions as F

    blocks = frame.groupBy(FILE, BLOCK).agg(F.count("*"), F.min(ROW)).collect()
    counts: dict[str, int] = {}
    starts = {}
    for file, block, size, first in sorted(blocks):
        starts[file, block] = counts.get(file, 0), first, size
        counts[file] = counts.get(file, 0) + size
    return starts


def _read_lines(table: SparkTable) -> DataFrame:
    """Return the lines of its files as text, and where they are."""
    from pyspark.sql import functions as F

    where = [
        F.col("_metadata.file_path").alias(FILE),
        F.col("_metadata.file_block_start").alias(BLOCK),
        F.monotonically_increasing_id().alias(ROW),
    ]
    return table.frame.sparkSession.read.text(list(table.files)).select("value", *where)


def _find_blanks(table: SparkTable) -> dict[str, list[int]]:
    """Return by file how many other lines stand before each blank line: these are no rows."""
    from pyspark.sql import functions as F

    lines = _read_lines(table)
    blank = lines.where(F.col("value").rlike(BLANK)).limit(MOST_BLANK).collect()
    if not blank:
        return {}
    starts = find_starts(lines)
    found: dict[str, list[int]] = {}
    for _, file, block, row in blank:
        before, first, _ = starts[file, block]
        found.setdefault(file, []).append(before + row - first)
    return {
        file: [at - number for number, at in enumerate(sorted(ats))] for file, ats in found.items()
    }


def _find_row_lines(
    table: SparkTable, wanted: Iterable[tuple[str, int]]
) -> dict[str, dict[int, int]]:
    """Return by file the lines on which some rows start, by their number with the header.

    A row starts on a line that is not blank, before which all quotes are closed.
    """
    from pyspark.sql import Window
    from pyspark.sql import functions as F

    lines = _read_lines(table)
    before = Window.partitionBy(FILE).orderBy(BLOCK, ROW)
    quotes = F.length("value") - F.length(F.replace("value", F.lit('"'), F.lit("")))
    opened = F.sum(quotes).over(before) - quotes
    starts = lines.select(
        FILE, BLOCK, ROW,
        F.row_number().over(before).alias("_line"),
        ((opened % 2 == 0) & ~F.col("value").rlike(BLANK)).alias("_starts"),
    ).where("_starts")  # fmt: skip
    numbered = starts.select(FILE, "_line", (F.row_number().over(before) - 1).alias("_index"))
    sent = table.frame.sparkSession.createDataFrame(sorted(wanted), f"{FILE} string, _index int")
    found: dict[str, dict[int, int]] = {}
    for file, index, line in numbered.join(F.broadcast(sent), [FILE, "_index"]).collect():
        found.setdefault(file, {})[index] = line
    return found


def name_file(table: SparkTable, file: str) -> str:
    """Return what a problem calls the file of a row: of a folder its own name, too."""
    name = PurePosixPath(unquote(file)).name
    return name if name == table.name else f"{table.name}/{name}"

"""Bring home the rows in doubt from Spark, with those that the rules compare them with."""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from graph.data.columns import split_cell
from graph.data.table import Table
from graph.errors import Problem
from graph.rules.confusables import COMMON_CONFUSABLES, has_foreign_letter, make_skeleton
from graph.rules.meant_actors import BETWEEN, NUMBER
from graph.spark.data import SparkData
from graph.spark.lines import BEYOND, NamedLine, RowLines, find_lines, name_file
from graph.spark.numbers import fetch_cells, send_columns
from graph.spark.suspects import Picked, Place
from graph.spark.tables import BLOCK, FILE, RAGGED, ROW, SparkTable
from graph.spark.views import SPELLINGS

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

ENDS = ("source", "target")


class DoubtfulRows(NamedTuple):
    """Rows of a table that are here.

    Parameters
    ----------
    table
        The rows, in the order of files and lines.
    where
        For each row its file, and its line there.
    rules
        For each row the rules that it may break; None where every row is here.
    """

    table: Table
    where: Sequence[tuple[str, int]]
    rules: Sequence[Collection[str]] | None = None

    def find_row(self, line: int | None) -> int | None:
        """Return the row of a problem's line; None for that of the header, or of no row."""
        row = bisect_right(self.table.lines, line or 0) - 1
        return row if row >= 0 else None

    def place(self, problem: Problem) -> Problem:
        """Return a problem with the file of its row, and its line there."""
        row = self.find_row(problem.line)
        if row is None or problem.line is None:
            return problem
        file, line = self.where[row]
        return replace(problem, file=file, line=line + problem.line - self.table.lines[row])


def fetch_table(table: SparkTable) -> DoubtfulRows:
    """Return all rows of a table."""
    cells = fetch_cells(table.frame)
    places = _list_places(cells)
    return _build_rows(table, cells, find_lines(table, places))


def fetch_relations(data: SparkData, picked: Picked) -> DoubtfulRows:
    """Return the relations that were picked, and those above a cell that may have been merged."""
    table = data.tables["relations"]
    if not picked.rules:
        return DoubtfulRows(Table(table.name, {name: [] for name in table.columns}, []), [], [])
    lines = find_lines(table, picked.rules)
    blank = (place for place, rules in picked.rules.items() if "empty" in rules)
    above = {place for each in blank if (place := lines.find_previous(*each))}
    if not table.has_lines:  # the lines of these are wanted, too
        lines = find_lines(table, {*picked.rules, *above})
    cells = _fetch_places(table.frame, [*picked.rules, *above])
    return _build_rows(table, cells, lines, picked)


def fetch_actors(data: SparkData, picked: Picked, relations: Table) -> DoubtfulRows:
    """Return the actors that were picked, those whom relations name, and who looks like them."""
    table = data.tables["actors"]
    own = _fetch_places(table.frame, list(picked.rules))
    texts = {*_list_named(relations), *_list_lookalikes(own)}
    rows = {*(row for _, _, row in picked.rules), *_find_spelt(data, texts)}
    rows.update(_find_numbered(data, relations))
    cells = _fetch_rows(table.frame, rows)
    return _build_rows(table, cells, find_lines(table, _list_places(cells)), picked)


def _list_named(relations: Table) -> set[str]:
    """Return the texts by which relations name actors, one or several in a cell."""
    texts = {text for name in (*ENDS, "claimant") for text in relations.cells(name)}
    return texts | {part for text in texts for part in BETWEEN.split(text) if part}


def _list_lookalikes(actors: Mapping[str, Sequence[str]]) -> set[str]:
    """Return the texts that look like those that actors have in another script."""
    found = set()
    for name in {"id", "name", "aliases"} & set(actors):
        for text in {part for cell in actors[name] for part in split_cell(cell)}:
            if has_foreign_letter(text):
                found |= {make_skeleton(text, COMMON_CONFUSABLES), make_skeleton(text)}
    return found


def _find_spelt(data: SparkData, texts: Iterable[str]) -> set[int]:
    """Return the rows of the actors that have one of some texts for id, name or alias."""
    import pyarrow as pa
    from pyspark.sql import functions as F

    column = pa.array(sorted(texts), pa.string())
    if not len(column):
        return set()
    sent = F.broadcast(data.session.createDataFrame(pa.table({"text": column})))
    found = data.session.table(SPELLINGS).join(sent, "text", "left_semi")
    return set(fetch_cells(found.select(ROW).distinct())[ROW])


def _find_numbered(data: SparkData, relations: Table) -> set[int]:
    """Return the rows of the actors whose id is an end of relations but for lost zeros."""
    from pyspark.sql import functions as F

    ends = {end for name in ENDS for end in relations.cells(name)}
    wanted = {match[1] for end in ends if (match := NUMBER.fullmatch(end))}
    if not wanted:
        return set()
    actors = data.session.table("actors")
    number = F.regexp_extract("id", f"^{NUMBER.pattern}$", 1).alias("_digits")
    sent = data.session.createDataFrame([(each,) for each in sorted(wanted)], "_digits string")
    found = actors.select(ROW, number).join(F.broadcast(sent), "_digits", "left_semi")
    return set(fetch_cells(found.select(ROW))[ROW])


def _fetch_places(frame: DataFrame, places: Sequence[Place]) -> dict[str, list[Any]]:
    return _fetch_rows(frame, {row for _, _, row in places})


def _fetch_rows(frame: DataFrame, rows: Collection[int]) -> dict[str, list[Any]]:
    """Return the cells of some rows."""
    import numpy as np
    from pyspark.sql import functions as F

    numbers = np.array(sorted(rows), np.int64)
    sent = F.broadcast(send_columns(frame.sparkSession, {ROW: numbers}))
    return fetch_cells(frame.join(sent, ROW, "left_semi"))


def _list_places(cells: Mapping[str, Sequence[Any]]) -> list[Place]:
    return list(zip(cells[FILE], cells[BLOCK], cells[ROW], strict=True))


def _build_rows(
    table: SparkTable,
    cells: Mapping[str, Sequence[Any]],
    lines: RowLines,
    picked: Picked | None = None,
) -> DoubtfulRows:
    """Return rows in their order as a table; rows without any text are none."""
    places = _list_places(cells)
    filled = [any(row) for row in zip(*(cells[name] for name in table.columns), strict=True)]
    order = sorted((at for at, each in enumerate(filled) if each), key=places.__getitem__)
    where = [(name_file(table, places[at][0]), lines.find(*places[at])) for at in order]
    numbers = [
        line if name == table.name else NamedLine(number * BEYOND, f"{line} of {name}")
        for number, (name, line) in enumerate(where, 1)
    ]
    columns = {name: [cells[name][at] for at in order] for name in table.columns}
    here = Table(
        table.name, columns, numbers, header_line=max(table.header_line, 1),
        line_offsets={} if table.has_lines else _find_offsets(columns, len(order)),
        column_count=table.width,
        ragged=_count_ragged(table, [cells[RAGGED][at] for at in order]),
    )  # fmt: skip
    rules = [picked.rules.get(places[at], ()) for at in order] if picked else None
    return DoubtfulRows(here, where, rules)


def _find_offsets(columns: Mapping[str, Sequence[str]], count: int) -> dict[int, dict[str, int]]:
    """Return for each row of several lines how far below its start each cell starts."""
    found = {}
    for row in range(count):
        breaks = [cells[row].count("\n") for cells in columns.values()]
        if any(breaks):
            found[row] = dict(zip(columns, accumulate(breaks, initial=0), strict=False))
    return found


def _count_ragged(table: SparkTable, texts: Sequence[str]) -> dict[int, int]:
    """Return how many cells each row has that has too few or too many, blank ones left out."""
    found = {}
    for row, text in enumerate(texts):
        if text:
            cells = next(csv.reader(text.splitlines(keepends=True), delimiter=table.delimiter))
            while len(cells) > table.width and not cells[-1].strip():
                cells.pop()
            if len(cells) != table.width:
                found[row] = len(cells)
    return found

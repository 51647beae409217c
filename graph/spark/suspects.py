"""Which rows on Spark may break a rule: picked in SQL by `graph.rules.row_queries`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

from graph.rules.check import MOST_COUNTED
from graph.rules.row_queries import ROW_QUERIES
from graph.rules.row_query import EVERY_COLUMN, RowQuery
from graph.spark.data import SparkData
from graph.spark.numbers import fetch_cells
from graph.spark.tables import BLOCK, FILE, RAGGED, ROW
from graph.spark.views import quote

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

Place = tuple[str, int, int]
"""Where a row is: `FILE`, `BLOCK` and `ROW`. Places sort as rows do in files."""

MOST_PICKED = MOST_COUNTED  # rows of a condition; of more, the first are looked at
UNKNOWN, SLIP = "unknown-actor", "unknown-type"
RAGGED_ROW = "ragged-row"


class RowCondition(NamedTuple):
    """A condition of rows that may break rules.

    Parameters
    ----------
    rules
        The names of the rules.
    column
        The column of the cell that is looked at; empty for the row.
    condition
        In SQL.
    once
        Whether the first row of each cell is enough.
    """

    rules: tuple[str, ...]
    column: str
    condition: str
    once: bool = False


class Picked(NamedTuple):
    """The rows of a table that may break rules.

    Parameters
    ----------
    rules
        By the place of each row the rules that it may break.
    cut
        The rules for which more rows were picked than are looked at.
    """

    rules: dict[Place, set[str]]
    cut: set[str]

    def add(self, places: Sequence[Place], rules: Sequence[str]) -> None:
        """Add rows that may break rules, in their order."""
        if len(places) > MOST_PICKED:
            self.cut.update(rules)
        for place in places[:MOST_PICKED]:
            self.rules.setdefault(place, set()).update(rules)


def pick_rows(data: SparkData, family: str) -> Picked:
    """Return the rows of a family that may break a rule.

    Parameters
    ----------
    data
        The data, whose tables Spark's SQL sees; see `graph.spark.views`.
    family
        ``actors``, ``relations``, ``sources`` or ``types``.
    """
    picked, table = Picked({}, set()), data.session.table(family)
    doubts = list(_list_doubts(data, family))
    _pick_by_cells(table, [each for each in doubts if "SELECT" not in each.condition], picked)
    for doubt in doubts:
        if "SELECT" in doubt.condition:
            _pick_by_tables(data, family, doubt, picked)
    return picked


def _list_doubts(data: SparkData, family: str) -> Iterator[RowCondition]:
    """Yield the conditions of a family; of what any cell may have, one for all cells."""
    columns = data.tables[family].columns
    yield RowCondition((RAGGED_ROW,), "", f"{RAGGED} IS NOT NULL")
    for query in ROW_QUERIES[family]:
        if "joint-amount" in query.rules and "note" not in columns:
            continue  # or its notes, which are none, would be counted
        if query.columns == EVERY_COLUMN:
            joined = f"concat_ws(' ', {', '.join(map(quote, columns))})"
            whole = RowQuery(query.rules, (), query.condition.replace("cell", joined))
            yield RowCondition(query.rules, "", whole.condition)
            continue
        for column, condition in query.list_conditions(family, columns, quote):
            yield RowCondition(query.rules, column, condition, query.once)


def _pick_by_cells(table: DataFrame, doubts: Sequence[RowCondition], picked: Picked) -> None:
    """Pick by conditions about the row alone: one pass counts, a second one fetches."""
    from pyspark.sql import functions as F

    counts = table.agg(*[F.count_if(F.expr(each.condition)) for each in doubts]).first() or ()
    few, rest = list[RowCondition](), list[RowCondition]()
    for doubt, count in zip(doubts, counts, strict=True):
        if count:
            (rest if doubt.once or count > MOST_PICKED else few).append(doubt)
    if few:
        flags = [F.expr(each.condition).alias(f"_{number}") for number, each in enumerate(few)]
        flagged = table.select(FILE, BLOCK, ROW, *flags)
        names = [f"_{number}" for number in range(len(few))]
        cells = fetch_cells(flagged.where(reduce(or_, map(F.col, names))))
        places = list(zip(cells[FILE], cells[BLOCK], cells[ROW], strict=True))
        for name, doubt in zip(names, few, strict=True):
            found = [place for place, flag in zip(places, cells[name], strict=True) if flag is True]
            picked.add(found, doubt.rules)
    for doubt in rest:
        picked.add(_fetch_places(table.where(doubt.condition), doubt), doubt.rules)


def _pick_by_tables(data: SparkData, family: str, doubt: RowCondition, picked: Picked) -> None:
    """Pick by a condition that asks other rows; about a cell, each different one once."""
    from pyspark.sql import functions as F

    table = data.session.table(family)
    if not doubt.column:
        picked.add(_fetch_places(table.where(doubt.condition), doubt), doubt.rules)
        return
    name = quote(doubt.column)
    values = table.select(name).distinct().alias(family).where(doubt.condition)
    if SLIP in doubt.rules:
        values = values.where(F.col(name).isin(list(data.vocabulary.slips)))
    values = values.persist()
    if values.isEmpty():
        return
    rows = table.join(values, doubt.column, "left_semi")
    if UNKNOWN in doubt.rules and doubt.column != "claimant":
        # Each end makes an actor; without a table of actors none is wrong.
        picked.add(_fetch_places(rows, doubt._replace(once=True)), doubt.rules)
        if "actors" not in data.tables:
            return
    picked.add(_fetch_places(rows, doubt), doubt.rules)


def _fetch_places(rows: DataFrame, doubt: RowCondition) -> list[Place]:
    """Return the places of the first rows, one more than are looked at."""
    from pyspark.sql import functions as F

    if doubt.once:
        first = F.min(F.struct(FILE, BLOCK, ROW)).alias("_first")
        rows = rows.groupBy(quote(doubt.column)).agg(first).select("_first.*")
    found = rows.select(FILE, BLOCK, ROW).orderBy(FILE, BLOCK, ROW).limit(MOST_PICKED + 1)
    cells = fetch_cells(found)
    return list(zip(cells[FILE], cells[BLOCK], cells[ROW], strict=True))

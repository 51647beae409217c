"""Bring rows home from Spark, as an ordinary Network."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from graph.data.columns import Columns
from graph.data.counts import format_count
from graph.data.table import Table
from graph.errors import QuestionError
from graph.network import Network
from graph.spark.data import SparkData
from graph.spark.ends import SOURCE, TARGET
from graph.spark.numbers import fetch_cells, keep, send_columns
from graph.spark.tables import BLOCK, FILE, ROW

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from pyspark.sql import DataFrame

    Numbers = NDArray[np.int32]

MOST_HOME = 2_000_000  # relations that are brought home


def among(relations: DataFrame, numbers: Numbers) -> DataFrame:
    """Return the relations whose two ends are among some actors."""
    from pyspark.sql import functions as F

    for end in (SOURCE, TARGET):
        sent = send_columns(relations.sparkSession, {end: numbers})
        relations = relations.join(F.broadcast(sent), end, "left_semi")
    return relations


def bring_home(
    data: SparkData, actors: Numbers, relations: DataFrame, context: Iterable[int] = ()
) -> Network:
    """Return the Network of some actors and some relations between them.

    Parameters
    ----------
    actors
        The numbers of the actors.
    relations
        The relations: `ROW`, `SOURCE` and `TARGET`.
    context
        Further actors.

    Raises
    ------
    QuestionError
        When there are too many relations for one process.
    """
    import numpy as np
    from pyspark.sql import functions as F

    slim = keep(relations.select(ROW, SOURCE, TARGET))
    count = slim.count()
    if count > MOST_HOME:
        what = (
            f"{format_count(count, 'relation')} are too many to bring home: at most {MOST_HOME:,}."
        )
        raise QuestionError("extract", f"{what} Ask for fewer steps, or filter.")
    table = data.tables["relations"]
    wanted = F.broadcast(slim) if count <= MOST_HOME // 4 else slim
    cells: dict[str, list[Any]] = fetch_cells(table.frame.join(wanted, ROW))
    where = list(zip(cells[FILE], cells[BLOCK], cells[ROW], strict=True))
    order = sorted(range(count), key=where.__getitem__)
    columns = {name: [cells[name][at] for at in order] for name in table.columns}
    sources, targets = ([cells[end][at] for at in order] for end in (SOURCE, TARGET))
    claimants = _find_claimants(data, columns.get("claimant", ()))
    every = np.unique(np.array([*actors.tolist(), *context, *claimants], np.int32))
    numbers, actor_cells = data.fetch_actors(every)
    id_of = dict(zip(numbers, actor_cells["id"], strict=True))
    columns["source"] = [id_of[number] for number in sources]
    columns["target"] = [id_of[number] for number in targets]
    columns["type"] = data.read_types(columns.get("type", [""] * count))
    for name in ("weight", "confidence"):
        if name in columns:
            columns[name] = data.read_numbers(name, columns[name])
    tables = (
        Table("actors.csv", actor_cells, range(2, len(numbers) + 2)),
        Table(table.name, columns, range(2, count + 2)),
    )
    return Network.from_columns(Columns(*tables, data.sources, data.types))


def _find_claimants(data: SparkData, cells: Sequence[str]) -> list[int]:
    """Return the numbers of the actors that cells name as claimants."""
    named = sorted(set(filter(None, cells)))
    return data.find_named(named) if named else []

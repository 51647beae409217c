"""Resolve the names that a person types to actors on Spark, by the rules of one machine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from graph.data.columns import Columns, split_cell
from graph.data.table import Table
from graph.names.resolve import WHITE_SPACE, find_candidates, find_nearest_rows
from graph.network import Network
from graph.spark.data import SparkData
from graph.spark.ends import NUMBER
from graph.spark.numbers import fetch_cells

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa
    from numpy.typing import NDArray

    from graph.data.records import Actor

    Numbers = NDArray[np.int32]

SPELLINGS = ("id", "name", "aliases")

Find = Callable[[str, Sequence[tuple[str, ...]]], list[int]]


def resolve_actor(data: SparkData, query: str) -> tuple[Actor, int]:
    """Return the one actor that a name leads to, and its number.

    Raises
    ------
    ActorError
        When it names nobody, with the nearest actors, or several.
    """
    numbers = _find_numbers(data, query, find_candidates)
    if not numbers:
        numbers = _find_numbers(data, query, find_nearest_rows)
    few, home = _build_network(data, numbers)
    actor = home.resolve(query)  # who is meant, or who is nearest, these alone decide
    return actor, few[home.columns.actor_row[actor.id]]


def list_actors(data: SparkData, numbers: Sequence[int] | Numbers) -> tuple[Actor, ...]:
    """Return actors by their numbers, in their order."""
    found, home = _build_network(data, numbers)
    row = {number: at for at, number in enumerate(found)}
    return tuple(home.columns.actor(row[int(number)]) for number in numbers)


def _build_network(data: SparkData, numbers: Sequence[int] | Numbers) -> tuple[list[int], Network]:
    """Return some actors, without relations."""
    import numpy as np

    found, cells = data.fetch_actors(np.array(numbers, np.int32))
    tables = Table("actors.csv", cells, range(len(found))), Table("relations.csv", {}, ())
    return found, Network.from_columns(Columns(*tables, data.sources, data.types))


def _find_numbers(data: SparkData, query: str, find: Find) -> list[int]:
    """Return the numbers of the actors that a function finds among the spellings of some."""
    if data.has_actors_here:
        return find(query, _list_spellings(data.fetch_all_actors()))
    from pyspark.sql import functions as F

    names = [name for name in SPELLINGS if name in data.actors.columns]
    rows = data.actors.frame.select(NUMBER, *names)
    if find is find_candidates:  # an id needs no Python on the workers
        exact = fetch_cells(rows.where(F.col("id") == query.strip(WHITE_SPACE)).select(NUMBER))
        if exact[NUMBER]:
            return exact[NUMBER]
    find_each = partial(find_in_batches, query=query, find=find)
    return sorted(fetch_cells(rows.mapInArrow(find_each, f"{NUMBER} int"))[NUMBER])


def _list_spellings(cells: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
    aliases = cells.get("aliases") or [""] * len(cells["id"])
    return [
        (id_, name, *split_cell(others or ""))
        for id_, name, others in zip(cells["id"], cells["name"], aliases, strict=True)
    ]


def find_in_batches(
    batches: Iterable[pa.RecordBatch], query: str, find: Find
) -> Iterator[pa.RecordBatch]:
    """Yield the numbers of the actors that a query may mean: Spark calls it on its workers."""
    import pyarrow as pa

    for batch in batches:
        cells = {name: batch.column(name).to_pylist() for name in batch.schema.names}
        numbers = [cells[NUMBER][row] for row in find(query, _list_spellings(cells))]
        yield pa.RecordBatch.from_arrays([pa.array(numbers, pa.int32())], [NUMBER])

"""The data of a folder on Spark: actors with numbers, relations with the numbers of their ends."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from graph.data.records import Source
from graph.data.table import Table
from graph.data.vocabulary import DEFAULT_TYPE, RelationType
from graph.errors import DataError, Problem
from graph.rules.filled_cells import fill_cells
from graph.rules.headers import REQUIRED_COLUMNS
from graph.spark.ends import (
    NUMBER,
    SOURCE,
    TARGET,
    NumberedActors,
    find_ends,
    index_names,
    number_actors,
)
from graph.spark.files import find_files
from graph.spark.numbers import fetch_cells, send_columns
from graph.spark.tables import ROW, SparkTable, read_table
from graph.spark.vocabulary import Vocabulary, read_vocabulary

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from pyspark.sql import Column, DataFrame, SparkSession

    Numbers = NDArray[np.int32]

CELLS = ("type", "stance", "start", "end", "confidence", "basis", "claimant", "reference", "weight")
"""The cells of relations that questions may need."""

MOST_HERE = 200_000  # actors that are kept in this process, too, once somebody is asked for
MOST_VALUES = 100_000  # of numbers with a comma or a point, to see which of them is the decimal


@dataclass(frozen=True, eq=False)
class SparkData:
    """The rows of a folder, read by the data contract.

    Parameters
    ----------
    session
        Where they are.
    tables
        By family, as text: ``relations``, and what there is beside them.
    """

    session: SparkSession
    tables: Mapping[str, SparkTable]
    _read: dict[tuple[str, ...], DataFrame] = field(default_factory=dict)
    _every: list[NumberedActors] = field(default_factory=list)
    _here: list[dict[str, list[str]]] = field(default_factory=list)

    @classmethod
    def read(
        cls,
        session: SparkSession,
        folder: str,
        given: Mapping[str, str] | None = None,
        encoding: str | None = None,
    ) -> SparkData:
        """Find the files of a folder, and read their headers.

        Raises
        ------
        DataError
            When a file is missing, or one of its columns that are due.
        """
        found = find_files(session, folder, given)
        tables = {
            family: read_table(session, family, files, encoding) for family, files in found.items()
        }
        missing = [
            Problem(table.name, table.header_line or None, column, "this column is missing.",
                    f"Required: {', '.join(REQUIRED_COLUMNS[family])}.", rule="missing-column")
            for family, table in tables.items()
            for column in REQUIRED_COLUMNS[family]
            if column not in table.columns
        ]  # fmt: skip
        if missing:
            raise DataError(missing)
        return cls(session, tables)

    # The actors

    @property
    def actors(self) -> NumberedActors:
        """All actors, those that are made of the ends of relations too."""
        if not self._every:
            self.relations("type")
        return self._every[0]

    @property
    def listed_total(self) -> int:
        """How many actors the file has; those that are made of ends come behind them."""
        return self._listed_actors.total

    @cached_property
    def _listed_actors(self) -> NumberedActors:
        """The actors that the file has."""
        if "actors" in self.tables:
            return number_actors(self.tables["actors"])
        schema = "id string, name string, kind string, _number int"
        empty = self.session.createDataFrame([], schema)
        return NumberedActors(empty, ["id", "name", "kind"], 0)

    @property
    def has_actors_here(self) -> bool:
        """Whether the actors are few enough to be kept in this process, all of them."""
        return self.actors.total <= MOST_HERE

    def fetch_actors(self, numbers: Numbers) -> tuple[list[int], dict[str, list[str]]]:
        """Return the numbers and the cells of some actors, in row order."""
        from pyspark.sql import functions as F

        if self.has_actors_here:
            wanted = sorted(set(numbers.tolist()))
            every = self.fetch_all_actors()
            return wanted, {name: [every[name][at] for at in wanted] for name in every}
        sent = F.broadcast(send_columns(self.session, {NUMBER: numbers}))
        return _sort_actors(self.actors.frame.join(sent, NUMBER, "left_semi"))

    def fetch_all_actors(self) -> Mapping[str, list[str]]:
        """Return the cells of all actors, which are few, in row order."""
        if not self._here:
            self._here.append(_sort_actors(self.actors.frame)[1])
        return self._here[0]

    # The relations

    def relations(self, *cells: str) -> DataFrame:
        """Return the relations: `ROW`, `SOURCE`, `TARGET` and some of `CELLS`.

        What was read once is kept on Spark, in memory or on disk.
        """
        wanted = tuple(name for name in CELLS if name in {"type", "stance", *cells})
        for read, frame in self._read.items():
            if set(wanted) <= set(read):
                return frame.select(ROW, SOURCE, TARGET, *wanted)
        frame = self.tables["relations"].frame
        keys = [self.get_cell(name).alias(name) for name in wanted]
        found, every = find_ends(frame, self._listed_actors, keys)
        self._read[wanted] = found
        self._every[:] = [every]
        return found.select(ROW, SOURCE, TARGET, *wanted)

    def get_cell(self, name: str) -> Column:
        """Return a cell of the relations; blank where they have no such column."""
        from pyspark.sql import functions as F

        if name not in self.tables["relations"].columns:
            return F.lit(DEFAULT_TYPE if name == "type" else "")
        cell = F.col(name)
        if name == "type":
            cell = F.when(cell == "", F.lit(DEFAULT_TYPE)).otherwise(cell)
            for written, meant in self.vocabulary.renamed.items():
                cell = F.when(cell == written, F.lit(meant)).otherwise(cell)
        if name in self.decimal_commas:
            cell = F.replace(cell, F.lit(","), F.lit("."))
        return cell

    @cached_property
    def decimal_commas(self) -> Collection[str]:
        """The columns of numbers whose commas are decimal; see `graph.rules.filled_cells`."""
        columns = self.tables["relations"].columns
        return [
            name for name in ("weight", "confidence") if name in columns and self._has_commas(name)
        ]

    def _has_commas(self, column: str) -> bool:
        from pyspark.sql import functions as F

        cells = self.tables["relations"].frame.select(column)
        if cells.where(F.col(column).contains(",")).isEmpty():
            return False
        values = cells.where(F.col(column).rlike("[,.]")).distinct().limit(MOST_VALUES)
        asked = fetch_cells(values)[column]
        ends: dict[str, Sequence[str]] = dict.fromkeys(
            ("source", "target", "type"), ["-"] * len(asked)
        )
        table = Table("relations.csv", {**ends, column: asked}, range(len(asked)))
        filled, _ = fill_cells({"relations": table})
        return list(filled["relations"].cells(column)) != asked

    def read_types(self, cells: Sequence[str]) -> list[str]:
        """Return the types that cells mean."""
        renamed = self.vocabulary.renamed
        return [renamed.get(cell, cell) or DEFAULT_TYPE for cell in cells]

    def read_numbers(self, column: str, cells: list[str]) -> list[str]:
        """Return the cells of a column of numbers with decimal points."""
        if column not in self.decimal_commas:
            return cells
        return [cell.replace(",", ".") for cell in cells]

    def find_named(self, texts: Sequence[str]) -> list[int]:
        """Return the numbers of the actors that texts name as ends of relations may."""
        import pyarrow as pa
        from pyspark.sql import functions as F

        sent = self.session.createDataFrame(pa.table({"_text": pa.array(texts, pa.string())}))
        named = index_names(self.actors).join(F.broadcast(sent), "_text", "left_semi")
        return sorted(fetch_cells(named.select(NUMBER))[NUMBER])

    # FilterWords

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The types that the relations have, and the sources."""
        relations = self.tables["relations"]
        used = [DEFAULT_TYPE]
        if "type" in relations.columns:
            used += fetch_cells(relations.frame.select("type").distinct())["type"]
        return read_vocabulary(
            sorted({name for name in used if name}),
            {name: self._fetch_table(name) for name in ("sources", "types") if name in self.tables},
        )

    @property
    def types(self) -> Mapping[str, RelationType]:
        """Every relation type in force, by name."""
        return self.vocabulary.types

    @property
    def sources(self) -> Mapping[str, Source]:
        """The sources, by id."""
        return self.vocabulary.sources

    def count_types(self) -> dict[str, int]:
        """Return how many relations have each type."""
        from pyspark.sql import functions as F

        cells = self.tables["relations"].frame.select(self.get_cell("type").alias("type"))
        counts = fetch_cells(cells.groupBy("type").agg(F.count("*").alias("count")))
        return dict(zip(counts["type"], counts["count"], strict=True))

    def list_values(self, family: str, column: str) -> list[str]:
        """Return the values of a column, each once, in order; none where there is no column."""
        if family == "actors":
            frame, columns = self.actors.frame, self.actors.columns
        else:
            frame, columns = self.tables[family].frame, self.tables[family].columns
        if column not in columns:
            return []
        return sorted(fetch_cells(frame.select(column).distinct())[column])

    def find_examples(self, kinds: Sequence[str]) -> list[int]:
        """Return the number of an actor of each kind."""
        from pyspark.sql import functions as F

        rows = self.actors.frame.where(F.col("kind").isin(list(kinds)))
        return fetch_cells(rows.groupBy("kind").agg(F.min(NUMBER).alias(NUMBER)))[NUMBER]

    def list_claims(self) -> tuple[list[str], dict[str, list[str]]]:
        """Return the texts in the column ``claimant``, and the actors that they name."""
        import numpy as np

        claims = [claim for claim in self.list_values("relations", "claimant") if claim]
        numbers = self.find_named(claims) if claims else []
        return claims, self.fetch_actors(np.array(numbers, np.int32))[1] if numbers else {}

    def _fetch_table(self, family: str) -> Table:
        table = self.tables[family]
        rows = table.frame.orderBy("_file", "_block", ROW)
        cells = fetch_cells(rows.select(*(f"`{name}`" for name in table.columns)))
        count = len(next(iter(cells.values()), ()))
        lines = range(table.header_line + 1, table.header_line + 1 + count)
        return Table(table.name, cells, lines, header_line=table.header_line)


def _sort_actors(frame: DataFrame) -> tuple[list[int], dict[str, list[str]]]:
    """Return the numbers and the cells of actors, in row order."""
    cells = fetch_cells(frame)
    found = cells.pop(NUMBER)
    order = sorted(range(len(found)), key=found.__getitem__)
    return [found[at] for at in order], {
        name: [column[at] for at in order] for name, column in cells.items()
    }

"""Check the files of a folder on Spark: SQL picks the rows in doubt, the rules of Python decide.

The rows in doubt come home with those that the rules compare them with, and are checked by the one
set of rules. Of what the rules say counts what concerns a row that was picked for that rule, and
what concerns no row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.data.limits import Limits
from graph.errors import Problem
from graph.rules.accepted import Acceptance
from graph.rules.check import check_tables
from graph.rules.checked_columns import prepare_columns
from graph.rules.prepared_columns import PreparedColumns
from graph.rules.row_queries import ROW_QUERIES
from graph.rules.whole_data import WholeData
from graph.spark import data as spark_data
from graph.spark import suspects
from graph.spark.data import SparkData
from graph.spark.doubtful_rows import (
    DoubtfulRows,
    fetch_actors,
    fetch_relations,
    fetch_table,
)
from graph.spark.suspects import RAGGED_ROW, UNKNOWN, Picked, pick_rows
from graph.spark.views import show_tables

OF_ROWS = {RAGGED_ROW, *(
    rule for queries in ROW_QUERIES.values() for each in queries for rule in each.rules
)}  # fmt: skip
OF_ACTORS = {rule for each in ROW_QUERIES["actors"] for rule in each.rules}


SMALL = ("sources", "types")


class Checked(NamedTuple):
    """What a check found.

    Parameters
    ----------
    problems
        The errors and warnings, in the order of files and lines.
    actor_count, relation_count, source_count
        How many there are, with the actors that are made of ends.
    """

    problems: Sequence[Problem]
    actor_count: int
    relation_count: int
    source_count: int


@dataclass
class InDoubt(Acceptance):
    """Leaves out what rules say of rows that were not picked for them: these miss their like."""

    rows: Mapping[str, DoubtfulRows] = field(default_factory=dict)

    def covers(self, prepared: PreparedColumns, problem: Problem) -> bool:
        """Return whether a problem is of a row that was not picked for its rule."""
        del prepared
        here = self.rows.get(problem.file)
        row = None if here is None else here.find_row(problem.line)
        if here is None or here.rules is None or row is None or problem.rule not in OF_ROWS:
            return False
        rules = here.rules[row]
        of_made_actor = UNKNOWN in rules and problem.rule in OF_ACTORS
        return problem.rule not in rules and not of_made_actor


def check(data: SparkData, most: int = Limits.most_problems) -> Checked:
    """Return the errors and warnings of the files.

    Notes about what was filled in are not told, and warnings are told also where accepted.csv
    accepts them.

    Parameters
    ----------
    data
        The data.
    most
        The most errors, and the most warnings, that are listed of a table.
    """
    for family in ("relations", "actors"):
        if family in data.tables:
            data.tables[family].frame.persist()
    show_tables(data)
    picked = {"relations": pick_rows(data, "relations")}
    rows = {"relations": fetch_relations(data, picked["relations"])}
    rows.update({name: fetch_table(data.tables[name]) for name in SMALL if name in data.tables})
    if "actors" in data.tables:
        rows["actors"] = _fetch_actors(data, picked, rows["relations"])
    prepared = prepare_columns(
        {name: each.table for name, each in rows.items()}, whole=_know_whole(data)
    )
    in_doubt = InDoubt(rows={each.table.name: each for each in rows.values()})
    problems = [
        *(_tell_cut(data.tables[name].name, each) for name, each in picked.items() if each.cut),
        *(each for each in prepared.notes if each.severity != "note"),
        *check_tables(prepared, most, in_doubt),
    ]
    name = prepared.columns.actors.name
    problems.sort(key=lambda each: each.file != name)
    here = in_doubt.rows
    return Checked(
        [here[each.file].place(each) if each.file in here else each for each in problems],
        _count_actors(data) + prepared.columns.actors.made_count,
        data.tables["relations"].frame.count(),
        len(data.sources),
    )


def _fetch_actors(
    data: SparkData, picked: dict[str, Picked], relations: DoubtfulRows
) -> DoubtfulRows:
    """Return all actors if they are few; else those in doubt, and whom they are compared with."""
    if _count_actors(data) <= spark_data.MOST_HERE:
        return fetch_table(data.tables["actors"])
    picked["actors"] = pick_rows(data, "actors")
    return fetch_actors(data, picked["actors"], relations.table)


def _know_whole(data: SparkData) -> WholeData:
    """Return what rules have to know of all rows."""
    counts = data.count_types() if data.vocabulary.undeclared else {}
    return WholeData(_count_actors(data), data.decimal_commas, counts)


def _count_actors(data: SparkData) -> int:
    return data.tables["actors"].frame.count() if "actors" in data.tables else 0


def _tell_cut(name: str, picked: Picked) -> Problem:
    most, rules = suspects.MOST_PICKED, ", ".join(sorted(picked.cut))
    what = f"more than {most:,} rows may break a rule ({rules})."
    remedy = f"The first {most:,} are checked, and counted. Correct these first."
    return Problem(name, None, "", what, remedy, "warning", rule="not-listed")

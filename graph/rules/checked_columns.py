"""Build checked columns from tables of text, wherever these were read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from graph.data.columns import SOURCE_COLUMNS, TYPE_COLUMNS, Columns, collect_attributes
from graph.data.declared_types import declare_type
from graph.data.limits import Limits
from graph.data.records import Source
from graph.data.table import Table
from graph.data.vocabulary import TYPES, RelationType
from graph.errors import DataError, Problem
from graph.rules import check
from graph.rules.filled_cells import fill_cells


def build_checked_columns(
    tables: Mapping[str, Table], *, strict: bool = False, most: int = Limits.most_problems
) -> tuple[Columns, list[Problem]]:
    """Check tables by every rule, and return their columns and the warnings.

    Parameters
    ----------
    tables
        By family: ``actors`` and ``relations``; ``sources`` and ``types`` are optional.
    strict
        Whether warnings are errors.
    most
        The most errors, and the most warnings, that are listed of a table; the rest is counted.

    Raises
    ------
    DataError
        With every problem, when there is an error among them.
    """
    tables, notes = fill_cells(tables)
    actors, relations = tables["actors"], tables["relations"]
    sources = tables.get("sources", Table("sources.csv", {}, ()))
    types = tables.get("types", Table("types.csv", {}, ()))
    all_types = {**TYPES, **_build_types(types)}
    columns = Columns(actors, relations, _build_sources(sources), all_types)
    problems = check.check_tables(columns, sources, types, most)
    problems = sorted([*notes, *problems], key=lambda each: each.file != actors.name)
    if strict:
        problems = [
            replace(each, severity="error") if each.severity == "warning" else each
            for each in problems
        ]
    if any(problem.severity == "error" for problem in problems):
        raise DataError(problems)
    return columns, problems


def _build_types(types: Table) -> Mapping[str, RelationType]:
    """Return the types that types.csv declares; they are checked later."""
    rows = zip(*map(types.cells, TYPE_COLUMNS), strict=True)
    declared = (dict(zip(TYPE_COLUMNS, cells, strict=True)) for cells in rows)
    return {cells["type"]: declare_type(cells) for cells in declared if cells["type"]}


def _build_sources(table: Table) -> Mapping[str, Source]:
    rows = zip(*map(table.cells, SOURCE_COLUMNS), strict=True)
    return {
        values[0]: Source(
            **dict(zip(SOURCE_COLUMNS, values, strict=True)),
            attributes=collect_attributes(table, SOURCE_COLUMNS, row),
        )
        for row, values in enumerate(rows)
    }

"""Build checked columns from tables of text, wherever these were read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from graph.data.cell_values import collect_attributes
from graph.data.columns import SOURCE_COLUMNS, TYPE_COLUMNS, Columns
from graph.data.declared_types import declare_type
from graph.data.limits import Limits
from graph.data.records import Source
from graph.data.table import Table
from graph.data.vocabulary import TYPES, RelationType
from graph.errors import DataError, Problem
from graph.rules import check
from graph.rules.accepted import Acceptance, AcceptedWarning
from graph.rules.edge_directions import read_directions
from graph.rules.filled_cells import fill_cells
from graph.rules.foreign_headers import read_foreign_headers
from graph.rules.headers import has_errors, has_required_columns
from graph.rules.missing_actors import Completed, complete_actors
from graph.rules.prepared_columns import PreparedColumns
from graph.rules.set_aside import RowsAside, explain_needed, set_rows_aside
from graph.rules.undeclared_types import read_types
from graph.rules.whole_data import WholeData

MOST_ROUNDS = 20  # of setting aside: each finds the rows that mean nothing without those before
ABSENT_ACTORS: Mapping[str, list[str]] = {"id": [], "name": [], "kind": []}


def build_checked_columns(
    tables: Mapping[str, Table],
    *,
    strict: bool = False,
    most: int = Limits.most_problems,
    set_aside: bool = False,
    accepted: Collection[AcceptedWarning] = (),
) -> tuple[Columns, list[Problem]]:
    """Check tables by every rule, and return their columns and the warnings.

    Parameters
    ----------
    tables
        By family: ``relations``; ``actors``, ``sources`` and ``types`` are optional.
    strict
        Whether warnings are errors.
    most
        The most errors, and the most warnings, that are listed of a table; the rest is counted.
    set_aside
        Whether rows in error are set aside, with a warning that says how many.
    accepted
        Warnings that are left out, with a note that says how many.

    Raises
    ------
    DataError
        With every problem, when there is an error among them.
    """
    aside = RowsAside()
    prepared = prepare_columns(tables)
    if set_aside:
        prepared = _set_aside(tables, prepared, aside)
    acceptance = Acceptance(accepted)
    problems = check.check_tables(prepared, most, acceptance)
    actors_name = prepared.columns.actors.name
    notes = [each for each in prepared.notes if not acceptance.covers(prepared, each)]
    problems = sorted([*notes, *problems], key=lambda each: each.file != actors_name)
    if strict:
        problems = [
            replace(each, severity="error") if each.severity == "warning" else each
            for each in problems
        ]
    problems = [*aside.summarize(tables), *acceptance.list_notes(), *problems]
    if any(problem.severity == "error" for problem in problems):
        raise DataError(explain_needed(tables, problems) if set_aside else problems)
    return prepared.columns, problems


def _set_aside(
    tables: Mapping[str, Table], prepared: PreparedColumns, aside: RowsAside
) -> PreparedColumns:
    """Return columns without the rows in error, as far as errors are those of rows."""
    rest = dict(tables)
    for _ in range(MOST_ROUNDS):
        problems = check.check_tables(prepared, check.MOST_COUNTED)
        fewer = set_rows_aside(rest, problems, aside)
        if all(len(fewer[family]) == len(table) for family, table in rest.items()):
            break
        rest = fewer
        prepared = prepare_columns(rest, aside.names)
    return prepared


def prepare_columns(
    tables: Mapping[str, Table], without: Collection[str] = (), whole: WholeData | None = None
) -> PreparedColumns:
    """Return columns in which everything that has a plain meaning is read, filled in or made.

    Parameters
    ----------
    tables
        By family, as in `build_checked_columns`.
    without
        Ids and names of actors who are set aside, and are not made anew.
    whole
        What is known of all rows, where the tables have some of them.
    """
    tables, notes = read_foreign_headers(tables)
    tables, mutual = _read_directions(tables, notes)
    tables, filled = fill_cells(tables, whole.decimal_commas if whole else None)
    notes += filled
    actors = tables.get("actors", Table(_name_actors(tables), ABSENT_ACTORS, ()))
    relations = tables["relations"]
    sources = tables.get("sources", Table("sources.csv", {}, ()))
    types = tables.get("types", Table("types.csv", {}, ()))
    used = read_types(relations, {**TYPES, **_build_types(types)}, mutual)
    used = replace(used, counts=whole.type_counts) if whole else used
    notes += used.notes
    columns = Columns(actors, used.relations, _build_sources(sources), used.types)
    completed = Completed(columns, {}, ())
    if _is_sound(actors, "actors") and _is_sound(relations, "relations"):
        completed = complete_actors(columns, without, whole, has_file="actors" in tables)
    notes += completed.problems
    return PreparedColumns(completed.columns, sources, types, completed.remedies, used, notes)


def _read_directions(
    tables: dict[str, Table], notes: list[Problem]
) -> tuple[dict[str, Table], frozenset[str]]:
    relations, mutual, found = read_directions(tables["relations"])
    notes += found
    return {**tables, "relations": relations}, mutual


def _is_sound(table: Table, family: str) -> bool:
    return has_required_columns(table, family) and not has_errors(table)


def _name_actors(tables: Mapping[str, Table]) -> str:
    """Return the name of the table of actors where there is none: like that of the relations."""
    return tables["relations"].name.replace("relations", "actors")


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

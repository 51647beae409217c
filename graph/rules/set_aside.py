"""Set aside the rows that are in error, with those that mean nothing without them, on request."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.data.columns import PRIVATE
from graph.data.counts import format_count
from graph.data.dictionary_column import take_rows
from graph.data.matching_rows import find_rows
from graph.data.table import Table
from graph.errors import Problem, join_words
from graph.rules.foreign_headers import read_foreign_headers

RULE = "set-aside"
SHOWN_LINES = 5
REASONS = {
    "actors": "It is not set aside, as other rows may name this private actor.",
    "sources": "It is not set aside, as other rows may cite this private source.",
    "relations": "It is not set aside, as it may be private, or what it disputes would stand.",
}


@dataclass
class RowsAside:
    """The rows that were set aside, by family.

    Parameters
    ----------
    lines
        For each family the lines of its rows, ascending.
    names
        The ids and names of the actors among them, that no other row has.
    types
        The types among them.
    """

    lines: dict[str, list[int]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    types: set[str] = field(default_factory=set)

    def summarize(self, tables: Mapping[str, Table]) -> list[Problem]:
        """Return a warning for each table of which rows are set aside."""
        return [_summarize(tables[family], sorted(lines)) for family, lines in self.lines.items()]


def set_rows_aside(
    tables: Mapping[str, Table], problems: Iterable[Problem], aside: RowsAside
) -> dict[str, Table]:
    """Return the tables without the rows that have errors; note them in `aside`.

    The same tables are returned where no error is one of a row.
    """
    read, _ = read_foreign_headers(tables)
    rows = _find_rows_in_error(tables, problems)
    for family, numbers in rows.items():
        numbers.difference_update(find_needed_rows(read[family], family, numbers, aside))
    if "types" in rows:
        names = read["types"].cells("type")
        aside.types.update(names[row] for row in rows["types"])
        cells = read["relations"].cells("type")
        of_types = find_rows(cells, lambda name: bool(name) and name in aside.types)
        rows.setdefault("relations", set()).update(of_types)
    rest = dict(tables)
    for family, numbers in rows.items():
        table = tables[family]
        rest[family] = _drop_rows(table, numbers)
        lines = [table.lines[row] for row in numbers]
        if lines:
            aside.lines.setdefault(family, []).extend(lines)
    if "actors" in rows:
        left = set(range(len(read["actors"]))) - rows["actors"]
        aside.names |= _list_names(read["actors"], rows["actors"])
        aside.names -= _list_names(read["actors"], left)
    return rest


def _find_rows_in_error(
    tables: Mapping[str, Table], problems: Iterable[Problem]
) -> dict[str, set[int]]:
    """Return the rows of each family that have an error."""
    family_of = {table.name: family for family, table in tables.items()}
    rows: dict[str, set[int]] = {}
    for each in problems:
        family = family_of.get(each.file)
        if each.severity != "error" or family is None or each.line is None:
            continue
        lines = tables[family].lines
        row = bisect_right(lines, each.line) - 1  # a cell may start below its row
        if row >= 0 and each.line != tables[family].header_line:
            rows.setdefault(family, set()).add(row)
    return rows


def find_needed_rows(table: Table, family: str, rows: Iterable[int], aside: RowsAside) -> set[int]:
    """Return the rows without which something private would be shown, or a dispute be gone.

    Others name a private actor and cite a private source. What a row disputes would stand.

    Examples
    --------
    >>> actors = Table("actors.csv", {"name": ["Ann", "Bo"], "private": ["x", "no"]}, [2, 3])
    >>> find_needed_rows(actors, "actors", [0, 1], RowsAside())
    {0}
    """
    marks = table.cells(PRIVATE)
    unknown = {row for row in rows if marks[row] not in ("", "yes", "no")}
    if family in ("actors", "sources"):
        if PRIVATE in table.columns:  # the mark of a row with too few or too many cells is lost
            unknown |= table.ragged.keys() & set(rows)
        return unknown | {row for row in rows if marks[row] == "yes"}
    if family != "relations":
        return set()
    stances, types = table.cells("stance"), table.cells("type")
    ends = table.cells("source"), table.cells("target")
    return unknown | {
        row
        for row in rows
        if stances[row] not in ("", "asserts")
        and types[row] not in aside.types
        and aside.names.isdisjoint(each[row] for each in ends)
    }


def explain_needed(tables: Mapping[str, Table], problems: Iterable[Problem]) -> list[Problem]:
    """Return problems, of which those of rows that are not set aside say why."""
    read, _ = read_foreign_headers(tables)
    family_of = {table.name: family for family, table in tables.items()}
    explained = []
    for each in problems:
        family = family_of.get(each.file, "")
        rows = _find_rows_in_error(tables, [each]).get(family, set())
        if rows and find_needed_rows(read[family], family, rows, RowsAside()):
            remedy = f"{each.remedy} {REASONS[family]}".strip()
            explained.append(replace(each, remedy=remedy))
        else:
            explained.append(each)
    return explained


def _drop_rows(table: Table, rows: Collection[int]) -> Table:
    """Return a table without some rows."""
    rest = [row for row in range(len(table)) if row not in rows]
    number_of = {row: number for number, row in enumerate(rest)}
    return replace(
        table,
        columns={name: take_rows(cells, rest) for name, cells in table.columns.items()},
        lines=[table.lines[row] for row in rest],
        line_offsets=_renumber(table.line_offsets, number_of),
        ragged={number_of[row]: n for row, n in table.ragged.items() if row in number_of},
    )


def _renumber(
    offsets: Mapping[int, Mapping[str, int]], number_of: Mapping[int, int]
) -> dict[int, Mapping[str, int]]:
    return {number_of[row]: each for row, each in offsets.items() if row in number_of}


def _list_names(actors: Table, rows: Iterable[int]) -> set[str]:
    ids, names = actors.cells("id"), actors.cells("name")
    return {cells[row] for row in rows for cells in (ids, names)} - {""}


def _summarize(table: Table, lines: Sequence[int]) -> Problem:
    shown = [str(line) for line in lines[:SHOWN_LINES]]
    hidden = [f"{len(lines) - SHOWN_LINES:,} more"] if len(lines) > SHOWN_LINES else []
    noun = "line" if len(lines) == 1 else "lines"
    verb = "is" if len(lines) == 1 else "are"
    what = f"{format_count(len(lines), 'row')} in error {verb} set aside: {noun} "
    what += f"{join_words([*shown, *hidden])}."
    return Problem(table.name, None, "", what, severity="warning", rule=RULE)


def list_set_aside(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the warnings that say which rows are set aside."""
    return tuple(each for each in problems if each.rule == RULE)

"""Warnings that somebody has looked at: they stay quiet until their row changes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import NamedTuple

from graph.data.counts import format_count
from graph.data.file_names import ACCEPTED_FILE
from graph.data.table import Table
from graph.errors import Problem
from graph.rules.prepared_columns import PreparedColumns
from graph.rules.set_aside import RULE as SET_ASIDE

COLUMNS = ("file", "id", "column", "rule", "digest", "what")
NEVER_ACCEPTED = ("not-listed", SET_ASIDE)


class AcceptedWarning(NamedTuple):
    """What a warning is about.

    Parameters
    ----------
    file, column, rule
        As in the problem.
    id
        The id of the row, empty where the warning is about a whole file.
    digest
        The digest of the row's cells, or of the words of a warning about a whole file.
    """

    file: str
    id: str
    column: str
    rule: str
    digest: str


@dataclass
class Acceptance:
    """The warnings that are accepted, and how many of them there were.

    Parameters
    ----------
    accepted
        The accepted warnings.
    count
        How many were left out.
    """

    accepted: Collection[AcceptedWarning] = ()
    count: int = field(default=0)

    def covers(self, prepared: PreparedColumns, problem: Problem) -> bool:
        """Return whether a problem is an accepted warning, and count it if it is."""
        if not self.accepted or problem.severity != "warning":
            return False
        is_accepted = identify_warning(prepared, problem) in self.accepted
        self.count += is_accepted
        return is_accepted

    def list_notes(self) -> list[Problem]:
        """Return a note that says how many warnings were left out, if any were."""
        if not self.count:
            return []
        verb = "is" if self.count == 1 else "are"
        what = f"{format_count(self.count, 'accepted warning')} {verb} not shown."
        remedy = "explore check --all shows them."
        return [Problem(ACCEPTED_FILE, None, "", what, remedy, severity="note", rule="accepted")]


def identify_warning(prepared: PreparedColumns, problem: Problem) -> AcceptedWarning:
    """Return what a warning is about."""
    row_id, content = "", problem.what
    table = _find_table(prepared, problem)
    if table is not None and problem.line is not None and problem.line != table.header_line:
        row = bisect_right(table.lines, problem.line, hi=len(table) - table.made_count) - 1
        if row >= 0:
            row_id = _identify_row(prepared, table, row)
            content = "\0".join(f"{name}\0{table.columns[name][row]}" for name in table.columns)
    digest = blake2b(content.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return AcceptedWarning(problem.file, row_id, problem.column, problem.rule, digest)


def list_acceptable(
    prepared: PreparedColumns, problems: Iterable[Problem]
) -> list[tuple[str, ...]]:
    """Return the rows of accepted.csv for warnings, sorted."""
    warnings = (
        each for each in problems if each.severity == "warning" and each.rule not in NEVER_ACCEPTED
    )
    rows = {identify_warning(prepared, each): each.what for each in warnings}
    return sorted((*key, what) for key, what in rows.items())


def _find_table(prepared: PreparedColumns, problem: Problem) -> Table | None:
    """Return the table that has the row of a problem."""
    columns = prepared.columns
    tables = (columns.actors, columns.relations, prepared.sources, prepared.types)
    return next((table for table in tables if table.name == problem.file), None)


def _identify_row(prepared: PreparedColumns, table: Table, row: int) -> str:
    """Return the id of a row."""
    columns = prepared.columns
    if table is columns.relations:
        return columns.relation_ids[row] if len(columns.actors) else ""
    return table.cells("type" if table is prepared.types else "id")[row]

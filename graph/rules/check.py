"""Run every rule over all tables, so that all problems are reported at once.

A rule is a small function of `graph.rules` that yields problems. It gets tables of text
(`graph.data.table.Table`), not files.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from operator import itemgetter
from typing import Literal

from graph.data.columns import PRIVATE, Columns
from graph.data.limits import Limits
from graph.data.table import Table
from graph.data.vocabulary import YES_OR_NO
from graph.errors import Problem
from graph.rules import actors as actor_rules
from graph.rules import (
    all_tables,
    cells,
    claimants,
    cycles,
    headers,
    ids,
    joint_amounts,
    lookalikes,
    misread_letters,
    nobody,
    references,
    times,
    undeclared_types,
    via,
)
from graph.rules import relations as relation_rules
from graph.rules.accepted import Acceptance
from graph.rules.headers import REQUIRED_COLUMNS, has_required_columns
from graph.rules.prepared_columns import PreparedColumns
from graph.text import invisible

MOST_COUNTED = 100_000  # problems of a rule and a table, after which the rule is not run further

Rules = Iterator[Iterator[Problem]]

NumberedProblem = tuple[int, int, Problem]
"""A problem with its line, and its number in the order of discovery."""


def check_tables(
    prepared: PreparedColumns,
    most: int = Limits.most_problems,
    acceptance: Acceptance | None = None,
) -> list[Problem]:
    """Return the problems of the four tables, in the order of files and lines.

    Parameters
    ----------
    prepared
        The columns, and what was read of the tables.
    most
        The most errors, and the most warnings, that are listed of one table. A last problem says
        how many more there are; of a rule that is broken very often, at least how many.
    acceptance
        The warnings that are left out.
    """
    acceptance = acceptance or Acceptance()
    columns, sources, types = prepared.columns, prepared.sources, prepared.types
    families: list[tuple[str, Table, Rules]] = [
        ("actors", columns.actors, _run_actor_rules(columns, sources)),
        ("relations", columns.relations, _run_relation_rules(prepared)),
        ("sources", sources, _run_source_rules(sources)),
        ("types", types, _run_type_rules(types)),
    ]
    problems: list[Problem] = []
    for family, table, rules in families:
        shape_rules = [
            table.problems,
            all_tables.check_row_lengths(table),
            all_tables.check_lengths(table, "type" if family == "types" else "id"),
            headers.check_missing_columns(table, family),
            headers.check_misspelt_columns(table, family),
            _skip_made(table, invisible.check_cells(table)),
            _skip_made(table, misread_letters.check_misread(table)),
        ]
        listed = _ProblemList(table.name, max(0, most))
        # In a row with too few or too many cells the columns of its cells are not known.
        ragged_lines = {(table.name, table.lines[row]) for row in table.ragged}
        for rule in chain(shape_rules, rules if has_required_columns(table, family) else ()):
            for number, problem in enumerate(rule):
                if number >= max(MOST_COUNTED, most):  # a rule yields its errors first
                    listed.uncounted.add(problem.severity)
                    break
                if acceptance.covers(prepared, problem):
                    continue
                if (problem.file, problem.line) not in ragged_lines or problem.rule == "ragged-row":
                    listed.add(problem)
        problems += listed.iter_problems()
    return problems


def _skip_made(table: Table, problems: Iterator[Problem]) -> Iterator[Problem]:
    """Yield the problems of rows that a file has: cells of the other table are checked there."""
    return (each for each in problems if not table.made_count or each.file == table.name)


class _ProblemList:
    """The first errors and the first warnings of one table, and how many more there are."""

    def __init__(self, table_name: str, most: int) -> None:
        self.table_name, self.most, self.added = table_name, most, 0
        self.first: dict[str, list[NumberedProblem]] = {"error": [], "warning": []}
        self.counts = {"error": 0, "warning": 0}
        self.uncounted = set[str]()  # severities of which there are more than were counted

    def add(self, problem: Problem) -> None:
        first = self.first[problem.severity]
        self.added += 1
        first.append((problem.line or 0, self.added, problem))
        self.counts[problem.severity] += problem.count
        if len(first) > 2 * self.most + 1:  # so that it is sorted now and then only
            self._drop_last(first)

    def _drop_last(self, first: list[NumberedProblem]) -> None:
        """Keep as many problems as are listed, those with the lowest lines."""
        first.sort(key=itemgetter(0, 1))
        del first[self.most :]

    def iter_problems(self) -> Iterator[Problem]:
        """Yield the first problems by line, then how many more errors and warnings there are."""
        for first in self.first.values():
            self._drop_last(first)
        listed = sorted(chain(*self.first.values()), key=itemgetter(0, 1))
        yield from (problem for _, _, problem in listed)
        yield from self._count_hidden("error")
        yield from self._count_hidden("warning")

    def _count_hidden(self, severity: Literal["error", "warning"]) -> Iterator[Problem]:
        listed = sum(problem.count for _, _, problem in self.first[severity])
        hidden = self.counts[severity] - listed
        if hidden > 0:
            noun = f"{severity} is" if hidden == 1 else f"{severity}s are"
            than = "More than " if severity in self.uncounted else ""
            what = f"{than}{hidden:,} more {noun} not listed."
            remedy = "Correct these first, or raise --most-problems."
            yield Problem(
                self.table_name, None, "", what, remedy, severity, rule="not-listed", count=hidden
            )


def _run_actor_rules(columns: Columns, sources: Table) -> Rules:
    actors, spellings = columns.actors, columns.spellings
    yield all_tables.check_required(actors, REQUIRED_COLUMNS["actors"])
    yield ids.check_unique(actors, "id")
    yield ids.check_similar(actors, "id")
    yield actor_rules.check_kinds(actors)
    yield actor_rules.check_aliases(actors)
    yield actor_rules.check_names(actors, spellings)
    yield nobody.check_nobody(actors)
    yield actor_rules.check_joined_names(actors, spellings)
    yield lookalikes.check_lookalikes(actors, spellings)
    yield all_tables.check_dates(actors)
    yield times.check_source_ages(columns, actors)
    yield from _run_private_rules(actors)
    yield references.check_source_ids(actors, sources)
    yield references.check_addresses(actors, sources)


def _run_relation_rules(prepared: PreparedColumns) -> Rules:
    columns, sources, types = prepared.columns, prepared.sources, prepared.types
    actors, relations = columns.actors, columns.relations
    yield relation_rules.check_ends_filled(relations)
    yield ids.check_unique(relations, "id")
    yield ids.check_similar(relations, "id")
    if has_required_columns(actors, "actors"):
        yield relation_rules.check_ends(columns, "source", prepared.remedies)
        yield relation_rules.check_ends(columns, "target", prepared.remedies)
        yield relation_rules.check_self_relations(columns)
        yield claimants.check_shared_names(columns)
        yield claimants.check_near_names(columns)
        yield cycles.check_cycles(columns)
    if has_required_columns(types, "types") or not (types.columns or headers.has_errors(types)):
        yield relation_rules.check_types(relations, prepared.used.slips)
        yield undeclared_types.warn_of_undeclared(relations, prepared.used, types)
    yield all_tables.check_dates(relations)
    yield times.check_source_ages(columns, relations)
    if has_required_columns(actors, "actors"):
        yield times.check_relation_ages(columns)
    yield all_tables.check_values(relations, "weight", cells.check_weight, cells.are_weights)
    yield all_tables.check_values(relations, "confidence", cells.check_confidence)
    yield joint_amounts.check_joint_amounts(relations)
    yield relation_rules.check_confirmed(columns)
    yield all_tables.check_values(relations, "stance", cells.make_word_check("asserts", "disputes"))
    yield all_tables.check_values(
        relations, "basis", cells.make_word_check("stated", "inferred", "alleged")
    )
    yield from _run_private_rules(relations)
    yield references.check_source_ids(relations, sources)
    yield references.check_addresses(relations, sources)
    yield relation_rules.check_identical_rows(relations)


def _run_source_rules(sources: Table) -> Rules:
    yield all_tables.check_required(sources, REQUIRED_COLUMNS["sources"])
    yield ids.check_unique(sources, "id")
    yield ids.check_similar(sources, "id")
    yield from _run_private_rules(sources)
    yield times.check_source_dates(sources)
    yield references.check_links(sources, "url")
    yield references.check_links(sources, "archive_url")
    yield via.check_via(sources)


def _run_private_rules(table: Table) -> Rules:
    yield headers.check_private_column(table)
    yield all_tables.check_values(table, PRIVATE, cells.make_word_check("yes", "no"))


def _run_type_rules(types: Table) -> Rules:
    yield headers.check_type_columns(types)
    yield all_tables.check_required(types, REQUIRED_COLUMNS["types"])
    yield ids.check_unique(types, "type")
    yield ids.check_similar(types, "type")
    yield all_tables.check_values(types, "sign", cells.check_sign)
    for name in YES_OR_NO:
        yield all_tables.check_values(types, name, cells.check_answer)

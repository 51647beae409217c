"""Every rule about the data, run over all tables, so that one reading tells every problem.

A rule is a small function of `graph.rules` that yields what breaks it. It sees tables of text
(`graph.data.table.Table`) and knows nothing of files.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Literal

from graph.data.columns import PRIVATE, Columns
from graph.data.limits import Limits
from graph.data.table import Table
from graph.errors import Problem
from graph.rules import actors as about_actors
from graph.rules import cells, cycles, headers, ids, lookalikes, references, shared
from graph.rules import relations as about_relations
from graph.rules.headers import REQUIRED_COLUMNS, has_required_columns
from graph.text import invisible

Rules = Iterator[Iterator[Problem]]


def check_tables(
    columns: Columns, sources: Table, types: Table, most: int = Limits.most_problems
) -> list[Problem]:
    """Return the problems of the four tables, in the order of files and lines.

    Parameters
    ----------
    columns
        The actors, the relations, and the relation types in force, those of `types` included.
    sources, types
        What else was read; a table may be empty.
    most
        How many errors, and how many warnings, of one table are listed. All rules run over all
        rows; how many more there are is told by a last problem.
    """
    families: list[tuple[str, Table, Rules]] = [
        ("actors", columns.actors, _run_actor_rules(columns, sources)),
        ("relations", columns.relations, _run_relation_rules(columns, sources, types)),
        ("sources", sources, _run_source_rules(sources)),
        ("types", types, _run_type_rules(types)),
    ]
    found: list[Problem] = []
    for family, table, rules in families:
        shape = [
            table.problems,
            shared.check_row_lengths(table),
            headers.check_missing_columns(table, family),
            headers.check_misspelt_columns(table, family),
            invisible.check_cells(table),
        ]
        listed = _ProblemList(table.name, max(0, most))
        torn = {table.lines[row] for row in table.ragged}  # what stands where is not known there
        for rule in chain(shape, rules if has_required_columns(table, family) else ()):
            for problem in rule:
                if problem.line not in torn or problem.rule == "ragged-row":
                    listed.add(problem)
        found += listed.problems()
    return found


class _ProblemList:
    """The first errors and the first warnings of one table, and how many more there are."""

    def __init__(self, name: str, most: int) -> None:
        self.name, self.most, self.number = name, most, 0
        self.kept: dict[str, list[tuple[int, int, Problem]]] = {"error": [], "warning": []}
        self.seen = {"error": 0, "warning": 0}

    def add(self, problem: Problem) -> None:
        kept = self.kept[problem.severity]
        self.number += 1
        kept.append((problem.line or 0, self.number, problem))
        self.seen[problem.severity] += problem.count
        if len(kept) > 2 * self.most + 1:
            self._cut(kept)

    def _cut(self, kept: list[tuple[int, int, Problem]]) -> None:
        kept.sort(key=lambda place: place[:2])
        del kept[self.most :]

    def problems(self) -> Iterator[Problem]:
        """Yield what is kept in the order of lines, then what is not listed."""
        for kept in self.kept.values():
            self._cut(kept)
        listed = sorted(chain(*self.kept.values()), key=lambda place: place[:2])
        yield from (problem for _, _, problem in listed)
        yield from self._not_listed("error")
        yield from self._not_listed("warning")

    def _not_listed(self, severity: Literal["error", "warning"]) -> Iterator[Problem]:
        hidden = self.seen[severity] - sum(place[2].count for place in self.kept[severity])
        if hidden > 0:
            noun = f"{severity} is" if hidden == 1 else f"{severity}s are"
            what = f"{hidden:,} more {noun} not listed."
            remedy = "Correct these first, or raise --most-problems."
            yield Problem(
                self.name, None, "", what, remedy, severity, rule="not-listed", count=hidden
            )


def _run_actor_rules(columns: Columns, sources: Table) -> Rules:
    actors, known = columns.actors, columns.spellings
    yield shared.check_required(actors, REQUIRED_COLUMNS["actors"])
    yield ids.check_unique(actors, "id")
    yield ids.check_similar(actors, "id")
    yield about_actors.check_kinds(actors)
    yield about_actors.check_names(actors, known)
    yield lookalikes.check_lookalikes(actors, known)
    yield shared.check_dates(actors)
    yield from _run_private_rules(actors)
    yield references.check_source_ids(actors, sources)
    yield references.check_addresses(actors, sources)


def _run_relation_rules(columns: Columns, sources: Table, types: Table) -> Rules:
    actors, relations = columns.actors, columns.relations
    yield shared.check_required(relations, REQUIRED_COLUMNS["relations"])
    yield ids.check_unique(relations, "id")
    yield ids.check_similar(relations, "id")
    if has_required_columns(actors, "actors"):
        yield about_relations.check_ends(columns, "source")
        yield about_relations.check_ends(columns, "target")
        yield about_relations.check_self_relations(columns)
        yield cycles.check_cycles(columns)
    if has_required_columns(types, "types") or not (types.columns or headers.has_errors(types)):
        yield about_relations.check_types(relations, columns.types)
    yield shared.check_dates(relations)
    yield shared.check_values(relations, "weight", cells.check_weight, cells.are_weights)
    yield shared.check_values(relations, "confidence", cells.check_confidence)
    yield shared.check_values(relations, "stance", cells.make_word_check("asserts", "disputes"))
    yield from _run_private_rules(relations)
    yield references.check_source_ids(relations, sources)
    yield references.check_addresses(relations, sources)
    yield about_relations.check_identical_rows(relations)


def _run_source_rules(sources: Table) -> Rules:
    yield shared.check_required(sources, REQUIRED_COLUMNS["sources"])
    yield ids.check_unique(sources, "id")
    yield ids.check_similar(sources, "id")
    yield from _run_private_rules(sources)
    yield references.check_links(sources, "url")
    yield references.check_links(sources, "archive_url")


def _run_private_rules(table: Table) -> Rules:
    yield headers.check_private_column(table)
    yield shared.check_values(table, PRIVATE, cells.make_word_check("yes", "no"))


def _run_type_rules(types: Table) -> Rules:
    yield headers.check_type_columns(types)
    yield shared.check_required(types, REQUIRED_COLUMNS["types"])
    yield ids.check_unique(types, "type")
    yield ids.check_similar(types, "type")
    yield shared.check_values(types, "sign", cells.make_word_check("+", "-", "0"))
    yield shared.check_values(types, "mutual", cells.make_word_check("yes", "no"))
    yield shared.check_values(types, "influence", cells.make_word_check("yes", "no"))

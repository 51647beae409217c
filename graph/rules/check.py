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
from graph.rules.headers import REQUIRED, legible
from graph.text import invisible

Rules = Iterator[Iterator[Problem]]


def tables(
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
        ("actors", columns.actors, _actor_rules(columns, sources)),
        ("relations", columns.relations, _relation_rules(columns, sources, types)),
        ("sources", sources, _source_rules(sources)),
        ("types", types, _type_rules(types)),
    ]
    found: list[Problem] = []
    for family, table, rules in families:
        shape = [
            table.problems,
            shared.ragged(table),
            headers.missing(table, family),
            headers.misspelt(table, family),
            invisible.cells(table),
        ]
        listed = _Listed(table.name, max(0, most))
        torn = {table.lines[row] for row in table.ragged}  # what stands where is not known there
        for rule in chain(shape, rules if legible(table, family) else ()):
            for problem in rule:
                if problem.line not in torn or problem.rule == "ragged-row":
                    listed.add(problem)
        found += listed.problems()
    return found


class _Listed:
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


def _actor_rules(columns: Columns, sources: Table) -> Rules:
    actors, known = columns.actors, columns.spellings
    yield shared.required(actors, REQUIRED["actors"])
    yield ids.unique(actors, "id")
    yield ids.twins(actors, "id")
    yield about_actors.kinds(actors)
    yield about_actors.names(actors, known)
    yield lookalikes.lookalikes(actors, known)
    yield shared.intervals(actors)
    yield from _private_rules(actors)
    yield references.near_sources(actors, sources)
    yield references.addresses(actors, sources)


def _relation_rules(columns: Columns, sources: Table, types: Table) -> Rules:
    actors, relations = columns.actors, columns.relations
    yield shared.required(relations, REQUIRED["relations"])
    yield ids.unique(relations, "id")
    yield ids.twins(relations, "id")
    if legible(actors, "actors"):
        yield about_relations.ends(columns, "source")
        yield about_relations.ends(columns, "target")
        yield about_relations.ties_to_oneself(columns)
        yield cycles.cycles(columns)
    if legible(types, "types") or not (types.columns or headers.unread(types)):
        yield about_relations.types(relations, columns.types)
    yield shared.intervals(relations)
    yield shared.values(relations, "weight", cells.weight_complaint, cells.are_weights)
    yield shared.values(relations, "confidence", cells.confidence_complaint)
    yield shared.values(relations, "stance", cells.one_of("asserts", "disputes"))
    yield from _private_rules(relations)
    yield references.near_sources(relations, sources)
    yield references.addresses(relations, sources)
    yield about_relations.identical(relations)


def _source_rules(sources: Table) -> Rules:
    yield shared.required(sources, REQUIRED["sources"])
    yield ids.unique(sources, "id")
    yield ids.twins(sources, "id")
    yield from _private_rules(sources)
    yield references.links(sources, "url")
    yield references.links(sources, "archive_url")


def _private_rules(table: Table) -> Rules:
    yield headers.unmarked(table)
    yield shared.values(table, PRIVATE, cells.one_of("yes", "no"))


def _type_rules(types: Table) -> Rules:
    yield headers.unkept(types)
    yield shared.required(types, REQUIRED["types"])
    yield ids.unique(types, "type")
    yield ids.twins(types, "type")
    yield shared.values(types, "sign", cells.one_of("+", "-", "0"))
    yield shared.values(types, "mutual", cells.one_of("yes", "no"))
    yield shared.values(types, "influence", cells.one_of("yes", "no"))

"""Rules about relations: their ends, their types, and rows that say the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from graph.data.columns import Columns
from graph.data.dictionary_column import distinct
from graph.data.matching_rows import equal_rows, rows_where, same_rows
from graph.data.table import Table
from graph.data.vocabulary import RelationType
from graph.errors import Problem, cut, quoted
from graph.names import suggest

MOST_HINTS = 50
MOST_LOOKS = 100_000  # at actors, in search of the nearest; each hint takes a look at all
DECLARE = "declare it in types.csv (type,sign,mutual,influence,label,inverse)."


def check_ends(columns: Columns, column: str) -> Iterator[Problem]:
    """Yield each end of a relation that leads to no actor, or to several."""
    actors, relations = columns.actors, columns.relations
    cells = relations.cells(column)
    strangers = set(distinct(cells)).difference(columns.end_rows, [""])
    if not strangers:
        return
    shared = Counter(name for name in actors.cells("name") if name in strangers)
    hint = _make_actor_suggester(columns)
    for row in rows_where(cells, strangers.__contains__):
        cell = cells[row]
        if cell in shared:
            what = f"{quoted(cell)} is the name of {shared[cell]:,} actors."
            remedy, rule = "Give the actor's id.", "ambiguous-actor"
        else:
            what = f"{quoted(cell)} names no actor."
            remedy, rule = hint(cell), "unknown-actor"
        yield relations.problem(row, column, what, remedy, rule=rule)


def _make_actor_suggester(columns: Columns) -> Callable[[str], str]:
    """Return what tells the remedy for a stranger, with the nearest actor for the first few."""
    told: dict[str, str] = {}
    short: list[tuple[str, ...]] = []
    most = max(1, min(MOST_HINTS, MOST_LOOKS // max(1, len(columns.actors))))

    def hint(stranger: str) -> str:
        if stranger not in told and len(told) < most:
            short.extend(
                () if short else (tuple(map(cut, spelled)) for spelled in columns.spellings)
            )
            told[stranger] = suggest.suggest_actor(stranger, short)
        return told.get(stranger) or "Add the actor to actors.csv."

    return hint


def check_self_relations(columns: Columns) -> Iterator[Problem]:
    """Yield each relation whose two ends are one actor."""
    relations, rows = columns.relations, columns.end_rows
    sources, targets = relations.cells("source"), relations.cells("target")
    for row in equal_rows(*columns.endpoints):
        if sources[row] not in rows and not sources[row] == targets[row] != "":
            continue
        what = f"{quoted(targets[row])} is related to itself."
        remedy = "No path or measure counts it."
        yield relations.warning(row, "target", what, remedy, rule="tie-to-oneself")


def check_types(relations: Table, known: Mapping[str, RelationType]) -> Iterator[Problem]:
    """Yield each type that is neither built in nor declared."""
    names, hints = list(known), dict[str, str]()
    cells = relations.cells("type")
    for row in rows_where(cells, lambda name: name and name not in known):
        name = cells[row]
        if name not in hints and len(hints) < MOST_HINTS:
            near = suggest.suggest_word(name, names)
            hints[name] = f"{near} Or {DECLARE}" if near else DECLARE.capitalize()
        what = f"{quoted(name)} is no relation type."
        yield relations.problem(
            row, "type", what, hints.get(name, DECLARE.capitalize()), rule="unknown-type"
        )


def check_identical_rows(relations: Table) -> Iterator[Problem]:
    """Yield each row that stands twice."""
    if len(distinct(relations.columns.get("id", ()))) == len(relations):
        return
    cells = list(relations.columns.values())
    first: dict[tuple[str, ...], int] = {}
    for row in same_rows(cells):
        content = tuple(column[row] for column in cells)
        if first.setdefault(content, row) != row:
            what = f"repeats line {relations.lines[first[content]]} to the letter."
            remedy = "It counts as a claim of its own."
            yield relations.warning(row, "", what, remedy, rule="identical-row")

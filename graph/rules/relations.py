"""Rules about relations: their ends, their types, and identical rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from operator import not_

from graph.data.columns import Columns
from graph.data.confidence import parse_grade
from graph.data.dictionary_column import DictionaryColumn, unique_values
from graph.data.matching_rows import find_equal_rows, find_possible_duplicates, find_rows
from graph.data.table import Table
from graph.data.voices import list_voices
from graph.errors import Problem, quote_value
from graph.rules.all_tables import count_others

CONFIRMING_VOICES = 2
DECLARE = "declare it in types.csv: a column 'type' is enough."


def check_ends(columns: Columns, column: str, remedies: Mapping[str, str]) -> Iterator[Problem]:
    """Report each end of a relation that is not the id or the name of exactly one actor.

    Parameters
    ----------
    columns, column
        The relations, and which end.
    remedies
        For each end that nearly names an actor what to do.
    """
    actors, relations = columns.actors, columns.relations
    cells = relations.cells(column)
    unknown = set(unique_values(cells)).difference(columns.end_rows, [""])
    if not unknown:
        return
    shared = Counter(name for name in actors.cells("name") if name in unknown)
    for row in find_rows(cells, unknown.__contains__):
        cell = cells[row]
        if cell in shared:
            what = f"{quote_value(cell)} is the name of {shared[cell]:,} actors."
            remedy, rule = "Give the actor's id.", "ambiguous-actor"
        else:
            what = f"{quote_value(cell)} names no actor."
            remedy, rule = remedies.get(cell, "Add the actor to actors.csv."), "unknown-actor"
        yield relations.error(row, column, what, remedy, rule=rule)


def check_ends_filled(relations: Table) -> Iterator[Problem]:
    """Report each relation without an end; below a filled cell it may come from merged cells."""
    for column, other in (("source", "target"), ("target", "source")):
        cells, others = relations.cells(column), relations.cells(other)
        above = ""
        for row in find_rows(cells, not_):
            above = cells[row - 1] if row and cells[row - 1] else above
            what, remedy = "is empty.", "Every row needs it."
            if above and others[row]:
                what = f"is empty, below {quote_value(above)}."
                remedy = "Were cells merged? Write the actor in every row: explore import does it."
            yield relations.error(row, column, what, remedy, rule="empty")


def check_self_relations(columns: Columns) -> Iterator[Problem]:
    """Warn about each relation from an actor to itself."""
    relations, rows = columns.relations, columns.end_rows
    sources, targets = relations.cells("source"), relations.cells("target")
    for row in find_equal_rows(*columns.endpoints):
        if sources[row] not in rows and not sources[row] == targets[row] != "":
            continue
        what = f"{quote_value(targets[row])} is related to itself."
        remedy = "Paths and measures ignore it."
        yield relations.warning(row, "target", what, remedy, rule="tie-to-oneself")


def check_types(relations: Table, slips: Mapping[str, str]) -> Iterator[Problem]:
    """Report each type that is a slip of a known one."""
    cells = relations.cells("type")
    for row in find_rows(cells, slips.__contains__) if slips else ():
        what = f"{quote_value(cells[row])} is not a relation type."
        remedy = f"Did you mean {quote_value(slips[cells[row]])}? Or {DECLARE}"
        yield relations.error(row, "type", what, remedy, rule="unknown-type")


def check_confirmed(columns: Columns) -> Iterator[Problem]:
    """Warn of each grade that says confirmed, by a row that one voice alone says; once a grade."""
    relations = columns.relations
    grades, references = relations.cells("confidence"), relations.cells("reference")
    first: dict[str, tuple[int, int]] = {}
    is_single: dict[str, bool] = {}
    for row in find_rows(grades, lambda cell: parse_grade(cell).endswith("1")):
        cited = references[row]
        if cited not in is_single:
            voices = list_voices(columns.voices, columns.references(cited))
            is_single[cited] = len(voices) < CONFIRMING_VOICES
        if is_single[cited]:
            earliest, count = first.get(parse_grade(grades[row]), (row, 0))
            first[parse_grade(grades[row])] = earliest, count + 1
    for row, count in first.values():
        what = f"{quote_value(grades[row])} means confirmed by independent sources, but the row "
        what += f"has fewer than two independent voices.{count_others(count)}"
        remedy = "Cite another voice, or write 2 (probably true) or a number."
        yield relations.warning(row, "confidence", what, remedy, rule="unconfirmed-grade")


def _may_repeat(cells: Sequence[Sequence[str]]) -> bool:
    """Return whether rows of plain columns are equal; encoded ones have a way of their own."""
    if any(isinstance(column, DictionaryColumn) for column in cells):
        return True
    return len(set(zip(*cells, strict=True))) < len(cells[0]) if cells else False


def check_identical_rows(relations: Table) -> Iterator[Problem]:
    """Warn about each row that is identical to an earlier one."""
    if len(unique_values(relations.columns.get("id", ()))) == len(relations):
        return
    cells = list(relations.columns.values())
    if not _may_repeat(cells):
        return
    first: dict[tuple[str, ...], int] = {}
    for row in find_possible_duplicates(cells):
        content = tuple(column[row] for column in cells)
        if first.setdefault(content, row) != row:
            what = f"is identical to line {relations.lines[first[content]]}."
            remedy = "Both count, as two claims."
            yield relations.warning(row, "", what, remedy, rule="identical-row")

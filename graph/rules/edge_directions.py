"""Read a column `type` that says directed or undirected, as Gephi writes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from graph.data.dictionary_column import unique_values
from graph.data.table import Table
from graph.data.vocabulary import DEFAULT_TYPE
from graph.errors import Problem, quote_value
from graph.rules.header_words import normalize_header

DIRECTED, UNDIRECTED = "directed", "undirected"
DIRECTIONS = {DIRECTED, UNDIRECTED, "mixed", ""}
MEANINGS = ("kind", "relation", "relationship", "interaction", "label")
"""Other columns that may have the type then, the surest first."""
FEW_TYPES = 20  # of a label: with more of them, most rows have to share theirs


def read_directions(relations: Table) -> tuple[Table, frozenset[str], list[Problem]]:
    """Return relations with a type instead of a direction, and the types that are undirected.

    Examples
    --------
    >>> cells = {"source": ["a"], "target": ["b"], "type": ["Undirected"], "label": ["friend"]}
    >>> table, mutual, notes = read_directions(Table("relations.csv", cells, [2]))
    >>> table.columns["type"], sorted(mutual), str(notes[0])
    (['friend'], ['friend'], "relations.csv:1: type: says directed or undirected. The type is \
read from 'label'.")
    """
    cells = relations.columns.get("type", ())
    words = {cell.casefold() for cell in unique_values(cells)}
    if not words - {""} or not words <= DIRECTIONS:
        return relations, frozenset(), []
    meaning = _find_meaning(relations)
    columns = {
        "type" if name == meaning else name: values
        for name, values in relations.columns.items()
        if name != "type"
    }
    columns[_name_directions(relations)] = cells
    mutual, mixed = _find_undirected(columns.get("type", [""] * len(relations)), cells)
    note = _make_note(relations, meaning, mixed)
    return replace(relations, columns=columns), mutual, [note]


def _find_meaning(relations: Table) -> str:
    """Return the column that has the types, empty if none does."""
    by_word = {normalize_header(name): name for name in relations.columns}
    for word in MEANINGS:
        name = by_word.get(word, "")
        values = unique_values(relations.columns[name]) if name else ()
        is_text = len(values) > max(FEW_TYPES, len(relations) // 3)
        if any(values) and not is_text:
            return name
    return ""


def _name_directions(relations: Table) -> str:
    """Return a name for the column of directions that no other column has."""
    name = "direction"
    while name in relations.columns:
        name = f"edge_{name}"
    return name


def _find_undirected(
    types: Sequence[str], directions: Sequence[str]
) -> tuple[frozenset[str], list[str]]:
    """Return the types that are undirected in all their rows, and those that are in some."""
    directions_of = defaultdict[str, set[str]](set)
    for name, direction in set(zip(types, directions, strict=True)):
        directions_of[name or DEFAULT_TYPE].add(direction.casefold())
    mutual = {name for name, words in directions_of.items() if words == {UNDIRECTED}}
    some = {name for name, words in directions_of.items() if UNDIRECTED in words} - mutual
    return frozenset(mutual), sorted(some)


def _make_note(relations: Table, meaning: str, mixed: Sequence[str]) -> Problem:
    what = "says directed or undirected. "
    what += f"The type is read from {quote_value(meaning)}." if meaning else "No column has a type."
    if mixed:
        what += f" {quote_value(mixed[0])} is both, and is read as directed."
    line = relations.header_line
    return Problem(relations.name, line, "type", what, severity="note", rule="direction")

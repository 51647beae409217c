"""What the columns of each table are called, and what is wrong with names that are not theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.data.columns import (
    ACTOR_COLUMNS,
    PRIVATE,
    RELATION_COLUMNS,
    SOURCE_COLUMNS,
    TYPE_COLUMNS,
)
from graph.data.table import Table
from graph.errors import Problem, quoted
from graph.names import suggest

KNOWN_COLUMNS = {
    "actors": (*ACTOR_COLUMNS, PRIVATE),
    "relations": (*RELATION_COLUMNS, PRIVATE),
    "sources": (*SOURCE_COLUMNS, PRIVATE),
    "types": TYPE_COLUMNS,
}
REQUIRED_COLUMNS = {
    "actors": ("id", "name", "kind"),
    "relations": ("source", "target", "type"),
    "sources": ("id",),
    "types": TYPE_COLUMNS,
}
OPTIONAL_TABLES = ("sources", "types")
LEAST_LIKENESS = 0.8


def has_required_columns(table: Table, family: str) -> bool:
    """Tell whether a table has the columns without which its rows mean nothing."""
    return all(name in table.columns for name in REQUIRED_COLUMNS[family])


def has_errors(table: Table) -> bool:
    """Tell whether reading a table met an error, so that what is not there may be in the file."""
    return any(problem.severity == "error" for problem in table.problems)


def check_missing_columns(table: Table, family: str) -> Iterator[Problem]:
    """Yield each required column that is not there, with the one that may be meant."""
    if not table.columns and (has_errors(table) or family in OPTIONAL_TABLES):
        return
    strangers = [name for name in table.columns if name not in KNOWN_COLUMNS[family]]
    for name in REQUIRED_COLUMNS[family]:
        if name not in table.columns:
            hint = (
                _suggest_column(name, strangers, "Is it {}?")
                or f"Due: {', '.join(REQUIRED_COLUMNS[family])}."
            )
            what = "this column is missing."
            yield Problem(table.name, table.header, name, what, hint, rule="missing-column")


def check_misspelt_columns(table: Table, family: str) -> Iterator[Problem]:
    """Yield each column of one's own that looks like one that is known."""
    optional = [name for name in KNOWN_COLUMNS[family] if name not in REQUIRED_COLUMNS[family]]
    absent = [name for name in optional if name not in table.columns]
    for name in table.columns:
        stranger = name not in KNOWN_COLUMNS[family]
        hint = _suggest_column(name, absent, "Did you mean {}?", LEAST_LIKENESS) if stranger else ""
        if hint:
            what = "is no known column; it is kept as an attribute."
            yield Problem(
                table.name, table.header, name, what, hint, "warning", rule="misspelt-column"
            )


def check_private_column(table: Table) -> Iterator[Problem]:
    """Yield each column that looks like the mark of private rows and would hide none of them."""
    for name in table.columns:
        if name != PRIVATE and _looks_like_private(name):
            remedy = f"Call it {quoted(PRIVATE)}."
            what = "would leave no row out of a page."
            yield Problem(table.name, table.header, name, what, remedy, rule="unmarked-private")


def check_type_columns(types: Table) -> Iterator[Problem]:
    """Yield each column of types.csv that is nothing to a relation type."""
    for name in types.columns:
        if _looks_like_private(name):
            what = "a type cannot be private."
            remedy = "Mark its relations in relations.csv."
            yield Problem(types.name, types.header, name, what, remedy, rule="private-type")
        elif name not in TYPE_COLUMNS:
            what = "is no known column; it is left out."
            remedy = f"Known: {', '.join(TYPE_COLUMNS)}."
            yield Problem(
                types.name, types.header, name, what, remedy, "warning", rule="unkept-column"
            )


def _looks_like_private(name: str) -> bool:
    """Tell whether a person would read a column's name as the mark, whatever letters it is in."""
    if name.casefold() == PRIVATE:
        return True
    if name.isascii() and PRIVATE not in name.casefold():
        return False
    from graph.names.folding import fold
    from graph.rules.lookalikes import make_skeleton

    return [PRIVATE] in ([*fold(name)], [*fold(make_skeleton(name))])


def _suggest_column(word: str, known: Sequence[str], question: str, near: float = 0.6) -> str:
    """Return a question with the name that differs by case alone, else with the nearest."""
    same = next((name for name in known if name.casefold() == word.casefold()), None)
    return (
        suggest.suggest_word(word, known, question, near)
        if same is None
        else question.format(quoted(same))
    )

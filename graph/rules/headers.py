"""The columns of each table, and the rules about their names."""

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
from graph.errors import Problem, quote_value
from graph.names import suggest

KNOWN_COLUMNS = {
    "actors": (*ACTOR_COLUMNS, PRIVATE),
    "relations": (*RELATION_COLUMNS, PRIVATE),
    "sources": (*SOURCE_COLUMNS, PRIVATE),
    "types": TYPE_COLUMNS,
}
REQUIRED_COLUMNS = {
    "actors": ("name",),
    "relations": ("source", "target"),
    "sources": ("id",),
    "types": ("type",),
}
FILLED_COLUMNS = {"actors": ("id", "kind"), "relations": ("type",)}
"""The columns that may be missing because blank cells of theirs have a meaning."""

OPTIONAL_TABLES = ("sources", "types")
LEAST_LIKENESS = 0.8
MOST_TITLE_LINES = 10


def has_required_columns(table: Table, family: str) -> bool:
    """Return whether a table has all required columns, and misnames none that is filled in."""
    has_all = all(name in table.columns for name in REQUIRED_COLUMNS[family])
    return has_all and not any(suggest_filled_column(table, family).values())


def suggest_filled_column(table: Table, family: str) -> dict[str, str]:
    """Return for each missing column that would be filled in the question for a column like it."""
    unknown = [name for name in table.columns if name not in KNOWN_COLUMNS[family]]
    return {
        name: _suggest_meant(name, unknown)
        for name in FILLED_COLUMNS.get(family, ())
        if name not in table.columns
    }


def has_errors(table: Table) -> bool:
    """Return whether a table was read with an error, so that it may lack parts of the file."""
    return any(problem.severity == "error" for problem in table.problems)


def check_missing_columns(table: Table, family: str) -> Iterator[Problem]:
    """Report each required column that is missing, with the column that may be meant."""
    if not table.columns and (has_errors(table) or family in OPTIONAL_TABLES):
        return
    unknown = [name for name in table.columns if name not in KNOWN_COLUMNS[family]]
    lines_above = _suggest_header_line(table, family)
    for name in REQUIRED_COLUMNS[family]:
        if name not in table.columns:
            hint = (
                _suggest_meant(name, unknown)
                or lines_above
                or f"Required: {', '.join(REQUIRED_COLUMNS[family])}."
            )
            yield _make_missing_problem(table, name, hint)
    for name, hint in suggest_filled_column(table, family).items():
        if hint:
            yield _make_missing_problem(table, name, hint)


def _make_missing_problem(table: Table, name: str, hint: str) -> Problem:
    what = "this column is missing."
    return Problem(table.name, table.header_line, name, what, hint, rule="missing-column")


def _suggest_header_line(table: Table, family: str) -> str:
    """Return a sentence with the line that names the columns, below a title; empty for none."""
    required = (*REQUIRED_COLUMNS[family], *FILLED_COLUMNS.get(family, ()))
    if not any(name in table.columns for name in required):
        for row in range(min(len(table), MOST_TITLE_LINES)):
            line = table.line(row)
            texts = {cells[row].strip().casefold() for cells in table.columns.values()}
            if line > table.header_line and not texts.isdisjoint(required):  # a frame has no lines
                return f"Line {line} seems to name the columns. Remove the lines above it."
    return ""


def check_misspelt_columns(table: Table, family: str) -> Iterator[Problem]:
    """Warn about each column of one's own whose name is nearly a known one."""
    due = (*REQUIRED_COLUMNS[family], *FILLED_COLUMNS.get(family, ()))
    optional = [name for name in KNOWN_COLUMNS[family] if name not in due]
    absent = [name for name in optional if name not in table.columns]
    for name in table.columns:
        unknown = name not in KNOWN_COLUMNS[family]
        hint = _suggest_column(name, absent, "Did you mean {}?", LEAST_LIKENESS) if unknown else ""
        if hint:
            what = "is not a known column. It is read as an attribute."
            yield Problem(
                table.name, table.header_line, name, what, hint, "warning", rule="misspelt-column"
            )


def check_private_column(table: Table) -> Iterator[Problem]:
    """Report each column whose name looks like ``private`` but is not."""
    for name in table.columns:
        if name != PRIVATE and looks_like_private(name):
            remedy = f"Call it {quote_value(PRIVATE)}."
            what = "does not keep any row out of a page."
            yield Problem(
                table.name, table.header_line, name, what, remedy, rule="unmarked-private"
            )


def check_type_columns(types: Table) -> Iterator[Problem]:
    """Report each column that types.csv cannot have."""
    for name in types.columns:
        if looks_like_private(name):
            what = "a type cannot be private."
            remedy = "Mark its relations in relations.csv."
            yield Problem(types.name, types.header_line, name, what, remedy, rule="private-type")
        elif name not in TYPE_COLUMNS:
            what = "is not a known column. It is ignored."
            remedy = f"Known: {', '.join(TYPE_COLUMNS)}."
            yield Problem(
                types.name, types.header_line, name, what, remedy, "warning", rule="unkept-column"
            )


def looks_like_private(name: str) -> bool:
    """Return whether a person would read a column's name as ``private``, whatever its letters."""
    if name.casefold() == PRIVATE:
        return True
    if name.isascii() and PRIVATE not in name.casefold():
        return False
    from graph.names.folding import fold
    from graph.rules.confusables import make_skeleton

    return [PRIVATE] in ([*fold(name)], [*fold(make_skeleton(name))])


def _suggest_meant(name: str, unknown: Sequence[str]) -> str:
    """Return a question with a column whose name is a slip of one that is missing."""
    swapped = [each for each in unknown if sorted(each) == sorted(name)]
    return _suggest_column(name, unknown, "Is it {}?", LEAST_LIKENESS) or _suggest_column(
        name, swapped, "Is it {}?", near=0
    )


def _suggest_column(word: str, names: Sequence[str], question: str, near: float = 0.6) -> str:
    """Return a question with the name that differs only by case, else with the nearest name."""
    same = next((name for name in names if name.casefold() == word.casefold()), None)
    return (
        suggest.suggest_word(word, names, question, near)
        if same is None
        else question.format(quote_value(same))
    )

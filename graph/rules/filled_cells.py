"""Fill blank cells that have a plain meaning, and note once how many, before any rule looks.

A relation without a type is `related_to`, an actor without an id has its name as id, and one
without a kind is an `actor`. Nothing else is filled in, and nothing without a note. What is
understood although it could be written otherwise is noted, too: confidence in words and
percentages, and a weight of 0.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from operator import not_

from graph.data.confidence import CONFIDENCE_WORDS, PERCENTAGE
from graph.data.dictionary_column import map_values, unique_values
from graph.data.matching_rows import find_rows
from graph.data.table import Table
from graph.data.vocabulary import DEFAULT_KIND, DEFAULT_TYPE
from graph.errors import Problem
from graph.rules.cell_advice import DECIMAL_COMMA
from graph.rules.headers import has_required_columns

THOUSANDS = 3  # digits behind a comma that may group thousands


def fill_cells(
    tables: Mapping[str, Table], decimal_commas: Collection[str] | None = None
) -> tuple[dict[str, Table], list[Problem]]:
    """Return the tables with filled cells, and a note for each column that has any.

    A table that cannot be checked, because it was read with an error or lacks a column that is due,
    is left as it is.

    Parameters
    ----------
    tables
        By family.
    decimal_commas
        The columns of numbers whose commas are decimal; without them the cells tell.

    Examples
    --------
    >>> relations = Table("relations.csv", {"source": ["a"], "target": ["b"]}, [2])
    >>> tables, notes = fill_cells({"relations": relations})
    >>> tables["relations"].columns["type"], str(notes[0])
    (['related_to'], "relations.csv: type: blank in 1 row, read as 'related_to'.")
    """
    filled, notes = dict(tables), list[Problem]()
    actors, relations = tables.get("actors"), tables.get("relations")
    if actors is not None and has_required_columns(actors, "actors"):
        actors, found = _fill_ids(actors)
        filled["actors"], more = _fill_column(actors, "kind", DEFAULT_KIND)
        notes += [*found, *more]
    if relations is not None and has_required_columns(relations, "relations"):
        relations, found = _fill_column(relations, "type", DEFAULT_TYPE)
        for column in ("weight", "confidence"):
            relations, more = _read_decimal_commas(relations, column, decimal_commas)
            found += more
        filled["relations"] = relations
        notes += [*found, *_note_confidence(relations), *_note_weights(relations)]
    return filled, notes


def _fill_ids(actors: Table) -> tuple[Table, list[Problem]]:
    """Return the actors with an id in every row that has a name."""
    ids, names = actors.cells("id"), actors.cells("name")
    blank = find_rows(ids, not_)
    count = sum(1 for row in blank if names[row] and row not in actors.ragged)
    if not count:
        return actors, []
    cells = [given or name for given, name in zip(ids, names, strict=True)]
    note = _make_note(actors, "id", f"blank in {_count_rows(count)}, read as the name.", "blank-id")
    return replace(actors, columns={**actors.columns, "id": cells}), [note]


def _fill_column(table: Table, column: str, value: str) -> tuple[Table, list[Problem]]:
    """Return a table whose blank cells in a column have a value."""
    cells = table.cells(column)
    blank = find_rows(cells, not_)
    if not blank and column in table.columns:
        return table, []
    count = len(blank) - sum(1 for row in table.ragged if not cells[row])
    columns = {**table.columns, column: map_values(cells, lambda cell: cell or value)}
    what = f"blank in {_count_rows(count)}, read as {value!r}."
    notes = [_make_note(table, column, what, f"blank-{column}")] if count else []
    return replace(table, columns=columns), notes


def _read_decimal_commas(
    relations: Table, column: str, known: Collection[str] | None
) -> tuple[Table, list[Problem]]:
    """Return relations with decimal points, if every cell of a column speaks for decimal commas.

    1,234 may be either, so that one cell at least has to have other than three digits behind it.
    """
    cells = relations.columns.get(column, ())
    is_decimal = _has_decimal_commas(unique_values(cells)) if known is None else column in known
    if not is_decimal:
        return relations, []
    count = len(find_rows(cells, lambda cell: "," in cell))
    points = map_values(cells, lambda cell: cell.replace(",", "."))
    what = f"a decimal comma in {_count_rows(count)}, read as a point."
    note = _make_note(relations, column, what, "decimal-comma")
    return replace(relations, columns={**relations.columns, column: points}), [note]


def _has_decimal_commas(cells: Iterable[str]) -> bool:
    """Return whether commas in cells are decimal, beyond doubt."""
    values = [cell for cell in cells if cell]
    commas = [cell for cell in values if "," in cell]
    decimals = [match for cell in commas if (match := DECIMAL_COMMA.fullmatch(cell))]
    is_clear = any(len(match[2]) != THOUSANDS for match in decimals)
    return is_clear and len(decimals) == len(commas) and not any("." in cell for cell in values)


def _note_confidence(relations: Table) -> Iterator[Problem]:
    """Yield a note about confidence in words, and one about percentages."""
    words = ", ".join(f"{word} is {share:g}" for word, share in CONFIDENCE_WORDS.items())
    wordings: list[tuple[Callable[[str], object], str]] = [
        (lambda cell: cell.casefold() in CONFIDENCE_WORDS, f"in words in {{}}: {words}."),
        (_is_percentage, "a percentage in {}: 100% is 1."),
    ]
    for test, what in wordings:
        count = len(find_rows(relations.columns.get("confidence", ()), test))
        if count:
            sentence = what.format(_count_rows(count))
            yield _make_note(relations, "confidence", sentence, "understood-confidence")


def _note_weights(relations: Table) -> Iterator[Problem]:
    """Yield a note about weights of 0."""
    count = len(find_rows(relations.columns.get("weight", ()), _is_zero))
    if count:
        what = f"0 in {_count_rows(count)}: no edge in measures that use weights."
        yield _make_note(relations, "weight", what, "no-weight")


def _is_zero(cell: str) -> bool:
    return cell.strip("+-0.") == "" and "0" in cell


def _is_percentage(cell: str) -> bool:
    percentage = PERCENTAGE.fullmatch(cell)
    return percentage is not None and float(percentage[1]) <= 100  # noqa: PLR2004 - per cent


def _make_note(table: Table, column: str, what: str, rule: str) -> Problem:
    return Problem(table.name, None, column, what, severity="note", rule=rule)


def _count_rows(count: int) -> str:
    return f"{count:,} {'row' if count == 1 else 'rows'}"

"""Read columns in any case and under other plain names, and note once a table which.

`Source`, `from` and `subject` are a relation's source; `Label` is an actor's name. A column with
our own name always comes first, so that files written for this project are never read anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import islice

from graph.data.columns import PRIVATE
from graph.data.table import Table
from graph.errors import Problem, quote_value
from graph.rules.cells import check_confidence, check_weight
from graph.rules.header_words import ADDRESSES, HEADER_WORDS, normalize_header
from graph.rules.headers import KNOWN_COLUMNS, REQUIRED_COLUMNS
from graph.text.urls import looks_like_address

MOST_LOOKED_AT = 100  # cells of a column, to see whether it holds what its name means
LARGEST_HEADER = 100  # columns; a wider table is a matrix, or nobody's list
CHECKED = {"weight": check_weight, "confidence": check_confidence}


def read_foreign_headers(
    tables: Mapping[str, Table],
) -> tuple[dict[str, Table], list[Problem]]:
    """Return the tables with our names of columns, and a note for each table that had others.

    Examples
    --------
    >>> table = Table("relations.csv", {"From": ["a"], "To": ["b"], "mood": ["good"]}, [2])
    >>> tables, notes = read_foreign_headers({"relations": table})
    >>> list(tables["relations"].columns), str(notes[0])
    (['source', 'target', 'mood'], "relations.csv:1: 'From' is read as source, 'To' as target.")
    """
    read, notes = dict(tables), list[Problem]()
    for family, table in tables.items():
        columns = match_columns(family, table)
        if columns:
            read[family] = _rename_columns(table, columns)
            first, *others = (
                f"{quote_value(name)} {{}}as {column}" for name, column in columns.items()
            )
            what = ", ".join([first.format("is read "), *(each.format("") for each in others)])
            notes.append(
                Problem(
                    table.name,
                    table.header_line,
                    "",
                    f"{what}.",
                    severity="note",
                    rule="foreign-header",
                )
            )
    return read, notes


def match_columns(family: str, table: Table) -> dict[str, str]:
    """Return for each column with another name which of ours it is.

    Examples
    --------
    >>> cells = {"source_node_id": ["1"], "target_node_id": ["2"], "source_id": ["FT2024"]}
    >>> match_columns("relations", Table("relations.csv", cells, [2]))
    {'source_node_id': 'source', 'target_node_id': 'target', 'source_id': 'reference'}
    """
    own = [name for name in table.columns if name not in KNOWN_COLUMNS[family]]
    if not own or len(table.columns) > LARGEST_HEADER:
        return {}
    by_word: dict[str, str] = {}
    for name in own:
        by_word.setdefault(normalize_header(name), name)
    matched: dict[str, str] = {}
    due = REQUIRED_COLUMNS[family]
    absent = [name for name in KNOWN_COLUMNS[family] if name not in table.columns]
    for column in sorted(absent, key=lambda name: name not in due):
        for word in _list_words(family, column, by_word):
            name = by_word.get(word, "")
            if name and name not in matched and _may_be(table, name, word, column):
                matched[name] = column
                break
    if any(name not in (*table.columns, *matched.values()) for name in due):
        return {name: column for name, column in matched.items() if _is_same(name, column)}
    return {name: matched[name] for name in table.columns if name in matched}


def _list_words(family: str, column: str, by_word: Collection[str]) -> Iterator[str]:
    """Yield the words that a column may be called, in small letters, the surest first."""
    yield column
    if column == PRIVATE:
        return
    for word in HEADER_WORDS[family].get(column, ()):
        # Beside a target's id, a source's id is one of an actor, not of what a row cites.
        if not (word == "source_id" and column == "reference" and "target_id" in by_word):
            yield word


def _may_be(table: Table, name: str, word: str, column: str) -> bool:
    """Return whether the first cells of a column speak for what its name means."""
    filled = [cell for cell in islice(table.columns[name], MOST_LOOKED_AT) if cell]
    if column == "reference" and word in ADDRESSES:
        return any(map(looks_like_address, filled))
    check_cell = CHECKED.get(column) if word != column else None
    return check_cell is None or not any(map(check_cell, filled))


def _is_same(name: str, column: str) -> bool:
    return normalize_header(name) == column


def _rename_columns(table: Table, names: Mapping[str, str]) -> Table:
    columns = {names.get(name, name): cells for name, cells in table.columns.items()}
    offsets = {
        row: {names.get(name, name): below for name, below in each.items()}
        for row, each in table.line_offsets.items()
    }
    return replace(table, columns=columns, line_offsets=offsets)

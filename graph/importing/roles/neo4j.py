"""What the columns of Neo4j's import say, and which of them repeat what a table says better."""

from __future__ import annotations

import re
from collections.abc import Mapping

from graph.importing.by_column import encode_column, find_combinations
from graph.importing.roles.folded_headers import fold_header, get_neo4j_kind
from graph.importing.tables.sheet import Sheet

SOURCES = {"Source"}
OF_OURS = "Actor|"
NO_LETTERS = re.compile(r"\W+")


def find_columns(sheet: Sheet) -> Mapping[str, str]:
    """Return by Neo4j's word (``id``, ``label``, ``type``) the column of a sheet."""
    kinds = {get_neo4j_kind(header): header for header in reversed(list(sheet.columns))}
    return {kind: header for kind, header in kinds.items() if kind}


def is_list_of_sources(sheet: Sheet) -> bool:
    """Return whether a sheet lists the sources of a network that explore exported.

    Examples
    --------
    >>> is_list_of_sources(Sheet("a.csv", "", {"id:ID": ["s1"], ":LABEL": ["Source"]}, [2]))
    True
    """
    label = find_columns(sheet).get("label")
    return label is not None and set(encode_column(sheet.columns[label]).values) == SOURCES


def list_repeated(sheet: Sheet) -> list[str]:
    """Return the columns that say in Neo4j's words what another column says in plain ones.

    Examples
    --------
    >>> cells = {":START_ID": ["a"], ":TYPE": ["MEMBER_OF"], "type": ["member_of"]}
    >>> list_repeated(Sheet("a.csv", "", cells, [2]))
    [':TYPE']
    """
    columns, plain = find_columns(sheet), _find_plain(sheet)
    repeated = []
    if "label" in columns and "kind" in plain:
        values = encode_column(sheet.columns[columns["label"]]).values
        if all(value.startswith(OF_OURS) for value in values):
            repeated.append(columns["label"])
    if "type" in columns and "type" in plain:
        pair = [encode_column(sheet.columns[name]) for name in (columns["type"], plain["type"])]
        rows, _ = find_combinations(pair)
        if all(_to_upper(pair[1][row]) == pair[0][row] for row in rows):
            repeated.append(columns["type"])
    return repeated


def _to_upper(name: str) -> str:
    """Return a type as Neo4j's relationships are written."""
    return NO_LETTERS.sub("_", name).strip("_").upper()


def _find_plain(sheet: Sheet) -> dict[str, str]:
    headers = [header for header in sheet.columns if not get_neo4j_kind(header)]
    return {" ".join(fold_header(header)): header for header in headers}

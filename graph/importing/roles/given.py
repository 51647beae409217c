"""Roles of columns that a person gives: an unknown column or role is refused with the nearest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.errors import QuestionError, quote_value
from graph.importing.roles.folded_headers import fold_header
from graph.importing.roles.header_words import ACTOR_WORDS, RELATION_WORDS
from graph.importing.tables.sheet import Sheet
from graph.names.suggest import suggest_word

ROLES = tuple(dict.fromkeys(("source", "target", *RELATION_WORDS, *ACTOR_WORDS, "own", "skip")))


def require_columns(sheets: Sequence[Sheet], asked: Mapping[str, str]) -> None:
    """Refuse a column that no sheet has, and a role that does not exist.

    Raises
    ------
    QuestionError
        With the nearest column or role.

    Examples
    --------
    >>> require_columns([Sheet("a.csv", "", {"manager": []}, [])], {"manger": "target"})
    Traceback (most recent call last):
    ...
    graph.errors.QuestionError: map: 'manger' is not a column. Did you mean 'manager'?
    """
    headers = list(dict.fromkeys(header for sheet in sheets for header in sheet.columns))
    folded = {fold_header(header) for header in headers}
    for column, role in asked.items():
        if column not in headers and fold_header(column) not in folded:
            hint = suggest_word(column, headers) or f"There are {', '.join(headers[:20])}."
            raise QuestionError("map", f"{quote_value(column)} is not a column. {hint}")
        if role.strip().lower() not in ROLES:
            hint = suggest_word(role, ROLES) or f"Give one of {', '.join(ROLES)}."
            raise QuestionError("map", f"{quote_value(role)} is not a role. {hint}")

"""Columns before they are checked, with what was read, filled in or made of the tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.data.columns import Columns
from graph.data.table import Table
from graph.errors import Problem
from graph.rules.undeclared_types import UsedTypes


@dataclass(frozen=True)
class PreparedColumns:
    """Columns that are ready to be checked.

    Parameters
    ----------
    columns
        The actors, the relations and the relation types, with those that `types` declares.
    sources, types
        The two other tables; each may be empty.
    remedies
        For each end that nearly names an actor what to do.
    used
        The types that relations have.
    notes
        What is to be said about what was read, filled in or made.
    """

    columns: Columns
    sources: Table
    types: Table
    remedies: Mapping[str, str]
    used: UsedTypes
    notes: Sequence[Problem]

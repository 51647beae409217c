"""Leave out of the relations who says so, where that is withheld."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from graph.data.columns import Columns
from graph.data.dictionary_column import map_values, unique_values
from graph.data.table import Table

WITHHELD_CLAIMANT = "a withheld claimant"
"""What stands for such a claimant, so that what one side says never reads as a fact."""


def withhold_claimants(columns: Columns, relations: Table, public_actors: Sequence[int]) -> Table:
    """Return public relations without the ids and names of withheld actors as claimants.

    Parameters
    ----------
    columns
        All the data.
    relations
        The public relations.
    public_actors
        The rows of the public actors.
    """
    if len(public_actors) == len(columns.actors):
        return relations
    public_rows = set(public_actors)
    shown, withheld = set[str](), set[str]()
    for row, spelled in enumerate(columns.spellings):
        (shown if row in public_rows else withheld).update(map(str.casefold, spelled))
    only_withheld = withheld - shown
    return replace_claimants(relations, lambda cell: cell.casefold() in only_withheld)


def withhold_all_claimants(relations: Table) -> Table:
    """Return relations that do not name any claimant, but say that there is one."""
    return replace_claimants(relations, bool)


def replace_claimants(relations: Table, is_withheld: Callable[[str], bool]) -> Table:
    """Return relations with the same words for every claimant who is withheld."""
    cells = relations.columns.get("claimant")
    if cells is None or not any(unique_values(cells)):
        return relations
    withheld = set(filter(is_withheld, filter(None, unique_values(cells))))
    if not withheld:
        return relations
    replaced = map_values(cells, lambda cell: WITHHELD_CLAIMANT if cell in withheld else cell)
    return replace(relations, columns={**relations.columns, "claimant": replaced})

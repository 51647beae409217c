"""Leave out of the relations who says so, where that is withheld."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from graph.data.columns import Columns
from graph.data.dictionary_column import map_values, unique_values
from graph.data.table import Table
from graph.sharing.mentions import find_name
from graph.sharing.withheld_names import WithheldNames

WITHHELD_CLAIMANT = "a withheld claimant"
"""What stands for such a claimant, so that what one side says never reads as a fact."""


def withhold_claimants(columns: Columns, public: Columns) -> Table:
    """Return public relations that name no withheld actor as claimant, however it is spelt.

    A claimant who is a public actor, by id, name or alias, stays whoever else is called so.

    Parameters
    ----------
    columns
        Data that has the withheld actors.
    public
        What is published, before this step.
    """
    if not any(unique_values(public.relations.cells("claimant"))):
        return public.relations
    if public.actor_row.keys() >= set(columns.actors.cells("id")):
        return public.relations
    shown = {text.casefold() for spelled in public.spellings for text in spelled}
    withheld = {text.casefold() for spelled in columns.spellings for text in spelled} - shown
    names = WithheldNames(columns, public)

    def is_withheld(cell: str) -> bool:
        folded = cell.casefold()
        return folded in withheld or (folded not in shown and bool(find_name(names, cell)))

    return replace_claimants(public.relations, is_withheld)


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

"""Normalize the text of rows, so that rows of two versions with the same meaning are equal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.data.cell_values import parse_basis, parse_weight
from graph.data.columns import ACTOR_COLUMNS, RELATION_COLUMNS, split_cell
from graph.data.confidence import parse_confidence, parse_grade
from graph.data.dictionary_column import iter_values, map_values
from graph.data.table import Table

if TYPE_CHECKING:
    from graph.network import Network

ACTOR_FIELDS = tuple(name for name in ACTOR_COLUMNS if name != "id")
IDENTIFYING = ("source", "target", "type", "id")  # by these, rows are paired
RELATION_FIELDS = tuple(name for name in RELATION_COLUMNS if name not in IDENTIFYING)

RowText = tuple[str, ...]
"""The normalized cells of a row, in the order of the columns that are compared."""


class TextTable:
    """The compared columns of a table, normalized.

    A weight of 2.0 is 2, a blank weight or stance is the default, and lists are sorted.

    Parameters
    ----------
    table
        The rows.
    names
        The columns that are compared; one that the table lacks is blank.
    """

    def __init__(self, table: Table, names: Sequence[str]) -> None:
        self.names = names
        self._columns = [
            map_values(table.cells(name), NORMALIZERS.get(name, str)) for name in names
        ]

    def read_rows(self, rows: Sequence[int]) -> list[RowText]:
        """Return the text of each of some rows."""
        columns = (iter_values(list(column), rows) for column in self._columns)
        return list(zip(*columns, strict=True))


def list_fields(
    compared: Sequence[str], built_in: Sequence[str], tables: Iterable[Table]
) -> list[str]:
    """Return the columns to compare: some built-in ones, then the data's own of any table.

    Examples
    --------
    >>> list_fields(["name"], ["id", "name"], [Table("a", {"id": [], "party": []}, [])])
    ['name', 'party']
    """
    present = dict.fromkeys(name for table in tables for name in table.columns)
    return [*compared, *(name for name in present if name not in built_in)]


def normalize_actors(before: Network, after: Network) -> tuple[TextTable, TextTable]:
    """Return the normalized actors of two versions, with the same columns."""
    tables = before.columns.actors, after.columns.actors
    names = list_fields(ACTOR_FIELDS, ACTOR_COLUMNS, tables)
    return TextTable(tables[0], names), TextTable(tables[1], names)


def normalize_relations(before: Network, after: Network) -> tuple[TextTable, TextTable]:
    """Return the normalized relations of two versions, with the same columns.

    The ends and the type are not among them.
    """
    tables = _name_claimants(before), _name_claimants(after)
    names = list_fields(RELATION_FIELDS, RELATION_COLUMNS, tables)
    return TextTable(tables[0], names), TextTable(tables[1], names)


def _name_claimants(network: Network) -> Table:
    """Return the relations with the id of each claimant who is an actor."""
    columns = network.columns
    table = columns.relations
    if columns.claimants is table.cells("claimant"):
        return table
    return replace(table, columns={**table.columns, "claimant": columns.claimants})


def _format_number(value: float) -> str:
    return str(int(value)) if value.is_integer() else repr(value)


def _normalize_weight(cell: str) -> str:
    return _format_number(parse_weight(cell))


def _normalize_confidence(cell: str) -> str:
    value = parse_confidence(cell)
    return parse_grade(cell) or ("" if value is None else _format_number(value))


def _normalize_stance(cell: str) -> str:
    return cell or "asserts"


def _sort_parts(cell: str) -> str:
    return "|".join(sorted(set(split_cell(cell))))


NORMALIZERS: dict[str, Callable[[str], str]] = {
    "weight": _normalize_weight,
    "confidence": _normalize_confidence,
    "stance": _normalize_stance,
    "basis": parse_basis,
    "aliases": _sort_parts,
    "reference": _sort_parts,
}
"""How the cells of a column are normalized; the cells of other columns are compared unchanged."""

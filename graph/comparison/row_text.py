"""What rows of two versions say, in one spelling: rows that mean the same are equal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from graph.data.columns import ACTOR_COLUMNS, RELATION_COLUMNS, parse_weight, split_cell
from graph.data.confidence import parse_confidence, parse_grade
from graph.data.dictionary_column import iter_values, map_values
from graph.data.table import Table

if TYPE_CHECKING:
    from graph.network import Network

ACTOR_FIELDS = tuple(name for name in ACTOR_COLUMNS if name != "id")
RELATION_FIELDS = ("start", "end", "weight", "confidence", "stance", "reference", "note")

Said = tuple[str, ...]
"""What a row says, in the order of the fields that are compared."""


class Contents:
    """What rows of a table say beyond who is meant.

    A weight of 2.0 is 2, a weight or a stance that is not given is the default, the parts of a
    list are in order.

    Parameters
    ----------
    table
        The rows.
    names
        The columns that are compared; one that the table lacks is blank.
    """

    def __init__(self, table: Table, names: Sequence[str]) -> None:
        self.names = names
        self._columns = [map_values(table.cells(name), SPELLINGS.get(name, str)) for name in names]

    def of_rows(self, rows: Sequence[int]) -> list[Said]:
        """Return what each of some rows says."""
        columns = (iter_values(list(column), rows) for column in self._columns)
        return list(zip(*columns, strict=True))


def fields(known: Sequence[str], every: Iterable[str], tables: Iterable[Table]) -> list[str]:
    """Return the columns to compare: the known ones, then those of the data's own in any table.

    Examples
    --------
    >>> fields(["name"], ["id", "name"], [Table("a", {"id": [], "party": []}, [])])
    ['name', 'party']
    """
    taken = set(every)
    own = dict.fromkeys(name for table in tables for name in table.columns)
    return [*known, *(name for name in own if name not in taken)]


def actor_contents(before: Network, after: Network) -> tuple[Contents, Contents]:
    """Return what the actors of two versions say, in the same columns."""
    tables = before.columns.actors, after.columns.actors
    names = fields(ACTOR_FIELDS, ACTOR_COLUMNS, tables)
    return Contents(tables[0], names), Contents(tables[1], names)


def relation_contents(before: Network, after: Network) -> tuple[Contents, Contents]:
    """Return what the relations of two versions say beyond ends and type, in the same columns."""
    tables = before.columns.relations, after.columns.relations
    names = fields(RELATION_FIELDS, RELATION_COLUMNS, tables)
    return Contents(tables[0], names), Contents(tables[1], names)


def _number(value: float) -> str:
    return str(int(value)) if value.is_integer() else repr(value)


def _weight(cell: str) -> str:
    return _number(parse_weight(cell))


def _confidence(cell: str) -> str:
    value = parse_confidence(cell)
    return parse_grade(cell) or ("" if value is None else _number(value))


def _stance(cell: str) -> str:
    return cell or "asserts"


def _listed(cell: str) -> str:
    return "|".join(sorted(set(split_cell(cell))))


SPELLINGS: dict[str, Callable[[str], str]] = {
    "weight": _weight,
    "confidence": _confidence,
    "stance": _stance,
    "aliases": _listed,
    "reference": _listed,
}
"""By column how its cells are spelled alike; cells of any other are taken as they stand."""

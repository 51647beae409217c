"""Which rows of two versions of the data are the same actor, or the same relation."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from graph.coded import mapped
from graph.columns import ACTOR_COLUMNS, RELATION_COLUMNS, confidence_in, grade_in, parts, weight_in
from graph.formats.table import Table

if TYPE_CHECKING:
    from graph.network import Network

ACTOR_FIELDS = tuple(name for name in ACTOR_COLUMNS if name != "id")
RELATION_FIELDS = ("start", "end", "weight", "confidence", "stance", "reference", "note")


class Pairs(NamedTuple):
    """Rows of one version and the rows of the other that are the same.

    Parameters
    ----------
    both
        The rows before and after, in the order after.
    removed
        The rows that are only before, ascending.
    added
        The rows that are only after, ascending.
    """

    both: list[tuple[int, int]]
    removed: list[int]
    added: list[int]


class Contents:
    """What rows of a table say beyond who is meant, each value in one spelling.

    A weight of 2.0 is 2, a weight or a stance that is not given is the default, the parts of a
    list are in order, so that rows that mean the same are equal.

    Parameters
    ----------
    table
        The rows.
    names
        The columns that are compared; one that the table lacks is blank.
    """

    def __init__(self, table: Table, names: Sequence[str]) -> None:
        self.names = names
        self.columns = [mapped(table.cells(name), SPELLINGS.get(name, str)) for name in names]

    def of(self, row: int) -> tuple[str, ...]:
        """Return what a row says, in the order of the names."""
        return tuple(column[row] for column in self.columns)


def fields(known: Sequence[str], every: Iterable[str], tables: Iterable[Table]) -> list[str]:
    """Return the columns to compare: the known ones, then those of the data's own in any table.

    Examples
    --------
    >>> fields(["name"], ["id", "name"], [Table("a", {"id": [], "party": []}, [])])
    ['name', 'party']
    """
    own = dict.fromkeys(name for table in tables for name in table.columns)
    return [*known, *(name for name in own if name not in set(every))]


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


def paired_actors(before: Network, after: Network) -> Pairs:
    """Return which actors are the same: those with the same id."""
    rows = before.columns.actor_row
    known = set(before.actor_numbers)
    both, added = [], []
    for row, name in zip(after.actor_numbers, _ids(after), strict=True):
        there = rows.get(name, -1)
        if there in known:
            both.append((there, row))
            known.remove(there)
        else:
            added.append(row)
    return Pairs(both, sorted(known), added)


def _ids(network: Network) -> Iterable[str]:
    return map(network.columns.actors.cells("id").__getitem__, network.actor_numbers)


def paired_relations(before: Network, after: Network) -> Pairs:
    """Return which relations are the same; see `graph.compare` for the rule."""
    contents = relation_contents(before, after)
    sides = [
        _Side(net, content, after) for net, content in zip((before, after), contents, strict=True)
    ]
    left: list[Sequence[int]] = [before.relation_numbers, after.relation_numbers]
    both: list[tuple[int, int]] = []
    for signature, single in STEPS:
        found = _matched(sides, left, signature, single=single)
        both += found
        for place, rows in enumerate(left):
            taken = {pair[place] for pair in found}
            left[place] = [row for row in rows if row not in taken] if taken else rows
    return Pairs(sorted(both, key=lambda pair: pair[1]), list(left[0]), list(left[1]))


class _Side:
    """The relations of one version."""

    def __init__(self, network: Network, contents: Contents, after: Network) -> None:
        columns = network.columns
        self.ids, self.given = columns.relation_ids, columns.relations.cells("id")
        self.actor_ids, self.ends = columns.actors.cells("id"), columns.endpoints
        self.types = columns.relations.cells("type")
        self.mutual = {
            name: kind.mutual for name, kind in {**columns.types, **after.columns.types}.items()
        }
        self.contents = contents
        self.place = {name: place for place, name in enumerate(contents.names)}

    def about(self, row: int) -> tuple[str, ...]:
        """Return type and ends of a relation, the ends in order where the type is mutual."""
        ends = [self.actor_ids[end[row]] for end in self.ends]
        kind = self.types[row]
        return kind, *(sorted(ends) if self.mutual[kind] else ends)

    def says(self, row: int, *names: str) -> tuple[str, ...]:
        """Return what a relation says in some columns."""
        return tuple(self.contents.columns[self.place[name]][row] for name in names)


Signature = Callable[[_Side, int], Hashable]


def _whole(side: _Side, row: int) -> Hashable:
    return side.ids[row], side.about(row), side.contents.of(row)


def _given(side: _Side, row: int) -> Hashable:
    return (side.given[row], side.about(row)) if side.given[row] else None


def _content(side: _Side, row: int) -> Hashable:
    return side.about(row), side.contents.of(row)


def _named(side: _Side, row: int) -> Hashable:
    return side.ids[row], side.about(row)


def _but_for(*names: str) -> Signature:
    """Return the signature of relations of one pair and type that say the same in some columns."""
    return lambda side, row: (side.about(row), side.says(row, *names))


STEPS: tuple[tuple[Signature, bool], ...] = (
    (_whole, False),
    (_given, False),
    (_content, False),
    (_named, False),
    (_but_for("stance", "start", "end"), True),
    (_but_for("stance", "reference"), True),
    (_but_for("start", "end", "reference"), True),
)
"""What makes rows the same, the surest first, and whether it must single each of the two out."""


def _matched(
    sides: Sequence[_Side], left: Sequence[Sequence[int]], signature: Signature, *, single: bool
) -> list[tuple[int, int]]:
    """Return the pairs of rows with the same signature, those that are alike in their order."""
    if not all(left):
        return []
    groups: list[dict[Hashable, list[int]]] = [{}, {}]
    for side, rows, group in zip(sides, left, groups, strict=True):
        for row in rows:
            group.setdefault(signature(side, row), []).append(row)
    found: list[tuple[int, int]] = []
    for key, rows in groups[0].items():
        there = groups[1].get(key, [])
        if key is not None and (not single or len(rows) == len(there) == 1):
            found += zip(rows, there, strict=False)
    return found


def _number(value: float) -> str:
    return str(int(value)) if value.is_integer() else repr(value)


def _weight(cell: str) -> str:
    return _number(weight_in(cell))


def _confidence(cell: str) -> str:
    value = confidence_in(cell)
    return grade_in(cell) or ("" if value is None else _number(value))


def _stance(cell: str) -> str:
    return cell or "asserts"


def _listed(cell: str) -> str:
    return "|".join(sorted(set(parts(cell))))


SPELLINGS: dict[str, Callable[[str], str]] = {
    "weight": _weight,
    "confidence": _confidence,
    "stance": _stance,
    "aliases": _listed,
    "reference": _listed,
}
"""By column how its cells are spelled alike; cells of any other are taken as they stand."""

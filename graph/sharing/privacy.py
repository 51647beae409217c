"""What stays out of a file that is passed on: rows marked as private, and columns left out.

What is left is data of its own, in which everything is worked out again: ids, measures, places.
A source that nothing but withheld rows and cells cite is withheld with them, and so is a relation
type that nothing but withheld relations have.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from graph.data.columns import PRIVATE, SOURCE_COLUMNS, Columns, split_cell
from graph.data.dictionary_column import map_values, take_rows, unique_values
from graph.data.matching_rows import filter_rows
from graph.data.records import Source
from graph.data.table import Table
from graph.data.vocabulary import TYPES, RelationType
from graph.data.withheld import Withheld
from graph.errors import QuestionError, quoted
from graph.names import suggest
from graph.rules.headers import KNOWN_COLUMNS, REQUIRED_COLUMNS
from graph.select import filters

if TYPE_CHECKING:
    from graph.select.selection import Selection

    AnySelection = TypeVar("AnySelection", bound=Selection)

Rows = Sequence[int]

FAMILIES = ("actors", "relations", "sources")
LABELS = (PRIVATE, "stance")  # of no use to be left out, and not to be
DISPUTING = "what a row disputes would read as asserted"
MARKING = "it says which rows are withheld"


def marked(columns: Columns) -> Withheld:
    """Return how many rows would be withheld, those of private actors' relations included."""
    actors, relations = _open_rows(columns)
    return Withheld(
        len(columns.actors) - len(actors),
        len(columns.relations) - len(relations),
        sum(map(_is_private, columns.sources.values())),
    )


def public(network: AnySelection) -> AnySelection:
    """Return a Network without its private rows; see `Network.public`."""
    columns = network.columns
    if not (PRIVATE in columns.actors.columns or PRIVATE in columns.relations.columns) and not any(
        PRIVATE in source.attributes for source in columns.sources.values()
    ):
        return network
    hidden = {source.id for source in columns.sources.values() if _is_private(source)}
    rows = _open_rows(columns)
    gone = {family: {PRIVATE} for family in FAMILIES}
    return _left(network, rows, hidden, gone)


def redacted(network: AnySelection, names: Iterable[str]) -> AnySelection:
    """Return a Network without some columns; see `Network.redact`."""
    gone: dict[str, set[str]] = {family: set() for family in FAMILIES}
    for name in names:
        for family, column in _meant(network.columns, name):
            gone[family].add(column)
    columns = network.columns
    every = range(len(columns.actors)), range(len(columns.relations))
    return _left(network, every, (), gone)


def redactable(columns: Columns) -> list[str]:
    """Return the names of the columns that may be left out, each once.

    Examples
    --------
    >>> import graph
    >>> redactable(graph.load_example().columns)[:3]
    ['aliases', 'description', 'start']
    """
    known = dict.fromkeys(name for names in _columns(columns).values() for name in names)
    needed = {*LABELS, *(name for family in FAMILIES for name in REQUIRED_COLUMNS[family])}
    return [name for name in known if name not in needed]


def _open_rows(columns: Columns) -> tuple[Rows, Rows]:
    """Return the rows of the actors and of the relations that are not private."""

    def is_open(cell: str) -> bool:
        return cell != "yes"

    actors = filter_rows(columns.actors.cells(PRIVATE), range(len(columns.actors)), is_open)
    relations = filter_rows(
        columns.relations.cells(PRIVATE), range(len(columns.relations)), is_open
    )
    return actors, filters.keep_among(columns, relations, actors)


def _is_private(source: Source) -> bool:
    return source.attributes.get(PRIVATE) == "yes"


def _left(
    network: AnySelection,
    rows: tuple[Rows, Rows],
    hidden: Collection[str],
    gone: Mapping[str, Collection[str]],
) -> AnySelection:
    """Return a Network of some rows, without some sources and some columns."""
    columns = network.columns
    actors = _without(columns.actors, rows[0], gone["actors"])
    relations = _without(columns.relations, rows[1], gone["relations"])
    cited = _cited(columns.actors) | _cited(columns.relations)
    uncited = cited.difference(hidden) - _cited(actors) - _cited(relations)
    closed = {*hidden, *uncited.intersection(columns.sources)}
    left = Columns(
        _without_references(actors, closed),
        _without_references(relations, closed),
        {
            name: _cut(each, gone["sources"])
            for name, each in columns.sources.items()
            if name not in closed
        },
        _types(columns, relations),
    )
    withheld = Withheld(
        len(columns.actors) - len(actors),
        len(columns.relations) - len(relations),
        len(closed),
        tuple(_present(columns, gone)),
    )
    return replace(
        network,
        columns=left,
        actor_numbers=_renumbered(network.actor_numbers, rows[0]),
        relation_numbers=_renumbered(network.relation_numbers, rows[1]),
        warnings=() if withheld else network.warnings,  # they tell values
        withheld=network.withheld | withheld,
    )


def _present(columns: Columns, gone: Mapping[str, Collection[str]]) -> Iterable[str]:
    """Yield each column left out that says anything, with its table; the mark itself is none."""
    there = _columns(columns)
    for family, names in gone.items():
        yield from (
            f"{family}.{name}"
            for name in sorted(names)
            if name in there[family] and name != PRIVATE
        )


def _columns(columns: Columns) -> Mapping[str, Collection[str]]:
    """Return the names of each table's columns."""
    sources = columns.sources.values()
    told = [name for name in SOURCE_COLUMNS if any(getattr(each, name) for each in sources)]
    own = (name for each in sources for name in each.attributes)
    return {
        "actors": columns.actors.columns,
        "relations": columns.relations.columns,
        "sources": list(dict.fromkeys((*told, *own))),
    }


def _without(table: Table, rows: Rows, gone: Collection[str]) -> Table:
    return Table(
        table.name,
        {name: take_rows(cells, rows) for name, cells in table.columns.items() if name not in gone},
        table.lines if len(rows) == len(table) else [table.lines[row] for row in rows],
        header_line=table.header_line,
    )


def _cited(table: Table) -> set[str]:
    return {part for cell in unique_values(table.cells("reference")) for part in split_cell(cell)}


def _without_references(table: Table, closed: Collection[str]) -> Table:
    """Return a table in which no row cites one of some sources."""
    if not closed or "reference" not in table.columns:
        return table

    def cut(cell: str) -> str:
        named = split_cell(cell)
        open_ = [part for part in named if part not in closed]
        return cell if len(open_) == len(named) else "|".join(open_)

    columns = {**table.columns, "reference": map_values(table.cells("reference"), cut)}
    return replace(table, columns=columns)


def _cut(source: Source, gone: Collection[str]) -> Source:
    known = {name: "" for name in gone if name in SOURCE_COLUMNS}
    own = {name: cell for name, cell in source.attributes.items() if name not in gone}
    return replace(source, **known, attributes=own)


def _types(columns: Columns, left: Table) -> Mapping[str, RelationType]:
    """Return the types in force, without those declared that only withheld relations have."""
    gone = {*unique_values(columns.relations.cells("type"))} - {*unique_values(left.cells("type"))}
    return {
        name: TYPES.get(name, known) if name in gone else known
        for name, known in columns.types.items()
        if name not in gone or name in TYPES
    }


def _renumbered(numbers: Rows, rows: Rows) -> Rows:
    """Return what row numbers are when only some rows are left."""
    if isinstance(rows, range):
        return numbers
    place = {row: number for number, row in enumerate(rows)}
    return [place[row] for row in numbers if row in place]


def _meant(columns: Columns, name: str) -> list[tuple[str, str]]:
    """Return the tables, and the column in them, that a name such as ``note`` leads to.

    Raises
    ------
    QuestionError
        When there is no such column, or it cannot be left out.
    """
    there = _columns(columns)
    found = [
        (family, name)
        for family in FAMILIES
        if name in there[family] or name in KNOWN_COLUMNS[family]
    ]
    family, dot, column = name.partition(".")
    if (
        not found
        and dot
        and family in KNOWN_COLUMNS
        and (column in there[family] or column in KNOWN_COLUMNS[family])
    ):
        found = [(family, column)]
    if not found:
        free = redactable(columns)
        hint = suggest.suggest_word(name, free) or f"There are: {', '.join(free)}."
        raise QuestionError("redact", f"no file has a column {quoted(name)}. {hint}")
    for family, column in found:
        _refuse_needed(family, column)
    return found


def _refuse_needed(family: str, column: str) -> None:
    reason, remedy = "", "Mark rows as private instead."
    if column in REQUIRED_COLUMNS[family]:
        reason = f"every row of {family}.csv needs it"
    elif (family, column) == ("relations", "stance"):
        reason = DISPUTING
    elif column == PRIVATE:  # without the mark, a page of what is left would show these rows
        reason, remedy = MARKING, "Pages have no such column."
    if reason:
        told = f"{quoted(column)} cannot be left out: {reason}. {remedy}"
        raise QuestionError("redact", told)

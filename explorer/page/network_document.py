"""Network -> its data in columns: actors, relations, sources, vocabulary, folding table.

Cells go from the network's own columns into the document's, each distinct one looked at once; no
actor or relation is made of them.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from explorer.page.columns import Packed, pack
from explorer.page.fold import fold_table
from explorer.page.in_use import kinds_in_use, types_in_use
from graph.data.columns import ACTOR_COLUMNS, RELATION_COLUMNS, split_cell
from graph.data.dictionary_column import as_array, iter_values, map_values, to_row_array
from graph.data.table import Table
from graph.data.vocabulary import RelationType
from graph.network import Network

Rows = Sequence[int]


def network_document(network: Network, earlier: Network | None = None) -> dict[str, Any]:
    """Return the network's data in columns, with its vocabulary, sources and folding table.

    Actors, kinds, types and sources are referred to by their number; a reference is a source's
    number, or text as it stands in the data. Columns are packed as in `explorer.page.columns`.

    Parameters
    ----------
    network
        What to show; only the types and kinds in use are in the result.
    earlier
        The same rows as an earlier version tells them, whose kinds and names are known too.
    """
    versions = [network] if earlier is None else [network, earlier]
    types, kinds = types_in_use(network), kinds_in_use(*versions)
    names = (
        name
        for version in versions
        for column in ("name", "aliases")
        for name in iter_values(version.columns.actors.cells(column), version.actor_numbers)
    )
    return {
        "kinds": [{"id": kind, "label": kind.replace("_", " ")} for kind in kinds],
        "types": [_type_entry(relation_type) for relation_type in types],
        "sources": _source_columns(network),
        "actors": actor_columns(network, kinds),
        "relations": relation_columns(network, [known.name for known in types]),
        "fold": fold_table(names),
    }


def ends(network: Network) -> tuple[list[int], list[int]]:
    """Return the numbers of the actors, among those kept, at both ends of each relation.

    Examples
    --------
    >>> import graph
    >>> ends(graph.load_example().only("trades_with"))
    ([7, 7, 8, 7], [8, 22, 22, 9])
    """
    actors, relations = to_row_array(network.actor_numbers), to_row_array(network.relation_numbers)
    source, target = (
        actors.searchsorted(as_array(column, int)[relations]).tolist()
        for column in network.columns.endpoints
    )
    return source, target


def numbered(table: Table, column: str, rows: Rows, names: Sequence[str]) -> list[int]:
    """Return for some rows the place of their cell among the names."""
    place = {name: number for number, name in enumerate(names)}
    cells = iter_values(table.cells(column), rows)
    return [place[cell] for cell in cells]


def _type_entry(relation_type: RelationType) -> dict[str, Any]:
    return {
        "id": relation_type.name,
        "sign": relation_type.sign,
        "mutual": relation_type.mutual,
        "influence": relation_type.influence,
        "label": relation_type.label,
        "inverse": relation_type.inverse,
    }


def _source_columns(network: Network) -> dict[str, Packed]:
    names = ("title", "author", "publisher", "date", "url", "archive_url", "citation")
    rows = network.source_rows
    return {"id": [row.id for row in rows]} | {
        name: pack(getattr(row, name) for row in rows) for name in names
    }


def actor_columns(network: Network, kinds: Sequence[str]) -> dict[str, Any]:
    """Return the actors as columns, their kinds and sources by number."""
    table, rows = network.columns.actors, network.actor_numbers
    texts = ("name", "description", "start", "end")
    return {
        "id": list(iter_values(table.cells("id"), rows)),
        **{name: pack(iter_values(table.cells(name), rows)) for name in texts},
        "aliases": _read(table.cells("aliases"), rows, _listed),
        "kind": pack(numbered(table, "kind", rows, kinds)),
        "reference": _read(table.cells("reference"), rows, _references(network)),
        "attributes": _attributes(table, ACTOR_COLUMNS, rows),
    }


def relation_columns(network: Network, types: Sequence[str]) -> dict[str, Any]:
    """Return the relations as columns, their ends, types and sources by number."""
    columns, rows = network.columns, network.relation_numbers
    table, (source, target) = columns.relations, ends(network)
    return {
        "id": list(iter_values(columns.relation_ids, rows)),
        **{name: pack(iter_values(table.cells(name), rows)) for name in ("start", "end", "note")},
        "confidence": pack(iter_values(columns.confidences, rows)),
        "grade": pack(iter_values(columns.grades, rows)),
        "source": pack(source),
        "target": pack(target),
        "type": pack(numbered(table, "type", rows, types)),
        "weight": _read(columns.weights, rows, short),
        "disputes": _read(columns.disputes, rows, int),
        "reference": _read(table.cells("reference"), rows, _references(network)),
        "attributes": _attributes(table, RELATION_COLUMNS, rows),
    }


def _read(cells: Sequence[Any], rows: Rows, meaning: Callable[[Any], Any]) -> Packed:
    return pack(iter_values(map_values(cells, meaning), rows))


def _listed(cell: str) -> list[str]:
    return list(split_cell(cell))


def _references(network: Network) -> Callable[[str], list[int | str]]:
    sources: Mapping[str, int] = {source.id: row for row, source in enumerate(network.source_rows)}

    def read(cell: str) -> list[int | str]:
        return [sources.get(part, part) for part in split_cell(cell)]

    return read


def _attributes(table: Table, known: Sequence[str], rows: Rows) -> dict[str, Packed]:
    own = {name: cells for name, cells in table.columns.items() if name not in known}
    return (
        {name: pack(iter_values(cells, rows)) for name, cells in own.items()} if len(rows) else {}
    )


def short(number: float) -> float:
    """Return a whole number without its decimal point, any other as it is.

    Examples
    --------
    >>> short(2.0), short(2.5)
    (2, 2.5)
    """
    return int(number) if number.is_integer() else number

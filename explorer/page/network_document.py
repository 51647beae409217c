"""Build the network's data in columns: actors, relations, sources, vocabulary, folding table.

Cells are copied from the network's columns, each distinct cell is parsed once, and no actor or
relation object is created.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from explorer.page.fold_table import build_fold_table
from explorer.page.former_ids import list_former_ids
from explorer.page.name_parts import build_name_parts
from explorer.page.packed_columns import Packed, pack
from graph import Network, RelationType
from graph.analysis.pattern.parse import list_phrases
from graph.data.columns import ACTOR_COLUMNS, RELATION_COLUMNS, split_cell
from graph.data.dictionary_column import as_array, iter_values, map_values, to_row_array
from graph.data.end_rows import NOBODY
from graph.data.hosts import find_host, normalize_host
from graph.data.own_columns import list_own_columns
from graph.data.table import Table
from graph.data.vocabulary import DEFAULT_KIND
from graph.names.persons import PersonRows, is_name_of_person
from graph.select.used_types import list_used_kinds, list_used_types

Rows = Sequence[int]


def build_network_document(network: Network, earlier: Network | None = None) -> dict[str, Any]:
    """Build the network's data in columns, with its vocabulary, sources and folding table.

    Actors, kinds, types and sources are given by number; a reference is the number of a source,
    or a text as the data has it. Columns are packed as in `explorer.page.packed_columns`.

    Parameters
    ----------
    network
        The network to show; the result has only the types and kinds in use.
    earlier
        The same rows in an earlier version; its kinds and names are included, too.
    """
    versions = [network] if earlier is None else [network, earlier]
    types, kinds = list_used_types(network), list_used_kinds(*versions)
    names = [name for version in versions for name in _list_names(version)]
    people = [name for version in versions for name in _list_names(version, only_persons=True)]
    without_kind = [name for version in versions for name in _list_persons_without_kind(version)]
    return {
        "kinds": [{"id": kind, "label": kind.replace("_", " ")} for kind in kinds],
        "types": [_describe_type(relation_type) for relation_type in types],
        **_list_unused_phrases(network, types),
        "sources": _build_source_columns(network),
        "actors": build_actor_columns(network, kinds),
        "relations": build_relation_columns(
            network, [relation_type.name for relation_type in types]
        ),
        **list_former_ids(network),
        "fold": build_fold_table(names),
        "latest_day": network.columns.lifetimes.latest_day,
        **_list_hosts(versions),
        **build_name_parts(names, people, without_kind),
    }


def _list_hosts(versions: Iterable[Network]) -> dict[str, dict[str, str]]:
    """Return the one spelling of each host that the page cannot find by itself, if there is any."""
    cells = dict.fromkeys(
        cell
        for network in versions
        for table, rows in (
            (network.columns.actors, network.actor_numbers),
            (network.columns.relations, network.relation_numbers),
        )
        for cell in iter_values(table.cells("reference"), rows)
    )
    written = dict.fromkeys(find_host(part) for cell in cells for part in split_cell(cell))
    hosts = {host: normalize_host(host) for host in written if normalize_host(host) != host}
    return {"hosts": hosts} if hosts else {}


def _list_names(network: Network, *, only_persons: bool = False) -> Iterator[str]:
    """Yield the names and aliases of the selected actors, or of the persons among them."""
    table, rows = network.columns.actors, network.actor_numbers
    persons = PersonRows(table)
    columns = (iter_values(table.cells(name), rows) for name in ("name", "aliases"))
    for row, name, aliases in zip(rows, *columns, strict=True):
        if not only_persons or row in persons:
            yield from (name, *split_cell(aliases))


def _list_persons_without_kind(network: Network) -> Iterator[str]:
    """Yield the names of the selected actors who are persons by their names alone."""
    table, rows = network.columns.actors, network.actor_numbers
    kinds, names = (iter_values(table.cells(name), rows) for name in ("kind", "name"))
    for kind, name in zip(kinds, names, strict=True):
        if kind == DEFAULT_KIND and is_name_of_person(name):
            yield name


def number_ends(network: Network) -> tuple[list[int], list[int]]:
    """Return the selected actors' numbers at both ends of each relation.

    Examples
    --------
    >>> import graph
    >>> number_ends(graph.load_example().only("trades_with"))
    ([7, 7, 8, 7], [8, 22, 22, 9])
    """
    actors, relations = to_row_array(network.actor_numbers), to_row_array(network.relation_numbers)
    source, target = (
        actors.searchsorted(as_array(column, int)[relations]).tolist()
        for column in network.columns.endpoints
    )
    return source, target


def number_cells(table: Table, column: str, rows: Rows, names: Sequence[str]) -> list[int]:
    """Return the index of each row's cell among the names."""
    number_of = {name: number for number, name in enumerate(names)}
    cells = iter_values(table.cells(column), rows)
    return [number_of[cell] for cell in cells]


def _describe_type(relation_type: RelationType) -> dict[str, Any]:
    return {
        "id": relation_type.name,
        "sign": relation_type.sign,
        "mutual": relation_type.mutual,
        "influence": relation_type.influence,
        "label": relation_type.label,
        "inverse": relation_type.inverse,
        "event": relation_type.event,
        "past": relation_type.past,
        "past_inverse": relation_type.past_inverse,
        "present": relation_type.present,
        "present_inverse": relation_type.present_inverse,
    }


def _list_unused_phrases(
    network: Network, used: Sequence[RelationType]
) -> dict[str, Sequence[str]]:
    """Return what types of which there is no relation are called in patterns, if there are any."""
    known = list_phrases({each.name: each for each in used})
    phrases = sorted(phrase for phrase in list_phrases(network.types) if phrase not in known)
    return {"unused_phrases": phrases} if phrases else {}


def _build_source_columns(network: Network) -> dict[str, Any]:
    rows = network.source_rows
    names = ["title", "author", "publisher", "date", "url", "archive_url", "via", "citation"]
    names += ["voice"] if any(row.voice for row in rows) else []
    own = list_own_columns(row.attributes for row in rows)
    return {
        "id": [row.id for row in rows],
        **{name: pack(getattr(row, name) for row in rows) for name in names},
        "attributes": {name: pack(row.attributes.get(name, "") for row in rows) for name in own},
    }


def build_actor_columns(network: Network, kinds: Sequence[str]) -> dict[str, Any]:
    """Build the actors' columns, with kinds and sources by number."""
    table, rows = network.columns.actors, network.actor_numbers
    texts = ("name", "description", "start", "end")
    return {
        "id": list(iter_values(table.cells("id"), rows)),
        **{name: pack(iter_values(table.cells(name), rows)) for name in texts},
        "aliases": _pack_parsed(table.cells("aliases"), rows, _split),
        "kind": pack(number_cells(table, "kind", rows, kinds)),
        "reference": _pack_parsed(table.cells("reference"), rows, _make_reference_parser(network)),
        "attributes": _pack_own_columns(table, ACTOR_COLUMNS, rows),
    }


def build_relation_columns(network: Network, types: Sequence[str]) -> dict[str, Any]:
    """Build the relations' columns, with ends, types and sources by number."""
    columns, rows = network.columns, network.relation_numbers
    table, (source, target) = columns.relations, number_ends(network)
    return {
        "id": list(iter_values(columns.relation_ids, rows)),
        **{name: pack(iter_values(table.cells(name), rows)) for name in ("start", "end", "note")},
        "confidence": pack(iter_values(columns.confidences, rows)),
        "grade": pack(iter_values(columns.grades, rows)),
        "source": pack(source),
        "target": pack(target),
        "type": pack(number_cells(table, "type", rows, types)),
        "weight": _pack_parsed(columns.weights, rows, simplify_number),
        "over": _pack_parsed(columns.over, rows, int),
        "planned": _pack_parsed(columns.planned, rows, int),
        "disputes": _pack_parsed(columns.disputes, rows, int),
        "claimant": pack(_list_claimants(network)),
        "basis": pack(iter_values(columns.bases, rows)),
        "reference": _pack_parsed(table.cells("reference"), rows, _make_reference_parser(network)),
        "attributes": _pack_own_columns(table, RELATION_COLUMNS, rows),
    }


def _list_claimants(network: Network) -> Iterator[int | str]:
    """Yield each relation's claimant: the number of a selected actor, else the name or words."""
    columns = network.columns
    number_of = {row: number for number, row in enumerate(network.actor_numbers)}
    names, words = columns.actors.cells("name"), columns.relations.cells("claimant")
    for relation in network.relation_numbers:
        row = columns.claimant_rows[relation]
        yield words[relation] if row == NOBODY else number_of.get(row, names[row])


def _pack_parsed(cells: Sequence[Any], rows: Rows, parse: Callable[[Any], Any]) -> Packed:
    return pack(iter_values(map_values(cells, parse), rows))


def _split(cell: str) -> list[str]:
    return list(split_cell(cell))


def _make_reference_parser(network: Network) -> Callable[[str], list[int | str]]:
    sources: Mapping[str, int] = {source.id: row for row, source in enumerate(network.source_rows)}

    def parse(cell: str) -> list[int | str]:
        return [sources.get(part, part) for part in split_cell(cell)]

    return parse


def _pack_own_columns(table: Table, standard: Sequence[str], rows: Rows) -> dict[str, Packed]:
    own = {name: cells for name, cells in table.columns.items() if name not in standard}
    return (
        {name: pack(iter_values(cells, rows)) for name, cells in own.items()} if len(rows) else {}
    )


def simplify_number(number: float) -> float:
    """Convert a whole number to int; return any other as it is.

    Examples
    --------
    >>> simplify_number(2.0), simplify_number(2.5)
    (2, 2.5)
    """
    return int(number) if number.is_integer() else number

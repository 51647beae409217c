"""Write a Network as CSV files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from graph.data.columns import ACTOR_COLUMNS, RELATION_COLUMNS, TYPE_COLUMNS
from graph.data.declared_types import to_type_row
from graph.data.end_rows import NOBODY
from graph.data.vocabulary import TYPES
from graph.formats.formulas import guard_formula
from graph.formats.sources_table import build_sources_table

if TYPE_CHECKING:
    from graph.select.selection import Selection

SPECIAL = re.compile(
    '[,;\t"\r\n\ufeff]'
)  # a byte order mark at the start of a file would not be read

Row = Sequence[str]


def format_csv_files(network: Selection) -> Mapping[str, str]:
    """Format the files of a Network, by file name; reading them gives the same Network.

    Cells are written as they were read, with three changes: the ends of relations are ids, and so
    are claimants who are selected actors; every relation has its id; and a cell that a spreadsheet
    would run as a formula gets an apostrophe, which reading removes again.

    Parameters
    ----------
    network
        The rows that its filters select are written, and all sources and declared types.

    Examples
    --------
    >>> import graph
    >>> files = format_csv_files(graph.load_example().only("borders"))
    >>> list(files)
    ['actors.csv', 'relations.csv', 'sources.csv']
    >>> files["relations.csv"].partition(",start")[0]
    'source,target,type'
    """
    files = {"actors.csv": _format_actors(network), "relations.csv": _format_relations(network)}
    if network.source_rows:
        files["sources.csv"] = _format_table(*build_sources_table(network))
    types = list_own_types(network)
    if types:
        files["types.csv"] = _format_table(TYPE_COLUMNS, types)
    return files


def name_claimants(network: Selection) -> Sequence[str]:
    """Return the claimant of every relation as a cell that means the same among selected actors.

    A claimant that the filters leave out is written by name, as words.
    """
    columns, actors = network.columns, network.columns.actors
    if len(network.actor_numbers) == len(actors):
        return columns.claimants
    ids, names, rows = actors.cells("id"), actors.cells("name"), columns.claimant_rows
    selected = set(network.actor_numbers)
    taken = {cells[row] for cells in (ids, names) for row in selected}
    return [
        cell if row == NOBODY or row in selected or names[row] in taken else names[row]
        for cell, row in zip(columns.claimants, rows, strict=True)
    ]


def list_own_types(network: Selection) -> list[Row]:
    """Return a row for each type that differs from the built-in ones."""
    return [to_type_row(each) for name, each in network.types.items() if TYPES.get(name) != each]


def _format_actors(network: Selection) -> str:
    table = network.columns.actors
    return _format_table(*_select_cells(table.columns, ACTOR_COLUMNS, network.actor_numbers))


def _format_relations(network: Selection) -> str:
    columns = network.columns
    ids, (sources, targets) = columns.actors.cells("id"), columns.endpoints
    cells = {
        **columns.relations.columns,
        "id": columns.relation_ids,
        "source": [ids[row] for row in sources],
        "target": [ids[row] for row in targets],
    }
    if "claimant" in cells:
        cells["claimant"] = name_claimants(network)
    return _format_table(*_select_cells(cells, RELATION_COLUMNS, network.relation_numbers))


def _select_cells(
    columns: Mapping[str, Sequence[str]], standard: Row, rows: Sequence[int]
) -> tuple[Row, Iterable[Row]]:
    """Return a header, the standard columns first, and the cells of some rows."""
    header = [*(name for name in standard if name in columns)]
    header += [name for name in columns if name not in standard]
    return header, ([columns[name][row] for name in header] for row in rows)


def _format_table(header: Row, rows: Iterable[Row]) -> str:
    lines = (",".join(map(_format_cell, row)) for row in (header, *rows))
    return "".join(f"{line}\n" for line in lines)


def _format_cell(cell: str) -> str:
    safe = guard_formula(cell)
    if not SPECIAL.search(safe):
        return safe
    doubled = safe.replace('"', '""')
    return f'"{doubled}"'

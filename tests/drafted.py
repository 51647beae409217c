"""A draft as the Network that it is, without the importer's understanding of words and names."""

import graph
from graph.data.columns import ACTOR_COLUMNS, RELATION_COLUMNS, SOURCE_COLUMNS, TYPE_COLUMNS
from graph.data.limits import Limits
from graph.data.table import Table
from graph.importing.draft import KEY, count_rows
from graph.importing.formats import find_format
from graph.rules.checked_columns import build_checked_columns

STANDARD = {
    "actors": ACTOR_COLUMNS,
    "relations": RELATION_COLUMNS,
    "sources": SOURCE_COLUMNS,
    "types": TYPE_COLUMNS,
}


def read(data, name, limits=None):
    """Read the bytes of a file of some name into a draft."""
    data = data if isinstance(data, bytes) else data.encode()
    return find_format(data, name).load_reader()(data, name, limits or Limits())


def to_network(draft):
    """Return a draft as a Network: keys are ids, and the types are those that it declares."""
    tables = {}
    for family, standard in STANDARD.items():
        rows = getattr(draft, family)
        named = {"id" if name == KEY else name: cells for name, cells in rows.items()}
        cells = {name: named[name] for name in named if not name.startswith(" ")}
        lines = range(2, count_rows(rows) + 2)
        blank = {name: [""] * len(lines) for name in standard if name not in cells}
        tables[family] = Table(f"{family}.csv", {**cells, **blank}, lines)
    return graph.Network.from_columns(*build_checked_columns(tables))

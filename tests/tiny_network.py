"""Tiny networks from one line a relation, and folders of CSV files from texts."""

import graph
from graph.data.columns import ACTOR_COLUMNS, RELATION_COLUMNS, SOURCE_COLUMNS, TYPE_COLUMNS
from graph.data.table import Table
from graph.rules.checked_columns import build_checked_columns

COUPLE = "id,name,kind\na,Ann,person\nb,Bob,person\n"
FUNDING = "source,target,type\na,b,funds\n"


def network(*relations, actors="", types=()):
    """Return the Network of lines such as ``A funds B start=2020 stance=disputes``.

    `actors` gives their row order (else it is that of the lines), and those without relations.
    """
    rows = []
    for line in relations:
        source, kind, target, *more = line.split()
        rows.append(
            {"source": source, "type": kind, "target": target, **dict(m.split("=") for m in more)}
        )
    ends = [row[end] for row in rows for end in ("source", "target")]
    people = [{"id": name, "name": name, "kind": "person"} for name in (*actors.split(), *ends)]
    unique = list({row["id"]: row for row in people}.values())
    return of_rows(unique, rows, types)


def of_rows(actors, relations, types=(), sources=()):
    """Return the Network of rows given as dictionaries by column."""
    tables = {
        "actors": table("actors.csv", actors, ACTOR_COLUMNS),
        "relations": table("relations.csv", relations, RELATION_COLUMNS),
        "types": table("types.csv", types, TYPE_COLUMNS),
        "sources": table("sources.csv", sources, SOURCE_COLUMNS),
    }
    return graph.Network.from_columns(*build_checked_columns(tables))


def table(name, rows, columns):
    names = dict.fromkeys((*columns, *(column for row in rows for column in row)))
    cells = {column: [row.get(column, "") for row in rows] for column in names}
    return Table(name, cells, range(2, len(rows) + 2))


def folder(path, **files):
    """Write `actors="..."` as actors.csv, and so on; text or bytes. Return the folder."""
    for family, content in ({"actors": COUPLE, "relations": FUNDING} | files).items():
        data = content if isinstance(content, bytes) else content.encode()
        (path / f"{family}.csv").write_bytes(data)
    return path


def problems(path, **files):
    """Return what is told of files, errors and warnings, a line each."""
    try:
        return [str(problem) for problem in graph.load(folder(path, **files)).warnings]
    except graph.DataError as error:
        return [str(problem) for problem in error.problems]

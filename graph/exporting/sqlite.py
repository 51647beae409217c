"""An SQLite database with foreign keys and views, ready for Datasette."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing

from graph.data.vocabulary import YES_OR_NO
from graph.exporting.exported_network import (
    TYPE_ATTRIBUTES,
    Cell,
    Export,
    ExportedNetwork,
    Row,
    list_values,
)

NUMBERS = ("weight", "confidence")
KEYS: Mapping[str, Mapping[str, str]] = {
    "sources": {"id": "PRIMARY KEY", "via": 'REFERENCES sources("id")'},
    "types": {"type": "PRIMARY KEY"},
    "actors": {"id": "PRIMARY KEY", "name": "NOT NULL"},
    "relations": {
        "id": "PRIMARY KEY",
        "source": 'NOT NULL REFERENCES actors("id")',
        "target": 'NOT NULL REFERENCES actors("id")',
        "type": 'NOT NULL REFERENCES types("type")',
    },
}
FIRST: Mapping[str, Sequence[str]] = {
    "sources": ("id", "title", "author", "publisher", "date", "url", "archive_url", "via"),
    "types": ("type", *TYPE_ATTRIBUTES),
    "actors": ("id", "name", "kind", "aliases", "description", "start", "end", "reference"),
    "relations": ("id", "source", "type", "target", "start", "end", "weight", "confidence",
                  "grade", "stance", "claimant", "basis", "reference", "note"),
}  # fmt: skip
CITATIONS = """\
CREATE TABLE actor_sources (
  actor TEXT NOT NULL REFERENCES actors("id"),
  source TEXT REFERENCES sources("id"),
  reference TEXT NOT NULL
);
CREATE TABLE relation_sources (
  relation TEXT NOT NULL REFERENCES relations("id"),
  source TEXT REFERENCES sources("id"),
  reference TEXT NOT NULL
);
"""
VIEWS = """\
CREATE INDEX relations_by_source ON relations(source);
CREATE INDEX relations_by_target ON relations(target);
CREATE INDEX relations_by_type ON relations(type);
CREATE INDEX relation_sources_by_relation ON relation_sources(relation);
CREATE INDEX relation_sources_by_source ON relation_sources(source);
CREATE VIEW relations_in_words AS
SELECT r.id, s.name AS source, t.label AS relation, o.name AS target, t.sign, r.start, r."end",
       r.stance, r.claimant, r.basis, r.confidence, r.note
FROM relations r
JOIN actors s ON s.id = r.source
JOIN actors o ON o.id = r.target
JOIN types t ON t.type = r.type;
CREATE VIEW relation_counts AS
SELECT a.id, a.name, a.kind, count(r.id) AS relations
FROM actors a
LEFT JOIN relations r ON a.id IN (r.source, r.target)
GROUP BY a.id
ORDER BY relations DESC, a.name;
CREATE VIEW relations_without_source AS
SELECT * FROM relations
WHERE id NOT IN (SELECT relation FROM relation_sources);
"""


def write_sqlite(exported: ExportedNetwork) -> Export:
    """Write a network as a database: actors, relations, sources, types, and who cites what.

    Blank cells are NULL. The tables `actor_sources` and `relation_sources` have a row for each
    reference: the id of its source, or none where the reference is no source's id.

    Examples
    --------
    >>> import graph
    >>> write_sqlite(ExportedNetwork(graph.load_example())).files[""][:13]
    b'SQLite format'
    """
    types = _list_rows(exported, "types")
    for row in types:
        row |= {name: row.get(name) == "yes" for name in YES_OR_NO}
    relations = [
        {name: value for name, value in row.items() if name not in TYPE_ATTRIBUTES}
        for row in exported.relations
    ]
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("PRAGMA foreign_keys = OFF")  # sources may quote later ones
        _fill_table(database, "sources", exported.sources)
        _fill_table(database, "types", types)
        _fill_table(database, "actors", exported.actors)
        _fill_table(database, "relations", relations)
        database.executescript(CITATIONS)
        ids = {str(row["id"]) for row in exported.sources}
        for table, rows in (("actor", exported.actors), ("relation", exported.relations)):
            citations = _iter_citations(rows, ids)
            database.executemany(f"INSERT INTO {table}_sources VALUES (?, ?, ?)", citations)  # noqa: S608 - our own names
        database.executescript(VIEWS)
        database.commit()
        return Export({"": database.serialize()})


def _list_rows(exported: ExportedNetwork, family: str) -> list[Row]:
    columns = exported.tables[family]
    return [
        {name: cell for name, cell in zip(columns, cells, strict=True) if cell}
        for cells in zip(*columns.values(), strict=True)
    ]


def _fill_table(database: sqlite3.Connection, table: str, rows: Sequence[Row]) -> None:
    """Create a table with its keys, and fill it."""
    columns = list(dict.fromkeys((*FIRST[table], *(name for row in rows for name in row))))
    names = name_columns(columns)
    keys = KEYS[table]
    lines = ", ".join(
        f"{_quote(name)} {_find_type(column)} {keys.get(column, '')}".rstrip()
        for column, name in zip(columns, names, strict=True)
    )
    database.execute(f"CREATE TABLE {table} ({lines})")
    marks = ", ".join("?" * len(columns))
    values = ([row.get(column) for column in columns] for row in rows)
    database.executemany(f"INSERT INTO {table} VALUES ({marks})", values)  # noqa: S608 - our own names


def name_columns(columns: Iterable[str]) -> list[str]:
    """Return names that differ in more than case, which SQLite does not see.

    Examples
    --------
    >>> name_columns(["id", "ID", "Id (own)"])
    ['id', 'ID (own)', 'Id (own) (own)']
    """
    taken: set[str] = set()
    names = []
    for column in columns:
        name = column.replace("\0", "\N{REPLACEMENT CHARACTER}")
        while name.casefold() in taken:
            name += " (own)"
        taken.add(name.casefold())
        names.append(name)
    return names


def _find_type(column: str) -> str:
    if column in YES_OR_NO:
        return "INTEGER"
    return "REAL" if column in NUMBERS else "TEXT"


def _quote(name: str) -> str:
    doubled = name.replace('"', '""')
    return f'"{doubled}"'


def _iter_citations(rows: Iterable[Row], ids: set[str]) -> Iterator[tuple[Cell, str | None, str]]:
    for row in rows:
        for reference in list_values(row.get("reference", "")):
            yield row["id"], reference if reference in ids else None, reference

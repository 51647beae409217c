"""The CSV files that ``neo4j-admin database import`` reads: actors, relations and sources.

Bars separate several values: import with ``--array-delimiter="|" --multiline-fields=true``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.data.vocabulary import YES_OR_NO
from graph.exporting.csv_text import format_csv, list_header
from graph.exporting.exported_network import Export, ExportedNetwork, Row

NUMBERS = ("weight", "confidence")
ARRAYS = ("aliases", "reference")
LABEL = ":LABEL"
NO_LETTERS = re.compile(r"\W+")


def write_neo4j_csv(exported: ExportedNetwork) -> Export:
    r"""Write a network as nodes of actors, nodes of sources, and relationships.

    Examples
    --------
    >>> import graph
    >>> net = graph.load_example().only("borders")
    >>> files = write_neo4j_csv(ExportedNetwork(net)).files
    >>> files["relations"].decode().partition(",end")[0]
    ':START_ID,:END_ID,:TYPE,id,type'
    """
    actors: list[Row] = [
        {**row, LABEL: f"Actor|{_name_label(str(row['kind']))}"} for row in exported.actors
    ]
    relations: list[Row] = [
        {**row, ":TYPE": name_relationship(str(row["type"]))} for row in exported.relations
    ]
    files = {
        "actors": _format(actors, ["id", LABEL], {"id": "id:ID"}),
        "relations": _format(
            relations,
            ["source", "target", ":TYPE", "id", "type"],
            {"source": ":START_ID", "target": ":END_ID"},
        ),
    }
    if exported.sources:
        sources: list[Row] = [{**row, LABEL: "Source"} for row in exported.sources]
        files["sources"] = _format(sources, ["id", LABEL], {"id": "id:ID(Source)"})
    return Export(files)


def name_relationship(name: str) -> str:
    """Return a type as Neo4j's relationships are written.

    Examples
    --------
    >>> name_relationship("member_of"), name_relationship("голосует за")
    ('MEMBER_OF', 'ГОЛОСУЕТ_ЗА')
    """
    return NO_LETTERS.sub("_", name).strip("_").upper() or "RELATED_TO"


def _name_label(kind: str) -> str:
    """Return a kind as Neo4j's labels are written, such as ``ArmedGroup``."""
    words = NO_LETTERS.sub("_", kind).split("_")
    return "".join(word[:1].upper() + word[1:] for word in words) or "Actor"


def _format(rows: Sequence[Row], first: Sequence[str], titles: dict[str, str]) -> bytes:
    header = list_header(rows, first)
    return format_csv(header, rows, [titles.get(name) or _name_property(name) for name in header])


def _name_property(name: str) -> str:
    """Return the heading of a property with its type; a colon would begin a type."""
    if name.startswith(":"):
        return name
    kinds = {**dict.fromkeys(NUMBERS, ":double"), **dict.fromkeys(YES_OR_NO, ":boolean")}
    kinds |= dict.fromkeys(ARRAYS, ":string[]")
    return f"{name.replace(':', '_')}{kinds.get(name, '')}"

"""Headers as plain words: without case, accents, script, and the marks of Neo4j."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.names.folding import fold

CAMEL = re.compile(r"(?<=[a-zа-яё])(?=[A-ZА-ЯЁ])|(?<=[A-Z])(?=[A-Z][a-z])")
DIGITS = re.compile(r"(?<=[^\W\d])(?=\d)|(?<=\d)(?=[^\W\d])")
NEO4J = re.compile(r"(?P<name>[^:]*):(?P<kind>[A-Za-z_]+(?:\[\])?)(?:\([^)]*\))?(?:\{[^}]*\})?")
PLURAL = re.compile(r"(?<=[^\W\d])\((?:s|es|e|n|en|i|y|a|ы|и)\)")  # titulaire(s)
NEO4J_KINDS = {
    "id", "label", "start_id", "end_id", "type", "ignore", "int", "long", "float", "double",
    "boolean", "byte", "short", "char", "string", "point", "date", "localtime", "time",
    "localdatetime", "datetime", "duration",
}  # fmt: skip


@lru_cache(maxsize=4096)
def fold_header(header: str) -> tuple[str, ...]:
    """Return the words of a header, without case, accents, script and units in brackets.

    Examples
    --------
    >>> fold_header("PersonId_1"), fold_header("Источник"), fold_header("year:int")
    (('person', 'id', '1'), ('istochnik',), ('year',))
    """
    header = PLURAL.sub("", header)
    match = NEO4J.fullmatch(header.strip())
    if match and match["kind"].lower().rstrip("[]") in NEO4J_KINDS:
        header = match["name"] or match["kind"]
    spaced = (
        DIGITS.sub(" ", CAMEL.sub(" ", header))
        if header != header.upper()
        else DIGITS.sub(" ", header)
    )
    return fold(spaced.replace("_", " ").replace("#", " "))


def get_neo4j_kind(header: str) -> str:
    """Return what Neo4j's import calls a column: ``id``, ``start_id``, ``type`` and so on.

    Examples
    --------
    >>> get_neo4j_kind("personId:ID(Person)"), get_neo4j_kind(":START_ID"), get_neo4j_kind("a:b")
    ('id', 'start_id', '')
    """
    match = NEO4J.fullmatch(header.strip())
    kind = match["kind"].lower().rstrip("[]") if match else ""
    return kind if kind in {"id", "label", "start_id", "end_id", "type", "ignore"} else ""

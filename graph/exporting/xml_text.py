"""Text as XML: escaped, and without the characters that XML forbids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from graph.errors import OutputError, quote_value
from graph.exporting.exported_network import Cell, ExportedNetwork, Row

# XML 1.0 has no other controls, no surrogates and neither of these two noncharacters.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ESCAPES = {
    "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;",
    "\t": "&#9;", "\n": "&#10;", "\r": "&#13;",  # a reader would turn them into blanks
}  # fmt: skip
_ESCAPED = re.compile('[&<>"\t\n\r]')
PLAIN_NAME = re.compile("(?!edge_|node_)[A-Za-z][A-Za-z0-9_]*")
TAKEN = ("id", "label", "source", "target", "type", "weight", "timeset", "start", "end")
HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n'


def escape_xml(value: Cell) -> str:
    r"""Return a value as the text of an element or of an attribute.

    Examples
    --------
    >>> escape_xml("a<b\n"), escape_xml(True), escape_xml(2.0)
    ('a&lt;b&#10;', 'true', '2')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return format_number(value)
    text = FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", value)
    return _ESCAPED.sub(lambda found: _ESCAPES[found[0]], text)


def format_number(number: float) -> str:
    """Return a number as short as it can be; a whole one without a point.

    Examples
    --------
    >>> format_number(3.0), format_number(0.25), format_number(1e300)
    ('3', '0.25', '1e+300')
    """
    return str(int(number)) if abs(number) < 2**53 and number == int(number) else repr(number)


def find_type(values: Sequence[Cell]) -> str:
    """Return the type of an attribute in GEXF and GraphML: boolean, double or string.

    Examples
    --------
    >>> find_type([True]), find_type([0.5, 1.0]), find_type(["a", 1.0])
    ('boolean', 'double', 'string')
    """
    if all(isinstance(value, bool) for value in values):
        return "boolean"
    numbers = all(isinstance(value, float) and not isinstance(value, bool) for value in values)
    return "double" if numbers else "string"


def list_attributes(rows: Sequence[Row], without: Sequence[str]) -> dict[str, str]:
    """Return the type of each attribute by its name, in the order in which they appear."""
    types: dict[str, str] = {}
    for row in rows:
        for name, value in row.items():
            kind = find_type([value])
            types[name] = kind if types.get(name, kind) == kind else "string"
    return {name: kind for name, kind in types.items() if name not in without}


def name_attributes(family: str, names: Iterable[str]) -> dict[str, str]:
    """Return an id for each attribute: its name, unless Gephi has a column of that name.

    graphology calls attributes by these ids.

    Examples
    --------
    >>> name_attributes("edge", ["type", "note", "my notes"])
    {'type': 'edge_type', 'note': 'note', 'my notes': 'edge_2'}
    """
    return {
        name: name
        if PLAIN_NAME.fullmatch(name) and name not in TAKEN
        else f"{family}_{name if name in TAKEN else number}"
        for number, name in enumerate(names)
    }


def describe_forbidden(exported: ExportedNetwork) -> tuple[str, ...]:
    """Return the sentence about characters that XML forbids, if the data has any.

    Raises
    ------
    OutputError
        When two ids would be the same without them.
    """
    count = sum(
        len(FORBIDDEN.findall("".join(cells)))
        for table in exported.tables.values()
        for cells in table.values()
    )
    if not count:
        return ()
    for family in ("actors", "relations"):
        _require_different(exported.tables[family]["id"])
    noun = "character" if count == 1 else "characters"
    verb = "is" if count == 1 else "are"
    return (f"{count:,} invisible {noun}, which XML cannot hold, {verb} replaced by U+FFFD.",)


def _require_different(ids: Sequence[str]) -> None:
    seen: dict[str, str] = {}
    for each in ids:
        other = seen.setdefault(FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", each), each)
        if other != each:
            what = "differ only by characters that XML cannot hold. Change one of the two ids."
            raise OutputError(f"{quote_value(other)} and {quote_value(each)} {what}")

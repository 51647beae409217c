"""Read JSON that is a table: a list of flat objects, a line for each, or the answer to a query."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from graph.data.limits import Limits
from graph.errors import DataError, Problem
from graph.importing.network_files.bounded_json import decode_text, refuse_surrogates
from graph.importing.network_files.collected import to_columns, to_text
from graph.importing.tables.sheet import Sheet

ENTITY = {"schema", "properties"}  # of FollowTheMoney


def read_json_sheet(raw: bytes, name: str, limits: Limits) -> Sheet | None:
    """Return the table that a JSON file holds; None where it is a network or no table.

    Raises
    ------
    DataError
        When it has more cells, or a longer one, than the limits allow.

    Examples
    --------
    >>> sheet = read_json_sheet(b'[{"from": "Anna", "to": "Bo", "year": 2020}]', "a.json", Limits())
    >>> {header: list(cells) for header, cells in sheet.columns.items()}
    {'from': ['Anna'], 'to': ['Bo'], 'year': ['2020']}
    """
    text = decode_text(raw, name)
    rows = _list_rows(text)
    if not rows:
        return None
    refuse_surrogates(text, rows, name)
    columns = to_columns([{str(key): to_text(cell) for key, cell in row.items()} for row in rows])
    longest = max((len(cell) for cells in columns.values() for cell in cells), default=0)
    if len(columns) * len(rows) > limits.most_cells or longest > limits.longest_cell:
        what = "has more cells, or a longer one, than is read."
        raise DataError([Problem(name, None, "", what, "Split it.", rule="too-large")])
    return Sheet(name, "", columns, range(1, len(rows) + 1))


def _list_rows(text: str) -> list[Mapping[str, Any]]:
    """Return the rows of a table; none where a text is no table."""
    try:
        document = json.loads(text)
    except RecursionError:
        return []
    except ValueError:
        document = _parse_lines(text)
    if isinstance(document, Mapping):
        return _list_bindings(document)
    rows = document if isinstance(document, list) else []
    is_table = all(isinstance(row, Mapping) and not row.keys() >= ENTITY for row in rows)
    return rows if is_table else []


def _parse_lines(text: str) -> list[Any]:
    try:
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    except (ValueError, RecursionError):
        return []


def _list_bindings(document: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the rows of the results of a SPARQL query."""
    results, head = document.get("results"), document.get("head")
    bindings = results.get("bindings") if isinstance(results, Mapping) else None
    names = head.get("vars") if isinstance(head, Mapping) else None
    if not isinstance(bindings, list) or not isinstance(names, list):
        return []
    return [_read_binding(row, names) for row in bindings if isinstance(row, Mapping)]


def _read_binding(row: Mapping[str, Any], names: Iterable[object]) -> dict[str, Any]:
    terms = {str(name): row.get(str(name)) for name in names}
    return {
        name: term.get("value") if isinstance(term, Mapping) else "" for name, term in terms.items()
    }

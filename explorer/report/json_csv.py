"""JSON and CSV for other programs: control characters are escaped, formulas are quoted."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph.formats.formulas import is_formula
from graph.text.safe import INVISIBLE, visible

JSON_VERSION = 1
"""The version of every JSON answer. It rises when a field is renamed, removed or means something
else; new fields leave it as it is."""

_LEADING_BREAK = ("\t", "\r", "\n")

Cell = str | float | None


def format_json(answer: Mapping[str, Any]) -> str:
    r"""Return an answer as indented JSON, with its version, and invisible characters escaped.

    Examples
    --------
    >>> print(format_json({"name": "Łukaszenka\x9b"}))
    {
      "version": 1,
      "name": "Łukaszenka\u009b"
    }
    """
    versioned = {"version": JSON_VERSION, **answer}
    text = json.dumps(versioned, ensure_ascii=False, indent=2, allow_nan=False)
    # Line feeds are the indentation; json has escaped those inside strings.
    return re.sub(f"[\u2028\u2029]|{INVISIBLE}", lambda match: _escape_character(match[0]), text)


def _escape_character(character: str) -> str:
    if character == "\n":
        return character
    # Above U+FFFF a JSON escape is a pair of surrogates.
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def format_csv(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    r"""Return rows as CSV in which no cell is a formula, without a line feed at the end.

    Numbers stay numbers; None is an empty cell. In countries with a decimal comma a semicolon ends
    a cell, so a formula behind one is quoted, too. The page writes the same in core/csv.js.

    Examples
    --------
    >>> print(format_csv(["name", "score"], [["=1+1", -0.5], ["a, b", None]]))
    name,score
    '=1+1,-0.5
    "a, b",
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(map(_format_cell, header))
    writer.writerows([[_format_cell(cell) for cell in row] for row in rows])
    return buffer.getvalue().removesuffix("\n")


def _format_cell(cell: Cell) -> Cell:
    return ";".join(map(_escape_formula, cell.split(";"))) if isinstance(cell, str) else cell


def _escape_formula(part: str) -> str:
    shown = visible(part)
    return f"'{shown}" if part.startswith(_LEADING_BREAK) or is_formula(shown) else shown

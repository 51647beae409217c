"""JSON and CSV: data for other programs, in which no value becomes an escape or a formula."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph.formats.formulas import is_formula
from graph.text.safe import INVISIBLE, visible

_LEADING_BREAK = ("\t", "\r", "\n")

Cell = str | float | None


def json_text(answer: Mapping[str, Any]) -> str:
    r"""Return an answer as JSON, readable, with unseen characters as escapes.

    Examples
    --------
    >>> print(json_text({"name": "Łukaszenka\x9b"}))
    {
      "name": "Łukaszenka\u009b"
    }
    """
    text = json.dumps(answer, ensure_ascii=False, indent=2, allow_nan=False)
    # Line ends are json's own indentation; all others stand inside strings.
    return re.sub(f"[\u2028\u2029]|{INVISIBLE}", lambda match: _escape(match[0]), text)


def _escape(character: str) -> str:
    if character == "\n":
        return character
    units = character.encode(
        "utf-16-be", "surrogatepass"
    ).hex()  # JSON escapes come in pairs above U+FFFF
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def csv_text(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    r"""Return rows as CSV in which no cell is a formula, without a last line end.

    Numbers stay numbers; None is an empty cell. Semicolons end a cell where the decimal point is
    a comma, so what follows one is guarded too. The page's core/csv.js writes the same.

    Examples
    --------
    >>> print(csv_text(["name", "score"], [["=1+1", -0.5], ["a, b", None]]))
    name,score
    '=1+1,-0.5
    "a, b",
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(map(_cell, header))
    writer.writerows([[_cell(cell) for cell in row] for row in rows])
    return buffer.getvalue().removesuffix("\n")


def _cell(cell: Cell) -> Cell:
    return ";".join(map(_guarded, cell.split(";"))) if isinstance(cell, str) else cell


def _guarded(part: str) -> str:
    shown = visible(part)
    return f"'{shown}" if part.startswith(_LEADING_BREAK) or is_formula(shown) else shown

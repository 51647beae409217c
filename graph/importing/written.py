"""Write what an import makes: the project's own files, and what was set aside."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from graph.formats.atomic_write import write_new
from graph.formats.formulas import guard_formula
from graph.importing.by_column import encode_column
from graph.importing.draft import Rows, SetAside
from graph.importing.finished import Finished
from graph.importing.report import ImportReport, format_report

SPECIAL = re.compile('[,;\t"\r\n\ufeff]')
# In cells, one on each line: what is quoted, and what may open a formula.
UNSAFE = re.compile('[,;\t"\r\ufeff]|^(?![^\\W_])(?=.)', re.MULTILINE)
IMPORT_REPORT, SET_ASIDE, LAYOUT = "import.md", "set_aside.csv", "layout.json"


def format_files(finished: Finished, report: ImportReport) -> dict[str, str]:
    """Return the files of the new folder, by name."""
    files = {
        f"{family}.csv": format_rows(finished.tables[family])
        for family in ("actors", "relations", "sources", "types")
        if finished.tables[family]
    }
    if finished.draft.set_aside:
        files[SET_ASIDE] = format_set_aside(finished.draft.set_aside)
    if finished.layout:
        files[LAYOUT] = finished.layout
    files[IMPORT_REPORT] = format_report(report)
    return files


def write_import(files: Mapping[str, str], folder: Path) -> None:
    """Write the files into a new folder; nothing is ever overwritten.

    Raises
    ------
    OutputError
        When one of the files is there already.
    """
    write_new(folder, files)


def format_rows(rows: Rows) -> str:
    r"""Return columns as CSV; each unique value is guarded and quoted once.

    Examples
    --------
    >>> format_rows({"name": ["Lee, Anna", "=1+1"], "kind": ["person", ""]})
    'name,kind\n"Lee, Anna",person\n\'=1+1,\n'
    """
    columns = []
    for cells in rows.values():
        encoded = encode_column(cells)
        safe = list(encoded.values)
        text = "\n".join(safe)
        if text.count("\n") >= len(safe) or UNSAFE.search(text):
            safe = list(map(format_cell, safe))
        columns.append(map(safe.__getitem__, encoded.codes))
    header = ",".join(map(format_cell, rows))
    return "\n".join([header, *map(",".join, zip(*columns, strict=True)), ""])


def format_cell(cell: str) -> str:
    """Return a cell as CSV has it, which no spreadsheet runs.

    Examples
    --------
    >>> format_cell("a,b"), format_cell("=1+1"), format_cell("Anna")
    ('"a,b"', "'=1+1", 'Anna')
    """
    safe = guard_formula(cell)
    if not SPECIAL.search(safe):
        return safe
    doubled = safe.replace('"', '""')
    return f'"{doubled}"'


def format_set_aside(rows: Sequence[SetAside]) -> str:
    """Return the rows that are not imported as CSV, each with where it was read and why."""
    names = list(dict.fromkeys(name for row in rows for name in row.cells))
    header = [
        "place",
        "reason",
        *(f"{name} (cell)" if name in ("place", "reason") else name for name in names),
    ]
    lines = [[row.place, row.reason, *(row.cells.get(name, "") for name in names)] for row in rows]
    return "".join(",".join(map(format_cell, line)) + "\n" for line in [header, *lines])

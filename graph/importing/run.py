"""Import files: read each as what it is, make one draft of all, and finish it."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.data.columns import Columns
from graph.data.garbage_collector import collector_paused
from graph.data.limits import Limits
from graph.errors import DataError, Problem
from graph.formats.plain_file import FileKind, read_bytes
from graph.importing.asked_words import require_sheets, require_words
from graph.importing.draft import Draft, Note, count_rows
from graph.importing.exported_draft import finish_exported
from graph.importing.finished import finish_draft
from graph.importing.formats import JSON, find_format
from graph.importing.options import ImportOptions
from graph.importing.report import ImportReport, build_report
from graph.importing.roles.folded_headers import fold_header
from graph.importing.roles.given import require_columns
from graph.importing.roles.headers import find_roles
from graph.importing.shapes.sheet_names import add_sheet_names
from graph.importing.shapes.sheets import LEFT_OUT, draft_sheets
from graph.importing.tables.delimited import read_grid, read_large_sheet
from graph.importing.tables.error_notes import note_errors
from graph.importing.tables.json_rows import read_json_sheet
from graph.importing.tables.sheet import Grid, Sheet
from graph.importing.tables.sheet_layout import make_sheet
from graph.importing.tables.stored_tables import is_stored, note_log, read_stored
from graph.importing.tables.workbook import is_workbook, read_grids
from graph.importing.unread_formats import refuse_unread

GZIP = b"\x1f\x8b"
FILE = FileKind("table or network file", "Save it as 'CSV UTF-8' or .xlsx")


@dataclass(frozen=True)
class Imported:
    """What an import makes of files.

    Parameters
    ----------
    files
        By file name, the text of each file of the new folder.
    report
        What was decided.
    columns
        The checked data of these files.
    """

    files: dict[str, str]
    report: ImportReport
    columns: Columns


def import_files(paths: Sequence[Path], options: ImportOptions | None = None) -> Imported:
    r"""Import tables and network files of any kind into the project's own files.

    Parameters
    ----------
    paths
        The files; several belong together.
    options
        What is decided by the person instead of by the files.

    Raises
    ------
    DataError
        When a file cannot be read, or none of them says who stands to whom.
    QuestionError
        When an option has no meaning.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "ties.csv")
    ...     _ = file.write_text("From;To;Relationship\nAnna;Bo;enemy of\n")
    ...     print(import_files([file]).files["relations.csv"])
    source,target,type,wording
    Anna,Bo,opposes,enemy of
    <BLANKLINE>
    """
    from graph.importing.written import format_files

    chosen = options or ImportOptions()
    with collector_paused():
        draft = read_draft(paths, chosen)
        if not count_rows(draft.relations):
            raise _make_no_network_error(paths, draft)
        finished = finish_exported(draft, chosen) or finish_draft(draft, chosen)
        if not count_rows(finished.tables["relations"]):
            raise _make_no_network_error(paths, finished.draft)
        report = build_report([path.name for path in paths], finished, chosen)
        return Imported(format_files(finished, report), report, finished.columns)


def read_draft(paths: Iterable[Path], options: ImportOptions) -> Draft:
    """Return the draft of all files, before cells are understood and names matched."""
    draft, sheets = Draft(), list[Sheet]()
    for path in paths:
        raw = read_bytes(path, options.limits, FILE)
        if raw.startswith(GZIP):
            raw = _unpack(raw, path.name, options.limits)
        if is_stored(raw):
            sheets += read_stored(raw, path.name, options.sheets, options.limits)
            draft.notes += note_log(path, raw)
            continue
        found = None if is_workbook(raw) else find_format(raw, path.name)
        table = read_json_sheet(raw, path.name, options.limits) if found == JSON else None
        if table is not None:
            sheets.append(table)
        elif found:
            draft.notes.append(Note("files", f"{path.name}: is read as {found.name}."))
            draft.extend(found.load_reader()(raw, path.name, options.limits))
        else:
            if not is_workbook(raw):
                refuse_unread(path.name)
            sheets += _read_sheets(raw, path.name, options)
    for sheet in sheets:
        note_errors(sheet)
    add_sheet_names(sheets)
    if sheets:
        require_columns(sheets, options.roles)
    require_sheets(sheets, options)
    if sheets:
        draft.extend(draft_sheets(sheets, options))
    require_words(draft, options)
    return draft


def _unpack(raw: bytes, name: str, limits: Limits) -> bytes:
    with gzip.open(io.BytesIO(raw)) as file:
        unpacked = file.read(limits.largest_file + 1)
    if len(unpacked) > limits.largest_file:
        what = "is larger unpacked than is read."
        raise DataError([Problem(name, None, "", what, rule="too-large")])
    return unpacked


def _read_sheets(raw: bytes, name: str, options: ImportOptions) -> list[Sheet]:
    if is_workbook(raw):
        grids = read_grids(raw, name, options.sheets, options.limits)
        return [sheet for grid in grids if (sheet := make_sheet(grid, count_known))]
    if not raw.strip():
        what, remedy = "is empty.", "Give a file with rows."
        raise DataError([Problem(name, None, "", what, remedy, rule="empty-file")])
    if options.encoding is None:
        large = read_large_sheet(raw, name, options.limits)
        if large is not None and count_known(list(large.columns)):
            return [large]
    grid: Grid = read_grid(raw, name, options.encoding, options.limits)
    sheet = make_sheet(grid, count_known)
    return [sheet] if sheet else []


def count_known(cells: Sequence[str]) -> int:
    """Return how many cells of a row are words that name columns.

    Examples
    --------
    >>> count_known(["From", "To", "shoe size"]), count_known(["Anna Lee", "Bo"])
    (2, 0)
    """
    ends = {
        "source",
        "target",
        "from",
        "to",
        "vertex 1",
        "vertex 2",
        "von",
        "an",
        "start id",
        "end id",
    }
    return sum(
        bool(cell)
        and len(cell) < 60  # noqa: PLR2004 - characters
        and (
            bool(find_roles(cell, "relations") or find_roles(cell, "actors"))
            or " ".join(fold_header(cell)) in ends
        )
        for cell in cells
    )


def _make_no_network_error(paths: Sequence[Path], draft: Draft) -> DataError:
    """Return the error that nothing says who stands to whom, with what was found instead."""
    actors = count_rows(draft.actors)
    name = paths[0].name if len(paths) == 1 else "these files"
    verb = "is no network" if len(paths) == 1 else "are no network"
    what = f"{verb}: no two columns name actors."
    remedy = "Name them: --map COLUMN=source --map COLUMN=target."
    first = next((each.reason for each in draft.set_aside if "target" in each.cells), "")
    if draft.set_aside and (first or not actors):
        reason = first or draft.set_aside[0].reason
        what = f"{verb}: no relation is left. The first was set aside: {reason}"
        options = {note.option for note in draft.notes if note.topic == "rows"}
        option = next((each for each in sorted(options) if each.startswith("--merge ")), "")
        remedy = f"If it is the name of a group: {option}." if option else ""
    elif actors:
        what = f"{verb} yet: {actors:,} actors, and nothing says who stands to whom."
        remedy = f"Give the file of relations, too. {remedy}"
        for note in draft.notes:
            if note.topic == "tables" and LEFT_OUT in note.text:
                what += f" {note.text}"
                remedy = f"Name its ends: {note.option}."
                break
    return DataError([Problem(name, None, "", what, remedy, rule="no-network")])

"""Say how many cells of a table hold an error of a spreadsheet instead of a value."""

from __future__ import annotations

from graph.importing.by_column import count_values
from graph.importing.draft import Note
from graph.importing.tables.error_cells import is_error
from graph.importing.tables.sheet import Sheet


def note_errors(sheet: Sheet) -> None:
    """Add a note on the cells that hold an error, if there are any.

    Examples
    --------
    >>> sheet = Sheet("a.csv", "", {"source": ["Ann", "#REF!"]}, [2, 3])
    >>> note_errors(sheet)
    >>> sheet.notes[0].text
    'a.csv: 1 cell holds an error such as #REF!, and no value.'
    """
    found = [
        (text, count)
        for cells in sheet.columns.values()
        for text, count in count_values(cells).items()
        if text[:1] in ("#", "E") and is_error(text)
    ]
    if found:
        count = sum(number for _, number in found)
        verb = "cell holds" if count == 1 else "cells hold"
        what = f"{sheet.label}: {count:,} {verb} an error such as {found[0][0]}, and no value."
        sheet.notes.append(Note("files", what, is_guess=True))

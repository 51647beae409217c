"""Find rows that a cell of several lines has swallowed, because of two stray quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence

DELIMITER_NAMES = {",": "commas", ";": "semicolons", "\t": "tabs"}
Finding = tuple[str, str]
"""What is doubtful, and what to do about it."""


def find_swallowed_row(lines: Sequence[str], delimiter: str, width: int) -> Finding | None:
    r"""Return what is doubtful about a row of several lines, if a line of it looks like a row.

    Parameters
    ----------
    lines
        The lines of the row.
    delimiter, width
        The delimiter, and how many columns the header names.

    Examples
    --------
    >>> find_swallowed_row(['c,"Cat,person\n', 'd,Dan,person\n', 'e,Eve",person\n'], ",", 3)[0]
    'has a cell of 3 lines, and 2 of them look like rows: they have as many commas as the header.'
    >>> find_swallowed_row(['c,"Cat, the\n', 'first, and last",person\n'], ",", 3)
    """
    found = [line for line in lines[1:] if width > 1 and _is_like_row(line, delimiter, width)]
    if not found:
        return None
    looks = "one of them looks like a row: it has"
    if len(found) > 1:
        looks = f"{len(found):,} of them look like rows: they have"
    names = DELIMITER_NAMES[delimiter]
    what = f"has a cell of {len(lines):,} lines, and {looks} as many {names} as the header."
    return what, "Are rows lost in it? Remove the quotes that open and close it."


def _is_like_row(line: str, delimiter: str, width: int) -> bool:
    """Return whether a line, of which at least a part is in the cell, looks like a whole row."""
    if line.count(delimiter) != width - 1:
        return False
    in_cell = line.partition('"')[0]
    return re.search(rf"{delimiter}(?![^\S\t])", in_cell) is not None  # prose has ", "

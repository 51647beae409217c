"""Find invisible characters: controls, zero-width and bidi characters, and blank letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence

from graph.data.cell_test import CellTest
from graph.data.columns import ACTOR_COLUMNS, RELATION_COLUMNS, SOURCE_COLUMNS, TYPE_COLUMNS
from graph.data.dictionary_column import unique_values
from graph.data.matching_rows import find_rows
from graph.data.table import Table
from graph.errors import Problem, quote_value
from graph.text.safe import BLANK, HIDING

JOINERS = "\u200c\u200d"  # Persian names and emoji need them; ids do not
# In these scripts, and between emoji, a joiner changes what is seen.
JOINING_LETTER = (
    "[\u0600-\u085f\u0870-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc]"
)
EMOJI = "[\u2190-\u2bff\u3030\u303d\u3297\u3299\ufe0f\U0001f000-\U0001faff\U000e0020-\U000e007f]"
EMOJI_JOINER = re.compile(f"(?<={EMOJI})\u200d(?={EMOJI})")
IDLE_JOINER = re.compile(f"(?<!{JOINING_LETTER})(?:\u200c|(?<!{EMOJI})\u200d|\u200d(?!{EMOJI}))")
LINE_BREAKS = "\t\n\r"
# Faces show joiners as they are, and these breaks as spaces.
HIDDEN = f"[{HIDING}{JOINERS}\u2028\u2029]"
# A control character has no place in SQL, so that all others are named, and no file has surrogates.
_NAMED = HIDING.removeprefix("\0-\x1f\x7f-\x9f").replace("\ud800-\udfff", "")
UNSEEN = CellTest(f"[^ -~\u00a0-\U0010ffff]|[{_NAMED}{JOINERS}\u2028\u2029]")
"""Picks the texts that may have an invisible character."""
NUL = "\0"
IDS = ("id", "source", "target", "type", "kind", "stance", "basis", "via")
ONE_LINE = {*ACTOR_COLUMNS, *RELATION_COLUMNS, *SOURCE_COLUMNS, *TYPE_COLUMNS} - {
    "description",
    "note",
}
"""Columns whose cells have one line; cells of any other column may have several."""
SHOWN_CODES = 5


def find_invisible(text: str, allowed: str = "") -> str:
    r"""Return the invisible characters of a text: controls, and those of zero width or for bidi.

    Examples
    --------
    >>> find_invisible("a\u200b\u202eb") == "\u200b\u202e", find_invisible("Łukaszenka")
    (True, '')
    """
    if is_plain(text):
        return ""
    found = dict.fromkeys(re.findall(HIDDEN, EMOJI_JOINER.sub("", text)))
    return "".join(character for character in found if character not in allowed)


def is_plain(text: str) -> bool:
    """Return whether a text has only visible characters, in one quick look."""
    # Control and format characters are not printable; some of the blank letters are.
    return text.isprintable() and (text.isascii() or not any(map(text.__contains__, BLANK)))


def check_cells(table: Table) -> Iterator[Problem]:
    """Report each column name and each cell that has an invisible character, errors first."""
    suspects = {
        name: _find_suspects(UNSEEN.pick(unique_values(cells)))
        for name, cells in table.columns.items()
    }
    with_nul = {name: {text for text in texts if NUL in text} for name, texts in suspects.items()}
    for column in table.columns:
        yield from _check_header(table, column)
    for column, texts in with_nul.items():
        yield from _check_column(table, column, texts)
    for column, texts in suspects.items():
        yield from _check_column(table, column, texts - with_nul[column])


def _check_column(table: Table, column: str, suspects: set[str]) -> Iterator[Problem]:
    cells, allowed = table.columns[column], _get_allowed(column)
    for row in find_rows(cells, suspects.__contains__) if suspects else ():
        yield from _check_cell(table, row, column, find_invisible(cells[row], allowed))


def _find_suspects(texts: Collection[str]) -> set[str]:
    """Return the texts that are not plain; most columns are settled by one look at all, joined."""
    joined = "".join(texts)
    if joined.isascii() and joined.isprintable():
        return set()
    blank = [character for character in BLANK if character in joined]
    return {text for text in texts if not text.isprintable() or any(map(text.__contains__, blank))}


def _get_allowed(column: str) -> str:
    if column in IDS:
        return ""
    return JOINERS if column in ONE_LINE else JOINERS + LINE_BREAKS


def _check_header(table: Table, column: str) -> Iterator[Problem]:
    found = find_invisible(column, JOINERS)
    if found:
        what, remedy = describe_invisible(column, found)
        nul = NUL in found
        yield Problem(
            table.name,
            table.header_line,
            column,
            what,
            remedy,
            "error" if nul else "warning",
            value=column,
            rule=_name_rule(found),
        )


def _check_cell(table: Table, row: int, column: str, found: str) -> Iterator[Problem]:
    if found:
        report = table.error if NUL in found else table.warning
        yield report(
            row,
            column,
            *describe_invisible(table.columns[column][row], found),
            rule=_name_rule(found),
        )


def _name_rule(found: Sequence[str]) -> str:
    return "nul-character" if NUL in found else "unseen-character"


def describe_invisible(text: str, found: str) -> tuple[str, str]:
    """Return what is wrong with a text that has invisible characters, and what to do."""
    codes = [f"U+{ord(character):04X}" for character in found]
    more = len(codes) - SHOWN_CODES
    if more > 0:
        codes[SHOWN_CODES:] = [f"{more} others"]
    remedy = "Remove it." if len(found) == 1 else "Remove them."
    verb = "is" if len(found) == 1 else "are"
    return f"{quote_value(text)} has {' and '.join(codes)}, which {verb} invisible.", remedy


def remove_idle_joiners(text: str) -> str:
    r"""Return a text without the joiners that change nothing of what is seen.

    Examples
    --------
    >>> remove_idle_joiners("An\u200dna")
    'Anna'
    >>> persian, family = "\u0645\u06cc\u200c\u0631\u0648\u062f", "\U0001f468\u200d\U0001f469"
    >>> remove_idle_joiners(persian) == persian, remove_idle_joiners(family) == family
    (True, True)
    """
    return IDLE_JOINER.sub("", text)


def to_visual_form(text: str) -> str:
    r"""Return a text in the form by which texts that look alike are equal, whatever their case.

    Examples
    --------
    >>> to_visual_form("Z\u0307\u200b") == to_visual_form("\u017b")
    True
    >>> to_visual_form("A") == to_visual_form("a"), to_visual_form("a") == to_visual_form("b")
    (True, False)
    """
    if text.isascii() and text.isprintable():
        return text.casefold()
    visible = text.translate(dict.fromkeys(map(ord, find_invisible(text, JOINERS))))
    visible = remove_idle_joiners(visible)
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", visible).casefold())

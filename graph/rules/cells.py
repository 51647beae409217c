"""What one cell may hold.

Each check returns what is wrong with a cell and what to do about it, or None.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection

from graph.data import dates
from graph.data.cell_text import NUMBER
from graph.data.confidence import CONFIDENCE_WORDS, GRADE, PERCENTAGE
from graph.data.declared_types import NO, SIGN_WORDS, YES
from graph.errors import quote_value

CellProblem = tuple[str, str]
"""What is wrong with a cell, and what to do about it."""

DIGITS_ALONE = re.compile(r"[0-9.]*")
HEAVIEST = 1e100  # so that sums and reciprocals of weights stay finite
NEAR_WORD = 0.75  # likeness of a word to the one that is meant
LIKE_THIS = "Write it like 1.5."
CONFIDENCE_DUE = "Write 0 to 1, a percentage, high, medium or low, or a grade such as B2."


def make_word_check(*allowed: str) -> Callable[[str], CellProblem | None]:
    """Return a check that accepts only the given words.

    Examples
    --------
    >>> make_word_check("yes", "no")("maybe")
    ("'maybe' is not allowed here.", 'Write yes or no.')
    >>> make_word_check("stated", "inferred", "alleged")("aledged")[1]
    "Did you mean 'alleged'?"
    """
    words = " or ".join(filter(None, (", ".join(allowed[:-1]), allowed[-1])))

    def check_word(cell: str) -> CellProblem | None:
        if cell in allowed:
            return None
        from graph.names.suggest import suggest_word  # most data never needs it

        is_known = cell.casefold() in allowed
        hint = "" if is_known else suggest_word(cell, allowed, near=NEAR_WORD)
        return f"{quote_value(cell)} is not allowed here.", hint or f"Write {words}."

    return check_word


def check_sign(cell: str) -> CellProblem | None:
    """Check that a cell is a sign, as a symbol or as a word in any case.

    Examples
    --------
    >>> check_sign("Positive"), check_sign("hostile")
    (None, ("'hostile' is not a sign.", 'Write +, - or 0, or positive, negative or neutral.'))
    """
    if cell.casefold() in SIGN_WORDS:
        return None
    remedy = "Write +, - or 0, or positive, negative or neutral."
    return f"{quote_value(cell)} is not a sign.", remedy


def check_answer(cell: str) -> CellProblem | None:
    """Check that a cell is yes or no, in any case.

    Examples
    --------
    >>> check_answer("Yes"), check_answer("maybe")
    (None, ("'maybe' is not allowed here.", 'Write yes or no.'))
    """
    return make_word_check(YES, NO)(cell) if cell.casefold() not in (YES, NO) else None


def check_date(cell: str, order: Callable[[], str] = str) -> CellProblem | None:
    """Check that a cell is a date, of any precision.

    Parameters
    ----------
    cell
        The cell.
    order
        What finds the order of day and month in its column, for the remedy.

    Examples
    --------
    >>> check_date("2022-13"), check_date("2022")
    (("'2022-13' is not a date: there is no month 13.", 'Months are 01 to 12.'), None)
    """
    if dates.is_partial_date(cell):
        return None
    from graph.data.date_advice import explain_date  # most data never needs it
    from graph.rules.date_cells import explain_spreadsheet_date

    reason, remedy = explain_spreadsheet_date(cell, order) or explain_date(cell)
    return _describe_mistake(cell, "date", reason), remedy


def check_end(cell: str, order: Callable[[], str] = str) -> CellProblem | None:
    """Check that a cell is an end: a date, `..` or `ended`; `order` is that of `check_date`.

    Examples
    --------
    >>> check_end(".."), check_end("ended"), check_end("today")[1]
    (None, None, 'Write .. for what was still so when the source was written.')
    >>> check_end("eneded")[1]
    "Did you mean 'ended'?"
    """
    if dates.is_end(cell):
        return None
    from graph.data.date_advice import explain_end
    from graph.rules.date_cells import explain_spreadsheet_date

    reason, remedy = explain_spreadsheet_date(cell, order) or explain_end(cell)
    if not reason and remedy == dates.DATE_FORMATS:
        from graph.names.suggest import suggest_word

        hint = suggest_word(cell, [dates.ENDED], near=NEAR_WORD)
        remedy = hint or f"{remedy} What lasts ends with .., what is over with ended."
    return _describe_mistake(cell, "date", reason), remedy


def check_weight(cell: str) -> CellProblem | None:
    """Check that a cell is a weight: 0 or a number above it that can be added up.

    Examples
    --------
    >>> check_weight("-1"), check_weight("0.5"), check_weight("0")
    (("'-1' is below 0.", 'A weight is a strength.'), None, None)
    """
    number = parse_number(cell)
    if number is None:
        from graph.rules.cell_advice import explain_number

        reason, remedy = explain_number(cell)
        return _describe_mistake(cell, "number", reason), remedy or LIKE_THIS
    if math.isinf(number):
        return f"{quote_value(cell)} is not finite.", "Give 1e-100 to 1e100."
    if number < 0:
        return f"{quote_value(cell)} is below 0.", "A weight is a strength."
    if number and not 1 / HEAVIEST <= number <= HEAVIEST:
        return f"{quote_value(cell)} is too large or too small.", "Give 1e-100 to 1e100."
    return None


def are_weights(cells: Collection[str]) -> bool:
    """Return whether all cells of a column are plain weights, in one quick look.

    False means only that each cell has to be checked by itself.

    Examples
    --------
    >>> are_weights(["2", "0.5", "0", ""]), are_weights(["2", "-1"])
    (True, False)
    """
    if not DIGITS_ALONE.fullmatch("".join(cells)):
        return False
    try:
        numbers = [number for number in map(float, filter(None, cells)) if number]
    except ValueError:
        return False
    return not numbers or 1 / HEAVIEST <= min(numbers) <= max(numbers) <= HEAVIEST


def check_confidence(cell: str) -> CellProblem | None:
    """Check that a cell is a share of 1, a percentage, a word or an Admiralty grade.

    Examples
    --------
    >>> check_confidence("0.5"), check_confidence("B2"), check_confidence("85%")
    (None, None, None)
    >>> check_confidence("85")
    ("'85' is not a confidence: it is above 1.", 'Did you mean 0.85?')
    """
    if GRADE.fullmatch(cell) or cell.casefold() in CONFIDENCE_WORDS:
        return None
    percentage = PERCENTAGE.fullmatch(cell)
    number = parse_number(cell)
    share = float(percentage[1]) / 100 if percentage else number
    if share is not None and 0 <= share <= 1:
        return None
    from graph.rules.cell_advice import explain_confidence

    reason, remedy = explain_confidence(cell, number)
    return _describe_mistake(cell, "confidence", reason), remedy or CONFIDENCE_DUE


def parse_number(cell: str) -> float | None:
    """Return the number that a cell holds in ASCII digits, else None.

    Examples
    --------
    >>> parse_number("1.5"), parse_number("1,5")
    (1.5, None)
    """
    return float(cell) if NUMBER.fullmatch(cell) else None


def _describe_mistake(cell: str, thing: str, reason: str) -> str:
    return f"{quote_value(cell)} is not a {thing}{': ' if reason else ''}{reason}."

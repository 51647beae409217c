"""Read the weights and the confidence of relations, by column."""

from __future__ import annotations

import re
from collections.abc import Mapping

from graph.data.counts import format_count
from graph.importing.by_column import count_cells, encode_column, map_column
from graph.importing.cells.levels import read_levels
from graph.importing.cells.numbers import Number, decide_decimal, read_number
from graph.importing.draft import SIGN, Draft, Note, Rows, add_working_column
from graph.importing.options import ImportOptions
from graph.importing.roles.placeholders import is_placeholder

MOST_SHOWN = 5
GROUPED = re.compile(r"\D*[0-9]{1,3}[.,][0-9]{3}\D*")


def read_weights(relations: Rows, draft: Draft, options: ImportOptions) -> None:
    """Read weights as plain numbers; one below 0 is the sign of a relation without a type."""
    if "weight" not in relations:
        return
    values = [value for value in encode_column(relations["weight"]).values if value]
    decimal = options.decimal or decide_decimal(values)
    numbers = {value: read_number(value, decimal, asked=bool(options.decimal)) for value in values}
    _note_numbers(draft, numbers, decimal)
    currencies = {number.currency for number in numbers.values() if number} - {""}
    if len(currencies) > 1:
        cells = map_column(relations["weight"], lambda c: _get_currency(numbers, c))
        add_working_column(relations, "currency", cells, draft.notes)
    unread = {v for v, n in numbers.items() if n is None and not is_placeholder(v)}
    negative = {
        value for value, number in numbers.items() if number and number.text.startswith("-")
    }
    if negative and SIGN not in relations and "type" not in relations:
        positive = {v for v, n in numbers.items() if n and v not in negative and n.text != "0"}
        relations[SIGN] = map_column(
            relations["weight"], lambda c: "-" if c in negative else "+" if c in positive else ""
        )
        what = "weight: numbers below 0 are read as negative relations, those above as positive."
        draft.notes.append(Note("numbers", what, "--map", is_guess=True))
    elif negative:
        unread |= negative
        count = count_cells(relations["weight"], negative)
        what = f"weight: {format_count(count, 'number')} below 0, and a weight is a strength."
        draft.notes.append(
            Note("numbers", f"{what} They are kept in 'weight as written'.", is_guess=True)
        )
    if unread:
        cells = map_column(relations["weight"], lambda c: c if c in unread else "")
        add_working_column(relations, "weight as written", cells, draft.notes)
    keeps = SIGN in relations

    def write(cell: str) -> str:
        number = numbers.get(cell)
        if number is None or (number.text.startswith("-") and not keeps):
            return ""
        return number.text.lstrip("-")

    relations["weight"] = map_column(relations["weight"], write)


def _get_currency(numbers: Mapping[str, Number | None], cell: str) -> str:
    number = numbers.get(cell)
    return number.currency if number else ""


def _note_numbers(draft: Draft, numbers: Mapping[str, Number | None], decimal: str) -> None:
    changed = [
        (text, number.text) for text, number in numbers.items() if number and number.text != text
    ]
    if not changed:
        return
    examples = ", ".join(f"{text!r} as {number}" for text, number in changed[:MOST_SHOWN])
    words = {
        ",": "a comma",
        ".": "a point",
        "mixed": "a comma in some cells, a point in others",
        "": "not needed",
    }
    what = f"weight: {examples}. The decimal sign is {words[decimal]}."
    is_guess = decimal in ("", "mixed") and any(GROUPED.fullmatch(text) for text, _ in changed)
    draft.notes.append(Note("numbers", what, "--decimal", is_guess=is_guess))


def read_confidence(relations: Rows, draft: Draft) -> None:
    """Read the confidence of relations; what is no level is kept beside."""
    if "confidence" not in relations:
        return
    values = [value for value in encode_column(relations["confidence"]).values if value]
    levels = read_levels(values)
    unread = {
        value for value, level in levels.items() if level is None and not is_placeholder(value)
    }
    if unread:
        shown = ", ".join(map(repr, sorted(unread)[:MOST_SHOWN]))
        what = f"confidence: not read, kept in 'confidence as written': {shown}."
        draft.notes.append(Note("numbers", what, is_guess=True))
        cells = map_column(relations["confidence"], lambda cell: cell if cell in unread else "")
        add_working_column(relations, "confidence as written", cells, draft.notes)
    relations["confidence"] = map_column(
        relations["confidence"], lambda cell: levels.get(cell) or ""
    )
    changed = [
        f"{value!r} as {level}" for value, level in levels.items() if level and level != value
    ]
    if changed:
        draft.notes.append(Note("numbers", f"confidence: {', '.join(changed[:MOST_SHOWN])}."))

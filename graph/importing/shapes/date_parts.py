"""Join dates whose year, month and day stand in columns of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from graph.data.dates import is_partial_date
from graph.importing.by_column import Column, count_values, map_rows
from graph.importing.cells.date_words import find_month
from graph.importing.draft import Note
from graph.importing.roles.folded_headers import fold_header
from graph.importing.roles.header_words import read_words
from graph.importing.roles.placeholders import is_placeholder
from graph.importing.tables.sheet import Sheet

PARTS: Mapping[str, str] = {
    "year": "year, yr, jahr, année, año, год, рік, rok",
    "month": "month, mon, monat, mois, mes, месяц, місяць, miesiąc",
    "day": "day, tag, jour, día, день, dzień",
}
YEAR = re.compile(r"[0-9]{4}(?:\.0)?")
NUMBER = re.compile(r"([0-9]{1,2})(?:\.0)?")
MISSING = {"-9", "0", "00", "99", "."}
MONTHS, DAYS = 12, 31
Words = tuple[str, ...]


def join_date_parts(sheet: Sheet) -> None:
    """Write each date of a sheet in the column of its year, and leave its other parts out.

    Examples
    --------
    >>> cells = {"st_year": ["1848", "1850"], "st_month": ["3", ""], "st_day": ["15", ""]}
    >>> sheet = Sheet("a.csv", "", cells, [2, 3])
    >>> join_date_parts(sheet)
    >>> {name: list(cells) for name, cells in sheet.columns.items()}
    {'st_year': ['1848-03-15', '1850']}
    """
    for headers in _find_groups(sheet).values():
        parts = [headers[part] for part in PARTS if part in headers]
        columns = [sheet.columns[header] for header in parts]
        if len(parts) > 1 and _are_parts(columns):
            sheet.columns[parts[0]] = map_rows(columns, _join, 1)[0]
            for header in parts[1:]:
                del sheet.columns[header]
            what = f"{sheet.label}: {', '.join(map(repr, parts))} are one date, in {parts[0]!r}."
            sheet.notes.append(Note("dates", what))


def _find_groups(sheet: Sheet) -> dict[Words, dict[str, str]]:
    """Return by the words that their headers share the columns of year, month and day."""
    groups: dict[Words, dict[str, str]] = {}
    for header in sheet.columns:
        words = fold_header(header)
        for part, text in PARTS.items():
            at = next((n for n, word in enumerate(words) if word in read_words(text)), None)
            if at is not None:
                groups.setdefault((*words[:at], *words[at + 1 :]), {}).setdefault(part, header)
    return {stem: found for stem, found in groups.items() if {"year", "month"} <= set(found)}


def _are_parts(columns: list[Column]) -> bool:
    """Return whether columns hold years, months and days alone."""
    tests: tuple[Callable[[str], object], ...] = (YEAR.fullmatch, _read_month, _read_day)
    values = [[v for v in count_values(cells) if not _is_missing(v)] for cells in columns]
    return bool(values[0]) and all(
        all(map(test, each)) for test, each in zip(tests, values, strict=False)
    )


def _is_missing(cell: str) -> bool:
    return not cell or cell in MISSING or is_placeholder(cell)


def _read_month(cell: str) -> int:
    match = NUMBER.fullmatch(cell)
    number = int(match[1]) if match else find_month(cell) or 0
    return number if number <= MONTHS else 0


def _read_day(cell: str) -> int:
    match = NUMBER.fullmatch(cell)
    return int(match[1]) if match and int(match[1]) <= DAYS else 0


def _join(year: str, month: str, day: str = "") -> tuple[str]:
    """Return a date as exact as its parts allow."""
    if _is_missing(year):
        return ("",)
    date = year.removesuffix(".0")
    for number in (_read_month(month), _read_day(day)):
        longer = f"{date}-{number:02}"
        if not number or not is_partial_date(longer):
            break
        date = longer
    return (date,)

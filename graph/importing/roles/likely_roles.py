"""Roles that values suggest where no header does: words for relations, sums of money, days."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import islice

from graph.importing.by_column import Column
from graph.importing.cells.numbers import is_number
from graph.importing.roles import values as looks
from graph.importing.roles.allowed import HALF, LONGEST_TYPE, MOST_TYPES
from graph.importing.roles.assigned_roles import BY_HEADER, Roles, take_role
from graph.importing.roles.ends import MOST_COLUMNS
from graph.importing.roles.folded_headers import fold_header
from graph.importing.roles.header_words import DATE_NOUNS, RELATION_WORDS, read_words
from graph.importing.tables.sheet import Sheet
from graph.importing.words import find_meaning, is_kind

DIGITS_OF_YEAR = 4
LEAST_WORDS = 2
MOST = 0.8
CURRENCIES = "€$£₽₴¥₺₹₸"

Values = Mapping[str, int]


def take_likely(sheet: Sheet, roles: Roles) -> None:
    """Give the type, the weight and the date to columns whose values are like them.

    Examples
    --------
    >>> cells = {"How they met": ["married", "father"], "Price paid": ["€ 5", "€ 7.50"]}
    >>> roles = Roles("relations")
    >>> take_likely(Sheet("a.csv", "", cells, [2, 3]), roles)
    >>> roles.by_role
    {'type': 'How they met', 'weight': 'Price paid'}
    """
    has_type = {"type", "sign"} & set(roles.by_role) or (roles.ends and roles.ends.type)
    if not has_type:
        _take_first(sheet, roles, "type", "its words are relations", _are_relations)
    if "weight" not in roles.by_role:
        _take_first(sheet, roles, "weight", "its values are sums of money", _are_sums)
    if "date" in roles.by_role:
        _prefer_days(sheet, roles)


def _take_first(
    sheet: Sheet, roles: Roles, role: str, why: str, test: Callable[[str, Values], bool]
) -> None:
    """Give a role, as a guess, to the first own column that passes a test."""
    for header in islice(roles.list_own(sheet), MOST_COLUMNS):
        if header not in roles.why and test(header, looks.sample_values(sheet.columns[header])):
            take_role(roles, role, header, why)
            roles.guesses.add(header)
            return


def _are_relations(_: str, values: Values) -> bool:
    """Return whether most cells have words for relations, and two differ."""
    if not values or len(values) > MOST_TYPES:
        return False
    known = {value: count for value, count in values.items() if _is_relation(value)}
    return len(known) >= LEAST_WORDS and sum(known.values()) > HALF * sum(values.values())


def _is_relation(value: str) -> bool:
    is_short = len(value) <= LONGEST_TYPE
    return is_short and find_meaning(value).how != "own" and not is_kind(value)


def _are_sums(header: str, values: Values) -> bool:
    """Return whether a column has numbers, and its header or cells name money."""
    if looks.measure_share(values, is_number) <= MOST:
        return False
    first = next(iter(fold_header(header)), "")
    return (
        first in read_words(RELATION_WORDS["weight"])
        or looks.measure_share(values, _has_currency) > HALF
    )


def _has_currency(value: str) -> bool:
    return any(sign in value for sign in CURRENCIES)


def _prefer_days(sheet: Sheet, roles: Roles) -> None:
    """Take a column of days as the date instead of one of years alone that says the same years."""
    years = roles.by_role["date"]
    cells = sheet.columns[years]
    if roles.why.get(years) != BY_HEADER or not all(map(_is_year, looks.sample_values(cells))):
        return
    for header in islice(roles.list_own(sheet), MOST_COLUMNS):
        is_named = not read_words(DATE_NOUNS).keys().isdisjoint(fold_header(header))
        if is_named and header not in roles.why and _are_days_of(sheet.columns[header], cells):
            roles.by_role["date"] = header
            roles.why[header] = f"it has the days, {years!r} the years alone"
            del roles.why[years]
            return


def _is_year(value: str) -> bool:
    return len(value) == DIGITS_OF_YEAR and value.isdecimal()


def _are_days_of(cells: Column, years: Column) -> bool:
    """Return whether most rows have a date that says more than their year, and none another year.

    Examples
    --------
    >>> _are_days_of(["3.4.2021", ""], ["2021", "2022"]), _are_days_of(["3.4.2020"], ["2021"])
    (True, False)
    """
    rows = list(islice(zip(cells, years, strict=True), looks.MOST_LOOKED_AT))
    dated = [(cell, year) for cell, year in rows if cell]
    is_usual = len(dated) >= HALF * len(rows)
    return is_usual and all(len(cell) > len(year) and year in cell for cell, year in dated)

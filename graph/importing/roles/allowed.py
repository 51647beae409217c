"""Whether the values of a column can have a role: a hint in its header alone never decides."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from graph.importing.by_column import Column
from graph.importing.cells.dates import is_date, read_counted_days
from graph.importing.cells.numbers import is_number
from graph.importing.roles import values as looks

HALF = 0.5
MOST_TYPES = 60
LONGEST_TYPE = 60
DATED = ("start", "end", "date")

Values = Mapping[str, int]


def allows_role(cells: Column, role: str, family: str) -> bool:
    """Return whether a column's values can have a role.

    Examples
    --------
    >>> allows_role(["2020", "May 2021"], "start", "relations")
    True
    >>> allows_role(["FT2024"], "start", "relations"), allows_role(["heavy"], "weight", "relations")
    (False, False)
    """
    values = looks.sample_values(cells)
    if not values:
        return role not in DATED
    test = TESTS.get(f"{family} {role}") or TESTS.get(role)
    return test is None or test(values)


def is_time(text: str) -> bool:
    """Return whether a text is a date, or a number that counts days or seconds.

    Examples
    --------
    >>> is_time("45000"), is_time("Aug 2022"), is_time("12")
    (True, True, False)
    """
    return is_date(text) or bool(read_counted_days(text, epochs=True))


def _are_times(values: Values) -> bool:
    return looks.measure_share(values, is_time) >= HALF


def _are_numbers(values: Values) -> bool:
    return looks.measure_share(values, is_number) >= HALF


def _make_word_test(words: Mapping[str, str] | set[str]) -> Callable[[Values], bool]:
    return lambda values: {value.casefold() for value in values} <= set(words)


def _has_basis(values: Values) -> bool:
    """Return whether a value is a word for what a claim rests on; others may be typing errors."""
    return any(looks.clean_word(value) in looks.BASIS_WORDS for value in values)


def _are_directions(values: Values) -> bool:
    return looks.are_directions(values) or _make_word_test(looks.ANSWERS)(values)


def _are_few(values: Values) -> bool:
    """Return whether values repeat, as kinds do."""
    return len(values) <= MOST_TYPES or len(values) < HALF * sum(values.values())


def _are_unique(values: Values) -> bool:
    return max(values.values()) == 1


def _are_types(values: Values) -> bool:
    """Return whether values are types of relations: words, and not a text for each row."""
    are_signs = looks.are_signs(values)
    if looks.are_directions(values) and not are_signs:
        return False
    numbers = looks.measure_share(values, lambda value: value.replace(".", "").isdigit())
    are_codes = numbers > HALF and not are_signs
    if are_codes or _make_word_test(looks.BASES)(values) or not _are_few(values):
        return False
    return sum(map(len, values)) / len(values) < LONGEST_TYPE


TESTS: Mapping[str, Callable[[Values], bool]] = {
    "start": _are_times,
    "end": _are_times,
    "date": _are_times,
    "weight": _are_numbers,
    "confidence": looks.are_levels,
    "directed": _are_directions,
    "sign": looks.are_signs,
    "basis": _has_basis,
    "type": _are_types,
    "actors kind": _are_few,
    "relations id": _are_unique,
}
"""The test of a role's values; of a role in one family alone under both words."""

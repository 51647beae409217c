"""What the values of a column are like: dates, numbers, directions, levels, addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import islice

from graph.importing.by_column import Column, sample_counts
from graph.importing.roles.placeholders import is_placeholder

MOST_LOOKED_AT = 2_000
HALF = 0.5
DIRECTIONS: Mapping[str, str] = {
    "directed": "yes", "undirected": "no", "mutual": "no", "mixed": "", "bidirectional": "no",
    "both": "no", "unidirectional": "yes", "a to b": "yes", "b to a": "back", "a b": "yes",
    "one way": "yes", "two way": "no", "oneway": "yes", "symmetric": "no", "reciprocal": "no",
    "asymmetric": "yes", "forward": "yes", "backward": "back", "reverse": "back", "->": "yes",
    "<-": "back", "<->": "no", "-": "no", "→": "yes", "←": "back", "↔": "no", "gerichtet": "yes",
    "ungerichtet": "no", "beidseitig": "no", "dirigé": "yes", "non dirigé": "no", "dirigido": "yes",
    "no dirigido": "no", "взаимно": "no", "взаимная": "no", "skierowany": "yes",
    "nieskierowany": "no", "wzajemna": "no", "взаємно": "no", "outgoing": "yes", "incoming": "back",
    "source to target": "yes", "target to source": "back",
}  # fmt: skip
MUTUAL_WORDS = {"mutual", "undirected", "symmetric", "reciprocal", "bidirectional", "ungerichtet"}
ANSWERS = {"yes": "yes", "no": "no", "true": "yes", "false": "no", "1": "yes", "0": "no"}
SIGNS: Mapping[str, str] = {
    "+": "+", "-": "-", "0": "0", "1": "+", "-1": "-", "+1": "+", "−": "-", "−1": "-", "–": "-",
    "positive": "+", "negative": "-", "neutral": "0", "pos": "+", "neg": "-", "positiv": "+",
    "negativ": "-", "positif": "+", "négatif": "-", "positivo": "+", "negativo": "-",
    "положительный": "+", "отрицательный": "-", "нейтральный": "0", "pozytywny": "+",
    "negatywny": "-", "neutralny": "0", "1.0": "+", "-1.0": "-", "0.0": "0",
}  # fmt: skip
ADDRESS = re.compile(r"https?://|www\.|doi:|10\.\d{4}", re.IGNORECASE)
ENTITY_ADDRESS = re.compile(r"https?://www\.wikidata\.org/entity/([QP]\d+)")
LEVEL = re.compile(r"\d{1,3}(?:[.,]\d+)?\s?%|[01](?:[.,]\d+)?|\d{1,3}", re.ASCII)
BASIS_WORDS = {
    "stated": "stated", "explicit": "stated", "inferred": "inferred", "implicit": "inferred",
    "implied": "inferred", "alleged": "alleged", "allegedly": "alleged", "alleges": "alleged",
    "allegation": "alleged", "rumoured": "alleged", "rumored": "alleged", "rumour": "alleged",
    "rumor": "alleged",
}  # fmt: skip
BASES = {"stated", "inferred", "alleged", "explicit", "implicit", "implied", "rumoured", "rumored"}
STANCE_WORDS = {
    "asserts": "asserts", "assert": "asserts", "asserted": "asserts", "affirms": "asserts",
    "confirms": "asserts", "confirmed": "asserts", "disputes": "disputes", "dispute": "disputes",
    "disputed": "disputes", "denies": "disputes", "denied": "disputes", "rejects": "disputes",
    "rejected": "disputes", "contests": "disputes", "contested": "disputes",
}  # fmt: skip


def clean_word(cell: str) -> str:
    """Return a cell in small letters, without the marks of punctuation around it.

    Examples
    --------
    >>> clean_word("Disputes:")
    'disputes'
    """
    return cell.casefold().strip(" .,:;!?()[]\"'") or cell


def sample_values(cells: Column) -> dict[str, int]:
    """Return the first unique values that say something, each with how often it occurs."""
    counts = sample_counts(cells)
    filled = ((value, count) for value, count in counts if value and not is_placeholder(value))
    return dict(islice(filled, MOST_LOOKED_AT))


def measure_share(values: Mapping[str, int], test: Callable[[str], object]) -> float:
    """Return the share of cells whose value passes a test; 0 where there are none.

    Examples
    --------
    >>> measure_share({"a": 3, "1": 1}, str.isdigit)
    0.25
    """
    total = sum(values.values())
    return sum(count for value, count in values.items() if test(value)) / total if total else 0


def read_direction(text: str) -> str | None:
    """Return what a direction means: ``yes``, ``no`` (both ways), ``back``; None if it is none.

    Examples
    --------
    >>> [read_direction(text) for text in ("Undirected", "a_to_b", "B→A", "funds")]
    ['no', 'yes', 'back', None]
    """
    plain = text.casefold().replace("_", " ").strip()
    if plain in DIRECTIONS:
        return DIRECTIONS[plain]
    arrow = re.fullmatch(r"a\s*(?:->|→)\s*b|(b\s*(?:->|→)\s*a)", plain)
    if arrow:
        return "back" if arrow[1] else "yes"
    return DIRECTIONS.get(plain.replace("-", " "))


def is_about_mutuality(header: str) -> bool:
    """Return whether yes in a column of directions means that a relation holds both ways.

    Examples
    --------
    >>> is_about_mutuality("Is mutual"), is_about_mutuality("Directed")
    (True, False)
    """
    return not MUTUAL_WORDS.isdisjoint(header.casefold().replace("_", " ").split())


def negate_answer(cell: str) -> str:
    """Return no for yes and yes for no; any other text as it is.

    Examples
    --------
    >>> negate_answer("TRUE"), negate_answer("a_to_b")
    ('no', 'a_to_b')
    """
    answer = ANSWERS.get(cell.casefold(), "")
    return {"yes": "no", "no": "yes"}.get(answer, cell)


def are_directions(values: Mapping[str, int]) -> bool:
    """Return whether all values of a column are words for directions.

    Examples
    --------
    >>> are_directions({"Directed": 2}), are_directions({"ally": 1, "mutual": 1})
    (True, False)
    """
    return bool(values) and all(read_direction(value) is not None for value in values)


def are_signs(values: Mapping[str, int]) -> bool:
    """Return whether all values are signs, and some is a symbol or a word for one.

    Examples
    --------
    >>> are_signs({"+": 1, "-": 2}), are_signs({"1": 2, "0": 3})
    (True, False)
    """
    known = bool(values) and all(value.casefold() in SIGNS for value in values)
    return known and any(SIGNS[value.casefold()] == "-" or value == "+" for value in values)


def are_levels(values: Mapping[str, int]) -> bool:
    """Return whether most values of a column are levels of confidence."""
    from graph.importing.cells.levels import read_level

    def is_level(value: str) -> bool:
        return read_level(value) is not None or bool(LEVEL.fullmatch(value))

    return measure_share(values, is_level) > HALF


def sample_values_with_dashes(cells: Column) -> dict[str, int]:
    """Return the first unique values, placeholders too: a dash may be a sign.

    Examples
    --------
    >>> sample_values_with_dashes(["+", "-", ""])
    {'+': 1, '-': 1}
    """
    return dict(islice(((v, n) for v, n in sample_counts(cells) if v), MOST_LOOKED_AT))

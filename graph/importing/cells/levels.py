"""Read levels of confidence: words in several languages, percentages, shares of 1."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.data.confidence import GRADE
from graph.importing.cells.numbers import read_number

WORDS: Mapping[str, str] = {
    "high": "high, very high, hoch, sehr hoch, hohe, haut, haute, élevé, élevée, forte, alto, alta,"
    " высокая, высокий, висока, високий, wysoki, wysoka, wysokie, strong,"
    " sure, reliable, sicher, certain",
    "medium": "medium, mid, middle, moderate, med, mittel, mittlere, moyen, moyenne, medio, media,"
    " средняя, средний, середня, середній, średni, średnia, średnie",
    "low": "low, very low, niedrig, gering, schwach, bas, basse, faible, bajo, baja, низкая,"
    " низкий, низька, низький, niski, niska, niskie, weak, unreliable,"
    " unsicher, uncertain, doubtful",
}
SHARES: Mapping[str, str] = {
    "certain": "1", "confirmed": "1", "bestätigt": "1", "confirmé": "1", "confirmado": "1",
    "подтверждено": "1", "підтверджено": "1", "potwierdzone": "1", "verified": "1",
    "almost certain": "0.95", "very likely": "0.9", "highly likely": "0.9", "likely": "0.7",
    "probable": "0.7", "probably": "0.7", "wahrscheinlich": "0.7", "вероятно": "0.7",
    "ймовірно": "0.7", "prawdopodobne": "0.7", "possible": "0.5", "possibly": "0.5",
    "möglich": "0.5", "возможно": "0.5", "можливо": "0.5", "możliwe": "0.5", "unlikely": "0.3",
    "improbable": "0.2", "unwahrscheinlich": "0.2", "very unlikely": "0.1",
}  # fmt: skip
_LEVELS = {word.strip(): level for level, words in WORDS.items() for word in words.split(",")}
PER_CENT, MOST_STARS = 100, 10


def read_level(text: str) -> str | None:
    """Return the confidence that a word means, as the project writes it; None for any other text.

    Examples
    --------
    >>> read_level("Hoch"), read_level("likely"), read_level("*"), read_level("b2")
    ('high', '0.7', None, 'B2')
    """
    word = " ".join(text.casefold().split())
    if GRADE.fullmatch(text):
        return text.upper()
    return SHARES.get(word) or _LEVELS.get(word)


def read_levels(values: Iterable[str]) -> Mapping[str, str | None]:
    """Return the confidence that each value of a column means.

    Numbers above 1 are percentages, unless the column has whole numbers up to 10 alone: of such
    a scale nobody knows the best, and it is not read.

    Examples
    --------
    >>> read_levels(["high", "85%", "85", "1", "0,8", "*"])
    {'high': 'high', '85%': '0.85', '85': '0.85', '1': '1', '0,8': '0.8', '*': None}
    >>> read_levels(["1", "3", "5"])
    {'1': None, '3': None, '5': None}
    """
    texts = list(values)
    numbers = {text: number for text in texts if (number := read_number(text, ""))}
    plain = [float(each.text) for each in numbers.values() if not each.is_percent]
    is_scale = bool(plain) and max(plain) > 1 and all(n == int(n) <= MOST_STARS for n in plain)
    levels: dict[str, str | None] = {}
    for text in texts:
        number = numbers.get(text)
        if number is None:
            levels[text] = read_level(text)
        elif number.is_percent or (not is_scale and 1 < float(number.text) <= PER_CENT):
            share = float(number.text) / PER_CENT
            levels[text] = f"{share:g}" if 0 <= share <= 1 else None
        else:
            levels[text] = number.text if 0 <= float(number.text) <= 1 and not is_scale else None
    return levels

"""Texts that stand for nobody and nothing: unknown, n/a, a dash."""

from __future__ import annotations

import re

from graph.importing.tables.error_cells import is_error

PLACEHOLDER = re.compile(
    r"[-–—?.*/_ ]+|n\.?\s*+/?\s*+a\.?|unknown|unkn\.?|none|null|nil|nan|not known|not applicable"
    r"|tbd|tba|nil returns?"
    r"|to be (?:determined|confirmed)|unbekannt|k\.\s?a\.|inconnu[e]?|desconocid[oa]|неизвестно"
    r"|неизвестный|неизв\.?|н/д|нет данных|невідомо|невідомий|nieznan[yae]|brak(?: danych)?"
    r"|anonymous|anonym|#n/a|#ref!|missing|blank|no data",
    re.IGNORECASE,
)
NAMES = {"Nan", "Nil"}  # of people; programs write nan or NaN for what is missing


def is_placeholder(text: str) -> bool:
    """Return whether a text stands for nobody and nothing.

    Examples
    --------
    >>> [is_placeholder(text) for text in ("n/a", "—", "Unknown", "Nan Goldin", "")]
    [True, True, True, False, False]
    """
    return (bool(PLACEHOLDER.fullmatch(text)) and text not in NAMES) or is_error(text)

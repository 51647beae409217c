"""Cells that list actors behind words for what they are: ``chair: Anna; members: Bo; Cy``."""

from __future__ import annotations

import re

from graph.importing.by_column import Column
from graph.importing.roles.folded_headers import fold_header
from graph.importing.roles.header_words import LIST_WORDS, read_words
from graph.importing.roles.values import sample_values
from graph.importing.words import find_meaning

LABEL_SIGNS = re.compile(r"[;|\n]")
LABEL = re.compile(r"([^:;/]{2,40}):\s+([^:]+)")


def split_labelled(cell: str) -> dict[str, list[str]]:
    """Return by label the actors that a cell lists behind it; none of a cell without labels.

    Examples
    --------
    >>> split_labelled("chair: Anna; members: Bo; Cy")
    {'chair': ['Anna'], 'members': ['Bo', 'Cy']}
    >>> split_labelled("see https://example.org"), split_labelled("Anna; Bo")
    ({}, {})
    """
    found: dict[str, list[str]] = {}
    label = ""
    for part in LABEL_SIGNS.split(cell):
        match = LABEL.fullmatch(part.strip())
        if match and _is_label(match[1]):
            label, item = match[1], match[2]
        elif label and match is None:
            item = part.strip()
        else:
            return {}
        found.setdefault(label, []).extend(filter(None, map(str.strip, item.split(","))))
    return found


def _is_label(words: str) -> bool:
    phrase = " ".join(fold_header(words))
    return phrase in read_words(LIST_WORDS) or find_meaning(words).how != "own"


def is_labelled(cells: Column) -> bool:
    """Return whether every filled cell of a column lists actors behind words."""
    values = sample_values(cells)
    return bool(values) and all(map(split_labelled, values))

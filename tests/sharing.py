"""What it is to share a name, told without the resolver: letters are counted."""

import unicodedata
from collections import Counter

from anyascii import anyascii

UNHEARD = "`´ʼʹ\u0640"  # apostrophes, and the line that stretches an Arabic word


def shares(query, spellings):
    """Tell whether a query shares its text, or all of its letters and digits, with one spelling.

    `spellings` are an id, a name, aliases. Letters count as often as they stand, in ASCII; of a
    text that has none (signs, letters that nobody transliterates) the characters themselves count.
    """
    text = query.strip()
    return text in spellings or any(
        not (letters(text) or signs(text)) - (letters(name) + signs(name)) for name in spellings[1:]
    )


def letters(text):
    """Return how often each ASCII letter and digit stands in a text, transliterated."""
    normal = unicodedata.normalize("NFKC", text)
    spoken = "".join(char for char in normal if unicodedata.category(char)[0] in "LMN")
    return Counter(char for char in anyascii(spoken).lower() if char.isalnum())


def signs(text):
    """Return how often each sign, letter and number stands in a text, as it is."""
    return Counter(
        char
        for char in unicodedata.normalize("NFKC", text).lower()
        if unicodedata.category(char)[0] in "LNS" and char not in UNHEARD
    )

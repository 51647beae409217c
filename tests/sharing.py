"""What it is to share a name, told without the resolver: letters are counted."""

import re
import unicodedata
from collections import Counter

from anyascii import anyascii

UNWRITTEN = re.compile("[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")
UNHEARD = "`´ʼʹ\u0640"  # apostrophes, and the line that stretches an Arabic word


def shares(query, spellings):
    """Tell whether a query shares its text, or all of its letters and digits, with one spelling.

    `spellings` are an id, a name, aliases. Letters count as often as they stand, in ASCII; of a
    text that has none (signs, letters that nobody transliterates) the characters themselves count.
    """
    text = query.strip()
    asked = heard(written(text)) or heard(text)
    return text in spellings or any(
        not asked - (letters(name) + signs(name)) for name in spellings[1:]
    )


def heard(text):
    """Return how often each letter of a text stands in it, or of one without letters each sign."""
    return letters(text) or signs(text)


def written(text):
    """Return a text without the vowels that Arabic and Hebrew may leave out, whoever bears them."""
    return UNWRITTEN.sub("", unicodedata.normalize("NFKC", text))


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

"""Letters of other scripts that look like Latin ones: confusables and skeletons (Unicode UTS #39).

Two texts with the same skeleton look alike. Reading the whole table of confusables takes time, so
patterns and a short table come first: they settle almost every name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

FOREIGN = "\u0370-\u058f\u13a0-\u13ff\u2c80-\u2cff\ua4d0-\ua4ff\uab70-\uabbf"
"""Scripts with letters that look Latin: Greek, Cyrillic, Armenian, Cherokee, Coptic, Lisu."""
LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
ACCENTS = "\u0300-\u036f"

FOREIGN_LETTER = re.compile(f"[{FOREIGN}]")
LATIN_LETTER = re.compile(f"[{LATIN}]")
PLAIN_LATIN_LETTER = re.compile("[A-Za-z]")
WORD = re.compile(f"[{LATIN}{FOREIGN}{ACCENTS}]+")
MIXED_SCRIPTS = re.compile(
    f"[{LATIN}][{ACCENTS}]*[{FOREIGN}]|[{FOREIGN}][{ACCENTS}]*[{LATIN}]",
)
"""A Latin letter beside a foreign one."""
RARE_LETTER = re.compile(r"(?![\u0370-\u058f])" + FOREIGN_LETTER.pattern)
"""A foreign letter that `COMMON_CONFUSABLES` does not cover."""
UNLIKE_LATIN = re.compile(
    "[БДЖЗИЛПЦЧШЩЪЫЭЮЯбвджзиклмнптфцчшщъыьэюяйЙўЎΔΘΛΞΠΣΦΨΩβδεζηθκλμξπςτφχψω"
    "\u0531-\u054c\u054e\u0550-\u0554\u0556\u0559\u0560\u0562\u0564\u0565\u0567-\u056f"
    "\u0571-\u0577\u0579-\u057b\u057e-\u0580\u0582\u0583\u0586\u0587]"
)
"""Letters that do not look like any Latin letter; most foreign names have one."""
COMMON_CONFUSABLES = str.maketrans(
    "ͺͿΑΒΕΖΗΙΚΜΝΟΡΤΥΧαγινορσυϒϜϱϲϳϹϺЅІЈАВЕКМНОРСТУХЬагеорсухѕіјѡѴѵҮүһҽӀӏԁԌԛԜԝՍՏՕագզհոռսցքօ",
    "iJABEZHIKMNOPTYXayivopouYFpcjCMSIJABEKMHOPCTYXbareopcyxsijwVvYyheIidGqWwUSOwqqhnnugfo",
)
"""The confusables of Greek, Cyrillic and Armenian, as `str.translate` takes them."""


def has_foreign_letter(text: str) -> bool:
    """Return whether a text has a letter of a script that can look Latin.

    Examples
    --------
    >>> has_foreign_letter("Минск"), has_foreign_letter("Łódź")
    (True, False)
    """
    return not text.isascii() and FOREIGN_LETTER.search(text) is not None


def make_skeleton(text: str, confusables: Mapping[int, str | int] | None = None) -> str:
    """Return a text with each letter that looks Latin replaced by that Latin letter.

    Parameters
    ----------
    text
        An id, a name or a column's name.
    confusables
        The table to use; by default the whole one.

    Examples
    --------
    >>> make_skeleton("Лукашенко"), make_skeleton("\u0421\u0421\u0421\u0420").isascii()
    ('Лyкaшeнкo', True)
    """
    decomposed = unicodedata.normalize("NFD", text)
    replaced = decomposed.translate(confusables or load_confusables())
    return unicodedata.normalize("NFC", replaced)


@cache
def load_confusables() -> Mapping[int, str]:
    """Return the Latin letter that each foreign letter looks like, where it looks like one."""
    from confusable_homoglyphs.confusables import (  # type: ignore[import-untyped]
        confusables_data,
    )

    table: dict[int, str] = {}
    for letter, lookalikes in confusables_data.items():
        if len(letter) == 1 and FOREIGN_LETTER.match(letter):
            for lookalike in lookalikes:
                if PLAIN_LATIN_LETTER.fullmatch(lookalike["c"]):
                    # The library treats a capital I and a small l as the same letter; no foreign
                    # letter is an l.
                    table[ord(letter)] = lookalike["c"].replace("l", "I")
                    break
    return table


@cache
def find_latin_lookalikes(scripts: frozenset[str]) -> frozenset[str]:
    """Return the Latin letters that some letter of these scripts looks like.

    Examples
    --------
    >>> find_latin_lookalikes(frozenset({"Cyrillic"})).issuperset("ACEo")
    True
    """
    confusables = load_confusables().items()
    return frozenset(latin for code, latin in confusables if get_script(chr(code)) in scripts)


def get_script(letter: str) -> str:
    """Return the name of a letter's script.

    Examples
    --------
    >>> get_script("Ж"), get_script("a")
    ('Cyrillic', 'Latin')
    """
    return unicodedata.name(letter, "").partition(" ")[0].capitalize()

"""The rule that no name looks like another's because a letter is of another script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial

from graph.data.table import Table
from graph.errors import Problem, quoted
from graph.names.resolve import Spellings

FOREIGN = "\u0370-\u058f\u13a0-\u13ff\u2c80-\u2cff\ua4d0-\ua4ff\uab70-\uabbf"
"""Scripts with letters that look Latin: Greek, Cyrillic, Armenian, Cherokee, Coptic, Lisu."""
LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
ACCENTS = "\u0300-\u036f"
FOREIGN_LETTER = re.compile(f"[{FOREIGN}]")
ANY_LATIN = re.compile(f"[{LATIN}]")
MIXED = re.compile(f"[{LATIN}][{ACCENTS}]*[{FOREIGN}]|[{FOREIGN}][{ACCENTS}]*[{LATIN}]")
RARE = re.compile(r"(?![\u0370-\u058f])" + FOREIGN_LETTER.pattern)
LATIN_LETTER = re.compile("[A-Za-z]")
WORD = f"[{LATIN}{FOREIGN}{ACCENTS}]+"
UNLIKE = re.compile(
    "[БДЖЗИЛПЦЧШЩЪЫЭЮЯбвджзиклмнптфцчшщъыьэюяйЙўЎΔΘΛΞΠΣΦΨΩβδεζηθκλμξπςτφχψω"
    "\u0531-\u054c\u054e\u0550-\u0554\u0556\u0559\u0560\u0562\u0564\u0565\u0567-\u056f"
    "\u0571-\u0577\u0579-\u057b\u057e-\u0580\u0582\u0583\u0586\u0587]"
)
"""Letters that look like none of Latin script: a quick way past most names."""
COMMON = str.maketrans(
    "ͺͿΑΒΕΖΗΙΚΜΝΟΡΤΥΧαγινορσυϒϜϱϲϳϹϺЅІЈАВЕКМНОРСТУХЬагеорсухѕіјѡѴѵҮүһҽӀӏԁԌԛԜԝՍՏՕագզհոռսցքօ",
    "iJABEZHIKMNOPTYXayivopouYFpcjCMSIJABEKMHOPCTYXbareopcyxsijwVvYyheIidGqWwUSOwqqhnnugfo",
)
"""Doubles in Greek, Cyrillic and Armenian: only for others is the long table read at once."""
MOST_LETTERS = 3

Owner = tuple[int, str]
MOST_OWNERS = 3  # with rows and texts all different, so that one of them is another's and differs


def check_lookalikes(actors: Table, known: Spellings) -> Iterator[Problem]:
    """Yield each id, name or alias that looks like another actor's, or mixes scripts in a word."""
    doubtful = _doubtful(actors, known)
    near = _near(doubtful, known)
    looks = {text: make_skeleton(text) for _, text in doubtful} if near else {}
    owners = _owners(known, looks)
    for row, text in dict.fromkeys(near):
        column = {text: "aliases", known[row][1]: "name", known[row][0]: "id"}[text]
        twin = _twin(row, text, owners[looks[text]])
        if twin:
            what = f"{quoted(text)} looks like {quoted(twin[1])} in line {actors.lines[twin[0]]}"
            remedy = "Type both in one script, or rename one."
            what = f"{what}: {_scripts(FOREIGN_LETTER.findall(text))}."
            yield actors.warning(row, column, what, remedy, rule="lookalike-name")
        elif strangers := next(filter(None, map(_strangers, re.findall(WORD, text))), ""):
            what = f"{quoted(text)} mixes scripts in a word: {_scripts(strangers)}."
            remedy = "Type the word in one script."
            yield actors.warning(row, column, what, remedy, rule="mixed-scripts")


def make_skeleton(text: str, doubles: Mapping[int, str | int] | None = None) -> str:
    """Return a text with each letter that looks Latin as the Latin one, of all or of some.

    Examples
    --------
    >>> make_skeleton("Лукашенко"), make_skeleton("\u0421\u0421\u0421\u0420").isascii()
    ('Лyкaшeнкo', True)
    """
    apart = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", apart.translate(doubles or _latin_doubles()))


def _doubtful(actors: Table, known: Spellings) -> list[Owner]:
    """Return the few spellings that need a closer look, and their rows."""
    whole = map("".join, zip(*map(actors.cells, ("id", "name", "aliases")), strict=True))
    rows = [row for row, text in enumerate(whole) if _has_foreign(text)]
    latin, mixed, unlike = (pattern.search for pattern in (ANY_LATIN, MIXED, UNLIKE))
    return [
        (row, text)
        for row in rows
        for text in known[row]
        if _has_foreign(text) and ((latin(text) and mixed(text)) or not unlike(text))
    ]


def _near(doubtful: list[Owner], known: Spellings) -> list[Owner]:
    """Return those that mix scripts, that another looks like, or that have rare letters."""
    looks = {text: make_skeleton(text, COMMON) for _, text in doubtful}
    owners = _owners(known, looks)
    return [
        (row, text)
        for row, text in doubtful
        if re.search(RARE, text) or MIXED.search(text) or _twin(row, text, owners[looks[text]])
    ]


def _has_foreign(text: str) -> bool:
    return not text.isascii() and FOREIGN_LETTER.search(text) is not None


def _owners(known: Spellings, looks: Mapping[str, str]) -> Mapping[str, list[Owner]]:
    """Return for each look the first few actors and spellings that have it."""
    owners: dict[str, list[Owner]] = {look: [] for look in looks.values()}
    wanted = owners.keys() | looks.keys()
    for row, spelled in enumerate(known if owners else ()):
        if wanted.isdisjoint(spelled):
            continue
        for text in spelled:
            if text in wanted:
                _add(owners[looks.get(text, text)], row, text)
    return owners


def _add(owners: list[Owner], row: int, text: str) -> None:
    new = all(row != other and text != same for other, same in owners)
    if new and len(owners) < MOST_OWNERS:
        owners.append((row, text))


def _twin(row: int, text: str, owners: list[Owner]) -> Owner | None:
    """Return another actor's spelling that looks the same; of two foreign ones the second tells."""
    for other, spelled in owners:
        second = other < row or not _has_foreign(spelled)
        # Texts that differ in how accents are written alone have no letter of another script.
        if other != row and second and _composed(spelled) != _composed(text):
            return other, spelled
    return None


_composed = partial(unicodedata.normalize, "NFC")


def _strangers(word: str) -> list[str]:
    """Return the letters for which a word that is else of one script could as well have its own.

    A word that cannot be read in one script, such as SMSки, mixes them on purpose.
    """
    letters = unicodedata.normalize("NFD", word)
    foreign, latin = FOREIGN_LETTER.findall(letters), LATIN_LETTER.findall(letters)
    if not foreign or not latin:
        return []
    if all(ord(letter) in _latin_doubles() for letter in foreign):
        return foreign
    known = _doubled_in(frozenset(map(_script, foreign)))
    return latin if len(latin) < len(foreign) and known.issuperset(latin) else []


@cache
def _doubled_in(scripts: frozenset[str]) -> frozenset[str]:
    """Return the Latin letters that look like one of these scripts."""
    doubles = _latin_doubles().items()
    return frozenset(latin for code, latin in doubles if _script(chr(code)) in scripts)


@cache
def _latin_doubles() -> Mapping[int, str]:
    """Return for each foreign letter the Latin one that it looks like, if any."""
    from confusable_homoglyphs.confusables import (  # type: ignore[import-untyped]
        confusables_data,
    )

    table: dict[int, str] = {}
    for letter, doubles in confusables_data.items():
        if len(letter) == 1 and FOREIGN_LETTER.match(letter):
            for double in doubles:
                if LATIN_LETTER.fullmatch(double["c"]):
                    # A capital I and a small l are one to the library; no foreign one is an l.
                    table[ord(letter)] = double["c"].replace("l", "I")
                    break
    return table


def _scripts(letters: Sequence[str]) -> str:
    """Return of which script the first few of some letters are."""
    told = [f"{quoted(char)} is {_script(char)}" for char in dict.fromkeys(letters)]
    return ", ".join(told[:MOST_LETTERS])


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0].capitalize()

"""Measure how unlikely decoded words are, which shows that the encoding is a wrong one.

A word costs nothing if its alphabet, its case and the order of its letters are those of a language
of Europe or the Middle East. The costs only serve to compare encodings of the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from unicodedata import category, normalize

SYMBOL, BETWEEN_LETTERS, SCRIPTS, CASE, ALPHABET, RUN = 2.0, 1.0, 4.0, 3.0, 2.0, 1.5
RARE, LOWER = 0.08, 0.05
LONGEST_WORD = 40
LONE, INITIAL = 1.0, 0.3  # a Latin letter as a word of its own; a capital one may be an initial
ONE_LETTER_WORDS = frozenset("àáåæèéíóöø")
SIGNS = frozenset("½¼¾×±•·£¥¢¦")  # which stand alone: 2 ½

COMMON = (
    "äöüßé", "àâæçèéêëîïñôœùûüÿ", "áéíñóúüç", "áâãàçéêíóôõúü", "àèéìíîòóù", "æøåéäö", "åäöéüæø",
    "ëïéèöüáóí", "àçèéíïòóúü", "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű",
    "ăâîșțşţ", "čćđšž", "ëç", "çğıiöşüâîû\u0307", "ąčęėįšųūž", "āčēģīķļņšūžōŗ",
)  # fmt: skip
UNCOMMON = (
    "áéíóúýþæðö",
    "áíóúýæøð",
    "äõöüšž",
    "äöåšž",
    "áéíóú",
    "âêîôûŵŷáéíóúàèìòùäëïöü",
    "ċġħżàèìòù",
)
RUSSIAN = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
GREEK = "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ"
NON_LATIN = (
    f"{RUSSIAN}ё", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
    "абвгдђежзијклљмнњопрстћуфхцчџш", "абвгдѓежзѕијклљмнњопрстќуфхцчџш", GREEK,
    "".join(map(chr, range(0x5D0, 0x5EB))), "ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىيپچژگکی",
)  # fmt: skip
ALPHABETS = [
    *((frozenset(letters), 0.0) for letters in (*COMMON, *NON_LATIN)),
    *((frozenset(letters), RARE) for letters in UNCOMMON),
]

CONSONANT = "bcdfghjklmnpqrstvwxzčďđģķļľĺņňřŕŗšťžßþðćńñśźżłçşţșțğ"
VOWEL = "aeiouyáàâäãåæāăąéèêëēėęěíìîïīįıóòôöõøōőœúùûüūůűųýÿ"
CYRILLIC_VOWEL, CYRILLIC_CONSONANT = "аеёиоуыэюяіїєў", "бвгджзйклмнпрстфхцчшщђјљњћџѓѕќґ"
NEIGHBOURS = [
    (re.compile(pattern), cost)
    for pattern, cost in (
        (f"[{VOWEL}]{{3}}|[{CYRILLIC_VOWEL}]{{4}}", RUN),
        (f"[{CONSONANT}]{{4}}|[{CYRILLIC_CONSONANT}]{{5}}", RUN),
        (f"(?:^|[{CONSONANT}])[čřďťňľđŕĺć](?:[{CONSONANT}]|$)", 0.7),  # Tromsř, Lefčvre
        (r"ñ(?![aeiouyáéíóúü]|$)|ń[aeiouyáéíóú]", 0.7),
        (r"ã(?![oei]|s?$)|ă[aeo]|[őű][aeiouáéíóú]", 0.7),
        (r"ê[gkzd]|iæ|æ$|ì.|ù.|ç[bcdfghjklmnpqrstvwxz]", 0.7),
        (rf"[{VOWEL}]œ|œ[wlkmpz]|^[ðğ]", 1.0),
        (r"õ(?![eiuo]|$)|.þ|^ý[^aeiou]|^[èìòù].", 0.3),
        (rf"[{CONSONANT}]ğ|ţ[{CONSONANT}]|[āēīūı][aeiou]|^[èìòù][aeiou]|^ų|ų[^js]", 0.7),
        (r"[א-ת][\u0591-\u05c7]*[ךםןףץ](?=[א-ת])|[כמנפצ]$", RUN),
        (r"σ$|ς.|[ΐΰ]|^(?=.{4})[αβγδεζηθικλμνξοπρσςτυφχψω]+$", RUN),  # each word has an accent
    )
]
CASES = {
    code: "l" if chr(code).islower() else "U"
    for code in range(0x2000)
    if chr(code).isupper() or chr(code).islower()
}
WRONG_CASE = re.compile("lU|UUl.|UUl$")
SCRIPT_ENDS = (
    (0x370, "Latin"), (0x400, "Greek"), (0x530, "Cyrillic"), (0x1E00, "other"), (0x1F00, "Latin"),
)  # fmt: skip
QUOTES, DASHES, AFTER = "‘’“”„«»…\u00a0\u00ad", "–—", "™®©ºª°§€"
LETTER = r"(?:(?![ªº])[^\W\d_])"
PLACED = re.compile(rf"(?<!{LETTER})[{QUOTES}{DASHES}]|[{QUOTES}{DASHES}{AFTER}](?!{LETTER})")
ELISION = re.compile(r"^(?:..?|\w*qu)[’\u00a0]|’(?:s|t|d|m|re|ve|ll)$|\u00a0|\u00ad", re.IGNORECASE)
PARTS = re.compile(r"(?:(?![ƒªº])[^\W\d_]|[\u0300-\u036f\u0591-\u05c7\u064b-\u0652])+")


@cache
def measure_word(word: str) -> float:
    """Return how unlikely a word is.

    Examples
    --------
    >>> measure_word("Lefèvre"), measure_word("Lefčvre") > 1, measure_word("Ren‚") > 1
    (0.0, True, True)
    """
    if len(word) == 1:
        return _measure_character(word)
    cost = sum(map(_measure_letters, PARTS.findall(word)))
    return cost + _measure_symbols(word)


def count_alphabets(words: Iterable[str]) -> int:
    """Return about how many alphabets it takes to spell all words.

    Examples
    --------
    >>> count_alphabets(["Müller", "Dvořák", "Černý"]), count_alphabets(["Muñoz"])
    (2, 1)
    """
    rest = {frozenset(letter for letter in word.lower() if letter.isalpha()) for word in words}
    rest = {frozenset(each for each in letters if not each.isascii()) for letters in rest}
    count = 0
    while rest:
        best = max(ALPHABETS, key=lambda each: sum(letters <= each[0] for letters in rest))
        uncovered = {letters for letters in rest if not letters <= best[0]}
        if uncovered == rest:
            return count + 1
        rest, count = uncovered, count + 1
    return count


def _measure_character(character: str) -> float:
    """Return how unlikely a word of one character is."""
    if character in SIGNS:
        return 0.0
    cost = _measure_letters(character) if PARTS.match(character) else _measure_symbols(character)
    is_latin = character.isalpha() and _get_script(character) == "Latin"
    if not is_latin or character in ONE_LETTER_WORDS:
        return cost
    return cost + (INITIAL if character.isupper() else LONE)


def _measure_symbols(word: str) -> float:
    parts = PARTS.findall(word)
    outside = PARTS.sub("", word)
    if outside.isascii():
        return 0.0
    if len(parts) > 1 and ELISION.search(word) and outside.strip("’\u00a0\u00ad") == "":
        return 0.3 * sum(map(outside.count, "\u00a0\u00ad"))
    cost = 0.0
    for place, character in enumerate(word):
        if character.isascii() or PARTS.match(character):
            continue
        if category(character) == "Cc":
            cost += CASE
        elif not PLACED.match(word, place):
            cost += BETWEEN_LETTERS if character in "’–—" else SYMBOL
    return cost


def _measure_letters(part: str) -> float:
    if part.isascii():
        return 0.0
    lower = normalize("NFC", part).lower()
    foreign = {letter for letter in lower if not letter.isascii()}
    cost = SCRIPTS * (len({_get_script(letter) for letter in lower}) - 1)
    cost += min((each for letters, each in ALPHABETS if foreign <= letters), default=ALPHABET)
    cost += CASE * _has_wrong_case(part)
    cost += LOWER * (part[0].islower() and not part[0].isascii())
    syllables = lower.replace("ão", "on").replace("õe", "on")
    return cost + sum(each for pattern, each in NEIGHBOURS if _is_near(pattern, syllables))


def _is_near(pattern: re.Pattern[str], word: str) -> bool:
    """Return whether a pattern is found with a letter that is not ASCII."""
    return any(not match[0].isascii() for match in pattern.finditer(word))


def _has_wrong_case(part: str) -> bool:
    """Return whether the case of a letter that is not ASCII does not suit its neighbours."""
    cases = part.translate(CASES)
    return any(
        not part[match.start() : match.end()].isascii() for match in WRONG_CASE.finditer(cases)
    )


def _get_script(letter: str) -> str:
    code = ord(letter)
    return next((name for end, name in SCRIPT_ENDS if code < end), "other")

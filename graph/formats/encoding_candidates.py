"""Find the encodings that bytes may be in, the likeliest first, and where they differ."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graph.formats.encoding_likelihood import LONGEST_WORD, count_alphabets, measure_word

# What spreadsheets and editors write, by region, and how much less likely each is.
SINGLE_BYTE = {
    "cp1252": 0.0, "cp1250": 0.04, "cp1251": 0.04, "cp1253": 0.04, "cp1254": 0.03, "cp1257": 0.1,
    "cp1255": 0.06, "cp1256": 0.06, "iso8859-15": 0.06, "mac-roman": 0.1, "cp850": 0.1,
    "cp437": 0.11, "cp852": 0.12, "cp866": 0.1, "koi8-r": 0.1, "koi8-u": 0.12, "iso8859-2": 0.12,
    "cp857": 0.13, "cp775": 0.13, "cp737": 0.13, "iso8859-5": 0.13, "mac-latin2": 0.15,
    "mac-cyrillic": 0.15, "mac-turkish": 0.16,
}  # fmt: skip
# Of encodings with two bytes a character: the first bytes of punctuation and common characters.
EAST_ASIAN = {
    "euc_kr": (range(0xA1, 0xA5), range(0xB0, 0xC9)),
    "euc_jp": (range(0xA1, 0xA2), range(0xA4, 0xA6), range(0xB0, 0xD0)),
    "shift_jis": (range(0x81, 0x84), range(0x88, 0x98)),
    "gb18030": (range(0xA1, 0xA4), range(0xB0, 0xD8)),
    "big5": (range(0xA1, 0xA2), range(0xA4, 0xC7)),
}
KANA, FEW = (0xA4, 0xA5), 12  # in EUC-JP; fewer characters without them are not Japanese
LEAST_COMMON = 0.5
LIKELY_ENCODINGS = (*SINGLE_BYTE, *EAST_ASIAN)

BLOCK, SAMPLE = 1 << 16, 1 << 16
WORD = re.compile(rb"[A-Za-z'\x80-\xff]++")
ASCII = bytes(range(128))
WORDS_PER_BYTE = 25  # that are judged with each byte, so that a rare letter is judged, too
NONSENSE = 1.2  # mean cost of a word above which another kind of encoding is likelier
CLOSE = 0.75  # difference of mean costs up to which readings are for a person to judge
MOST = 3  # readings that are shown
ONE_ALPHABET, MOST_ALPHABETS = 0.04, 2  # what each alphabet after the first costs, and how many


class Reading(NamedTuple):
    """An encoding, the words that are judged as it reads them, and their mean cost."""

    encoding: str
    words: Sequence[str]
    cost: float


def collect_words(raw: bytes) -> list[bytes]:
    r"""Return different words of all lines that are not ASCII, some for each byte.

    Examples
    --------
    >>> collect_words("id,name,René,a,Zoë,Zoë".encode("latin-1"))
    [b'Ren\xe9', b'Zo\xeb']
    """
    counts: Counter[int] = Counter()
    words: dict[bytes, None] = {}
    enough = ASCII  # the bytes that need no further word
    for start in range(0, len(raw), BLOCK):
        block = raw[start : start + BLOCK]
        if not block.translate(None, enough):
            continue
        for word in dict.fromkeys(WORD.findall(block)):
            short = word[:LONGEST_WORD]
            if short not in words and short.translate(None, enough):
                words[short] = None
                counts.update(set(short))
                enough = ASCII + bytes(byte for byte in counts if counts[byte] >= WORDS_PER_BYTE)
    return list(words)


def find_readings(words: Sequence[bytes]) -> list[Reading]:
    """Return how words may be read, the likeliest first; no two read all of them alike."""
    readings = sorted(_iter_readings(words), key=lambda reading: reading.cost)
    different: dict[tuple[str, ...], Reading] = {}
    for reading in readings:
        different.setdefault(tuple(reading.words), reading)
    return list(different.values())


def measure_encoding(words: Sequence[bytes], encoding: str) -> Reading | None:
    """Return how an encoding reads words, or None if it cannot."""
    try:
        texts = [word.decode(encoding) for word in words]
    except UnicodeDecodeError:
        return None
    extra = min(max(0, count_alphabets(texts) - 1), MOST_ALPHABETS)
    mean = sum(map(measure_word, texts)) / max(1, len(texts))
    return Reading(encoding, texts, mean + extra * ONE_ALPHABET)


def _iter_readings(words: Sequence[bytes]) -> Iterator[Reading]:
    for encoding, unlikeliness in SINGLE_BYTE.items():
        reading = measure_encoding(words, encoding)
        if reading:
            yield reading._replace(cost=reading.cost + unlikeliness)


def detect_encodings(raw: bytes) -> list[Reading]:
    """Return up to three encodings that bytes may be in, the likeliest first.

    Examples
    --------
    >>> text = "Лукашенко, Путин, Тихановская, Калиновский"
    >>> [reading.encoding for reading in detect_encodings(text.encode("cp1251"))]
    ['cp1251']
    >>> [reading.encoding for reading in detect_encodings("Sørensen".encode("cp1252"))]
    ['cp1252', 'cp1250']
    """
    words = collect_words(raw)
    readings = find_readings(words)
    if not readings or readings[0].cost > NONSENSE:
        encoding = _detect_east_asian(raw)
        if encoding:
            return [Reading(encoding, (), 0.0)]
    if not readings or readings[0].cost > 2 * NONSENSE:
        return []
    return [reading for reading in readings if _is_close(reading, readings[0])][:MOST]


def _is_close(reading: Reading, best: Reading) -> bool:
    """Return whether a person should judge between two readings: sooner if one is a common one."""
    is_common = reading.encoding.startswith("cp125") or reading.encoding == "iso8859-15"
    close = CLOSE if is_common else CLOSE / 10
    return reading.cost <= best.cost + close


def _detect_east_asian(raw: bytes) -> str | None:
    """Return the encoding in which most characters of a sample are common ones."""
    lines = raw[:SAMPLE].split(b"\n")[:-1] or [raw]
    sample = b"\n".join(line for line in lines if not line.isascii())
    shares = {encoding: _measure_common(sample, encoding) for encoding in EAST_ASIAN}
    best = max(shares, key=lambda encoding: shares[encoding])
    return best if shares[best] > LEAST_COMMON else None


def _measure_common(sample: bytes, encoding: str) -> float:
    """Return the share of the characters of two bytes that begin as the common ones do."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    leads = [raw[0] for raw in (char.encode(encoding) for char in text) if len(raw) > 1]
    common = [lead for lead in leads if any(lead in each for each in EAST_ASIAN[encoding])]
    if encoding == "euc_jp" and len(leads) < FEW and not any(lead in KANA for lead in leads):
        return 0.0
    return len(common) / max(1, len(leads))


def find_difference(raw: bytes, words: Sequence[bytes], readings: Sequence[Reading]) -> int:
    """Return the offset of the first byte that encodings read differently.

    It is in the first word that has the most different readings.
    """
    texts_of = list(zip(*(reading.words for reading in readings), strict=True))
    number = max(range(len(words)), key=lambda each: len(set(texts_of[each])))
    letters = zip(*texts_of[number], strict=True)
    return raw.find(words[number]) + next(
        (index for index, read in enumerate(letters) if len(set(read)) > 1), 0
    )

"""Decode the bytes of a file; what is neither marked nor UTF-8 is refused, with its encoding."""

from __future__ import annotations

import codecs
import re
import shlex
from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.errors import DataError, Problem, QuestionError, quote_value
from graph.formats.plain_file import CSV, FileKind

if TYPE_CHECKING:
    from graph.formats.encoding_candidates import Reading

BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",  # before UTF-16, whose mark it begins with
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
NOT_TEXT = {
    b"PK\x03\x04": "a spreadsheet or a zip archive",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook",
    b"\x1f\x8b": "gzipped, but its name does not say so",
    b"%PDF": "a PDF",
    b"SQLite format 3\0": "a database",
}
WORKBOOKS = tuple(NOT_TEXT)[:2]
# Codecs of Python that are not encodings of files.
NOT_ENCODINGS = ("idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape")
LINE_SHOWN, SHOWN_BEFORE = 200, 60  # bytes of a line, and before the byte that is meant
MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
NOT_ASCII = bytes(range(128, 256))
MIXED = 4  # valid UTF-8 characters for each byte that is not, above which lines are mixed
SURER = 0.4  # mean cost of a word by which another encoding than the one asked for reads better
LATIN_1 = "iso8859-1"  # never advised: windows-1252 has all its letters
SAMPLE = 4096
UNMARKED = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
MARKUP = ",;\t\r\n#"
BREAK = "\r\n|\r|\n"


def resolve_encoding(name: str) -> str:
    """Return the standard name of an encoding.

    Raises
    ------
    QuestionError
        When there is no such encoding, with the nearest.

    Examples
    --------
    >>> resolve_encoding("windows-1251")
    'cp1251'
    >>> resolve_encoding("utf9")
    Traceback (most recent call last):
    ...
    graph.errors.QuestionError: encoding: 'utf9' is not an encoding. Did you mean 'utf-8'?
    """
    try:
        encoding = codecs.lookup(name).name
        " ".encode(encoding)
    except (LookupError, ValueError):
        encoding = ""
    if not encoding or encoding.replace("_", "-") in NOT_ENCODINGS:
        raise _make_unknown_error(name[:100])
    return encoding


def _make_unknown_error(name: str) -> QuestionError:
    from graph.formats.encoding_candidates import LIKELY_ENCODINGS
    from graph.names import suggest

    hint = suggest.suggest_word(name, ("utf-8", "utf-16", *map(_format_encoding, LIKELY_ENCODINGS)))
    what = f"{name!r} is not an encoding. {hint or 'Give one such as windows-1251.'}"
    return QuestionError("encoding", what)


def has_mark(raw: bytes) -> bool:
    """Return whether bytes begin with a byte order mark or the signature of a binary format.

    Examples
    --------
    >>> has_mark("Łódź".encode("utf-16")), has_mark(b"id,name")
    (True, False)
    """
    return raw.startswith((*BYTE_ORDER_MARKS, *NOT_TEXT))


def decode(
    raw: bytes, name: str, encoding: str | None = None, file_kind: FileKind = CSV
) -> tuple[str, list[Problem]]:
    """Decode the bytes of a file, and return the text and the warnings.

    A byte order mark (UTF-8, UTF-16) decides; without one it is `encoding`, else UTF-8. The mark
    is not part of the text.

    Parameters
    ----------
    raw
        All bytes of the file.
    name
        The name that problems use.
    encoding
        The encoding of a file without a mark.
    file_kind
        What kind of file it should be, for the messages.

    Raises
    ------
    DataError
        When the bytes are not text, or in another encoding, which is named.
    QuestionError
        When there is no such encoding.

    Examples
    --------
    >>> decode("Łódź".encode("utf-16"), "actors.csv")[0]
    'Łódź'
    >>> decode("Łódź".encode("cp1250"), "actors.csv", "windows-1250")[0]
    'Łódź'
    """
    asked = None if encoding is None else resolve_encoding(encoding)
    for mark, marked in BYTE_ORDER_MARKS.items():
        if raw.startswith(mark):
            return _decode_marked(raw[len(mark) :], name, marked, file_kind)
    _refuse_binary(raw, name, file_kind)
    if asked is None:
        _refuse_unmarked_utf_16(raw, name, file_kind)
        return _decode_strictly(raw, name, "utf-8", file_kind), []
    return _decode_as_asked(raw, name, asked, file_kind)


def _decode_marked(
    raw: bytes, name: str, encoding: str, file_kind: FileKind
) -> tuple[str, list[Problem]]:
    if encoding.startswith("utf-32"):
        raise _make_error(name, "is UTF-32.", f"{file_kind.save_as}.")
    return _decode_strictly(raw, name, encoding, file_kind), []


def _refuse_binary(raw: bytes, name: str, file_kind: FileKind) -> None:
    for start, kind in NOT_TEXT.items():
        if raw.startswith(start):
            remedy = f"{file_kind.save_as}."
            if file_kind is CSV and start in WORKBOOKS:
                command = f"explore import {shlex.quote(name)} -o DIR"
                remedy = f"{file_kind.save_as}, or make CSV files of it: {command}"
            elif file_kind is CSV and "gzip" in kind:
                remedy = f"Name it {name}.gz."
            raise _make_error(name, f"is {kind}, not a {file_kind.noun}.", remedy)


def _refuse_unmarked_utf_16(raw: bytes, name: str, file_kind: FileKind) -> None:
    """Refuse UTF-16 and UTF-32 without a mark: delimiters and line breaks have zero bytes."""
    sample = raw[:SAMPLE]
    for encoding in UNMARKED if b"\0" in sample else ():
        width = int(encoding[4:6]) // 8
        units = [sample[start : start + width] for start in range(0, len(sample), width)]
        found = sum(map(units.count, (character.encode(encoding) for character in MARKUP)))
        if found > 1 and 2 * found >= sum(map(sample.count, MARKUP.encode())):
            what = f"is {encoding[:6].upper()} without a byte order mark."
            remedy = f"{file_kind.save_as}, or read it with --encoding {encoding}."
            raise _make_error(name, what, remedy)


def _decode_strictly(raw: bytes, name: str, encoding: str, file_kind: FileKind) -> str:
    try:
        return str(raw, encoding)
    except UnicodeDecodeError as error:
        raise _make_wrong_byte_error(raw, name, encoding, error.start, file_kind) from None


def _make_wrong_byte_error(
    raw: bytes, name: str, encoding: str, offset: int, file_kind: FileKind
) -> DataError:
    from graph.formats.encoding_candidates import (
        collect_words,
        detect_encodings,
        find_difference,
    )

    readings: list[Reading] = []
    if encoding == "utf-8":
        if _is_mixed(raw):
            return _make_mixed_error(raw, name, offset)
        readings = detect_encodings(raw)
    if len(readings) > 1:  # show a line in which they differ
        offset = find_difference(raw, collect_words(raw), readings)
    what = f"byte 0x{raw[offset]:02x} is not {_format_encoding(encoding)}"
    remedy = file_kind.save_as
    if readings:
        what += f"; {_describe_readings(raw, offset, readings)}"
        remedy += f", {_advise_encodings(readings)}"
    line = _count_line(raw, offset, encoding)
    return DataError([Problem(name, line, "", f"{what}.", f"{remedy}.", rule="encoding")])


def _describe_readings(raw: bytes, offset: int, readings: Sequence[Reading]) -> str:
    """Return how each encoding reads the line that a byte is in."""
    names = [_format_encoding(reading.encoding) for reading in readings]
    lines = [quote_value(_decode_line(raw, offset, each.encoding)) for each in readings]
    first, *others = zip(names, lines, strict=True)
    parts = [f"in {first[0]} this line would read {first[1]}"]
    return ", ".join([*parts, *(f"in {name} {line}" for name, line in others)])


def _advise_encodings(readings: Sequence[Reading]) -> str:
    """Return which encodings to try."""
    *names, last = (_format_encoding(reading.encoding) for reading in readings)
    if not names:
        return f"or, if that line is right, read it with --encoding {last}"
    options = f"{', '.join(names)} or {last}"
    return (
        f"or read it with --encoding {options}, whichever reads right. "
        "If none does, ask the author of the file for its encoding"
    )


def _count_line(raw: bytes, offset: int, encoding: str) -> int:
    return len(re.findall(BREAK, raw[:offset].decode(encoding, errors="replace"))) + 1


def _is_mixed(raw: bytes) -> bool:
    """Return whether most characters that are not ASCII are valid UTF-8, which is no chance."""
    rest, count = MULTIBYTE.subn(b"", raw)
    return count > MIXED * (len(rest) - len(rest.translate(None, NOT_ASCII)))


def _make_mixed_error(raw: bytes, name: str, offset: int) -> DataError:
    """Return the error of a file whose other lines are UTF-8, so that no encoding reads it."""
    from graph.formats.encoding_candidates import detect_encodings

    start, end = _find_line(raw, offset)
    readings = detect_encodings(raw[start:end])
    what = f"byte 0x{raw[offset]:02x} is not UTF-8, but other lines are"
    if readings:
        encoding = readings[0].encoding
        shown = quote_value(_decode_line(raw, offset, encoding))
        what += f"; in {_format_encoding(encoding)} this line would read {shown}"
    remedy = "Write this line in UTF-8, too: no encoding reads both."
    line = _count_line(raw, offset, "utf-8")
    return DataError([Problem(name, line, "", f"{what}.", remedy, rule="encoding")])


def _find_line(raw: bytes, offset: int) -> tuple[int, int]:
    """Return where the line begins and ends that a byte is in."""
    start = max(raw.rfind(end, 0, offset) for end in (b"\n", b"\r")) + 1
    ends = [end for end in (raw.find(b"\n", offset), raw.find(b"\r", offset)) if end >= 0]
    return start, min(ends, default=len(raw))


def _decode_line(raw: bytes, offset: int, encoding: str) -> str:
    """Decode the line that a byte is in, or the part of a long one, by a superset of ASCII."""
    start, end = _find_line(raw, offset)
    if end - start <= LINE_SHOWN // 2:
        return raw[start:end].decode(encoding, errors="replace")
    start = max(start, raw.rfind(b",", start, max(start, offset - 1)) + 1, offset - SHOWN_BEFORE)
    return raw[start : min(end, start + LINE_SHOWN // 2)].decode(encoding, errors="replace")


def _decode_as_asked(
    raw: bytes, name: str, encoding: str, file_kind: FileKind
) -> tuple[str, list[Problem]]:
    """Decode as asked, unless the bytes are UTF-8: text in another encoding never is by chance."""
    if encoding == "utf-8" or raw.isascii():
        return _decode_strictly(raw, name, encoding, file_kind), []
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = _decode_strictly(raw, name, encoding, file_kind)
        return text, _warn_of_better_reading(raw, name, encoding)
    what = f"is UTF-8. It is read as UTF-8, not as {_format_encoding(encoding)}."
    remedy = "Check its names. Without --encoding all files are read as UTF-8."
    return text, [Problem(name, None, "", what, remedy, "warning", rule="encoding")]


def _warn_of_better_reading(raw: bytes, name: str, asked: str) -> list[Problem]:
    """Warn if another encoding reads the words of a file clearly better than the one asked for."""
    from graph.formats.encoding_candidates import (
        SINGLE_BYTE,
        collect_words,
        find_difference,
        find_readings,
        measure_encoding,
    )

    words = collect_words(raw) if asked in (*SINGLE_BYTE, LATIN_1) else []
    read = measure_encoding(words, asked)
    if not words or not read:
        return []
    best = find_readings(words)[0]
    if best.cost + SURER > read.cost:
        return []
    offset = find_difference(raw, words, (best, read))
    encodings = (asked, best.encoding)
    shown, better = (quote_value(_decode_line(raw, offset, each)) for each in encodings)
    what = f"in {_format_encoding(asked)} this line reads {shown}."
    remedy = f"In {_format_encoding(best.encoding)} it would read {better}. Is that right?"
    line = _count_line(raw, offset, asked)
    return [Problem(name, line, "", what, remedy, "warning", rule="encoding")]


def _format_encoding(encoding: str) -> str:
    """Return the common name of an encoding, which Python understands, too."""
    shown = re.sub(r"^cp(125[0-8])$", r"windows-\1", encoding)
    return {"utf-8": "UTF-8"}.get(shown, shown.replace("_", "-"))


def _make_error(name: str, what: str, remedy: str) -> DataError:
    return DataError([Problem(name, None, "", what, remedy, rule="encoding")])

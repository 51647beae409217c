"""Decode the bytes of a file; what is neither marked nor UTF-8 is refused, with its encoding."""

from __future__ import annotations

import codecs
import re

from graph.errors import DataError, Problem, QuestionError, quote_value
from graph.formats.plain_file import CSV, FileKind

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
# What spreadsheets and editors write, by region; among hundreds detection would be unreliable.
LIKELY_ENCODINGS = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r",
    "cp866", "mac_roman", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr",
)  # fmt: skip
# Codecs of Python that are not encodings of files.
NOT_ENCODINGS = ("idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape")
SAMPLE = 1 << 16
LINE_SHOWN = 200  # bytes
LINE = rb"[^\r\n]*[\x80-\xff][^\r\n]*[\r\n]*"
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
            named = "gzip" in kind and file_kind is CSV
            remedy = f"Name it {name}.gz." if named else f"{file_kind.save_as}."
            raise _make_error(name, f"is {kind}, not a {file_kind.noun}.", remedy)


def _refuse_unmarked_utf_16(raw: bytes, name: str, file_kind: FileKind) -> None:
    """Refuse UTF-16 without a mark, by the zero bytes of two Latin letters at its start."""
    for encoding, odd in (("utf-16-le", raw[1:4:2]), ("utf-16-be", raw[0:4:2])):
        if odd == b"\0\0" and len(raw) % 2 == 0:
            what = "is UTF-16 without a byte order mark."
            raise _make_error(
                name, what, f"{file_kind.save_as}, or read it with --encoding {encoding}."
            )


def _decode_strictly(raw: bytes, name: str, encoding: str, file_kind: FileKind) -> str:
    try:
        return str(raw, encoding)
    except UnicodeDecodeError as error:
        raise _make_wrong_byte_error(raw, name, encoding, error.start, file_kind) from None


def _make_wrong_byte_error(
    raw: bytes, name: str, encoding: str, offset: int, file_kind: FileKind
) -> DataError:
    line = len(re.findall(BREAK, raw[:offset].decode(encoding, errors="replace"))) + 1
    what, remedy = (
        f"byte 0x{raw[offset]:02x} is not {_format_encoding(encoding)}",
        file_kind.save_as,
    )
    detected = detect_encoding(raw) if encoding == "utf-8" else None
    if detected:
        decoded_line = quote_value(_decode_line(raw, offset, detected))
        what += f"; in {detected} this line would read {decoded_line}"
        remedy += f", or, if that line is right, read it with --encoding {detected}"
    return DataError([Problem(name, line, "", f"{what}.", f"{remedy}.", rule="encoding")])


def _decode_line(raw: bytes, offset: int, encoding: str) -> str:
    """Decode the line that a byte is in, by an encoding that contains ASCII."""
    start = max(raw.rfind(end, 0, offset) for end in (b"\n", b"\r")) + 1
    line = re.split(b"[\r\n]", raw[start : offset + LINE_SHOWN], maxsplit=1)[0]
    return line.decode(encoding, errors="replace")


def _decode_as_asked(
    raw: bytes, name: str, encoding: str, file_kind: FileKind
) -> tuple[str, list[Problem]]:
    """Decode as asked, unless the bytes are UTF-8: text in another encoding never is by chance."""
    if encoding == "utf-8" or raw.isascii():
        return _decode_strictly(raw, name, encoding, file_kind), []
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_strictly(raw, name, encoding, file_kind), []
    what = f"is UTF-8. It is read as UTF-8, not as {_format_encoding(encoding)}."
    remedy = "Check its names. Without --encoding all files are read as UTF-8."
    return text, [Problem(name, None, "", what, remedy, "warning", rule="encoding")]


def detect_encoding(raw: bytes) -> str | None:
    """Detect the encoding of bytes; None if none of the likely ones fits.

    Examples
    --------
    >>> detect_encoding("Лукашенко, Путин, Тихановская, Калиновский".encode("cp1251"))
    'windows-1251'
    """
    from charset_normalizer import from_bytes

    sample = bytearray()
    for line in re.finditer(LINE, raw):
        sample += line[0]
        if len(sample) > SAMPLE:
            break
    best = from_bytes(bytes(sample[:SAMPLE]), cp_isolation=list(LIKELY_ENCODINGS)).best()
    matching = () if best is None else (best.encoding, *best.could_be_from_charset)
    return next(
        (_format_encoding(encoding) for encoding in LIKELY_ENCODINGS if encoding in matching), None
    )


def _format_encoding(encoding: str) -> str:
    """Return the common name of an encoding, which Python understands, too."""
    shown = re.sub(r"^cp(125[0-8])$", r"windows-\1", encoding)
    return {"utf-8": "UTF-8"}.get(shown, shown.replace("_", "-"))


def _make_error(name: str, what: str, remedy: str) -> DataError:
    return DataError([Problem(name, None, "", what, remedy, rule="encoding")])

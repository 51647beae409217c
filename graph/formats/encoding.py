"""From bytes to text: what is marked or UTF-8 is read, anything else is refused by name."""

from __future__ import annotations

import codecs
import re

from graph.errors import DataError, Problem, QuestionError, quoted
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
    b"\x1f\x8b": "gzipped, which its name does not say",
    b"%PDF": "a PDF",
    b"SQLite format 3\0": "a database",
}
# What spreadsheets and editors write, by region; a guess among hundreds would be a guess.
LIKELY_ENCODINGS = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r",
    "cp866", "mac_roman", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr",
)  # fmt: skip
# Codecs of Python that are no encodings of files.
NOT_ENCODINGS = ("idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape")
SAMPLE = 1 << 16
LINE_SHOWN = 200  # bytes
LINE = rb"[^\r\n]*[\x80-\xff][^\r\n]*[\r\n]*"
BREAK = "\r\n|\r|\n"


def resolve_encoding(name: str) -> str:
    """Return an encoding's own name.

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
    graph.errors.QuestionError: encoding: 'utf9' is no encoding. Did you mean 'utf-8'?
    """
    try:
        found = codecs.lookup(name).name
        " ".encode(found)
    except (LookupError, ValueError):
        found = ""
    if not found or found.replace("_", "-") in NOT_ENCODINGS:
        raise _make_unknown_error(name[:100])
    return found


def _make_unknown_error(name: str) -> QuestionError:
    from graph.names import suggest

    hint = suggest.suggest_word(name, ("utf-8", "utf-16", *map(_format_encoding, LIKELY_ENCODINGS)))
    what = f"{name!r} is no encoding. {hint or 'Give one such as windows-1251.'}"
    return QuestionError("encoding", what)


def has_mark(raw: bytes) -> bool:
    """Tell whether bytes begin with what marks an encoding, or what is no text.

    Examples
    --------
    >>> has_mark("Łódź".encode("utf-16")), has_mark(b"id,name")
    (True, False)
    """
    return raw.startswith((*BYTE_ORDER_MARKS, *NOT_TEXT))


def decode(
    raw: bytes, name: str, encoding: str | None = None, form: FileKind = CSV
) -> tuple[str, list[Problem]]:
    """Return the text of a file's bytes, without byte order mark, and what is doubtful about it.

    A byte order mark (UTF-8, UTF-16) says how the file is to be read; else it is `encoding`,
    else UTF-8.

    Parameters
    ----------
    raw
        All bytes of the file.
    name
        What problems call it.
    encoding
        How to read what has no mark.
    form
        What the file is to be.

    Raises
    ------
    DataError
        When the bytes are no text, or another encoding's, which it names.
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
            return _decode_marked(raw[len(mark) :], name, marked, form)
    _refuse_binary(raw, name, form)
    if asked is None:
        _refuse_unmarked_utf_16(raw, name, form)
        return _decode_strictly(raw, name, "utf-8", form), []
    return _decode_as_asked(raw, name, asked, form)


def _decode_marked(
    raw: bytes, name: str, encoding: str, form: FileKind
) -> tuple[str, list[Problem]]:
    if encoding.startswith("utf-32"):
        raise _make_error(name, "is UTF-32.", f"{form.save_as}.")
    return _decode_strictly(raw, name, encoding, form), []


def _refuse_binary(raw: bytes, name: str, form: FileKind) -> None:
    for start, kind in NOT_TEXT.items():
        if raw.startswith(start):
            named = "gzip" in kind and form is CSV
            remedy = f"Name it {name}.gz." if named else f"{form.save_as}."
            raise _make_error(name, f"is {kind}, not a {form.noun}.", remedy)


def _refuse_unmarked_utf_16(raw: bytes, name: str, form: FileKind) -> None:
    """Refuse text with two Latin letters of UTF-16 at its start, and no mark."""
    for encoding, odd in (("utf-16-le", raw[1:4:2]), ("utf-16-be", raw[0:4:2])):
        if odd == b"\0\0" and len(raw) % 2 == 0:
            what = "is UTF-16 without a byte order mark."
            raise _make_error(name, what, f"{form.save_as}, or read it with --encoding {encoding}.")


def _decode_strictly(raw: bytes, name: str, encoding: str, form: FileKind) -> str:
    try:
        return str(raw, encoding)
    except UnicodeDecodeError as error:
        raise _make_wrong_byte_error(raw, name, encoding, error.start, form) from None


def _make_wrong_byte_error(
    raw: bytes, name: str, encoding: str, place: int, form: FileKind
) -> DataError:
    line = len(re.findall(BREAK, raw[:place].decode(encoding, errors="replace"))) + 1
    what, remedy = f"byte 0x{raw[place]:02x} is not {_format_encoding(encoding)}", form.save_as
    found = detect_encoding(raw) if encoding == "utf-8" else None
    if found:
        what += f"; in {found} its line would read {quoted(_decode_line(raw, place, found))}"
        remedy += f", or, if that is right, read it with --encoding {found}"
    return DataError([Problem(name, line, "", f"{what}.", f"{remedy}.", rule="encoding")])


def _decode_line(raw: bytes, place: int, encoding: str) -> str:
    """Return the line of a byte in an encoding that keeps ASCII, as far as it can be read."""
    start = max(raw.rfind(end, 0, place) for end in (b"\n", b"\r")) + 1
    line = re.split(b"[\r\n]", raw[start : place + LINE_SHOWN], maxsplit=1)[0]
    return line.decode(encoding, errors="replace")


def _decode_as_asked(
    raw: bytes, name: str, encoding: str, form: FileKind
) -> tuple[str, list[Problem]]:
    """Read a file as asked, unless its letters are UTF-8, which no other text is by chance."""
    if encoding == "utf-8" or raw.isascii():
        return _decode_strictly(raw, name, encoding, form), []
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_strictly(raw, name, encoding, form), []
    what = f"is UTF-8, and is read as such, not as {_format_encoding(encoding)}."
    remedy = "Look at its names; without --encoding all files are read as UTF-8."
    return text, [Problem(name, None, "", what, remedy, "warning", rule="encoding")]


def detect_encoding(raw: bytes) -> str | None:
    """Return the name of the encoding that bytes look like; None when none does.

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
    alike = () if best is None else (best.encoding, *best.could_be_from_charset)
    return next(
        (_format_encoding(encoding) for encoding in LIKELY_ENCODINGS if encoding in alike), None
    )


def _format_encoding(encoding: str) -> str:
    """Return an encoding's name as people know it, which Python understands as well."""
    shown = re.sub(r"^cp(125[0-8])$", r"windows-\1", encoding)
    return {"utf-8": "UTF-8"}.get(shown, shown.replace("_", "-"))


def _make_error(name: str, what: str, remedy: str) -> DataError:
    return DataError([Problem(name, None, "", what, remedy, rule="encoding")])

"""Parse JSON of a stranger: errors are sentences, depth is bounded."""

from __future__ import annotations

import json
from typing import Any

from graph.data.limits import Limits
from graph.errors import DataError, Problem
from graph.formats.encoding import decode
from graph.formats.plain_file import FileKind

JSON = FileKind("JSON file", "Save the file as UTF-8")
MOST_DIGITS = 300


def decode_text(raw: bytes, name: str, file_kind: FileKind = JSON) -> str:
    """Return the text of a file.

    Raises
    ------
    DataError
        When it is in no encoding that is known.
    """
    text, problems = decode(raw, name, None, file_kind)
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        raise DataError(errors)
    return text


def parse_json(raw: bytes, name: str, limits: Limits) -> Any:  # noqa: ANN401, ARG001 - any JSON
    """Return what a JSON file says.

    Raises
    ------
    DataError
        When it is not JSON, or nested too deeply.
    """
    return parse_json_text(decode_text(raw, name), name)


def parse_json_text(text: str, name: str, line: int | None = None) -> Any:  # noqa: ANN401 - any JSON
    """Return what a JSON text says.

    Examples
    --------
    >>> parse_json_text("[1", "a.json")
    Traceback (most recent call last):
    ...
    graph.errors.DataError: a.json:1: is not valid JSON: expecting ',' delimiter. ...
    """
    try:
        document = json.loads(text, parse_int=_parse_whole_number)
    except json.JSONDecodeError as error:
        line = line or error.lineno
        what = f"is not valid JSON: {error.msg[:1].lower()}{error.msg[1:]}."
    except RecursionError:
        what = "is nested too deeply."
    else:
        refuse_surrogates(text, document, name)
        return document
    remedy = "Save it again in the program that wrote it."
    raise DataError([Problem(name, line, "", what, remedy, rule="no-json")])


def refuse_surrogates(text: str, document: object, name: str) -> None:
    r"""Refuse a document with half a character, which no file can hold.

    Raises
    ------
    DataError
        When there is one.

    Examples
    --------
    >>> refuse_surrogates(r'"\ud83d\ude00"', "😀", "a.json")
    """
    if "\\ud" not in text.lower():
        return
    try:
        json.dumps(document, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        what, remedy = "has half a character, such as \\ud83d alone.", "Correct or remove it."
        raise DataError([Problem(name, None, "", what, remedy, rule="no-json")]) from None


def _parse_whole_number(digits: str) -> int | str:
    """Return a whole number; one with more digits than anything has stays text."""
    return int(digits) if len(digits) <= MOST_DIGITS else digits

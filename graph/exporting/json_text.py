"""Rows as JSON, in UTF-8, the same bytes on every run."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def format_json(document: Mapping[str, Any]) -> bytes:
    r"""Return a document as indented JSON.

    Examples
    --------
    >>> format_json({"name": "Łukaszenka"}).decode()
    '{\n "name": "Łukaszenka"\n}\n'
    """
    text = json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False)
    return f"{text}\n".encode()


def format_json_line(document: Mapping[str, Any]) -> str:
    """Return a document as JSON on one line.

    Examples
    --------
    >>> format_json_line({"a": 1})
    '{"a": 1}'
    """
    return json.dumps(document, ensure_ascii=False, allow_nan=False)

"""The foreign network files that are read: a format is a line of `FORMATS`.

Tables and workbooks are not among them; whatever no line knows is read as a table.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from graph.data.limits import Limits
from graph.formats.endings import get_ending
from graph.importing.draft import Draft

HEAD = 4096
PAJEK = re.compile(r"(?i)(%[^\n]*\n\s*|\*network[^\n]*\n\s*)*\*vertices\b")
UCINET = re.compile(r"(?i)dl\b[\s,]+(n|nr|nc|nm|format|title|labels?)\b")

Read = Callable[[bytes, str, Limits], Draft]
"""A reader: from the bytes of a file, its name for messages, and the limits, to a draft.

It raises a `DataError` when the bytes are not what they seem."""


class Format(NamedTuple):
    """A format of network files.

    Parameters
    ----------
    name
        What it is called in the report.
    endings
        The endings of file names, in small letters with their dots.
    reader
        The module and the function that read it, as ``graph.importing.gexf:read_gexf``.
    is_like
        Whether the first bytes of a file (`HEAD` of them) are of this format. It decides where
        the ending says nothing, or belongs to several formats.
    """

    name: str
    endings: tuple[str, ...]
    reader: str
    is_like: Callable[[bytes], bool]

    def load_reader(self) -> Read:
        """Import the reader."""
        module, _, function = self.reader.partition(":")
        reader: Read = getattr(import_module(module), function)
        return reader


def _decode_head(head: bytes) -> str:
    """Return the beginning of a file as text; letters that are not ASCII do not matter."""
    wide = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(head[:2], "")
    return head.decode(wide or "utf-8-sig", "replace").lstrip("\ufeff \t\r\n")


def _has_tag(head: bytes, tag: str) -> bool:
    text = _decode_head(head)
    return text.startswith("<") and tag in text  # a table may have the tag in a cell


def _is_gexf(head: bytes) -> bool:
    return _has_tag(head, "<gexf")


def _is_graphml(head: bytes) -> bool:
    return _has_tag(head, "<graphml")


def _is_json(head: bytes) -> bool:
    return _decode_head(head).startswith(("{", "["))


def _is_pajek(head: bytes) -> bool:
    return bool(PAJEK.match(_decode_head(head)))


def _is_ucinet(head: bytes) -> bool:
    return bool(UCINET.match(_decode_head(head)))


ROOM = "graph.importing.network_files"
JSON = Format(
    "JSON",
    (".json", ".jgf", ".cyjs", ".ftm", ".ijson", ".jsonl"),
    f"{ROOM}.json_networks:read_json_network",
    _is_json,
)
FORMATS: tuple[Format, ...] = (
    Format("GEXF", (".gexf",), f"{ROOM}.gexf:read_gexf", _is_gexf),
    Format("GraphML", (".graphml",), f"{ROOM}.graphml:read_graphml", _is_graphml),
    JSON,
    Format("Pajek", (".net", ".paj"), f"{ROOM}.pajek:read_pajek", _is_pajek),
    Format("UCINET DL", (".dl",), f"{ROOM}.ucinet:read_ucinet", _is_ucinet),
)


def find_format(raw: bytes, name: str) -> Format | None:
    """Return the format of a network file; None for what is read as a table.

    A format whose ending and content both fit comes first, then one whose content fits, then the
    only one with that ending.

    Examples
    --------
    >>> find_format(b"source,target", "relations.csv") is None
    True
    """
    ending, head = get_ending(name.removesuffix(".gz")), raw[:HEAD]
    alike = [each for each in FORMATS if each.is_like(head)]
    named = [each for each in FORMATS if ending in each.endings]
    both = [each for each in alike if each in named]
    return next(iter(both or alike or named), None)

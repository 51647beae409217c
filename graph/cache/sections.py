"""One file of named sections: numbers and texts that are mapped into memory, never loaded.

A magic word, the length of the header, the header's digest, the header as JSON, and the sections.
The header tells where each section is, and the digest of all of them together. There is nothing
in such a file that could run.
"""

from __future__ import annotations

import json
import mmap
import os
import sys
from array import array
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from itertools import accumulate
from pathlib import Path
from struct import Struct
from typing import Any, BinaryIO, Literal

from graph.cache.texts import Texts, packed
from graph.data.dictionary_column import as_memoryview

FORMAT = 1
MAGIC = b"actors\r\n"
START = Struct("<8sQ32s")
LARGEST_HEADER = 1 << 20
ALIGNED = 8
CHUNK = 1 << 22

Buffer = bytes | memoryview
Form = Literal["i", "q", "Q"]


def digest(*parts: Buffer) -> bytes:
    """Return the digest of parts one after the other."""
    made = blake2b(digest_size=32)
    for part in parts:
        made.update(part)
    return made.digest()


class Packing:
    """Sections on their way into a file."""

    def __init__(self) -> None:
        self._parts: dict[str, tuple[str, Buffer]] = {}

    def numbers(self, name: str, form: Form, values: Sequence[int]) -> None:
        """Add whole numbers: ``i`` has 32 bits, ``q`` 64, and ``Q`` 64 without a sign."""
        import numpy as np

        made = np.ascontiguousarray(np.asarray(values, np.dtype(form)))
        self._parts[name] = form, as_memoryview(made.view(np.uint8))

    def texts(self, name: str, values: Sequence[str]) -> None:
        """Add texts."""
        first, data = packed(values)
        self.numbers(f"{name}/first", "q", first)
        self._parts[f"{name}/data"] = "B", data

    def data(self, name: str, value: Any) -> None:  # noqa: ANN401 - whatever JSON can tell
        """Add what JSON can tell."""
        self._parts[name] = "B", json.dumps(value, separators=(",", ":")).encode()

    def laid_out(self, version: str) -> tuple[bytes, list[Buffer]]:
        """Return the digest of the header, and what the file is made of."""
        padded = [
            part for _, each in self._parts.values() for part in (each, bytes(-len(each) % ALIGNED))
        ]
        sizes = [len(each) + -len(each) % ALIGNED for _, each in self._parts.values()]
        places = accumulate(sizes, initial=0)
        header = {
            "format": FORMAT,
            "version": version,
            "order": sys.byteorder,
            "content": digest(*padded).hex(),
            "size": sum(sizes),
            "sections": {
                name: [form, place, len(each)]
                for (name, (form, each)), place in zip(self._parts.items(), places, strict=False)
            },
        }
        told = json.dumps(header, separators=(",", ":")).encode()
        told += b" " * (-(START.size + len(told)) % ALIGNED)
        key = digest(told)
        return key, [START.pack(MAGIC, len(told), key), told, *padded]


@dataclass(frozen=True)
class Sections:
    """The sections of a file, mapped into memory.

    Parameters
    ----------
    key
        The digest of the header, which tells the digest of the rest.
    """

    key: bytes
    _content: str
    _places: Mapping[str, Sequence[Any]]
    _body: memoryview[int]

    def numbers(self, name: str, form: Form) -> memoryview[int]:
        """Return a section of whole numbers."""
        view = self._view(name, form)
        if not view:  # nothing cannot be cast
            return memoryview(array("i"))
        numbers: memoryview[int] = view.cast(form)
        return numbers

    def texts(self, name: str) -> Texts:
        """Return a section of texts."""
        return Texts(self.numbers(f"{name}/first", "q"), self._view(f"{name}/data", "B"))

    def data(self, name: str) -> Any:  # noqa: ANN401 - whatever JSON can tell
        """Return a section of what JSON can tell."""
        return json.loads(bytes(self._view(name, "B")))

    def require_whole(self) -> None:
        """Read everything once.

        Raises
        ------
        ValueError
            When it is not what was written.
        """
        parts = (self._body[at : at + CHUNK] for at in range(0, len(self._body), CHUNK))
        if digest(*parts).hex() != self._content:
            raise ValueError("a section is damaged")

    def _view(self, name: str, form: str) -> memoryview[int]:
        kept, place, length = self._places[name]
        if kept != form or not 0 <= place <= place + length <= len(self._body):
            raise ValueError(f"the section {name} is not in its place")
        return self._body[place : place + length]


def opened(file: BinaryIO, version: str) -> Sections:
    """Map the sections of a file into memory.

    Raises
    ------
    ValueError
        When it is no such file, of another version or of another kind of machine, or cut short.
    """
    magic, length, key = START.unpack(file.read(START.size).ljust(START.size, b"\0"))
    if magic != MAGIC or length > LARGEST_HEADER:
        raise ValueError("no file of sections")
    told = file.read(length)
    if digest(told) != key:
        raise ValueError("the header is damaged")
    header = json.loads(told)
    if (header["format"], header["version"], header["order"]) != (FORMAT, version, sys.byteorder):
        raise ValueError("of another version")
    mapped = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    body = mapped[START.size + length :]
    if len(body) != header["size"]:
        raise ValueError("cut short")
    return Sections(key, header["content"], header["sections"], body)


def write(path: Path, parts: Sequence[Buffer]) -> None:
    """Write a file that only its owner can read, in place of any older one, whole or not at all."""
    beside = path.with_name(f".{path.name}.{os.urandom(4).hex()}.part")
    try:
        number = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(number, "wb") as file:  # noqa: PTH123 - a number, not a path
            file.writelines(parts)
            file.flush()
            os.fsync(number)
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise

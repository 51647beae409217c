"""Files of named sections: numbers and texts that are mapped into memory instead of read.

A file has a magic word, the length and the hash of the header, the header as JSON, and the
sections. The header has the offset of each section, and the hash of all of them. There is nothing
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

from graph.cache.texts import LazyTexts, pack_texts
from graph.data.dictionary_column import as_memoryview

FORMAT = 5
MAGIC = b"actors\r\n"
START = Struct("<8sQ32s")
LARGEST_HEADER = 1 << 20
ALIGNMENT = 8
CHUNK = 1 << 22

Buffer = bytes | memoryview
NumberFormat = Literal["i", "q", "Q"]


def hash_parts(*parts: Buffer) -> bytes:
    """Return the hash of parts one after the other."""
    digest = blake2b(digest_size=32)
    for part in parts:
        digest.update(part)
    return digest.digest()


class SectionWriter:
    """Collects the sections of a file."""

    def __init__(self) -> None:
        self._parts: dict[str, tuple[str, Buffer]] = {}

    def add_numbers(self, name: str, form: NumberFormat, values: Sequence[int]) -> None:
        """Add integers: ``i`` has 32 bits, ``q`` 64, and ``Q`` 64 without a sign."""
        import numpy as np

        numbers = np.ascontiguousarray(np.asarray(values, np.dtype(form)))
        self._parts[name] = form, as_memoryview(numbers.view(np.uint8))

    def add_texts(self, name: str, values: Sequence[str]) -> None:
        """Add texts."""
        offsets, data = pack_texts(values)
        self.add_numbers(f"{name}/first", "q", offsets)
        self._parts[f"{name}/data"] = "B", data

    def add_bytes(self, name: str, values: bytes) -> None:
        """Add numbers of 8 bits."""
        self._parts[name] = "B", values

    def add_json(self, name: str, value: Any) -> None:  # noqa: ANN401 - any JSON value
        """Add a value as JSON."""
        self._parts[name] = "B", json.dumps(value, separators=(",", ":")).encode()

    def lay_out(self, version: str) -> tuple[bytes, list[Buffer]]:
        """Return the hash of the header, and the parts of the file in order."""
        padded = [
            part
            for _, each in self._parts.values()
            for part in (each, bytes(-len(each) % ALIGNMENT))
        ]
        sizes = [len(each) + -len(each) % ALIGNMENT for _, each in self._parts.values()]
        offsets = accumulate(sizes, initial=0)
        header = {
            "format": FORMAT,
            "version": version,
            "order": sys.byteorder,
            "content": hash_parts(*padded).hex(),
            "size": sum(sizes),
            "sections": {
                name: [form, offset, len(each)]
                for (name, (form, each)), offset in zip(self._parts.items(), offsets, strict=False)
            },
        }
        text = json.dumps(header, separators=(",", ":")).encode()
        text += b" " * (-(START.size + len(text)) % ALIGNMENT)
        key = hash_parts(text)
        return key, [START.pack(MAGIC, len(text), key), text, *padded]


@dataclass(frozen=True)
class Sections:
    """The sections of a file, mapped into memory.

    Parameters
    ----------
    key
        The hash of the header, which contains the hash of the sections.
    """

    key: bytes
    _content_hash: str
    _layout: Mapping[str, Sequence[Any]]
    _body: memoryview[int]

    def read_numbers(self, name: str, form: NumberFormat) -> memoryview[int]:
        """Map a section of integers."""
        view = self._view(name, form)
        if not view:  # an empty view cannot be cast
            return memoryview(array("i"))
        numbers: memoryview[int] = view.cast(form)
        return numbers

    def read_texts(self, name: str) -> LazyTexts:
        """Map a section of texts."""
        return LazyTexts(self.read_numbers(f"{name}/first", "q"), self._view(f"{name}/data", "B"))

    def read_bytes(self, name: str) -> bytes:
        """Read a section of numbers of 8 bits."""
        return bytes(self._view(name, "B"))

    def read_json(self, name: str) -> Any:  # noqa: ANN401 - any JSON value
        """Read a section of JSON."""
        return json.loads(bytes(self._view(name, "B")))

    def verify_content(self) -> None:
        """Compare all sections with their hash.

        Raises
        ------
        ValueError
            When they differ from what was written.
        """
        parts = (self._body[at : at + CHUNK] for at in range(0, len(self._body), CHUNK))
        if hash_parts(*parts).hex() != self._content_hash:
            raise ValueError("a section is damaged")

    def _view(self, name: str, form: str) -> memoryview[int]:
        actual, offset, length = self._layout[name]
        if actual != form or not 0 <= offset <= offset + length <= len(self._body):
            raise ValueError(f"the section {name} is damaged")
        return self._body[offset : offset + length]


def open_sections(file: BinaryIO, version: str) -> Sections:
    """Map the sections of a file into memory.

    Raises
    ------
    ValueError
        When the file is not one of sections, is from another version or machine, or is damaged.
    """
    magic, length, key = START.unpack(file.read(START.size).ljust(START.size, b"\0"))
    if magic != MAGIC or length > LARGEST_HEADER:
        raise ValueError("not a file of sections")
    text = file.read(length)
    if hash_parts(text) != key:
        raise ValueError("the header is damaged")
    header = json.loads(text)
    if (header["format"], header["version"], header["order"]) != (FORMAT, version, sys.byteorder):
        raise ValueError("from another version")
    mapped = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    body = mapped[START.size + length :]
    if len(body) != header["size"]:
        raise ValueError("cut short")
    return Sections(key, header["content"], header["sections"], body)


def write_file(path: Path, parts: Sequence[Buffer]) -> None:
    """Write a file that only its owner can read, completely or not at all, over any older one."""
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}.part")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor, not a path
            file.writelines(parts)
            file.flush()
            os.fsync(descriptor)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise

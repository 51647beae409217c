"""A type of option for sizes: 4GiB, 250M, 1000000."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    IntegerType = click.ParamType[int]
else:
    IntegerType = click.ParamType  # generic at run time only from click 8.4 on

UNITS: Mapping[str, int] = {
    "": 1,
    "b": 1,
    "k": 10**3,
    "m": 10**6,
    "g": 10**9,
    "kb": 10**3,
    "mb": 10**6,
    "gb": 10**9,
    "kib": 1 << 10,
    "mib": 1 << 20,
    "gib": 1 << 30,
}
SIZE = re.compile(r"([0-9]{1,15})(?:\.([0-9]{1,3}))? ?([a-z]*)")


class Size(IntegerType):
    """A number of bytes, characters or cells, at least 1, with or without a unit."""

    name = "size"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Return a size as a number.

        Examples
        --------
        >>> [Size().convert(text, None, None) for text in ("1000", "1.5GiB", "2k")]
        [1000, 1610612736, 2000]
        """
        if isinstance(value, int):
            return value
        match = SIZE.fullmatch(str(value).strip().lower())
        if match is None or match[3] not in UNITS:
            self.fail(f"{value!r} is not a size. Give one such as 4GiB or 1000000.", param, ctx)
        size = int(float(f"{match[1]}.{match[2] or 0}") * UNITS[match[3]])
        if size < 1:
            self.fail(f"{value!r} is too small. Give 1 or more.", param, ctx)
        return size

"""What may be supposed of a network, by the names that `graph.what_if` has."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict


class WhatIfOptions(TypedDict, total=False):
    """The arguments of `graph.what_if`, but for the network."""

    without: str | Iterable[str]
    without_source: str | Iterable[str]
    add: str | Iterable[str]
    flip: str | Iterable[str]
    paths: Iterable[tuple[str, str]]
    measure: str
    seconds: float

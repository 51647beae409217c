"""Sources as numbers in the text and a numbered list below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.data.records import Reference, Source
from graph.text.safe import visible
from graph.text.urls import parse_web_address

# Raw in an address they end a link, in Markdown or where a terminal looks for one.
ENDING = frozenset("<>\"'`^{|}")


class Citations:
    """References in the order in which they were first cited, numbered from 1.

    Examples
    --------
    >>> cited = Citations()
    >>> cited.numbers([Source("b", title="Second"), "A letter"]), cited.numbers(["A letter"])
    ([1, 2], [2])
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._cited: list[Reference] = []

    def numbers(self, references: Iterable[Reference]) -> list[int]:
        """Return the references' numbers, giving new ones to those not cited before."""
        return list(dict.fromkeys(map(self._number, references)))

    def _number(self, reference: Reference) -> int:
        key = f"source {reference.id}" if isinstance(reference, Source) else f"text {reference}"
        if key not in self._numbers:
            self._cited.append(reference)
            self._numbers[key] = len(self._cited)
        return self._numbers[key]

    def __iter__(self) -> Iterator[tuple[int, Reference]]:
        return iter(enumerate(self._cited, 1))

    def __len__(self) -> int:
        return len(self._cited)


def citation(reference: Reference) -> str:
    """Return a reference in words, made visible, without its address."""
    return visible(reference.citation if isinstance(reference, Source) else reference)


def address(reference: Reference) -> str:
    """Return where a source can be read, if it says so and the address is a plain one.

    The first of its address and its copy's that `parse_web_address` accepts, and that can stand in
    a line of text without being cut.

    Examples
    --------
    >>> address(Source("a", url="https://example.org/a")), address(Source("b", url="javascript:x"))
    ('https://example.org/a', '')
    """
    if not isinstance(reference, Source):
        return ""
    addresses = (reference.url, reference.archive_url)
    return next((url for url in addresses if parse_web_address(url) and ENDING.isdisjoint(url)), "")


def reference_data(reference: Reference) -> Mapping[str, Any]:
    """Return a reference as data: a source's id (None for free text), its words, its address."""
    if isinstance(reference, Source):
        return {"source": reference.id, "text": reference.citation, "url": reference.url}
    return {"source": None, "text": reference, "url": ""}


def reference_cell(references: Iterable[Reference]) -> str:
    """Return references as a cell of relations.csv holds them: ids and texts between bars."""
    return "|".join(ref.id if isinstance(ref, Source) else ref for ref in references)

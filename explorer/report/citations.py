"""Numbered citations: numbers in the text, and a list of sources below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph import Source
from graph.data.records import Reference
from graph.text.safe import visible
from graph.text.urls import parse_web_address

# These characters end a link in Markdown and in terminals.
ENDING = frozenset("<>\"'`^{|}")


class Citations:
    """References numbered from 1, in the order in which they are first cited.

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
        """Return the numbers of references; new references get the next numbers."""
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


def format_citation(reference: Reference) -> str:
    """Return a reference in words, without its address, with invisible characters escaped."""
    return visible(reference.citation if isinstance(reference, Source) else reference)


def find_address(reference: Reference) -> str:
    """Return the web address of a source, or of its archived copy; empty without a safe one.

    An address is safe when `parse_web_address` accepts it and no character in it ends a link.

    Examples
    --------
    >>> find_address(Source("a", url="https://example.org/a"))
    'https://example.org/a'
    >>> find_address(Source("b", url="javascript:x"))
    ''
    """
    if not isinstance(reference, Source):
        return ""
    addresses = (reference.url, reference.archive_url)
    return next((url for url in addresses if parse_web_address(url) and ENDING.isdisjoint(url)), "")


def reference_to_dict(reference: Reference) -> Mapping[str, Any]:
    """Return a reference as data: the id of a source, or a free text; the other is None.

    Examples
    --------
    >>> reference_to_dict(Source("a")), reference_to_dict("A letter")
    ({'source': 'a', 'text': None}, {'source': None, 'text': 'A letter'})
    """
    if isinstance(reference, Source):
        return {"source": reference.id, "text": None}
    return {"source": None, "text": reference}


def sources_to_dicts(references: Iterable[Reference]) -> list[Mapping[str, Any]]:
    """Return the sources among references as data, each once: what rows cite by id.

    Examples
    --------
    >>> sources_to_dicts(["A letter", Source("a", url="https://example.org/a"), "A letter"])
    [{'source': 'a', 'citation': 'a.', 'url': 'https://example.org/a'}]
    """
    sources = {each.id: each for each in references if isinstance(each, Source)}
    return [
        {"source": each.id, "citation": each.citation, "url": each.url} for each in sources.values()
    ]


def format_reference_cell(references: Iterable[Reference]) -> str:
    """Return references as a cell of relations.csv: ids and texts, separated by bars."""
    return "|".join(ref.id if isinstance(ref, Source) else ref for ref in references)

"""Tell whether two rows are one source, one type or one claim, and give free ids."""

from __future__ import annotations

from collections.abc import Mapping

from graph.data.columns import PRIVATE
from graph.data.vocabulary import RelationType
from graph.names.folding import fold

CLAIM = ("source", "target", "type", "stance")


def list_source_marks(row: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Return what two rows of one source have in common: the address, or title, author and date.

    Examples
    --------
    >>> list_source_marks({"id": "a", "url": "https://example.org/a/"})
    [('https://example.org/a',)]
    """
    marks: list[tuple[str, ...]] = []
    if row.get("url"):
        marks.append((row["url"].rstrip("/"),))
    if row.get("title") and row.get("date"):
        marks.append((*fold(row["title"]), "", *fold(row.get("author", "")), row["date"]))
    return marks


def are_other_sources(one: Mapping[str, str], two: Mapping[str, str]) -> bool:
    """Return whether two rows with one id are two sources: titles and addresses differ."""
    titles = fold(one.get("title", "")), fold(two.get("title", ""))
    urls = one.get("url", "").rstrip("/"), two.get("url", "").rstrip("/")
    return all(titles) and titles[0] != titles[1] and (not all(urls) or urls[0] != urls[1])


def get_meaning(kind: RelationType) -> tuple[object, ...]:
    """Return what makes two types of one name the same."""
    return kind.sign, kind.mutual, kind.influence, kind.event


def list_words(row: Mapping[str, str], types: Mapping[str, RelationType]) -> tuple[object, ...]:
    """Return all that a relation says, but its id, its references and whether it is private."""
    ends = row["source"], row["target"]
    if types[row["type"]].mutual:
        ends = min(ends), max(ends)
    others = ("id", "reference", PRIVATE, *CLAIM[:2])
    rest = {name: cell for name, cell in row.items() if name not in others}
    defaults = {"stance": "asserts", "basis": "stated"}
    rest = {name: cell for name, cell in rest.items() if defaults.get(name) != cell}
    return (*ends, *sorted(rest.items()))


def are_one_claim(
    one: Mapping[str, str], two: Mapping[str, str], types: Mapping[str, RelationType]
) -> bool:
    """Return whether two rows with one id have the same ends, type and stance."""
    keys = []
    for row in (one, two):
        ends = row["source"], row["target"]
        if types[row["type"]].mutual:
            ends = min(ends), max(ends)
        keys.append((ends, row["type"], row.get("stance", "asserts")))
    return keys[0] == keys[1]


def make_free_id(wanted: str, taken: set[str], sign: str = "-") -> str:
    """Return an id that is not taken: the one that is wanted, or with a number behind it.

    Examples
    --------
    >>> make_free_id("a", {"a", "a-2"}), make_free_id("b", {"a"})
    ('a-3', 'b')
    """
    free, number = wanted, 1
    while free in taken:
        number += 1
        free = f"{wanted}{sign}{number}"
    return free

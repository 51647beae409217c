"""The document as plain tables: what the page shows where JavaScript is off."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Literal

from explorer.page.columns import Packed, unpack
from explorer.page.comparison import CHANGES
from graph.comparison.comparison import FieldChange
from graph.data import dates
from graph.data.records import Actor, Relation
from graph.data.vocabulary import RelationType
from graph.text.safe import visible
from graph.text.urls import parse_web_address

SHOWN = 2_000  # rows of a table; more would double the file

Row = dict[str, Any]


def tables(document: Mapping[str, Any]) -> Row:
    """Return the document's actors and relations as tables of visible text.

    Parameters
    ----------
    document
        As `explorer.page.document.document` makes it.

    Returns
    -------
    dict
        ``actors``, rows of name, kind, aliases, dates, description and sources; ``relations``,
        rows of note, sources and parts of a sentence, from the data and our own by turns; both in
        row order, `SHOWN` of each at most.
        ``versions`` tells whether there are two; then every row has a ``change`` in words.
        ``actors_left_out`` and ``relations_left_out`` count the rows that follow. Each source is
        a text and a url, the latter empty where there is none to follow safely.
    """
    network = document["network"]
    actors, relations = network["actors"], network["relations"]
    return {
        "actors": list(islice(_with_changes(_actors(network), document, "actors"), SHOWN)),
        "relations": list(islice(_with_changes(_relations(network), document, "relations"), SHOWN)),
        "versions": "comparison" in document,
        "actors_left_out": max(0, len(actors["id"]) - SHOWN),
        "relations_left_out": max(0, len(relations["id"]) - SHOWN),
    }


def _with_changes(rows: Iterator[Row], document: Mapping[str, Any], family: str) -> Iterator[Row]:
    """Return rows with how each changed, where there are two versions."""
    if "comparison" not in document:
        return rows
    told = document["comparison"][family]
    fields = dict(zip(told["changed"], told["fields"], strict=True))
    changes = unpack(told["changes"], len(document["network"][family]["id"]))

    def words(row: int, change: int) -> str:
        name = CHANGES[change]
        listed = [FieldChange(*each).sentence for each in fields.get(row, [])]
        return f"{name}: {'; '.join(listed)}" if listed else "" if name == "same" else name

    return (
        {**row, "change": visible(words(place, change))}
        for place, (row, change) in enumerate(zip(rows, changes, strict=True))
    )


def _columns(records: Mapping[str, Any], *names: str) -> Iterator[tuple[Any, ...]]:
    count = len(records["id"])
    return zip(*(unpack(records[name], count) for name in names), strict=True)


def _actors(network: Mapping[str, Any]) -> Iterator[Row]:
    kinds = [kind["label"] for kind in network["kinds"]]
    sources = _sources(network["sources"])
    names = ("name", "kind", "aliases", "start", "end", "description", "reference")
    for name, kind, aliases, start, end, text, references in _columns(network["actors"], *names):
        yield {
            "name": visible(name),
            "kind": visible(kinds[kind]),
            "aliases": visible(", ".join(aliases)),
            "dates": visible(dates.format_interval(start, end)),
            "description": visible(text),
            "sources": _references(references, sources),
        }


def _relations(network: Mapping[str, Any]) -> Iterator[Row]:
    names = ("source", "target", "type", "start", "end", "disputes", "note", "reference")
    actors = [Actor(row_id, name, "") for row_id, name in _columns(network["actors"], "id", "name")]
    types = [_relation_type(entry) for entry in network["types"]]
    sources = _sources(network["sources"])
    for source, target, kind, start, end, disputes, note, references in _columns(
        network["relations"], *names
    ):
        stance: Literal["asserts", "disputes"] = "disputes" if disputes else "asserts"
        ends = actors[source], actors[target]
        claim = Relation("", *ends, types[kind], start, end, stance=stance)
        yield {
            "parts": [visible(part) for part in claim.parts_from(claim.source)],
            "note": visible(note),
            "sources": _references(references, sources),
        }


def _relation_type(entry: Mapping[str, Any]) -> RelationType:
    return RelationType(
        entry["id"],
        entry["sign"],
        mutual=entry["mutual"],
        influence=entry["influence"],
        label=entry["label"],
        inverse=entry["inverse"],
    )


def _sources(sources: Mapping[str, Packed]) -> list[Row]:
    """Return every source as a citation with an address."""
    columns = (
        unpack(sources[name], len(sources["id"])) for name in ("citation", "url", "archive_url")
    )
    return [
        {
            "text": visible(citation),
            "url": parse_web_address(url) or parse_web_address(archive) or "",
        }
        for citation, url, archive in zip(*columns, strict=True)
    ]


def _references(references: Sequence[int | str], sources: Sequence[Row]) -> list[Row]:
    return [
        {"text": visible(reference), "url": parse_web_address(reference) or ""}
        if isinstance(reference, str)
        else sources[reference]
        for reference in references
    ]

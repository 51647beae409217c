"""Build the document as plain tables, which the page shows without JavaScript."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Literal
from unicodedata import bidirectional

from explorer.page.packed_columns import unpack
from graph import Actor, Relation, RelationType
from graph.comparison.row_changes import FieldChange
from graph.data import dates
from graph.data.spans import Reason, When
from graph.errors import shorten
from graph.saved.link_fields import CHANGES
from graph.text.safe import visible
from graph.text.urls import parse_web_address

SHOWN = 1_000  # rows of a table; more would take as long to open as the drawing
LONGEST_ADDRESS = 2_000  # characters of one that stands in many rows

FIRST_LEFTWARD = "\u0590"  # all letters that are written from right to left come later
LEFTWARD = frozenset({"R", "AL", "AN"})

Row = dict[str, Any]


def is_leftward(text: str) -> bool:
    """Return whether a text has letters or numerals that are written from right to left.

    It then has to be apart from what is around it, or it would turn the order of that, too.

    Examples
    --------
    >>> is_leftward("Łukašenka"), is_leftward("\u05e9\u05e8\u05d4")
    (False, True)
    """
    later = (char for char in text if char >= FIRST_LEFTWARD)
    return any(bidirectional(char) in LEFTWARD for char in later)


def build_tables(document: Mapping[str, Any]) -> Row:
    """Build tables of the document's actors and relations, with visible text.

    Parameters
    ----------
    document
        As `explorer.page.document.build_document` makes it.

    Returns
    -------
    dict
        ``actors``, rows of name, kind, aliases, dates, description, sources and own columns;
        ``relations``, rows of note, sources, own columns and parts of a sentence, in turns from the
        data and our own; both in row order, at most `SHOWN` of each. ``sources``, rows of text, url
        and own columns, has only sources with own columns. Own columns are lines of text.
        ``versions`` says whether there are two; then every row has a ``change`` in words.
        ``filled`` names of each table the columns that some row fills: an empty one is left out.
        ``actors_left_out`` and ``relations_left_out`` count the rows that follow. Each source is
        a text and a url, which is empty where there is no safe address.
    """
    network = document["network"]
    actors, relations = network["actors"], network["relations"]
    reasons = unpack(document.get("reasons", {"all": ""}), min(SHOWN, len(relations["id"])))
    people, sentences = _build_actor_rows(network), _build_relation_rows(network, reasons)
    tables = {
        "actors": list(islice(_add_changes(people, document, "actors"), SHOWN)),
        "relations": list(islice(_add_changes(sentences, document, "relations"), SHOWN)),
    }
    return {
        **tables,
        "filled": {table: _list_filled(rows) for table, rows in tables.items()},
        "sources": [each for each in _build_sources(network["sources"]) if each["own"]][:SHOWN],
        "versions": "comparison" in document,
        "actors_left_out": max(0, len(actors["id"]) - SHOWN),
        "relations_left_out": max(0, len(relations["id"]) - SHOWN),
    }


def _list_filled(rows: Iterable[Row]) -> set[str]:
    """List the columns that some row fills, the last one also with its own columns."""
    filled = {column for row in rows for column, cell in row.items() if cell}
    return filled | {"description", "note"} if "own" in filled else filled


def _add_changes(rows: Iterator[Row], document: Mapping[str, Any], family: str) -> Iterator[Row]:
    """Add to each row how it changed, where there are two versions."""
    if "comparison" not in document:
        return rows
    changed = document["comparison"][family]
    fields = dict(zip(changed["changed"], changed["fields"], strict=True))
    changes = unpack(changed["changes"], len(document["network"][family]["id"]))

    def describe_change(row: int, change: int) -> str:
        name = CHANGES[change]
        sentences = [FieldChange(*each).sentence for each in fields.get(row, [])]
        return f"{name}: {'; '.join(sentences)}" if sentences else "" if name == "same" else name

    return (
        {**row, "change": visible(describe_change(index, change))}
        for index, (row, change) in enumerate(zip(rows, changes, strict=True))
    )


def _unpack_columns(records: Mapping[str, Any], *names: str) -> Iterator[tuple[Any, ...]]:
    count = len(records["id"])
    return zip(*(unpack(records[name], count) for name in names), strict=True)


def _build_actor_rows(network: Mapping[str, Any]) -> Iterator[Row]:
    kinds = [kind["label"] for kind in network["kinds"]]
    sources = _build_sources(network["sources"])
    names = ("name", "kind", "aliases", "start", "end", "description", "reference")
    columns = _unpack_columns(network["actors"], *names)
    for (name, kind, aliases, start, end, text, references), own in zip(
        columns, _list_own_lines(network["actors"]), strict=True
    ):
        yield {
            "name": visible(name),
            "kind": visible(kinds[kind]),
            "aliases": visible(", ".join(aliases)),
            "dates": visible(dates.format_interval(start, end)),
            "description": visible(text),
            "sources": _resolve_references(references, sources),
            "own": own,
        }


def _build_relation_rows(network: Mapping[str, Any], reasons: Iterable[Reason]) -> Iterator[Row]:
    """Yield a row for each relation for which there is a reason why it may hold; empty if none."""
    names = (
        *("source", "target", "type", "start", "end"),
        *("disputes", "over", "planned", "claimant", "basis", "note", "reference"),
    )
    actors = [
        Actor(row_id, name, "") for row_id, name in _unpack_columns(network["actors"], "id", "name")
    ]
    types = [_parse_type(entry) for entry in network["types"]]
    sources = _build_sources(network["sources"])
    records = network["relations"]
    columns = _unpack_columns(records, *names)
    for cells, own, why in zip(columns, _list_own_lines(records), reasons, strict=False):
        cell = dict(zip(names, cells, strict=True))
        stance: Literal["asserts", "disputes"] = "disputes" if cell["disputes"] else "asserts"
        claimant = cell["claimant"]
        claim = Relation(
            "",
            actors[cell["source"]],
            actors[cell["target"]],
            types[cell["type"]],
            cell["start"],
            cell["end"],
            stance=stance,
            claimant=claimant if isinstance(claimant, str) else actors[claimant],
            basis=cell["basis"],
            over=bool(cell["over"]),
            planned=bool(cell["planned"]),
            when=When("may_hold", why) if why else None,
        )
        yield {
            "parts": [visible(part) for part in claim.parts_from(claim.source)],
            "note": visible(cell["note"]),
            "sources": _resolve_references(cell["reference"], sources),
            "own": own,
        }


def _list_own_lines(records: Mapping[str, Any]) -> Iterator[list[str]]:
    """Yield for each row the own columns that it fills, each as its name and its text."""
    count = len(records["id"])
    own = records.get("attributes") or {}
    columns = [unpack(column, count) for column in own.values()]
    for row in range(count):
        cells = zip(own, (column[row] for column in columns), strict=True)
        yield [visible(f"{shorten(name)}: {text}") for name, text in cells if text]


def _parse_type(entry: Mapping[str, Any]) -> RelationType:
    return RelationType(
        entry["id"],
        entry["sign"],
        mutual=entry["mutual"],
        influence=entry["influence"],
        label=entry["label"],
        inverse=entry["inverse"],
        event=entry["event"],
        past=entry["past"],
        past_inverse=entry["past_inverse"],
        present=entry["present"],
        present_inverse=entry["present_inverse"],
    )


def _build_sources(sources: Mapping[str, Any]) -> list[Row]:
    """Build the citation, the address and the own columns of every source."""
    columns = (
        unpack(sources[name], len(sources["id"])) for name in ("citation", "url", "archive_url")
    )
    return [
        {
            "text": visible(citation),
            "url": parse_web_address(url) or parse_web_address(archive) or "",
            "own": own,
        }
        for citation, url, archive, own in zip(*columns, _list_own_lines(sources), strict=True)
    ]


def _resolve_references(references: Sequence[int | str], sources: Sequence[Row]) -> list[Row]:
    return [
        {"text": visible(reference), "url": parse_web_address(reference) or ""}
        if isinstance(reference, str)
        else _shorten_source(sources[reference])
        for reference in references
    ]


def _shorten_source(source: Row) -> Row:
    """Return a source as it stands in the row of each relation that cites it."""
    url = source["url"]
    return {"text": shorten(source["text"]), "url": url if len(url) <= LONGEST_ADDRESS else ""}

"""FollowTheMoney entities, one JSON object a line, which Aleph and OpenSanctions' tools read.

An actor is an entity by its kind, a relation an entity between two others by its type, and every
reference that is not an address alone an Article. What the model has no property for is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import NamedTuple

from graph.data.counts import format_count
from graph.data.vocabulary import TYPES
from graph.exporting.exported_network import (
    Export,
    ExportedNetwork,
    Row,
    describe_unheld,
    list_values,
)
from graph.exporting.json_text import format_json_line

ENTITY_ID = re.compile("[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?")
DATE = re.compile(r"[12]\d{3}(-\d\d(-\d\d)?)?")
ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s]+", re.ASCII)

Properties = dict[str, list[str]]
Names = Mapping[str, str]

SCHEMA_OF_KIND: Names = {
    "person": "Person",
    "state": "PublicBody",
    "institution": "PublicBody",
    "organisation": "Organization",
    "armed_group": "Organization",
    "alliance": "Organization",
    "movement": "Organization",
    "place": "Address",
    "asset": "Asset",
}
KIND_OF_SCHEMA: Names = {
    "Person": "person",
    "PublicBody": "institution",
    "Organization": "organisation",
    "Company": "organisation",
    "Address": "place",
    "Asset": "asset",
    "LegalEntity": "",
}
LEGAL = frozenset({"Person", "PublicBody", "Organization", "Company", "LegalEntity"})
BODIES = frozenset({"PublicBody", "Organization", "Company"})
ASSETS = frozenset({"Company", "Asset"})
PEOPLE = frozenset({"Person"})
SPANS: Mapping[str, tuple[str, str]] = {
    "Person": ("birthDate", "deathDate"),
    **dict.fromkeys(LEGAL - PEOPLE, ("incorporationDate", "dissolutionDate")),
}


class Link(NamedTuple):
    """How a type of relation is written.

    Parameters
    ----------
    schema
        The schema.
    source, target
        The properties of the two ends.
    sources, targets
        The schemata that the ends may have.
    name
        The property of the type's name.
    """

    schema: str
    source: str
    target: str
    sources: frozenset[str]
    targets: frozenset[str]
    name: str = "role"


UNKNOWN = Link("UnknownLink", "subject", "object", frozenset(), frozenset())
LINKS: Mapping[str, Link] = {
    "owns": Link("Ownership", "owner", "asset", LEGAL, ASSETS),
    "leads": Link("Directorship", "director", "organization", LEGAL, BODIES),
    "member_of": Link("Membership", "member", "organization", LEGAL, BODIES),
    "employs": Link("Employment", "employer", "employee", BODIES, PEOPLE),
    "married_to": Link("Family", "person", "relative", PEOPLE, PEOPLE, "relationship"),
    "parent_of": Link("Family", "relative", "person", PEOPLE, PEOPLE, "relationship"),
    "knows": Link("Associate", "person", "associate", PEOPLE, PEOPLE, "relationship"),
    "represents": Link("Representation", "agent", "client", LEGAL, LEGAL),
    "paid": Link("Payment", "payer", "beneficiary", LEGAL, LEGAL, "purpose"),
    "donated_to": Link("Payment", "payer", "beneficiary", LEGAL, LEGAL, "purpose"),
    "funds": Link("Payment", "payer", "beneficiary", LEGAL, LEGAL, "purpose"),
}
MOST_NAMED = 5
LONG_TEXTS = ("description", "summary")  # the model has other texts on one line
UNHELD = {
    "actors": ("own",),
    "relations": ("weight", "confidence", "own"),
    "sources": ("archive_url", "via", "voice"),
}


def write_follow_the_money(exported: ExportedNetwork) -> Export:
    """Write a network as FollowTheMoney entities.

    A relation that is only disputed is left out: the model would read it as asserted.

    Examples
    --------
    >>> import graph
    >>> net = graph.load_example().only("borders")
    >>> write_follow_the_money(ExportedNetwork(net)).files[""].decode().count("UnknownLink")
    14
    """
    writer = _Writer(exported)
    lines = [format_json_line(entity) + "\n" for entity in writer.iter_entities()]
    notes = tuple(writer.iter_notes())
    return Export({"": "".join(lines).encode()}, notes, writer.disputed_count)


class _Writer:
    def __init__(self, exported: ExportedNetwork) -> None:
        self._exported = exported
        self._ids = make_entity_ids("actor", [str(row["id"]) for row in exported.actors])
        owned = {row["target"] for row in exported.relations if row["type"] == "owns"}
        self._schemata = {
            row["id"]: _choose_schema(row, is_owned=row["id"] in owned) for row in exported.actors
        }
        self._names = {row["id"]: str(row["name"]) for row in exported.actors}
        self._articles: dict[str, str] = {}
        self._lost_dates = 0
        self.disputed_count = 0

    def iter_entities(self) -> Iterator[dict[str, object]]:
        """Yield the actors, the relations and whatever they cite."""
        for row in self._exported.actors:
            yield self._describe_actor(row)
        for row in self._exported.relations:
            if row["stance"] == "disputes":
                self.disputed_count += 1
            else:
                yield self._describe_relation(row)
        sources = {str(row["id"]): row for row in self._exported.sources}
        for source in sources:
            self._name_article(source)
        for reference, entity in self._articles.items():
            yield self._describe_article(entity, sources.get(reference, {"title": reference}))

    def iter_notes(self) -> Iterator[str]:
        """Yield what could not be written."""
        for family, names in UNHELD.items():
            unheld = self._exported.name_unheld(family, names)
            yield from describe_unheld("FollowTheMoney", unheld, family)
        signed = [each.name for each in self._exported.types if TYPES.get(each.name) != each]
        if signed:
            named = ", ".join(signed[:MOST_NAMED]) + (" ..." if len(signed) > MOST_NAMED else "")
            yield f"FollowTheMoney holds the names of your own types without their signs: {named}."
        if self.disputed_count:
            count = format_count(self.disputed_count, "relation")
            yield f"{count} that a row disputes: left out, as FollowTheMoney would assert it."
        declared = {str(row["id"]) for row in self._exported.sources}
        if words := len(self._articles.keys() - declared):
            count = format_count(words, "reference")
            yield f"{count} in words alone: written as articles, which an import reads as sources."
        if self._lost_dates:
            count = format_count(self._lost_dates, "date")
            yield f"{count} that FollowTheMoney cannot hold, such as .. or ended: left out."

    def _describe_actor(self, row: Row) -> dict[str, object]:
        schema = self._schemata[row["id"]]
        properties: Properties = {
            "name": [str(row["name"])],
            "alias": list_values(row.get("aliases", "")),
            "description": [str(row.get("description", ""))],
            **self._cite(row),
        }
        if schema in LEGAL and KIND_OF_SCHEMA[schema] != row["kind"]:
            properties["classification"] = [str(row["kind"])]
        for name, cell in zip(SPANS.get(schema, ("", "")), ("start", "end"), strict=True):
            properties |= self._write_date(name, str(row.get(cell, "")))
        return _make_entity(self._ids[str(row["id"])], schema, properties)

    def _describe_relation(self, row: Row) -> dict[str, object]:
        link = self._choose_link(row)
        summary = self._describe_claim(row)
        properties: Properties = {
            link.source: [self._ids[str(row["source"])]],
            link.target: [self._ids[str(row["target"])]],
            link.name: [str(row["type"])],
            **self._write_date("startDate", str(row.get("start", ""))),
            **self._write_date("endDate", str(row.get("end", ""))),
            "description": [str(row.get("note", ""))],
            "summary": [summary],
            "recordId": [str(row["id"])],
            **self._cite(row),
        }
        return _make_entity(make_entity_id("relation", str(row["id"])), link.schema, properties)

    def _choose_link(self, row: Row) -> Link:
        """Return the schema of a relation whose ends may have it, else the most general one."""
        link = LINKS.get(str(row["type"]), UNKNOWN)
        source, target = (self._schemata[row[end]] for end in ("source", "target"))
        return link if source in link.sources and target in link.targets else UNKNOWN

    def _describe_claim(self, row: Row) -> str:
        """Return who says so, and on what basis; empty where it is stated by its sources alone."""
        claimant = str(row.get("claimant", ""))
        name = self._names.get(claimant, claimant)
        basis = "" if row["basis"] == "stated" else str(row["basis"])
        if basis and name:
            return f"{basis} by {name}"
        return basis or (f"according to {name}" if name else "")

    def _write_date(self, name: str, cell: str) -> Properties:
        if not cell:
            return {}
        if name and DATE.fullmatch(cell):
            return {name: [cell]}
        self._lost_dates += 1
        return {}

    def _cite(self, row: Row) -> Properties:
        references = list_values(row.get("reference", ""))
        addresses = [each for each in references if ADDRESS.fullmatch(each)]
        others = [each for each in references if not ADDRESS.fullmatch(each)]
        return {"sourceUrl": addresses, "proof": list(map(self._name_article, others))}

    def _name_article(self, reference: str) -> str:
        """Return the id of the article of a reference."""
        return self._articles.setdefault(reference, make_entity_id("source", reference))

    def _describe_article(self, entity: str, row: Row) -> dict[str, object]:
        title = str(row.get("title") or row["id"])
        properties: Properties = {
            "name": [title],
            "title": [title],
            "author": [str(row.get("author", ""))],
            "publisher": [str(row.get("publisher", ""))],
            **self._write_date("date", str(row.get("date", ""))),
            "sourceUrl": [str(row[name]) for name in ("url",) if name in row],
        }
        return _make_entity(entity, "Article", properties)


def make_entity_ids(prefix: str, ids: Sequence[str]) -> Names:
    """Return an id that FollowTheMoney allows for each of ours: the same one where it is allowed.

    Examples
    --------
    >>> make_entity_ids("actor", ["minsk", "a_b"])
    {'minsk': 'minsk', 'a_b': 'actor-f05e550658986ad7'}
    """
    return {
        each: each if ENTITY_ID.fullmatch(each) else make_entity_id(prefix, each) for each in ids
    }


def make_entity_id(prefix: str, text: str) -> str:
    """Return an id for whatever a text names."""
    return f"{prefix}-{blake2b(text.encode(), digest_size=8).hexdigest()}"


def _choose_schema(row: Row, *, is_owned: bool) -> str:
    schema = SCHEMA_OF_KIND.get(str(row["kind"]), "LegalEntity")
    return "Company" if is_owned and schema == "Organization" else schema


def _make_entity(
    entity: str, schema: str, properties: Mapping[str, Iterable[str]]
) -> dict[str, object]:
    filled = {
        name: [
            text if name in LONG_TEXTS else " ".join(text.split())
            for text in values
            if text.strip()
        ]
        for name, values in properties.items()
    }
    return {
        "id": entity,
        "schema": schema,
        "properties": {name: values for name, values in filled.items() if values},
    }


def _format_text(name: str, text: str) -> str:
    return text if name in LONG_TEXTS else " ".join(text.split())

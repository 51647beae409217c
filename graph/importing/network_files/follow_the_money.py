"""FollowTheMoney entities, of Aleph and OpenSanctions: one JSON object a line, or a list."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from graph.data.limits import Limits
from graph.data.vocabulary import KINDS as OUR_KINDS
from graph.importing.draft import Draft, Note
from graph.importing.network_files.bounded_json import parse_json_text
from graph.importing.network_files.collected import Collected, to_text
from graph.importing.words import find_meaning

Entity = Mapping[str, Any]


class Edge(NamedTuple):
    """The ends of a schema that links entities, and the type of relation that it means.

    Parameters
    ----------
    source, target
        The properties of the ends.
    type
        The type of a relation that does not say another.
    name
        The properties that may say which relation it is.
    named
        The property of the end of whom a role is said; empty for the source.
    """

    source: str
    target: str
    type: str
    name: tuple[str, ...] = ("role", "relationship")
    named: str = ""


# A relationship of a Family says what the relative is to the person, such as mother.
EDGES: Mapping[str, Edge] = {
    "Ownership": Edge("owner", "asset", "owns"),
    "Directorship": Edge("director", "organization", "director of"),
    "Membership": Edge("member", "organization", "member_of"),
    "Employment": Edge("employer", "employee", "employs", named="employee"),
    "Family": Edge("relative", "person", "relative of"),
    "Associate": Edge("associate", "person", "knows"),
    "Representation": Edge("agent", "client", "represents"),
    "Payment": Edge("payer", "beneficiary", "paid", ()),
    "Debt": Edge("creditor", "debtor", "lent_to", ()),
    "Succession": Edge("predecessor", "successor", "succeeded by", ()),
    "ContractAward": Edge("contract", "supplier", "contracts_with", ()),
    "CourtCaseParty": Edge("party", "case", "involved in", ()),
    "ProjectParticipant": Edge("participant", "project", "takes part in"),
    "Occupancy": Edge("holder", "post", "holds", ()),
    "UnknownLink": Edge("subject", "object", "related_to"),
    "Control": Edge("controller", "controlled", "controls", ()),
}
GROUPED = ("PublicBody", "Organization", "LegalEntity")  # whose classification is their kind
KINDS: Mapping[str, str] = {
    "Person": "person",
    "PublicBody": "institution",
    "Organization": "organisation",
    "Company": "organisation",
    "LegalEntity": "",
    "Address": "place",
    **dict.fromkeys(("Asset", "Vessel", "Airplane", "Vehicle", "RealEstate", "Security",
                     "BankAccount", "CryptoWallet"), "asset"),
}  # fmt: skip
DOCUMENTS = ("Article", "Document", "Pages", "PlainText", "HyperText", "Table", "Email", "Image",
             "Workbook", "Folder", "Package", "Video", "Audio")  # fmt: skip
NAMES: Mapping[str, str] = {
    "alias": "aliases", "weakAlias": "aliases", "previousName": "aliases",
    "description": "description", "summary": "summary", "sourceUrl": "reference",
    "birthDate": "start", "deathDate": "end", "incorporationDate": "start",
    "dissolutionDate": "end", "startDate": "start", "endDate": "end", "recordId": "id",
}  # fmt: skip
PURPOSE = "purpose"  # of a payment: an export writes the type of a relation there
PAID_TYPES = ("paid", "donated_to", "funds")
CLAIMS = {"alleged by ": "alleged", "inferred by ": "inferred", "according to ": "stated"}


def parse_entities(text: str, name: str) -> list[Entity] | None:
    """Return the entities of a text; None where its first object is none.

    Raises
    ------
    DataError
        When a line is not JSON.
    """
    first = next((line for line in text.splitlines() if line.strip()), "")
    try:
        head = json.loads(first)
    except (ValueError, RecursionError):
        head = None
    if _is_entity(head):
        lines = enumerate(text.split("\n"), 1)
        parsed = [parse_json_text(line, name, number) for number, line in lines if line.strip()]
        return [each for each in parsed if _is_entity(each)]
    if '"schema"' in text and text.lstrip()[:1] == "[":
        document = parse_json_text(text, name)
        if isinstance(document, list) and document and all(map(_is_entity, document)):
            return document
    return None


def _is_entity(value: object) -> bool:
    return (
        isinstance(value, Mapping)
        and isinstance(value.get("schema"), str)
        and isinstance(value.get("properties"), Mapping)
    )


def read_entities(entities: Sequence[Entity], name: str, limits: Limits) -> Draft:
    """Read entities: things are actors, links relations, documents sources.

    An address that is no end of a link is a cell of whoever has it.

    Examples
    --------
    >>> entities = [{"id": "a", "schema": "Payment",
    ...              "properties": {"payer": ["b"], "beneficiary": ["c"], "date": ["2011"]}}]
    >>> draft = read_entities(entities, "a.json", Limits())
    >>> [draft.relations[name] for name in ("source", "type", "target", "start")]
    [['b'], ['paid'], ['c'], ['2011']]
    """
    return _Reader(entities, name, limits).read()


class _Reader:
    def __init__(self, entities: Sequence[Entity], name: str, limits: Limits) -> None:
        self._entities = entities
        self._collected = Collected(name, limits)
        self._authorities = {
            str(each.get("id")): to_text(each["properties"].get("authority", []))
            for each in entities
            if each["schema"] == "Contract"
        }
        self._ends = {end for each in entities for pair in self._list_pairs(each) for end in pair}
        self._addresses = {
            str(each.get("id")): _join(each["properties"], "full", "name")
            for each in entities
            if each["schema"] == "Address"
        }
        self._documents = {str(e.get("id")) for e in entities if e["schema"] in DOCUMENTS}

    def read(self) -> Draft:
        """Return the draft."""
        skipped: dict[str, int] = {}
        for entity in self._entities:
            if entity["schema"] in EDGES:
                self._add_relations(entity)
            elif entity["schema"] in DOCUMENTS:
                self._add_source(entity)
            elif self._is_actor(entity):
                self._add_actor(entity)
            elif entity["schema"] != "Address":
                skipped[entity["schema"]] = skipped.get(entity["schema"], 0) + 1
        draft = self._collected.to_draft()
        for schema, count in sorted(skipped.items()):
            what = f"{count:,} entities of the schema {schema} have no name and are not read."
            draft.notes.append(Note("files", what, is_guess=True))
        return draft

    def _is_actor(self, entity: Entity) -> bool:
        has_name = bool(_join(entity["properties"], "name"))
        return has_name or str(entity.get("id")) in self._ends

    def _add_actor(self, entity: Entity) -> None:
        schema, properties = entity["schema"], entity["properties"]
        cells = self._read_properties(properties, ())
        given = properties.get("name", [])  # a name may have a bar of its own
        names = list(filter(None, map(to_text, given if isinstance(given, list) else [given])))
        fallback = ("full", "title", "registrationNumber")
        cells["name"] = names[0] if names else _join(properties, *fallback)
        aliases = [*names[1:], cells.get("aliases", "")]
        if any(aliases):
            cells["aliases"] = "|".join([*filter(None, aliases), ""])  # parted already, as it says
        cells["kind"] = KINDS.get(schema, schema)
        group = cells.get("classification")
        if group and (schema in GROUPED or group in OUR_KINDS):
            cells["kind"] = cells.pop("classification")
        self._collected.add_node(entity.get("id"), cells)

    def _add_relations(self, entity: Entity) -> None:
        """Add a relation for each pair of ends."""
        edge, properties = EDGES[entity["schema"]], entity["properties"]
        cells = self._read_properties(properties, (edge.source, edge.target, "namesMentioned"))
        named_by = next((word for word in edge.name if cells.get(word)), None)
        cells["type"] = cells.pop(named_by) if named_by else edge.type
        if entity["schema"] == "Payment" and cells.get(PURPOSE) in PAID_TYPES:
            cells["type"] = cells.pop(PURPOSE)
        date = cells.pop("date", "")
        if date:
            cells.setdefault("start", date)
            cells.setdefault("end", date)
        if "description" in cells:
            cells["note"] = cells.pop("description")
        _read_claim(cells)
        meaning = find_meaning(cells["type"])
        is_own = meaning.is_reverse or meaning.type.name != edge.type
        is_turned = bool(named_by) and edge.named == edge.target and is_own
        is_mutual = entity["schema"] == "Associate" and meaning.how == "own"
        is_exact = meaning.type.mutual and meaning.how == "exact"  # as our exports write it
        if entity["schema"] in ("Family", "Associate") and is_exact:
            is_turned = True  # who is not the relative comes first
        for source, target in self._list_pairs(entity):
            ends = (target, source) if is_turned else (source, target)
            self._collected.add_edge(*ends, "no" if is_mutual else "", cells)

    def _add_source(self, entity: Entity) -> None:
        properties = entity["properties"]
        cells = {
            "id": to_text(entity.get("id")),
            "title": _join(properties, "title", "name", "fileName"),
            "author": _join(properties, "author"),
            "publisher": _join(properties, "publisher"),
            "date": _join(properties, "date", "publishedAt", "authoredAt"),
            "url": _join(properties, "sourceUrl"),
        }
        self._collected.add_sources([cells])

    def _read_properties(
        self, properties: Mapping[str, Any], without: Iterable[str]
    ) -> dict[str, str]:
        cells: dict[str, str] = {}
        for name, values in properties.items():
            if name in ("name", *without):
                continue
            text = to_text(values)
            if name == "addressEntity":
                name, text = "address", self._find_addresses(values)  # noqa: PLW2901
            elif name == "proof":
                name = "reference"  # noqa: PLW2901
            name = NAMES.get(name, name)  # noqa: PLW2901
            parts = [*cells.get(name, "").split("|"), *text.split("|")]
            cells[name] = "|".join(dict.fromkeys(filter(None, parts)))
        return cells

    def _list_pairs(self, entity: Entity) -> list[tuple[str, str]]:
        """Return the two ends of each relation of a link; of a contract its authority is one."""
        edge = EDGES.get(entity["schema"])
        if edge is None:
            return []
        sources, targets = (
            to_text(entity["properties"].get(end, [])).split("|")
            for end in (edge.source, edge.target)
        )
        if edge.source == "contract":
            sources = [
                each
                for source in sources
                for each in (self._authorities.get(source) or source).split("|")
            ]
        return [(source, target) for source in sources for target in targets]

    def _find_addresses(self, values: object) -> str:
        ids = values if isinstance(values, list) else [values]
        return "|".join(self._addresses.get(str(each)) or str(each) for each in ids)


def _read_claim(cells: dict[str, str]) -> None:
    """Read who says so from the summary, where an export wrote it."""
    summary = cells.get("summary", "")
    opening = next((words for words in CLAIMS if summary.startswith(words)), "")
    if summary in ("alleged", "inferred"):
        cells["basis"] = cells.pop("summary")
    elif opening and cells.get("id"):
        cells["basis"], cells["claimant"] = CLAIMS[opening], summary[len(opening) :]
        del cells["summary"]


def _join(properties: Mapping[str, Any], *names: str) -> str:
    """Return the first of some properties that says something, its values on one line."""
    texts = (to_text(properties.get(name)) for name in names)
    return ", ".join(next(filter(None, texts), "").split("|"))

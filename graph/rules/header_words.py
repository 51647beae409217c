"""Other names of columns, which are read as ours: plain words that mean nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

HeaderWords = Mapping[str, Sequence[str]]
"""For each of our columns its other names, the surest first."""

_DATES = {
    "start": "start_date from_date date_from since start_year year_start from_year begin_date",
    "end": "end_date to_date date_to until end_year year_end to_year",
}
_ACTORS = {
    "id": "actor_id person_id entity_id node_id org_id organisation_id organization_id",
    "name": """label title caption full_name display_name actor_name person_name entity_name
        node_name organisation_name organization_name actor entity""",
    "kind": "type actor_type entity_type node_type category",
    "aliases": "alias aka also_known_as alt_label alternative_names other_names",
    **_DATES,
    "reference": "references citation citations source_url source_id source sources",
}
_RELATIONS = {
    "source": """source_node_id source_node source_name source_actor from from_node from_id
        from_name from_actor subject node_1 node1 actor_1 actor1 entity_1 entity1 entity1_id
        person_1 person1 source_id""",
    "target": """target_node_id target_node target_name target_actor to to_node to_id to_name
        to_actor object node_2 node2 actor_2 actor2 entity_2 entity2 entity2_id person_2 person2
        target_id""",
    "type": """relation_type relationship_type rel_type edge_type link_type tie_type relation
        relationship interaction category predicate""",
    **_DATES,
    "weight": "strength",
    "confidence": "certainty reliability",
    "claimant": "said_by according_to who_says",
    "reference": "references citation citations source_url source_id sources url link",
    "note": "notes comment comments remark remarks",
}
_SOURCES = {
    "id": "source_id key",
    "title": "name headline",
    "author": "authors by",
    "date": "published published_on publication_date",
    "url": "link source_url web_address",
    "archive_url": "archive archived archived_url",
}
_TYPES = {"type": "name relation relation_type", "sign": "polarity", "event": "is_event"}

HEADER_WORDS: Mapping[str, HeaderWords] = {
    family: {column: words.split() for column, words in columns.items()}
    for family, columns in (
        ("actors", _ACTORS),
        ("relations", _RELATIONS),
        ("sources", _SOURCES),
        ("types", _TYPES),
    )
}
ADDRESSES = frozenset({"url", "link", "source_url"})
"""The other names of a reference that mean one only where cells are addresses."""

_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BETWEEN = re.compile(r"[\s_.\-]+")


def normalize_header(name: str) -> str:
    """Return the name of a column in small letters, with underscores between its words.

    Examples
    --------
    >>> normalize_header("Start Date"), normalize_header("startDate"), normalize_header("ID")
    ('start_date', 'start_date', 'id')
    """
    return _BETWEEN.sub("_", _JOINED.sub("_", name.strip())).strip("_").casefold()

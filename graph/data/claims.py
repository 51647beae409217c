"""Decide the standing of a relation: it stands, is contested or disputed, by all rows about it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace

from graph.data.claim_words import describe_sides
from graph.data.columns import Columns
from graph.data.records import Relation, Standing

Claim = tuple[str, int, int]
"""What rows speak about: a type and two actors."""


def get_claim(columns: Columns, row: int) -> Claim:
    """Return the type and the two actors of a row, sorted when the type is mutual."""
    source, target = columns.endpoints[0][row], columns.endpoints[1][row]
    relation_type = columns.relation_types[row]
    if relation_type.mutual and source > target:
        source, target = target, source
    return relation_type.name, source, target


def find_standings(columns: Columns, rows: Iterable[int]) -> Mapping[Claim, Standing]:
    """Return for each claim whether it stands, is contested, or is only disputed.

    Parameters
    ----------
    columns
        The data.
    rows
        The relations that count: those that the filters select.
    """
    asserted: dict[Claim, set[bool]] = {}
    for row in rows:
        asserted.setdefault(get_claim(columns, row), set()).add(not columns.disputes[row])
    agreed: dict[bool, Standing] = {True: "stands", False: "disputed"}
    return {
        key: "contested" if len(stances) > 1 else agreed[next(iter(stances))]
        for key, stances in asserted.items()
    }


def find_sides(columns: Columns, rows: Iterable[int]) -> Mapping[Claim, str]:
    """Return for each contested claim who asserts and who disputes it, in words."""
    rows = list(rows)
    if not any(columns.disputes[row] for row in rows):
        return {}
    standings = find_standings(columns, rows)
    contested: dict[Claim, list[int]] = {}
    for row in rows:
        claim = get_claim(columns, row)
        if standings[claim] == "contested":
            contested.setdefault(claim, []).append(row)
    return {
        claim: describe_sides([columns.relation(row) for row in about])
        for claim, about in contested.items()
    }


def add_sides(relation: Relation, claim: Claim, sides: Mapping[Claim, str]) -> Relation:
    """Return a relation with who asserts and who disputes it."""
    words = sides.get(claim, "")
    return replace(relation, sides=words) if words else relation


def merge_mutual(relations: Sequence[Relation]) -> list[tuple[int, Relation]]:
    """Return relations in order, those of a mutual type that are listed both ways once.

    These are rows with the same type, pair, stance and sentence. The first of them has the
    references, notes and own columns of all, and the highest confidence.

    Parameters
    ----------
    relations
        Any relations.

    Returns
    -------
    list of tuple
        The index of each relation after merging, and the relation.
    """
    groups: dict[Hashable, list[int]] = {}
    for index, relation in enumerate(relations):
        groups.setdefault(_make_mutual_key(relation) or index, []).append(index)
    merged: list[tuple[int, Relation]] = []
    for indexes in groups.values():
        rows = [relations[index] for index in indexes]
        if len({row.source.id for row in rows}) == 1:
            merged += zip(indexes, rows, strict=True)
        else:
            merged.append((indexes[0], _merge(rows)))
    return sorted(merged, key=lambda pair: pair[0])


def _make_mutual_key(relation: Relation) -> Hashable:
    ends = frozenset((relation.source.id, relation.target.id))
    if not relation.type.mutual or len(ends) == 1:
        return None
    dates = relation.start, relation.end
    claim = relation.stance, relation.claimant_name, relation.basis
    return relation.type.name, ends, *dates, relation.over, *claim, relation.weight


def _merge(rows: Sequence[Relation]) -> Relation:
    best = max(rows, key=lambda row: -1 if row.confidence is None else row.confidence)
    attributes: dict[str, str] = {}
    for name in dict.fromkeys(name for row in rows for name in row.attributes):
        attributes[name] = "; ".join(_list_unique(row.attributes.get(name, "") for row in rows))
    return replace(
        rows[0],
        references=tuple(dict.fromkeys(each for row in rows for each in row.references)),
        note="; ".join(_list_unique(row.note for row in rows)),
        attributes=attributes,
        confidence=best.confidence,
        grade=best.grade,
        claim_count=len(rows),
        voices=tuple(dict.fromkeys(voice for row in rows for voice in row.voices)),
    )


def _list_unique(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, texts)))


def select_between(columns: Columns, selected: Iterable[int], rows: Iterable[int]) -> list[int]:
    """Return the selected relations between the ends of some rows: those that may contest these."""
    sources, targets = columns.endpoints
    ends = {end[row] for row in rows for end in (sources, targets)}
    return [row for row in selected if sources[row] in ends and targets[row] in ends]

"""Pair the rows of two versions of the data that are the same actor, or the same relation."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from graph.comparison.row_text import RELATION_FIELDS, RowText, TextTable, normalize_relations
from graph.data.dictionary_column import iter_values
from graph.data.garbage_collector import collector_paused

if TYPE_CHECKING:
    from graph.network import Network


class Pairs(NamedTuple):
    """The rows that two versions share, and the rows that only one of them has.

    Parameters
    ----------
    both
        The rows before and after, in the order after.
    removed
        The rows that are only before, ascending.
    added
        The rows that are only after, ascending.
    """

    both: Sequence[tuple[int, int]]
    removed: Sequence[int]
    added: Sequence[int]


def pair_actors(before: Network, after: Network) -> Pairs:
    """Pair the actors of two versions by their ids."""
    row_before = before.columns.actor_row
    unpaired = set(before.actor_numbers)
    both, added = [], []
    ids = iter_values(after.columns.actors.cells("id"), after.actor_numbers)
    for row, actor_id in zip(after.actor_numbers, ids, strict=True):
        candidate = row_before.get(actor_id)
        if candidate in unpaired:
            both.append((candidate, row))
            unpaired.remove(candidate)
        else:
            added.append(row)
    return Pairs(both, sorted(unpaired), added)


class _Relation(NamedTuple):
    """What the rules look at.

    Parameters
    ----------
    row
        The row number in its version.
    id, given_id
        The id, and the id in the file, which may be blank.
    about
        The type and the two ends, sorted where the type is mutual.
    text
        The other cells that are compared.
    is_id_given
        Whether the file of either version gives the id; one that is made is that of every relation
        of the same ends, type and stance.
    """

    row: int
    id: str
    given_id: str
    about: tuple[str, str, str]
    text: RowText
    is_id_given: bool = False


class Rule(NamedTuple):
    """What makes two relations of one type and pair the same.

    Parameters
    ----------
    name
        What is equal in both.
    key
        Returns what is compared; None where the rule does not apply.
    unique
        Whether no further relation of either version may have this key. Otherwise relations
        with equal keys are paired in the order of their rows.
    """

    name: str
    key: Callable[[_Relation], Hashable]
    unique: bool = False


def _agree_in(*names: str) -> Callable[[_Relation], Hashable]:
    """Return the key of relations of one type and pair that have the same text in some columns."""
    fields = [RELATION_FIELDS.index(name) for name in names]
    return lambda relation: (relation.about, *(relation.text[field] for field in fields))


def _id_in_file(relation: _Relation) -> Hashable:
    return (relation.given_id, relation.about) if relation.given_id else None


def _id_in_one_file(relation: _Relation) -> Hashable:
    return (relation.id, relation.about) if relation.is_id_given else None


RULES: Sequence[Rule] = (
    Rule("id and content", lambda relation: (relation.id, relation.about, relation.text)),
    Rule("id in the file", _id_in_file),
    Rule("content", lambda relation: (relation.about, relation.text)),
    Rule("id in one file", _id_in_one_file),
    Rule("stance, dates and references", _agree_in("stance", "start", "end", "reference")),
    Rule("stance and dates", _agree_in("stance", "start", "end"), unique=True),
    Rule("stance and references", _agree_in("stance", "reference"), unique=True),
    Rule("dates and references", _agree_in("start", "end", "reference"), unique=True),
)
"""The surest rule first; each is applied to the relations that no rule before it has paired."""


@collector_paused()
def pair_relations(before: Network, after: Network) -> Pairs:
    """Pair the relations of two versions by one rule after another; see `graph.compare`."""
    unpaired_before, unpaired_after = _read_relations(before, after)
    pairs: list[tuple[_Relation, _Relation]] = []
    for rule in RULES:
        if not (unpaired_before and unpaired_after):
            break
        matches = _match(rule, unpaired_before, unpaired_after)
        pairs += matches
        unpaired_before = _drop(unpaired_before, (earlier for earlier, _ in matches))
        unpaired_after = _drop(unpaired_after, (later for _, later in matches))
    return Pairs(
        sorted(((earlier.row, later.row) for earlier, later in pairs), key=lambda pair: pair[1]),
        [relation.row for relation in unpaired_before],
        [relation.row for relation in unpaired_after],
    )


def _match(
    rule: Rule, before: Iterable[_Relation], after: Iterable[_Relation]
) -> list[tuple[_Relation, _Relation]]:
    """Return the pairs of relations that a rule makes the same."""
    groups_before, groups_after = _group(rule, before), _group(rule, after)
    pairs: list[tuple[_Relation, _Relation]] = []
    for key, earlier in groups_before.items():
        later = groups_after.get(key, [])
        if not rule.unique or len(earlier) == len(later) == 1:
            pairs += zip(earlier, later, strict=False)
    return pairs


def _group(rule: Rule, relations: Iterable[_Relation]) -> dict[Hashable, list[_Relation]]:
    """Return relations by their key, without those to which the rule does not apply."""
    groups: dict[Hashable, list[_Relation]] = {}
    for relation in relations:
        key = rule.key(relation)
        if key is not None:
            groups.setdefault(key, []).append(relation)
    return groups


def _drop(relations: Iterable[_Relation], paired: Iterable[_Relation]) -> list[_Relation]:
    rows = {relation.row for relation in paired}
    return [relation for relation in relations if relation.row not in rows]


def _read_relations(before: Network, after: Network) -> tuple[list[_Relation], list[_Relation]]:
    """Return what the rules look at, for the selected relations of both versions."""
    types = {**before.types, **after.types}
    mutual = {name for name, kind in types.items() if kind.mutual}
    texts_before, texts_after = normalize_relations(before, after)
    versions = (
        _read_version(before, texts_before, mutual),
        _read_version(after, texts_after, mutual),
    )
    given = {relation.given_id for version in versions for relation in version}.difference([""])
    if not given:
        return versions
    earlier, later = (
        [relation._replace(is_id_given=relation.id in given) for relation in version]
        for version in versions
    )
    return earlier, later


def _read_version(network: Network, texts: TextTable, mutual: set[str]) -> list[_Relation]:
    columns, rows = network.columns, network.relation_numbers
    actor_ids = list(columns.actors.cells("id"))
    sources, targets = (
        map(actor_ids.__getitem__, iter_values(end, rows)) for end in columns.endpoints
    )
    types = iter_values(columns.relations.cells("type"), rows)
    about = (
        (name, target, source) if target < source and name in mutual else (name, source, target)
        for name, source, target in zip(types, sources, targets, strict=True)
    )
    ids = iter_values(columns.relation_ids, rows)
    given_ids = iter_values(columns.relations.cells("id"), rows)
    return list(map(_Relation, rows, ids, given_ids, about, texts.read_rows(rows)))

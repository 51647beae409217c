"""Compare two versions of the data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graph.comparison.comparison import Comparison
from graph.comparison.pairing import Pairs, pair_actors, pair_relations
from graph.comparison.private_in_both import mark_in_both
from graph.comparison.row_changes import (
    ActorChange,
    FieldChange,
    RelationChange,
    UnpairedRelation,
)
from graph.comparison.row_text import TextTable, normalize_actors, normalize_relations
from graph.data.arguments import require_type
from graph.data.claims import (
    add_sides,
    find_sides,
    find_standings,
    get_claim,
    select_between,
)
from graph.data.records import Standing
from graph.select.asked_time import count_asked_of
from graph.select.selection import Selection

if TYPE_CHECKING:
    from graph.network import Network


def compare(before: Network, after: Network) -> Comparison:
    """Return what differs between two versions of a network.

    Actors are the same when their ids are. Relations are the same when type and ends are (in
    either order where the type is mutual), and

    1. their content is the same, or their id, if a file gives it; else
    2. they are the only unpaired ones of that type and pair, in either version, that agree in
       stance and dates, or in stance and references, or in dates and references.

    So a relation with a corrected source or end date is changed, and parallel relations stay
    apart. Where several could be the same, none is guessed: they are removed and added.

    The filters of both versions count. The data's own columns are compared, too. The order of
    rows, of aliases and of references makes no difference, nor does a weight of 1 that is not
    written, nor an id that only one version gives. What sources.csv and types.csv say about
    sources and types is not compared.

    Raises
    ------
    QuestionError
        When one of them is not a Network.
    """
    for name, version in (("before", before), ("after", after)):
        require_type(version, Selection, name, "a Network")
    actors, relations = pair_actors(before, after), pair_relations(before, after)
    changed = list(_find_changes(relations, *normalize_relations(before, after)))
    earlier = _StandingRelations(before, relations.removed)
    later = _StandingRelations(after, [*relations.added, *(row for _, row, _ in changed)])
    added = tuple(map(later.read_unpaired, relations.added))
    removed = tuple(map(earlier.read_unpaired, relations.removed))
    corrected = tuple(
        RelationChange(
            before.relation(row_before),
            after.relation(row_after),
            fields,
            later.find_standing(row_after),
        )
        for row_before, row_after, fields in changed
    )
    listed = [*(each.relation for each in (*added, *removed)), *(each.after for each in corrected)]
    return Comparison(
        before,
        after,
        tuple(map(after.columns.actor, actors.added)),
        tuple(map(before.columns.actor, actors.removed)),
        tuple(_find_actor_changes(before, after, actors)),
        added,
        removed,
        corrected,
        actors,
        relations,
        count_asked_of(after, listed) if before.span == after.span else None,
    )


def remove_private(comparison: Comparison) -> Comparison:
    """Return a comparison without the private rows of either version; see `Network.public`.

    A row that one version marks as private is removed from both: it is not known whether it was
    ever meant to be published.
    """
    versions = comparison.before, comparison.after
    before, after = (version.public() for version in mark_in_both(*versions))
    if before is comparison.before and after is comparison.after:
        return comparison
    return compare(before, after)


class _StandingRelations:
    """Some relations of a version, with their standings."""

    def __init__(self, network: Network, rows: Sequence[int]) -> None:
        self._network, self._columns = network, network.columns
        related = select_between(network.columns, network.relation_numbers, rows)
        self._standings = find_standings(network.columns, related)
        self._sides = find_sides(network.columns, related)

    def find_standing(self, row: int) -> Standing:
        return self._standings[get_claim(self._columns, row)]

    def read_unpaired(self, row: int) -> UnpairedRelation:
        claim = get_claim(self._columns, row)
        relation = add_sides(self._network.relation(row), claim, self._sides)
        return UnpairedRelation(relation, self.find_standing(row))


def _find_actor_changes(before: Network, after: Network, pairs: Pairs) -> Iterator[ActorChange]:
    changes = _find_changes(pairs, *normalize_actors(before, after))
    for row_before, row_after, fields in changes:
        yield ActorChange(before.columns.actor(row_before), after.columns.actor(row_after), fields)


def _find_changes(
    pairs: Pairs, before: TextTable, after: TextTable
) -> Iterator[tuple[int, int, tuple[FieldChange, ...]]]:
    """Yield the pairs of rows whose texts differ, and the columns in which they do."""
    texts_before = before.read_rows([row for row, _ in pairs.both])
    texts_after = after.read_rows([row for _, row in pairs.both])
    for rows, was, now in zip(pairs.both, texts_before, texts_after, strict=True):
        if was != now:
            fields = map(FieldChange, before.names, was, now)
            yield *rows, tuple(field for field in fields if field.before != field.after)

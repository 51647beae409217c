"""Finding what differs between two versions of the data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from graph.comparison.comparison import (
    ActorChange,
    Comparison,
    FieldChange,
    RelationChange,
    RelationOnce,
)
from graph.comparison.pairing import Pairs, paired_actors, paired_relations
from graph.comparison.private_in_both import alike
from graph.comparison.row_text import Contents, actor_contents, relation_contents
from graph.data.claims import find_standings, get_claim, select_between
from graph.data.records import Standing

if TYPE_CHECKING:
    from graph.network import Network


def compare(before: Network, after: Network) -> Comparison:
    """Return what differs between two versions of a network.

    Actors are the same when their ids are. Relations are the same when type and ends are (in
    either order where the type is mutual), and

    1. they say the same, or have the same id; else
    2. they are the only ones left of that type and pair, on either side, that agree in stance and
       dates, or in stance and references, or in dates and references.

    So a relation whose source or whose end date was mended is changed, and parallel relations are
    kept apart; where several might be meant, none is guessed: they are removed and added.

    Of both versions that count which the filters keep. Columns of the data's own are compared too;
    the order of rows, of aliases and of references is no difference, nor is a weight of 1 that is
    not written, nor an id that only one version gives. What sources.csv and types.csv say of
    sources and types is not compared.
    """
    actors, relations = paired_actors(before, after), paired_relations(before, after)
    changes = list(_changes(relations, relation_contents(before, after)))
    told = _Told(
        (before, [*relations.removed]),
        (after, [*relations.added, *(there for _, there, _ in changes)]),
    )
    return Comparison(
        before,
        after,
        tuple(map(after.columns.actor, actors.added)),
        tuple(map(before.columns.actor, actors.removed)),
        tuple(_changed_actors(before, after, actors)),
        tuple(told.once(1, relations.added)),
        tuple(told.once(0, relations.removed)),
        tuple(
            RelationChange(
                before.columns.relation(here),
                after.columns.relation(there),
                fields,
                told.standing(1, there),
            )
            for here, there, fields in changes
        ),
        actors,
        relations,
    )


def public(comparison: Comparison) -> Comparison:
    """Return a comparison without what either version marks as private; see `Selection.public`.

    What is private in one version is in neither, as it is not known whether it was meant to be
    passed on at all.
    """
    versions = comparison.before, comparison.after
    left = [version.public() for version in alike(*versions)]
    if all(one is other for one, other in zip(left, versions, strict=True)):
        return comparison
    return compare(*left)


class _Told:
    """Some relations of two versions, with their standing in each."""

    def __init__(self, *versions: tuple[Network, Sequence[int]]) -> None:
        self._columns = [network.columns for network, _ in versions]
        self._standings = [
            find_standings(
                network.columns, select_between(network.columns, network.relation_numbers, rows)
            )
            for network, rows in versions
        ]

    def once(self, version: int, rows: Iterable[int]) -> Iterator[RelationOnce]:
        """Yield relations of one of the versions, 0 before and 1 after."""
        for row in rows:
            relation = self._columns[version].relation(row)
            yield RelationOnce(relation, self.standing(version, row))

    def standing(self, version: int, row: int) -> Standing:
        """Return how a relation stands in one of the versions."""
        return self._standings[version][get_claim(self._columns[version], row)]


def _changed_actors(before: Network, after: Network, pairs: Pairs) -> Iterator[ActorChange]:
    for one, other, fields in _changes(pairs, actor_contents(before, after)):
        yield ActorChange(before.columns.actor(one), after.columns.actor(other), fields)


def _changes(
    pairs: Pairs, contents: Sequence[Contents]
) -> Iterator[tuple[int, int, tuple[FieldChange, ...]]]:
    """Yield the pairs of rows that do not say the same, and where."""
    first, second = contents
    before = first.of_rows([here for here, _ in pairs.both])
    after = second.of_rows([there for _, there in pairs.both])
    for (here, there), was, now in zip(pairs.both, before, after, strict=True):
        if was != now:
            told = zip(first.names, was, now, strict=True)
            yield here, there, tuple(FieldChange(*each) for each in told if each[1] != each[2])

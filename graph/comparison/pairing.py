"""Which rows of two versions of the data are the same actor, or the same relation."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from graph.comparison.row_text import RELATION_FIELDS, Contents, relation_contents
from graph.data.dictionary_column import iter_values

if TYPE_CHECKING:
    from graph.network import Network


class Pairs(NamedTuple):
    """Rows of one version and the rows of the other that are the same.

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


def paired_actors(before: Network, after: Network) -> Pairs:
    """Return which actors are the same: those with the same id."""
    rows = before.columns.actor_row
    known = set(before.actor_numbers)
    both, added = [], []
    for row, name in zip(after.actor_numbers, _ids(after), strict=True):
        there = rows.get(name, -1)
        if there in known:
            both.append((there, row))
            known.remove(there)
        else:
            added.append(row)
    return Pairs(both, sorted(known), added)


def _ids(network: Network) -> Iterable[str]:
    return iter_values(network.columns.actors.cells("id"), network.actor_numbers)


def paired_relations(before: Network, after: Network) -> Pairs:
    """Return which relations are the same; see `graph.compare` for the rule."""
    types = {**before.types, **after.types}
    mutual = {name for name, kind in types.items() if kind.mutual}
    said = relation_contents(before, after)
    sides = [_Side(net, one, mutual) for net, one in zip((before, after), said, strict=True)]
    left: list[Sequence[int]] = [range(len(side.about)) for side in sides]
    both: list[tuple[int, int]] = []
    for signature, single in STEPS:
        found = _matched(sides, left, signature, single=single)
        both += found
        for version, places in enumerate(left):
            taken = {pair[version] for pair in found}
            left[version] = [place for place in places if place not in taken]
    one, other = before.relation_numbers, after.relation_numbers
    return Pairs(
        [(one[here], other[there]) for here, there in sorted(both, key=lambda pair: pair[1])],
        [one[place] for place in left[0]],
        [other[place] for place in left[1]],
    )


class _Side:
    """The relations of one version that its filters keep, by their place among them."""

    def __init__(self, network: Network, contents: Contents, mutual: set[str]) -> None:
        columns, rows = network.columns, network.relation_numbers
        self.ids = list(iter_values(columns.relation_ids, rows))
        self.given = list(iter_values(columns.relations.cells("id"), rows))
        self.said = contents.of_rows(rows)
        names = list(columns.actors.cells("id"))
        sources, targets = (
            map(names.__getitem__, iter_values(end, rows)) for end in columns.endpoints
        )
        kinds = iter_values(columns.relations.cells("type"), rows)
        # The ends are in order where the type is mutual.
        self.about = [
            (kind, target, source) if target < source and kind in mutual else (kind, source, target)
            for kind, source, target in zip(kinds, sources, targets, strict=True)
        ]


Places = Sequence[int]
Signature = Callable[[_Side, Places], Iterable[Hashable]]


def _whole(side: _Side, places: Places) -> Iterable[Hashable]:
    return ((side.ids[place], side.about[place], side.said[place]) for place in places)


def _given(side: _Side, places: Places) -> Iterable[Hashable]:
    return ((side.given[i], side.about[i]) if side.given[i] else None for i in places)


def _content(side: _Side, places: Places) -> Iterable[Hashable]:
    return ((side.about[place], side.said[place]) for place in places)


def _named(side: _Side, places: Places) -> Iterable[Hashable]:
    return ((side.ids[place], side.about[place]) for place in places)


def _agreeing_in(*names: str) -> Signature:
    """Return the signature of relations of one pair and type that say the same in some columns."""
    fields = [RELATION_FIELDS.index(name) for name in names]

    def signature(side: _Side, places: Places) -> Iterable[Hashable]:
        for place in places:
            said = side.said[place]
            yield side.about[place], *(said[field] for field in fields)

    return signature


STEPS: tuple[tuple[Signature, bool], ...] = (
    (_whole, False),
    (_given, False),
    (_content, False),
    (_named, False),
    (_agreeing_in("stance", "start", "end"), True),
    (_agreeing_in("stance", "reference"), True),
    (_agreeing_in("start", "end", "reference"), True),
)
"""What makes rows the same, the surest first, and whether it must single each of the two out."""


def _matched(
    sides: Sequence[_Side], left: Sequence[Places], signature: Signature, *, single: bool
) -> list[tuple[int, int]]:
    """Return the pairs of places with the same signature, those that are alike in their order."""
    if not all(left):
        return []
    groups: list[dict[Hashable, list[int]]] = [{}, {}]
    for side, places, group in zip(sides, left, groups, strict=True):
        for place, key in zip(places, signature(side, places), strict=True):
            group.setdefault(key, []).append(place)
    found: list[tuple[int, int]] = []
    for key, here in groups[0].items():
        there = groups[1].get(key, [])
        if key is not None and (not single or len(here) == len(there) == 1):
            found += zip(here, there, strict=False)
    return found

"""Find where friend became foe, or foe friend, within one year, month or day.

An end and a start count with all their days, so that two periods that follow each other both hold
in the year of the change. They are a change, not both at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, islice
from typing import NamedTuple

from graph.data.dates import ends_with_start, parse_date
from graph.data.records import Relation

MOST_COMPARED = 500  # dated relations of two actors and of one sign that read differently
MOST_DESCRIBED = 20  # changes between two actors


class Change(NamedTuple):
    """Two relations of the same two actors, of which one may have followed the other.

    Parameters
    ----------
    first, second
        The relations, in that order if it is known, else in row order.
    date
        The year, month or day within which one followed the other.
    ordered
        Whether their order is known.
    """

    first: Relation
    second: Relation
    date: str
    ordered: bool

    def describe(self, sentences: Sequence[str]) -> str:
        """Return the change in a sentence, from a sentence for each of the two relations."""
        there, here = sentences
        if self.ordered:
            return f"Within {self.date} this changed: {there}, then {here}."
        return f"Within {self.date} this changed: {there}, and {here}; the order is not known."


def find_changes(relations: Sequence[Relation]) -> Iterator[Change]:
    """Yield the changes between positive and negative relations of the same two actors.

    Relations that read alike count once; of very many the first are compared.
    """
    for here, there in combinations(_select_compared(relations)[0], 2):
        if here.type.sign != there.type.sign and here.stance == there.stance:
            change = find_change(here, there)
            if change:
                yield change


def describe_changes(
    relations: Sequence[Relation], describe: Callable[[Relation], str]
) -> Iterator[str]:
    """Yield the changes in a sentence each, and behind very many that there may be more.

    Parameters
    ----------
    describe
        Returns the sentence of a relation.
    """
    changes = find_changes(relations)
    for change in islice(changes, MOST_DESCRIBED):
        yield change.describe([describe(change.first), describe(change.second)])
    selected, are_all = _select_compared(relations)
    if (selected and not are_all) or next(changes, None):
        yield "There may be more such changes."


def _select_compared(relations: Iterable[Relation]) -> tuple[Sequence[Relation], bool]:
    """Return the first `MOST_COMPARED` of each sign, in order, and whether these are all."""
    counts = {"+": 0, "-": 0}
    selected = []
    for each in _iter_signed(relations):
        counts[each.type.sign] += 1
        if counts[each.type.sign] <= MOST_COMPARED:
            selected.append(each)
    return selected if min(counts.values()) else (), max(counts.values()) <= MOST_COMPARED


def _iter_signed(relations: Iterable[Relation]) -> Iterator[Relation]:
    """Yield the dated relations that are positive or negative; those that read alike once."""
    seen = set()
    for each in relations:
        if each.type.sign == "0" or not (each.start or each.end):
            continue
        ends = each.type.name, each.source.id, each.target.id
        key = *ends, each.start, each.end, each.stance, each.claimant_name, each.basis
        if key not in seen:
            seen.add(key)
            yield each


def find_change(here: Relation, there: Relation) -> Change | None:
    """Return the change from one relation to the other, in the order in which they followed."""
    date, back = _find_date(here, there), _find_date(there, here)
    if date and back:
        return Change(here, there, date, ordered=False)
    if date:
        return Change(here, there, date, ordered=True)
    return Change(there, here, back, ordered=True) if back else None


def _find_date(first: Relation, second: Relation) -> str:
    """Return the date within which the second may have followed the first; empty if it did not."""
    is_single = ends_with_start(first.start, first.end, event=first.type.event)
    end_text = first.start if is_single else first.end
    end, start = parse_date(end_text), parse_date(second.start)
    if end is None or start is None or end.first > start.last or start.first > end.last:
        return ""
    return end_text if end.last - end.first >= start.last - start.first else second.start

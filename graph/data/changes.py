"""Find where friend became foe, or foe friend, within one year, month or day.

An end and a start count with all their days, so that two periods that follow each other both hold
in the year of the change. They are a change, not both at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from graph.data.dates import parse_date
from graph.data.records import Relation


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
    """Yield the changes between positive and negative relations of the same two actors."""
    for here, there in combinations(relations, 2):
        if {here.type.sign, there.type.sign} == {"+", "-"} and here.stance == there.stance:
            change = _find_change(here, there)
            if change:
                yield change


def _find_change(here: Relation, there: Relation) -> Change | None:
    date, back = _find_date(here, there), _find_date(there, here)
    if date and back:
        return Change(here, there, date, ordered=False)
    if date:
        return Change(here, there, date, ordered=True)
    return Change(there, here, back, ordered=True) if back else None


def _find_date(first: Relation, second: Relation) -> str:
    """Return the date within which the second may have followed the first; empty if it did not."""
    end_text = first.end or (first.start if first.type.event else "")
    end, start = parse_date(end_text), parse_date(second.start)
    if end is None or start is None or end.first > start.last or start.first > end.last:
        return ""
    return end_text if end.last - end.first >= start.last - start.first else second.start

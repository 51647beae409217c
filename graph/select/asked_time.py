"""How many of an answer's relations may hold in the span that was asked, and no more than that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.data.counts import format_count
from graph.data.records import Relation
from graph.data.spans import IN_DOUBT, Span
from graph.select.selection import Selection

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class AskedTime:
    """The span that was asked, and how far an answer stands on dates that are missing or in doubt.

    Parameters
    ----------
    span
        The span.
    relation_count
        How many relations the answer is about.
    may_hold_count
        How many of them may hold in the span, because a date is missing or in doubt.
    is_any_in_doubt
        Whether one of them may hold because its date is in doubt, rather than missing.
    """

    span: Span
    relation_count: int
    may_hold_count: int
    is_any_in_doubt: bool = False

    @property
    def notes(self) -> tuple[str, ...]:
        """A sentence about what may hold, if anything does no more than that.

        Examples
        --------
        >>> (note,) = AskedTime(Span("1990", "1990"), 40, 12).notes
        >>> for sentence in note.split(". "):
        ...     print(sentence)
        Of 40 relations, 28 certainly hold in 1990
        The other 12 may hold then: their start or end is not known.
        >>> print(*AskedTime(Span("1990", "1990"), 1, 1, is_any_in_doubt=True).notes)
        1 relation may hold in 1990, but not certainly: its start or end is not known, or in doubt.
        """
        if not self.may_hold_count:
            return ()
        count, certain = self.relation_count, self.relation_count - self.may_hold_count
        relations = format_count(count, "relation")
        own = "its" if self.may_hold_count == 1 else "their"
        why = f"{own} start or end is not known{', or in doubt' * self.is_any_in_doubt}."
        if not certain:
            return (f"{relations} may hold {self.span}, but not certainly: {why}",)
        holding = f"{certain:,} certainly hold{'s' * (certain == 1)} {self.span}"
        others = "one" if self.may_hold_count == 1 else f"{self.may_hold_count:,}"
        return (f"Of {relations}, {holding}. The other {others} may hold then: {why}",)

    def to_dict(self) -> dict[str, Any]:
        """Return the span and the counts as data.

        Examples
        --------
        >>> AskedTime(Span("1990", ""), 40, 12).to_dict()
        {'from': '1990', 'to': '', 'certain': False, 'relation_count': 40, 'may_hold_count': 12}
        """
        return {
            "from": self.span.start,
            "to": self.span.end,
            "certain": self.span.certain,
            "relation_count": self.relation_count,
            "may_hold_count": self.may_hold_count,
        }


def count_asked(network: Selection) -> AskedTime | None:
    """Return how many selected relations may hold in the span that was asked, if one was."""
    if network.span is None:
        return None
    count = len(network.relation_numbers)
    return AskedTime(network.span, count, network.may_hold_count, network.is_any_in_doubt)


def count_asked_of(network: Selection, relations: Iterable[Relation]) -> AskedTime | None:
    """Return how many of some relations may hold in the span that was asked, if one was."""
    if network.span is None:
        return None
    whens = [relation.when for relation in relations if relation.when]
    states = [when.state for when in whens]
    is_any_in_doubt = any(when.why == IN_DOUBT for when in whens)
    return AskedTime(network.span, len(states), states.count("may_hold"), is_any_in_doubt)


def add_when(frame: pd.DataFrame, relations: Iterable[Relation]) -> pd.DataFrame:
    """Add to a frame the columns ``when`` and ``why``, if a span was asked.

    Parameters
    ----------
    frame
        A row for each of the relations, in their order.
    """
    whens = [relation.when for relation in relations if relation.when]
    if not whens:
        return frame
    return frame.assign(when=[each.state for each in whens], why=[each.why for each in whens])

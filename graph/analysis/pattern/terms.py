"""What a pattern is made of: slots for actors, and clauses between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from graph.data.spans import Span
from graph.data.vocabulary import RelationType, Sign

Words = Literal["?", "letter", "name"]


@dataclass(frozen=True)
class Slot:
    """A place of a pattern that an actor takes.

    Parameters
    ----------
    text
        How the pattern calls it: ``?``, a capital letter, or a name.
    words
        Which of the three it is.
    row
        The row number of the actor that is named; None for anybody.
    kinds
        The kinds that the actor may be of; empty for any.
    """

    text: str
    words: Words
    row: int | None = None
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Verb:
    """The relations that fit a clause, one of several ways each.

    Parameters
    ----------
    forwards, backwards
        Types whose relations run from the first actor to the second, and the other way.
    signs
        Signs of relations that run from the first actor to the second.
    is_any
        Whether every relation fits, whichever way it runs.
    """

    forwards: frozenset[str] = frozenset()
    backwards: frozenset[str] = frozenset()
    signs: frozenset[Sign] = frozenset()
    is_any: bool = False

    def __or__(self, other: Verb) -> Verb:
        return Verb(
            self.forwards | other.forwards,
            self.backwards | other.backwards,
            self.signs | other.signs,
            self.is_any or other.is_any,
        )

    def fits(self, relation_type: RelationType, *, forwards: bool) -> bool:
        """Return whether a relation fits that runs this way; a mutual one runs both ways."""
        if self.is_any:
            return True
        name, mutual = relation_type.name, relation_type.mutual
        if (forwards or mutual) and (name in self.forwards or relation_type.sign in self.signs):
            return True
        return (mutual or not forwards) and name in self.backwards

    def fits_either_way(self, relation_type: RelationType) -> bool:
        """Return whether a relation of a type fits, if it runs the right way."""
        ways = (True, False)
        return any(self.fits(relation_type, forwards=way) for way in ways)


@dataclass(frozen=True)
class Clause:
    """A part of a pattern: two actors and the relations between them.

    Parameters
    ----------
    source, target
        The numbers of their slots.
    verb
        The relations that fit.
    span
        The span in which they may hold; None for any time.
    text
        The clause as it was written.
    """

    source: int
    target: int
    verb: Verb
    span: Span | None
    text: str


@dataclass(frozen=True)
class Pattern:
    """Clauses that must all fit at once.

    Parameters
    ----------
    text
        The pattern as it was written.
    slots
        The actors that it speaks of, in the order in which they are first named.
    clauses
        The clauses, in order.
    namesakes
        Its letters that are the ids or names of actors, too.
    """

    text: str
    slots: tuple[Slot, ...]
    clauses: tuple[Clause, ...]
    namesakes: tuple[str, ...] = ()

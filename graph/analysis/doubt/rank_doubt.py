"""How sure ranks are: the ranks that actors take when relations are drawn, or sources left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from graph.analysis.answer import Answer
from graph.analysis.doubt.draws import DRAWN, describe_draws
from graph.analysis.doubt.omissions import LONGEST_NAME, Omission, Omissions
from graph.data.counts import format_count
from graph.data.records import Actor
from graph.errors import shorten
from graph.select.asked_time import AskedTime

if TYPE_CHECKING:
    import pandas as pd

NAMED = 3  # actors of the sentence


@dataclass(frozen=True)
class RankRange:
    """The ranks that an actor takes.

    Parameters
    ----------
    actor
        The actor.
    rank
        Its rank in the network as it is, from 1; equals share the better rank.
    best, worst
        The best and the worst rank in the middle nine of ten draws.
    ranks_without
        Its rank without each omission, in their order; None where it is left out itself, or nobody
        has a rank.
    """

    actor: Actor
    rank: int
    best: int
    worst: int
    ranks_without: Sequence[int | None]

    @property
    def falls_to(self) -> int:
        """Its worst rank without one of the omissions; its own where it falls without none."""
        return max([self.rank, *(rank for rank in self.ranks_without if rank is not None)])

    def find_cause(self, omissions: Sequence[Omission]) -> Omission | None:
        """Return the omission without which it falls the farthest; None where it falls never."""
        pairs = zip(self.ranks_without, omissions, strict=True)
        causes = (omission for rank, omission in pairs if rank == self.falls_to)
        return next(causes, None) if self.falls_to > self.rank else None

    def find_missing(self, omissions: Sequence[Omission]) -> str:
        """Return without what it has no rank, behind "without"; empty where it always has one."""
        pairs = zip(self.ranks_without, omissions, strict=True)
        return Omissions([omission for rank, omission in pairs if rank is None], ()).condition

    def describe(self, omissions: Sequence[Omission]) -> str:
        """Return how sure the rank is, as a phrase behind the name of the actor.

        Examples
        --------
        >>> source = Omission("'A book'", ("book",), "", 2)
        >>> RankRange(Actor("a", "Ann", "person"), 1, 1, 2, [9]).describe([source])
        "1st (1st to 2nd in nine of ten draws), 9th without 'A book'"
        >>> RankRange(Actor("a", "Ann", "person"), 1, 1, 1, [None]).describe([source])
        "1st (1st in nine of ten draws), no rank without 'A book'"
        """
        drawn = format_rank(self.best)
        if self.best != self.worst:
            drawn += f" to {format_rank(self.worst)}"
        cause, missing = self.find_cause(omissions), self.find_missing(omissions)
        falls = [f"{format_rank(self.falls_to)} without {cause.name}"] if cause else []
        falls += [f"no rank without {missing}"] if missing else []
        if omissions and not falls:
            falls = [f"no lower without {Omissions(omissions, ()).condition}"]
        drawn = f"{format_rank(self.rank)} ({drawn} in nine of ten draws)"
        return ", ".join([drawn, *falls])

    def to_dict(self) -> dict[str, Any]:
        """Return the ranks as data."""
        return {
            "id": self.actor.id,
            "name": self.actor.name,
            "kind": self.actor.kind,
            "rank": self.rank,
            "best": self.best,
            "worst": self.worst,
            "falls_to": self.falls_to,
            "ranks_without": list(self.ranks_without),
        }


@dataclass(frozen=True, repr=False)
class RankDoubt(Answer):
    """How sure the ranks of actors by a measure are.

    Parameters
    ----------
    measure
        The measure.
    ranges
        The ranks of each actor, the first actor first.
    omissions
        What was left out in turn.
    draws, seed
        How many networks were drawn, and the seed.
    thin_kinds
        By kinds of which most actors have at most one relation: how many of them, and of how many.
    asked_time
        The span that was asked, and how many relations may hold in it; None where none was.
    impossible_omissions
        What was not left out, as all relations rest on it.
    """

    measure: str
    ranges: Sequence[RankRange]
    omissions: Sequence[Omission]
    draws: int
    seed: int
    thin_kinds: Mapping[str, tuple[int, int]]
    asked_time: AskedTime | None = None
    impossible_omissions: Sequence[Omission] = ()

    @property
    def sentence(self) -> str:
        """How sure the ranks of the first actors are.

        Examples
        --------
        >>> import graph
        >>> doubt = graph.load_example().centrality_doubt("degree", draws=20)
        >>> print(doubt.sentence.split(";")[0])
        By degree, Belarus is 1st (1st in nine of ten draws), no lower without what is inferred \
or alleged
        """
        if not self.ranges:
            return "There is no actor to rank."
        first = [
            f"{shorten(each.actor.name, LONGEST_NAME)} is {each.describe(self.omissions)}"
            for each in self.ranges[:NAMED]
        ]
        return f"By {self.measure}, {'; '.join(first)}."

    def top(self, number: int) -> RankDoubt:
        """Return the answer for the first actors only."""
        return replace(self, ranges=self.ranges[:number])

    @property
    def notes(self) -> tuple[str, ...]:
        """How networks are drawn, what was left out in turn, and which kinds are thinly covered."""
        drawn = f"{describe_draws(self.draws)} {DRAWN}"
        return drawn, *self.omission_notes, *self.thin_notes, *self.time_notes

    @property
    def omission_notes(self) -> tuple[str, ...]:
        """What was left out in turn, and what was not, a sentence each."""
        return Omissions(self.omissions, self.impossible_omissions).notes

    @property
    def thin_notes(self) -> tuple[str, ...]:
        """Which kinds are thinly covered, a sentence each."""
        return tuple(
            f"Thinly covered: {few:,} of {format_count(count, 'actor')} of the kind "
            f"{shorten(kind)} have at most one relation."
            for kind, (few, count) in self.thin_kinds.items()
        )

    @property
    def frame(self) -> pd.DataFrame:
        """A row for each actor: id, name, kind, rank, best, worst, falls_to, without."""
        import pandas as pd

        names = ["id", "name", "kind", "rank", "best", "worst", "falls_to", "without"]
        return pd.DataFrame(self.list_rows(), columns=names)

    def list_rows(self) -> list[tuple[str, str, str, int, int, int, int, str]]:
        """Return the rows of the frame; `without` names what makes an actor fall the farthest."""
        causes = (each.find_cause(self.omissions) for each in self.ranges)
        return [
            (
                *(each.actor.id, each.actor.name, each.actor.kind),
                *(each.rank, each.best, each.worst, each.falls_to),
                cause.name if cause else "",
            )
            for each, cause in zip(self.ranges, causes, strict=True)
        ]

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as data, with an entry for each actor, as in JSON."""
        return {
            "measure": self.measure,
            "draws": self.draws,
            "seed": self.seed,
            "omissions": [each.to_dict() for each in self.omissions],
            "impossible_omissions": [each.to_dict() for each in self.impossible_omissions],
            "actors": [each.to_dict() for each in self.ranges],
            "thin_kinds": {kind: list(counts) for kind, counts in self.thin_kinds.items()},
            "notes": list(self.notes),
            **self.time_fields,
        }

    def __repr__(self) -> str:
        return f"<RankDoubt: {self.measure} of {format_count(len(self.ranges), 'actor')}>"


def format_rank(rank: int) -> str:
    """Return a rank as an ordinal number.

    Examples
    --------
    >>> [format_rank(rank) for rank in (1, 2, 3, 4, 11, 12, 13, 21, 1002)]
    ['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '1,002nd']
    """
    last = rank % 10 if rank % 100 not in (11, 12, 13) else 0
    return f"{rank:,}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(last, 'th') }"

"""The answer to who stands between others; `graph.analysis.brokers.measurement` measures it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from graph.analysis.answer import Answer
from graph.analysis.brokers.roles import ROLES
from graph.data.counts import format_count, format_percent
from graph.data.records import Actor
from graph.data.sentences import join_phrases
from graph.errors import shorten
from graph.select.asked_time import AskedTime

if TYPE_CHECKING:
    import pandas as pd

Grouping = Literal["kind", "camp"]
MOST_NAMED = 3  # of those that are equal


@dataclass(frozen=True)
class Broker:
    """An actor, and how far it stands between others.

    Parameters
    ----------
    actor
        The actor.
    betweenness
        The share of shortest paths between two others that lead through it; None where the network
        is too small for it.
    constraint
        Burt's constraint: low where its neighbours do not know each other; None without a
        neighbour.
    effective_size
        Its neighbours, less how many of the others each is joined to; None without a neighbour.
    parted_count
        How many others lose touch without it.
    group
        Its kind, or the number of its camp; empty for none.
    roles
        By role how many pairs it stands between; see `graph.analysis.brokers.roles`.
    """

    actor: Actor
    betweenness: float | None
    constraint: float | None
    effective_size: float | None
    parted_count: int
    group: str
    roles: Mapping[str, int]

    def to_dict(self) -> dict[str, Any]:
        """Return the broker as data: the actor by id."""
        return {
            "actor": self.actor.id,
            "betweenness": self.betweenness,
            "constraint": self.constraint,
            "effective_size": self.effective_size,
            "parted_count": self.parted_count,
            "group": self.group,
            "roles": dict(self.roles),
        }


@dataclass(frozen=True)
class PlayerSet:
    """The few actors that matter most together.

    Parameters
    ----------
    actors
        The actors, in row order.
    value
        The fragmentation without them, or how many actors they reach.
    bound
        What no set of as many achieves more than; equal to the value where that is proved.
    """

    actors: Sequence[Actor]
    value: float
    bound: float

    @property
    def is_exact(self) -> bool:
        """Whether no set of as many is better."""
        return self.value >= self.bound

    @property
    def names(self) -> str:
        """The actors in words."""
        return join_phrases([shorten(actor.name) for actor in self.actors])

    def to_dict(self) -> dict[str, Any]:
        """Return the set as data: actors by id."""
        return {
            "actors": [actor.id for actor in self.actors],
            "value": self.value,
            "bound": self.bound,
            "exact": self.is_exact,
        }


@dataclass(frozen=True, repr=False)
class Brokers(Answer):
    """Who stands between others in a network.

    Parameters
    ----------
    brokers
        All actors, the highest betweenness first.
    grouping
        Whether roles are between kinds or camps.
    k
        How many key players were asked for.
    fragmenting
        The k actors without whom the most pairs do not reach each other; None where the network
        has no more actors than k.
    reaching
        The k actors who together are, or are next to, the most actors; likewise.
    fragmentation
        The share of pairs of actors that do not reach each other as it is.
    edge_count
        How many pairs of actors have relations that count.
    asked_time
        The span that was asked, and how many relations may hold in it; None where none was.
    is_grouping_proved
        Whether no other camps are better than those between which roles are.
    """

    brokers: Sequence[Broker]
    grouping: Grouping
    k: int
    fragmenting: PlayerSet | None
    reaching: PlayerSet | None
    fragmentation: float
    edge_count: int
    asked_time: AskedTime | None = None
    is_grouping_proved: bool = True

    @property
    def parting(self) -> Sequence[Broker]:
        """The articulation actors: those without whom others lose touch, the most first."""
        found = [each for each in self.brokers if each.parted_count]
        return sorted(found, key=lambda each: -each.parted_count)

    @property
    def foremost(self) -> Sequence[Broker]:
        """Those with the highest betweenness: several where they are equal, none where it is 0."""
        most = self.brokers[0].betweenness if self.brokers else 0
        return [each for each in self.brokers if most and math.isclose(each.betweenness or 0, most)]

    @property
    def parting_most(self) -> Sequence[Broker]:
        """Those without whom the most others lose touch: several where they are equal."""
        most = max((each.parted_count for each in self.brokers), default=0)
        return [each for each in self.brokers if most and each.parted_count == most]

    @property
    def sentence(self) -> str:
        """Who stands between most others, and who would part most; equals are named together.

        Examples
        --------
        >>> import graph
        >>> net = graph.load_example().only("leads", "commands")
        >>> print(net.brokers().sentence.split(";")[0])
        Alexander Lukashenko and Russia stand between the most others (betweenness 0.000861 each)
        """
        if not self.edge_count:
            return "Nobody stands between others: no two actors have relations."
        text = "Nobody is on a shortest path between two others"
        if self.foremost:
            verb, each = ("stands", "") if len(self.foremost) == 1 else ("stand", " each")
            text = f"{_name_equals(self.foremost)} {verb} between the most others (betweenness "
            text += f"{self.foremost[0].betweenness:.3g}{each})"
        if self.parting_most:
            text += f"; {describe_parting(self.parting_most)}"
        return f"{text}."

    @property
    def player_sentences(self) -> tuple[str, ...]:
        """Who the key players are, and how sure that is, in sentences."""
        texts = []
        if self.fragmenting:
            value, now = (
                format_percent(each, 1) for each in (self.fragmenting.value, self.fragmentation)
            )
            text = f"Without {self.fragmenting.names}, {value} of all pairs do not reach each other"
            text += f" (now {now})"
            bound = format_percent(self.fragmenting.bound, 1)
            texts.append(_add_proof(text, self.fragmenting, bound))
        if self.reaching:
            their = "its" if len(self.reaching.actors) == 1 else "their"
            reached = format_count(int(self.reaching.value), "actor")
            text = f"{self.reaching.names} and {their} neighbours are {reached}"
            texts.append(_add_proof(text, self.reaching, f"{int(self.reaching.bound):,}"))
        return tuple(texts)

    @property
    def notes(self) -> tuple[str, ...]:
        """What counts, and whether the camps are proved."""
        if not self.edge_count:
            return self.time_notes
        counted = (
            "All relations count, tensions too, those of two actors as one edge; disputed ones are "
            "left out. Roles follow the direction of relations; mutual ones lead both ways."
        )
        unproved = "The camps are not proved: others may be better, and roles may then differ."
        return counted, *([] if self.is_grouping_proved else [unproved]), *self.time_notes

    @property
    def frame(self) -> pd.DataFrame:
        """A row for each actor: id, name, its figures, and a column for each role."""
        import pandas as pd

        names = ["id", "name", "betweenness", "constraint", "effective_size", "parted_count"]
        rows = [
            (
                *(each.actor.id, each.actor.name, each.betweenness, each.constraint),
                *(each.effective_size, each.parted_count, each.group),
                *(each.roles[role] for role in ROLES),
            )
            for each in self.brokers
        ]
        frame = pd.DataFrame(rows, columns=[*names, "group", *ROLES])
        return frame.astype(dict.fromkeys(names[2:5], float))

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as data: actors by id."""
        return {
            "grouping": self.grouping,
            "is_grouping_proved": self.is_grouping_proved,
            "k": self.k,
            "edge_count": self.edge_count,
            "fragmentation": self.fragmentation,
            "fragmenting": self.fragmenting.to_dict() if self.fragmenting else None,
            "reaching": self.reaching.to_dict() if self.reaching else None,
            "parting": [each.actor.id for each in self.parting],
            "brokers": [each.to_dict() for each in self.brokers],
            **self.time_fields,
        }

    def __repr__(self) -> str:
        count = format_count(len(self.brokers), "actor")
        return f"<Brokers: {count}, {len(self.parting)} of them part others>"


def describe_parting(equals: Sequence[Broker]) -> str:
    """Return how many actors lose touch without any one of some brokers, within a sentence."""
    count = equals[0].parted_count
    verb = "loses" if count == 1 else "lose"
    which = "any one of " if len(equals) > 1 else ""
    return f"without {which}{_name_equals(equals)}, {format_count(count, 'actor')} {verb} touch"


def _name_equals(equals: Sequence[Broker]) -> str:
    """Return the names of the first few, and how many more there are."""
    names = [shorten(each.actor.name) for each in equals[:MOST_NAMED]]
    more = len(equals) - MOST_NAMED
    return join_phrases([*names, *([f"{more:,} more"] if more > 0 else [])])


def _add_proof(text: str, players: PlayerSet, bound: str) -> str:
    if players.is_exact:
        count = len(players.actors)
        others = "other actor has" if count == 1 else f"other {count:,} have"
        return f"{text}. No {others} a larger effect."
    return f"{text}. They were chosen one after the other; no set of as many exceeds {bound}."

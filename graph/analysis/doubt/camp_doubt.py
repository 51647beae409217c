"""How sure camps are: who changes side when relations are drawn, or sources left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.analysis.answer import Answer
from graph.analysis.camps.camp import Camp
from graph.analysis.doubt.draws import DRAWN, describe_draws
from graph.analysis.doubt.omissions import Omission, Omissions
from graph.data.counts import format_count, format_percent
from graph.data.records import Actor
from graph.data.sentences import join_phrases
from graph.errors import shorten
from graph.select.asked_time import AskedTime

if TYPE_CHECKING:
    import pandas as pd

SURE = 0.9  # the share of draws from which on a side is sure
NAMED = 5
IN_NEITHER = (
    "In the draws in which a member is neither in this camp nor in another, it is undecided, or in "
    "no camp."
)


@dataclass(frozen=True)
class SideRange:
    """How sure the side of a member is.

    Parameters
    ----------
    actor
        The member.
    camp
        The number of its camp.
    share
        The share of draws in which it is in this camp.
    other_share
        The share of draws in which it is in another camp; in the rest it is undecided or in none.
    leaves_without
        The omissions without which it is not in this camp.
    """

    actor: Actor
    camp: int
    share: float
    other_share: float
    leaves_without: Sequence[Omission]

    @property
    def is_sure(self) -> bool:
        """Whether it is there in nine of ten draws, and without each omission."""
        return self.share >= SURE and not self.leaves_without

    def to_dict(self) -> dict[str, Any]:
        """Return it as data."""
        return {
            "id": self.actor.id,
            "name": self.actor.name,
            "kind": self.actor.kind,
            "camp": self.camp,
            "share": self.share,
            "other_share": self.other_share,
            "leaves_without": [each.name for each in self.leaves_without],
        }


@dataclass(frozen=True, repr=False)
class CampDoubt(Answer):
    """How sure the sides of actors are.

    Parameters
    ----------
    camps
        The camps of the network as it is.
    sides
        How sure the side of each member is, the least sure first.
    omissions
        What was left out in turn.
    draws, seed
        How many networks were drawn, and the seed.
    unproved_count
        For how many draws and omissions it was not proved in time that no division is better, or
        divisions as good were not compared.
    asked_time
        The span that was asked, and how many relations may hold in it; None where none was.
    impossible_omissions
        What was not left out, as all relations rest on it.
    is_proved
        Whether no division of the network as it is is better than these camps.
    """

    camps: Sequence[Camp]
    sides: Sequence[SideRange]
    omissions: Sequence[Omission]
    draws: int
    seed: int
    unproved_count: int = 0
    asked_time: AskedTime | None = None
    impossible_omissions: Sequence[Omission] = ()
    is_proved: bool = True

    @property
    def sentence(self) -> str:
        """How many sides are sure, and which are the least sure.

        Examples
        --------
        >>> import networkx as nx
        >>> from graph import Network
        >>> edges = [("a", "b", {"type": "ally"}), ("b", "c", {"type": "opposes"})]
        >>> print(Network.from_graph(nx.Graph(edges)).camps_doubt(draws=20).sentence.split(":")[0])
        2 of 3 sides are sure. The least sure
        """
        if not self.sides:
            return "There are no camps: no two actors have relations of one sign."
        text = self.counts
        doubtful = [each for each in self.sides if not each.is_sure][:NAMED]
        named = [
            f"{shorten(each.actor.name)} (camp {each.camp:,}, {format_percent(each.share)})"
            for each in doubtful
        ]
        return f"{text} The least sure: {join_phrases(named)}." if named else text

    @property
    def counts(self) -> str:
        """How many sides are sure, in a sentence, and first whether the divisions are proved."""
        sure = sum(each.is_sure for each in self.sides)
        verb = "is" if len(self.sides) == 1 else "are"
        text = f"{sure:,} of {format_count(len(self.sides), 'side')} {verb} sure."
        if not self.is_proved:
            return f"The camps are not proved: {text}"
        if self.unproved_count:
            parts = format_count(self.draws + len(self.omissions), "division")
            return f"Not proved in {self.unproved_count:,} of {parts}: {text}"
        return text

    @property
    def meaning(self) -> str:
        """When a side is sure, in a sentence."""
        condition = Omissions(self.omissions, ()).condition
        also = f", and without {condition}" if condition else ""
        return f"A side is sure here if it holds in nine of ten draws{also}."

    @property
    def impossible_notes(self) -> tuple[str, ...]:
        """What was not left out, and why, a sentence each."""
        return Omissions((), self.impossible_omissions).impossible_notes

    @property
    def notes(self) -> tuple[str, ...]:
        """Which camps these are, what is sure, and how networks are drawn."""
        if not self.sides:
            return self.time_notes
        camps = "; ".join(f"camp {each.number:,}: {each.name}" for each in self.camps)
        notes = [
            f"{camps[0].upper()}{camps[1:]}.",
            self.meaning,
            IN_NEITHER,
            f"{describe_draws(self.draws)} {DRAWN}",
            *Omissions(self.omissions, self.impossible_omissions).notes,
        ]
        if self.unproved_count:
            divisions = format_count(self.unproved_count, "division")
            late = "Not proved in time to be the best, or not compared with others as good"
            notes.append(f"{late}: {divisions}.")
        return *notes, *self.time_notes

    @property
    def frame(self) -> pd.DataFrame:
        """A row for each member: id, name, kind, camp, share, other_share, leaves_without."""
        import pandas as pd

        names = ["id", "name", "kind", "camp", "share", "other_share", "leaves_without"]
        return pd.DataFrame(self.list_rows(), columns=names)

    def list_rows(self) -> list[tuple[str, str, str, int, float, float, str]]:
        """Return the rows of the frame; what makes a member leave stands between semicolons."""
        return [
            (
                *(each.actor.id, each.actor.name, each.actor.kind),
                *(each.camp, each.share, each.other_share),
                "; ".join(omission.name for omission in each.leaves_without),
            )
            for each in self.sides
        ]

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as data, with an entry for each member, as in JSON."""
        return {
            "draws": self.draws,
            "seed": self.seed,
            "camps": [each.to_dict() for each in self.camps],
            "omissions": [each.to_dict() for each in self.omissions],
            "impossible_omissions": [each.to_dict() for each in self.impossible_omissions],
            "sides": [each.to_dict() for each in self.sides],
            "sure_count": sum(each.is_sure for each in self.sides),
            "unproved_count": self.unproved_count,
            "is_proved": self.is_proved,
            "notes": list(self.notes),
            **self.time_fields,
        }

    def __repr__(self) -> str:
        return f"<CampDoubt: {format_count(len(self.sides), 'side')}>"

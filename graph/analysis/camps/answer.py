"""The answer to who stands with whom: camps, the undecided, who is in none, who broke with whom.

`graph.analysis.camps.placement` finds them, `docs/analysis.md` says what they mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.analysis.balance.bounded_answer import BoundedAnswer
from graph.analysis.balance.tension import Tension
from graph.analysis.camps.camp import Camp, Defection
from graph.data.counts import format_count
from graph.data.records import Actor
from graph.data.sentences import join_phrases
from graph.select.asked_time import AskedTime

if TYPE_CHECKING:
    import pandas as pd

NAMED = 3  # actors of another conflict
TWO = 2  # camps, where no more are asked for


@dataclass(frozen=True, repr=False)
class Camps(BoundedAnswer[int]):
    """The camps of a network.

    Parameters
    ----------
    k
        The most camps that were asked for.
    camps
        The camps, the largest first.
    undecided
        Who changes camp between equally good divisions, by id.
    unplaced
        Who is in no camp, as no relation that counts joins them to the conflict, in row order.
    places_and_assets
        Places and assets that are on no side, in row order.
    separate
        Actors of other conflicts, which no relation joins to this one: they are unplaced, too.
    defections
        Who stands in another camp than those to whom they belong, or belonged.
    tensions
        The signed edges in tension in an equally good division of the whole network; where that is
        not proved or compared, in the best one that was found.
    lower, upper
        The bounds of the least number of signed edges in tension, in the whole network.
    placed_by_structure_count
        How many members have no signed relation: structural ones alone place them.
    structural_count
        How many pairs of actors have structural relations that count.
    signed_only
        Whether structural relations were left out.
    is_compared
        Whether all equally good divisions were compared, so that it is known who is undecided.
    era_note
        A hint where relations date from several eras; empty otherwise.
    seconds
        How long the proof may take.
    asked_time
        The span that was asked, and how many relations may hold in it; None where none was.
    more_is_no_better
        Whether more camps than are named, up to `k`, are known to leave no fewer in tension.
    """

    k: int
    camps: tuple[Camp, ...]
    undecided: Sequence[Actor]
    unplaced: Sequence[Actor]
    places_and_assets: Sequence[Actor]
    separate: Sequence[Sequence[Actor]]
    defections: Sequence[Defection]
    tensions: Sequence[Tension]
    lower: int
    upper: int
    placed_by_structure_count: int = 0
    structural_count: int = 0
    signed_only: bool = False
    is_compared: bool = True
    era_note: str = ""
    seconds: float = 0.0
    asked_time: AskedTime | None = None
    more_is_no_better: bool = False

    @property
    def sentence(self) -> str:
        """The camps by their foremost members, how many are in none, and whether it is proved.

        Examples
        --------
        >>> import graph
        >>> net = graph.load_example().only_actor("Belarus", "Russia", "Ukraine")
        >>> print(net.camps().sentence)
        2 camps: Russia and Belarus (2 actors); Ukraine (1 actor).
        """
        if not self.camps and not self.undecided:
            return "There are no camps: no two actors have relations of one sign."
        count = "One camp" if len(self.camps) == 1 else f"{len(self.camps):,} camps"
        named = [f"{each.name} ({format_count(len(each.actors), 'actor')})" for each in self.camps]
        count += self._qualify()
        text = f"{count}: {'; '.join(named)}" if named else "No two actors are surely on one side"
        rest = [
            f"{len(actors):,} {words}"
            for actors, words in ((self.undecided, "undecided"), (self.unplaced, "in no camp"))
            if actors
        ]
        return f"{text}{'; ' * bool(rest)}{join_phrases(rest)}."

    def _qualify(self) -> str:
        """Return that camps are not proved, or why there are fewer than were asked for."""
        if not self.optimal:
            edges = format_count(self.upper, "signed edge")
            return f", not proved ({self.lower:,} to {edges} in tension)"
        if self.k == TWO or len(self.camps) == self.k:
            return ""
        if self.more_is_no_better:
            return " (more would leave no fewer in tension)"
        return " (nobody is surely in another)"

    @property
    def notes(self) -> tuple[str, ...]:
        """How sure the division is, what counts, and what is apart."""
        if not self.camps and not self.undecided:
            return self.time_notes
        notes = [self._describe_proof(), self._describe_counted()]
        if self.separate:
            notes.append(self._describe_separate())
        return *notes, *filter(None, [self.era_note]), *self.time_notes

    def _describe_proof(self) -> str:
        if not self.optimal:
            bounds = f"between {self.lower:,} and {self.upper:,}"
            return (
                f"Signed edges in tension at the least: {bounds}, not proved in {self.seconds:g} "
                "seconds; these are the camps of the best division that was found."
            )
        edges = format_count(self.upper, "signed edge")
        text = f"No division in {self.k:,} camps has fewer than {edges} in tension"
        if not self.upper:
            text = "No signed edge is in tension"
        if not self.is_compared:
            return f"{text}; which are equally good was not compared, so nobody is undecided."
        return f"{text}."

    def _describe_counted(self) -> str:
        draws = "Where divisions are equally good, what still holds counts more than what is over"
        if self.signed_only or not self.structural_count:
            return f"Signed relations alone count. {draws}."
        placed = format_count(self.placed_by_structure_count, "member")
        then = "then, who is part of, is a member of, leads or commands whom"
        then += f": that alone places {placed}" if self.placed_by_structure_count else ""
        return f"Signed relations decide first. {draws}; {then}."

    def _describe_separate(self) -> str:
        names = []
        for actors in self.separate[:NAMED]:
            more = f" and {len(actors) - 1:,} more" if len(actors) > 1 else ""
            names.append(f"{actors[0].name}{more}")
        count = len(self.separate)
        conflicts = f"{count:,} other conflict{'s' * (count != 1)}"
        return f"Not joined to this conflict: {conflicts} ({'; '.join(names)})."

    @property
    def frame(self) -> pd.DataFrame:
        """A row for each actor: id, name, kind, camp, and state.

        The state is ``member``, ``undecided``, ``unplaced``, or ``place or asset``.
        """
        import pandas as pd

        rows: list[tuple[str, str, str, int | None, str]] = []
        for camp in self.camps:
            rows += [(*_list_cells(actor), camp.number, "member") for actor in camp.actors]
        rows += [(*_list_cells(actor), None, "undecided") for actor in self.undecided]
        rows += [(*_list_cells(actor), None, "unplaced") for actor in self.unplaced]
        for camp in self.camps:
            apart = camp.places_and_assets
            rows += [(*_list_cells(actor), camp.number, "place or asset") for actor in apart]
        rows += [(*_list_cells(each), None, "place or asset") for each in self.places_and_assets]
        frame = pd.DataFrame(rows, columns=["id", "name", "kind", "camp", "state"])
        return frame.astype({"camp": "Int64"})

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as data: actors by id, as in JSON."""
        return {
            "k": self.k,
            "camps": [[actor.id for actor in camp.actors] for camp in self.camps],
            "undecided": [actor.id for actor in self.undecided],
            "unplaced": [actor.id for actor in self.unplaced],
            "frustration": self.frustration,
            "lower": self.lower,
            "upper": self.upper,
            "optimal": self.optimal,
            "named_camps": [camp.to_dict() for camp in self.camps],
            "places_and_assets": [actor.id for actor in self.places_and_assets],
            "separate": [[actor.id for actor in actors] for actors in self.separate],
            "defections": [each.to_dict() for each in self.defections],
            "tensions": [each.to_dict() for each in self.tensions],
            "placed_by_structure_count": self.placed_by_structure_count,
            "signed_only": self.signed_only,
            "is_compared": self.is_compared,
            "era_note": self.era_note,
            "sentence": self.sentence,
            **self.time_fields,
        }

    def __repr__(self) -> str:
        sizes = ", ".join(f"{len(camp.actors):,}" for camp in self.camps)
        return f"<Camps: {len(self.camps)} ({sizes}), {len(self.undecided)} undecided>"


def _list_cells(actor: Actor) -> tuple[str, str, str]:
    return actor.id, actor.name, actor.kind

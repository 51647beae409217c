"""Who is within so many steps of an actor, and by which relations.

The page finds the same in `explorer/page/assets/core/ego_network.js`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from graph.analysis.answer import Answer
from graph.analysis.nobody_near import NobodyNear, explain_nobody_near
from graph.analysis.paths.build_step import build_step
from graph.analysis.paths.step_facts import StepFacts
from graph.analysis.paths.step_table import build_step_frame
from graph.analysis.paths.steps import Step
from graph.data.counts import describe_listed, format_count
from graph.data.records import Actor
from graph.data.sentences import join_phrases
from graph.errors import QuestionError, shorten
from graph.select.adjacency import Adjacency
from graph.select.asked_time import AskedTime, count_asked_of

if TYPE_CHECKING:
    import pandas as pd

    from graph.select.selection import Selection

MOST_LOOKED_AT = 500_000  # neighbours
MOST_COMPARED = 1_000  # steps to one actor
DEEPEST = 20
NUMBERS = ("", "one", "two", "three", "four", "five", "six")


@dataclass(frozen=True)
class EgoMember:
    """An actor within some steps of another.

    Parameters
    ----------
    actor
        The actor.
    distance
        How many steps away it is, by the shortest path.
    step
        The last step there, from an actor that is one step nearer.
    """

    actor: Actor
    distance: int
    step: Step


@dataclass(frozen=True, repr=False)
class EgoNetwork(Answer):
    """The actors within some steps of one.

    Parameters
    ----------
    actor
        The actor.
    depth
        The most steps.
    directed
        Whether relations were followed from source to target only.
    counts
        How many actors are one step away, two steps away, and so on.
    members
        The first of them, the nearest first; of those as near, by the actor before them.
    is_complete
        Whether the search was not ended by a bound; else there may be more.
    asked_time
        The span that was asked, and how many relations may hold in it; None where none was.
    why
        Why nobody is near; None where somebody is, or where the filters do not explain it.
    """

    actor: Actor
    depth: int
    directed: bool
    counts: tuple[int, ...]
    members: tuple[EgoMember, ...]
    is_complete: bool = True
    asked_time: AskedTime | None = None
    why: NobodyNear | None = None

    @property
    def steps(self) -> tuple[Step, ...]:
        """The step to each of the members."""
        return tuple(member.step for member in self.members)

    @property
    def cut_short(self) -> bool:
        """Whether there are more actors than are listed."""
        return not self.is_complete or sum(self.counts) > len(self.members)

    @property
    def sentence(self) -> str:
        """How many actors are how near."""
        name, total = shorten(self.actor.name), sum(self.counts)
        within = f"within {format_count(self.depth, 'step')} of {name}"
        least = "" if self.is_complete else "at least "
        if total == 0:
            return f"No actor is {within}."
        count = f"{least}{format_count(total, 'actor')}"
        verb = "is" if total == 1 else "are"
        if len(self.counts) == 1:
            return f"{count[0].upper()}{count[1:]} {verb} {within}."
        levels = [
            f"{count:,} {name_distance(distance)}" for distance, count in enumerate(self.counts, 1)
        ]
        return f"{count[0].upper()}{count[1:]} {verb} {within}: {join_phrases(levels)}."

    @property
    def size_notes(self) -> tuple[str, ...]:
        """Why nobody is near; whether the search was ended, or the list cut short."""
        notes = [self.why.describe()] if self.why else []
        if not self.is_complete:
            notes.append("The search was ended: there may be more.")
        elif 0 < len(self.counts) < self.depth:
            notes.append("Nobody is farther away.")
        if sum(self.counts) > len(self.members):
            notes.append(describe_listed(len(self.members)))
        return tuple(notes)

    @property
    def notes(self) -> tuple[str, ...]:
        """What is not listed, and how much may hold."""
        return (*self.size_notes, *self.time_notes)

    @property
    def frame(self) -> pd.DataFrame:
        """A row for each relation that leads to a member: distance, then as in a path's frame."""
        frame = build_step_frame(self.steps)
        distances = [member.distance for member in self.members]
        frame.insert(0, "distance", [distances[number - 1] for number in frame["step"]])
        return frame

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as data: actors and relations by id, as in JSON and on the page."""
        return {
            "actor": self.actor.id,
            "depth": self.depth,
            "directed": self.directed,
            "counts": list(self.counts),
            "is_complete": self.is_complete,
            "cut_short": self.cut_short,
            "members": [
                {
                    "actor": each.actor.id,
                    "distance": each.distance,
                    "before": each.step.source.id,
                    "relations": [relation.id for relation in each.step.relations],
                    "sentence": each.step.sentence,
                }
                for each in self.members
            ],
            "sentence": self.sentence,
            "notes": list(self.size_notes),
            **({"why": self.why.to_dict()} if self.why else {}),
            **self.time_fields,
        }

    def __repr__(self) -> str:
        return f"<EgoNetwork: {self.actor.id}, {format_count(sum(self.counts), 'actor')}>"


def name_distance(distance: int) -> str:
    """Return a distance in words.

    Examples
    --------
    >>> name_distance(1), name_distance(2), name_distance(7)
    ('one step away', 'two steps away', '7 steps away')
    """
    number = NUMBERS[distance] if distance < len(NUMBERS) else str(distance)
    return f"{number} step{'s' * (distance != 1)} away"


def find_ego_network(
    network: Selection, actor: Actor, *, depth: int = 1, directed: bool = False, limit: int = 100
) -> EgoNetwork:
    """Return the actors within some steps of one.

    Relations are followed in either direction, or away from the actor only when `directed` (mutual
    types both ways even then). Disputed relations are not followed.

    Parameters
    ----------
    depth
        The most steps, 1 to `DEEPEST`.
    limit
        The most actors to list.

    Raises
    ------
    QuestionError
        When `depth` or `limit` is out of range.
    """
    if not 1 <= depth <= DEEPEST:
        raise QuestionError("depth", f"must be 1 to {DEEPEST}, not {depth:,}.")
    if limit < 1:
        raise QuestionError("limit", f"must be 1 or more, not {limit:,}.")
    start = network.columns.actor_row[actor.id]
    levels, is_complete = list_levels(
        network.adjacency("forwards" if directed else "either"), start, depth, MOST_LOOKED_AT
    )
    search = _Search(network, network.adjacency("backwards" if directed else "either"))
    listed = search.list_members(start, levels, limit)
    members = tuple(search.build_member(*each) for each in listed)
    relations = (each for member in members for each in member.step.relations)
    return EgoNetwork(
        *(actor, depth, directed, tuple(map(len, levels)), members, is_complete),
        asked_time=count_asked_of(network, relations),
        why=None if levels else explain_nobody_near(network, start, directed=directed),
    )


def list_levels(
    adjacency: Adjacency, start: int, depth: int, most: float
) -> tuple[list[list[int]], bool]:
    """List the actors by their distance from one, in row order, and say whether these are all.

    Parameters
    ----------
    adjacency
        The neighbours of each actor.
    start
        The row of the actor.
    depth
        The most steps.
    most
        How many neighbours are looked at.

    Examples
    --------
    >>> import graph
    >>> network = graph.load_example().only("borders")
    >>> start = network.columns.actor_row["belarus"]
    >>> levels, is_complete = list_levels(network.adjacency("either"), start, 1, 100)
    >>> len(levels[0]), is_complete
    (7, True)
    """
    reached, level = {start}, [start]
    levels: list[list[int]] = []
    looked_at = 0
    for _ in range(depth):
        following: set[int] = set()
        for node in level:
            neighbours = adjacency[node]
            looked_at += len(neighbours)
            if looked_at > most and levels:
                return levels, False
            following.update(neighbours.keys() - reached)
        if not following:
            break
        reached |= following
        level = sorted(following)
        levels.append(level)
    return levels, True


@dataclass(frozen=True)
class _Search:
    """How the members of a network around an actor are reached."""

    network: Selection
    backwards: Adjacency

    def list_members(
        self, start: int, levels: Sequence[Sequence[int]], limit: int
    ) -> list[tuple[int, int, int]]:
        """Return for each of the first members the one before it, itself and its distance."""
        listed: list[tuple[int, int, int]] = []
        order = {start: 0}
        for distance, level in enumerate(levels, 1):
            nearer = set(levels[distance - 2]) if distance > 1 else {start}
            shown = level[: limit - len(listed)]
            pairs = [(self._choose_last(node, nearer), node) for node in shown]
            pairs.sort(key=lambda pair: (_find_position(order, pair[0]), pair[1]))
            order = {node: position for position, (_, node) in enumerate(pairs)}
            listed += [(before, node, distance) for before, node in pairs]
        return listed

    def _choose_last(self, node: int, nearer: set[int]) -> int:
        """Return the actor before one: by the step with influence, beyond doubt, with dates."""

        def measure_step(before: int) -> tuple[bool, bool, bool, int]:
            facts = StepFacts(self.network.columns, self.backwards[node][before], self.network.span)
            doubts = not facts.has_influence, facts.doubt != "", not facts.has_known_time
            return (*doubts, before)

        candidates = (each for each in self.backwards[node] if each in nearer)
        return min(islice(candidates, MOST_COMPARED), key=measure_step)

    def build_member(self, before: int, node: int, distance: int) -> EgoMember:
        """Return a member with the step that leads to it."""
        one, other = map(self.network.columns.actor, (before, node))
        step = build_step(self.network, self.backwards[node][before], one, other)
        return EgoMember(other, distance, step)


def _find_position(order: Mapping[int, int], node: int) -> int:
    return order.get(node, len(order))

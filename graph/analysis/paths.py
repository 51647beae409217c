"""Shortest paths between two actors, with every relation on them and their sentences.

The search itself is in `graph.analysis.path_search`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any

from graph.analysis.answer import Answer
from graph.analysis.path_rank import RankedPaths
from graph.analysis.path_search import ShortestPaths
from graph.analysis.step_facts import StepFactsByEnds
from graph.data.changes import find_changes
from graph.data.claims import (
    add_sides,
    find_sides,
    find_standings,
    get_claim,
    merge_mutual,
)
from graph.data.own_columns import add_own_columns
from graph.data.records import Actor, Relation, Standing
from graph.data.sentences import add_full_stop, format_step
from graph.errors import QuestionError
from graph.select.adjacency import Adjacency
from graph.select.asked_time import AskedTime, add_when, count_asked

if TYPE_CHECKING:
    import pandas as pd

    from graph.select.selection import Selection


@dataclass(frozen=True)
class Step:
    """One step of a path: two actors and every relation between them.

    Parameters
    ----------
    source, target
        The actor the step starts from, and the actor it leads to, whatever the direction of the
        relations.
    relations
        All relations between the two, in row order.
    sentence
        The step in words, with every type once.
    standings
        For each relation whether its claim stands, is contested or is disputed.
    """

    source: Actor
    target: Actor
    relations: tuple[Relation, ...]
    sentence: str
    standings: tuple[Standing, ...]

    @property
    def change_notes(self) -> tuple[str, ...]:
        """Where friend became foe, or foe friend, within a year, a month or a day."""
        return tuple(
            change.describe([r.sentence_from(self.source) for r in (change.first, change.second)])
            for change in find_changes(self.relations)
        )

    @property
    def voices(self) -> frozenset[str]:
        """The independent voices of the relations that assert."""
        asserting = (each for each in self.relations if each.stance == "asserts")
        return frozenset(voice for each in asserting for voice in each.voices)

    @property
    def claims(self) -> tuple[tuple[Relation, Standing], ...]:
        """The relations with their standings, a mutual one that is listed both ways once."""
        merged = merge_mutual(self.relations)
        return tuple((relation, self.standings[index]) for index, relation in merged)


@dataclass(frozen=True)
class Path:
    """A sequence of actors, and the steps between them.

    Parameters
    ----------
    actors
        The actors, from end to end.
    steps
        A step between each actor and the next.
    """

    actors: tuple[Actor, ...]
    steps: tuple[Step, ...]

    @property
    def voice_count(self) -> int:
        """How many independent voices its steps stand on."""
        return len(frozenset().union(*(step.voices for step in self.steps)))

    @property
    def weakest_voice_count(self) -> int:
        """How many independent voices the step with the fewest has."""
        return min((len(step.voices) for step in self.steps), default=0)

    @property
    def sentence(self) -> str:
        """The whole path as one sentence."""
        if not self.steps:
            return f"Both names mean {self.actors[0].name}."
        return add_full_stop("; ".join(step.sentence for step in self.steps))


@dataclass(frozen=True, repr=False)
class Paths(Answer):
    """The shortest paths between two actors.

    Parameters
    ----------
    source, target
        The actors at the two ends.
    directed
        Whether relations were followed from source to target only.
    length
        How many steps every path has; None without a path.
    path_count
        How many paths of that length there are, as sequences of actors.
    paths
        The first of them, by their actors' rows.
    asked_time
        The span that was asked, and how many relations may hold in it; None where none was.
    """

    source: Actor
    target: Actor
    directed: bool
    length: int | None
    path_count: int
    paths: tuple[Path, ...]
    asked_time: AskedTime | None = None

    @property
    def cut_short(self) -> bool:
        """Whether there are more paths than are listed."""
        return self.path_count > len(self.paths)

    @property
    def sentence(self) -> str:
        """The first path as a sentence, or that no path exists."""
        if not self.paths:
            return add_full_stop(f"No path leads from {self.source.name} to {self.target.name}")
        return self.paths[0].sentence

    @property
    def notes(self) -> tuple[str, ...]:
        """How many more paths are as short as the first, and what its dates leave open."""
        more, steps = self.path_count - 1, _format_count(self.length or 0, "step")
        others = (f"{_format_count(more, 'other path')} of {steps}.",) if more > 0 else ()
        return others + self.time_notes

    @property
    def time_notes(self) -> tuple[str, ...]:
        """What changed on the first path within a year of the span, and how much may hold."""
        steps = self.paths[0].steps if self.paths and self.asked_time else ()
        changes = tuple(note for step in steps for note in step.change_notes)
        return changes + super().time_notes

    def __str__(self) -> str:
        return " ".join([self.sentence, *(f"({note})" for note in self.notes)])

    @property
    def frame(self) -> pd.DataFrame:
        """A row for each relation on each path, read from the start of the step.

        Columns: path, step, source, target, relation, type, standing, sentence, references, and
        those of the author's own.
        """
        import pandas as pd

        rows = [
            (number, step_number, step.source.id, step.target.id, *_list_cells(step, index))
            for number, path in enumerate(self.paths, 1)
            for step_number, step in enumerate(path.steps, 1)
            for index in range(len(step.relations))
        ]
        names = ["path", "step", "source", "target", "relation", "type", "standing", "sentence"]
        steps = (step for path in self.paths for step in path.steps)
        relations = [relation for step in steps for relation in step.relations]
        frame = add_when(pd.DataFrame(rows, columns=[*names, "references"]), relations)
        return add_own_columns(frame, [relation.attributes for relation in relations])

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as data: actors and relations by id, as in JSON and on the page."""
        return {
            "source": self.source.id,
            "target": self.target.id,
            "directed": self.directed,
            "length": self.length,
            "path_count": self.path_count,
            "cut_short": self.cut_short,
            "paths": [
                {
                    "actors": [actor.id for actor in path.actors],
                    "relations": [[r.id for r in step.relations] for step in path.steps],
                    "sentence": path.sentence,
                }
                for path in self.paths
            ],
            **self.time_fields,
        }

    def __repr__(self) -> str:
        counts = (
            f"{_format_count(self.length or 0, 'step')}, {_format_count(self.path_count, 'path')}"
        )
        paths = "no path" if self.length is None else counts
        return f"<Paths: {self.source.id} to {self.target.id}, {paths}>"


def _format_count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' * (number != 1)}"


def _list_cells(step: Step, index: int) -> tuple[str, ...]:
    """Return the cells of one relation of a step: id, type, standing, sentence, references."""
    relation, standing = step.relations[index], step.standings[index]
    sentence = relation.sentence_from(step.source)
    references = "|".join(r if isinstance(r, str) else r.citation for r in relation.references)
    return relation.id, relation.type.name, standing, sentence, references


def find_shortest_paths(
    network: Selection, source: Actor, target: Actor, *, directed: bool = False, limit: int = 100
) -> Paths:
    """Return the shortest paths between two actors of a network.

    Relations are followed in either direction, or from source to target only when `directed`
    (mutual types both ways even then). Length counts steps and ignores weights. Parallel relations
    are one step that names them all. Disputed relations are not followed.

    Parameters
    ----------
    network
        The network, as far as it is selected.
    source, target
        Two of its actors; from an actor to itself the path has length 0.
    limit
        The most paths to list; `path_count` says how many there are.

    Raises
    ------
    QuestionError
        When `limit` is less than 1.
    """
    if limit < 1:
        raise QuestionError("limit", f"must be 1 or more, not {limit}.")
    row = network.columns.actor_row
    forwards = network.adjacency("forwards" if directed else "either")
    backwards = network.adjacency("backwards" if directed else "either")
    shortest = ShortestPaths.between(
        row[source.id], row[target.id], forwards.__getitem__, backwards.__getitem__
    )
    facts = StepFactsByEnds(network.columns, forwards)
    ranked = RankedPaths(network.columns, shortest, facts)
    paths = tuple(
        _build_path(network, rows, forwards) for rows in islice(ranked, min(limit, sys.maxsize))
    )
    answer = Paths(source, target, directed, shortest.length, shortest.path_count, paths)
    return replace(answer, asked_time=count_asked(network))


def _build_path(network: Selection, path: Sequence[int], adjacency: Adjacency) -> Path:
    """Return the actors, relations and sentences of a path that is given as row numbers."""
    columns = network.columns
    actors = {row: columns.actor(row) for row in path}
    steps = []
    for here, there in pairwise(path):
        rows = adjacency[here][there]
        states = find_standings(columns, rows)
        sides = find_sides(columns, rows)
        relations = tuple(
            add_sides(network.relation(row), get_claim(columns, row), sides) for row in rows
        )
        standing = tuple(states[get_claim(columns, row)] for row in rows)
        sentence = format_step(actors[here], actors[there], relations, standing)
        steps.append(Step(actors[here], actors[there], relations, sentence, standing))
    return Path(tuple(actors[row] for row in path), tuple(steps))

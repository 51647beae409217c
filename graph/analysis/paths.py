"""Shortest paths over typed, dated, parallel, sourced relations.

Here the answer is put into words; the search itself is in `graph.analysis.path_search`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any

from graph.analysis.answer import Answer
from graph.analysis.path_search import ShortestPaths
from graph.data.claims import find_standings, get_claim
from graph.data.columns import Columns
from graph.data.records import Actor, Relation, Standing
from graph.data.sentences import step_sentence, stopped
from graph.errors import QuestionError
from graph.select.adjacency import Adjacency

if TYPE_CHECKING:
    import pandas as pd

    from graph.select.selection import Selection


@dataclass(frozen=True)
class Step:
    """One step of a path: two actors and every relation between them.

    Parameters
    ----------
    source, target
        From whom to whom the path goes here, whichever way the relations run.
    relations
        All that hold between the two, in row order.
    sentence
        The step in words, every type told once.
    standings
        For each of the relations whether it stands, is contested or only disputed.
    """

    source: Actor
    target: Actor
    relations: tuple[Relation, ...]
    sentence: str
    standings: tuple[Standing, ...]


@dataclass(frozen=True)
class Path:
    """One chain of actors, and the steps between them.

    Parameters
    ----------
    actors
        From end to end.
    steps
        One fewer than actors.
    """

    actors: tuple[Actor, ...]
    steps: tuple[Step, ...]

    @property
    def sentence(self) -> str:
        """The whole path as one sentence."""
        if not self.steps:
            return f"{self.actors[0].name} is the same actor."
        return stopped("; ".join(step.sentence for step in self.steps))


@dataclass(frozen=True, repr=False)
class Paths(Answer):
    """The shortest paths between two actors.

    Parameters
    ----------
    source, target
        The two ends.
    directed
        Whether relations were only walked from source to target.
    length
        Steps of every path; None when no path leads there.
    count
        How many equally short paths there are, as chains of actors.
    paths
        The first of them, in the order of their actors' rows.
    """

    source: Actor
    target: Actor
    directed: bool
    length: int | None
    count: int
    paths: tuple[Path, ...]

    @property
    def cut_short(self) -> bool:
        """Whether there are more paths than are listed."""
        return self.count > len(self.paths)

    @property
    def sentence(self) -> str:
        """The first path as a sentence, or that there is none."""
        if not self.paths:
            return stopped(f"No path leads from {self.source.name} to {self.target.name}")
        return self.paths[0].sentence

    @property
    def notes(self) -> tuple[str, ...]:
        """How many more paths are as short as the first."""
        more, steps = self.count - 1, _counted(self.length or 0, "step")
        return (f"{_counted(more, 'other path')} of {steps}.",) if more > 0 else ()

    def __str__(self) -> str:
        return " ".join([self.sentence, *(f"({note})" for note in self.notes)])

    @property
    def frame(self) -> pd.DataFrame:
        """A row for each relation on each path, read from where the step starts.

        Columns: path, step, source, target, relation, type, standing, sentence, references.
        """
        import pandas as pd

        rows = [
            (number, place, step.source.id, step.target.id, *_cells(step, relation, standing))
            for number, path in enumerate(self.paths, 1)
            for place, step in enumerate(path.steps, 1)
            for relation, standing in zip(step.relations, step.standings, strict=True)
        ]
        names = ["path", "step", "source", "target", "relation", "type", "standing", "sentence"]
        return pd.DataFrame(rows, columns=[*names, "references"])

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as data: actors and relations by id, as in JSON and on the page."""
        return {
            "source": self.source.id,
            "target": self.target.id,
            "directed": self.directed,
            "length": self.length,
            "count": self.count,
            "cut_short": self.cut_short,
            "paths": [
                {
                    "actors": [actor.id for actor in path.actors],
                    "relations": [[r.id for r in step.relations] for step in path.steps],
                    "sentence": path.sentence,
                }
                for path in self.paths
            ],
        }

    def __repr__(self) -> str:
        held = f"{_counted(self.length or 0, 'step')}, {_counted(self.count, 'path')}"
        found = "no path" if self.length is None else held
        return f"<Paths: {self.source.id} to {self.target.id}, {found}>"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' * (number != 1)}"


def _cells(step: Step, relation: Relation, standing: Standing) -> tuple[str, ...]:
    told = relation.sentence_from(step.source)
    works = "|".join(r if isinstance(r, str) else r.citation for r in relation.references)
    return relation.id, relation.type.name, standing, told, works


def shortest(
    network: Selection, source: Actor, target: Actor, *, directed: bool = False, limit: int = 100
) -> Paths:
    """Return the shortest paths between two actors of a network.

    Every relation is walked in either direction, or only from source to target when `directed`
    (mutual types both ways even then). Length counts steps; weights play no part. Parallel
    relations make one step that tells them all. A relation that is only disputed is not walked.

    Parameters
    ----------
    network
        Where to search: what its filters keep.
    source, target
        Two of its actors; the same one twice is a path of length 0.
    limit
        How many paths to list; `count` tells how many there are.

    Raises
    ------
    QuestionError
        When `limit` is below 1.
    """
    if limit < 1:
        raise QuestionError("limit", f"{limit} lists no path. Give 1 or more.")
    row = network.columns.actor_row
    forwards = network.adjacency("forwards" if directed else "either")
    backwards = network.adjacency("backwards" if directed else "either")
    web = ShortestPaths.between(
        row[source.id], row[target.id], forwards.__getitem__, backwards.__getitem__
    )
    told = [
        _told(network.columns, walk, forwards)
        for walk in islice(web.walks(), min(limit, sys.maxsize))
    ]
    return Paths(source, target, directed, web.length, web.count, tuple(told))


def _told(columns: Columns, walk: Sequence[int], adjacency: Adjacency) -> Path:
    """Turn a walk over row numbers into actors, relations and sentences."""
    actors = {row: columns.actor(row) for row in walk}
    steps = []
    for here, there in pairwise(walk):
        rows = adjacency[here][there]
        states = find_standings(columns, rows)
        relations = tuple(map(columns.relation, rows))
        standing = tuple(states[get_claim(columns, row)] for row in rows)
        sentence = step_sentence(actors[here], actors[there], relations, standing)
        steps.append(Step(actors[here], actors[there], relations, sentence, standing))
    return Path(tuple(actors[row] for row in walk), tuple(steps))

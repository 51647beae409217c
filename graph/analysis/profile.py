"""The profile of an actor: description, ranks, and every relation as a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from graph.analysis.answer import Answer
from graph.analysis.relation_frame import build_relation_frame
from graph.data.changes import describe_changes
from graph.data.claims import (
    Claim,
    add_sides,
    find_sides,
    find_standings,
    get_claim,
    merge_mutual,
)
from graph.data.columns import Columns
from graph.data.counts import format_count
from graph.data.records import Actor, Relation, Standing
from graph.select.asked_time import AskedTime, count_asked_of
from graph.select.projection import Projection

if TYPE_CHECKING:
    import pandas as pd

    from graph.select.selection import Selection


@dataclass(frozen=True)
class ProfileRelation:
    """A relation as read from one of its ends.

    Parameters
    ----------
    neighbour
        The actor at the other end.
    relation
        The relation itself.
    standing
        Whether its claim stands, is contested or is disputed.
    sentence
        The relation in words, read from this end.
    """

    neighbour: Actor
    relation: Relation
    standing: Standing
    sentence: str


@dataclass(frozen=True, repr=False)
class Profile(Answer):
    """An actor with all its relations.

    Parameters
    ----------
    actor
        The actor.
    relations
        Its relations, in the order of the types' vocabulary, then of rows.
    ranks
        Its rank by each measure, from 1; actors with equal scores share the better rank. A
        measure by which its score is 0 is left out.
    rank_notes
        What the measures of these ranks leave out: a sentence each.
    asked_time
        The span that was asked, and how many relations may hold in it; None where none was.
    all_relation_count
        How many relations it has without the filters.
    """

    actor: Actor
    relations: tuple[ProfileRelation, ...]
    ranks: Mapping[str, int]
    rank_notes: tuple[str, ...] = ()
    asked_time: AskedTime | None = None
    all_relation_count: int = 0

    @property
    def sentence(self) -> str:
        """Name, kind, and how many relations it has with how many other actors.

        Examples
        --------
        >>> import graph
        >>> net = graph.load_example()
        >>> print(net.show("Poland").sentence)
        Poland (state): 17 relations with 11 others.
        >>> print(net.only("borders").show("Poland").sentence)
        Poland (state): 3 of 17 relations under the filters, with 3 others.
        """
        return "".join(self.sentence_parts)

    @property
    def sentence_parts(self) -> tuple[str, ...]:
        """The sentence in parts, from the data and from our own words in turn."""
        neighbours = {each.neighbour.id for each in self.relations}
        others = f"with {format_count(len(neighbours - {self.actor.id}), 'other')}"
        others += " and itself" if self.actor.id in neighbours else ""
        counts = f"{self._relation_count} {others}"
        if self.is_filtered:
            every = format_count(self.all_relation_count, "relation")
            counts = f"{len(self.relations):,} of {every} under the filters, {others}"
        return self.actor.name, " (", self.actor.kind.replace("_", " "), f"): {counts}."

    @property
    def is_filtered(self) -> bool:
        """Whether the filters leave out relations of the actor."""
        return self.all_relation_count > len(self.relations)

    @property
    def time_notes(self) -> tuple[str, ...]:
        """What changed within a year of the span that was asked, and how much may hold."""
        by_neighbour: dict[str, list[Relation]] = {}
        for each in self.relations if self.asked_time else ():
            by_neighbour.setdefault(each.neighbour.id, []).append(each.relation)
        changes = tuple(
            note
            for relations in by_neighbour.values()
            for note in describe_changes(relations, lambda each: each.sentence_from(self.actor))
        )
        return changes + super().time_notes

    @property
    def claims(self) -> tuple[ProfileRelation, ...]:
        """The relations, a mutual one that is listed both ways once."""
        merged = merge_mutual([each.relation for each in self.relations])
        return tuple(
            replace(self.relations[index], relation=relation) for index, relation in merged
        )

    @property
    def _relation_count(self) -> str:
        return format_count(len(self.relations), "relation")

    @property
    def frame(self) -> pd.DataFrame:
        """A row for each relation: relation, type, neighbour, standing, sentence, own columns."""
        rows = [
            (
                each.relation.id,
                each.relation.type.name,
                each.neighbour.id,
                each.standing,
                each.sentence,
            )
            for each in self.relations
        ]
        names = ["relation", "type", "neighbour", "standing", "sentence"]
        relations = [each.relation for each in self.relations]
        return build_relation_frame(names, rows, relations)

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as data: actors and relations by id, as in JSON and on the page."""
        actor = self.actor
        return {
            "actor": {
                "id": actor.id,
                "name": actor.name,
                "kind": actor.kind,
                "aliases": list(actor.aliases),
                "description": actor.description,
                "start": actor.start,
                "end": actor.end,
                "attributes": dict(actor.attributes),
            },
            "ranks": dict(self.ranks),
            "rank_notes": list(self.rank_notes),
            "all_relation_count": self.all_relation_count,
            "relations": [
                {
                    "relation": each.relation.id,
                    "type": each.relation.type.name,
                    "neighbour": each.neighbour.id,
                    "standing": each.standing,
                    "sentence": each.sentence,
                }
                for each in self.relations
            ],
            **self.time_fields,
        }

    def __repr__(self) -> str:
        return f"<Profile: {self.actor.id}, {self._relation_count}>"


RANKED = ("degree", "betweenness", "pagerank")
MOST_RANKED = 2_000  # actors; in larger networks the rank by degree alone is quick


def build_profile(network: Selection, actor: Actor) -> Profile:
    """Return the profile of an actor with all relations of a Network, disputed ones included.

    Ranks are by degree, betweenness and PageRank on the undirected, unweighted projection; in
    networks of more than 2,000 actors by degree alone, as the others would take long.
    """
    columns = network.columns
    row_of_actor = columns.actor_row[actor.id]
    sources, targets = columns.endpoints
    rows = [row for row in network.relation_numbers if row_of_actor in (sources[row], targets[row])]
    states, sides = find_standings(columns, rows), find_sides(columns, rows)
    type_numbers = {name: number for number, name in enumerate(network.types)}
    first_rows: dict[Claim, int] = {}
    for row in rows:
        first_rows.setdefault(get_claim(columns, row), row)

    def sort_key(row: int) -> tuple[int, int, int]:
        """Sort by type, and keep the rows about one claim together."""
        type_number = type_numbers[columns.relation_types[row].name]
        return type_number, first_rows[get_claim(columns, row)], row

    relations = [
        _read_from(
            actor,
            add_sides(network.relation(row), get_claim(columns, row), sides),
            states[get_claim(columns, row)],
        )
        for row in sorted(rows, key=sort_key)
    ]
    asked_time = count_asked_of(network, (each.relation for each in relations))
    count = _count_relations(columns, row_of_actor) if network.filters else len(relations)
    ranks, notes = _rank(network, row_of_actor)
    return Profile(actor, tuple(relations), ranks, notes, asked_time, count)


def _count_relations(columns: Columns, row_of_actor: int) -> int:
    """Count the relations of an actor in all of the data."""
    return sum(row_of_actor in ends for ends in zip(*columns.endpoints, strict=True))


def _read_from(actor: Actor, relation: Relation, standing: Standing) -> ProfileRelation:
    neighbour = relation.target if relation.source.id == actor.id else relation.source
    return ProfileRelation(neighbour, relation, standing, relation.sentence_from(actor))


def _rank(network: Selection, row: int) -> tuple[dict[str, int], tuple[str, ...]]:
    """Return the ranks of an actor by measure, and what these measures leave out."""
    from graph.analysis.large.strategy import MeasureOptions
    from graph.analysis.measure_notes import list_method_notes
    from graph.analysis.scores import compute_scores_by_row

    measures = RANKED if len(network.actor_numbers) <= MOST_RANKED else RANKED[:1]
    computed = compute_scores_by_row(network, measures)
    ranks = {
        measure: 1 + sum(round(score, 12) > round(scores[row], 12) for score in scores.values())
        for measure, scores in computed.scores.items()
        if round(scores[row], 12) > 0
    }
    options = MeasureOptions()
    return ranks, tuple(list_method_notes(network, [*ranks], Projection(), options, {}))

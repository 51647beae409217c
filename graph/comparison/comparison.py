"""What differs between two versions of the data: added, removed, changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from graph.analysis.answer import Answer
from graph.comparison.consequence import Consequence
from graph.comparison.pairing import Pairs
from graph.comparison.row_changes import (
    ActorChange,
    FieldChange,
    RelationChange,
    UnpairedRelation,
)
from graph.data.records import Actor, Relation

if TYPE_CHECKING:
    import pandas as pd

    from graph.analysis.large.strategy import ReportProgress
    from graph.comparison.union import VersionUnion
    from graph.network import Network
    from graph.select.asked_time import AskedTime


@dataclass(frozen=True, repr=False)
class Comparison(Answer):
    """What differs between two versions of a network.

    Parameters
    ----------
    before, after
        The two versions.
    added_actors, removed_actors
        The actors that are only in the version after, or only in the one before, in row order.
    changed_actors
        The actors that are in both and differ.
    added_relations, removed_relations
        The relations only in the version after, or only in the one before, in row order.
    changed_relations
        The relations that are in both and differ.
    actor_pairs, relation_pairs
        The rows of the two versions that are the same.
    asked_time
        The span that was asked, and how many of the added, removed and changed relations may hold
        in it; None where none was, or the versions were asked about different ones.
    consequences
        What differs in the answers about the versions; None where that was not asked.
    """

    before: Network
    after: Network
    added_actors: tuple[Actor, ...]
    removed_actors: tuple[Actor, ...]
    changed_actors: tuple[ActorChange, ...]
    added_relations: tuple[UnpairedRelation, ...]
    removed_relations: tuple[UnpairedRelation, ...]
    changed_relations: tuple[RelationChange, ...]
    actor_pairs: Pairs
    relation_pairs: Pairs
    asked_time: AskedTime | None = None
    consequences: tuple[Consequence, ...] | None = None

    @property
    def differs(self) -> bool:
        """Whether anything differs."""
        return any(number for counts in self.counts.values() for number in counts.values())

    @property
    def counts(self) -> dict[str, dict[str, int]]:
        """How many actors and relations are added, removed, changed."""
        return {
            "actors": {
                "added": len(self.added_actors),
                "removed": len(self.removed_actors),
                "changed": len(self.changed_actors),
            },
            "relations": {
                "added": len(self.added_relations),
                "removed": len(self.removed_relations),
                "changed": len(self.changed_relations),
            },
        }

    @property
    def sentence(self) -> str:
        """How many rows differ.

        Examples
        --------
        >>> import graph
        >>> net = graph.load_example()
        >>> print(graph.compare(net.avoid("borders"), net.avoid_actor("Minsk")))
        Actors: 0 added, 1 removed, 0 changed. Relations: 14 added, 3 removed, 0 changed.
        >>> print(graph.compare(net, net))
        Nothing differs.
        """
        if not self.differs:
            return "Nothing differs."
        counted = [
            f"{family.capitalize()}: "
            + ", ".join(f"{number:,} {change}" for change, number in counts.items())
            for family, counts in self.counts.items()
        ]
        return f"{'. '.join(counted)}."

    def with_consequences(
        self,
        measure: str = "betweenness",
        *,
        seconds: float = 60,
        progress: ReportProgress | None = None,
    ) -> Self:
        """Return it with what differs in structure, connection, ranks, balance and camps.

        Parameters
        ----------
        measure
            The measure by which actors are ranked.
        seconds
            How long all proofs of balance and camps may take together.
        progress
            Called as by `graph.analysis.centrality.measure_centrality`.

        Raises
        ------
        QuestionError
            When there is no such measure.

        Examples
        --------
        >>> import graph
        >>> net = graph.load_example()
        >>> found = graph.compare(net.at("2014"), net.at("2022")).with_consequences("degree")
        >>> print(found.consequences[0].sentence)
        actors: 77, was 69
        """
        from graph.analysis.large.strategy import ignore_progress
        from graph.comparison.consequences import answer_all, list_consequences

        versions = self.before, self.after
        before, after = answer_all(versions, measure, seconds, progress or ignore_progress)
        return replace(self, consequences=list_consequences(before, after))

    @cached_property
    def union(self) -> VersionUnion:
        """Both versions in one network, with the change of each row."""
        from graph.comparison.union import merge_versions

        actors = {change.after.id for change in self.changed_actors}
        relations = {change.after.id for change in self.changed_relations}
        pairs = self.actor_pairs, self.relation_pairs
        return merge_versions(self.before, self.after, *pairs, (actors, relations))

    @property
    def frame(self) -> pd.DataFrame:
        """A row for each difference; a changed actor or relation has one a field."""
        import pandas as pd

        names = ["family", "id", "change", "field", "before", "after", "sentence"]
        return pd.DataFrame([list(row) for row in self.rows()], columns=names)

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Yield the rows of the frame: family, id, change, field, before, after, sentence."""
        for change, actors in (("added", self.added_actors), ("removed", self.removed_actors)):
            for actor in actors:
                yield "actor", actor.id, change, "", "", "", actor.name
        for changed in self.changed_actors:
            for field in changed.fields:
                cells = field.field, field.before, field.after
                yield "actor", changed.after.id, "changed", *cells, changed.after.name
        unpaired = (("added", self.added_relations), ("removed", self.removed_relations))
        for change, relations in unpaired:
            for relation in (each.relation for each in relations):
                yield "relation", relation.id, change, "", "", "", relation.sentence
        for altered in self.changed_relations:
            for field in altered.fields:
                cells = field.field, field.before, field.after
                yield "relation", altered.after.id, "changed", *cells, altered.after.sentence
        for each in self.consequences or ():
            texts = each.before, each.after, each.sentence
            yield "answer", each.subject, each.topic, each.label, *texts

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as data: actors and relations by id, as in JSON and on the page."""
        return {
            "actors": {
                "added": [actor.id for actor in self.added_actors],
                "removed": [actor.id for actor in self.removed_actors],
                "changed": [
                    {"actor": change.after.id, "fields": _fields_to_dicts(change.fields)}
                    for change in self.changed_actors
                ],
            },
            "relations": {
                "added": [_relation_to_dict(each.relation) for each in self.added_relations],
                "removed": [_relation_to_dict(each.relation) for each in self.removed_relations],
                "changed": [
                    {**_relation_to_dict(change.after), "fields": _fields_to_dicts(change.fields)}
                    for change in self.changed_relations
                ],
            },
            **self._consequence_fields,
            **self.time_fields,
        }

    @property
    def _consequence_fields(self) -> dict[str, Any]:
        if self.consequences is None:
            return {}
        return {"consequences": [each.to_dict() for each in self.consequences]}

    def __repr__(self) -> str:
        return f"<Comparison: {self.sentence}>"


def _fields_to_dicts(changes: Iterable[FieldChange]) -> list[dict[str, str]]:
    return [{"field": each.field, "before": each.before, "after": each.after} for each in changes]


def _relation_to_dict(relation: Relation) -> dict[str, str]:
    return {"relation": relation.id, "sentence": relation.sentence}

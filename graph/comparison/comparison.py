"""What differs between two versions of the data: added, removed, changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from graph.analysis.answer import Answer
from graph.comparison.pairing import Pairs
from graph.data.records import Actor, Relation, Standing

if TYPE_CHECKING:
    import pandas as pd

    from graph.comparison.union import VersionUnion
    from graph.network import Network
    from graph.select.asked_time import AskedTime

BLANK = "blank"


@dataclass(frozen=True)
class FieldChange:
    """One column in which two versions of a row differ.

    Parameters
    ----------
    field
        The column's name.
    before, after
        The cell in each version; empty where it is blank.
    """

    field: str
    before: str
    after: str

    @property
    def sentence(self) -> str:
        """The value after and the value before.

        Examples
        --------
        >>> FieldChange("weight", "1", "2").sentence, FieldChange("end", "", "2022").sentence
        ('weight: 2, was 1', 'end: 2022, was blank')
        """
        return f"{self.field}: {self.after or BLANK}, was {self.before or BLANK}"


@dataclass(frozen=True)
class ActorChange:
    """An actor that both versions have and that differs.

    Parameters
    ----------
    before, after
        The actor in each version.
    fields
        The columns in which they differ, in the order of the columns.
    """

    before: Actor
    after: Actor
    fields: tuple[FieldChange, ...]

    @property
    def sentence(self) -> str:
        """The value after and the value before of each field."""
        return "; ".join(field.sentence for field in self.fields)


@dataclass(frozen=True)
class RelationChange:
    """A relation that both versions have and that differs.

    Parameters
    ----------
    before, after
        The relation in each version.
    fields
        The columns in which they differ, in the order of the columns.
    standing
        Whether it stands, is contested or only disputed in the version after.
    """

    before: Relation
    after: Relation
    fields: tuple[FieldChange, ...]
    standing: Standing

    @property
    def sentence(self) -> str:
        """The value after and the value before of each field."""
        return "; ".join(field.sentence for field in self.fields)


@dataclass(frozen=True)
class UnpairedRelation:
    """A relation that only one of the versions has.

    Parameters
    ----------
    relation
        The relation.
    standing
        Whether it stands, is contested or only disputed in that version.
    """

    relation: Relation
    standing: Standing


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
            **self.time_fields,
        }

    def __repr__(self) -> str:
        return f"<Comparison: {self.sentence}>"


def _fields_to_dicts(changes: Iterable[FieldChange]) -> list[dict[str, str]]:
    return [{"field": each.field, "before": each.before, "after": each.after} for each in changes]


def _relation_to_dict(relation: Relation) -> dict[str, str]:
    return {"relation": relation.id, "sentence": relation.sentence}

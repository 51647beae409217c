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

    from graph.comparison.union import Union
    from graph.network import Network

BLANK = "blank"


@dataclass(frozen=True)
class FieldChange:
    """One column in which two versions of a row differ.

    Parameters
    ----------
    field
        The column's name.
    before, after
        What stands in it, as text; empty where nothing does.
    """

    field: str
    before: str
    after: str

    @property
    def sentence(self) -> str:
        """What it is, and what it was.

        Examples
        --------
        >>> FieldChange("weight", "1", "2").sentence, FieldChange("end", "", "2022").sentence
        ('weight: 2, was 1', 'end: 2022, was blank')
        """
        return f"{self.field}: {self.after or BLANK}, was {self.before or BLANK}"


@dataclass(frozen=True)
class ActorChange:
    """An actor that both versions have, and that is not the same in both.

    Parameters
    ----------
    before, after
        The actor in each version.
    fields
        Where they differ, in the order of the columns.
    """

    before: Actor
    after: Actor
    fields: tuple[FieldChange, ...]

    @property
    def sentence(self) -> str:
        """What it is and what it was, field by field."""
        return "; ".join(field.sentence for field in self.fields)


@dataclass(frozen=True)
class RelationChange:
    """A relation that both versions have, and that is not the same in both.

    Parameters
    ----------
    before, after
        The relation in each version.
    fields
        Where they differ, in the order of the columns.
    standing
        Whether it stands, is contested or only disputed now.
    """

    before: Relation
    after: Relation
    fields: tuple[FieldChange, ...]
    standing: Standing

    @property
    def sentence(self) -> str:
        """What it is and what it was, field by field."""
        return "; ".join(field.sentence for field in self.fields)


@dataclass(frozen=True)
class RelationOnce:
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
        Who is only in the version after, or only in the one before, in row order.
    changed_actors
        Who is in both and differs.
    added_relations, removed_relations
        What is only in the version after, or only in the one before, in row order.
    changed_relations
        What is in both and differs.
    actor_pairs, relation_pairs
        Which rows of the two versions are the same.
    """

    before: Network
    after: Network
    added_actors: tuple[Actor, ...]
    removed_actors: tuple[Actor, ...]
    changed_actors: tuple[ActorChange, ...]
    added_relations: tuple[RelationOnce, ...]
    removed_relations: tuple[RelationOnce, ...]
    changed_relations: tuple[RelationChange, ...]
    actor_pairs: Pairs
    relation_pairs: Pairs

    @property
    def differs(self) -> bool:
        """Whether anything does."""
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
        """How much differs.

        Examples
        --------
        >>> import graph
        >>> net = graph.load_example()
        >>> print(graph.compare(net.at("2010"), net.avoid_actor("Minsk")))
        Actors: 0 added, 1 removed, 0 changed. Relations: 57 added, 3 removed, 0 changed.
        >>> print(graph.compare(net, net))
        Nothing differs.
        """
        if not self.differs:
            return "Nothing differs."
        told = [
            f"{family.capitalize()}: "
            + ", ".join(f"{number:,} {how}" for how, number in counts.items())
            for family, counts in self.counts.items()
        ]
        return f"{'. '.join(told)}."

    @cached_property
    def union(self) -> Union:
        """Both versions in one network, each row with how it changed."""
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
        for how, actors in (("added", self.added_actors), ("removed", self.removed_actors)):
            yield from (("actor", each.id, how, "", "", "", each.name) for each in actors)
        for actor in self.changed_actors:
            for field in actor.fields:
                told = field.field, field.before, field.after
                yield "actor", actor.after.id, "changed", *told, actor.after.name
        for how, once in (("added", self.added_relations), ("removed", self.removed_relations)):
            for each in once:
                relation = each.relation
                yield "relation", relation.id, how, "", "", "", relation.sentence
        for change in self.changed_relations:
            for field in change.fields:
                told = field.field, field.before, field.after
                yield "relation", change.after.id, "changed", *told, change.after.sentence

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as data: actors and relations by id, as in JSON and on the page."""
        return {
            "actors": {
                "added": [actor.id for actor in self.added_actors],
                "removed": [actor.id for actor in self.removed_actors],
                "changed": [
                    {"actor": change.after.id, "fields": _fields(change.fields)}
                    for change in self.changed_actors
                ],
            },
            "relations": {
                "added": [_once(each.relation) for each in self.added_relations],
                "removed": [_once(each.relation) for each in self.removed_relations],
                "changed": [
                    {**_once(change.after), "fields": _fields(change.fields)}
                    for change in self.changed_relations
                ],
            },
        }

    def __repr__(self) -> str:
        return f"<Comparison: {self.sentence}>"


def _fields(changes: Iterable[FieldChange]) -> list[dict[str, str]]:
    return [{"field": each.field, "before": each.before, "after": each.after} for each in changes]


def _once(relation: Relation) -> dict[str, str]:
    return {"relation": relation.id, "sentence": relation.sentence}

"""Who belongs together: groups of actors with more ties inside than chance would have.

They are found on a declared projection (`graph.select.projection`): undirected, parallel relations
as one tie, which counts as one unless asked otherwise, or by the sum of their weights: where
weights are of several units (sums of money beside ones), the largest would decide alone. Relations
whose type has a negative sign (`opposes`, `attacks`, `sanctions`) are left out before it is made,
as enmity keeps nobody together; those that are only disputed, and ties to oneself, are none in
any projection.

The Leiden method (Traag, Waltman & van Eck, 2019) looks for the division of the highest
modularity (Newman & Girvan, 2004): by how much the share of the ties' weight that lies inside
communities exceeds what chance would put there; 0 is no more than by chance, 1 would be most.
It finds a very good division, not always the best one, and small communities of a very large
network may be taken together (Fortunato & Barthelemy, 2007). An actor without any tie that
counts is in no community.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.analysis.answer import Answer
from graph.analysis.community_partition import Group, divided, tensions
from graph.data.records import Actor
from graph.select.projection import Projection

if TYPE_CHECKING:
    import pandas as pd

    from graph.select.selection import Selection

SEED = 1
FOREMOST = 3  # members that stand for a community


@dataclass(frozen=True, repr=False)
class Community:
    """Actors who belong together.

    Parameters
    ----------
    number
        Its place among the communities, from 1.
    actors
        Its members, those with the weightiest ties inside first, equal ones in row order.
    weights
        For each of them the summed weight of their relations inside; unweighted, how many
        members they are tied to.
    types
        How many relations inside there are of each type, the most common first.
    outside
        How many relations lead to other communities.
    """

    number: int
    actors: tuple[Actor, ...]
    weights: tuple[float, ...]
    types: Mapping[str, int]
    outside: int

    @property
    def foremost(self) -> tuple[Actor, ...]:
        """The three members with the weightiest ties inside."""
        return self.actors[:FOREMOST]

    @property
    def within(self) -> int:
        """How many relations there are inside, parallel ones each."""
        return sum(self.types.values())

    def to_dict(self) -> dict[str, Any]:
        """Return the community as data: a row a member."""
        rows = zip(self.actors, self.weights, strict=True)
        return {
            "number": self.number,
            "size": len(self.actors),
            "within": self.within,
            "outside": self.outside,
            "types": dict(self.types),
            "actors": [_known(actor) | {"weight": weight} for actor, weight in rows],
        }

    def __repr__(self) -> str:
        return f"<Community {self.number}: {_actors(len(self.actors))}>"


@dataclass(frozen=True, repr=False)
class Communities(Answer):
    """Who belongs together.

    Parameters
    ----------
    projection
        What the communities were found on.
    communities
        The largest first, equal ones by their first actor's row.
    modularity
        How much better than chance they divide the network, at the most 1.
    alone
        The actors without any tie that counts, who are in no community, in row order.
    left_out
        How many relations of each type with a negative sign were left out.
    seed
        Of the search.
    """

    projection: Projection
    communities: tuple[Community, ...]
    modularity: float
    alone: tuple[Actor, ...]
    left_out: Mapping[str, int]
    seed: int

    @property
    def within(self) -> int:
        """How many relations lie inside communities, parallel ones each."""
        return sum(community.within for community in self.communities)

    @property
    def between(self) -> int:
        """How many relations lead from one community to another, parallel ones each."""
        return sum(community.outside for community in self.communities) // 2

    @property
    def frame(self) -> pd.DataFrame:
        """A row an actor: community, id, name, kind, weight of the ties inside.

        Communities come in their order; whoever is in none comes last, without a number.
        """
        import pandas as pd

        rows: list[tuple[int | None, str, str, str, float]] = [
            (community.number, actor.id, actor.name, actor.kind, weight)
            for community in self.communities
            for actor, weight in zip(community.actors, community.weights, strict=True)
        ]
        rows += [(None, actor.id, actor.name, actor.kind, 0) for actor in self.alone]
        frame = pd.DataFrame(rows, columns=["community", "id", "name", "kind", "weight"])
        return frame.astype({"community": "Int64", "weight": float})

    @property
    def notes(self) -> tuple[str, ...]:
        """How good the partition is, the projection it was found on, and what was left out."""
        notes = [
            f"Modularity {self.modularity:.3f} (0 is no better than chance, 1 the most).",
            f"{self.within:,} relations lie within communities, {self.between:,} between them.",
        ]
        if self.alone:
            notes.append(f"In no community, for want of ties: {_actors(len(self.alone))}.")
        notes.append(f"Found by the Leiden method on: {self.projection}.")
        if self.left_out:
            counts = ", ".join(f"{name} {count:,}" for name, count in self.left_out.items())
            notes.append(f"Relations of a negative sign are left out: {counts}.")
        return tuple(notes)

    @property
    def sentence(self) -> str:
        """How many communities there are, and who is at the centre of the largest."""
        if not self.communities:
            return "There are no communities: nobody has a tie that counts."
        size = sum(len(community.actors) for community in self.communities)
        count = len(self.communities)
        total = f"{count:,} communit{'y' if count == 1 else 'ies'} of {_actors(size)}"
        first = ", ".join(
            f"{each.actors[0].name} ({len(each.actors):,})" for each in self.communities[:3]
        )
        return f"{total}, the largest around {first}."

    def __str__(self) -> str:
        return super().__str__() if self.communities else self.sentence

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as data: communities with their members, as in JSON."""
        return {
            "modularity": self.modularity,
            "projection": {
                "directed": self.projection.directed,
                "weighted": self.projection.weighted,
            },
            "seed": self.seed,
            "within": self.within,
            "between": self.between,
            "left_out": dict(self.left_out),
            "communities": [community.to_dict() for community in self.communities],
            "alone": [_known(actor) for actor in self.alone],
        }

    def __repr__(self) -> str:
        sizes = [len(community.actors) for community in self.communities]
        return f"<Communities: {len(sizes)} of {_actors(sum(sizes))}>"


def communities(network: Selection, *, weighted: bool = False, seed: int = SEED) -> Communities:
    """Return who belongs together, by the Leiden method.

    Parameters
    ----------
    network
        What its filters keep is all that counts.
    weighted
        Whether a tie counts by the summed weight of its relations; else each counts as one.
    seed
        Of the search: the same one finds the same communities.

    Examples
    --------
    >>> from graph import Network
    >>> import networkx as nx
    >>> cliques = Network.from_graph(nx.ring_of_cliques(3, 4))
    >>> answer = communities(cliques)
    >>> [[actor.id for actor in community.actors] for community in answer.communities]
    [['0', '1', '2', '3'], ['4', '5', '6', '7'], ['8', '9', '10', '11']]
    >>> round(answer.modularity, 3), answer.within, answer.between
    (0.524, 18, 3)
    """
    projection = Projection(weighted=weighted)
    division = divided(network, projection, seed)
    return Communities(
        projection,
        tuple(_community(network, number, each) for number, each in enumerate(division.groups, 1)),
        division.modularity,
        tuple(map(network.columns.actor, division.alone)),
        _left_out(network),
        seed,
    )


def _community(network: Selection, number: int, group: Group) -> Community:
    actors = tuple(map(network.columns.actor, group.rows))
    return Community(number, actors, tuple(group.weights), group.types, group.outside)


def _left_out(network: Selection) -> dict[str, int]:
    types = network.columns.relations.cells("type")
    counts = Counter(map(types.__getitem__, network.relation_numbers))
    return {name: counts[name] for name in tensions(network) if counts[name]}


def _known(actor: Actor) -> dict[str, str]:
    return {"id": actor.id, "name": actor.name, "kind": actor.kind}


def _actors(count: int) -> str:
    return f"{count:,} actor{'s' * (count != 1)}"

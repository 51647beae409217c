"""Communities: actors with more edges among themselves than chance would give them.

They are found on a declared projection (`graph.select.projection`): undirected, with parallel
relations as an edge, which counts as one unless asked otherwise, or by the sum of their weights:
where weights are of several units (sums of money beside ones), the largest would decide alone.
Relations whose type has a negative sign (`opposes`, `attacks`, `sanctions`) are left out before, as
enmity does not hold a community together. Disputed relations, and relations of an actor to itself,
are not part of any projection.

The Leiden method (Traag, Waltman & van Eck, 2019) looks for the partition of the highest
modularity (Newman & Girvan, 2004): how far the share of the edges' weight that lies inside
communities exceeds the share expected by chance; 0 is no more than by chance, 1 would be most.
It finds a very good partition, not always the best, and may merge small communities of a very
large network (Fortunato & Barthelemy, 2007). So it is tried as often as takes about a second: a
fixed number of times for so many edges. The answer says how far the tries agree; an actor moves in
a try if it is not where most of its community is. An actor without edges is in no community.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.analysis.answer import Answer
from graph.analysis.community import Community, to_entry
from graph.analysis.community_agreement import MOST_NAMED, Agreement, describe_agreement
from graph.analysis.community_partition import CommunityRows, list_negative_types, partition_actors
from graph.data.counts import format_count
from graph.data.lazy_sequence import LazySequence
from graph.data.records import Actor
from graph.select.asked_time import AskedTime, count_asked
from graph.select.projection import Projection

if TYPE_CHECKING:
    import pandas as pd

    from graph.select.selection import Selection

SEED = 1


@dataclass(frozen=True, repr=False)
class Communities(Answer):
    """All communities of a network.

    Parameters
    ----------
    projection
        The projection the communities were found on.
    communities
        The largest first, equal ones by their first actor's row.
    modularity
        How far the share of internal edges exceeds the expected one, at most 1.
    isolates
        The actors without edges, which are in no community, in row order.
    negative_counts
        How many relations of each negative type were left out.
    seed
        Seed of the search.
    try_count, agreeing_count
        How often the search was tried, the best of which counts, and how many tries found the same.
    lowest_modularity
        The modularity of the worst try.
    distinct_count, best_count
        How many different partitions the tries found, and how many of the highest modularity.
    stable_share
        The share of actors that do not move between tries, on average.
    moving_actors
        Each actor that does, and in how many tries, the most first.
    asked_time
        The span that was asked, and how many relations may hold in it; None where none was.
    """

    projection: Projection
    communities: tuple[Community, ...]
    modularity: float
    isolates: tuple[Actor, ...]
    negative_counts: Mapping[str, int]
    seed: int
    try_count: int = 0
    agreeing_count: int = 0
    lowest_modularity: float = 0.0
    distinct_count: int = 0
    best_count: int = 0
    stable_share: float = 1.0
    moving_actors: Sequence[tuple[Actor, int]] = ()
    asked_time: AskedTime | None = None

    @property
    def within_count(self) -> int:
        """How many relations lie within communities; parallel relations count each."""
        return sum(community.within_count for community in self.communities)

    @property
    def between_count(self) -> int:
        """How many relations lead between communities; parallel relations count each."""
        return sum(community.outside_count for community in self.communities) // 2

    @property
    def frame(self) -> pd.DataFrame:
        """A row for each actor: community, id, name, kind, weight of its internal edges.

        Sorted by community; isolates come last, without a number.
        """
        import pandas as pd

        rows: list[tuple[int | None, str, str, str, float]] = [
            (community.number, actor.id, actor.name, actor.kind, weight)
            for community in self.communities
            for actor, weight in zip(community.actors, community.weights, strict=True)
        ]
        rows += [(None, actor.id, actor.name, actor.kind, 0) for actor in self.isolates]
        frame = pd.DataFrame(rows, columns=["community", "id", "name", "kind", "weight"])
        return frame.astype({"community": "Int64", "weight": float})

    @property
    def notes(self) -> tuple[str, ...]:
        """How good the partition is, the projection it was found on, and what was left out."""
        within = f"{self.within_count:,} relations lie within communities"
        notes = [
            f"Modularity {self.modularity:.3f} (0 is no better than chance, 1 the most).",
            f"{within}, {self.between_count:,} between them.",
        ]
        if self.isolates:
            verb = "is" if len(self.isolates) == 1 else "are"
            isolates = format_count(len(self.isolates), "actor")
            notes.append(f"{isolates} without edges {verb} in no community.")
        notes.append(f"Found by the Leiden method on: {self.projection}.")
        moving = [actor.name for actor, _ in self.moving_actors[:MOST_NAMED]]
        notes += describe_agreement(self._agreement, moving)
        if self.negative_counts:
            counts = ", ".join(f"{name} {count:,}" for name, count in self.negative_counts.items())
            notes.append(f"Relations of a negative sign are left out: {counts}.")
        return *notes, *self.time_notes

    @property
    def _agreement(self) -> Agreement:
        return Agreement(
            self.try_count,
            self.agreeing_count,
            self.lowest_modularity,
            self.distinct_count,
            self.best_count,
            self.stable_share,
            self.moving_actors,
        )

    @property
    def sentence(self) -> str:
        """How many communities there are, and who is at the centre of the largest."""
        if not self.communities:
            return "There are no communities: no actor has an edge."
        size = sum(len(community.actors) for community in self.communities)
        count = len(self.communities)
        total = f"{count:,} communit{'y' if count == 1 else 'ies'} of {format_count(size, 'actor')}"
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
            "try_count": self.try_count,
            "agreeing_count": self.agreeing_count,
            "lowest_modularity": self.lowest_modularity,
            "distinct_count": self.distinct_count,
            "best_count": self.best_count,
            "stable_share": self.stable_share,
            "moving_actors": [
                to_entry(actor) | {"try_count": count} for actor, count in self.moving_actors
            ],
            "within_count": self.within_count,
            "between_count": self.between_count,
            "negative_counts": dict(self.negative_counts),
            "communities": [community.to_dict() for community in self.communities],
            "isolates": [to_entry(actor) for actor in self.isolates],
            **self.time_fields,
        }

    def __repr__(self) -> str:
        sizes = [len(community.actors) for community in self.communities]
        return f"<Communities: {len(sizes)} of {format_count(sum(sizes), 'actor')}>"


def find_communities(
    network: Selection, *, weighted: bool = False, seed: int = SEED
) -> Communities:
    """Find the communities of a network by the Leiden method.

    Parameters
    ----------
    network
        The network, as far as it is selected.
    weighted
        Whether an edge counts by the summed weight of its relations; else each counts as one.
    seed
        Of the search. The same seed finds the same communities.

    Examples
    --------
    >>> from graph import Network
    >>> import networkx as nx
    >>> cliques = Network.from_graph(nx.ring_of_cliques(3, 4))
    >>> answer = find_communities(cliques)
    >>> [[actor.id for actor in community.actors] for community in answer.communities]
    [['0', '1', '2', '3'], ['4', '5', '6', '7'], ['8', '9', '10', '11']]
    >>> round(answer.modularity, 3), answer.within_count, answer.between_count
    (0.524, 18, 3)
    """
    projection = Projection(weighted=weighted)
    partition = partition_actors(network, projection, seed)
    return Communities(
        projection,
        tuple(
            _build_community(network, number, each)
            for number, each in enumerate(partition.communities, 1)
        ),
        partition.modularity,
        tuple(map(network.columns.actor, partition.isolates)),
        _count_negative(network),
        seed,
        *partition.agreement[:-1],
        LazySequence(
            partition.agreement.moves, lambda move: (network.columns.actor(move[0]), move[1])
        ),
        count_asked(network),
    )


def _build_community(network: Selection, number: int, community: CommunityRows) -> Community:
    return Community(
        number,
        tuple(map(network.columns.actor, community.rows)),
        tuple(community.weights),
        community.type_counts,
        community.outside_count,
    )


def _count_negative(network: Selection) -> dict[str, int]:
    types = network.columns.relations.cells("type")
    counts = Counter(map(types.__getitem__, network.relation_numbers))
    return {name: counts[name] for name in list_negative_types(network) if counts[name]}

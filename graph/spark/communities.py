"""Communities on Spark, by label propagation; the answer has the form of one machine's.

One machine looks for the partition of the highest modularity (`graph.analysis.communities`), which
needs all edges in one process. Label propagation (Raghavan, Albert & Kumara, 2007) needs rounds
over the edges alone, and finds other communities, as a rule fewer and larger ones.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from graph.analysis.communities import Communities
from graph.analysis.community import Community
from graph.data.counts import format_count
from graph.select.projection import Projection
from graph.spark.edges import SIGN, WEIGHT, find_edge_relations, project
from graph.spark.ends import SOURCE, TARGET
from graph.spark.labels import propagate_labels
from graph.spark.network import SparkNetwork
from graph.spark.numbers import fetch_columns, keep, send_columns
from graph.spark.who import list_actors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from pyspark.sql import DataFrame

    Labels = NDArray[np.int32]

MOST_LISTED = 100_000  # actors of the largest communities, which are listed
NO_SEED = 0


@dataclass(frozen=True, repr=False)
class LabelCommunities(Communities):
    """The communities that label propagation finds.

    Parameters
    ----------
    community_count
        How many there are; the largest are listed.
    isolate_count
        How many actors have no edge; few are listed.
    round_count
        After how many rounds the search ended.
    """

    community_count: int = 0
    isolate_count: int = 0
    round_count: int = 0

    @property
    def notes(self) -> tuple[str, ...]:
        """How good the partition is, how it was found, and what was left out."""
        rounds = format_count(self.round_count, "round")
        how = f"Found by label propagation on Spark in {rounds}, not by the Leiden method, on"
        notes = [
            f"Modularity {self.modularity:.3f} (0 is no better than chance, 1 the most).",
            f"{how}: {self.projection}.",
        ]
        if len(self.communities) < self.community_count:
            count = f"{self.community_count:,} communities"
            notes.append(f"The {len(self.communities):,} largest of {count} are listed.")
        if self.isolate_count:
            verb = "is" if self.isolate_count == 1 else "are"
            actors = format_count(self.isolate_count, "actor")
            notes.append(f"{actors} without edges {verb} in no community.")
        if self.negative_counts:
            counts = ", ".join(f"{name} {count:,}" for name, count in self.negative_counts.items())
            notes.append(f"Relations of a negative sign are left out: {counts}.")
        return *notes, *self.time_notes


class LabelPartition(NamedTuple):
    """Who is in which community.

    Parameters
    ----------
    labels
        For each actor the number of an actor, the same for all of a community.
    linked
        For each actor whether it has an edge.
    edges
        The edges.
    round_count
        After how many rounds the search ended.
    """

    labels: Labels
    linked: NDArray[np.bool_]
    edges: DataFrame
    round_count: int


def find_communities(network: SparkNetwork, *, weighted: bool = False) -> LabelCommunities:
    """Find the communities of a network by label propagation.

    Relations of a negative sign are left out before.

    Parameters
    ----------
    network
        The network, as far as it is selected.
    weighted
        Whether an edge counts by the summed weight of its relations; else each counts as one.
    """
    import numpy as np

    projection = Projection(weighted=weighted)
    found = partition(network, weighted=weighted)
    numbers = np.flatnonzero(found.linked)
    present, first, sizes = np.unique(found.labels[numbers], return_index=True, return_counts=True)
    order = np.lexsort((numbers[first] if len(first) else first, -sizes))
    present, sizes = present[order], sizes[order]
    listed = max(1, int(np.searchsorted(np.cumsum(sizes), MOST_LISTED, side="right")))
    inner = _sum_inner(network, found)
    communities = _list_communities(network, found, present[:listed], inner)
    isolates = np.flatnonzero(network.find_selected_actors() & ~found.linked)
    return LabelCommunities(
        projection,
        tuple(communities),
        _measure_modularity(found, inner),
        list_actors(network.data, isolates[:MOST_LISTED].astype(np.int32)),
        _count_negative(network),
        NO_SEED,
        asked_time=network.selected().asked_time,
        community_count=len(present),
        isolate_count=len(isolates),
        round_count=found.round_count,
    )


def partition(network: SparkNetwork, *, weighted: bool = False) -> LabelPartition:
    """Return who is in which community."""
    import numpy as np

    edges = keep(project(network, Projection(weighted=weighted, signs="not_negative")))
    count = network.data.actors.total
    labels, rounds = propagate_labels(edges, count)
    linked = np.zeros(count, bool)
    for end in (SOURCE, TARGET):
        linked[fetch_columns(edges.select(end).distinct())[0]] = True
    return LabelPartition(labels, linked, edges, rounds)


def _send_labels(network: SparkNetwork, labels: Labels, rows: DataFrame) -> DataFrame:
    """Return rows with the labels of their two ends, ``_a`` and ``_b``."""
    import numpy as np

    numbers = np.arange(len(labels), dtype=np.int32)
    sent = send_columns(network.data.session, {"_n": numbers, "_label": labels})
    for end, name in ((SOURCE, "_a"), (TARGET, "_b")):
        rows = rows.join(sent.withColumnsRenamed({"_n": end, "_label": name}), end)
    return rows


def _sum_inner(network: SparkNetwork, found: LabelPartition) -> tuple[NDArray[np.float64], ...]:
    """Return for each actor the weight of its edges within its community, and of all."""
    import numpy as np
    from pyspark.sql import functions as F

    edges = _send_labels(network, found.labels, found.edges)
    both = [edges.select(F.col(end).alias("_n"), "_a", "_b", WEIGHT) for end in (SOURCE, TARGET)]
    inner = F.sum(F.when(F.col("_a") == F.col("_b"), F.col(WEIGHT)).otherwise(0.0))
    rows = both[0].union(both[1]).groupBy("_n").agg(inner, F.sum(WEIGHT))
    numbers, *sums = fetch_columns(rows)
    results = []
    for each in sums:
        result = np.zeros(len(found.labels))
        result[numbers] = each
        results.append(result)
    return tuple(results)


def _measure_modularity(found: LabelPartition, inner: tuple[NDArray[np.float64], ...]) -> float:
    """Return how far the share of inner edges exceeds that by chance (Newman & Girvan, 2004)."""
    import numpy as np

    total = inner[1].sum()
    if not total:
        return 0.0
    within, every = (np.bincount(found.labels, each) for each in inner)
    return float((within / total - (every / total) ** 2).sum())


def _list_communities(
    network: SparkNetwork,
    found: LabelPartition,
    present: Labels,
    inner: tuple[NDArray[np.float64], ...],
) -> list[Community]:
    """Return communities with their members and the relations among these."""
    import numpy as np

    types, outside = _count_relations(network, found, present)
    in_any = np.isin(found.labels, present) & found.linked
    numbers = np.flatnonzero(in_any).astype(np.int32)
    actors = dict(zip(numbers.tolist(), list_actors(network.data, numbers), strict=True))
    communities = []
    for number, label in enumerate(present.tolist(), 1):
        members = numbers[found.labels[numbers] == label]
        members = members[np.lexsort((members, -inner[0][members]))]
        communities.append(
            Community(
                number,
                tuple(actors[each] for each in members.tolist()),
                tuple(inner[0][members].tolist()),
                types.get(label, {}),
                outside.get(label, 0),
            )
        )
    return communities


def _count_relations(
    network: SparkNetwork, found: LabelPartition, present: Labels
) -> tuple[dict[int, dict[str, int]], dict[int, int]]:
    """Return by label the inner relations by type, and how many relations lead out."""
    from pyspark.sql import functions as F

    counted = find_edge_relations(network).where(F.col(SIGN) != "-")
    rows = _send_labels(network, found.labels, counted.select(SOURCE, TARGET, "type"))
    wanted: Sequence[int] = present.tolist()
    inner = rows.where((F.col("_a") == F.col("_b")) & F.col("_a").isin(wanted))
    order = list(network.types)
    types: dict[int, dict[str, int]] = {}
    counts = inner.groupBy("_a", "type").count().collect()
    for label, name, count in sorted(counts, key=lambda row: (-row[2], order.index(row[1]))):
        types.setdefault(label, {})[name] = count
    apart = rows.where(F.col("_a") != F.col("_b"))
    both = apart.select("_a").union(apart.select("_b")).where(F.col("_a").isin(wanted))
    return types, {row[0]: row[1] for row in both.groupBy("_a").count().collect()}


def _count_negative(network: SparkNetwork) -> Mapping[str, int]:
    """Return how many relations of each negative type are left out."""
    from pyspark.sql import functions as F

    negative = [name for name, each in network.types.items() if each.sign == "-"]
    relations = network.selected().relations.where(F.col("type").isin(negative))
    counts = {row[0]: row[1] for row in relations.groupBy("type").count().collect()}
    return {name: counts[name] for name in negative if name in counts}

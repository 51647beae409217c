"""The structure of a network on Spark: counts, density, components and triangles.

The answer is that of one machine, `graph.analysis.structure`, with the figures that Spark measures;
what it does not measure is None, and said.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from graph.analysis.structure import Components, Structure
from graph.analysis.structure_figure import ALONG, BOTH
from graph.analysis.structure_measurement import NO_TRIPLE, compare_counts
from graph.select.edge_relations import COUNTED_SIGNS, Signs, check_signs
from graph.spark.edges import MUTUAL, SIGN, count_by_sign, find_edge_relations, project
from graph.spark.ends import SOURCE, TARGET
from graph.spark.labels import find_components
from graph.spark.network import SparkNetwork
from graph.spark.numbers import fetch_columns, keep
from graph.spark.triangles import count_triangles
from graph.spark.who import list_actors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from pyspark.sql import DataFrame

    Flags = NDArray[np.bool_]

MOST_LISTED = 100_000  # isolates that are named
NOT_MEASURED = (
    "components.strong", "components.largest_strong", "core_number", "core_actors",
    "articulation_points", "bridges", "diameter", "radius", "mean_path_length",
    "assortativity_by_kind",
)  # fmt: skip
NOT_ON_SPARK = (
    "Spark does not measure strong components, cores, articulation points, bridges, distances and "
    "assortativity: bring a part home, and measure it there (explore extract)."
)
MORE_ISOLATES = f"Only the first {MOST_LISTED:,} isolates are counted and named here."


def measure_structure(network: SparkNetwork, *, signs: Signs | None = None) -> Structure:
    """Measure counts, density, components and triangles of a network.

    Parameters
    ----------
    network
        The network, as far as it is selected.
    signs
        The signs of the relations that count, one of `graph.select.edge_relations.SIGNS`; None for
        all.

    Raises
    ------
    QuestionError
        When there are no such signs.
    """
    check_signs(signs, "structure")
    edges = keep(project(network, replace(BOTH, signs=signs)).select(SOURCE, TARGET))
    selected = network.find_selected_actors()
    undefined = dict.fromkeys(NOT_MEASURED, NOT_ON_SPARK)
    blank: dict[str, Any] = dict.fromkeys(NOT_MEASURED[2:])
    arcs = project(network, replace(ALONG, signs=signs)).count()
    relations = network.selected().relations.count()
    return Structure(
        **compare_counts(int(selected.sum()), relations, (edges.count(), arcs), undefined),
        **_find_components(network, edges, selected),
        **_measure_cohesion(edges, selected, undefined),
        **_count_relations(network, signs or "all"),
        **blank,
        core_numbers={},
        undefined=undefined,
        asked_time=network.selected().asked_time,
    )


def _find_components(network: SparkNetwork, edges: DataFrame, selected: Flags) -> dict[str, Any]:
    import numpy as np

    labels = find_components(edges, len(selected))
    numbers = np.flatnonzero(selected)
    sizes = np.unique(labels[numbers], return_counts=True)[1]
    ordered = np.sort(sizes)[::-1]
    counts = np.bincount(labels[numbers], minlength=len(selected))
    isolates = numbers[counts[labels[numbers]] == 1].astype(np.int32)
    linked = ordered[ordered > 1].tolist()
    largest = int(ordered[0]) if len(ordered) else 0
    return {
        "components": Components(len(sizes), None, len(isolates), largest, None, linked),
        "isolates": list_actors(network.data, isolates[:MOST_LISTED]),
        "method_notes": (MORE_ISOLATES,) if len(isolates) > MOST_LISTED else (),
    }


def _measure_cohesion(
    edges: DataFrame, selected: Flags, undefined: dict[str, str]
) -> dict[str, Any]:
    """Measure how many neighbours are neighbours of each other."""
    import numpy as np
    from pyspark.sql import functions as F

    degrees = np.zeros(len(selected), np.int64)
    both = edges.select(F.col(SOURCE).alias("_n")).union(edges.select(TARGET))
    numbers, counts = fetch_columns(both.groupBy("_n").count())
    degrees[numbers] = counts
    triangles = count_triangles(edges, degrees)
    total = int(triangles.sum()) // 3
    if degrees.max(initial=0) < 2:  # noqa: PLR2004 - two neighbours
        undefined |= dict.fromkeys(("transitivity", "mean_clustering"), NO_TRIPLE)
        return {"triangles": total, "transitivity": None, "mean_clustering": None}
    pairs = degrees * (degrees - 1)
    shares = np.divide(2 * triangles, pairs, out=np.zeros(len(pairs)), where=pairs > 0)
    return {
        "triangles": total,
        "transitivity": float(6 * total / pairs.sum()),
        "mean_clustering": float(shares[selected].mean()),
    }


def _count_relations(network: SparkNetwork, signs: Signs) -> dict[str, Any]:
    """Count the relations of negative and of mutual types, and those that are part of no edge."""
    from pyspark.sql import functions as F

    counted = find_edge_relations(network).where(F.col(SIGN).isin(list(COUNTED_SIGNS[signs])))
    rows = counted.groupBy("type", SIGN, MUTUAL).count().collect()
    counts = {row[0]: row[3] for row in rows}
    negative = [name for name, each in network.types.items() if each.sign == "-"]
    relations = network.selected().relations
    disputed = relations.where(F.col("stance") == "disputes").count()
    every = sum(count_by_sign(network).values())
    return {
        "negative_counts": {name: counts[name] for name in negative if name in counts},
        "mutual_count": sum(row[3] for row in rows if row[2]),
        "left_out_counts": {
            "disputed": disputed,
            "loops": relations.count() - disputed - every,
            "signs": every - sum(counts.values()),
        },
        "signs": signs,
    }

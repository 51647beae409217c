"""Choose the component in which the distances of a network are measured, and measure them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from graph.analysis.large.distances import (
    SampledDistances,
    can_measure_distances,
    can_sample_distances,
    measure_distances,
    sample_distances,
)
from graph.analysis.large.edge_arrays import EdgeArrays
from graph.analysis.large.strategy import MeasureOptions

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.select.projection import Edges

    Rows = NDArray[np.int64]

MOST_TIED = 20  # components of the same size whose distances are compared
ALIKE = 3  # actors; components of so many and equally many edges have the same shape
NO_EDGE = "No actor has an edge, so reciprocity, distances and assortativity are not defined."


class ComponentDistances(NamedTuple):
    """The distances in the largest component, and what has to be said of them.

    Parameters
    ----------
    diameter, radius, mean_path_length
        As in `graph.analysis.structure.Structure`.
    sampled
        The sample from which the mean is estimated; None where it is exact.
    undefined
        By the name of each of them that is None, why.
    notes
        What has to be said of the others.
    """

    diameter: int | None = None
    radius: int | None = None
    mean_path_length: float | None = None
    sampled: SampledDistances | None = None
    undefined: dict[str, str] = {}  # noqa: RUF012 - never changed
    notes: tuple[str, ...] = ()

    @property
    def fields(self) -> dict[str, Any]:
        """The figures by name."""
        names = "diameter", "radius", "mean_path_length", "sampled"
        return {name: getattr(self, name) for name in names}


def measure_component(
    edges: Edges, parts: Sequence[Rows], options: MeasureOptions
) -> ComponentDistances:
    """Measure the distances in the largest component.

    Of several that are equally large, that with most edges counts, and of these that with the
    longest distances, so that the order of rows decides nothing.

    Parameters
    ----------
    edges
        All edges, without direction.
    parts
        The row numbers of the components that are no isolates, ascending, the largest first.
    options
        The number of workers, and what receives the progress.
    """
    if not parts:
        return _refuse(NO_EDGE)
    largest = [rows for rows in parts if len(rows) == len(parts[0])]
    size = f"the largest component ({len(largest[0]):,} actors)"
    arrays = _select_densest(edges, largest)
    if len(arrays) > MOST_TIED:
        why = f"{len(arrays):,} components are equally large"
        return _refuse(f"Distances are not measured: {why}. Filter the network to one of them.")
    notes = []
    if len(parts) > 1:
        notes.append(f"Diameter, radius and mean path length are those of {size}.")
    if not all(map(can_measure_distances, arrays)):
        if len(arrays) > 1 or not can_sample_distances(arrays[0]):
            why = f"in {size} they would take many minutes"
            return _refuse(f"Distances are not measured: {why}. Filter the network.")
        return _estimate(sample_distances(arrays[0], options), size, notes)
    measured = [measure_distances(each, options) for each in arrays]
    if len(set(measured)) > 1 or (len(arrays) < len(largest) and len(largest[0]) > ALIKE):
        notes.append(
            f"{len(largest):,} components are equally large: distances are measured in the one "
            "with most edges, and of equal ones in the one with the longest."
        )
    best = max(measured)
    return ComponentDistances(best.diameter, best.radius, best.mean_path_length, notes=tuple(notes))


def _refuse(why: str) -> ComponentDistances:
    names = "diameter", "radius", "mean_path_length"
    return ComponentDistances(undefined=dict.fromkeys(names, why))


def _estimate(sampled: SampledDistances, size: str, notes: list[str]) -> ComponentDistances:
    why = f"Diameter and radius are not measured: in {size} they would take many minutes."
    return ComponentDistances(
        mean_path_length=sampled.mean_path_length,
        sampled=sampled,
        undefined=dict.fromkeys(("diameter", "radius"), why),
        notes=(*notes, sampled.note),
    )


def _select_densest(edges: Edges, parts: Sequence[Rows]) -> list[EdgeArrays]:
    """Return those components that have most edges; one of them where all have the same shape."""
    import numpy as np

    part_of = np.full(max(int(edges.targets.max()), int(edges.sources.max())) + 1, -1)
    for number, rows in enumerate(parts):
        part_of[rows] = number
    number_of = part_of[edges.sources]
    counts = np.bincount(number_of[number_of >= 0], minlength=len(parts))
    densest = np.flatnonzero(counts == counts.max()).tolist()
    if len(parts[0]) <= ALIKE:
        densest = densest[:1]
    arrays = []
    for number in densest[: MOST_TIED + 1]:
        within, rows = number_of == number, parts[number]
        sources, targets = (rows.searchsorted(ends[within]) for ends in edges[:2])
        arrays.append(EdgeArrays(len(rows), sources, targets))
    return arrays

"""The figures of a network's structure, in the order of the page, with their projections."""

from __future__ import annotations

from operator import attrgetter
from typing import NamedTuple

from graph.select.edge_relations import Signs
from graph.select.projection import SIGN_TEXTS, Projection

BOTH, ALONG = Projection(), Projection(directed=True)
_BOTH, _ALONG = BOTH.direction, ALONG.direction
_LARGEST = f"{_BOTH}, in the largest component"

FIGURES = (
    ("actor_count", "actors", ""),
    ("relation_count", "relations", ""),
    ("edge_count", "edges", _BOTH),
    ("directed_edge_count", "directed edges", _ALONG),
    ("components.weak", "components", _BOTH),
    ("components.largest_weak", "actors in the largest", _BOTH),
    ("components.strong", "strong components", _ALONG),
    ("components.largest_strong", "actors in the largest strong", _ALONG),
    ("isolates", "isolates", _BOTH),
    ("density", "density", _BOTH),
    ("directed_density", "directed density", _ALONG),
    ("reciprocity", "reciprocity", _ALONG),
    ("transitivity", "transitivity", _BOTH),
    ("mean_clustering", "mean local clustering", _BOTH),
    ("triangles", "triangles", _BOTH),
    ("core_number", "highest core number", _BOTH),
    ("core_actors", "actors in that core", _BOTH),
    ("articulation_points", "articulation points", _BOTH),
    ("bridges", "bridges", _BOTH),
    ("diameter", "diameter", _LARGEST),
    ("radius", "radius", _LARGEST),
    ("mean_path_length", "mean path length", _LARGEST),
    ("assortativity_by_kind", "assortativity by kind", _BOTH),
)
"""By field of the answer the figure's name in words, and the projection that it is taken on."""


class StructureFigure(NamedTuple):
    """A figure of the page, with the projection that it is taken on.

    Parameters
    ----------
    name
        Its field in JSON.
    label
        Its name in words.
    projection
        In which direction, and on what part of the network, it is taken; empty for plain counts.
    value
        The figure; None where it is not defined or not measured.
    """

    name: str
    label: str
    projection: str
    value: float | None

    def with_signs(self, signs: Signs) -> StructureFigure:
        """Return it with its projection naming the signs that count; a plain count as it is."""
        if not self.projection or signs not in SIGN_TEXTS:
            return self
        return self._replace(projection=f"{self.projection}, {SIGN_TEXTS[signs]}")


def read_value(answer: object, name: str) -> float | None:
    """Return a field of an answer as a figure: of a list how long it is.

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> answer = SimpleNamespace(density=0.5, bridges=["a", "b"])
    >>> read_value(answer, "density"), read_value(answer, "bridges")
    (0.5, 2)
    """
    value = attrgetter(name)(answer)
    return value if value is None or isinstance(value, int | float) else len(value)

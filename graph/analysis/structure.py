"""The structure of a network: one page of figures, each on a declared projection.

Parallel relations are one edge everywhere, weights do not count, and disputed relations and those
of an actor to itself are left out. Nearly all figures are taken in both directions; strong
components, directed density and reciprocity follow relations from source to target, mutual ones
both ways. A negative relation is an edge like any other, unless `signs` asks for some signs only.

`graph.analysis.facts.figure_facts` says what each figure means.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph.analysis.answer import Answer
from graph.analysis.facts.catalogue import STRUCTURE_FACTS
from graph.analysis.facts.measure_facts import MeasureFacts
from graph.analysis.large.distances import SampledDistances
from graph.analysis.structure_figure import ALONG, FIGURES, StructureFigure, read_value
from graph.analysis.structure_notes import (
    describe_left_out,
    describe_mutual,
    describe_negative,
    format_count,
)
from graph.analysis.two_mode import TwoMode
from graph.data.records import Actor
from graph.select.asked_time import AskedTime
from graph.select.edge_relations import Signs
from graph.select.projection import DISPUTED, PARALLEL, SIGN_TEXTS

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Components:
    """How many components there are, and how large.

    Parameters
    ----------
    weak, strong
        How many there are, in both directions and along the direction of relations; None where
        these are not measured.
    isolates
        How many actors have no edge, each a component of its own.
    largest_weak, largest_strong
        How many actors the largest has.
    sizes
        The numbers of actors of the weak components that are no isolates, the largest first.
    """

    weak: int
    strong: int | None
    isolates: int
    largest_weak: int
    largest_strong: int | None
    sizes: Sequence[int] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return them as data."""
        return {
            "weak": self.weak,
            "strong": self.strong,
            "isolates": self.isolates,
            "largest_weak": self.largest_weak,
            "largest_strong": self.largest_strong,
            "sizes": list(self.sizes),
        }


@dataclass(frozen=True, repr=False)
class Structure(Answer):
    """The figures by which networks are described.

    Parameters
    ----------
    actor_count, relation_count
        How many actors and relations there are.
    edge_count, directed_edge_count
        How many edges there are in both directions, and from source to target.
    components
        The weak and the strong components.
    isolates
        The actors without edges, in row order.
    density, directed_density
        The share of all pairs that have an edge, and of all ordered pairs.
    reciprocity
        The share of directed edges that also run the other way.
    transitivity
        The share of paths of two edges that a third closes.
    mean_clustering
        The mean of the actors' local clustering.
    triangles
        How many triples of actors have all three edges.
    core_number
        The highest core number.
    core_numbers
        How many actors have each core number.
    core_actors
        The actors that have the highest, in row order; None where cores are not measured.
    articulation_points
        The actors without whom there would be more components, in row order; None where these
        are not measured.
    bridges
        The edges without which there would be more components, each as its two actors; None where
        these are not measured.
    diameter, radius
        The steps from the actors of the largest component to those farthest from them: the most,
        and the fewest.
    mean_path_length
        The mean of the steps between two actors of the largest component.
    assortativity_by_kind
        How far edges join actors of the same kind, from -1 to 1.
    two_mode
        The density and the one-mode projections of a network of two modes; None in any other.
    sampled
        The sample from which the mean path length is estimated; None where it is exact.
    undefined
        By the name of each figure that is None, why.
    negative_counts
        How many relations of each negative type are part of edges.
    mutual_count
        How many relations that are part of edges run both ways.
    left_out_counts
        How many relations are part of no edge, by the reason: ``disputed``, ``loops``, ``signs``.
    signs
        The signs of the relations that count.
    method_notes
        What has to be said about how the figures were measured.
    asked_time
        The span that was asked, and how many relations may hold in it; None where none was.
    """

    actor_count: int
    relation_count: int
    edge_count: int
    directed_edge_count: int
    components: Components
    isolates: Sequence[Actor]
    density: float | None
    directed_density: float | None
    reciprocity: float | None
    transitivity: float | None
    mean_clustering: float | None
    triangles: int
    core_number: int | None
    core_numbers: Mapping[int, int]
    core_actors: Sequence[Actor] | None
    articulation_points: Sequence[Actor] | None
    bridges: Sequence[tuple[Actor, Actor]] | None
    diameter: int | None
    radius: int | None
    mean_path_length: float | None
    assortativity_by_kind: float | None
    two_mode: TwoMode | None = None
    sampled: SampledDistances | None = None
    undefined: Mapping[str, str] = field(default_factory=dict)
    negative_counts: Mapping[str, int] = field(default_factory=dict)
    mutual_count: int = 0
    left_out_counts: Mapping[str, int] = field(default_factory=dict)
    signs: Signs = "all"
    method_notes: tuple[str, ...] = ()
    asked_time: AskedTime | None = None

    @property
    def figures(self) -> tuple[StructureFigure, ...]:
        """Every figure that is a single number, in the order of the page."""
        figures = [StructureFigure(*each, read_value(self, each[0])) for each in FIGURES]
        figures += _list_two_mode_figures(self.two_mode) if self.two_mode else ()
        return tuple(each.with_signs(self.signs) for each in figures)

    @property
    def facts(self) -> dict[str, MeasureFacts]:
        """What each figure means: formula, direction, when it misleads, ..."""
        names = (each.name for each in self.figures)
        return {name: STRUCTURE_FACTS[name] for name in names if name in STRUCTURE_FACTS}

    @property
    def names(self) -> dict[str, list[str]]:
        """By the name of a figure that counts actors or bridges, their names."""
        bridges = [f"{one.name} - {other.name}" for one, other in self.bridges or ()]
        return {
            "isolates": [actor.name for actor in self.isolates],
            "core_actors": [actor.name for actor in self.core_actors or ()],
            "articulation_points": [actor.name for actor in self.articulation_points or ()],
            "bridges": bridges,
        }

    @property
    def frame(self) -> pd.DataFrame:
        """A row for each figure: figure, value, projection, and the names that it counts."""
        import pandas as pd

        names = self.names
        rows = [
            (each.name, each.value, each.projection, tuple(names.get(each.name, ())))
            for each in self.figures
        ]
        frame = pd.DataFrame(rows, columns=["figure", "value", "projection", "names"])
        return frame.astype({"value": float})

    @property
    def projection_sentence(self) -> str:
        """The projections of the figures."""
        signs = f", {SIGN_TEXTS[self.signs]}" if self.signs in SIGN_TEXTS else ""
        return (
            f"How it is counted: {PARALLEL}, without weights{signs}; {DISPUTED}. "
            f"Directed edges run {ALONG.direction}, and both ways for mutual "
            "types; all other edges have no direction."
        )

    @property
    def sentence(self) -> str:
        """How many actors, edges and components there are, and how close and tight they are."""
        parts = self.components
        counts = (self.actor_count, "actor"), (self.edge_count, "edge"), (parts.weak, "component")
        sentence = ", ".join(format_count(*each) for each in counts)
        if parts.weak > 1:
            sentence += f", the largest of {format_count(parts.largest_weak, 'actor')}"
        figures = [
            f"{each.label} {each.value:.4g}"
            for each in self.figures
            if each.name in ("density", "transitivity", "mean_path_length", "diameter")
            and each.value is not None
        ]
        return f"{sentence}{'; ' * bool(figures)}{', '.join(figures)}."

    @property
    def notes(self) -> tuple[str, ...]:
        """What is not defined and why, what signs and mutual types do, and what is left out."""
        notes = list(dict.fromkeys(self.undefined.values()))
        notes += self.method_notes
        if self.two_mode:
            notes.append(self.two_mode.note)
        notes += describe_negative(self.negative_counts)
        notes += describe_mutual(self.mutual_count)
        notes += describe_left_out(self.left_out_counts)
        return *notes, *self.time_notes

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as data, with the names of actors, as in JSON."""
        plain = (
            *("density", "directed_density", "reciprocity", "transitivity", "mean_clustering"),
            *("triangles", "core_number"),
        )
        lengths = ("diameter", "radius", "mean_path_length", "assortativity_by_kind")
        return {
            "actor_count": self.actor_count,
            "relation_count": self.relation_count,
            "edge_count": self.edge_count,
            "directed_edge_count": self.directed_edge_count,
            "components": self.components.to_dict(),
            "isolates": list(map(_to_entry, self.isolates)),
            **{name: getattr(self, name) for name in plain},
            "core_numbers": {str(number): count for number, count in self.core_numbers.items()},
            "core_actors": _to_entries(self.core_actors),
            "articulation_points": _to_entries(self.articulation_points),
            "bridges": None if self.bridges is None else list(map(_to_entries, self.bridges)),
            **{name: getattr(self, name) for name in lengths},
            "two_mode": self.two_mode.to_dict() if self.two_mode else None,
            "projections": {each.name: each.projection for each in self.figures if each.projection},
            "facts": {name: each.to_dict() for name, each in self.facts.items()},
            "sampled": self.sampled.to_dict() if self.sampled else None,
            "undefined": dict(self.undefined),
            "negative_counts": dict(self.negative_counts),
            "mutual_count": self.mutual_count,
            "left_out_counts": dict(self.left_out_counts),
            "signs": self.signs,
            "method_notes": list(self.method_notes),
            **self.time_fields,
        }

    def __repr__(self) -> str:
        actors = format_count(self.actor_count, "actor")
        return f"<Structure: {actors}, {format_count(self.edge_count, 'edge')}>"


def _list_two_mode_figures(two_mode: TwoMode) -> Iterator[StructureFigure]:
    pairs = "pairs of different kinds"
    yield StructureFigure("two_mode.density", "two-mode density", pairs, two_mode.density)
    for each in two_mode.one_mode_projections:
        projected = f"one-mode projection to the kind {each.kind}"
        name = f"two_mode.one_mode_projections.{each.kind}"
        yield StructureFigure(
            f"{name}.actor_count", f"{each.kind}: actors", projected, each.actor_count
        )
        yield StructureFigure(
            f"{name}.edge_count", f"{each.kind}: edges", projected, each.edge_count
        )
        yield StructureFigure(f"{name}.density", f"{each.kind}: density", projected, each.density)


def _to_entries(actors: Sequence[Actor] | None) -> list[dict[str, str]] | None:
    return None if actors is None else list(map(_to_entry, actors))


def _to_entry(actor: Actor) -> dict[str, str]:
    return {"id": actor.id, "name": actor.name, "kind": actor.kind}

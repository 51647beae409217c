"""What a reader saved of a page: where actors are drawn, notes of their own, and what is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.data.dictionary_column import iter_values
from graph.errors import Problem

if TYPE_CHECKING:
    from graph.layout.progress import LayoutProgress
    from graph.select.selection import Selection

Position = tuple[float, float]


@dataclass(frozen=True)
class Arrangement:
    """What layout.json holds.

    Parameters
    ----------
    positions
        By an actor's id where it is drawn, in canvas pixels (y grows downwards).
    actor_notes, relation_notes
        By id what a reader wrote; never data.
    state
        What the page shows when it opens, as the hash of its address; may be empty.
    warnings
        What was doubtful when it was read.
    file
        Where it was read from.

    Examples
    --------
    >>> Arrangement({"minsk": (0, 0)}, state="#at=2022").to_dict()["state"]
    '#at=2022'
    """

    positions: Mapping[str, Position] = field(default_factory=dict)
    actor_notes: Mapping[str, str] = field(default_factory=dict)
    relation_notes: Mapping[str, str] = field(default_factory=dict)
    state: str = ""
    warnings: tuple[Problem, ...] = ()
    file: Path | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return it as data, as layout.json has it."""
        return {
            "version": 1,
            "positions": {actor: list(position) for actor, position in self.positions.items()},
            "notes": {"actors": dict(self.actor_notes), "relations": dict(self.relation_notes)},
            "state": self.state,
        }

    @property
    def notes(self) -> tuple[str, ...]:
        """Every note."""
        return (*self.actor_notes.values(), *self.relation_notes.values())

    def among(self, network: Selection) -> Arrangement:
        """Return what of it is about the actors and relations that a Network keeps."""
        if not (self.positions or self.notes or self.state):
            return self
        columns = network.columns
        actors = set(iter_values(columns.actors.cells("id"), network.actor_numbers))
        relations = set(iter_values(columns.relation_ids, network.relation_numbers))
        notes = self.relation_notes.items()
        return replace(
            self,
            positions={
                name: position for name, position in self.positions.items() if name in actors
            },
            actor_notes={name: note for name, note in self.actor_notes.items() if name in actors},
            relation_notes={name: note for name, note in notes if name in relations},
            state=_filter_state(self.state, network),
        )


def _filter_state(state: str, network: Selection) -> str:
    """Return what of a page link leads to something that a Network holds."""
    if not state:
        return ""
    from graph.saved.page_link import LinkVocabulary, read_link

    return read_link(state, LinkVocabulary(network))[0].hash


def arrange_actors(
    network: Selection, arrangement: Arrangement, *, progress: LayoutProgress | None = None
) -> list[tuple[int, int]]:
    """Return the position of each actor; arranged actors stay where a reader put them.

    The layout of all actors is rotated, scaled and moved as a whole until the arranged ones are
    as near as possible to their own positions (the least squares of Procrustes, Schönemann 1966).
    An actor that would lie on an arranged one moves to the nearest free position.

    Parameters
    ----------
    network
        The actors to draw.
    arrangement
        The positions of some of them.
    progress
        As in `graph.layout.positions.compute_positions`.

    Examples
    --------
    >>> import graph
    >>> net = graph.load_example().only_actor("Minsk", "Belarus")
    >>> positions = arrange_actors(net, Arrangement({"minsk": (500, 20)}))
    >>> dict(zip((actor.id for actor in net.actor_rows), positions))["minsk"]
    (500, 20)
    """
    from graph.layout.fixed_positions import fit_to_fixed
    from graph.layout.positions import compute_positions

    if not arrangement.positions:
        return compute_positions(network, progress=progress)
    ids = iter_values(network.columns.actors.cells("id"), network.actor_numbers)
    positions = map(arrangement.positions.get, ids)
    fixed = {index: position for index, position in enumerate(positions) if position}
    if len(fixed) == len(network.actor_numbers):
        return [(round(x), round(y)) for x, y in fixed.values()]
    computed = compute_positions(network, progress=progress)
    return fit_to_fixed(computed, fixed) if fixed else computed

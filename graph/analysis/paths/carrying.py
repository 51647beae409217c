"""The relations along which influence travels, as the steps that paths of influence take.

Influence travels along a relation whose type carries it, from its source to its target, and along a
mutual one both ways. To oppose, sanction or attack somebody is influence, too: pressure, with a
negative sign. Where a path begins or ends at a place, any relation leads there.
"""

from __future__ import annotations

from graph.analysis.paths.rank import IsExcused
from graph.data.columns import Columns
from graph.select.adjacency import Adjacency, Steps


class CarryingSteps:
    """The steps of an adjacency with the relations that carry influence that way.

    Parameters
    ----------
    columns
        The data.
    adjacency
        All steps, in either direction or forwards; with `is_backward` backwards.
    is_excused
        Whether a step needs no influence, from where it starts to where it leads.
    is_backward
        Whether the adjacency leads from where steps end to where they start.
    """

    def __init__(
        self,
        columns: Columns,
        adjacency: Adjacency,
        is_excused: IsExcused,
        *,
        is_backward: bool = False,
    ) -> None:
        self._disputes, self._types = columns.disputes, columns.relation_types
        self._sources, _ = columns.endpoints
        self._adjacency = adjacency
        self._is_excused, self._is_backward = is_excused, is_backward
        self._steps: dict[int, Steps] = {}

    def __getitem__(self, actor: int) -> Steps:
        if actor not in self._steps:
            self._steps[actor] = self._select_steps(actor)
        return self._steps[actor]

    def _select_steps(self, actor: int) -> Steps:
        steps: dict[int, list[int]] = {}
        disputes = self._disputes
        for neighbour, rows in self._adjacency[actor].items():
            here, there = (neighbour, actor) if self._is_backward else (actor, neighbour)
            if self._is_excused(here, there):
                steps[neighbour] = list(rows)
                continue
            carrying = [row for row in rows if self._carries(row, here)]
            if not all(disputes[row] for row in carrying):
                steps[neighbour] = carrying
        return steps

    def _carries(self, row: int, here: int) -> bool:
        each = self._types[row]
        return each.influence and (each.mutual or self._sources[row] == here)

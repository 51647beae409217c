"""Search Spark's relations step by step, with one number for each actor in this process.

A step is a join of the relations with the actors that were reached last. Nothing but the numbers
of the actors that are reached travels, so that only the actors have to fit into this process.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from graph.data.vocabulary import RelationType
from graph.spark.ends import SOURCE, TARGET
from graph.spark.numbers import fetch_columns, keep, send_columns

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from pyspark.sql import DataFrame

    Numbers = NDArray[np.int32]

HERE, THERE, MUTUAL = "_here", "_there", "_mutual"
NOT_REACHED = -1


def take_steps(relations: DataFrame, types: Mapping[str, RelationType]) -> DataFrame:
    """Return the relations that paths follow: no disputed ones, and none of an actor to itself."""
    from pyspark.sql import functions as F

    mutual = [name for name, each in types.items() if each.mutual]
    followed = relations.where((F.col("stance") != "disputes") & (F.col(SOURCE) != F.col(TARGET)))
    return keep(followed.select(SOURCE, TARGET, F.col("type").isin(mutual).alias(MUTUAL)))


class Steps(NamedTuple):
    """The steps that a search follows.

    Parameters
    ----------
    frame
        As `take_steps` returns it.
    directed
        Whether relations are followed in their direction only, mutual ones both ways.
    actor_total
        How many actors there are.
    """

    frame: DataFrame
    directed: bool
    actor_total: int

    def reach(self, numbers: Numbers, *, forwards: bool = True) -> Numbers:
        """Return the actors that are one step from some, ascending."""
        from pyspark.sql import functions as F

        ways = [(SOURCE, TARGET, not self.directed or forwards)]
        ways += [(TARGET, SOURCE, not self.directed or not forwards)]
        sent = F.broadcast(send_columns(self.frame.sparkSession, {HERE: numbers}))
        reached = None
        for here, there, every in ways:
            rows = self.frame if every else self.frame.where(MUTUAL)
            pairs = rows.select(F.col(here).alias(HERE), F.col(there).alias(THERE))
            found = pairs.join(sent, HERE, "left_semi").select(THERE)
            reached = found if reached is None else reached.union(found)
        return np_unique(fetch_columns(reached.distinct())[0])  # type: ignore[union-attr]


def np_unique(numbers: Numbers) -> Numbers:
    """Return numbers in ascending order, each once."""
    import numpy as np

    return np.unique(numbers)


def find_levels(
    steps: Steps, source: int, target: int, most: int | None = None
) -> list[Numbers] | None:
    """Return the actors on the shortest paths by their distance from the source; None without any.

    The search starts at both ends, and takes a step where fewer actors were reached last
    (Pohl, 1971).

    Parameters
    ----------
    most
        The most steps of a path.
    """
    import numpy as np

    if source == target:
        return [np.array([source], np.int32)]
    sides = [_Side(steps, source, forwards=True), _Side(steps, target, forwards=False)]
    while most is None or sides[0].depth + sides[1].depth < most:
        side, other = sorted(sides, key=lambda each: len(each.reached))
        side.advance()
        if not len(side.reached):
            return None
        met = side.reached[other.distances[side.reached] != NOT_REACHED]
        if len(met):
            back, on = (each.trace(met, each.distances[met[0]]) for each in sides)
            return [*reversed(back), met, *on]
    return None


class _Side:
    """One side of a search: how far it reached each actor, and whom it reached last."""

    def __init__(self, steps: Steps, start: int, *, forwards: bool) -> None:
        import numpy as np

        self.steps, self.forwards, self.depth = steps, forwards, 0
        self.reached = np.array([start], np.int32)
        self.distances = np.full(steps.actor_total, NOT_REACHED, np.int16)
        self.distances[start] = 0

    def advance(self) -> None:
        """Take a step from all actors that were reached last."""
        near = self.steps.reach(self.reached, forwards=self.forwards)
        self.reached = near[self.distances[near] == NOT_REACHED]
        self.depth += 1
        self.distances[self.reached] = self.depth

    def trace(self, numbers: Numbers, distance: int) -> list[Numbers]:
        """Return the actors between some and the start, by distance, the farthest first."""
        levels = []
        for nearer in range(distance - 1, -1, -1):
            near = self.steps.reach(numbers, forwards=not self.forwards)
            numbers = near[self.distances[near] == nearer]
            levels.append(numbers)
        return levels


def find_near(steps: Steps, start: int, depth: int) -> Numbers:
    """Return the actors within some steps of one, itself too, ascending."""
    import numpy as np

    side = _Side(steps, start, forwards=True)
    while side.depth < depth and len(side.reached):
        side.advance()
    return np.flatnonzero(side.distances != NOT_REACHED).astype(np.int32)

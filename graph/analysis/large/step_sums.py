"""Sums over searches that count steps: of all actors, of a sample, or towards single actors."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TYPE_CHECKING

from graph.analysis.large.bitset_bfs import WIDTH, BitsetSearch, split_sources
from graph.analysis.large.work_shares import Share

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.analysis.large.edge_arrays import EdgeArrays


class AllStepSums:
    """Searches from a range of actors, and sums up for all actors how they are reached."""

    def __init__(self, edges: EdgeArrays) -> None:
        self._search = BitsetSearch(edges)

    def compute(self, share: Share) -> NDArray[np.float64]:
        """Return how many of the range reach each actor, then the steps, then the reciprocals."""
        import numpy as np

        sums = np.zeros((3, self._search.actor_count))
        for sources in split_sources(range(*share)):
            for step, bits in self._search.search(sources):
                reached = np.bitwise_count(bits)
                sums += np.multiply.outer((1, step, 1 / step), reached)
        return sums.ravel()


class SampledStepSums:
    """Searches from a batch of random actors, and sums up for all actors how they are reached."""

    def __init__(self, edges: EdgeArrays) -> None:
        self._search = BitsetSearch(edges)

    def compute(self, share: Share) -> NDArray[np.float64]:
        """Return for each actor the sums over the actors of the batch beyond its neighbours.

        These are the steps less two, their squares, the reciprocals of the steps, their squares.
        The last number is the most steps from any actor of the batch.
        """
        import numpy as np

        size, seed = share
        count = self._search.actor_count
        draw = Random(seed).randrange  # noqa: S311 - chance that can be repeated
        sums, most_steps = np.zeros((4, count)), 0
        for sources in split_sources([draw(count) for _ in range(size)]):
            for step, bits in self._search.search(sources):
                most_steps = max(most_steps, step)
                if step > 1:
                    far, near = step - 2, 1 / step
                    reached = np.bitwise_count(bits)
                    sums += np.multiply.outer((far, far**2, near, near**2), reached)
        return np.append(sums, most_steps)


class SingleStepSums:
    """Searches towards each actor of a range, and sums up how it is reached."""

    def __init__(self, edges: EdgeArrays) -> None:
        self._search = BitsetSearch(edges, reverse=True)

    def compute(self, share: Share) -> NDArray[np.float64]:
        """Return how many actors reach each of the range, then the steps, then the reciprocals."""
        import numpy as np

        sums = [self._sum_up(sources) for sources in split_sources(range(*share))]
        return np.concatenate(sums, axis=1).ravel()

    def _sum_up(self, sources: Sequence[int]) -> NDArray[np.float64]:
        import numpy as np

        sums = np.zeros((3, len(sources)))
        for step, bits in self._search.search(sources):
            # As eight bytes, least first, so that the first bit is the first source.
            table = np.unpackbits(bits.astype("<u8").view(np.uint8), bitorder="little")
            reached = table.reshape(-1, WIDTH).sum(axis=0, dtype=np.int64)[: len(sources)]
            sums += np.multiply.outer((1, step, 1 / step), reached)
        return sums


class FarthestSteps:
    """Searches from a range of actors: how far the farthest is from each, and all steps."""

    def __init__(self, edges: EdgeArrays) -> None:
        self._search = BitsetSearch(edges)

    def compute(self, share: Share) -> NDArray[np.float64]:
        """Return the sum of all steps, then the steps from each of the range to the farthest."""
        import numpy as np

        parts = [self.search(sources) for sources in split_sources(range(*share))]
        return np.concatenate(([sum(total for total, _ in parts)], *(steps for _, steps in parts)))

    def search(self, sources: Sequence[int]) -> tuple[int, NDArray[np.float64]]:
        """Return the sum of all steps from some actors, and how far the farthest is from each."""
        import numpy as np

        total, farthest = 0, np.zeros(len(sources))
        shifts = np.arange(len(sources), dtype=np.uint64)
        for step, bits in self._search.search(sources):
            total += step * int(np.bitwise_count(bits).sum())
            reached = np.bitwise_or.reduce(bits) >> shifts & np.uint64(1)
            farthest[reached.astype(bool)] = step
        return total, farthest


class SampledFarthestSteps:
    """Searches from a batch of random actors, as `FarthestSteps` does from a range."""

    def __init__(self, edges: EdgeArrays) -> None:
        self._steps, self._actor_count = FarthestSteps(edges), edges.actor_count

    def compute(self, share: Share) -> NDArray[np.float64]:
        """Return the sum of all steps, then the steps from each of the batch to the farthest."""
        import numpy as np

        size, seed = share
        draw = Random(seed).randrange  # noqa: S311 - chance that can be repeated
        total, farthest = self._steps.search([draw(self._actor_count) for _ in range(size)])
        return np.concatenate(([total], farthest))

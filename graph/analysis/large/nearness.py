"""Closeness and harmonic closeness by steps: of all actors exactly, or from a sample of actors.

All searches together say of every actor how many reach it, by how many steps in all, and what the
reciprocals of the steps add up to. A sample searches from some actors, drawn at random, instead
of all (Eppstein & Wang, 2004); the empirical Bernstein bound (Maurer & Pontil, 2009), spread over
all actors and both sides, tells how far off the means may be. Those who may be among the highest
are then taken exactly (Okamoto, Chen & Li, 2008).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from graph.analysis.large.bitset_bfs import WIDTH, Waves, widths
from graph.analysis.large.sampling import DOUBT, Sample, error_bounds
from graph.analysis.large.shares import shares

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.analysis.large.edge_arrays import Ties
    from graph.analysis.large.shares import Share, Task

DECIMALS = 9  # of harmonic; sums in another order differ in their last bits
SAMPLES = 8_192  # actors to search from
BATCH = 512  # of them in one share
WAVES = 2e9  # steps of a share of all searches: about two seconds of work
REFINED = 2_048  # of the highest by the sample, who are then taken exactly

Done = Callable[[str, "Ties", "list[Share]"], "Iterator[NDArray[np.float64]]"]
"""What does shares of a task on ties, and yields what comes of each."""


def all_sums(ties: Ties) -> Task:
    """Return what searches from a range of actors.

    It adds up, for all actors one after the other: how many reach them, then by how many steps,
    then the reciprocals of the steps.
    """
    import numpy as np

    waves = Waves(ties)

    def task(share: Share) -> NDArray[np.float64]:
        sums = np.zeros((3, ties.number))
        for sources in widths(range(*share)):
            for step, bits in waves.reached(sources):
                reached = np.bitwise_count(bits)
                sums += np.multiply.outer((1, step, 1 / step), reached)
        return sums.ravel()

    return task


def sampled_sums(ties: Ties) -> Task:
    """Return what searches from a batch of random actors.

    It adds up, for all actors one after the other: the steps beyond the second, their squares, the
    reciprocals of the steps from the second on, their squares; and last how far the batch went.
    """
    import numpy as np

    waves = Waves(ties)

    def task(share: Share) -> NDArray[np.float64]:
        size, seed = share
        draw = Random(seed).randrange  # noqa: S311 - chance that can be repeated
        sums, furthest = np.zeros((4, ties.number)), 0
        for sources in widths([draw(ties.number) for _ in range(size)]):
            for step, bits in waves.reached(sources):
                furthest = max(furthest, step)
                if step > 1:
                    far, near = step - 2, 1 / step
                    reached = np.bitwise_count(bits)
                    sums += np.multiply.outer((far, far**2, near, near**2), reached)
        return np.append(sums, furthest)

    return task


def one_by_one(ties: Ties) -> Task:
    """Return what takes a range of actors exactly: how many reach each, the steps, reciprocals."""
    import numpy as np

    waves = Waves(ties, against=True)

    def task(share: Share) -> NDArray[np.float64]:
        found = [_of_each(waves, sources) for sources in widths(range(*share))]
        return np.concatenate(found, axis=1).ravel()

    return task


def _of_each(waves: Waves, sources: Sequence[int]) -> NDArray[np.float64]:
    import numpy as np

    sums = np.zeros((3, len(sources)))
    for step, bits in waves.reached(sources):
        # As eight bytes, least first, so that the first bit is the first source.
        table = np.unpackbits(bits.astype("<u8").view(np.uint8), bitorder="little")
        reached = table.reshape(-1, WIDTH).sum(axis=0, dtype=np.int64)[: len(sources)]
        sums += np.multiply.outer((1, step, 1 / step), reached)
    return sums


def batches(seed: int) -> list[Share]:
    """Return the batches of a sample: how many actors each has, and its seed."""
    return [(BATCH, seed * 1_000_003 + number) for number in range(SAMPLES // BATCH)]


def exact(measure: str, ties: Ties, others: int, done: Done) -> NDArray[np.float64]:
    """Return the scores of all actors.

    Parameters
    ----------
    measure
        ``closeness`` or ``harmonic``.
    ties
        Each counts as one step.
    others
        How many others there are to be reached: those in `ties`, or more.
    done
        What does the work.
    """
    import numpy as np

    sums = np.zeros(3 * ties.number)
    for part in done("near", ties, shares(ties, WAVES)):
        sums += part
    return _scores(measure, sums.reshape(3, -1), others)


def _scores(measure: str, sums: NDArray[np.float64], others: int) -> NDArray[np.float64]:
    """Return the scores of actors by how many reach each, the steps, and their reciprocals."""
    import numpy as np

    reach, steps, reciprocals = sums
    nearness = np.divide(reach, steps, out=np.zeros(len(reach)), where=steps > 0)
    scores: NDArray[np.float64] = nearness * (reach / max(1, others))
    if measure == "harmonic":
        scores = np.round(reciprocals, DECIMALS)
    return scores


def sampled(
    measure: str, ties: Ties, seed: int, done: Done
) -> tuple[NDArray[np.float64], Sample | None]:
    """Return the scores of all actors, the highest of them exact, and how the others are sampled.

    The largest component is sampled; what is beside it is taken exactly. None where everything is.

    Parameters
    ----------
    measure
        ``closeness``, for ties without direction, or ``harmonic``.
    ties
        Each counts as one step.
    seed
        Of the sample.
    done
        What does the work.
    """
    import numpy as np

    others, labels = ties.number - 1, ties.labels
    inside = np.flatnonzero(labels == np.bincount(labels, minlength=1).argmax())
    if len(inside) <= REFINED:
        return exact(measure, ties, others, done), None
    outside = np.flatnonzero(labels != labels[inside[0]])
    part = ties.within(inside)
    guess = _estimated(measure, part, others, done("sampled near", part, batches(seed)))
    best = np.argsort(-guess.high, kind="stable")[:REFINED]
    scores, known = np.zeros(ties.number), np.ones(ties.number, bool)
    scores[inside], known[inside] = guess.scores, False
    scores[inside[best]], known[inside[best]] = _refined(measure, part, best, others, done), True
    if len(outside):
        scores[outside] = exact(measure, ties.within(outside), others, done)
    unsure = ~known[inside]
    first = int((scores[known] > guess.high[unsure].max()).sum())
    error = float(guess.error[unsure].max())
    return scores, Sample(error, 1 - DOUBT, SAMPLES, seed, first)


@dataclass(frozen=True)
class _Estimate:
    """Scores from a sample, and between what bounds the exact ones lie."""

    scores: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]

    @property
    def error(self) -> NDArray[np.float64]:
        import numpy as np

        return np.maximum(self.high - self.scores, self.scores - self.low)


def _estimated(
    measure: str, ties: Ties, others: int, parts: Iterator[NDArray[np.float64]]
) -> _Estimate:
    """Estimate the scores within a component; ties of one step are known, only others guessed."""
    import numpy as np

    sums, furthest = np.zeros((4, ties.number)), float("inf")
    for part in parts:
        sums += part[:-1].reshape(4, -1)
        furthest = min(furthest, float(part[-1]))
    near = np.bincount(ties.targets, minlength=ties.number).astype(float)
    if not ties.directed:
        near += np.bincount(ties.sources, minlength=ties.number)
    far, far_squared, reciprocals, squared = sums
    if measure == "harmonic":
        mean, off = _means(reciprocals, squared, 0.5)
        bounds = (mean, np.maximum(0, mean - off), np.minimum(0.5, mean + off))
        return _Estimate(*(near + ties.number * each for each in bounds))
    # Two actors are at most as far apart as both together are from a third.
    mean, off = _means(far, far_squared, max(1.0, 2 * furthest - 2))
    reach = np.full(ties.number, ties.number - 1.0)
    least = 2 * reach - near
    steps = (least + ties.number * each for each in (mean, mean + off, np.maximum(0, mean - off)))
    return _Estimate(*(_scores(measure, np.stack((reach, each, each)), others) for each in steps))


def _means(
    total: NDArray[np.float64], squares: NDArray[np.float64], most: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the means of samples from 0 to `most`, and how far off each may be."""
    return total / SAMPLES, most * error_bounds(total / most, squares / most**2, SAMPLES)


def _refined(
    measure: str, ties: Ties, best: NDArray[np.int64], others: int, done: Done
) -> NDArray[np.float64]:
    """Return the exact scores of some actors, who are put first for that."""
    import numpy as np

    rest = np.setdiff1d(np.arange(ties.number), best)
    ranges = [(start, min(start + BATCH, len(best))) for start in range(0, len(best), BATCH)]
    ordered = ties.within(np.concatenate((best, rest)))
    parts = [part.reshape(3, -1) for part in done("near one by one", ordered, ranges)]
    return _scores(measure, np.concatenate(parts, axis=1), others)

"""How far several tries to find communities agree, and which actors move between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Rows = NDArray[np.int64]

SAME = 1e-9  # modularities that differ by less are one: sums are rounded


class Agreement(NamedTuple):
    """How far tries agree with the best.

    Parameters
    ----------
    distinct_count
        How many different partitions were found.
    best_count
        How many of these have the highest modularity.
    stable_share
        The share of nodes that do not move, on average over all tries.
    move_counts
        In how many tries each node is in another community than in the best.
    """

    distinct_count: int
    best_count: int
    stable_share: float
    move_counts: Rows


def compare_tries(
    best: Rows, partitions: Sequence[Rows], modularities: Sequence[float]
) -> Agreement:
    """Compare partitions, as the number of each node's community, with the best of them.

    Numbers are alike in equal partitions.

    Examples
    --------
    >>> import numpy as np
    >>> best, other = np.array([0, 0, 0, 1, 1]), np.array([0, 0, 1, 1, 1])
    >>> found = compare_tries(best, [best, other, best], [0.4, 0.3, 0.4])
    >>> found.distinct_count, found.best_count, found.move_counts.tolist()
    (2, 1, [0, 0, 1, 0, 0])
    """
    import numpy as np

    distinct: dict[bytes, tuple[Rows, float, int]] = {}
    for partition, modularity in zip(partitions, modularities, strict=True):
        key = partition.tobytes()
        count = distinct[key][2] if key in distinct else 0
        distinct[key] = partition, modularity, count + 1
    moves = np.zeros(len(best), np.int64)
    for partition, _, count in distinct.values():
        moves += count * find_moves(best, partition)
    highest = max(modularities, default=0.0)
    best_count = sum(modularity >= highest - SAME for _, modularity, _ in distinct.values())
    all_count = len(best) * len(partitions)
    share = 1 - float(moves.sum()) / all_count if all_count else 1.0
    return Agreement(len(distinct), best_count, share, moves)


def find_moves(one: Rows, other: Rows) -> NDArray[np.bool_]:
    """Return which nodes are not where most of their community is in the other partition.

    A community that is merged into a larger one moves, and so does the smaller part of one that is
    split; of equal parts the first stays.

    Examples
    --------
    >>> import numpy as np
    >>> find_moves(np.array([0, 0, 0, 1, 1]), np.array([0, 0, 0, 0, 0])).tolist()
    [False, False, False, True, True]
    """
    return _is_elsewhere(one, other) | _is_elsewhere(other, one)


def _is_elsewhere(one: Rows, other: Rows) -> NDArray[np.bool_]:
    import numpy as np

    width = int(other.max(initial=-1)) + 1
    pairs, counts = np.unique(one * width + other, return_counts=True)
    order = np.lexsort((pairs, -counts, pairs // width))
    sorted_pairs = pairs[order]
    _, first = np.unique(sorted_pairs // width, return_index=True)
    followed = sorted_pairs[first] % width  # where most of each community of the one is
    elsewhere: NDArray[np.bool_] = followed[np.unique(one, return_inverse=True)[1]] != other
    return elsewhere

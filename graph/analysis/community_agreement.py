"""How far several tries to find communities agree, and which actors move between them.

The page's core/community_agreement.js says the same of what its filters select.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from graph.data.counts import format_count

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Rows = NDArray[np.int64]

SAME = 1e-9  # modularities that differ by less are one: sums are rounded
MOST_NAMED = 5  # actors that move between tries
SINGLE_TRY = (
    "The network is so large that the search ran only once. Another seed may find other "
    "communities."
)
NEARLY_ALL = 0.995  # a share that would be rounded to 100 %


class Agreement(NamedTuple):
    """How far the tries of a network agree.

    Parameters
    ----------
    try_count, agreeing_count
        How often it was tried, and how many tries found the communities that count.
    lowest_modularity
        The modularity of the worst try.
    distinct_count, best_count
        How many different partitions the tries found, and how many of the highest modularity.
    stable_share
        The share of actors that do not move between tries, on average.
    moves
        Each actor that does, or its row number, and in how many tries, the most first.
    """

    try_count: int = 0
    agreeing_count: int = 0
    lowest_modularity: float = 0.0
    distinct_count: int = 0
    best_count: int = 0
    stable_share: float = 1.0
    moves: Sequence[tuple[Any, int]] = ()


class TryComparison(NamedTuple):
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
) -> TryComparison:
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
    return TryComparison(len(distinct), best_count, share, moves)


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


def describe_agreement(found: Agreement, names: Iterable[str]) -> list[str]:
    """Return how far the tries agree, in sentences; none where all found the same.

    Parameters
    ----------
    found
        How far they do.
    names
        The names of the actors that move, as many as are to be named.

    Examples
    --------
    >>> print(*describe_agreement(Agreement(9, 2, 0.4125, 3, 1, 0.931, [(0, 7)]), ["Ann"]))
    The search ran 9 times: 2 of the runs found these communities, the others found some with a \
modularity of at least 0.413. They found 3 different partitions, one of them with the highest \
modularity; on average 93 % of the actors stay in the same community. In another \
community in other runs: Ann (7 of 9).
    """
    if found.try_count == 1:
        return [SINGLE_TRY]
    if found.agreeing_count == found.try_count:
        return []
    runs = (
        f"The search ran {found.try_count} times: {found.agreeing_count} of the runs found these "
        "communities, the others found some with a modularity of at least "
        f"{_format_modularity(found.lowest_modularity)}."
    )
    best = f"{found.best_count} of them" if found.best_count > 1 else "one of them"
    partitions = (
        f"They found {found.distinct_count} different partitions, {best} with the highest "
        f"modularity; on average {_format_share(found.stable_share)} of the actors stay in the "
        "same community."
    )
    return [runs, partitions, *_describe_moves(found, names)]


def _describe_moves(found: Agreement, names: Iterable[str]) -> list[str]:
    named = [
        f"{name} ({count} of {found.try_count})"
        for name, (_, count) in zip(names, found.moves, strict=False)
    ]
    rest = len(found.moves) - len(named)
    more = f" and {format_count(rest, 'other')}" if rest else ""
    return [f"In another community in other runs: {', '.join(named)}{more}."] if named else []


def _format_modularity(modularity: float) -> str:
    """Return a modularity with three decimals; a half is rounded up, as JavaScript does."""
    return f"{modularity + 1e-12:.3f}"


def _format_share(share: float) -> str:
    """Return a share in percent, which is 100 only where it is all.

    Examples
    --------
    >>> _format_share(0.931), _format_share(0.9996), _format_share(1)
    ('93 %', 'more than 99 %', '100 %')
    """
    if NEARLY_ALL <= share < 1:
        return "more than 99 %"
    return f"{math.floor(100 * share + 0.5)} %"

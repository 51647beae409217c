"""Lengths of weighted edges as whole numbers, so that it is exact which paths are equally short.

An edge of weight w has the length 1/w. Sums of such fractions are rounded, and rounding would
decide between two equally short paths (1/3 + 1/6 is 1/2). A common multiple of all lengths is whole
and adds up exactly. Weights are taken as the decimal numbers that they were written as.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import gcd, lcm
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_BITS = 1_024  # of a common multiple; all whole weights up to 700 have one
PRECISION = 256  # bits of the shortest length where there is none
WRITTEN_DIGITS = 15  # of a weight; the digits after them come from rounded sums
IGRAPHS_LONGEST = 4e9  # igraph takes lengths for equal that differ by less than a part in 1e10


class WholeLengths(NamedTuple):
    """The lengths of all edges, in a unit that all of them share.

    Parameters
    ----------
    lengths
        A whole number for each edge.
    slack
        Paths whose lengths differ by no more are equally long: 0, unless no unit is small enough.
    longest
        No shortest path is longer.
    """

    lengths: Sequence[int]
    slack: int
    longest: int

    @property
    def is_exact_in_igraph(self) -> bool:
        """Whether igraph, which adds up doubles and compares them roughly, finds the same paths."""
        return not self.slack and self.longest <= IGRAPHS_LONGEST


def find_whole_lengths(weights: NDArray[np.float64], actor_count: int) -> WholeLengths:
    """Return lengths in the ratios of the reciprocals of these weights.

    Examples
    --------
    >>> import numpy as np
    >>> find_whole_lengths(np.array([0.5, 3, 6, 0.1 + 0.2]), 4)
    WholeLengths(lengths=[12, 2, 1, 20], slack=0, longest=35)
    """
    import numpy as np

    distinct, number_of = np.unique(weights, return_inverse=True)
    fractions = [1 / Fraction(f"{weight:.{WRITTEN_DIGITS}g}") for weight in distinct.tolist()]
    multiple, slack = _find_common_multiple(fractions), 0
    if multiple is None:
        multiple, slack = 2**PRECISION / min(fractions), actor_count
    whole = [round(fraction * multiple) for fraction in fractions]
    divisor = 1 if slack else max(1, gcd(*whole))
    whole = [length // divisor for length in whole]
    lengths = [whole[number] for number in number_of.tolist()]
    longest = min(sum(lengths), max(whole, default=0) * actor_count)
    return WholeLengths(lengths, slack, longest)


def _find_common_multiple(fractions: Sequence[Fraction]) -> Fraction | None:
    """Return a number that makes all fractions whole, unless it is very large."""
    multiple = 1
    for fraction in fractions:
        multiple = lcm(multiple, fraction.denominator)
        if multiple.bit_length() > MOST_BITS:
            return None
    return Fraction(multiple)

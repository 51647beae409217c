"""Logarithms of confidences as whole numbers, so that products are compared as exact sums.

The logarithm of a number is the sum of those of its prime factors. So two products are equal
whenever their logarithms are: 0.9 * 0.4 costs as much as 0.6 * 0.6. Other products are told apart
where they differ by more than one part in ten million.
"""

from __future__ import annotations

from functools import cache

BITS = 30  # behind the point
CERTAIN = 1_000_000  # millionths


@cache
def measure_doubt(millionths: int) -> int:
    """Return the binary logarithm of 1 / confidence, in units of 2 ** -30; 0 counts as a millionth.

    Examples
    --------
    >>> measure_doubt(1_000_000), measure_doubt(500_000) == 2 ** 30
    (0, True)
    >>> measure_doubt(900_000) + measure_doubt(400_000) == 2 * measure_doubt(600_000)
    True
    """
    return _sum_logarithms(CERTAIN) - _sum_logarithms(max(1, millionths))


@cache
def _sum_logarithms(number: int) -> int:
    """Return the sum of the logarithms of a number's prime factors."""
    total, divisor = 0, 2
    while number > 1:
        if divisor * divisor > number:
            divisor = number
        while number % divisor == 0:
            number //= divisor
            total += _compute_logarithm(divisor)
        divisor += 1
    return total


@cache
def _compute_logarithm(number: int) -> int:
    """Return the binary logarithm of a number in units of 2 ** -30, a bit at a time."""
    whole = number.bit_length() - 1
    logarithm, mantissa = whole, (number << 60) >> whole
    for _ in range(BITS):
        mantissa = (mantissa * mantissa) >> 60
        is_double = mantissa >> 61
        mantissa >>= is_double
        logarithm = 2 * logarithm + is_double
    return logarithm

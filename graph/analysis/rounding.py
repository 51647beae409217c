"""Round scores before they are compared, so that the last bits of sums rank nobody."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DIGITS = 14  # of sums of weights, which may be of any size; sums of many are exact to about these

EXACT = 1e14  # whole numbers below it have no more digits


def round_digits(values: Iterable[float]) -> NDArray[np.float64]:
    """Round each value to `DIGITS` significant digits, however large or small it is.

    Examples
    --------
    >>> round_digits([0.1 + 0.2, 1e-100, 3e-100]).tolist()
    [0.3, 1e-100, 3e-100]
    """
    import numpy as np

    numbers = np.fromiter(values, np.float64)
    if (numbers == np.rint(numbers)).all() and (np.abs(numbers) < EXACT).all():
        return numbers
    return np.array([float(f"{value:.{DIGITS}g}") for value in numbers], dtype=np.float64)

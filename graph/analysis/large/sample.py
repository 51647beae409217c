"""How a score was sampled, and a bound on its error."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SEED = 1
DOUBT = 0.1  # probability that a bound fails for any actor


@dataclass(frozen=True)
class Sample:
    """How scores were sampled, and how far off they may be.

    Parameters
    ----------
    error
        Every actor's score is at most this far from the exact one, in the measure's unit.
    confidence
        The probability that this holds for all actors together; 0 to 1.
    sample_count
        How many pairs of actors were drawn, or how many actors to search from.
    seed
        The seed they were drawn with; the same seed draws the same.
    exact_count
        How many of the highest scores are exact, and the highest with that probability.
    """

    error: float
    confidence: float
    sample_count: int
    seed: int
    exact_count: int = 0

    def __str__(self) -> str:
        bound = f"within ±{self.error:.2g} with {self.confidence * 100:.0f} % confidence"
        exact = f", the first {self.exact_count:,} exact" if self.exact_count else ""
        return f"sampled, {bound}{exact}"

    @property
    def rank_note(self) -> str:
        """Which ranks come from sampled scores."""
        which = f"Ranks below the first {self.exact_count:,}" if self.exact_count else "Ranks"
        return f"{which} rest on sampled scores."

    def to_dict(self) -> dict[str, float]:
        """Return it as data, as in JSON."""
        return {
            "error": self.error,
            "confidence": self.confidence,
            "sample_count": self.sample_count,
            "seed": self.seed,
            "exact_count": self.exact_count,
        }


def bound_errors(
    total: NDArray[np.float64], squares: NDArray[np.float64], count: int
) -> NDArray[np.float64]:
    """Return the empirical Bernstein bound on the error of each actor's mean.

    It is that of Maurer & Pontil (2009), spread over all actors and both sides.

    Parameters
    ----------
    total, squares
        By actor, the sum of the samples (each from 0 to 1), and that of their squares.
    count
        How many samples there are.

    Examples
    --------
    >>> import numpy as np
    >>> bound_errors(np.array([50.0]), np.array([50.0]), 100).round(3).tolist()
    [0.223]
    """
    import numpy as np

    doubt = math.log(4 * len(total) / DOUBT)
    variance = np.maximum(0, squares - total**2 / count) / (count - 1)
    spread = np.sqrt(2 * variance * doubt / count)
    bounds: NDArray[np.float64] = spread + 7 * doubt / (3 * (count - 1))
    return bounds

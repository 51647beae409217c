"""One bound for the proofs of an answer together: what one leaves, the others may take."""

from __future__ import annotations

from time import monotonic

from graph.errors import QuestionError

LEAST = 0.01  # seconds, in which the best division is still looked for
PARTS = 2  # of a proof: the proof itself, and the comparison of optima
HARD = 8  # proofs that are reckoned to take long; most of many take next to nothing


class SharedTime:
    """The time that several proofs may take together.

    Parameters
    ----------
    seconds
        How long they may take.
    count
        How many there are.

    Raises
    ------
    QuestionError
        When `seconds` is not a number above 0.

    Examples
    --------
    >>> time = SharedTime(60, 3)
    >>> [round(time.take()) for _ in range(3)]
    [10, 15, 30]
    >>> round(SharedTime(160, 1000).take())
    10
    """

    def __init__(self, seconds: float, count: int) -> None:
        check_seconds(seconds)
        self._deadline, self._count = monotonic() + seconds, count

    def take(self) -> float:
        """Return how long the next proof may take, and as long the comparison of its optima."""
        left = self._deadline - monotonic()
        share = left / (PARTS * min(max(self._count, 1), HARD))
        self._count -= 1
        return max(share, LEAST)


def check_seconds(seconds: float) -> None:
    """Refuse what is no time that a proof may take.

    Raises
    ------
    QuestionError
        When it is not a number above 0.
    """
    is_number = isinstance(seconds, int | float) and not isinstance(seconds, bool)
    if not is_number or not seconds > 0:
        message = "The time for the proof must be a number above 0."
        raise QuestionError("seconds", message)

"""Choose how much of their ink lines keep, as the page does (``core/line_fade.js``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

COVERED = 0.45  # of the area: so much ink, laid side by side, is not too much
FAN = 60  # lines of one actor, from which on they keep less and less of their ink
LEAST_OF_FAN = 0.4
STEPS = (1.0, 0.8, 0.64, 0.5, 0.4, 0.3, 0.22, 0.16, 0.12)


def choose_fade(lines: Iterable[tuple[float, float]], area: float) -> float:
    """Choose the opacity of lines, so that many of them in one place are no slab.

    Parameters
    ----------
    lines
        The length and the width of each, in pixels.
    area
        In square pixels.

    Examples
    --------
    >>> choose_fade([(100, 1)] * 4, 1000), choose_fade([(100, 1)] * 10, 1000)
    (1.0, 0.4)
    """
    ink = sum(length * width for length, width in lines)
    share = COVERED * area / (ink or 1.0)
    return next((step for step in STEPS if step <= share), STEPS[-1])


def fade_fans(ends: Sequence[tuple[int, int]]) -> list[float]:
    """Choose how much of its ink each line keeps where one of its actors has very many.

    Parameters
    ----------
    ends
        The two actors of each line.

    Examples
    --------
    >>> fade_fans([(0, 1), (1, 2)]), min(fade_fans([(0, each) for each in range(1, 80)]))
    ([1.0, 1.0], 0.64)
    """
    counts = Counter(actor for each in ends for actor in set(each))
    shares = (max(LEAST_OF_FAN, FAN / max(counts[one], counts[other])) for one, other in ends)
    return [next((step for step in STEPS if step <= share), 1.0) for share in shares]

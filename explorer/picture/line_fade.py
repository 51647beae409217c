"""Choose how much of their ink lines keep, as the page does (``core/line_fade.js``)."""

from __future__ import annotations

from collections.abc import Iterable

COVERED = 0.45  # of the area: so much ink, laid side by side, is not too much
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

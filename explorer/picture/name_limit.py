"""Limit how many names there are, by the same share as the page (``core/name_limit.js``)."""

from __future__ import annotations

from math import ceil

ROOMY = 2_500  # square pixels an actor, with less of which fewer have names
WOVEN = 1 / 3  # pixels of lines a square pixel: about twenty lines run through a name
FOREMOST = 20  # names that are bold, placed first, and may cover smaller marks
NARROW = 250_000  # square pixels, as a phone has, with less of which half as many are
MOST_NAMES = 220


def count_foremost(area: float) -> int:
    """Count the actors who are always named, by the square pixels of a drawing.

    Examples
    --------
    >>> count_foremost(500_000), count_foremost(200_000)
    (20, 10)
    """
    return FOREMOST // 2 if area < NARROW else FOREMOST


def choose_named_share(area: float, count: int, weave: float) -> float:
    """Choose the share of names beside the foremost: fewer in a crowd, and in a weave of lines.

    Parameters
    ----------
    area
        In square pixels.
    count
        How many marks are in it.
    weave
        How long all lines are together, in pixels a square pixel.

    Examples
    --------
    >>> choose_named_share(500_000, 100, 0.1), choose_named_share(500_000, 800, 0.1)
    (1.0, 0.25)
    """
    return min(1.0, area / ROOMY / max(1, count), WOVEN / (weave or WOVEN))


def limit_names(area: float, count: int, weave: float) -> int:
    """Limit the names of a picture, which cannot be zoomed in; without need, all who find room.

    Examples
    --------
    >>> limit_names(500_000, 100, 0.1), limit_names(500_000, 800, 0.1)
    (100, 70)
    """
    share = choose_named_share(area, count, weave)
    foremost = count_foremost(area)
    return count if share == 1 else ceil(foremost + (min(MOST_NAMES, count) - foremost) * share)

"""Limit how many names there are, by the same share as the page (``core/name_limit.js``)."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, isfinite

ROOMY = 2_500  # square pixels an actor, with less of which fewer have names
WOVEN = 1 / 3  # pixels of lines a square pixel: about twenty lines run through a name
FOREMOST = 20  # names that are placed first, and may cover smaller marks
AHEAD = 1.5  # times the score of the first who does not lead, from which on a name is bold
LEADING = 3  # one in so many at most leads
POSITIVE = 5e-324
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


def find_bold_score(scores: Sequence[float]) -> float:
    """Find the least score of the actors whose names are bold: those that stand out from the next.

    Where nobody leads, none does.

    Parameters
    ----------
    scores
        Of the actors with relations, in any order.

    Examples
    --------
    >>> find_bold_score([9, 6, 4, 4, 2, 1]), find_bold_score([3, 3, 3])
    (6.0, 4.5)
    """
    ranked = sorted((score if isfinite(score) else 0.0 for score in scores), reverse=True)
    first = min(FOREMOST, len(ranked) // LEADING)
    return max(AHEAD * ranked[first] if ranked else 0.0, POSITIVE)

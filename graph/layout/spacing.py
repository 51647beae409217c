"""Drawings made readable: turned to landscape, with room for every label."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import atan2, cos, sin, sqrt

ASPECT = 1.6  # width to height of a drawing
HEIGHT = 46.0  # an actor's mark with its label below, in canvas pixels
HUB = 1.4  # the actor with most ties gets this much more room, for the lines that end there
FEW = 10  # nobody with fewer ties is a hub
FILL = 0.6  # of the drawing's area that marks and labels take up
STRETCH = 1.5  # a drawing is widened by no more than this
LINE = 1.6  # of all labels side by side: a drawing is never longer
UNSEEN = 0.5  # canvas pixels
EASE = 1.5  # two actors get no further apart than this times their distance in one round
ROUNDS = 200  # of pushing labels apart; larger networks get fewer
SHOWN_CHARACTERS = 32  # longer labels are cut

Point = tuple[float, float]
Room = tuple[float, float]
Box = tuple[float, float, float, float]


def label_width(name: str) -> float:
    """Return about how wide a name is as a label, in canvas pixels.

    Examples
    --------
    >>> label_width("NATO"), label_width("x" * 10_000)
    (64.0, 240.0)
    """
    return max(64.0, 16.0 + 7.0 * min(len(name), SHOWN_CHARACTERS))


def rooms(widths: Sequence[float], ties: Sequence[int]) -> list[Room]:
    """Return how much room each actor needs: its mark and label, and more for a hub.

    Parameters
    ----------
    widths
        How wide each label is, in canvas pixels.
    ties
        How many others each actor is tied to.

    Examples
    --------
    >>> rooms([64, 100], [1, 0])
    [(64.0, 46.0), (100.0, 46.0)]
    >>> [round(width) for width, _ in rooms([100] * 4, [1, 5, 20, 51])]
    [100, 139, 185, 239]
    """
    most = max([*ties, FEW])
    factors = [1 + HUB * sqrt(max(0, number - 1) / most) for number in ties]
    return [
        (width * factor, HEIGHT * factor) for width, factor in zip(widths, factors, strict=True)
    ]


def scaled(points: Sequence[Sequence[float]], *, area: float) -> list[Point]:
    """Return a drawing blown up or shrunk until its bounding box has this area.

    Examples
    --------
    >>> scaled([(0, 0), (1, 1)], area=4)
    [(0.0, 0.0), (2.0, 2.0)]
    """
    left, top, right, bottom = box(points)
    longest = max(right - left, bottom - top) or 1.0
    size = max(right - left, longest / 100) * max(bottom - top, longest / 100)
    factor = sqrt(area / size)
    return [(x * factor, y * factor) for x, y in points]


def landscape(points: Sequence[Point], needed: Sequence[Room]) -> list[Point]:
    """Return a drawing turned so that it is wider than high, with room for its labels.

    Its longest extent (first principal axis) comes to lie flat; it is then stretched towards
    16:10, within limits.

    Parameters
    ----------
    points
        A drawing of any size.
    needed
        The room for each actor, in canvas pixels.

    Examples
    --------
    >>> flat = landscape([(0, 0), (0, 5), (0, 9)], [(64, 46)] * 3)
    >>> all(abs(y) < 1 for _, y in flat)
    True
    """
    turned = widened(_turned(points))
    drawn = scaled(turned, area=sum(wide * high for wide, high in needed) / FILL)
    left, _, right, _ = box(drawn)
    # The area of a thin drawing says little about the room its labels need.
    longest = sum(wide for wide, _ in needed) * LINE
    factor = min(1.0, longest / ((right - left) or longest))
    return [(x * factor, y * factor) for x, y in drawn]


def widened(points: Sequence[Point]) -> list[Point]:
    """Return a drawing stretched towards 16:10, to either side but within limits.

    Examples
    --------
    >>> widened([(0, 0), (150, 100)])[1]
    (160.0, 100)
    """
    left, top, right, bottom = box(points)
    wide, high = right - left, bottom - top
    if not wide or not high:
        return list(points)
    stretch = min(STRETCH, max(1 / STRETCH, ASPECT * high / wide))
    return [(x * stretch, y) for x, y in points]


def _turned(points: Sequence[Point]) -> list[Point]:
    count = len(points)
    middle_x = sum(x for x, _ in points) / count
    middle_y = sum(y for _, y in points) / count
    centred = [(x - middle_x, y - middle_y) for x, y in points]
    xx = sum(x * x for x, _ in centred)
    yy = sum(y * y for _, y in centred)
    xy = sum(x * y for x, y in centred)
    angle = atan2(2 * xy, xx - yy) / 2
    along, across = cos(angle), sin(angle)
    return [(x * along + y * across, y * along - x * across) for x, y in centred]


def separate(points: Sequence[Point], needed: Sequence[Room]) -> list[Point]:
    """Return a drawing in which actors are pushed apart until none stands in another's room.

    Each pair that overlaps moves apart along the line between the two, so that what is left of
    something stays left of it. Networks of thousands of actors get a few rounds only.

    Examples
    --------
    >>> (x, _), (other, _) = separate([(0, 0), (30, 0)], [(64, 46)] * 2)
    >>> round(other - x)
    64
    """
    moved = [[x, y] for x, y in points]
    rounds = max(3, min(ROUNDS, 30_000 // max(1, len(points))))
    for _ in range(rounds):
        if not _push(moved, needed):
            break
    return [(x, y) for x, y in moved]


def _push(points: list[list[float]], needed: Sequence[Room]) -> bool:
    """Push every overlapping pair apart once; tell whether there was any."""
    found = False
    largest = max(wide for wide, _ in needed), max(high for _, high in needed)
    for one, other in _neighbours(points, largest):
        (x, y), (other_x, other_y) = points[one], points[other]
        across, down = other_x - x, other_y - y
        wide = (needed[one][0] + needed[other][0]) / 2
        high = (needed[one][1] + needed[other][1]) / 2
        if wide - abs(across) <= UNSEEN or high - abs(down) <= UNSEEN:
            continue
        found = True
        step_x, step_y = _step(across, down, wide, high)
        points[one] = [x - step_x, y - step_y]
        points[other] = [other_x + step_x, other_y + step_y]
    return found


def _step(across: float, down: float, wide: float, high: float) -> Point:
    """Return what each of two actors moves: apart along the line between them, a bit at a time."""
    if abs(across) < UNSEEN and abs(down) < UNSEEN:
        return wide / 4, 0.0
    enough = min(wide / (abs(across) or UNSEEN), high / (abs(down) or UNSEEN))
    further = min(enough, EASE) - 1
    return across * further / 2, down * further / 2


def _neighbours(points: Sequence[Sequence[float]], cell: Room) -> list[tuple[int, int]]:
    """Return the pairs that could overlap, found through a grid of cells."""
    cells: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for row, (x, y) in enumerate(points):
        cells[int(x // cell[0]), int(y // cell[1])].append(row)
    pairs = []
    for (column, line), rows in cells.items():
        pairs += [(one, other) for place, one in enumerate(rows) for other in rows[place + 1 :]]
        for near in ((column + 1, line - 1), (column + 1, line), (column + 1, line + 1)):
            pairs += [(one, other) for one in rows for other in cells.get(near, ())]
        pairs += [(one, other) for one in rows for other in cells.get((column, line + 1), ())]
    return pairs


def box(points: Sequence[Sequence[float]]) -> Box:
    """Return a drawing's left, top, right and bottom.

    Examples
    --------
    >>> box([(3, 1), (0, 2)])
    (0, 1, 3, 2)
    """
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)

"""Make drawings readable: rotate them to landscape, with room for every label."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import atan2, cos, fsum, sin, sqrt

ASPECT = 1.6  # width to height of a drawing
HEIGHT = 46.0  # an actor's mark with its label below, in canvas pixels
HUB = 0.7  # the actor with most edges gets this much more room, for the lines that end there
FEW = 10  # an actor with fewer edges is not a hub
FILL = 0.6  # of the drawing's area that marks and labels take up
STRETCH = 1.5  # a drawing is widened by no more than this
LINE = 1.6  # of all labels side by side: a drawing is never longer
TOLERANCE = 0.5  # canvas pixels
EASE = 1.5  # two actors get no further apart than this times their distance in one round
ROUNDS = 200  # of pushing labels apart; larger networks get fewer
SHOWN_CHARACTERS = 32  # longer labels are cut

Point = tuple[float, float]
Room = tuple[float, float]
Bounds = tuple[float, float, float, float]


def estimate_label_width(name: str) -> float:
    """Estimate how wide a name is as a label, in canvas pixels.

    Examples
    --------
    >>> estimate_label_width("NATO"), estimate_label_width("x" * 10_000)
    (64.0, 240.0)
    """
    return max(64.0, 16.0 + 7.0 * min(len(name), SHOWN_CHARACTERS))


def compute_rooms(widths: Sequence[float], degrees: Sequence[int]) -> list[Room]:
    """Compute how much room each actor needs: its mark and label, and more for a hub.

    Parameters
    ----------
    widths
        How wide each label is, in canvas pixels.
    degrees
        How many neighbours each actor has.

    Examples
    --------
    >>> compute_rooms([64, 100], [1, 0])
    [(64.0, 46.0), (100.0, 46.0)]
    >>> [round(width) for width, _ in compute_rooms([100] * 4, [1, 5, 20, 51])]
    [100, 120, 143, 169]
    """
    most = max([*degrees, FEW])
    factors = [1 + HUB * sqrt(max(0, number - 1) / most) for number in degrees]
    return [
        (width * factor, HEIGHT * factor) for width, factor in zip(widths, factors, strict=True)
    ]


def scale_to_area(points: Sequence[Sequence[float]], *, area: float) -> list[Point]:
    """Scale a drawing until its bounding box has this area.

    Examples
    --------
    >>> scale_to_area([(0, 0), (1, 1)], area=4)
    [(0.0, 0.0), (2.0, 2.0)]
    """
    left, top, right, bottom = compute_bounds(points)
    longest = max(right - left, bottom - top) or 1.0
    size = max(right - left, longest / 100) * max(bottom - top, longest / 100)
    factor = sqrt(area / size)
    return [(x * factor, y * factor) for x, y in points]


def rotate_to_landscape(points: Sequence[Point], needed: Sequence[Room]) -> list[Point]:
    """Rotate a drawing until it is wider than high, and give its labels room.

    Its longest extent (first principal axis) becomes horizontal; it is then stretched towards
    16:10, within limits.

    Parameters
    ----------
    points
        A drawing of any size.
    needed
        The room for each actor, in canvas pixels.

    Examples
    --------
    >>> flat = rotate_to_landscape([(0, 0), (0, 5), (0, 9)], [(64, 46)] * 3)
    >>> all(abs(y) < 1 for _, y in flat)
    True
    """
    rotated = stretch_to_aspect(_rotate_flat(points))
    drawn = scale_to_area(rotated, area=fsum(wide * high for wide, high in needed) / FILL)
    left, _, right, _ = compute_bounds(drawn)
    # The area of a thin drawing says little about the room that its labels need.
    longest = fsum(wide for wide, _ in needed) * LINE
    factor = min(1.0, longest / ((right - left) or longest))
    return [(x * factor, y * factor) for x, y in drawn]


def stretch_to_aspect(points: Sequence[Point]) -> list[Point]:
    """Stretch or narrow a drawing towards 16:10, within limits.

    Examples
    --------
    >>> stretch_to_aspect([(0, 0), (150, 100)])[1]
    (160.0, 100)
    """
    left, top, right, bottom = compute_bounds(points)
    wide, high = right - left, bottom - top
    if not wide or not high:
        return list(points)
    stretch = min(STRETCH, max(1 / STRETCH, ASPECT * high / wide))
    return [(x * stretch, y) for x, y in points]


def _rotate_flat(points: Sequence[Point]) -> list[Point]:
    count = len(points)
    middle_x = fsum(x for x, _ in points) / count
    middle_y = fsum(y for _, y in points) / count
    centred = [(x - middle_x, y - middle_y) for x, y in points]
    xx = fsum(x * x for x, _ in centred)
    yy = fsum(y * y for _, y in centred)
    xy = fsum(x * y for x, y in centred)
    angle = atan2(2 * xy, xx - yy) / 2
    along, across = cos(angle), sin(angle)
    return [(x * along + y * across, y * along - x * across) for x, y in centred]


def push_apart(points: Sequence[Point], needed: Sequence[Room]) -> list[Point]:
    """Push actors apart until their rooms do not overlap.

    Each pair that overlaps is pushed apart along the line between the two, so that the order
    from left to right stays. Networks of thousands of actors get only a few rounds.

    Examples
    --------
    >>> (left, _), (right, _) = push_apart([(0, 0), (30, 0)], [(64, 46)] * 2)
    >>> round(right - left)
    64
    """
    moved = [[x, y] for x, y in points]
    rounds = max(3, min(ROUNDS, 30_000 // max(1, len(points))))
    for _ in range(rounds):
        if not _push_pairs(moved, needed):
            break
    return [(x, y) for x, y in moved]


def _push_pairs(points: list[list[float]], needed: Sequence[Room]) -> bool:
    """Push every overlapping pair apart once; return whether there was any."""
    overlapped = False
    largest = max(wide for wide, _ in needed), max(high for _, high in needed)
    for first, second in _list_neighbours(points, largest):
        (x, y), (second_x, second_y) = points[first], points[second]
        across, down = second_x - x, second_y - y
        wide = (needed[first][0] + needed[second][0]) / 2
        high = (needed[first][1] + needed[second][1]) / 2
        if wide - abs(across) <= TOLERANCE or high - abs(down) <= TOLERANCE:
            continue
        overlapped = True
        step_x, step_y = _compute_step(across, down, wide, high)
        points[first] = [x - step_x, y - step_y]
        points[second] = [second_x + step_x, second_y + step_y]
    return overlapped


def _compute_step(across: float, down: float, wide: float, high: float) -> Point:
    """Compute how far each of two actors moves: a little, along the line between them."""
    if abs(across) < TOLERANCE and abs(down) < TOLERANCE:
        return wide / 4, 0.0
    enough = min(wide / (abs(across) or TOLERANCE), high / (abs(down) or TOLERANCE))
    further = min(enough, EASE) - 1
    return across * further / 2, down * further / 2


def _list_neighbours(points: Sequence[Sequence[float]], cell: Room) -> list[tuple[int, int]]:
    """List the pairs that could overlap, by means of a grid of cells."""
    cells: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for row, (x, y) in enumerate(points):
        cells[int(x // cell[0]), int(y // cell[1])].append(row)
    pairs = []
    for (column, line), rows in cells.items():
        pairs += [
            (first, second) for index, first in enumerate(rows) for second in rows[index + 1 :]
        ]
        for near in ((column + 1, line - 1), (column + 1, line), (column + 1, line + 1)):
            pairs += [(first, second) for first in rows for second in cells.get(near, ())]
        pairs += [(first, second) for first in rows for second in cells.get((column, line + 1), ())]
    return pairs


def compute_bounds(points: Sequence[Sequence[float]]) -> Bounds:
    """Compute a drawing's left, top, right and bottom.

    Examples
    --------
    >>> compute_bounds([(3, 1), (0, 2)])
    (0, 1, 3, 2)
    """
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)

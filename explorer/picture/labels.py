"""Position names so that they cover no other name, mark or sign, and stay in their area."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap
from typing import NamedTuple

from explorer.picture.box_grid import BoxGrid
from explorer.picture.curves import Circle
from explorer.picture.label_leaders import Leader, find_leader, list_leader_boxes, measure_gap
from explorer.picture.label_owners import seems_anothers
from explorer.picture.line_density import LineDensity
from explorer.picture.shapes import Box, Text
from graph.text.safe import visible

LONGEST = 60  # characters of a name
LONGEST_LINE = 32
ONE_LINE, TWO_LINES = 16, 38  # characters up to which a name is on one line, on two lines
SIZE, BOLD_SIZE = 12.0, 13.0  # of the letters; those of marks that stand out are bold
SMALLER = 10.5  # of the letters of a name that would find no room in larger letters
LINE = 14.0  # pixels from a line to the next
PAD = 2.0  # around a name
AIR = 7.0  # around a name and its mark
FARTHER = (8.0, 18.0, 32.0)  # pixels beyond its usual position, for a name that must be read
FARTHEST = (56.0, 88.0, 128.0)  # and for one that would else lie over a crowd
CROWD = 8  # marks that a name covers, from which on it does
FAR = 0.02  # what a pixel of the line to it costs, beside a mark that it covers
NEAR = (5.0, 12.0)  # pixels; a name so close to another mark may seem to belong to it
LARGE = 0.6  # of the largest radius; from here on a mark is covered only where nothing else fits
RANK, CLOSE = 0.5, 6.0  # cost of a later position, and of each mark nearby, in covered points
STRANGE = 40.0  # cost of seeming the name of another mark
NOTHING = LineDensity()


class Name(NamedTuple):
    """An actor's name with its possible line breaks, the best first, and its mark."""

    actor: int
    variants: tuple[tuple[str, ...], ...]
    mark: Circle
    strong: bool = False
    """Whether it may cover smaller marks when there is no free room."""
    bold: bool = False

    @property
    def size(self) -> float:
        """The size of its letters."""
        return BOLD_SIZE if self.bold else SIZE

    def measure_room(self, widths: Mapping[str, float]) -> tuple[float, float]:
        """Measure how wide and high it is with its mark, with the best line breaks."""
        wide, high = _measure_extent(self.variants[0], self.size, widths)
        return max(wide, 2 * self.mark.r) + AIR, high + 2 * self.mark.r + AIR


class Label(NamedTuple):
    """A name with its position and its line breaks."""

    name: Name
    lines: tuple[str, ...]
    size: float
    box: Box

    @property
    def leader(self) -> Leader | None:
        """The line from its mark, where it stands away from that."""
        if not self.name.strong or not self.name.mark.r:
            return None
        return find_leader(self.box, self.name.mark)

    def to_texts(self, colour: str) -> Iterator[Text]:
        """Yield its lines as texts."""
        middle = self.box.x + self.box.width / 2
        for index, line in enumerate(self.lines):
            y = self.box.y + self.size + index * LINE * self.size / SIZE
            yield Text(middle, y, line, self.size, colour, self.name.bold, "middle")


def list_line_breaks(name: str) -> tuple[tuple[str, ...], ...]:
    """List the possible line breaks of a name: a long name on several lines, or on one fewer.

    Examples
    --------
    >>> list_line_breaks("Minsk"), list_line_breaks("Alexander Lukashenko")
    ((('Minsk',),), (('Alexander', 'Lukashenko'), ('Alexander Lukashenko',)))
    >>> list_line_breaks("x" * 50)
    (('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…',),)
    """
    text = shorten(" ".join(visible(name).split()), LONGEST)
    lines = 1 + (len(text) > ONE_LINE) + (len(text) > TWO_LINES)
    best, fewer = _break_lines(text, lines), _break_lines(text, max(1, lines - 1))
    whole = len(fewer) < len(best) and not fewer[-1].endswith("…")
    return (best, fewer) if whole else (best,)


def _break_lines(text: str, most: int) -> tuple[str, ...]:
    """Break a text into at most this many lines, as even as its words allow."""
    for width in range(max(1, len(text) // most), LONGEST_LINE + 1):
        lines = wrap(text, width, break_long_words=False)
        if len(lines) <= most and all(len(line) <= width for line in lines):
            return tuple(lines) or ("",)
    *first, rest = wrap(text, LONGEST_LINE, max_lines=most, placeholder="…", break_long_words=False)
    return (*(shorten(line, LONGEST_LINE) for line in first), shorten(rest, LONGEST_LINE))


def shorten(text: str, most: int) -> str:
    """Shorten a text to this many characters, with an ellipsis at its end.

    Examples
    --------
    >>> shorten("Minsk", 5), shorten("Minsk", 4)
    ('Minsk', 'Min…')
    """
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def position_labels(
    names: Sequence[Name],
    widths: Mapping[str, float],
    area: Box,
    occupied: Iterable[Box] = (),
    density: LineDensity = NOTHING,
) -> list[Label]:
    """Position the names that find room.

    Parameters
    ----------
    names
        The most important first; a later name never covers an earlier one.
    widths
        How wide each line is, for a font size of 1.
    area
        The area that contains all names.
    occupied
        Boxes that no name may cover, besides the marks.
    density
        The points that names should not cover.

    Examples
    --------
    >>> ann, bob = Circle(50, 50, 5), Circle(60, 50, 5)
    >>> names = [Name(0, (("Ann",),), ann), Name(1, (("Bob",),), bob)]
    >>> labels = position_labels(names, {"Ann": 2, "Bob": 2}, Box(0, 0, 100, 100))
    >>> [label.lines[0] for label in labels], labels[0].box.overlaps(labels[1].box)
    (['Ann', 'Bob'], False)
    """
    positioner = _LabelPositioner(area, density, occupied, names)
    labels = (
        positioner.choose_best(
            [*_list_labels(name, name.size, widths)],
            _list_labels(name, name.size, widths, FARTHEST) if name.strong else (),
        )
        or positioner.choose_best([*_list_labels(name, SMALLER, widths)])
        for name in names
    )
    return [label for label in labels if label is not None]


class _LabelPositioner:
    """Positions names in turn, and remembers the boxes that are occupied."""

    def __init__(
        self, area: Box, density: LineDensity, occupied: Iterable[Box], names: Sequence[Name]
    ) -> None:
        self._area, self._density = area, density
        self._occupied = BoxGrid((box, -1) for box in occupied)  # names never cover these
        self._marks = BoxGrid((name.mark.box, name.actor) for name in names)
        large = LARGE * max((name.mark.r for name in names), default=0)
        self._large = BoxGrid((name.mark.box, name.actor) for name in names if name.mark.r >= large)

    def choose_best(self, labels: Sequence[Label], farthest: Iterable[Label] = ()) -> Label | None:
        """Choose the best of a name's possible labels, and occupy its box; None without room.

        One of those farthest away is chosen where the best of the others lies over a crowd.
        """
        possible = [(rank, label) for rank, label in enumerate(labels) if self._is_possible(label)]
        fits = [each for each in possible if self._marks.is_free(each[1].box, each[1].name.actor)]
        if not fits:
            strong = [each for each in possible if each[1].name.strong]
            small = [
                each for each in strong if self._large.is_free(each[1].box, each[1].name.actor)
            ]
            fits = small or strong
        if not fits:
            return None
        _, label = min(fits, key=self._compute_cost)
        if self._count_covered(label) >= CROWD:
            label = self._choose_outside(label, farthest)
        for box in (label.box, *list_leader_boxes(label.leader)):
            self._occupied.add(box, -1)
        return label

    def _is_possible(self, label: Label) -> bool:
        return self._area.contains(label.box) and self._occupied.is_free(
            label.box, label.name.actor
        )

    def _count_covered(self, label: Label) -> int:
        return self._marks.count_near(label.box, label.name.actor, 0)

    def _choose_outside(self, best: Label, farthest: Iterable[Label]) -> Label:
        """Choose a label outside the crowd that the best so far lies over, if it covers less."""
        limit = self._count_covered(best) / 2
        outside = [
            label
            for label in farthest
            if self._is_possible(label)
            and self._count_covered(label) < limit
            and all(
                self._occupied.is_free(box, label.name.actor)
                for box in list_leader_boxes(label.leader)
            )
        ]
        return min(
            outside,
            key=lambda label: (
                self._count_covered(label) + FAR * measure_gap(label.box, label.name.mark)
            ),
            default=best,
        )

    def _compute_cost(self, ranked: tuple[int, Label]) -> float:
        rank, label = ranked
        neighbours = sum(self._marks.count_near(label.box, label.name.actor, each) for each in NEAR)
        strange = seems_anothers(label.box, label.name.mark, label.name.actor, self._marks)
        return (
            RANK * rank + CLOSE * neighbours + STRANGE * strange + self._density.weigh_in(label.box)
        )


def _list_labels(
    name: Name, size: float, widths: Mapping[str, float], steps: Sequence[float] = ()
) -> Iterator[Label]:
    """Yield the possible labels of a name beside its mark, or steps away, the best first."""
    for lines in name.variants:
        wide, high = _measure_extent(lines, size, widths)
        for step in steps or (0.0, *(FARTHER if name.strong else ())):
            for x, y in _list_corners(name.mark._replace(r=name.mark.r + step), wide, high):
                yield Label(name, lines, size, Box(x, y, wide, high))


def _measure_extent(
    lines: Sequence[str], size: float, widths: Mapping[str, float]
) -> tuple[float, float]:
    return max(widths[line] for line in lines) * size + 2 * PAD, len(
        lines
    ) * LINE * size / SIZE + PAD


def _list_corners(mark: Circle, wide: float, high: float) -> Iterator[tuple[float, float]]:
    """Yield the possible upper left corners of a label beside its mark, the best first."""
    x, y, r = mark
    gap, near = r + 4, 0.7 * r + 2
    below, above, right, left = y + gap - 1, y - gap - high, x + gap, x - gap - wide
    yield from ((x - wide / 2, down) for down in (below, above))
    yield from ((across, y - high / 2) for across in (right, left))
    for across in (x + near, x - near - wide):
        yield across, y + 0.7 * r
        yield across, y - 0.7 * r - high
    yield from ((x - wide * part, down) for down in (below, above) for part in (0.3, 0.7, 0.1, 0.9))
    yield from ((across, y - high * part) for across in (right, left) for part in (0.2, 0.8))

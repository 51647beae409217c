"""Where names stand: none covers another name, a mark or a sign, and none leaves its area."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap
from typing import NamedTuple

from explorer.picture.clutter import Clutter
from explorer.picture.curves import Circle
from explorer.picture.grid import Grid
from explorer.picture.ink import Box, Text
from graph.text.safe import visible

LONGEST = 60  # characters of a name
LONGEST_LINE = 32
ONE_LINE, TWO_LINES = 16, 38  # characters that need no second or third line
SIZE, STRONG_SIZE = 12.0, 13.0  # of the letters; those of large marks are bold
SMALLER = 10.5  # of the letters of a name that else finds no room
LINE = 14.0  # from one line to the next
PAD = 2.0  # around a name
AIR = 7.0  # around a name and its mark
NEAR = (5.0, 12.0)  # pixels; a name so close to the marks of others may be taken for theirs
LARGE = 0.6  # of the largest radius, from which on a mark is never covered
RANK, CLOSE = 0.5, 6.0  # points covered for which a name leaves the better place, and another mark
NOTHING = Clutter()


class Name(NamedTuple):
    """An actor's name in the ways it may be written, the best first, and the mark it belongs to."""

    actor: int
    ways: tuple[tuple[str, ...], ...]
    mark: Circle
    strong: bool = False
    must: bool = False
    """Whether it covers lesser marks rather than be left out."""

    @property
    def size(self) -> float:
        """Of its letters."""
        return STRONG_SIZE if self.strong else SIZE

    def room(self, widths: Mapping[str, float]) -> tuple[float, float]:
        """Return how wide and high it is with its mark, written the best way."""
        wide, high = _extent(self.ways[0], self.size, widths)
        return max(wide, 2 * self.mark.r) + AIR, high + 2 * self.mark.r + AIR


class Label(NamedTuple):
    """A name in its place, in one of the ways it may be written."""

    name: Name
    lines: tuple[str, ...]
    size: float
    box: Box

    def texts(self, colour: str) -> Iterator[Text]:
        """Yield its lines."""
        middle = self.box.x + self.box.width / 2
        for place, line in enumerate(self.lines):
            y = self.box.y + self.size + place * LINE * self.size / SIZE
            yield Text(middle, y, line, self.size, colour, self.name.strong, "middle")


def ways(name: str) -> tuple[tuple[str, ...], ...]:
    """Return how a name may be written: a long one on several lines, or else on one fewer.

    Examples
    --------
    >>> ways("Minsk"), ways("Alexander Lukashenko")
    ((('Minsk',),), (('Alexander', 'Lukashenko'), ('Alexander Lukashenko',)))
    >>> ways("x" * 50)
    (('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…',),)
    """
    text = cut(" ".join(visible(name).split()), LONGEST)
    lines = 1 + (len(text) > ONE_LINE) + (len(text) > TWO_LINES)
    best, fewer = _broken(text, lines), _broken(text, max(1, lines - 1))
    whole = len(fewer) < len(best) and not fewer[-1].endswith("…")
    return (best, fewer) if whole else (best,)


def _broken(text: str, most: int) -> tuple[str, ...]:
    """Return a text on so many lines at most, as even as its words allow."""
    for width in range(max(1, len(text) // most), LONGEST_LINE + 1):
        lines = wrap(text, width, break_long_words=False)
        if len(lines) <= most and all(len(line) <= width for line in lines):
            return tuple(lines) or ("",)
    *first, rest = wrap(text, LONGEST_LINE, max_lines=most, placeholder="…", break_long_words=False)
    return (*(cut(line, LONGEST_LINE) for line in first), cut(rest, LONGEST_LINE))


def cut(text: str, most: int) -> str:
    """Return at most so many characters, the last one an ellipsis where something was cut.

    Examples
    --------
    >>> cut("Minsk", 5), cut("Minsk", 4)
    ('Minsk', 'Min…')
    """
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def placed(
    names: Sequence[Name],
    widths: Mapping[str, float],
    area: Box,
    taken: Iterable[Box] = (),
    clutter: Clutter = NOTHING,
) -> list[Label]:
    """Return the names that find room, each in its place.

    Parameters
    ----------
    names
        The most important first; a later one is left out where an earlier one stands.
    widths
        How wide each of their lines is, for a font size of 1.
    area
        What names must not leave.
    taken
        Boxes that no name may cover, besides the marks.
    clutter
        Points that names rather do not cover.

    Examples
    --------
    >>> ann, bob = Circle(50, 50, 5), Circle(60, 50, 5)
    >>> names = [Name(0, (("Ann",),), ann), Name(1, (("Bob",),), bob)]
    >>> labels = placed(names, {"Ann": 2, "Bob": 2}, Box(0, 0, 100, 100))
    >>> [label.lines[0] for label in labels], labels[0].box.meets(labels[1].box)
    (['Ann', 'Bob'], False)
    """
    rim = _Rim(area, clutter, taken, names)
    found = (
        rim.best([*_possible(name, name.size, widths)])
        or rim.best([*_possible(name, SMALLER, widths)])
        for name in names
    )
    return [label for label in found if label is not None]


class _Rim:
    """What names must keep clear of while they are placed, one after the other."""

    def __init__(
        self, area: Box, clutter: Clutter, taken: Iterable[Box], names: Sequence[Name]
    ) -> None:
        self._area, self._clutter = area, clutter
        self._taken = Grid((box, -1) for box in taken)  # what no name ever covers
        self._marks = Grid((name.mark.box, name.actor) for name in names)
        large = LARGE * max((name.mark.r for name in names), default=0)
        for name in names:
            if name.mark.r >= large:
                self._taken.add(name.mark.box, name.actor)

    def best(self, labels: Sequence[Label]) -> Label | None:
        """Return the best of some ways to write a name, and keep its room; None for no room."""
        open_ones = [
            (rank, label)
            for rank, label in enumerate(labels)
            if self._area.holds(label.box) and self._taken.free(label.box, label.name.actor)
        ]
        clear = [each for each in open_ones if self._marks.free(each[1].box, each[1].name.actor)]
        fits = clear or [each for each in open_ones if each[1].name.must]
        if not fits:
            return None
        _, label = min(fits, key=self._cost)
        self._taken.add(label.box, -1)
        return label

    def _cost(self, ranked: tuple[int, Label]) -> float:
        rank, label = ranked
        beside = sum(self._marks.near(label.box, label.name.actor, each) for each in NEAR)
        return RANK * rank + CLOSE * beside + self._clutter.within(label.box)


def _possible(name: Name, size: float, widths: Mapping[str, float]) -> Iterator[Label]:
    """Yield every way to write a name beside its mark, the best first."""
    for lines in name.ways:
        wide, high = _extent(lines, size, widths)
        for x, y in _places(name.mark, wide, high):
            yield Label(name, lines, size, Box(x, y, wide, high))


def _extent(lines: Sequence[str], size: float, widths: Mapping[str, float]) -> tuple[float, float]:
    return max(widths[line] for line in lines) * size + 2 * PAD, len(
        lines
    ) * LINE * size / SIZE + PAD


def _places(mark: Circle, wide: float, high: float) -> Iterator[tuple[float, float]]:
    """Yield where a label's corner may be so that it stands beside its mark, the best first."""
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

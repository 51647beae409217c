"""Where names stand: none covers another name, a mark or a sign, and none leaves its area."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap
from typing import NamedTuple

from explorer.picture.clutter import Clutter
from explorer.picture.curves import Circle
from explorer.picture.ink import Box, Text
from graph.visible import visible

LONGEST = 60  # characters of a name
LONGEST_LINE = 32
ONE_LINE, TWO_LINES = 16, 38  # characters that need no second or third line
SIZE, STRONG_SIZE = 12.0, 13.0  # of the letters; those of large marks are bold
LINE = 14.0  # from one line to the next
RISE = 12.0  # from the top of a label to its first baseline
CELL = 80.0  # pixels; of the grid in which boxes are looked for
PAD = 2.0  # around a name
AIR = 7.0  # around a name and its mark
NEAR = 5.0  # pixels; a name so close to another's mark may be taken for its
RANK, CLOSE = 0.5, 10.0  # points covered for which a name leaves the better place, and another mark
NOTHING = Clutter()


class Name(NamedTuple):
    """An actor's name in the ways it may be written, the best first, and the mark it belongs to."""

    actor: int
    ways: tuple[tuple[str, ...], ...]
    mark: Circle
    strong: bool = False

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
    box: Box

    def texts(self, colour: str) -> Iterator[Text]:
        """Yield its lines."""
        middle = self.box.x + self.box.width / 2
        for place, line in enumerate(self.lines):
            y = self.box.y + RISE + place * LINE
            yield Text(middle, y, line, self.name.size, colour, self.name.strong, "middle")


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


class Grid:
    """Boxes kept by the cells of a coarse grid, so that few are looked at."""

    def __init__(self, boxes: Iterable[tuple[Box, int]] = ()) -> None:
        self._cells: defaultdict[tuple[int, int], list[tuple[Box, int]]] = defaultdict(list)
        for box, owner in boxes:
            self.add(box, owner)

    def add(self, box: Box, owner: int) -> None:
        """Keep a box and whose it is."""
        for cell in self._covered(box):
            self._cells[cell].append((box, owner))

    def near(self, box: Box, owner: int) -> int:
        """Return how many boxes of others come close to a box."""
        around = box.inner(-NEAR, -NEAR)
        found = {
            other_owner
            for cell in self._covered(around)
            for other, other_owner in self._cells.get(cell, ())
            if other_owner != owner and around.meets(other)
        }
        return len(found)

    def free(self, box: Box, owner: int) -> bool:
        """Tell whether a box meets none but those of its owner."""
        return not any(
            other_owner != owner and box.meets(other)
            for cell in self._covered(box)
            for other, other_owner in self._cells.get(cell, ())
        )

    @staticmethod
    def _covered(box: Box) -> Iterator[tuple[int, int]]:
        for column in range(int(box.x // CELL), int((box.x + box.width) // CELL) + 1):
            for row in range(int(box.y // CELL), int((box.y + box.height) // CELL) + 1):
                yield column, row


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
    grid, marks = Grid([(box, -1) for box in taken]), Grid()
    for name in names:
        x, y, r = name.mark
        for kept in (grid, marks):
            kept.add(Box(x - r, y - r, 2 * r, 2 * r), name.actor)
    labels = []
    for name in names:
        fits = [
            (
                RANK * rank + CLOSE * marks.near(label.box, name.actor) + clutter.within(label.box),
                rank,
                label,
            )
            for rank, label in enumerate(_possible(name, widths))
            if area.holds(label.box) and grid.free(label.box, name.actor)
        ]
        if fits:
            label = min(fits)[-1]
            grid.add(label.box, -1)
            labels.append(label)
    return labels


def _possible(name: Name, widths: Mapping[str, float]) -> Iterator[Label]:
    """Yield every way to write a name beside its mark, the best first."""
    for lines in name.ways:
        wide, high = _extent(lines, name.size, widths)
        for x, y in _places(name.mark, wide, high):
            yield Label(name, lines, Box(x, y, wide, high))


def _extent(lines: Sequence[str], size: float, widths: Mapping[str, float]) -> tuple[float, float]:
    return max(widths[line] for line in lines) * size + 2 * PAD, len(lines) * LINE + PAD


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

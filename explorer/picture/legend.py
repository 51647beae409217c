"""What the lines, marks and signs of a picture mean, in columns beside or below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from explorer.picture.curves import Circle, curve
from explorer.picture.ink import Badge, Ink, Text
from explorer.picture.labels import cut
from explorer.picture.paper import Theme
from explorer.picture.paragraphs import Measure
from explorer.picture.signs import MEANINGS, signs
from explorer.picture.styles import Line, Mark, Styles
from graph.network import Network
from graph.text.safe import visible

SIZE = 12.0  # of the letters
ROWS = (18.0, 16.5, 15.0)  # from one row to the next; the first that needs one column is taken
BREAK = 10.0  # more above a heading
SAMPLE = 40.0  # pixels a sample is wide
BESIDE = 9.0  # between a sample and its words
BETWEEN = 26.0  # between two columns
LONGEST = 30  # characters of a row
LOWEST, HIGHEST = 5, 16  # rows of a legend below the drawing
HEADINGS = {"+": "Ties", "-": "Tensions", "0": "Neutral"}  # as the page says


class Row(NamedTuple):
    """A heading (no sample), or what a sample means and how often it is in the picture."""

    text: str
    sample: Line | Mark | str | None = None
    number: int = 0

    @property
    def words(self) -> str:
        """What stands in the row."""
        return f"{self.text} ({self.number:,})" if self.number else self.text


Column = list[Row]


def rows(network: Network, styles: Styles, size: str) -> list[Column]:
    """Return the legend as groups of rows, each under its heading.

    Parameters
    ----------
    network
        What is drawn.
    styles
        How.
    size
        What the size of a mark stands for.
    """
    columns = network.columns
    types = Counter(columns.relation_types[row].name for row in network.relation_numbers)
    kinds = Counter(actor.kind for actor in network.actor_rows)
    groups = [
        [
            Row(heading),
            *(
                Row(_shown(each.label), styles.lines[each.name], types[each.name])
                for each in styles.types
                if each.sign == sign
            ),
        ]
        for sign, heading in HEADINGS.items()
    ]
    used = set(signs(network).values())
    claims = [Row(meaning, sign) for sign, meaning in MEANINGS.items() if sign in used]
    groups.append([Row("Claims"), *claims])
    marks = [Row(_shown(k.replace("_", " ")), mark, kinds[k]) for k, mark in styles.marks.items()]
    groups.append([Row("Actors"), *marks, Row(f"The larger, the {size}", "")])
    return [group for group in groups if len(group) > 1 and (group[0].text != "Actors" or marks)]


def shortened(groups: Sequence[Column], most: int) -> list[Column]:
    """Return groups that keep so many rows, those of most that is in the picture.

    Examples
    --------
    >>> group = [Row("Ties"), Row("ally", "", 1), Row("funds", "", 9)]
    >>> [row.words for row in shortened([group], 1)[0]]
    ['Ties', 'funds (9)', 'and 1 more']
    """
    return [_shortened(group, most) for group in groups]


def _shortened(group: Column, most: int) -> Column:
    order = sorted(group, key=lambda row: -row.number)
    gone = [row for row in order[most:] if row.number]
    if not gone:
        return group
    told = [row for row in group if row not in gone]
    last = sum(1 for row in told if row.number or row.sample is None)
    return [*told[:last], Row(f"and {len(gone):,} more", ""), *told[last:]]


def _shown(text: str) -> str:
    return cut(visible(text).strip(), LONGEST)


class Legend(NamedTuple):
    """Columns of rows, how wide each is, how high the highest, and how high a row."""

    columns: list[Column]
    widths: list[float]
    height: float
    row: float

    @property
    def width(self) -> float:
        """How wide all columns are, with what is between them."""
        return sum(self.widths) + BETWEEN * max(0, len(self.widths) - 1)


def beside(groups: Sequence[Column], height: float, measure: Measure) -> Legend:
    """Return a legend of as few columns as a height allows."""
    tried = [(_filled(groups, height, row), row) for row in ROWS]
    columns, row = next((one for one in tried if len(one[0]) == 1), tried[-1])
    return _measured(columns, row, measure)


def below(groups: Sequence[Column], width: float, measure: Measure) -> Legend:
    """Return a legend as low as a width allows; a group is broken only where it must be."""
    row, number = ROWS[0], sum(map(len, groups)) + len(groups)
    legends = (
        _measured(fill(groups, lowest * row, row), row, measure)
        for fill, highest in ((_whole, HIGHEST), (_filled, number))
        for lowest in range(LOWEST, highest + 1)
    )
    return next(
        (one for one in legends if one.width <= width and one.height <= HIGHEST * row),
        _measured(_filled(groups, number * row, row), row, measure),
    )


def _whole(groups: Sequence[Column], height: float, row: float) -> list[Column]:
    """Return columns of whole groups, no higher than a height where a group is not."""
    columns: list[Column] = []
    used = height
    for group in groups:
        needed = len(group) * row
        if used + BREAK + needed > height:
            columns.append([])
            used = -BREAK
        columns[-1] += group
        used += BREAK + needed
    return columns


def _filled(groups: Sequence[Column], height: float, row: float) -> list[Column]:
    """Return columns no higher than a height, filled one after the other."""
    columns: list[Column] = [[]]
    used = 0.0
    for group in groups:
        for place, entry in enumerate(group):
            needed = _high(entry, row, first=not columns[-1])
            follows = row if place == 0 else 0.0  # no heading stands alone at a column's foot
            if columns[-1] and used + needed + follows > height:
                columns.append([])
                used, needed = 0.0, row
            columns[-1].append(entry)
            used += needed
    return columns


def _high(entry: Row, row: float, *, first: bool) -> float:
    return row + (BREAK if entry.sample is None and not first else 0.0)


def _measured(columns: list[Column], row: float, measure: Measure) -> Legend:
    every = [entry.words for column in columns for entry in column]
    known = dict(zip(every, measure(every), strict=True))
    widths = [
        max(known[one.words] * SIZE + (SAMPLE + BESIDE if one.sample else 0) for one in column)
        for column in columns
    ]
    heights = [
        sum(_high(entry, row, first=place == 0) for place, entry in enumerate(column))
        for column in columns
    ]
    return Legend(columns, widths, max(heights), row)


def draw(legend: Legend, x: float, y: float, theme: Theme) -> Ink:
    """Return a legend drawn with its upper left corner at a point."""
    ink = Ink()
    for column, width in zip(legend.columns, legend.widths, strict=True):
        top = y
        for place, entry in enumerate(column):
            top += _high(entry, legend.row, first=place == 0)
            _draw_row(entry, x, top - legend.row / 2, theme, ink)
        x += width + BETWEEN
    return ink


def _draw_row(row: Row, x: float, y: float, theme: Theme, ink: Ink) -> None:
    """Draw a row whose middle is at a height."""
    text_x = x + SAMPLE + BESIDE
    match row.sample:
        case None:
            text = Text(x, y + 4, row.text, SIZE, theme.text, strong=True)
            ink.texts.append(text)
            return
        case Line() as line:
            drawn = curve(Circle(x, y, 0), Circle(x + SAMPLE, y, 0), 0, line.arrow)
            ink.strokes.append(line.stroke(drawn))
        case Mark() as mark:
            ink.figures.append(mark.figure((x + SAMPLE / 2, y, 6), theme))
        case "":
            text_x = x
        case sign:
            ink.badges.append(Badge(x + SAMPLE / 2, y, sign, theme.soft))
    ink.texts.extend(_words(row, text_x, y + 4, theme))


def _words(row: Row, x: float, y: float, theme: Theme) -> Iterator[Text]:
    yield Text(x, y, row.words, SIZE, theme.text if row.sample else theme.soft)

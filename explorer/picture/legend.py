"""Draw the legend: what lines, marks and signs mean, in columns beside or below the drawing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from explorer.picture.claim_signs import MEANINGS, find_signs
from explorer.picture.curves import Circle, draw_curve
from explorer.picture.labels import shorten
from explorer.picture.pair_lines import GROUPS, choose_ink
from explorer.picture.shapes import Badge, Drawing, Text
from explorer.picture.sheet import Theme
from explorer.picture.styles import CommunityColour, LineStyle, MarkStyle, Styles
from explorer.picture.text_wrapping import Measure
from graph import Network
from graph.text.safe import visible

SIZE = 12.0  # of the letters
ROWS = (18.0, 16.5, 15.0)  # from a row to the next; the first that fits in a single column is used
BREAK = 10.0  # more above a heading
SAMPLE = 40.0  # pixels a sample is wide
BESIDE = 9.0  # between a sample and its words
BETWEEN = 26.0  # between two columns
LONGEST = 32  # characters of a row
LOWEST, HIGHEST = 5, 16  # rows of a legend below the drawing
HEADINGS = {"+": "Ties", "-": "Tensions", "0": "Neutral"}  # as the page says


class LegendRow(NamedTuple):
    """A heading, or a sample with its meaning and its count in the picture.

    Words without a sample begin at the border, unless they are indented.
    """

    text: str
    sample: LineStyle | MarkStyle | CommunityColour | str | None = None
    number: int = 0
    heading: bool = False
    indented: bool = False

    @property
    def is_indented(self) -> bool:
        """Whether its words are beside a sample, or under one."""
        return self.indented or self.sample is not None

    @property
    def words(self) -> str:
        """The text of the row."""
        return f"{self.text} ({self.number:,})" if self.number else self.text


Column = list[LegendRow]


def build_rows(network: Network, styles: Styles, size: str) -> list[Column]:
    """Build the groups of rows of a legend, each under its heading.

    Parameters
    ----------
    network
        The network that is drawn.
    styles
        How its types and kinds are drawn.
    size
        What the size of a mark means.
    """
    columns = network.columns
    types = Counter(columns.relation_types[row].name for row in network.relation_numbers)
    kinds = Counter(actor.kind for actor in network.actor_rows)
    groups = (
        _build_pair_groups(styles, types) if styles.pairs else _build_sign_groups(styles, types)
    )
    used = set(find_signs(network).values())
    claims = [LegendRow(meaning, sign) for sign, meaning in MEANINGS.items() if sign in used]
    groups.append([LegendRow("Claims", heading=True), *claims])
    around = [
        LegendRow(
            _format_label(each.name if each.is_camp else f"around {each.name}"),
            each,
            len(each.members),
        )
        for each in styles.communities
    ]
    is_camp = any(each.is_camp for each in styles.communities)
    past = sum(len(each.past.intersection(each.members)) for each in styles.communities)
    if past:
        around.append(
            LegendRow(f"ended before {styles.communities[0].past_limit}, in grey", number=past)
        )
    groups.append([LegendRow("Camps" if is_camp else "Communities", heading=True), *around])
    marks = [
        LegendRow(_format_label(k.replace("_", " ")), mark, kinds[k])
        for k, mark in styles.marks.items()
    ]
    groups.append([LegendRow("Actors", heading=True), *marks, LegendRow(f"The larger, the {size}")])
    return [group for group in groups if len(group) > 1 and (group[0].text != "Actors" or marks)]


def _build_sign_groups(styles: Styles, counts: Counter[str]) -> list[Column]:
    """Build a group for each sign, with the line of each of its types."""
    return [
        [
            LegendRow(heading, heading=True),
            *(
                LegendRow(_format_label(each.label), styles.lines[each.name], counts[each.name])
                for each in styles.types
                if each.sign == sign
            ),
        ]
        for sign, heading in HEADINGS.items()
    ]


def _build_pair_groups(styles: Styles, counts: Counter[str]) -> list[Column]:
    """Build a group for each ink of a line between two actors, with the types that make it so."""
    groups = []
    for ink, heading in GROUPS.items():
        types = [each for each in styles.types if choose_ink([each]) == ink]
        rows = [
            LegendRow(_format_label(each.label), number=counts[each.name], indented=True)
            for each in types
        ]
        number = sum(row.number for row in rows)
        groups.append([LegendRow(heading, styles.pairs[ink], number, heading=True), *rows])
    if "both" in styles.pairs:
        note = LegendRow("ties and tensions at once", styles.pairs["both"])
        groups[1].append(note)
    return groups


def shorten_groups(groups: Sequence[Column], most: int) -> list[Column]:
    """Shorten groups to this many rows: those with the highest counts.

    Examples
    --------
    >>> rows = [LegendRow("ally", number=1), LegendRow("funds", number=9)]
    >>> group = [LegendRow("Ties", heading=True), *rows]
    >>> [row.words for row in shorten_groups([group], 1)[0]]
    ['Ties', 'funds (9)', 'and 1 more']
    """
    return [_shorten_group(group, most) for group in groups]


def _shorten_group(group: Column, most: int) -> Column:
    order = sorted(group, key=lambda row: -row.number)
    omitted = [row for row in order[most:] if row.number]
    if not omitted:
        return group
    shown = [row for row in group if row not in omitted]
    last = sum(1 for row in shown if row.number or row.heading)
    return [*shown[:last], LegendRow(f"and {len(omitted):,} more"), *shown[last:]]


def _format_label(text: str) -> str:
    return shorten(visible(text).strip(), LONGEST)


class Legend(NamedTuple):
    """Columns of rows, how wide each is, how high the highest, and how high a row."""

    columns: list[Column]
    widths: list[float]
    height: float
    row: float

    @property
    def width(self) -> float:
        """The width of all columns and the gaps between them."""
        return sum(self.widths) + BETWEEN * max(0, len(self.widths) - 1)


def fit_beside(groups: Sequence[Column], height: float, measure: Measure) -> Legend:
    """Fit a legend beside the drawing, in as few columns as a height allows."""
    options = [(_fill_columns(groups, height, row), row) for row in ROWS]
    columns, row = next((option for option in options if len(option[0]) == 1), options[-1])
    return _measure_legend(columns, row, measure)


def fit_below(groups: Sequence[Column], width: float, measure: Measure) -> Legend:
    """Fit a legend below the drawing, as low as a width allows; whole groups are preferred."""
    row, number = ROWS[0], sum(map(len, groups)) + len(groups)
    legends = (
        _measure_legend(fill(groups, lowest * row, row), row, measure)
        for fill, highest in ((_fill_with_whole_groups, HIGHEST), (_fill_columns, number))
        for lowest in range(LOWEST, highest + 1)
    )
    return next(
        (legend for legend in legends if legend.width <= width and legend.height <= HIGHEST * row),
        _measure_legend(_fill_columns(groups, number * row, row), row, measure),
    )


def _fill_with_whole_groups(groups: Sequence[Column], height: float, row: float) -> list[Column]:
    """Fill columns with whole groups; only a high group makes a column higher than allowed."""
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


def _fill_columns(groups: Sequence[Column], height: float, row: float) -> list[Column]:
    """Fill columns up to a height, in turn."""
    columns: list[Column] = [[]]
    used = 0.0
    for group in groups:
        for index, entry in enumerate(group):
            needed = _measure_height(entry, row, first=not columns[-1])
            follows = row if index == 0 else 0.0  # a heading is never the last row of a column
            if columns[-1] and used + needed + follows > height:
                columns.append([])
                used, needed = 0.0, row
            columns[-1].append(entry)
            used += needed
    return columns


def _measure_height(entry: LegendRow, row: float, *, first: bool) -> float:
    return row + (BREAK if entry.heading and not first else 0.0)


def _measure_legend(columns: list[Column], row: float, measure: Measure) -> Legend:
    every = [entry.words for column in columns for entry in column]
    text_widths = dict(zip(every, measure(every), strict=True))
    widths = [
        max(
            text_widths[entry.words] * SIZE
            + (SAMPLE + BESIDE if entry.sample or entry.indented else 0)
            for entry in column
        )
        for column in columns
    ]
    heights = [
        sum(_measure_height(entry, row, first=index == 0) for index, entry in enumerate(column))
        for column in columns
    ]
    return Legend(columns, widths, max(heights), row)


def draw_legend(legend: Legend, x: float, y: float, theme: Theme) -> Drawing:
    """Draw a legend with its upper left corner at a point."""
    ink = Drawing()
    for column, width in zip(legend.columns, legend.widths, strict=True):
        top = y
        for index, entry in enumerate(column):
            top += _measure_height(entry, legend.row, first=index == 0)
            _draw_row(entry, x, top - legend.row / 2, theme, ink)
        x += width + BETWEEN
    return ink


def _draw_row(row: LegendRow, x: float, y: float, theme: Theme, ink: Drawing) -> None:
    """Draw a row with its middle at a height."""
    text_x = x + SAMPLE + BESIDE if row.is_indented else x
    match row.sample:
        case LineStyle() as line:
            line_curve = draw_curve(Circle(x, y, 0), Circle(x + SAMPLE, y, 0), 0, line.arrow)
            ink.strokes.append(line.draw_stroke(line_curve))
        case MarkStyle() as mark:
            ink.figures.append(mark.draw_figure((x + SAMPLE / 2, y, 6), theme.ink, theme))
        case CommunityColour() as community:
            mark = MarkStyle("dot", hollow=False)
            ink.figures.append(mark.draw_figure((x + SAMPLE / 2, y, 6), community.colour, theme))
        case None:
            pass
        case sign:
            ink.badges.append(Badge(x + SAMPLE / 2, y, sign, theme.soft))
    colour = theme.text if row.is_indented or row.heading else theme.soft
    ink.texts.append(Text(text_x, y + 4, row.words, SIZE, colour, strong=row.heading))

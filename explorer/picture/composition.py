"""Where title, drawing, legend and notes stand on the paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from explorer.picture import legend as legends
from explorer.picture.ink import Box, Ink, Text
from explorer.picture.origins import origins, origins_line
from explorer.picture.paper import Paper, Theme
from explorer.picture.paragraphs import Font, Measure, balanced, wrapped
from explorer.picture.scene import Drawn, left_out_note, scene
from explorer.picture.styles import Styles, styles_of
from graph.network import Network

TITLE = Font(25, 30, 2, strong=True)
DESCRIPTION = Font(14, 19, 3)
SMALL = Font(10.5, 14, 2)
MARGIN, GAP = 28.0, 14.0  # pixels at the rim, and between two parts of the picture
MOST_WORKS = 30  # of the sources
MOST_LEGEND = 0.4  # of the paper that a legend may take
LEGEND_ROWS = (100, 14, 8, 5, 3)  # rows of a group; as many as find room
NO_LEGEND = "The legend is left out: there is no room for it."


class Words(NamedTuple):
    """What is written around the drawing.

    Parameters
    ----------
    title, description
        What stands above it.
    notes
        Sentences below it.
    size
        What the size of a mark stands for, after "The larger, the"; None for no legend.
    """

    title: str
    description: str
    notes: tuple[str, ...]
    size: str | None


class Composition(NamedTuple):
    """A drawing, what stands around it, and a sentence each on what found no room."""

    drawing: Ink
    around: Ink
    left_out: tuple[str, ...]


def composed(
    drawn: Drawn, words: Words, sheet: tuple[Paper, Theme], measure: Measure
) -> Composition:
    """Return a picture: title above, legend beside or below, notes and sources at the foot.

    Parameters
    ----------
    drawn
        What to draw.
    words
        What to write around it.
    sheet
        On what.
    measure
        How wide texts are.
    """
    making = _Sheet(*sheet, measure)
    styles = styles_of(drawn.network)
    works = making.works(drawn.network)
    foot = making.lines(" ".join([*words.notes, NO_LEGEND, left_out_note(len(drawn.spots))]))
    making.keep_below((len(foot) + len(works)) * SMALL.leading)
    left_out = making.explain(drawn.network, styles, words.size) if drawn.spots else ()
    making.head(words)
    made = scene(drawn, (styles, making.theme), making.free, measure)
    left_out += made.notes
    making.foot([*making.lines(" ".join([*words.notes, *left_out])), *works])
    return Composition(made.ink, making.ink, left_out)


class _Sheet:
    """A sheet that is filled from its rims; `free` is what is left of it."""

    def __init__(self, paper: Paper, theme: Theme, measure: Measure) -> None:
        self.paper, self.theme, self._measure = paper, theme, measure
        self.free = Box(0, 0, paper.width, paper.height).inner(MARGIN, MARGIN)
        self.ink = Ink()

    def lines(self, text: str, font: Font = SMALL) -> list[str]:
        """Return a text in lines as wide as what is free."""
        return wrapped(text, font, self.free.width, self._measure)

    def works(self, network: Network) -> list[str]:
        """Return as many of the works that a network cites as find room, in lines."""
        known = origins(network)
        longer = SMALL._replace(most=SMALL.most + 1)
        for most in range(min(len(known), MOST_WORKS), 1, -1):
            lines = self.lines(origins_line(known, most), longer)
            if len(lines) <= SMALL.most:
                return lines
        return self.lines(origins_line(known, 1))

    def keep_below(self, height: float) -> None:
        """Keep the foot of what is free."""
        x, y, width, high = self.free.x, self.free.y, self.free.width, self.free.height
        self.free = Box(x, y, width, high - height - GAP * (height > 0))

    def head(self, words: Words) -> None:
        """Write title and description."""
        top = self.free.y
        for text, font, colour in (
            (words.title, TITLE, self.theme.text),
            (words.description, DESCRIPTION, self.theme.soft),
        ):
            lines = balanced(text, font, self.free.width, self._measure)
            self._write(lines, font, top + font.size * 0.8, colour)
            top += len(lines) * font.leading
        used = top - self.free.y + GAP if top > self.free.y else 0.0
        self.free = Box(self.free.x, self.free.y + used, self.free.width, self.free.height - used)

    def explain(self, network: Network, styles: Styles, size: str | None) -> tuple[str, ...]:
        """Draw the legend; return a sentence when it finds no room."""
        if size is None:
            return ()
        groups = legends.rows(network, styles, size)
        tried = (self._legend(legends.shortened(groups, most)) for most in LEGEND_ROWS)
        legend, corner, left = next((one for one in tried if one), (None, (0.0, 0.0), self.free))
        if legend is None:
            return (NO_LEGEND,)
        self.ink.add(legends.draw(legend, *corner, self.theme))
        self.free = left
        return ()

    def _legend(
        self, groups: Sequence[legends.Column]
    ) -> tuple[legends.Legend, tuple[float, float], Box] | None:
        """Return a legend, where it stands, and what it leaves; None where that is too little."""
        free = self.free
        if self.paper.upright:
            legend = legends.below(groups, free.width, self._measure)
            corner = free.x, free.y + free.height - legend.height
            left = Box(free.x, free.y, free.width, free.height - legend.height - GAP)
        else:
            legend = legends.beside(groups, free.height, self._measure)
            corner = free.x + free.width - legend.width, free.y
            left = Box(free.x, free.y, free.width - legend.width - GAP, free.height)
        fits = legend.width <= free.width and legend.height <= free.height
        enough = left.width * left.height >= (1 - MOST_LEGEND) * free.width * free.height
        return (legend, corner, left) if fits and enough else None

    def foot(self, lines: Sequence[str]) -> None:
        """Write the last lines of the paper."""
        last = self.paper.height - MARGIN
        self._write(lines, SMALL, last - (len(lines) - 1) * SMALL.leading, self.theme.soft)

    def _write(self, lines: Sequence[str], font: Font, y: float, colour: str) -> None:
        """Write lines one below the other, the first one's baseline at a height."""
        for place, line in enumerate(lines):
            baseline = y + place * font.leading
            self.ink.texts.append(Text(MARGIN, baseline, line, font.size, colour, font.strong))

"""Compose a picture: position title, drawing, legend and notes on the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from explorer.picture import legend as legends
from explorer.picture.cited_sources import format_sources_line
from explorer.picture.network_drawing import DrawnNetwork, draw_network, format_left_out
from explorer.picture.shapes import Box, Drawing, Text
from explorer.picture.sheet import Paper, Theme
from explorer.picture.styles import Styles, build_styles
from explorer.picture.text_wrapping import Font, Measure, split_words, wrap_evenly, wrap_text
from graph import Network

TITLE = Font(25, 30, 2, strong=True)
DESCRIPTION = Font(14, 19, 3)
SMALL = Font(10.5, 14, 2)
MARGIN, GAP = 28.0, 14.0  # pixels at the border, and between two parts of the picture
MOST_SOURCES = 30  # of the sources
MOST_LEGEND = 0.4  # of the free area that a legend may cover
LEGEND_ROWS = (100, 14, 8, 5, 3)  # rows of a group; the first number that fits is used
NO_LEGEND = "The legend is left out: there is no room for it."


class Words(NamedTuple):
    """The texts around the drawing.

    Parameters
    ----------
    title, description
        Texts above it.
    notes
        Sentences below it.
    sources
        The sources that are cited, shortened, the most cited first.
    size
        What the size of a mark means, after "The larger, the"; None for no legend.
    """

    title: str
    description: str
    notes: tuple[str, ...]
    sources: Sequence[str]
    size: str | None


class Composition(NamedTuple):
    """A drawing, the texts and legend around it, and a sentence on whatever found no room."""

    drawing: Drawing
    around: Drawing
    left_out: tuple[str, ...]


def compose_picture(
    drawn: DrawnNetwork, words: Words, sheet: tuple[Paper, Theme], measure: Measure
) -> Composition:
    """Compose a picture: title above, legend beside or below, notes and sources at the foot.

    Parameters
    ----------
    drawn
        The network to draw.
    words
        The texts around it.
    sheet
        Its size and colours.
    measure
        Measures how wide texts are.
    """
    measure(_list_texts(drawn, words))
    sheet_writer = _SheetWriter(*sheet, measure)
    styles = build_styles(drawn.network, sheet_writer.theme, drawn.camps)
    sources = sheet_writer.list_sources(words.sources)
    foot = sheet_writer.wrap(
        " ".join([*words.notes, NO_LEGEND, format_left_out(len(drawn.positions))])
    )
    sheet_writer.reserve_below((len(foot) + len(sources)) * SMALL.leading)
    left_out = (
        sheet_writer.draw_legend(drawn.network, styles, words.size) if drawn.positions else ()
    )
    sheet_writer.write_heading(words)
    result = draw_network(drawn, (styles, sheet_writer.theme), sheet_writer.free, measure)
    left_out += result.notes
    sheet_writer.write_footer([*sheet_writer.wrap(" ".join([*words.notes, *left_out])), *sources])
    return Composition(result.drawing, sheet_writer.drawing, left_out)


def _list_texts(drawn: DrawnNetwork, words: Words) -> list[str]:
    """List what will be measured, word by word: to measure all at once takes as long as one."""
    listed = range(1, min(len(words.sources), MOST_SOURCES) + 1)
    texts = [
        *(words.title, words.description, *words.notes),
        *(NO_LEGEND, format_left_out(len(drawn.positions))),
        *(format_sources_line(words.sources, most) for most in listed),
    ]
    return [word for text in texts for word in split_words(text)]


class _SheetWriter:
    """Fills a sheet from its borders inwards; `free` is the area that is still empty."""

    def __init__(self, paper: Paper, theme: Theme, measure: Measure) -> None:
        self.paper, self.theme, self._measure = paper, theme, measure
        self.free = Box(0, 0, paper.width, paper.height).shrink(MARGIN, MARGIN)
        self.drawing = Drawing()

    def wrap(self, text: str, font: Font = SMALL) -> list[str]:
        """Wrap a text into lines as wide as the free area."""
        return wrap_text(text, font, self.free.width, self._measure)

    def list_sources(self, cited: Sequence[str]) -> list[str]:
        """List as many of the cited sources as find room, in lines."""
        longer = SMALL._replace(most=SMALL.most + 1)
        for most in range(min(len(cited), MOST_SOURCES), 1, -1):
            lines = self.wrap(format_sources_line(cited, most), longer)
            if len(lines) <= SMALL.most:
                return lines
        return self.wrap(format_sources_line(cited, 1))

    def reserve_below(self, height: float) -> None:
        """Reserve a height at the foot of the free area."""
        x, y, width, free_height = self.free.x, self.free.y, self.free.width, self.free.height
        self.free = Box(x, y, width, free_height - height - GAP * (height > 0))

    def write_heading(self, words: Words) -> None:
        """Write title and description."""
        top = self.free.y
        for text, font, colour in (
            (words.title, TITLE, self.theme.text),
            (words.description, DESCRIPTION, self.theme.soft),
        ):
            lines = wrap_evenly(text, font, self.free.width, self._measure)
            self._write(lines, font, top + font.size * 0.8, colour)
            top += len(lines) * font.leading
        used = top - self.free.y + GAP if top > self.free.y else 0.0
        self.free = Box(self.free.x, self.free.y + used, self.free.width, self.free.height - used)

    def draw_legend(self, network: Network, styles: Styles, size: str | None) -> tuple[str, ...]:
        """Draw the legend; return a sentence when there is no room for it."""
        if size is None:
            return ()
        groups = legends.build_rows(network, styles, size)
        fitted = (self._fit_legend(legends.shorten_groups(groups, most)) for most in LEGEND_ROWS)
        legend, corner, rest = next(filter(None, fitted), (None, (0.0, 0.0), self.free))
        if legend is None:
            return (NO_LEGEND,)
        self.drawing.add(legends.draw_legend(legend, *corner, self.theme))
        self.free = rest
        return ()

    def _fit_legend(
        self, groups: Sequence[legends.Column]
    ) -> tuple[legends.Legend, tuple[float, float], Box] | None:
        """Fit a legend; return it, its corner and the area it leaves, None without room."""
        free = self.free
        if self.paper.upright:
            legend = legends.fit_below(groups, free.width, self._measure)
            corner = free.x, free.y + free.height - legend.height
            rest = Box(free.x, free.y, free.width, free.height - legend.height - GAP)
        else:
            legend = legends.fit_beside(groups, free.height, self._measure)
            corner = free.x + free.width - legend.width, free.y
            rest = Box(free.x, free.y, free.width - legend.width - GAP, free.height)
        fits = legend.width <= free.width and legend.height <= free.height
        enough = rest.width * rest.height >= (1 - MOST_LEGEND) * free.width * free.height
        return (legend, corner, rest) if fits and enough else None

    def write_footer(self, lines: Sequence[str]) -> None:
        """Write the last lines of the sheet."""
        last = self.paper.height - MARGIN
        self._write(lines, SMALL, last - (len(lines) - 1) * SMALL.leading, self.theme.soft)

    def _write(self, lines: Sequence[str], font: Font, y: float, colour: str) -> None:
        """Write lines below each other, with the first baseline at a height."""
        for index, line in enumerate(lines):
            baseline = y + index * font.leading
            self.drawing.texts.append(Text(MARGIN, baseline, line, font.size, colour, font.strong))

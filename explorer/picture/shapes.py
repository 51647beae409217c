"""The shapes that a picture consists of; positions are in pixels, y grows downwards."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True)
class Box:
    """A rectangle, given by its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    def overlaps(self, another: Box) -> bool:
        """Return whether two boxes share more than a border.

        Examples
        --------
        >>> Box(0, 0, 9, 9).overlaps(Box(8, 8, 9, 9)), Box(0, 0, 9, 9).overlaps(Box(9, 0, 9, 9))
        (True, False)
        """
        return (
            self.x < another.x + another.width
            and another.x < self.x + self.width
            and self.y < another.y + another.height
            and another.y < self.y + self.height
        )

    def contains(self, another: Box) -> bool:
        """Return whether this box contains another."""
        return (
            self.x <= another.x
            and self.y <= another.y
            and another.x + another.width <= self.x + self.width
            and another.y + another.height <= self.y + self.height
        )

    def shrink(self, across: float, down: float) -> Box:
        """Shrink the box by margins to the sides, and above and below."""
        return Box(self.x + across, self.y + down, self.width - 2 * across, self.height - 2 * down)


@dataclass(frozen=True)
class Stroke:
    """A line.

    Parameters
    ----------
    path, head
        SVG path data of the line and of its arrowhead, which may be empty.
    dashes
        In pixels; empty for a solid line.
    description
        What it means, in words.
    opacity
        That of this line, where it is less than that of all.
    """

    path: str
    head: str
    colour: str
    dashes: tuple[int, ...]
    width: float
    description: str = ""
    opacity: float = 1.0


@dataclass(frozen=True)
class Figure:
    """A filled outline; `description` says what it means, in words."""

    path: str
    fill: str
    stroke: str
    width: float
    description: str = ""


@dataclass(frozen=True)
class Badge:
    """A small round sign on a line."""

    x: float
    y: float
    text: str
    colour: str


@dataclass(frozen=True)
class Text:
    """A line of text whose baseline starts, or is centred, at a point."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    strong: bool = False
    anchor: Literal["start", "middle"] = "start"


@dataclass(frozen=True)
class Area:
    """A soft area; a path is SVG path data."""

    path: str
    fill: str


@dataclass
class Drawing:
    """Shapes from the lowest layer up: areas, lines, figures, badges, leaders, texts."""

    areas: list[Area] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    badges: list[Badge] = field(default_factory=list)
    leaders: list[Stroke] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    opacity: float = 1.0
    """The opacity of the lines."""

    def add(self, another: Drawing) -> None:
        """Add the shapes of another drawing."""
        self.areas += another.areas
        self.strokes += another.strokes
        self.figures += another.figures
        self.badges += another.badges
        self.leaders += another.leaders
        self.texts += another.texts

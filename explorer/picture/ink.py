"""What pictures are made of; places and sizes are in pixels, y grows downwards."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True)
class Box:
    """A rectangle, known by its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: Box) -> bool:
        """Tell whether two boxes share more than an edge.

        Examples
        --------
        >>> Box(0, 0, 9, 9).meets(Box(8, 8, 9, 9)), Box(0, 0, 9, 9).meets(Box(9, 0, 9, 9))
        (True, False)
        """
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def holds(self, other: Box) -> bool:
        """Tell whether another box lies within this one."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.x + other.width <= self.x + self.width
            and other.y + other.height <= self.y + self.height
        )

    def inner(self, across: float, down: float) -> Box:
        """Return what is left within margins to the sides, and above and below."""
        return Box(self.x + across, self.y + down, self.width - 2 * across, self.height - 2 * down)


@dataclass(frozen=True)
class Stroke:
    """A line.

    Parameters
    ----------
    path, head
        SVG path data of the line and of its arrowhead, which may be empty.
    dashes
        In pixels; none where it is drawn through.
    told
        What it stands for, in words.
    """

    path: str
    head: str
    colour: str
    dashes: tuple[int, ...]
    width: float
    told: str = ""


@dataclass(frozen=True)
class Figure:
    """A filled outline; `told` is what it stands for, in words."""

    path: str
    fill: str
    stroke: str
    width: float
    told: str = ""


@dataclass(frozen=True)
class Badge:
    """A small round sign on a line."""

    x: float
    y: float
    text: str
    colour: str


@dataclass(frozen=True)
class Text:
    """A line of text whose baseline starts, or has its middle, at a point."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    strong: bool = False
    anchor: Literal["start", "middle"] = "start"


@dataclass
class Ink:
    """What is drawn, in the order in which it is: lines below all, text above all."""

    strokes: list[Stroke] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    badges: list[Badge] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    opacity: float = 1.0
    """How far the lines cover what is below them."""

    def add(self, other: Ink) -> None:
        """Draw something else, too."""
        self.strokes += other.strokes
        self.figures += other.figures
        self.badges += other.badges
        self.texts += other.texts

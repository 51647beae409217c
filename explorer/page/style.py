"""How each type of relation and each kind of actor is drawn.

Ties are green and blue, tensions vermilion, neutral relations purple and grey; within a colour
the dashes differ, so that nothing is told by colour alone. Every colour has a contrast of 3:1 or
more on white and on the dark theme's ground, and they stay apart for colour-blind readers.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, cycle
from typing import TypedDict, TypeVar

from graph.data.vocabulary import RelationType

BLUE = "#0072B2"
VERMILION = "#D55E00"
GREEN = "#009E73"
PURPLE = "#CC79A7"
GREY = "#767676"

SOLID: tuple[int, ...] = ()
DASHED = (9, 6)
DOTTED = (2, 5)
DASH_DOT = (12, 5, 2, 5)
DASHES = (SOLID, DASHED, DOTTED, DASH_DOT)

Line = tuple[str, tuple[int, ...]]
Mark = tuple[str, str]
T = TypeVar("T")

SIGN_COLOURS = {"+": (GREEN, BLUE), "-": (VERMILION,), "0": (PURPLE, GREY)}

_LINES: dict[str, Line] = {
    "ally": (GREEN, SOLID),
    "supports": (GREEN, DASHED),
    "funds": (BLUE, SOLID),
    "supplies": (BLUE, DASHED),
    "opposes": (VERMILION, SOLID),
    "sanctions": (VERMILION, DASHED),
    "attacks": (VERMILION, DASH_DOT),
    "leads": (PURPLE, SOLID),
    "commands": (PURPLE, DASHED),
    "hosts": (PURPLE, DASH_DOT),
    "trades_with": (PURPLE, DOTTED),
    "member_of": (GREY, SOLID),
    "part_of": (GREY, DASHED),
    "borders": (GREY, DOTTED),
    "located_in": (GREY, DASH_DOT),
}

# People purple, powers blue, money green, arms vermilion, ground grey.
_MARKS: dict[str, Mark] = {
    "person": ("dot", PURPLE),
    "state": ("square", BLUE),
    "organisation": ("hexagon", GREEN),
    "armed_group": ("triangle", VERMILION),
    "alliance": ("star", BLUE),
    "institution": ("diamond", BLUE),
    "movement": ("triangleDown", PURPLE),
    "place": ("square", GREY),
    "asset": ("diamond", GREEN),
}
SHAPES = ("dot", "square", "triangle", "diamond", "hexagon", "triangleDown", "star")
_MARK_COLOURS = (BLUE, VERMILION, GREEN, PURPLE, GREY)


class TypeStyle(TypedDict):
    """A line: its colour, and its dashes in pixels (empty: drawn through)."""

    color: str
    dashes: list[int]


class KindStyle(TypedDict):
    """A mark: one of vis-network's shapes, and its colour."""

    shape: str
    color: str


def type_styles(types: Sequence[RelationType]) -> list[TypeStyle]:
    """Return the line of each type, in their order.

    A built-in type has a line of its own as long as its sign is the built-in one. Every other
    type gets the next line of its sign's colours that no type here has; lines repeat only when
    a sign has more types than lines (eight for ties and neutral relations, four for tensions).

    Examples
    --------
    >>> from graph.data.vocabulary import TYPES
    >>> type_styles([TYPES["funds"], TYPES["borders"]])[1]
    {'color': '#767676', 'dashes': [2, 5]}
    """
    known = [_known_line(relation_type) for relation_type in types]
    taken = {line for line in known if line}
    free = {sign: _free(_lines(sign), taken) for sign in SIGN_COLOURS}
    lines = [
        line or next(free[relation_type.sign])
        for relation_type, line in zip(types, known, strict=True)
    ]
    return [{"color": color, "dashes": list(dashes)} for color, dashes in lines]


def kind_styles(kinds: Sequence[str]) -> list[KindStyle]:
    """Return the mark of each kind of actor, in their order.

    Kinds of one's own get the marks that are left over, other shapes first.

    Examples
    --------
    >>> kind_styles(["person", "vessel"])
    [{'shape': 'dot', 'color': '#CC79A7'}, {'shape': 'square', 'color': '#D55E00'}]
    """
    taken = {_MARKS[kind] for kind in kinds if kind in _MARKS}
    every = [
        (shape, _MARK_COLOURS[(place + turn) % len(_MARK_COLOURS)])
        for turn in range(len(_MARK_COLOURS))
        for place, shape in enumerate(SHAPES)
    ]
    free = _free(_unused_shapes_first(every, taken), taken)
    marks = [_MARKS.get(kind) or next(free) for kind in kinds]
    return [{"shape": shape, "color": color} for shape, color in marks]


def _known_line(relation_type: RelationType) -> Line | None:
    line = _LINES.get(relation_type.name)
    return line if line and line[0] in SIGN_COLOURS[relation_type.sign] else None


def _lines(sign: str) -> list[Line]:
    return [(colour, dashes) for dashes in DASHES for colour in SIGN_COLOURS[sign]]


def _unused_shapes_first(marks: Iterable[Mark], taken: Iterable[Mark]) -> list[Mark]:
    used = {shape for shape, _ in taken}
    return sorted(marks, key=lambda mark: mark[0] in used)


def _free(choices: Sequence[T], taken: set[T]) -> Iterator[T]:
    """Return first the choices nobody has, then all of them over and over."""
    return chain((choice for choice in choices if choice not in taken), cycle(choices))

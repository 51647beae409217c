"""Build the styles of relation types and kinds of actors.

Ties are green and blue, tensions vermilion, power over somebody is ink, other neutral relations
are grey or in quiet colours; within a colour the dashes differ, so that colour is never the only
difference. Every colour but ink has a contrast of 3:1 or more on white and on the dark theme's
ground; colour-blind readers can distinguish them. Faces draw ink in that of their theme.
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
INK = "#33363b"
QUIET = ("#5B7F9E", "#9A7B3F", "#8C6F9E", "#5F8F8A")  # of neutral types without a line of their own

SOLID: tuple[int, ...] = ()
DASHED = (9, 6)
DOTTED = (2, 5)
DASH_DOT = (12, 5, 2, 5)
DASHES = (SOLID, DASHED, DOTTED, DASH_DOT)

Line = tuple[str, tuple[int, ...]]
Mark = tuple[str, str]
T = TypeVar("T")

SIGN_COLOURS = {"+": (GREEN, BLUE), "-": (VERMILION,), "0": (*QUIET, GREY)}

LINES: dict[str, Line] = {
    "ally": (GREEN, SOLID),
    "supports": (GREEN, DASHED),
    "funds": (BLUE, SOLID),
    "supplies": (BLUE, DASHED),
    "opposes": (VERMILION, SOLID),
    "sanctions": (VERMILION, DASHED),
    "attacks": (VERMILION, DASH_DOT),
    "leads": (INK, SOLID),
    "commands": (INK, DASHED),
    "hosts": (QUIET[0], SOLID),
    "trades_with": (QUIET[1], SOLID),
    "member_of": (GREY, SOLID),
    "part_of": (GREY, DASHED),
    "borders": (GREY, DOTTED),
    "located_in": (GREY, DASH_DOT),
    "controls": (INK, DOTTED),
    "appointed": (INK, DASH_DOT),
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
    """A line: its colour, and its dashes in pixels (empty: solid)."""

    color: str
    dashes: list[int]


class KindStyle(TypedDict):
    """A mark: one of vis-network's shapes, and its colour."""

    shape: str
    color: str


def build_type_styles(types: Sequence[RelationType]) -> list[TypeStyle]:
    """Build the line of each type, in their order.

    A built-in type has a line of its own as long as it has its built-in sign. Every other type
    gets the next free line in the colours of its sign; lines repeat only when a sign has more
    types than lines (eight for ties, four for tensions, twenty for neutral relations).

    Examples
    --------
    >>> from graph.data.vocabulary import TYPES
    >>> build_type_styles([TYPES["funds"], TYPES["borders"]])[1]
    {'color': '#767676', 'dashes': [2, 5]}
    """
    standard = [_find_standard_line(relation_type) for relation_type in types]
    used = {line for line in standard if line}
    free = {sign: _list_free(_list_lines(sign), used) for sign in SIGN_COLOURS}
    lines = [
        line or next(free[relation_type.sign])
        for relation_type, line in zip(types, standard, strict=True)
    ]
    return [{"color": color, "dashes": list(dashes)} for color, dashes in lines]


def build_kind_styles(kinds: Sequence[str]) -> list[KindStyle]:
    """Build the mark of each kind of actor, in their order.

    Kinds of one's own get the free marks, unused shapes first.

    Examples
    --------
    >>> build_kind_styles(["person", "vessel"])
    [{'shape': 'dot', 'color': '#CC79A7'}, {'shape': 'square', 'color': '#D55E00'}]
    """
    used = {_MARKS[kind] for kind in kinds if kind in _MARKS}
    marks_in_order = [
        (shape, _MARK_COLOURS[(index + shift) % len(_MARK_COLOURS)])
        for shift in range(len(_MARK_COLOURS))
        for index, shape in enumerate(SHAPES)
    ]
    free = _list_free(_sort_by_unused_shape(marks_in_order, used), used)
    marks = [_MARKS.get(kind) or next(free) for kind in kinds]
    return [{"shape": shape, "color": color} for shape, color in marks]


def _find_standard_line(relation_type: RelationType) -> Line | None:
    line = LINES.get(relation_type.name)
    colours = (*SIGN_COLOURS[relation_type.sign], *((INK,) if relation_type.sign == "0" else ()))
    return line if line and line[0] in colours else None


def _list_lines(sign: str) -> list[Line]:
    return [(colour, dashes) for dashes in DASHES for colour in SIGN_COLOURS[sign]]


def _sort_by_unused_shape(marks: Iterable[Mark], used: Iterable[Mark]) -> list[Mark]:
    used_shapes = {shape for shape, _ in used}
    return sorted(marks, key=lambda mark: mark[0] in used_shapes)


def _list_free(choices: Sequence[T], used: set[T]) -> Iterator[T]:
    """Yield first the unused choices, then all of them again and again."""
    return chain((choice for choice in choices if choice not in used), cycle(choices))

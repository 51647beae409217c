"""Draw soft areas behind communities, as the page does (``view/community_areas.js``)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import fsum
from typing import NamedTuple

from explorer.picture.curves import Circle
from explorer.picture.shapes import Area
from explorer.picture.styles import CommunityColour
from graph.layout.area_outlines import AreaMark, draw_rings, is_inside, outline_areas


class CommunityArea(NamedTuple):
    """The area of a community or camp, where its name stands, the name, and its first member.

    That is the middle of the largest part of a community, and above that of a camp.
    """

    area: Area
    middle: Circle
    name: str
    is_camp: bool
    leader: int


def draw_community_areas(
    communities: Sequence[CommunityColour],
    marks: Sequence[Circle],
    pairs: Iterable[tuple[int, int]],
    isolated: set[int],
) -> list[CommunityArea]:
    """Draw the areas of the communities that have a colour of their own.

    Parameters
    ----------
    communities
        Their colours and members.
    marks
        The marks of all actors, in row order.
    pairs
        The two actors of each relation.
    isolated
        The rows of actors without relations, who are in no area.
    """
    if not communities:
        return []
    number = {
        row: index
        for index, community in enumerate(communities)
        for row in community.members
        if row not in community.past
    }
    rows = [row for row in range(len(marks)) if row not in isolated]
    place = {row: index for index, row in enumerate(rows)}
    drawn = [AreaMark(*marks[row], number.get(row, len(communities))) for row in rows]
    lines = sorted({(place[min(pair)], place[max(pair)]) for pair in pairs})
    outlined = outline_areas(drawn, lines, len(communities))
    areas = []
    for index, (community, rings) in enumerate(zip(communities, outlined, strict=True)):
        inside = [
            mark
            for mark in drawn
            if rings and mark.community == index and is_inside(rings[0], (mark.x, mark.y))
        ]
        if inside:
            x, y = (fsum(mark[side] for mark in inside) / len(inside) for side in (0, 1))
            area = Area(draw_rings(rings), community.colour)
            y = min(corner[1] for corner in rings[0]) if community.is_camp else y
            areas.append(
                CommunityArea(
                    area, Circle(x, y, 0), community.name, community.is_camp, community.members[0]
                )
            )
    return areas

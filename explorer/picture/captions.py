"""Caption what is no actor: communities in a crowd, and the actors without relations."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from explorer.picture.community_areas import CommunityArea
from explorer.picture.curves import Circle
from explorer.picture.labels import Name, list_line_breaks

CROWD = 600  # actors, from which on communities have names; among fewer, their members do
BESIDE = 75.0  # pixels from the last actor without relations to the middle of their caption
ABOVE = 19.0  # pixels, half the height of the caption and its distance


def list_captions(
    areas: Sequence[CommunityArea],
    marks: Sequence[Circle],
    isolated: Collection[int],
    *,
    named: Collection[int],
    arranged: bool,
) -> list[Name]:
    """List the captions of a drawing, as the page has them (``view/canvas_labels.js``).

    Parameters
    ----------
    areas
        The areas of communities.
    marks
        The marks of all actors, in row order.
    isolated
        The rows of actors without relations.
    named
        The rows of the actors named first: an area around one of them has no other name.
    arranged
        Whether a reader has put actors where they are: those without relations are no block then.

    Examples
    --------
    >>> marks = [Circle(0, 0, 5), Circle(20, 0, 5)]
    >>> captions = list_captions([], marks, {0, 1}, named=(), arranged=False)
    >>> [(name.variants, name.mark.x) for name in captions]
    [((('2 without', 'relations'),), 95.0)]
    """
    first = len(marks)
    communities = [
        Name(
            first + index,
            list_line_breaks(each.name if each.is_camp else f"Around {each.name}"),
            each.middle,
            strong=True,
            bold=True,
        )
        for index, each in enumerate(areas)
        if each.is_camp or (first >= CROWD and each.leader not in named)
    ]
    if arranged or len(isolated) < 2:  # noqa: PLR2004 - a single one has its name
        return communities
    xs, ys = ([marks[row][side] for row in isolated] for side in (0, 1))
    beside = Circle(max(xs) + BESIDE, (min(ys) + max(ys)) / 2 - ABOVE, 0)
    words = list_line_breaks(f"{len(isolated):,} without relations")[:1]
    return [*communities, Name(first + len(communities), words, beside)]

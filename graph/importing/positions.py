"""Positions that a network file has of its drawing, as layout.json has them."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from math import isfinite

from graph.data.counts import format_count
from graph.importing.draft import Draft, Note, Point

LEAST_SHARE = 0.5  # of the actors; fewer positions are those of an unfinished drawing
AREA = 12_000.0  # canvas pixels for an actor and its label
USUAL = (3_000.0, 120_000.0)  # for each actor: a drawing of this density keeps its size
FURTHEST = 900_000.0


def format_layout(draft: Draft, actors: Collection[str]) -> str:
    """Return the text of layout.json; empty where a file has no drawing of most actors.

    Parameters
    ----------
    draft
        The positions by key, y growing downwards; a note on them is added.
    actors
        The ids of the actors.

    Examples
    --------
    >>> draft = Draft(positions={"a": (0.0, 0.0), "b": (0.5, 1.0)})
    >>> print(format_layout(draft, ["a", "b"]).strip())
    {"version": 1, "positions": {"a": [0, 0], "b": [110, 219]}}
    """
    points = {key: point for key, point in draft.positions.items() if all(map(isfinite, point))}
    points = {key: points[key] for key in actors if key in points}
    if not points:
        return ""
    is_drawing = len(points) >= LEAST_SHARE * len(actors) and len(set(points.values())) > 1
    if not is_drawing:
        what = "The positions of the drawing are not read: they are of few actors, or all one."
        draft.notes.append(Note("files", what))
        return ""
    count = format_count(len(points), "actor")
    what = f"The positions of {count} are in layout.json; colours and sizes are not read. "
    what += "Without that file explore lays the network out itself."
    draft.notes.append(Note("files", what))
    scaled = {key: [round(x), round(y)] for key, (x, y) in _scale(points).items()}
    lines = json.dumps({"version": 1, "positions": scaled}, ensure_ascii=False)
    return f"{lines}\n"


def _scale(points: Mapping[str, Point]) -> dict[str, Point]:
    """Return points with room for a label at each; a drawing that has it stays as it is."""
    from graph.layout.spacing import compute_bounds, scale_to_area

    left, top, right, bottom = compute_bounds(list(points.values()))
    room = (right - left) * (bottom - top) / len(points)
    furthest = max(map(abs, (left, top, right, bottom)))
    if USUAL[0] <= room <= USUAL[1] and furthest <= FURTHEST:
        return dict(points)
    moved = [(x - left, y - top) for x, y in points.values()]
    return dict(zip(points, scale_to_area(moved, area=AREA * len(points)), strict=True))

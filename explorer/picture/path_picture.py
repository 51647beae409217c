"""Draw one path alone: its actors from left to right, and every relation of its steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.picture import Picture, draw_picture
from graph import QuestionError
from graph.analysis.paths.path_alone import select_path
from graph.analysis.paths.steps import Path
from graph.saved.arrangement import Arrangement

if TYPE_CHECKING:
    from graph import Network

MOST_STEPS = 30
STEP, RISE = 260, 60  # pixels
WIDTH, HEIGHT = 1280, 640


def draw_path(
    network: Network,
    path: Path,
    *,
    place: str = "",
    theme: str = "light",
    include_private: bool = False,
) -> Picture:
    """Draw a path alone, with its sources and what it stands on below.

    Parameters
    ----------
    network
        The network, with the filters under which the path was found.
    path
        One of its paths.
    place
        Which of several paths it is, such as "the first of 3 paths", for the foot of the picture.
    theme, include_private
        As in `explorer.picture.draw_picture`.

    Raises
    ------
    QuestionError
        When it is no single path, or too long for a picture, or when the theme does not exist.

    Examples
    --------
    >>> import graph
    >>> net = graph.load_example()
    >>> draw_path(net, net.path("Lukashenko", "Vilnius").paths[0])
    <Picture: 1280 x 640 pixels>
    """
    _require_path(path)
    steps = len(path.steps)
    if steps > MOST_STEPS:
        problem = f"the path has {steps:,} steps, and a picture shows at most {MOST_STEPS}."
        raise QuestionError("path", f"{problem} Ask for --format markdown.")
    positions = {
        actor.id: (STEP * number, RISE * (number % 2)) for number, actor in enumerate(path.actors)
    }
    ends = path.actors[0].name, path.actors[-1].name
    return draw_picture(
        select_path(network, path),
        title=f"{ends[0]} and {ends[1]}",
        description=path.sentence,
        theme=theme,
        width=WIDTH,
        height=HEIGHT,
        note=" ".join([*([f"This is {place}."] if place else []), *path.support.notes]),
        cite_actors=False,
        include_private=include_private,
        arrangement=Arrangement(positions),
    )


def _require_path(path: object) -> None:
    """Refuse what is no single path, such as a whole answer."""
    if not isinstance(path, Path):
        problem = f"{type(path).__name__} is no single path."
        raise QuestionError("path", f"{problem} Give one of an answer, such as answer.paths[0].")

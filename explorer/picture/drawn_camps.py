"""Find the camps that a picture is coloured by."""

from __future__ import annotations

from explorer.picture.sheet import format_unknown
from graph import Network
from graph.analysis.camps.answer import Camps
from graph.errors import QuestionError

COLOURINGS = ("camp",)
FEWEST = 2


def find_drawn_camps(network: Network, colour_by: str | None) -> tuple[Camps | None, str]:
    """Return the two camps of a network, or why marks do not have their colours.

    Parameters
    ----------
    network
        The network that is drawn.
    colour_by
        ``camp``, or None for no camps.

    Raises
    ------
    QuestionError
        When the colouring is unknown.
    """
    if colour_by is None:
        return None, ""
    if colour_by not in COLOURINGS:
        message = format_unknown("colouring", colour_by, list(COLOURINGS))
        raise QuestionError("colour_by", message)
    camps = network.camps()
    if len(camps.camps) < FEWEST:
        return None, f"Marks have no colours of camps. {camps.sentence}"
    return camps, ""

"""Find the camps that a picture is coloured by."""

from __future__ import annotations

import re

from explorer.page.camps import find_camps, is_divided
from explorer.picture.sheet import format_unknown
from graph import Network
from graph.analysis.camps.answer import Camps
from graph.errors import QuestionError
from graph.saved.arrangement import Arrangement

COLOURINGS = ("camp", "plain")
FEWEST = 2
SAVED = re.compile(r"[#&]colour_by=(\w+)")


def find_drawn_camps(
    network: Network, colour_by: str | None, arrangement: Arrangement
) -> tuple[Camps | None, str]:
    """Return the two camps of a network, or why marks do not have their colours.

    Parameters
    ----------
    network
        The network that is drawn.
    colour_by
        ``camp``, ``plain`` for no camps, or None as the page opens.
    arrangement
        What a reader saved: what colours mean counts where None is asked.

    Raises
    ------
    QuestionError
        When the colouring is unknown.
    """
    if colour_by is None:
        return _find_opening_camps(network, arrangement), ""
    if colour_by not in COLOURINGS:
        message = format_unknown("colouring", colour_by, list(COLOURINGS))
        raise QuestionError("colour_by", message)
    if colour_by != COLOURINGS[0]:
        return None, ""
    camps = network.camps()
    if len(camps.camps) < FEWEST:
        return None, f"Marks have no colours of camps. {camps.sentence}"
    return camps, ""


def _find_opening_camps(network: Network, arrangement: Arrangement) -> Camps | None:
    """Find the camps that the page opens with; None where it opens otherwise."""
    saved = SAVED.search(arrangement.state)
    if saved:
        return find_camps(network) if saved[1] == COLOURINGS[0] else None
    camps = None if arrangement.positions else find_camps(network)
    return camps if camps and is_divided(network, camps) else None

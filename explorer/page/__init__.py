"""Answers -> one HTML file that needs nothing beside it."""

from typing import TYPE_CHECKING

from explorer.page.presentation import Presentation

if TYPE_CHECKING:
    from graph.nests import Progress
    from graph.network import Network

__all__ = ["Presentation", "page"]


def page(
    network: "Network",
    presentation: Presentation | None = None,
    *,
    progress: "Progress | None" = None,
) -> str:
    r"""Return the network as one self-contained, interactive HTML page.

    The same network gives the same bytes. The page makes no request.

    Parameters
    ----------
    network
        What to show, filtered as it is.
    presentation
        What the page says about itself, and how it opens.
    progress
        Told what is done, how much of it, and of how much, while actors are placed.

    Returns
    -------
    str
        Write it as UTF-8 with ``newline="\n"``.
    """
    from explorer.page.document import document, file_hashes
    from explorer.page.html import render

    told = (presentation or Presentation()).of(network)
    inputs = file_hashes(network.files)
    return render(document(network, told, inputs=inputs, progress=progress))

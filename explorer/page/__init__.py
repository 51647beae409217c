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
    include_private: bool = False,
    progress: "Progress | None" = None,
) -> str:
    r"""Return the network as one self-contained, interactive HTML page.

    The same network gives the same bytes. The page makes no request.

    Parameters
    ----------
    network
        What to show, filtered as it is.
    presentation
        What the page says about itself, and how it opens. What was withheld (see
        `Network.public` and `Network.redact`) is neither in its texts nor in what they are made
        from; a page that lacks anything tells no command and no digests, which could give it away.
    include_private
        Whether rows that are marked as private are in the page all the same.
    progress
        Told what is done, how much of it, and of how much, while actors are placed.

    Returns
    -------
    str
        Write it as UTF-8 with ``newline="\n"``.
    """
    from explorer.page.document import document, file_hashes
    from explorer.page.html import render

    shown = network if include_private else network.public()
    told = (presentation or Presentation()).of(shown)
    saved = [told.arrangement.file] if told.arrangement and told.arrangement.file else []
    inputs = [] if shown.withheld else file_hashes([*shown.files, *saved])
    return render(document(shown, told, inputs=inputs, progress=progress))

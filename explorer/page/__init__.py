"""Answers -> one HTML file that needs nothing beside it."""

from typing import TYPE_CHECKING

from explorer.page.presentation import Presentation

if TYPE_CHECKING:
    from pathlib import Path

    from graph.comparison.comparison import Comparison
    from graph.layout.progress import LayoutProgress
    from graph.network import Network

__all__ = ["Presentation", "page"]


def page(
    shown: "Network | Comparison",
    presentation: Presentation | None = None,
    *,
    include_private: bool = False,
    progress: "LayoutProgress | None" = None,
) -> str:
    r"""Return a network as one self-contained, interactive HTML page.

    The same network gives the same bytes. The page makes no request.

    Parameters
    ----------
    shown
        What to show, filtered as it is: a network, or two versions of one, which the page tells
        apart.
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
    from graph.comparison.comparison import Comparison
    from graph.comparison.differences import public

    asked = presentation or Presentation()
    if isinstance(shown, Comparison):
        return _both(shown if include_private else public(shown), asked, progress)
    network = shown if include_private else shown.public()
    told = asked.of(network)
    inputs = [] if network.withheld else file_hashes([*network.files, *_saved(told)])
    return render(document(network, told, inputs=inputs, progress=progress))


def _both(
    comparison: "Comparison", presentation: Presentation, progress: "LayoutProgress | None"
) -> str:
    """Return two versions of a network as one page."""
    from explorer.page.comparison import presented
    from explorer.page.document import document, file_hashes
    from explorer.page.html import render

    union, told = comparison.union.network, presented(presentation, comparison)
    versions = {"before": comparison.before, "after": comparison.after}
    inputs = [
        (f"{version}/{name}", digest)
        for version, network in versions.items()
        for name, digest in ([] if union.withheld else file_hashes(network.files))
    ]
    inputs += [] if union.withheld else file_hashes(_saved(told))
    return render(document(union, told, comparison=comparison, inputs=inputs, progress=progress))


def _saved(presentation: Presentation) -> "list[Path]":
    arrangement = presentation.arrangement
    return [arrangement.file] if arrangement and arrangement.file else []

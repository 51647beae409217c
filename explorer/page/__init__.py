"""Build the interactive page: a single HTML file that needs no other."""

from typing import TYPE_CHECKING

from explorer.page.presentation import Presentation

if TYPE_CHECKING:
    from pathlib import Path

    from graph import Comparison, Network
    from graph.layout.progress import LayoutProgress

__all__ = ["Presentation", "build_page"]


def build_page(
    shown: "Network | Comparison",
    presentation: Presentation | None = None,
    *,
    include_private: bool = False,
    progress: "LayoutProgress | None" = None,
) -> str:
    r"""Build the self-contained, interactive HTML page of a network.

    The same network gives the same bytes. The page makes no request.

    Parameters
    ----------
    shown
        A network with its filters, or two versions of a network, which the page compares.
    presentation
        The page's title, description and settings. By default its texts are made without what is
        withheld (see `Network.public` and `Network.redact`); a page that withholds anything has
        no command and no digests, which could reveal it.
    include_private
        Whether rows that are marked as private are in the page, too.
    progress
        See `graph.layout.progress`.

    Returns
    -------
    str
        Write it as UTF-8 with ``newline="\n"``.
    """
    from explorer.page.document import build_document, hash_files
    from explorer.page.html import render_html
    from graph import Comparison
    from graph.comparison.differences import remove_private

    requested = presentation or Presentation()
    if isinstance(shown, Comparison):
        return _build_comparison_page(
            shown if include_private else remove_private(shown), requested, progress
        )
    network = shown if include_private else shown.public()
    described = requested.complete(network)
    inputs = (
        [] if network.withheld else hash_files([*network.files, *_list_layout_files(described)])
    )
    document = build_document(network, described, inputs=inputs, progress=progress)
    return render_html(document, tables=described.tables, library=described.library)


def _build_comparison_page(
    comparison: "Comparison", presentation: Presentation, progress: "LayoutProgress | None"
) -> str:
    """Build the page of two versions of a network."""
    from explorer.page.comparison_document import present_comparison
    from explorer.page.document import build_document, hash_files
    from explorer.page.html import render_html

    union, described = comparison.union.network, present_comparison(presentation, comparison)
    versions = {"before": comparison.before, "after": comparison.after}
    inputs = [
        (f"{version}/{name}", digest)
        for version, network in versions.items()
        for name, digest in ([] if union.withheld else hash_files(network.files))
    ]
    inputs += [] if union.withheld else hash_files(_list_layout_files(described))
    document = build_document(
        union, described, comparison=comparison, inputs=inputs, progress=progress
    )
    return render_html(document, tables=described.tables, library=described.library)


def _list_layout_files(presentation: Presentation) -> "list[Path]":
    arrangement = presentation.arrangement
    return [arrangement.file] if arrangement and arrangement.file else []

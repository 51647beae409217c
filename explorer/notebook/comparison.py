"""A comparison of two versions that is displayed in a notebook and saved as a page."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import graph
from explorer.notebook.frame import frame_page

if TYPE_CHECKING:
    from explorer.notebook.network import PageOptions
    from graph.loading import StrPath

COMMAND = "explorer.compare(...).html()"


class Comparison(graph.Comparison):
    """A `graph.Comparison` that a notebook displays as one page with both versions."""

    def html(self, **presentation: Unpack[PageOptions]) -> str:
        """Return the page of both versions as one self-contained HTML document.

        Parameters
        ----------
        presentation
            The options of `explorer.Network.html`; by default the description counts the
            differences. The page has no story.

        Examples
        --------
        >>> from explorer import load_example
        >>> net = load_example()
        >>> compare(net.at("2014"), net).html(title="Since 2014").startswith("<!doctype html>")
        True
        """
        from explorer.page import Presentation, build_page

        page_presentation = Presentation(
            presentation.get("title"),
            presentation.get("description"),
            presentation.get("language", "en"),
            presentation.get("theme", "auto"),
            presentation.get("embed", False),
            COMMAND,
        )
        return build_page(
            self, page_presentation, include_private=presentation.get("include_private", False)
        )

    def save(self, file: StrPath, **presentation: Unpack[PageOptions]) -> Path:
        """Write the page of both versions to a file, whole or not at all, and return its path.

        Raises
        ------
        OSError
            When the file cannot be written; an older file is then unchanged.
        """
        from graph.formats.atomic_write import write_text

        path = Path(file)
        write_text(path, self.html(**presentation), inputs=self.union.network.files)
        return path

    def _repr_html_(self) -> str:
        return frame_page(self.html())


def compare(before: graph.Network, after: graph.Network) -> Comparison:
    """Return what differs between two versions of a network; see `graph.compare`.

    Examples
    --------
    >>> from explorer import load_example
    >>> compare(load_example(), load_example()).differs
    False
    """
    comparison = graph.compare(before, after)
    return Comparison(*(getattr(comparison, field.name) for field in fields(comparison)))

"""Two versions of a network that draw themselves in a notebook, and write themselves as a page."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import graph
from explorer.notebook import framed

if TYPE_CHECKING:
    from explorer.notebook import PageOptions
    from graph.loading import StrPath

COMMAND = "explorer.compare(...).html()"


class Comparison(graph.Comparison):
    """A `graph.Comparison` whose rich display is one page with both versions and a switch."""

    def html(self, **presentation: Unpack[PageOptions]) -> str:
        """Return the page of both versions as one self-contained HTML document.

        Parameters
        ----------
        presentation
            As `explorer.Network.html` takes it; by default the page is described by how much
            differs. It opens on no story.

        Examples
        --------
        >>> from explorer import load_example
        >>> net = load_example()
        >>> compare(net.at("2014"), net).html(title="Since 2014").startswith("<!doctype html>")
        True
        """
        from explorer.page import Presentation, build_page

        told = Presentation(
            presentation.get("title"),
            presentation.get("description"),
            presentation.get("language", "en"),
            presentation.get("theme", "auto"),
            presentation.get("embed", False),
            COMMAND,
        )
        return build_page(self, told, include_private=presentation.get("include_private", False))

    def save(self, file: StrPath, **presentation: Unpack[PageOptions]) -> Path:
        """Write that page to a file, whole or not at all, and return its path.

        Raises
        ------
        OSError
            When the file cannot be written; an older one is then left as it was.
        """
        from graph.formats.atomic_write import write_text

        path, read = Path(file), self.union.network.files
        write_text(path, self.html(**presentation), inputs=read)
        return path

    def _repr_html_(self) -> str:
        return framed(self.html())


def compare(before: graph.Network, after: graph.Network) -> Comparison:
    """Return what differs between two versions of a network; see `graph.compare`.

    Examples
    --------
    >>> from explorer import load_example
    >>> compare(load_example(), load_example()).differs
    False
    """
    found = graph.compare(before, after)
    return Comparison(*(getattr(found, field.name) for field in fields(found)))

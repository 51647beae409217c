"""A Network that draws itself in a notebook, and writes itself as a page."""

from __future__ import annotations

from html import escape
from pathlib import Path

import graph
from graph.folder import StrPath

FRAME_HEIGHT = 640


class Network(graph.Network):
    """A `graph.Network` whose rich display is the interactive page.

    Everything else is inherited: filters return the same class, so each result draws itself.
    """

    def html(self, *, title: str | None = None, description: str | None = None) -> str:
        """Return the interactive page as one self-contained HTML document.

        Parameters
        ----------
        title, description
            What stands at its top; by default its best-connected actors, and the counts.

        Examples
        --------
        >>> load_example().html(title="Belarus").startswith("<!doctype html>")
        True
        """
        from explorer.page import page

        return page(self, title=title, description=description, command="explorer.load(...).html()")

    def save(
        self, file: StrPath, *, title: str | None = None, description: str | None = None
    ) -> Path:
        """Write the interactive page to a file, whole or not at all, and return its path.

        Raises
        ------
        OSError
            When the file cannot be written; an older one is then left as it was.
        """
        from graph.writing import write_text

        path = Path(file)
        write_text(path, self.html(title=title, description=description), inputs=self.files)
        return path

    def _repr_html_(self) -> str:
        document = escape(self.html(), quote=True)
        return (
            '<iframe title="Interactive network"'
            ' sandbox="allow-scripts allow-downloads allow-popups"'
            f' width="100%" height="{FRAME_HEIGHT}" srcdoc="{document}"></iframe>'
        )


load = Network.from_folder
load_example = Network.from_example

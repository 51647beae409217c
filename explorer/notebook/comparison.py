"""A comparison of two versions that is displayed in a notebook and saved as a page."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import graph
from explorer.notebook.frame import frame_page
from explorer.notebook.page_options import PageOptions, check_options, refuse_story
from graph.comparison.differences import remove_private
from graph.data.arguments import to_path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.formats.endings import Content
    from graph.loading import StrPath
    from graph.saved.arrangement import Arrangement

COMMAND = "explorer.compare(...).html()"
WAYS: Mapping[Content, str] = {
    "picture": "explorer.load(...).picture()",
    "table": "comparison.frame.to_csv(...)",
}


class Comparison(graph.Comparison):
    """A `graph.Comparison` that a notebook displays as one page with both versions."""

    def html(self, **options: Unpack[PageOptions]) -> str:
        """Return the page of both versions as one self-contained HTML document.

        Parameters
        ----------
        options
            Those of `explorer.Network.html`; by default the description counts the differences,
            and the layout is the later version's. The page has no story.

        Raises
        ------
        QuestionError
            When an option does not exist, or its value has no meaning.
        DataError
            When the layout has an error.

        Examples
        --------
        >>> from explorer import load_example
        >>> net = load_example()
        >>> compare(net.at("2014"), net).html(title="Since 2014").startswith("<!doctype html>")
        True
        """
        check_options(options, PageOptions.__annotations__)
        refuse_story(options)
        return self._build_page(options)

    def _build_page(self, options: PageOptions, *, tables: bool = True) -> str:
        from explorer.page import Presentation, build_page

        shown = self if options.get("include_private", False) else remove_private(self)
        presentation = Presentation(
            options.get("title"),
            options.get("description"),
            options.get("language", "en"),
            options.get("theme", "auto"),
            options.get("embed", False),
            COMMAND,
            arrangement=self._read_layout(shown, options.get("layout", True)),
            tables=tables,
            library=tables,
        )
        return build_page(shown, presentation, include_private=True)

    def _read_layout(
        self,
        shown: graph.Comparison,
        layout: StrPath | bool,  # noqa: FBT001 - or a file
    ) -> Arrangement | None:
        from graph.saved.layout_file import find_layout, read_layout

        path = find_layout(self.after.files, layout)
        return read_layout(path, shown.union.network, before=self.union.network) if path else None

    def save(self, file: StrPath, **options: Unpack[PageOptions]) -> Path:
        """Write the page of both versions to a file, whole or not at all, and return its path.

        Parameters
        ----------
        file
            Its name ends in ``.html`` or ``.htm``, or has no ending.
        options
            As in `html`.

        Raises
        ------
        QuestionError
            When the name has another ending, or an option does not exist.
        OSError
            When the file cannot be written; an older file is then unchanged.
        """
        from graph.formats.atomic_write import write_text
        from graph.formats.endings import describe_page_ending

        path = to_path(file, "file")
        problem = describe_page_ending(path.name, WAYS)
        if problem:
            raise graph.QuestionError("file", problem)
        write_text(path, self.html(**options), inputs=self.union.network.files)
        return path

    def _repr_html_(self) -> str:
        return frame_page(self._build_page({"embed": True}, tables=False))


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

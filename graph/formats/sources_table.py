"""Build the table of a Network's sources, for every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.data.columns import SOURCE_COLUMNS

if TYPE_CHECKING:
    from graph.select.selection import Selection


def build_sources_table(network: Selection) -> tuple[list[str], list[list[str]]]:
    """Return the names of the columns, those of one's own last, and a row for each source.

    Examples
    --------
    >>> import graph
    >>> header, rows = build_sources_table(graph.load_example())
    >>> header[:2], rows[0][0]
    (['id', 'title'], 'consequences_article')
    """
    sources = network.source_rows
    has_voices = any(source.voice for source in sources)
    names = [name for name in SOURCE_COLUMNS if name != "voice" or has_voices]
    extra = list(dict.fromkeys(name for source in sources for name in source.attributes))
    rows = [
        [
            *(getattr(source, name) for name in names),
            *(source.attributes.get(name, "") for name in extra),
        ]
        for source in sources
    ]
    return [*names, *extra], rows

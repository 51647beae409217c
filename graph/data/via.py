"""Follow the sources through which a source reaches us."""

from __future__ import annotations

from collections.abc import Mapping

from graph.data.records import Source


def list_chain(sources: Mapping[str, Source], reference: str) -> list[str]:
    """Return the id of a source, and of each source through which it reaches us, in order.

    A reference that is no source's id has no chain.

    Examples
    --------
    >>> sources = {"report": Source("report", via="article"), "article": Source("article")}
    >>> list_chain(sources, "report"), list_chain(sources, "A letter")
    (['report', 'article'], [])
    """
    chain: dict[str, None] = {}
    while reference in sources and reference not in chain:
        chain[reference] = None
        reference = sources[reference].via
    return list(chain)

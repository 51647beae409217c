"""Follow the sources through which a source reaches us."""

from __future__ import annotations

from collections.abc import Collection, Mapping

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


def index_citations(sources: Mapping[str, Source]) -> dict[str, str]:
    """Return the ids of sources by what a row may cite: the id, or the address of the source.

    Examples
    --------
    >>> index_citations({"report": Source("report", url="https://example.org/report")})
    {'report': 'report', 'https://example.org/report': 'report'}
    """
    ids = dict(zip(sources, sources, strict=True))
    for source in sources.values():
        if source.url:
            ids.setdefault(source.url, source.id)
    return ids


def find_falling(sources: Mapping[str, Source], withdrawn: Collection[str]) -> set[str]:
    """Return all references that fall with some sources: to them, and to what they quote.

    Examples
    --------
    >>> sources = {"report": Source("report", via="article"), "article": Source("article")}
    >>> sorted(find_falling(sources, {"article"})), sorted(find_falling(sources, {"report"}))
    (['article', 'report'], ['report'])
    """
    return {
        reference
        for reference, source in index_citations(sources).items()
        if any(each in withdrawn for each in list_chain(sources, source))
    }

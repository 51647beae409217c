"""List the sources that a picture cites: in a single line, and in full."""

from __future__ import annotations

from collections import Counter

from explorer.report.citations import find_address, format_citation
from graph import Network, Source
from graph.analysis.citation_counts import count_citations
from graph.data.records import Reference
from graph.text.safe import visible
from graph.text.urls import parse_web_address

LONGEST, WHOLE = 56, 24  # characters of a source; up to how many it is not broken


def list_cited_sources(network: Network) -> list[str]:
    """List the sources that relations and actors cite, shortened, the most cited first.

    A source is shown by its author and date, or by its publisher or title; an address by its
    host; any other reference as it is. References with the same short text are counted together.

    Examples
    --------
    >>> import graph
    >>> list_cited_sources(graph.load_example())[0]
    'Belarus and the Consequences of the Russo-Ukraine War (…'
    """
    cited: Counter[str] = Counter()
    for reference, times in count_citations(network).items():
        cited[_shorten(reference)] += times
    return [reference for reference, _ in cited.most_common() if reference]


def list_full_citations(network: Network) -> list[tuple[str, str]]:
    """List the full citation and the address of each reference, the most cited first.

    Examples
    --------
    >>> import graph
    >>> text, address = list_full_citations(graph.load_example())[1]
    >>> text.startswith("Leukavets, A. (2022). ")
    True
    """
    return [
        (
            format_citation(reference),
            find_address(reference) if isinstance(reference, Source) else "",
        )
        for reference, _ in count_citations(network).most_common()
    ]


def _shorten(reference: Reference) -> str:
    if isinstance(reference, Source):
        who = reference.author or reference.publisher or reference.title or reference.id
        text = f"{who} ({reference.date})" if reference.date else who
    elif parse_web_address(reference):
        from urllib.parse import urlsplit

        text = (urlsplit(reference).hostname or "").removeprefix("www.")
    else:
        text = reference
    shown = visible(text).strip()
    if len(shown) > LONGEST:
        return f"{shown[: LONGEST - 1].rstrip()}…"
    return shown.replace(" ", "\N{NO-BREAK SPACE}") if len(shown) <= WHOLE else shown


def format_sources_line(sources: list[str], most: int) -> str:
    """Format the first sources as a sentence, with the number of the others.

    Examples
    --------
    >>> format_sources_line(["Rudnik", "Hansbury", "Marples"], 2)
    'Sources: Rudnik; Hansbury; and 1 more.'
    """
    if not sources:
        return ""
    more = len(sources) - most
    tail = [f"and {more} more"] if more > 0 else []
    return f"Sources: {'; '.join([*sources[:most], *tail])}."

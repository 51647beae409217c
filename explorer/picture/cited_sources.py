"""List the sources that a picture cites: in a single line, and in full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from explorer.report.citations import find_address, format_citation
from graph import Network, Source
from graph.analysis.citation_counts import count_citations
from graph.data.records import Reference
from graph.text.safe import visible
from graph.text.urls import parse_web_address

LONGEST, WHOLE = 64, 24  # characters of a source; up to how many it is not broken


def list_cited_sources(network: Network, *, actors: bool = True) -> list[str]:
    """List the sources that relations and actors cite, shortened, the most cited first.

    A source is shown by its author and date, or by its publisher or title; an address by its
    host; any other reference as it is. References with the same short text are counted together.

    Parameters
    ----------
    network
        The network.
    actors
        Whether what actors cite is listed, too.

    Examples
    --------
    >>> import graph
    >>> list_cited_sources(graph.load_example())[0]
    'Belarus and the Consequences of the Russo-Ukraine War (2022-12)'
    """
    cited: Counter[str] = Counter()
    for reference, times in count_citations(network, actors=actors).items():
        cited[_shorten(reference)] += times
    return [reference for reference, _ in cited.most_common() if reference]


def list_full_citations(network: Network, *, actors: bool = True) -> list[tuple[str, str]]:
    """List the full citation and the address of each reference, the most cited first.

    Parameters
    ----------
    network, actors
        As in `list_cited_sources`.

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
        for reference, _ in count_citations(network, actors=actors).most_common()
    ]


def _shorten(reference: Reference) -> str:
    """Return a reference in few characters; of a source, the date stays whole."""
    date = ""
    if isinstance(reference, Source):
        who = reference.author or reference.publisher or reference.title or reference.id
        text, date = who, f" ({reference.date})" if reference.date else ""
    elif parse_web_address(reference):
        from urllib.parse import urlsplit

        text = (urlsplit(reference).hostname or "").removeprefix("www.")
    else:
        text = reference
    date = _cut(visible(date), LONGEST // 2)
    shown = _cut(visible(text).strip(), LONGEST - len(date)) + date
    return shown.replace(" ", "\N{NO-BREAK SPACE}") if len(shown) <= WHOLE else shown


def _cut(text: str, most: int) -> str:
    """Return the text, or its beginning where it has more characters than allowed."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def format_sources_line(sources: Sequence[str], most: int) -> str:
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

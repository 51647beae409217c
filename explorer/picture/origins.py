"""Whose works a picture rests on: in one line, and in full."""

from __future__ import annotations

from collections import Counter

from explorer.report.citations import address, citation
from graph.data.records import Reference, Source
from graph.network import Network
from graph.text.safe import visible
from graph.text.urls import parse_web_address

LONGEST, WHOLE = 56, 24  # characters of one work; so short, it is not broken


def origins(network: Network) -> list[str]:
    """Return the works that a network's relations and actors cite, in short, the most cited first.

    A source is told by its author and date, or by its publisher or title; an address by its
    host; any other reference as it stands. Works that are told alike are one.

    Examples
    --------
    >>> import graph
    >>> origins(graph.load_example())[0]
    'Belarus and the Consequences of the Russo-Ukraine War'
    """
    cited: Counter[str] = Counter()
    for work, times in _cited(network).items():
        cited[_short(work)] += times
    return [work for work, _ in cited.most_common() if work]


def origins_in_full(network: Network) -> list[tuple[str, str]]:
    """Return each work that a network cites, the most cited first, and where it can be read.

    Examples
    --------
    >>> import graph
    >>> work, address = origins_in_full(graph.load_example())[1]
    >>> work.startswith("Leukavets, A. (2022). ")
    True
    """
    return [
        (citation(work), address(work) if isinstance(work, Source) else "")
        for work, _ in _cited(network).most_common()
    ]


def _cited(network: Network) -> Counter[Reference]:
    """Return how many relations and actors cite each work."""
    cited: Counter[Reference] = Counter()
    for rows in (network.relation_rows, network.actor_rows):
        for row in rows:
            cited.update(dict.fromkeys(row.references, 1))
    return cited


def _short(reference: Reference) -> str:
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


def origins_line(works: list[str], most: int) -> str:
    """Return the first works as a sentence, and how many more there are.

    Examples
    --------
    >>> origins_line(["Rudnik", "Hansbury", "Marples"], 2)
    'Sources: Rudnik; Hansbury; and 1 more.'
    """
    if not works:
        return ""
    more = len(works) - most
    tail = [f"and {more} more"] if more > 0 else []
    return f"Sources: {'; '.join([*works[:most], *tail])}."

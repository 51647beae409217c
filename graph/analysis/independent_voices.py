"""Find the independent voices on which relations rest: sources behind one another count once."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.data.columns import Columns, split_cell
from graph.data.via import list_chain

ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://(?:[^/?#@]*@)?([^/?#:]+)", re.IGNORECASE)


def find_voices(columns: Columns, rows: Iterable[int]) -> frozenset[str]:
    """Return the voices of all that some relations cite.

    A source is heard through those that quote it; the last of them, or its publisher, is the voice.
    An address that is no source counts by its host.
    """
    cells = columns.relations.cells("reference")
    references = {part for row in rows for part in split_cell(cells[row])}
    return frozenset(_find_voice(columns, reference) for reference in references)


def _find_voice(columns: Columns, reference: str) -> str:
    chain = list_chain(columns.sources, reference)
    if chain:
        publisher = columns.sources[chain[-1]].publisher
        return f"publisher {publisher.casefold()}" if publisher else f"source {chain[-1]}"
    address = ADDRESS.match(reference)
    return f"host {address.group(1).casefold()}" if address else f"text {reference}"

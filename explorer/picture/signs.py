"""Signs on lines whose relation is not settled among those who speak of it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from graph.claims import claim, standings
from graph.network import Network

SIGNED_UP_TO = 2_000  # relations; with more, signs would only be in the way
SIGNS: Mapping[str, str] = MappingProxyType({"contested": "?", "disputed": "×"})
MEANINGS: Mapping[str, str] = MappingProxyType({"?": "contested", "×": "only disputed"})


def signs(network: Network) -> dict[int, str]:
    """Return the sign of each relation that is contested or only disputed, by its row.

    Examples
    --------
    >>> import graph
    >>> set(signs(graph.load_example()).values())
    {'?'}
    """
    columns, rows = network.columns, network.relation_numbers
    if len(rows) >= SIGNED_UP_TO:
        return {}
    known = standings(columns, rows)
    found = {row: SIGNS.get(known[claim(columns, row)], "") for row in rows}
    return {row: sign for row, sign in found.items() if sign}

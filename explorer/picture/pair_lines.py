"""Draw one line for all relations of two actors, as the page does (``view/pair_lines.js``).

Its ink says how the two stand to each other, its width how many independent voices say so, or how
much the relations weigh where weights differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from types import MappingProxyType
from typing import NamedTuple

from explorer.picture.line_fade import fade_fans
from graph import Network
from graph.data.vocabulary import RelationType

MANY = 2_000  # relations; from here on lines are equally thin
CLEAR = 60  # relations; so few have arrowheads
MOST_VOICES = 4  # that the width of a line tells apart
LEAST_WEIGHTED = 0.25  # the share of relations that weigh other than 1
THINNEST, THICKEST = 0.75, 4.0  # by weight
DASHES = (6, 4)
POWER = frozenset({"leads", "commands", "controls", "appointed"})
GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "tie": "Ties",
        "tension": "Tensions",
        "power": "Command",
        "neutral": "Neutral",
    }
)
"""How two actors may stand to each other, unless in both of the first; what the legend says."""


class PairLine(NamedTuple):
    """The relations of two actors, by their rows in the selection, and how their line is drawn."""

    relations: tuple[int, ...]
    ink: str
    width: float
    dashes: tuple[int, ...]
    arrow: bool
    both_ways: bool
    opacity: float


def choose_ink(types: Iterable[RelationType]) -> str:
    """Choose the ink of a line by the types of its relations.

    Examples
    --------
    >>> from graph.data.vocabulary import TYPES
    >>> choose_ink([TYPES["ally"], TYPES["opposes"]]), choose_ink([TYPES["leads"]])
    ('both', 'power')
    """
    listed = list(types)
    signs = {each.sign for each in listed}
    if {"+", "-"} <= signs:
        return "both"
    if "+" in signs:
        return "tie"
    if "-" in signs:
        return "tension"
    return "power" if any(each.name in POWER for each in listed) else "neutral"


def list_pair_lines(
    network: Network, pairs: Sequence[tuple[int, int]], signed: Mapping[int, str]
) -> list[PairLine]:
    """List the line of each pair of actors, the thinnest first; they lie below the others.

    Parameters
    ----------
    network
        The network that is drawn.
    pairs
        The two actors of each relation.
    signed
        The sign of each relation that is contested or disputed, by its number.

    Examples
    --------
    >>> import graph
    >>> net = graph.load_example()
    >>> len(list_pair_lines(net, list(zip(*net.columns.endpoints)), {})) < 235
    True
    """
    columns, rows = network.columns, network.relation_numbers
    bundles: dict[tuple[int, int], list[int]] = {}
    for index, (source, target) in enumerate(pairs):
        bundles.setdefault((min(source, target), max(source, target)), []).append(index)
    heaviest = find_heaviest(network, bundles.values())
    lines = []
    for bundle, opacity in zip(bundles.values(), fade_fans([*bundles]), strict=True):
        numbers = [rows[index] for index in bundle]
        ink = choose_ink(columns.relation_types[number] for number in numbers)
        dashed = any(number in signed for number in numbers)
        weight = sum(columns.weights[number] for number in numbers)
        width = (
            THINNEST + (THICKEST - THINNEST) * sqrt(weight / heaviest)
            if heaviest
            else _measure_width(network, numbers, ink)
        )
        both = len(rows) <= CLEAR and _run_both_ways(network, numbers)
        arrow = both or (len(rows) <= CLEAR and _run_one_way(network, numbers))
        dashes = DASHES if dashed else ()
        lines.append(PairLine(tuple(bundle), ink, width, dashes, arrow, both, opacity))
    return sorted(lines, key=lambda line: line.width)


def find_heaviest(network: Network, bundles: Iterable[Sequence[int]]) -> float:
    """Return the most that the relations of two actors weigh together, where weights differ.

    It is 0 where they do not, where nearly all relations weigh 1, and in large networks.
    """
    rows, weights = network.relation_numbers, network.columns.weights
    own = [weights[number] for number in rows]
    weighted = sum(weight != 1 for weight in own)
    if len(own) >= MANY or len(set(own)) < 2 or weighted < LEAST_WEIGHTED * len(own):  # noqa: PLR2004
        return 0.0
    return max(sum(own[index] for index in bundle) for bundle in bundles)


def _run_one_way(network: Network, numbers: Sequence[int]) -> bool:
    """Return whether all relations of two actors run from the same one to the other."""
    sources = {network.columns.endpoints[0][number] for number in numbers}
    types = network.columns.relation_types
    return len(sources) == 1 and not any(types[number].mutual for number in numbers)


def _run_both_ways(network: Network, numbers: Sequence[int]) -> bool:
    """Return whether each of two actors has relations to the other, all with a direction."""
    columns = network.columns
    ends = {(columns.endpoints[0][number], columns.endpoints[1][number]) for number in numbers}
    mutual = any(columns.relation_types[number].mutual for number in numbers)
    return len(ends) > 1 and not mutual


def _measure_width(network: Network, numbers: Sequence[int], ink: str) -> float:
    many = len(network.relation_numbers) >= MANY
    if many or ink == "neutral":
        return 0.5 if many and ink == "neutral" else 1.0
    voices = {voice for number in numbers for voice in network.columns.relation(number).voices}
    return 1.5 + 0.5 * min(max(len(voices) - 1, 0), MOST_VOICES - 1)

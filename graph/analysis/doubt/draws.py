"""Draw networks from one whose relations are doubtful, the same ones from the same seed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from graph.data.counts import format_count
from graph.data.dictionary_column import to_row_array
from graph.errors import QuestionError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.select.selection import Selection

    S = TypeVar("S", bound=Selection)

DRAWS, SEED = 100, 1
MOST_DRAWS = 10_000
UNRATED: Mapping[str, float] = {"stated": 0.9, "inferred": 0.7, "alleged": 0.5}
"""By its basis how often an unrated relation is drawn."""
DRAWN = (
    "A relation is in a draw as often as its confidence says; an unrated one 9 times of 10 if it "
    "is stated, 7 if it is inferred, 5 if it is alleged."
)


def describe_draws(draws: int) -> str:
    """Return how many draws there are, and what a draw is.

    Examples
    --------
    >>> describe_draws(100)
    '100 draws, each of which leaves out some relations by chance.'
    """
    return f"{format_count(draws, 'draw')}, each of which leaves out some relations by chance."


def draw_networks(network: S, draws: int, seed: int) -> Iterator[S]:
    """Yield networks of the same actors, each with some of the relations.

    A relation is drawn with its confidence as the chance, an unrated one with that of its basis in
    `UNRATED`. Each row is drawn for itself, parallel relations and those that dispute, too.

    Raises
    ------
    QuestionError
        When the number of draws is out of range.

    Examples
    --------
    >>> import graph
    >>> net = graph.load_example()
    >>> [len(drawn.relation_numbers) for drawn in draw_networks(net, 3, seed=1)]
    [190, 195, 193]
    """
    import numpy as np

    if not isinstance(draws, int) or isinstance(draws, bool) or not 1 <= draws <= MOST_DRAWS:
        message = f"The number of draws must be a whole number from 1 to {MOST_DRAWS:,}."
        raise QuestionError("draws", message)
    rows, chances = to_row_array(network.relation_numbers), list_chances(network)
    generator = np.random.default_rng(seed)
    for _ in range(draws):
        drawn = rows[generator.random(len(rows)) < chances]
        yield replace(network, relation_numbers=drawn.tolist())


def list_chances(network: Selection) -> NDArray[np.float64]:
    """Return for each relation the chance that it is drawn."""
    import numpy as np

    confidences, bases = network.columns.confidences, network.columns.bases
    pairs = ((confidences[row], bases[row]) for row in network.relation_numbers)
    chances = (UNRATED[basis] if rated is None else rated for rated, basis in pairs)
    return np.fromiter(chances, np.float64, len(network.relation_numbers))

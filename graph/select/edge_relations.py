"""Choose the relations that a projection makes edges of: by stance, by sign, mutual ones once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from graph.data.dictionary_column import as_array, to_row_array
from graph.errors import QuestionError
from graph.names import suggest

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.data.vocabulary import RelationType
    from graph.select.selection import Selection

    Rows = NDArray[np.int64]

Signs = Literal["all", "positive", "negative", "not_negative", "not_neutral"]
SIGNS: tuple[Signs, ...] = get_args(Signs)
COUNTED_SIGNS: dict[Signs, str] = {
    "all": "+0-", "positive": "+", "negative": "-", "not_negative": "+0", "not_neutral": "+-",
}  # fmt: skip


def check_signs(signs: str | None, question: str) -> None:
    """Refuse what is not one of `SIGNS`.

    Raises
    ------
    QuestionError
        When it is not, with the nearest.

    Examples
    --------
    >>> check_signs("all", "centrality")
    """
    if signs is not None and signs not in SIGNS:
        hint = suggest.suggest_word(signs, list(SIGNS)) or f"There are: {', '.join(SIGNS)}."
        raise QuestionError(question, f"{signs!r} is not a value of signs. {hint}")


class EdgeRelations(NamedTuple):
    """The relations that are part of edges, by column.

    Parameters
    ----------
    rows
        Their row numbers.
    sources, targets
        The row numbers of the actors at their two ends.
    types
        The number of each relation's type, in the order of the vocabulary.
    """

    rows: Rows
    sources: Rows
    targets: Rows
    types: Rows

    def select(self, mask: NDArray[np.bool_]) -> EdgeRelations:
        """Return the relations for which a mask is true."""
        return EdgeRelations(*(column[mask] for column in self))


def find_edge_relations(network: Selection, signs: Signs | None = None) -> EdgeRelations:
    """Return the relations of these signs that are part of edges; of all signs when not given.

    Relations that dispute a claim, and relations of an actor to itself, are not.

    Examples
    --------
    >>> import graph
    >>> network = graph.load_example()
    >>> counts = [len(find_edge_relations(network, signs).rows) for signs in SIGNS]
    >>> counts[0] == counts[2] + counts[3]
    True
    """
    import numpy as np

    columns, rows = network.columns, to_row_array(network.relation_numbers)
    sources, targets = (as_array(ends, np.int64)[rows] for ends in columns.endpoints)
    selected = (sources != targets) & ~as_array(columns.disputes, bool)[rows]
    types = as_array(columns.type_numbers, np.int64)[rows]
    if signs not in (None, "all"):
        selected &= map_types(network, lambda each: each.sign in COUNTED_SIGNS[signs])[types]
    return EdgeRelations(rows, sources, targets, types).select(selected)


def map_types(network: Selection, is_true: Callable[[RelationType], bool]) -> NDArray[np.bool_]:
    """Return for each type of the vocabulary whether something is true of it."""
    import numpy as np

    types = network.columns.types.values()
    return np.fromiter(map(is_true, types), bool, len(types))


def count_by_sign(network: Selection) -> dict[str, int]:
    """Count the relations that are part of edges by their sign.

    Examples
    --------
    >>> import graph
    >>> sorted(count_by_sign(graph.load_example()))
    ['+', '-', '0']
    """
    import numpy as np

    types = find_edge_relations(network).types
    names = network.columns.types.values()
    counts = np.bincount(types, minlength=len(names)).tolist()
    totals = dict.fromkeys("+-0", 0)
    for each, count in zip(names, counts, strict=True):
        totals[each.sign] += count
    return totals


def find_repeated(
    network: Selection, relations: EdgeRelations, weights: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Return which mutual relations only repeat others that are listed the other way round.

    Of one type between two actors that are listed both ways, those of the direction with the
    smaller sum of weights repeat the others: A and B are allied once, though both list it.
    """
    import numpy as np

    _, sources, targets, types = relations
    mutual = map_types(network, lambda each: each.mutual)[types]
    repeated = np.zeros(len(types), bool)
    size = max(1, len(network.columns.actors))
    pairs = np.minimum(sources, targets)[mutual] * size + np.maximum(sources, targets)[mutual]
    keys = pairs * max(1, len(network.columns.types)) + types[mutual]
    unique, key_of = np.unique(keys, return_inverse=True)
    is_up, number = (sources < targets)[mutual], len(unique)
    sums = [np.bincount(key_of, weights[mutual] * each, number) for each in (is_up, ~is_up)]
    counts = [np.bincount(key_of, each, number) for each in (is_up, ~is_up)]
    is_twice = (counts[0] > 0) & (counts[1] > 0)
    keeps_up = sums[0] >= sums[1]
    repeated[mutual] = is_twice[key_of] & (keeps_up[key_of] != is_up)
    return repeated

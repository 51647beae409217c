"""Find the references that most relations of some actors cite."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.data.dictionary_column import as_array, to_row_array
from graph.data.records import Actor, Reference

if TYPE_CHECKING:
    from graph.select.selection import Selection


def find_main_references(
    network: Selection, actors: Sequence[Actor], most: int = 3
) -> tuple[Reference, ...]:
    """Return what most relations of some actors cite, the most cited first.

    What is cited as often stands in the order of the rows. Relations in both directions count,
    each row once.

    Parameters
    ----------
    network
        The network, as far as it is selected.
    actors
        The actors; a relation counts if one of its ends is one of them.
    most
        How many references are returned at the most.

    Examples
    --------
    >>> import graph
    >>> net = graph.load_example()
    >>> [each.id for each in find_main_references(net, [net.resolve("Vilnius")], 1)]
    ['consequences_article']
    """
    import numpy as np

    columns = network.columns
    wanted = [columns.actor_row[actor.id] for actor in actors]
    rows = to_row_array(network.relation_numbers)
    sources, targets = (as_array(ends, np.int64)[rows] for ends in columns.endpoints)
    cited = rows[np.isin(sources, wanted) | np.isin(targets, wanted)].tolist()
    cells = columns.relations.cells("reference")
    counts: Counter[Reference] = Counter()
    for cell, times in Counter(cells[row] for row in cited).items():
        for reference in dict.fromkeys(columns.references(cell)):
            counts[reference] += times
    return tuple(reference for reference, _ in counts.most_common(most))

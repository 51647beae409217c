"""Count how often each reference is cited."""

from collections import Counter

from graph.data.records import Reference
from graph.select.selection import Selection


def count_citations(selection: Selection, *, actors: bool = True) -> Counter[Reference]:
    """Count the relations, and actors, that cite each reference, in the order of their rows.

    Parameters
    ----------
    selection
        The network.
    actors
        Whether actors count, too.

    Examples
    --------
    >>> import graph
    >>> max(count_citations(graph.load_example()).values())
    320
    """
    counts: Counter[Reference] = Counter()
    for rows in (selection.relation_rows, selection.actor_rows if actors else ()):
        for row in rows:
            counts.update(dict.fromkeys(row.references, 1))
    return counts

"""Whether two actors can be in one part of a network: quicker to know than a path is to find."""

from __future__ import annotations

from collections.abc import Sequence

from graph.data.columns import Columns
from graph.data.dictionary_column import to_row_array
from graph.data.matching_rows import filter_rows
from graph.select.adjacency import MANY


def may_be_linked(columns: Columns, rows: Sequence[int], source: int, target: int) -> bool:
    """Return False where no path over some relations links two actors, whatever the direction.

    It is True, too, where the relations are few: then a search is as quick.
    """
    if len(rows) < MANY:
        return True
    import numpy as np
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    asserting = to_row_array(filter_rows(columns.disputes, rows, lambda disputes: not disputes))
    ends = [np.asarray(each, np.int32)[asserting] for each in columns.endpoints]
    count = len(columns.actors)
    links = coo_array((np.ones(len(asserting), np.int8), (ends[0], ends[1])), shape=(count, count))
    labels = connected_components(links, directed=False)[1]
    return bool(labels[source] == labels[target])

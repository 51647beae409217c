"""The parts of a network: whether two actors can be in one, and who is in the largest.

That two actors are in no common part is quicker to know than a path is to find.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.data.columns import Columns
from graph.data.dictionary_column import to_row_array
from graph.data.matching_rows import filter_rows
from graph.select.adjacency import MANY
from graph.select.union_find import UnionFind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def may_be_linked(columns: Columns, rows: Sequence[int], source: int, target: int) -> bool:
    """Return False where no path over some relations links two actors, whatever the direction.

    It is True, too, where the relations are few: then a search is as quick.
    """
    if len(rows) < MANY:
        return True
    asserting = filter_rows(columns.disputes, rows, lambda disputes: not disputes)
    return _share_part(columns, asserting, source, target)


def are_linked_by_disputed(columns: Columns, source: int, target: int) -> bool:
    """Return whether two actors that no path links are linked where disputed relations count."""
    if not any(columns.disputes):
        return False
    rows = range(len(columns.relations))
    if len(rows) >= MANY:
        return _share_part(columns, rows, source, target)
    neighbours = defaultdict(list)
    for here, there in zip(*columns.endpoints, strict=True):
        neighbours[here].append(there)
        neighbours[there].append(here)
    seen, todo = {source}, [source]
    while todo:
        found = [each for each in neighbours[todo.pop()] if each not in seen]
        seen.update(found)
        todo += found
    return target in seen


def find_largest_part(columns: Columns, rows: Sequence[int], actors: Sequence[int]) -> set[int]:
    """Return the actors of the largest part that relations join, whatever their direction.

    Of several that are as large it is the first.

    Parameters
    ----------
    rows
        The relations that count; disputed ones among them do not.
    actors
        The row numbers of the actors that are looked at.
    """
    import numpy as np

    if not len(actors):
        return set()
    asserting = filter_rows(columns.disputes, rows, lambda disputes: not disputes)
    chosen = to_row_array(actors)
    labels = _label_parts(columns, asserting)[chosen]
    found, first, sizes = np.unique(labels, return_index=True, return_counts=True)
    largest = found[np.lexsort((first, -sizes))[0]]
    return set(chosen[labels == largest].tolist())


def _share_part(columns: Columns, rows: Sequence[int], source: int, target: int) -> bool:
    labels = _label_parts(columns, rows)
    return bool(labels[source] == labels[target])


def _label_parts(columns: Columns, rows: Sequence[int]) -> NDArray[np.integer]:
    """Return for every actor the number of the part that some relations join it to."""
    if len(rows) < MANY:
        return _label_few(columns, rows)
    import numpy as np
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    chosen = to_row_array(rows)
    ends = [np.asarray(each, np.int32)[chosen] for each in columns.endpoints]
    count = len(columns.actors)
    links = coo_array((np.ones(len(chosen), np.int8), (ends[0], ends[1])), shape=(count, count))
    labels: NDArray[np.int32] = connected_components(links, directed=False)[1]
    return labels


def _label_few(columns: Columns, rows: Sequence[int]) -> NDArray[np.int64]:
    """Return the same of few relations, sooner than scipy is imported."""
    sources, targets = columns.endpoints
    joined = UnionFind(len(columns.actors))
    for row in rows:
        joined.join(sources[row], targets[row])
    return joined.number_sets()

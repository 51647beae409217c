"""Work on ties in shares that are the same whoever does them: one process or several.

A share is a range of actors whose shortest paths are searched, or a batch of sampled pairs. How
the work is cut depends on the ties alone, and shares are added up in their order, so that the
same network gives the same bits with any number of workers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.analysis.large.edge_arrays import Ties

SHARE = 2e8  # steps of a share: about two seconds of work, so that progress is seen

Share = tuple[int, int]
Task = Callable[[Share], "NDArray[np.float64]"]


def shares(ties: Ties, steps: float | None = None) -> list[Share]:
    """Return the actors in ranges, whose searches make about so many steps each, or `SHARE`.

    Examples
    --------
    >>> import numpy as np
    >>> from graph.analysis.large.edge_arrays import Ties
    >>> shares(Ties(3, np.array([0, 1]), np.array([1, 2])))
    [(0, 3)]
    """
    size = max(1, int((steps or SHARE) // (ties.number + len(ties.sources) + 1)))
    starts = range(0, ties.number, size)
    return [(start, min(start + size, ties.number)) for start in starts]


def _betweenness(ties: Ties) -> Task:
    """Count the paths from the actors of a share, by the actors they lead through."""
    import numpy as np

    graph, weights = ties.graph(), _weights(ties)

    def task(share: Share) -> NDArray[np.float64]:
        return np.array(graph.betweenness(sources=range(*share), weights=weights))

    return task


def _closeness(ties: Ties) -> Task:
    """Return the closeness of a share, scaled by how many of all actors reach each."""
    import numpy as np

    graph, weights = ties.graph(), _weights(ties)

    def task(share: Share) -> NDArray[np.float64]:
        rows = list(range(*share))
        found = graph.closeness(rows, mode="in", weights=weights, normalized=True)
        if ties.directed:
            reach = graph.neighborhood_size(rows, order=ties.number, mode="in")
        else:
            reach = np.bincount(labels)[labels[rows]]
        near = np.array(reach) - 1
        return np.where(near > 0, np.array(found) * near / max(1, ties.number - 1), 0.0)

    labels = ties.labels
    return task


def _harmonic(ties: Ties) -> Task:
    """Return the sum of the reciprocals of the steps to the actors of a share."""
    import numpy as np

    graph, weights = ties.graph(), _weights(ties)

    def task(share: Share) -> NDArray[np.float64]:
        rows = list(range(*share))
        found = graph.harmonic_centrality(rows, mode="in", weights=weights, normalized=False)
        return np.nan_to_num(np.array(found, dtype=np.float64))

    return task


def _weights(ties: Ties) -> str | None:
    return None if ties.distances is None else "distance"


def _sampled(ties: Ties) -> Task:
    from graph.analysis.large.sampling import pair_shares

    return pair_shares(ties)


def _near(ties: Ties) -> Task:
    from graph.analysis.large.nearness import all_sums

    return all_sums(ties)


def _sampled_near(ties: Ties) -> Task:
    from graph.analysis.large.nearness import sampled_sums

    return sampled_sums(ties)


def _near_one_by_one(ties: Ties) -> Task:
    from graph.analysis.large.nearness import one_by_one

    return one_by_one(ties)


TASKS: Mapping[str, Callable[[Ties], Task]] = {
    "betweenness": _betweenness,
    "closeness": _closeness,
    "harmonic": _harmonic,
    "sampled": _sampled,
    "near": _near,
    "sampled near": _sampled_near,
    "near one by one": _near_one_by_one,
}


def serve(what: str, number: int, *, directed: bool, streams: tuple[IO[bytes], IO[bytes]]) -> None:
    """Do shares as another process asks for them, until it asks no more.

    Parameters
    ----------
    what
        A name in `TASKS`.
    number, directed
        As in `Ties`, whose arrays are read first.
    streams
        Where arrays are read, and where they are written; see `graph.analysis.large.piping`.

    Raises
    ------
    EOFError
        When the other process asks no more.
    """
    from graph.analysis.large.edge_arrays import Ties
    from graph.analysis.large.piping import receive, send

    asked, told = streams
    sources, targets, distances = (receive(asked) for _ in range(3))
    weighted = distances if len(distances) else None
    task = TASKS[what](Ties(number, sources, targets, weighted, directed))
    while True:
        start, end = receive(asked).tolist()
        send(told, task((start, end)))

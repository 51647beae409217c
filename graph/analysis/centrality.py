"""How central each actor is, by nine measures.

All are taken on a declared projection (`graph.projection`), written as networkx calls, and agree
with networkx's own results on it. In every one of them parallel relations are one tie, whose
weight is the sum of theirs; relations that are only disputed, and ties to oneself, are none.

=============== =================================================================================
degree          Actors one is tied to (Freeman, 1978); a count.
in_degree       Actors with a relation that points to one; a mutual relation points both ways.
out_degree      Actors a relation of one's own points to; likewise.
weighted_degree Sum of the weights of one's relations, in their unit (Barrat et al., 2004).
betweenness     Share of shortest paths between two others that lead through one, over all pairs
                of others (Freeman, 1977); 0 to 1.
closeness       Others reached over the sum of the steps to them, scaled by the share of actors
                reached (Sabidussi, 1966; Wasserman & Faust, 1994); 0 to 1, unless weighted.
harmonic        Sum of the reciprocals of the steps (Marchiori & Latora, 2000); from 0 to the
                number of others, unless weighted.
eigenvector     Being tied to those who are tied well (Bonacich, 1972), within the largest
                (strongly) connected part, elsewhere 0; the squares sum to 1.
pagerank        Where a random walker is found who restarts with a probability of 0.15 (Page et
                al., 1999); sums to 1.
=============== =================================================================================

**Direction.** Undirected unless asked otherwise. Directed, a mutual relation runs both ways;
betweenness counts paths along the arrows; closeness and harmonic take the steps that lead *to*
one; eigenvector and PageRank gain by the arrows that point to one. The four degrees are always
what their names say.

**Weight.** Ignored unless asked for. Weighted, strong ties are short ones (distance 1/weight
instead of one step) for betweenness, closeness and harmonic, and count for more in eigenvector
and PageRank.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph import nearest
from graph.errors import QuestionError
from graph.projection import Projection
from graph.records import Actor

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    from scipy import sparse

    from graph.network import Network

TIGHT = 1e-13
SMALL_PART = 100  # actors; up to here a dense matrix is quicker and surer
MANY_ROUNDS = 100_000

Scores = Mapping[int, float]
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, repr=False)
class Centrality:
    """Scores of every actor by one or several measures.

    Parameters
    ----------
    projection
        What the measures were taken on.
    actors
        The actors, the highest score of the first measure first, equal ones in row order.
    scores
        For each measure the actors' scores, in the order of `actors`.
    """

    projection: Projection
    actors: tuple[Actor, ...]
    scores: Mapping[str, tuple[float, ...]]

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures, in the order asked for."""
        return tuple(self.scores)

    @property
    def places(self) -> tuple[int, ...]:
        """Each actor's place by the first measure, from 1; equals share the better place."""
        scores = [round(score, 12) for score in self.scores[self.measures[0]]]
        first = {score: place for place, score in reversed(list(enumerate(scores, 1)))}
        return tuple(first[score] for score in scores)

    @property
    def frame(self) -> pd.DataFrame:
        """A row an actor: id, name, kind, and a column a measure; the highest first."""
        import pandas as pd

        known = {name: [getattr(a, name) for a in self.actors] for name in ("id", "name", "kind")}
        return pd.DataFrame({**known, **self.scores})

    def top(self, number: int) -> Centrality:
        """Return the answer for the first actors alone."""
        scores = {measure: values[:number] for measure, values in self.scores.items()}
        return Centrality(self.projection, self.actors[:number], scores)

    def __str__(self) -> str:
        first = self.measures[0]
        leaders = zip(self.actors[:3], self.scores[first], strict=False)
        named = ", ".join(f"{actor.name} ({score:.3g})" for actor, score in leaders)
        return f"Highest by {first}: {named}." if named else f"Nobody has a {first}."

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as data: a row an actor, as in JSON and on the page."""
        return {
            "measures": list(self.measures),
            "projection": {
                "directed": self.projection.directed,
                "weighted": self.projection.weighted,
            },
            "actors": [
                {"id": actor.id, "name": actor.name, "kind": actor.kind}
                | {measure: values[place] for measure, values in self.scores.items()}
                for place, actor in enumerate(self.actors)
            ],
        }

    def __repr__(self) -> str:
        return f"<Centrality: {', '.join(self.measures)} of {len(self.actors)} actors>"

    def _repr_html_(self) -> str:
        from graph.visible import visible

        shown = self.frame.assign(
            **{name: self.frame[name].map(visible) for name in ("id", "name", "kind")}
        )
        return shown.to_html(max_rows=30, float_format="{:.4g}".format)


def centrality(
    network: Network,
    *measures: str,
    directed: bool = False,
    weighted: bool = False,
    progress: Progress | None = None,
) -> Centrality:
    """Return the actors' scores by the measures asked for; none means all nine.

    Parameters
    ----------
    network
        What its filters keep is all that counts.
    measures
        Names from this module's table; actors are ranked by the first.
    directed, weighted
        The projection; see `graph.projection`. Degrees do not depend on it.
    progress
        Called with a measure's name, how many are done and how many there are, before each.

    Raises
    ------
    QuestionError
        When there is no such measure.

    Examples
    --------
    >>> import networkx as nx
    >>> from graph import Network
    >>> star = Network.from_graph(nx.star_graph(3))
    >>> centrality(star, "betweenness", "degree").frame[["id", "betweenness", "degree"]].values[0]
    array(['0', 1.0, 3], dtype=object)
    """
    asked = list(dict.fromkeys(measures)) or list(MEASURES)
    for name in asked:
        if name not in MEASURES:
            hint = nearest.hint(name, list(MEASURES)) or f"There are: {', '.join(MEASURES)}."
            raise QuestionError("centrality", f"{name!r} is no measure. {hint}")
    projection = Projection(directed=directed, weighted=weighted)
    graph = projection.graph(network)
    results = {}
    for done, name in enumerate(asked):
        if progress is not None:
            progress(name, done, len(asked))
        results[name] = MEASURES[name](network, projection, graph)
    first = results[asked[0]]
    rows = sorted(network.actor_numbers, key=lambda row: (-round(first[row], 12), row))
    return Centrality(
        projection,
        tuple(map(network.columns.actor, rows)),
        {name: tuple(scores[row] for row in rows) for name, scores in results.items()},
    )


def _degree(network: Network, _: Projection, __: nx.Graph[int]) -> Scores:
    return dict(Projection().graph(network).degree())


def _in_degree(network: Network, _: Projection, __: nx.Graph[int]) -> Scores:
    return dict(Projection(directed=True).digraph(network).in_degree())


def _out_degree(network: Network, _: Projection, __: nx.Graph[int]) -> Scores:
    return dict(Projection(directed=True).digraph(network).out_degree())


def _weighted_degree(network: Network, _: Projection, __: nx.Graph[int]) -> Scores:
    return dict(Projection().graph(network).degree(weight="weight"))


def _betweenness(_: Network, projection: Projection, graph: nx.Graph[int]) -> Scores:
    import networkx as nx

    return nx.betweenness_centrality(graph, weight="distance" if projection.weighted else None)


def _closeness(_: Network, projection: Projection, graph: nx.Graph[int]) -> Scores:
    import networkx as nx

    return nx.closeness_centrality(graph, distance="distance" if projection.weighted else None)


def _harmonic(_: Network, projection: Projection, graph: nx.Graph[int]) -> Scores:
    import networkx as nx

    return nx.harmonic_centrality(graph, distance="distance" if projection.weighted else None)


def _eigenvector(_: Network, projection: Projection, graph: nx.Graph[int]) -> Scores:
    import networkx as nx

    scores = dict.fromkeys(graph, 0.0)
    part = _largest_part(graph)
    if len(part) > 1:
        weight = "weight" if projection.weighted else None
        ties = nx.to_scipy_sparse_array(graph, part, weight=weight)
        scores |= zip(part, _leading_vector(ties.T / ties.max()), strict=True)
    return scores


def _leading_vector(ties: sparse.sparray) -> Sequence[float]:
    """Return the positive eigenvector of a connected part's matrix, of length 1.

    networkx's own power iteration doesn't end on long chains, and stops short of the answer
    where weights are far below 1. The start is set, so that every run gives the same.
    """
    import numpy as np
    from scipy.sparse.linalg import eigs

    size = ties.shape[0]
    if size <= SMALL_PART:
        values, vectors = np.linalg.eig(ties.toarray())
        leading = vectors[:, np.argmax(values.real)].real
    else:
        leading = eigs(ties, k=1, which="LR", v0=np.ones(size))[1][:, 0].real
    scores: list[float] = np.abs(leading / np.linalg.norm(leading)).round(12).tolist()
    return scores


def _largest_part(graph: nx.Graph[int]) -> Sequence[int]:
    """Return the largest (strongly) connected part; among equals the one with the first row."""
    import networkx as nx

    parts = (
        nx.strongly_connected_components(graph)
        if isinstance(graph, nx.DiGraph)
        else nx.connected_components(graph)
    )
    ordered = [sorted(part) for part in parts]
    return min(ordered, key=lambda part: (-len(part), part[0]), default=[])


def _pagerank(_: Network, projection: Projection, graph: nx.Graph[int]) -> Scores:
    import networkx as nx

    if not graph:
        return {}
    weight = "weight" if projection.weighted else None
    return nx.pagerank(graph, tol=TIGHT, max_iter=MANY_ROUNDS, weight=weight)


MEASURES: Mapping[str, Callable[[Network, Projection, nx.Graph[int]], Scores]] = {
    "degree": _degree,
    "in_degree": _in_degree,
    "out_degree": _out_degree,
    "weighted_degree": _weighted_degree,
    "betweenness": _betweenness,
    "closeness": _closeness,
    "harmonic": _harmonic,
    "eigenvector": _eigenvector,
    "pagerank": _pagerank,
}

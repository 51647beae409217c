"""A graph that networkx's functions take, held in columns and handed to igraph when asked for."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

Rows = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]
Column = Sequence[Any] | npt.NDArray[Any]

LARGEST = 2**53  # integers beyond it are not all doubles


class Graph:
    """A simple graph, directed or not, of which nodes and edges are columns.

    Its nodes and edges are listed in the order in which networkx would list them, had they been
    added to an empty networkx graph in the order given: first all nodes, then all edges.

    Parameters
    ----------
    nodes
        The nodes, each once; any hashable values but None.
    sources, targets
        An edge's ends, as positions in `nodes`. No pair may come twice.
    directed
        Whether an edge runs from its source to its target only.
    attributes
        For each attribute its values, one an edge. An attribute that is not there is 1.
    adjacency
        How many neighbours each node has and who they are, when their order is another one.

    Raises
    ------
    ValueError
        When columns differ in length, a position is no node's, or a pair comes twice.

    Examples
    --------
    >>> import networkx as nx
    >>> star = Graph.from_edges(["a", "b", "c"], [0, 0], [1, 2], directed=False)
    >>> nx.degree_centrality(star)
    {'a': 1.0, 'b': 0.5, 'c': 0.5}
    """

    __networkx_backend__ = "igraph"

    def __init__(  # noqa: PLR0913 - columns by name
        self,
        nodes: Sequence[Hashable],
        sources: Column,
        targets: Column,
        *,
        directed: bool,
        attributes: Mapping[str, Column] | None = None,
        adjacency: tuple[Column, Column] | None = None,
    ) -> None:
        self.node_list = nodes
        self.sources: Rows = np.asarray(sources, dtype=np.int64)
        self.targets: Rows = np.asarray(targets, dtype=np.int64)
        self.attributes = dict(attributes or {})
        self._directed = directed
        self._adjacency = adjacency
        self.graph: dict[str, Any] = {}

    @classmethod
    def from_edges(
        cls,
        nodes: Sequence[Hashable],
        sources: Column,
        targets: Column,
        *,
        directed: bool,
        attributes: Mapping[str, Column] | None = None,
    ) -> Graph:
        """Return the graph of these columns, checked; the class says what they are.

        Examples
        --------
        >>> pair = Graph.from_edges("ab", [0], [1], directed=True, attributes={"weight": [2.5]})
        >>> list(pair.edges)
        [('a', 'b')]
        """
        graph = cls(nodes, sources, targets, directed=directed, attributes=attributes)
        graph._check()
        return graph

    def _check(self) -> None:
        edges = len(self.sources)
        columns = {"targets": self.targets, **self.attributes}
        for name, column in columns.items():
            if len(column) != edges:
                raise ValueError(f"{name} has {len(column)} values for {edges} edges")
        if not edges:
            return
        low, high = np.minimum(self.sources, self.targets), np.maximum(self.sources, self.targets)
        if low.min() < 0 or high.max() >= len(self.node_list):
            raise ValueError(f"an edge's end is none of the {len(self.node_list)} nodes")
        first, second = (self.sources, self.targets) if self._directed else (low, high)
        pairs = np.sort(first * len(self.node_list) + second)
        if (pairs[1:] == pairs[:-1]).any():
            raise ValueError("two edges join the same pair; a simple graph has one")

    def is_directed(self) -> bool:
        """Whether edges have a direction."""
        return self._directed

    def is_multigraph(self) -> bool:
        """Whether two edges may join the same pair: never."""
        return False

    def __len__(self) -> int:
        return len(self.node_list)

    def __iter__(self) -> Iterator[Hashable]:
        return iter(self.node_list)

    def __contains__(self, node: object) -> bool:
        try:
            return node in self.positions
        except TypeError:  # as networkx: what cannot be hashed is no node
            return False

    @property
    def nodes(self) -> Sequence[Hashable]:
        """The nodes in their order."""
        return self.node_list

    @property
    def edges(self) -> list[tuple[Hashable, Hashable]]:
        """The edges as pairs of nodes, in networkx's order and the way round it lists them."""
        first, second, _ = self.listed_edges
        nodes = self.node_list
        return [(nodes[u], nodes[v]) for u, v in zip(first.tolist(), second.tolist(), strict=True)]

    def number_of_nodes(self) -> int:
        """Return how many nodes there are."""
        return len(self.node_list)

    def number_of_edges(self) -> int:
        """Return how many edges there are, loops included."""
        return len(self.sources)

    @cached_property
    def positions(self) -> dict[Hashable, int]:
        """Each node's position among the nodes."""
        return {node: row for row, node in enumerate(self.node_list)}

    @property
    def _adj(self) -> dict[Hashable, int]:
        return self.positions  # all that networkx's own `nbunch_iter` looks at

    def nbunch_iter(self, nbunch: Hashable | Iterable[Hashable] = None) -> Iterator[Hashable]:
        """Iterate over those of the given nodes that are in the graph, as networkx does."""
        import networkx as nx

        return nx.Graph.nbunch_iter(self, nbunch)  # type: ignore[arg-type]

    def by_node(self, values: Iterable[Any]) -> dict[Hashable, Any]:
        """Return a value a node, keyed by node in their order."""
        return dict(zip(self.node_list, values, strict=True))

    @cached_property
    def loops(self) -> bool:
        """Whether any edge leads from a node to itself."""
        return bool((self.sources == self.targets).any())

    @cached_property
    def igraph(self) -> Any:  # noqa: ANN401 - igraph ships no annotations
        """The same graph as an `igraph.Graph`; edge numbers are those of the columns."""
        import igraph

        # igraph reads pairs of Python integers several times faster than numpy's.
        ends = list(zip(self.sources.tolist(), self.targets.tolist(), strict=True))
        return igraph.Graph(len(self.node_list), ends, directed=self._directed)

    @cached_property
    def neighbours(self) -> tuple[Rows, Rows, Rows]:
        """Neighbours (successors) by node, in networkx's order.

        Returns
        -------
        Where each node's share begins (one more than nodes), the neighbours, and which edge each
        is reached by.
        """
        count = len(self.node_list)
        if self._adjacency is not None:
            lengths, ends = (np.asarray(column, dtype=np.int64) for column in self._adjacency)
            rows = np.repeat(np.arange(count), lengths)
            return np.concatenate(([0], np.cumsum(lengths))), ends, self._edge_numbers(rows, ends)
        numbers = np.arange(len(self.sources))
        rows, ends = self.sources, self.targets
        if not self._directed:
            other = self.sources != self.targets
            rows = np.concatenate((rows, self.targets[other]))
            ends = np.concatenate((ends, self.sources[other]))
            numbers = np.concatenate((numbers, numbers[other]))
        order = np.argsort(rows * max(len(self.sources), 1) + numbers)
        starts = np.concatenate(([0], np.cumsum(np.bincount(rows, minlength=count))))
        return starts, ends[order], numbers[order]

    def _edge_numbers(self, rows: Rows, ends: Rows) -> Rows:
        count = len(self.node_list)
        if self._directed:
            return np.arange(len(ends))
        own = np.minimum(self.sources, self.targets) * count + np.maximum(
            self.sources, self.targets
        )
        wanted = np.minimum(rows, ends) * count + np.maximum(rows, ends)
        order = np.argsort(own)
        numbers: Rows = order[np.searchsorted(own[order], wanted)]
        return numbers

    @cached_property
    def listed_edges(self) -> tuple[Rows, Rows, Rows]:
        """The edges in networkx's order: first ends, second ends, edge numbers."""
        starts, ends, numbers = self.neighbours
        rows = np.repeat(np.arange(len(self.node_list)), np.diff(starts))
        if self._directed:
            return rows, ends, numbers
        once = ends >= rows
        return rows[once], ends[once], numbers[once]

    def column(self, name: str | None) -> Numbers:
        """Return an attribute's values as doubles, one an edge; 1 where there is no such attribute.

        Raises
        ------
        NotImplementedError
            When they are not finite numbers, so that networkx may say what it says.
        """
        if name is None or name not in self.attributes:
            return np.ones(len(self.sources))
        try:
            values: Numbers = np.asarray(self.attributes[name], dtype=np.float64)
        except (TypeError, ValueError) as error:
            raise NotImplementedError(f"{name!r} holds what is not a number") from error
        if not np.isfinite(values).all():
            raise NotImplementedError(f"{name!r} holds what is not finite")
        return values

    def whole(self, name: str | None) -> bool:
        """Whether an attribute holds integers only, so that its sums are integers too."""
        if name is None or name not in self.attributes:
            return True
        values = self.attributes[name]
        if isinstance(values, np.ndarray) and values.dtype != object:
            return bool(np.issubdtype(values.dtype, np.integer))
        return all(isinstance(value, int) for value in values)

    def lengths(self, name: str | None, *, positive: bool = False) -> Numbers | None:
        """Return an attribute's values as lengths for igraph's searches; None for single steps.

        Raises
        ------
        NotImplementedError
            When one is negative (or zero, where that is refused), or sums would not be exact.
        """
        if name is None:
            return None
        values = self.column(name)
        if len(values) and (values.min() < 0 or (positive and values.min() == 0)):
            raise NotImplementedError(f"igraph takes no such lengths as {name!r} holds")
        if len(values) and np.abs(values).sum() >= LARGEST:
            raise NotImplementedError(f"{name!r} holds lengths whose sums are not exact")
        return values

    def matrix(self, name: str | None) -> Any:  # noqa: ANN401 - scipy ships no annotations
        """Return the weighted adjacency as a `scipy.sparse` array in CSR, nodes in their order."""
        from scipy import sparse

        data, rows, ends = self.column(name), self.sources, self.targets
        if not self._directed:
            other = slice(None) if not self.loops else rows != ends
            data = np.concatenate((data, data[other]))
            rows, ends = np.concatenate((rows, ends[other])), np.concatenate((ends, rows[other]))
        shape = (len(self.node_list), len(self.node_list))
        return sparse.coo_array((data, (rows, ends)), shape=shape).tocsr()

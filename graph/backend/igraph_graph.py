"""A graph in columns that networkx's functions accept, converted to igraph when needed."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from graph.backend.numeric_columns import Column, Numbers, has_integers, read_numbers

Rows = npt.NDArray[np.int64]

LARGEST = 2**53  # not all larger integers can be doubles


class Graph:
    """A simple graph, directed or not, with nodes and edges in columns.

    Its nodes and edges have the order of a networkx graph to which first all nodes and then all
    edges were added in this order.

    Parameters
    ----------
    nodes
        The nodes, each once; any hashable values but None.
    sources, targets
        The ends of each edge, as positions in `nodes`. A pair must not occur twice.
    directed
        Whether an edge runs from its source to its target only.
    attributes
        For each attribute a value for each edge. A missing attribute is 1.
    adjacency
        The number of neighbours of each node, and the neighbours, when their order is different.

    Raises
    ------
    ValueError
        When columns differ in length, a position is not in `nodes`, or a pair occurs twice.

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
        """Make a graph of these columns and check them; see the class.

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
            raise ValueError(f"an edge's end is not one of the {len(self.node_list)} nodes")
        first, second = (self.sources, self.targets) if self._directed else (low, high)
        pairs = np.sort(first * len(self.node_list) + second)
        if (pairs[1:] == pairs[:-1]).any():
            raise ValueError("two edges have the same ends; a simple graph has only one")

    def is_directed(self) -> bool:
        """Whether edges have a direction."""
        return self._directed

    def is_multigraph(self) -> bool:
        """Whether two edges may join the same pair: never."""
        return False

    def __str__(self) -> str:
        """Return networkx's summary, which its errors quote."""
        name = self.graph.get("name")
        return (
            f"{'DiGraph' if self._directed else 'Graph'}{f' named {name!r}' if name else ''}"
            f" with {len(self)} nodes and {self.number_of_edges()} edges"
        )

    def __len__(self) -> int:
        return len(self.node_list)

    def __iter__(self) -> Iterator[Hashable]:
        return iter(self.node_list)

    def __contains__(self, node: object) -> bool:
        try:
            return node in self.positions
        except TypeError:  # as in networkx: a value that cannot be hashed is not a node
            return False

    @property
    def nodes(self) -> Sequence[Hashable]:
        """The nodes in their order."""
        return self.node_list

    @property
    def edges(self) -> list[tuple[Hashable, Hashable]]:
        """The edges as pairs of nodes, in networkx's order and direction."""
        first, second, _ = self.list_edges()
        nodes = self.node_list
        return [(nodes[u], nodes[v]) for u, v in zip(first.tolist(), second.tolist(), strict=True)]

    def number_of_nodes(self) -> int:
        """Return the number of nodes."""
        return len(self.node_list)

    def number_of_edges(self) -> int:
        """Return the number of edges, with loops."""
        return len(self.sources)

    @cached_property
    def positions(self) -> dict[Hashable, int]:
        """Each node's position among the nodes."""
        return {node: row for row, node in enumerate(self.node_list)}

    @property
    def _adj(self) -> dict[Hashable, int]:
        return self.positions  # networkx's own `nbunch_iter` only needs the keys

    def nbunch_iter(self, nbunch: Hashable | Iterable[Hashable] = None) -> Iterator[Hashable]:
        """Iterate over the given nodes that are in the graph, as networkx does."""
        import networkx as nx

        return nx.Graph.nbunch_iter(self, nbunch)  # type: ignore[arg-type]

    def map_to_nodes(self, values: Iterable[Any]) -> dict[Hashable, Any]:
        """Map values to nodes, in the order of the nodes."""
        return dict(zip(self.node_list, values, strict=True))

    @cached_property
    def has_loops(self) -> bool:
        """Whether the graph has a loop."""
        return bool((self.sources == self.targets).any())

    @cached_property
    def igraph(self) -> Any:  # noqa: ANN401 - igraph ships no annotations
        """The same graph as an `igraph.Graph`; edge numbers are those of the columns."""
        import igraph

        # igraph reads pairs of Python integers several times faster than numpy's.
        ends = zip(self.sources.tolist(), self.targets.tolist(), strict=True)
        return igraph.Graph(len(self.node_list), ends, directed=self._directed)

    @cached_property
    def neighbours(self) -> tuple[Rows, Rows, Rows]:
        """Neighbours (successors) by node, in networkx's order.

        Returns
        -------
        Where each node's neighbours begin (a number more than nodes), the neighbours, and the
        number of the edge to each.
        """
        count = len(self.node_list)
        if self._adjacency is not None:
            lengths, ends = (np.asarray(column, dtype=np.int64) for column in self._adjacency)
            rows = np.repeat(np.arange(count), lengths)
            return (
                np.concatenate(([0], np.cumsum(lengths))),
                ends,
                self._find_edge_numbers(rows, ends),
            )
        numbers = np.arange(len(self.sources))
        rows, ends = self.sources, self.targets
        if not self._directed:
            no_loop = self.sources != self.targets
            rows = np.concatenate((rows, self.targets[no_loop]))
            ends = np.concatenate((ends, self.sources[no_loop]))
            numbers = np.concatenate((numbers, numbers[no_loop]))
        order = np.argsort(rows * max(len(self.sources), 1) + numbers)
        starts = np.concatenate(([0], np.cumsum(np.bincount(rows, minlength=count))))
        return starts, ends[order], numbers[order]

    def _find_edge_numbers(self, rows: Rows, ends: Rows) -> Rows:
        count = len(self.node_list)
        if self._directed:
            return np.arange(len(ends))
        own = np.minimum(self.sources, self.targets) * count + np.maximum(
            self.sources, self.targets
        )
        keys = np.minimum(rows, ends) * count + np.maximum(rows, ends)
        order = np.argsort(own)
        numbers: Rows = order[np.searchsorted(own[order], keys)]
        return numbers

    def list_edges(self, numbers: Rows | None = None) -> tuple[Rows, Rows, Rows]:
        """List edges in networkx's order: first ends, second ends, edge numbers.

        Parameters
        ----------
        numbers
            The edges, ascending; None for all.
        """
        numbers = np.arange(len(self.sources)) if numbers is None else numbers
        first, second = self.sources[numbers], self.targets[numbers]
        if not self._directed:  # networkx lists an edge at its earlier node
            first, second = np.minimum(first, second), np.maximum(first, second)
        order = np.argsort(first * max(len(self.sources), 1) + numbers)
        return first[order], second[order], numbers[order]

    def read_column(self, name: str | None) -> Numbers:
        """Read an attribute as doubles, a value for each edge; 1 where the attribute is missing.

        Raises
        ------
        NotImplementedError
            When a value is not a finite number; networkx then answers or raises its own error.
        """
        if name is None or name not in self.attributes:
            return np.ones(len(self.sources))
        return read_numbers(name, self.attributes[name])

    def has_integers(self, name: str | None) -> bool:
        """Return whether an attribute has only integers, so that its sums are integers, too."""
        if name is None or name not in self.attributes:
            return True
        return has_integers(self.attributes[name])

    def read_lengths(self, name: str | None, *, positive: bool = False) -> Numbers | None:
        """Read an attribute as lengths for igraph's searches; None for steps.

        Raises
        ------
        NotImplementedError
            When a length is negative (or zero, with `positive`), or sums would not be exact.
        """
        if name is None:
            return None
        values = self.read_column(name)
        if len(values) and (values.min() < 0 or (positive and values.min() == 0)):
            raise NotImplementedError(f"igraph does not accept the lengths in {name!r}")
        if len(values) and np.abs(values).sum() >= LARGEST:
            raise NotImplementedError(f"{name!r} has lengths whose sums are not exact")
        return values

    def list_entries(self, name: str | None) -> tuple[Numbers, Rows, Rows]:
        """List the entries of the weighted adjacency matrix: values, rows, columns."""
        data, rows, ends = self.read_column(name), self.sources, self.targets
        if not self._directed:
            no_loop = slice(None) if not self.has_loops else rows != ends
            data = np.concatenate((data, data[no_loop]))
            rows, ends = (
                np.concatenate((rows, ends[no_loop])),
                np.concatenate((ends, rows[no_loop])),
            )
        return data, rows, ends

    def to_matrix(self, name: str | None) -> Any:  # noqa: ANN401 - scipy ships no annotations
        """Convert to the weighted adjacency matrix, a `scipy.sparse` array in CSR."""
        from scipy import sparse

        data, rows, ends = self.list_entries(name)
        shape = (len(self.node_list), len(self.node_list))
        return sparse.coo_array((data, (rows, ends)), shape=shape).tocsr()

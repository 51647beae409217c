"""Build pyvis's nodes, edges and options from a network and positions.

pyvis holds what vis-network draws, except for what depends on the reader's screen and choices:
the page sets the sizes and colours of marks and bends parallel lines (``view/canvas.js``).

pyvis's own ``add_node`` and ``add_edge`` scan all nodes at each call; `Canvas` looks them up in
pyvis's dictionary instead.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from graph.layout.styles import KindStyle, TypeStyle

if TYPE_CHECKING:
    from pyvis.network import Network as PyvisNetwork

PAINTED_FROM = 500  # relations; from here on the page paints by itself, without vis-network
THIN_FROM = 2_000  # relations; from here on, lines are thinner
PLAIN_FROM = 5_000  # relations; from here on, arrows and dashes take most of a frame
LOOP = 16  # canvas pixels; the radius of a relation of an actor to itself

Options = dict[str, Any]


def make_canvas() -> "PyvisNetwork":
    """Make an empty directed pyvis network that looks up its nodes without scanning.

    Examples
    --------
    >>> net = make_canvas()
    >>> net.add_node(0, x=10, y=20)
    >>> net.add_edge(0, 0, arrows="to")
    >>> net.nodes, net.edges
    ([{'x': 10, 'y': 20, 'id': 0, 'shape': 'dot'}], [{'arrows': 'to', 'from': 0, 'to': 0}])
    """
    from pyvis.edge import Edge
    from pyvis.network import Network

    class Canvas(Network):  # type: ignore[misc]  # pyvis ships no annotations
        def add_node(self, n_id: int, shape: str = "dot", **options: Any) -> None:  # noqa: ANN401
            if n_id in self.node_map:
                return
            node = {**options, "id": n_id, "shape": shape}
            self.nodes.append(node)
            self.node_ids.append(n_id)
            self.node_map[n_id] = node

        def add_edge(self, source: int, to: int, **options: Any) -> None:  # noqa: ANN401
            for end in (source, to):
                if end not in self.node_map:
                    raise KeyError(end)
            self.edges.append(Edge(source, to, directed=True, **options).options)

    return Canvas(directed=True, cdn_resources="in_line")


def draw_network(
    positions: Sequence[tuple[int, int]],
    kinds: Sequence[int],
    relations: Sequence[tuple[int, int, int]],
    styles: tuple[Sequence[KindStyle], Sequence[TypeStyle]],
    mutual: Sequence[bool],
) -> "PyvisNetwork":
    """Draw actors and relations as a pyvis network; the ids are row numbers.

    Parameters
    ----------
    positions
        The position of each actor, in canvas pixels (y grows downwards).
    kinds
        The kind of each actor, as an index into the kinds' styles.
    relations
        Source row, target row and type (an index into the types' styles) of each relation.
        Parallel relations stay separate.
    styles
        The kinds' and the types' styles.
    mutual
        For each type, whether it is mutual and so has no arrow.

    Examples
    --------
    >>> line = {"color": "#009E73", "dashes": []}
    >>> mark = {"shape": "dot", "color": "#0072B2"}
    >>> net = draw_network([(0, 0), (90, 0)], [0, 0], [(0, 1, 0)], ([mark], [line]), [True])
    >>> net.edges
    [{'color': '#009E73', 'dashes': False, 'arrows': '', 'from': 0, 'to': 1}]
    """
    net = make_canvas()
    net.options = build_options(len(relations))
    kind_style, type_style = styles
    for row, ((x, y), kind) in enumerate(zip(positions, kinds, strict=True)):
        net.add_node(row, x=x, y=y, shape=kind_style[kind]["shape"])
    plain = len(relations) >= PLAIN_FROM
    edge_options = [
        _build_edge_options(style, is_mutual, plain=plain)
        for style, is_mutual in zip(type_style, mutual, strict=True)
    ]
    loops = _iter_loops(relations)
    for (source, target, kind), loop in zip(relations, loops, strict=True):
        net.add_edge(source, target, **edge_options[kind], **loop)
    return net


def _build_edge_options(style: TypeStyle, mutual: bool, *, plain: bool) -> Options:  # noqa: FBT001
    return {
        "color": style["color"],
        "dashes": False if plain else style["dashes"] or False,
        "arrows": "" if plain or mutual else "to",
    }


def _iter_loops(relations: Iterable[tuple[int, int, int]]) -> Iterator[Options]:
    """Yield the loop of each relation of an actor to itself, outside the loop before."""
    counts: Counter[int] = Counter()
    none: Options = {}  # one for all: there may be a million
    for source, target, _ in relations:
        if source == target:
            yield {"selfReference": _build_loop(counts[source])}
            counts[source] += 1
        else:
            yield none


def _build_loop(index: int) -> Options:
    return {"size": LOOP + 8 * index, "angle": 0.785, "renderBehindTheNode": True}


def build_options(relations: int) -> Options:
    """Build vis-network's options for a number of relations.

    Examples
    --------
    >>> build_options(10)["edges"]["width"], build_options(3_000)["edges"]["width"]
    (1.5, 1)
    """
    moving = relations >= PLAIN_FROM
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {
            "hover": False,  # the page answers to pointing without drawing everything again
            "hideEdgesOnDrag": moving,
            "hideEdgesOnZoom": moving,
        },
        "nodes": {"borderWidth": 1.5, "labelHighlightBold": False},
        "edges": {
            "width": 1.5 if relations < THIN_FROM else 1,
            "smooth": False,
            "arrowStrikethrough": False,
            "arrows": {"to": {"scaleFactor": 0.55}, "from": {"scaleFactor": 0.55}},
            "color": {"inherit": False},
        },
    }

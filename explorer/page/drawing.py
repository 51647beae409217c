"""Network and positions -> pyvis's nodes, edges and options.

pyvis holds what vis-network draws, but for what follows from the reader's screen and choices: the
page itself sets the marks' sizes and colours and bends parallel lines (``view/canvas.js``).

pyvis's own ``add_node`` and ``add_edge`` scan every node for each one added; `Canvas` asks the
dictionary pyvis keeps beside its lists instead.
"""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from explorer.page.style import KindStyle, TypeStyle

if TYPE_CHECKING:
    from pyvis.network import Network as PyvisNetwork

HOVER_BELOW = 2_000  # from here on, redrawing on every hover is felt
PLAIN_FROM = 5_000  # from here on, arrows and dashes cost most of a frame
LOOP = 16  # radius of a tie to oneself, in canvas pixels

Options = dict[str, Any]


def canvas() -> "PyvisNetwork":
    """Return an empty directed pyvis network that finds its nodes without scanning for them.

    Examples
    --------
    >>> net = canvas()
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


def draw(
    positions: Sequence[tuple[int, int]],
    kinds: Sequence[int],
    relations: Sequence[tuple[int, int, int]],
    styles: tuple[Sequence[KindStyle], Sequence[TypeStyle]],
    mutual: Sequence[bool],
) -> "PyvisNetwork":
    """Return the pyvis network of actors and relations, each with its row number as its id.

    Parameters
    ----------
    positions
        An actor's place each, in canvas pixels (y grows downwards).
    kinds
        An actor's kind each, as an index into the kinds' styles.
    relations
        Source row, target row and type (an index into the types' styles) of each relation.
        Parallel ones stay apart.
    styles
        The kinds' and the types' styles.
    mutual
        For each type, whether it holds both ways and so has no arrow.

    Examples
    --------
    >>> line = {"color": "#009E73", "dashes": []}
    >>> mark = {"shape": "dot", "color": "#0072B2"}
    >>> net = draw([(0, 0), (90, 0)], [0, 0], [(0, 1, 0)], ([mark], [line]), [True])
    >>> net.edges
    [{'color': '#009E73', 'dashes': False, 'arrows': '', 'from': 0, 'to': 1}]
    """
    net = canvas()
    net.options = options(len(relations))
    kind_style, type_style = styles
    for row, ((x, y), kind) in enumerate(zip(positions, kinds, strict=True)):
        net.add_node(row, x=x, y=y, shape=kind_style[kind]["shape"])
    plain = len(relations) >= PLAIN_FROM
    looks = [
        _look(style, both, plain=plain) for style, both in zip(type_style, mutual, strict=True)
    ]
    loops = _loops([(source, target) for source, target, _ in relations])
    for (source, target, kind), loop in zip(relations, loops, strict=True):
        net.add_edge(source, target, **looks[kind], **loop)
    return net


def _look(style: TypeStyle, mutual: bool, *, plain: bool) -> Options:  # noqa: FBT001
    return {
        "color": style["color"],
        "dashes": False if plain else style["dashes"] or False,
        "arrows": "" if plain or mutual else "to",
    }


def _loops(pairs: Sequence[tuple[int, int]]) -> list[Options]:
    """Return the shape of each tie to oneself, further out than the one before; else nothing."""
    seen: Counter[int] = Counter()
    shapes: list[Options] = []
    for source, target in pairs:
        shapes.append({"selfReference": _loop(seen[source])} if source == target else {})
        seen[source] += source == target
    return shapes


def _loop(place: int) -> Options:
    return {"size": LOOP + 8 * place, "angle": 0.785, "renderBehindTheNode": True}


def options(relations: int) -> Options:
    """Return vis-network's options for a network of that many relations.

    Examples
    --------
    >>> options(10)["interaction"]["hover"], options(3_000)["interaction"]["hover"]
    (True, False)
    """
    moving = relations >= PLAIN_FROM
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {
            "hover": relations < HOVER_BELOW,
            "hideEdgesOnDrag": moving,
            "hideEdgesOnZoom": moving,
        },
        "nodes": {"borderWidth": 1.5, "labelHighlightBold": False},
        "edges": {
            "width": 1.5 if relations < HOVER_BELOW else 1,
            "smooth": False,
            "arrowStrikethrough": False,
            "arrows": {"to": {"scaleFactor": 0.55}},
            "color": {"inherit": False},
        },
    }

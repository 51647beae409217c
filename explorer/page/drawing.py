"""Network and positions -> pyvis's nodes, edges and options.

pyvis holds what vis-network draws. Its own ``add_node`` and ``add_edge`` scan every node for each
one added; `Canvas` asks the dictionary pyvis keeps beside its lists instead.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import sqrt
from typing import TYPE_CHECKING, Any

from explorer.page.style import KindStyle, TypeStyle

if TYPE_CHECKING:
    from pyvis.network import Network as PyvisNetwork

SMALLEST, LARGEST = 8, 26  # an actor's radius, in canvas pixels
FAN = 0.14  # roundness from one of several parallel relations to the next
WIDEST = 0.7
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
        Parallel ones stay apart: they are fanned out as curves.
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
    [{'color': '#009E73', 'dashes': False, 'arrows': '', 'smooth': False, 'from': 0, 'to': 1}]
    """
    net = canvas()
    net.options = options(len(relations))
    pairs = [(source, target) for source, target, _ in relations]
    kind_style, type_style = styles
    for row, ((x, y), kind, size) in enumerate(
        zip(positions, kinds, sizes(len(positions), pairs), strict=True)
    ):
        net.add_node(row, x=x, y=y, size=size, physics=False, **kind_style[kind])
    plain = len(relations) >= PLAIN_FROM
    looks = [
        _look(style, both, plain=plain) for style, both in zip(type_style, mutual, strict=True)
    ]
    for (source, target, kind), curve in zip(relations, curves(pairs), strict=True):
        net.add_edge(source, target, **looks[kind], **curve)
    return net


def _look(style: TypeStyle, mutual: bool, *, plain: bool) -> Options:  # noqa: FBT001
    return {
        "color": style["color"],
        "dashes": False if plain else style["dashes"] or False,
        "arrows": "" if plain or mutual else "to",
    }


def sizes(actors: int, pairs: Sequence[tuple[int, int]]) -> list[int]:
    """Return each actor's radius in canvas pixels: its area grows with its number of relations.

    Parameters
    ----------
    actors
        How many there are.
    pairs
        Source and target row of each relation; parallel ones count one by one, a tie to oneself
        once.

    Examples
    --------
    >>> sizes(4, [(0, 1), (0, 2), (0, 0)])
    [26, 18, 18, 8]
    """
    degree = Counter(end for pair in pairs for end in set(pair))
    most = max(degree.values(), default=1)
    return [
        round(SMALLEST + (LARGEST - SMALLEST) * sqrt(degree[row] / most)) for row in range(actors)
    ]


def curves(pairs: Sequence[tuple[int, int]]) -> list[Options]:
    """Return how each relation is bent: alone it is straight, parallel ones make a fan.

    Parameters
    ----------
    pairs
        Source and target row of each relation. Both directions between two actors belong to one
        fan, and the side a relation takes follows from its place among them, not from its
        direction.

    Examples
    --------
    >>> curves([(0, 1), (2, 3), (1, 0)])[2]["smooth"]
    {'enabled': True, 'type': 'curvedCCW', 'roundness': 0.07}
    """
    fans: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for row, (source, target) in enumerate(pairs):
        fans[min(source, target), max(source, target)].append(row)
    bent: list[Options] = [{"smooth": False} for _ in pairs]
    for (one, other), rows in fans.items():
        for place, row in enumerate(rows):
            if one == other:
                bent[row] = {"smooth": False, "selfReference": _loop(place)}
            elif len(rows) > 1:
                flipped = pairs[row][0] != one
                bent[row] = {"smooth": _bend(place, len(rows), flipped=flipped)}
    return bent


def _bend(place: int, relations: int, *, flipped: bool) -> Options | bool:
    offset = place - (relations - 1) / 2
    if not offset:
        return False
    step = min(FAN, 2 * WIDEST / (relations - 1))
    side = "curvedCW" if (offset > 0) != flipped else "curvedCCW"
    return {"enabled": True, "type": side, "roundness": round(abs(offset) * step, 3)}


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

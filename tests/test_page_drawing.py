from typing import NoReturn

import pytest

from explorer.page.pyvis_network import build_options, draw_network, make_canvas

KINDS = [{"shape": "dot", "color": "#0072B2"}, {"shape": "square", "color": "#D55E00"}]
TYPES = [{"color": "#009E73", "dashes": []}, {"color": "#767676", "dashes": [2, 5]}]


def drawn(actors: int, relations: list[tuple[int, int, int]]):
    places = [(10 * row, row) for row in range(actors)]
    return draw_network(places, [0] * actors, relations, (KINDS, TYPES), [False, True])  # type: ignore[arg-type]


def test_nodes_are_placed_and_marked_by_kind():
    net = draw_network([(5, -5), (90, 0)], [1, 0], [(0, 1, 0)], (KINDS, TYPES), [False, True])  # type: ignore[arg-type]
    assert net.nodes[0] == {
        "id": 0,
        "x": 5,
        "y": -5,
        "shape": "square",
    }


def test_edges_have_their_types_line_and_an_arrow_unless_mutual():
    net = drawn(3, [(0, 1, 0), (2, 1, 1)])
    assert net.edges == [
        {
            "from": 0,
            "to": 1,
            "color": "#009E73",
            "dashes": False,
            "arrows": "to",
        },
        {"from": 2, "to": 1, "color": "#767676", "dashes": [2, 5], "arrows": ""},
    ]


def test_every_parallel_relation_is_an_edge():
    assert len(drawn(2, [(0, 1, 0), (0, 1, 0), (1, 0, 0)]).edges) == 3


def test_ties_to_oneself_are_loops_of_growing_size():
    edges = drawn(3, [(1, 1, 0), (0, 1, 0), (1, 1, 0), (2, 2, 0)]).edges
    sizes = [edge["selfReference"]["size"] if "selfReference" in edge else None for edge in edges]
    assert sizes == [16, None, 24, 16]


def test_a_drawing_of_many_relations_is_plain_and_hides_them_while_it_moves():
    relations = [(row % 100, (row + 1) % 100, 1 - row % 2) for row in range(5_000)]
    net = drawn(100, relations)
    assert {(edge["arrows"], edge["dashes"]) for edge in net.edges} == {("", False)}
    assert net.options["interaction"] == {
        "hover": False,
        "hideEdgesOnDrag": True,
        "hideEdgesOnZoom": True,
    }


def test_physics_is_off_and_positions_are_kept():
    assert build_options(3)["physics"] == {"enabled": False}
    assert build_options(3)["layout"] == {"improvedLayout": False}


class Unscannable(list):  # type: ignore[type-arg]
    """A list that may grow but not be searched or walked."""

    def __contains__(self, item: object) -> bool:
        raise AssertionError

    def __iter__(self) -> NoReturn:
        raise AssertionError


def test_nothing_is_scanned_for_what_is_added():
    net = make_canvas()
    net.nodes, net.node_ids, net.edges = Unscannable(), Unscannable(), Unscannable()
    for row in range(5_000):
        net.add_node(row, x=row, y=0)
    for row in range(5_000):
        net.add_edge(row, (row + 1) % 5_000, arrows="to")
    assert (len(net.nodes), len(net.node_ids), len(net.edges)) == (5_000, 5_000, 5_000)


def test_a_node_is_added_once_and_an_edge_needs_its_ends():
    net = make_canvas()
    net.add_node(0, x=1)
    net.add_node(0, x=2)
    assert net.nodes == [{"x": 1, "id": 0, "shape": "dot"}]
    with pytest.raises(KeyError):
        net.add_edge(0, 7)


def test_the_same_as_pyvis_draws_itself():
    from pyvis.network import Network

    theirs, ours = Network(directed=True), make_canvas()
    for net in (theirs, ours):
        net.add_node(0, shape="star", label="0", color="#000", x=4)
        net.add_node(1, shape="dot", label="1", color="#000", x=5)
        net.add_edge(0, 1, width=2)
    assert ours.nodes == theirs.nodes
    assert ours.edges == theirs.edges
    assert ours.get_edges() == theirs.get_edges()

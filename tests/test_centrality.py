"""Centrality, worked out by hand on K5, P3, a star and a few networks of relations."""

import math

import networkx as nx
import pytest
from tiny_network import network

import graph
from graph.analysis.facts.catalogue import MEASURE_FACTS

ROOT_2 = math.sqrt(2)


@pytest.fixture
def k5():
    """Everybody tied to everybody: 10 relations, nobody between, all alike."""
    return graph.Network.from_graph(nx.complete_graph(5))


@pytest.fixture
def p3():
    """A - B - C: B alone lies between the one pair of others."""
    return network("A ally B", "B ally C")


@pytest.fixture
def star():
    """One in the middle, four around: 6 pairs of others, all through the middle."""
    return network("M ally A", "M ally B", "M ally C", "M ally D")


@pytest.fixture
def chain():
    """A -> B -> C, and D whom nobody knows."""
    return network("A funds B", "B funds C", actors="A B C D")


def scores(net, measure, **projection):
    """Return the scores by actor, in row order."""
    answer = net.centrality(measure, **projection)
    by_actor = dict(zip((a.id for a in answer.actors), answer.scores[measure], strict=True))
    return [by_actor[actor.id] for actor in net.actor_rows]


def about(*numbers):
    return pytest.approx(numbers, abs=1e-12)


@pytest.mark.parametrize(
    ("measure", "score"),
    [
        ("degree", 4), ("in_degree", 4), ("out_degree", 4), ("weighted_degree", 4),
        ("weighted_in_degree", 4), ("weighted_out_degree", 4),
        ("betweenness", 0), ("closeness", 1), ("harmonic", 4),
        ("eigenvector", 1 / math.sqrt(5)), ("pagerank", 1 / 5), ("pn", 1),
    ],
)  # fmt: skip
def test_k5(k5, measure, score):
    assert scores(k5, measure) == about(*[score] * 5)


@pytest.mark.parametrize(
    ("measure", "end", "middle"),
    [
        ("degree", 1, 2),
        ("betweenness", 0, 1),
        ("closeness", 2 / 3, 1),
        ("harmonic", 3 / 2, 2),
        ("eigenvector", 1 / 2, ROOT_2 / 2),
        # x = 0.05 + 0.85 y / 2 and y = 0.05 + 1.7 x, so that 0.2775 x = 0.07125
        ("pagerank", 0.07125 / 0.2775, 1 - 2 * 0.07125 / 0.2775),
    ],
)
def test_p3(p3, measure, end, middle):
    assert scores(p3, measure) == about(end, middle, end)


@pytest.mark.parametrize(
    ("measure", "middle", "around"),
    [
        ("degree", 4, 1),
        ("betweenness", 1, 0),
        ("closeness", 1, 4 / 7),
        ("harmonic", 4, 1 + 3 / 2),
        ("eigenvector", ROOT_2 / 2, ROOT_2 / 4),
        # m = 0.03 + 3.4 a and a = 0.03 + 0.2125 m, so that 0.2775 m = 0.132
        ("pagerank", 0.132 / 0.2775, (1 - 0.132 / 0.2775) / 4),
    ],
)
def test_star(star, measure, middle, around):
    assert scores(star, measure) == about(middle, *[around] * 4)


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("degree", (1, 2, 1, 0)),
        ("in_degree", (0, 1, 1, 0)),
        ("out_degree", (1, 1, 0, 0)),
        ("betweenness", (0, 1 / 6, 0, 0)),  # one of the 6 ordered pairs of others
        ("closeness", (0, 1 / 3, 2 / 3 * 2 / 3, 0)),  # by hops that lead to one
        ("harmonic", (0, 1, 3 / 2, 0)),
    ],
)
def test_directed(chain, measure, expected):
    assert scores(chain, measure, directed=True) == about(*expected)


def test_directed_pagerank(chain):
    """A walker at C or D goes anywhere: every a = 0.0375 + 0.85 (c + d) / 4, and a = d."""
    a, b, c, d = scores(chain, "pagerank", directed=True)
    anywhere = (0.15 + 0.85 * (c + d)) / 4
    assert (a, b, c, d) == about(anywhere, anywhere + 0.85 * a, anywhere + 0.85 * b, anywhere)
    assert a + b + c + d == pytest.approx(1)


def test_a_mutual_relation_points_both_ways():
    net = network("A ally B", "A funds C")
    assert scores(net, "in_degree") == [1, 1, 1]
    assert scores(net, "out_degree") == [2, 1, 0]


def test_parallel_relations_are_one_tie_whose_weights_add_up():
    net = network("A funds B weight=2", "A ally B weight=0.5", "B funds A", "B funds C weight=4")
    assert scores(net, "degree") == [1, 2, 1]
    assert scores(net, "weighted_degree") == [3.5, 7.5, 4]
    assert scores(net, "out_degree") == [1, 2, 0]


def test_strong_ties_are_short_ones_when_weighted():
    net = network("A ally B weight=4", "B ally C weight=4", "A ally C")
    assert scores(net, "betweenness") == about(0, 0, 0)
    assert scores(net, "betweenness", weighted=True) == about(0, 1, 0)
    assert scores(net, "closeness", weighted=True) == about(2 / 0.75, 2 / 0.5, 2 / 0.75)
    assert scores(net, "harmonic", weighted=True) == about(6, 8, 6)


@pytest.mark.parametrize("weight", ["1e-6", "1", "1e6"])
def test_the_unit_of_weight_changes_no_eigenvector(weight):
    net = network(f"A ally B weight={weight}", f"B ally C weight={weight}")
    assert scores(net, "eigenvector", weighted=True) == about(1 / 2, ROOT_2 / 2, 1 / 2)
    assert sum(scores(net, "pagerank", weighted=True)) == pytest.approx(1)


def test_eigenvector_and_pagerank_heed_weights():
    """The matrix [[0, 3, 1], [3, 0, 0], [1, 0, 0]] has the root of 10 as its eigenvalue."""
    net = network("A ally B weight=3", "A ally C weight=1")
    ten = math.sqrt(10)
    assert scores(net, "eigenvector", weighted=True) == about(
        ROOT_2 / 2, 3 / ten * ROOT_2 / 2, 1 / ten * ROOT_2 / 2
    )
    _, b, c = scores(net, "pagerank", weighted=True)
    assert (b - 0.05) / (c - 0.05) == pytest.approx(3)


def test_eigenvector_of_a_long_chain():
    """Node k of a chain of n has the score sin(k pi / (n + 1)), to scale."""
    net = graph.Network.from_graph(nx.path_graph(700))
    length = math.sqrt(701 / 2)
    waves = [math.sin(k * math.pi / 701) / length for k in range(1, 701)]
    assert scores(net, "eigenvector") == pytest.approx(waves, abs=1e-9)


def test_ties_to_oneself_count_nowhere():
    net, plain = network("A ally A", "A ally B"), network("A ally B")
    assert net.centrality().scores == plain.centrality().scores


@pytest.mark.parametrize("actors", ["", "A", "A B C"])
@pytest.mark.parametrize("directed", [False, True])
def test_networks_without_relations(actors, directed):
    net = network(actors=actors)
    answer = net.centrality(directed=directed, weighted=True)
    size = len(actors.split())
    ranks = [1 / size] * size if size else []
    assert answer.undefined.keys() == {"eigenvector"}
    for measure, values in answer.scores.items():
        expected = {"pagerank": ranks, "pn": [1] * size}.get(measure, [0] * size)
        assert values == about(*expected)
    assert len(answer.frame) == size
    assert str(network().centrality("degree")) == "No actor has a degree."


# The answer


def test_the_highest_come_first_and_equals_in_row_order(star):
    answer = star.centrality("betweenness", "degree")
    assert [actor.id for actor in answer.actors] == ["M", "A", "B", "C", "D"]
    assert answer.measures == ("betweenness", "degree")
    assert answer.sentence == "Highest by betweenness: M (1), A (0), B (0)."
    assert answer.top(2).scores == {"betweenness": (1, 0), "degree": (4, 1)}


def test_the_frame_and_the_data_say_the_same(p3):
    answer = p3.centrality("degree", "betweenness", directed=True)
    assert answer.frame.values.tolist() == [
        ["B", "B", "person", 2, 1.0],
        ["A", "A", "person", 1, 0.0],
        ["C", "C", "person", 1, 0.0],
    ]
    assert list(answer.frame.columns) == ["id", "name", "kind", "degree", "betweenness"]
    assert answer.to_dict() == {
        "measures": ["degree", "betweenness"],
        "projection": {"directed": True, "weighted": False, "signs": None, "outward": False},
        "projections": {
            "degree": {"directed": False, "weighted": False, "signs": "all", "outward": False},
            "betweenness": {"directed": True, "weighted": False, "signs": "all", "outward": False},
        },
        "facts": {name: MEASURE_FACTS[name].to_dict() for name in ("degree", "betweenness")},
        "sampled": {},
        "undefined": {},
        "notes": [
            "degree: not changed by the option directed.",
            "betweenness: 2 of 3 scores are 0, so it ranks only the other one.",
        ],
        "actors": [
            {"id": "B", "name": "B", "kind": "person", "degree": 2, "betweenness": 1.0},
            {"id": "A", "name": "A", "kind": "person", "degree": 1, "betweenness": 0.0},
            {"id": "C", "name": "C", "kind": "person", "degree": 1, "betweenness": 0.0},
        ],
    }


def test_no_measure_named_means_all(p3):
    assert p3.centrality().measures == (
        "degree", "in_degree", "out_degree", "weighted_degree", "weighted_in_degree",
        "weighted_out_degree", "betweenness", "closeness", "harmonic", "eigenvector", "pagerank",
        "pn", "clustering", "triangles", "core_number", "articulation",
    )  # fmt: skip


def test_a_measure_that_is_none(p3):
    with pytest.raises(graph.QuestionError) as caught:
        p3.centrality("betweeness")
    assert str(caught.value) == (
        "centrality: 'betweeness' is not a measure. Did you mean 'betweenness'?"
    )


def test_a_list_of_measures_is_refused_in_a_sentence(p3):
    with pytest.raises(graph.QuestionError, match="Give several one by one"):
        p3.centrality(["degree", "pagerank"])


def test_filters_count(p3):
    assert p3.avoid_actor("C").centrality("degree").scores["degree"] == (1, 1)
    assert [a.id for a in p3.avoid_actor("C").centrality("degree").actors] == ["A", "B"]


def test_the_projection_says_what_it_is():
    net = network("A ally B")
    assert str(net.centrality("degree").projection) == (
        "all relations between two actors as one, in both directions, without weights; "
        "disputed relations are left out"
    )
    assert str(net.centrality("degree", directed=True, weighted=True).projection) == (
        "all relations between two actors as one, from source to target, with their weights; "
        "disputed relations are left out"
    )


@pytest.mark.parametrize(
    ("written", "measure"),
    [
        ("weighted degree", "weighted_degree"),
        ("In-degree", "in_degree"),
        ("PageRank", "pagerank"),
        ("harmonic closeness", "harmonic"),
    ],
)
def test_a_measure_is_taken_as_pages_write_it(written, measure):
    assert network("A funds B").centrality(written).measures == (measure,)

"""networkx graphs in and out."""

import networkx as nx
import pytest
from tiny_network import folder, network

import graph

TYPES = "type,sign,mutual,influence,label,inverse\n"


def told(net):
    return [(r.source.id, r.type.name, r.target.id) for r in net.relation_rows]


@pytest.mark.parametrize("family", [nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph])
def test_every_family_of_graphs(family):
    plain = family()
    plain.add_node("a", name="Ann", kind="state", mood="good")
    plain.add_edge("a", "b", type="funds", start=2020, weight=2.5, note="x", colour="red")
    plain.add_edge("b", 3)
    net = graph.Network.from_graph(plain)
    assert [(a.id, a.name, a.kind) for a in net.actor_rows] == [
        ("a", "Ann", "state"), ("b", "b", "actor"), ("3", "3", "actor"),
    ]  # fmt: skip
    assert net.actor_rows[0].attributes == {"mood": "good"}
    assert told(net) == [("a", "funds", "b"), ("b", "linked_to", "3")]
    funds, linked = net.relation_rows
    assert (funds.start, funds.weight, funds.note) == ("2020", 2.5, "x")
    assert funds.attributes == {"colour": "red"}
    assert linked.type.mutual is not plain.is_directed()
    assert net.path("3", "b", directed=True).length == (None if plain.is_directed() else 1)


def test_parallel_edges_keep_apart_and_text_keys_are_ids():
    plain = nx.MultiDiGraph()
    plain.add_edge("a", "b", key="k1", type="funds")
    plain.add_edge("a", "b", key="k2", type="funds")
    plain.add_edge("a", "b", type="hosts")
    ids = [relation.id for relation in graph.Network.from_graph(plain).relation_rows]
    assert ids[:2] == ["k1", "k2"]
    assert len(set(ids)) == 3


def test_a_name_may_come_from_a_label():
    plain = nx.Graph()
    plain.add_node(1, label="Ann")
    plain.add_node(2, label="x", name="Bob")
    ann, bob = graph.Network.from_graph(plain).actor_rows
    assert (ann.name, ann.attributes) == ("Ann", {"label": ""})
    assert (bob.name, bob.attributes) == ("Bob", {"label": "x"})


def test_what_all_edges_of_a_type_say_of_it_declares_it():
    plain = nx.DiGraph()
    cites = {"type": "cites", "sign": "+", "label": "cites", "inverse": "is cited by"}
    plain.add_edge("a", "b", mutual=False, **cites)
    plain.add_edge("b", "c", mutual=False, **cites)
    net = graph.Network.from_graph(plain)
    assert (net.types["cites"].sign, net.types["cites"].influence) == ("+", True)
    assert net.path("c", "a").sentence == "c is cited by b; b is cited by a."
    assert [relation.attributes for relation in net.relation_rows] == [{}, {}]


def test_what_edges_of_a_type_do_not_agree_on_says_nothing_of_it_and_is_kept():
    plain = nx.DiGraph()
    plain.add_edge("a", "b", label="married", sign=1)
    plain.add_edge("b", "c", label="killed", sign=-1)
    net = graph.Network.from_graph(plain)
    assert net.path("a", "c").sentence == "a is linked to b; b is linked to c."
    assert net.types["linked_to"].sign == "0"
    assert [dict(relation.attributes) for relation in net.relation_rows] == [
        {"sign": "1", "label": "married"},
        {"sign": "-1", "label": "killed"},
    ]


def test_what_breaks_the_data_contract_is_told():
    plain = nx.DiGraph()
    plain.add_edge(1, "1", weight=-1)
    with pytest.raises(graph.DataError) as caught:
        graph.Network.from_graph(plain)
    assert [str(problem) for problem in caught.value.problems] == [
        "actors of the graph:2: id: '1' is already in line 1. Rename one.",
        (
            "relations of the graph:1: target: '1' is related to itself."
            " Paths and measures ignore it."
        ),
        "relations of the graph:1: weight: '-1' is below 0. A weight is a strength.",
    ]


def test_an_empty_graph():
    net = graph.Network.from_graph(nx.Graph())
    assert (net.actor_rows, net.relation_rows) == ((), ())


def test_the_graph_given_is_not_changed():
    plain = nx.path_graph(3)
    plain.add_edge(0, 1, label="x", sign="+")
    before = nx.to_dict_of_dicts(plain)
    graph.Network.from_graph(plain)
    assert nx.to_dict_of_dicts(plain) == before


def test_a_network_as_a_graph():
    net = network("A funds B confidence=B2 mood=good", "B ally C start=2020", actors="D")
    made = net.graph
    assert type(made) is nx.MultiDiGraph
    assert list(made) == ["D", "A", "B", "C"]
    assert made.nodes["A"] == {
        "name": "A", "kind": "person", "aliases": "", "description": "",
        "start": "", "end": "", "reference": "",
    }  # fmt: skip
    funds, ally = net.relation_rows
    assert dict(made.edges["A", "B", funds.id]) == {
        "type": "funds", "sign": "+", "mutual": False, "start": "", "end": "", "weight": 1.0,
        "confidence": 0.8, "grade": "B2", "stance": "asserts", "claimant": "", "basis": "stated",
        "reference": "", "note": "",
        "mood": "good",
    }  # fmt: skip
    assert "confidence" not in made.edges["B", "C", ally.id]
    assert made.number_of_edges() == 2
    assert net.graph is made


@pytest.mark.parametrize(
    "column", ["sign", "mutual", "key", "self", "u_for_edge", "node_for_adding", "name"]
)
def test_a_column_may_have_any_name(tmp_path, column):
    actors = f"id,name,kind,{column}\na,Ann,person,x\nb,Bob,person,y\n".replace(",name\n", ",n\n")
    relations = f"source,target,type,{column}\na,b,funds,x\n"
    made = graph.load(folder(tmp_path, actors=actors, relations=relations)).graph
    assert made.nodes["a"]["name"] == "Ann"
    ((_, _, edge),) = made.edges(data=True)
    assert edge["sign"] == "+"
    assert edge["mutual"] is False


def test_the_belarus_case_comes_back_but_for_its_sources_and_the_order_of_relations():
    net = graph.load_example()
    again = graph.Network.from_graph(net.graph)
    assert nx.utils.graphs_equal(again.graph, net.graph)
    assert [(a.id, a.names) for a in again.actor_rows] == [(a.id, a.names) for a in net.actor_rows]
    returned = {relation.id: relation for relation in again.relation_rows}
    assert len(returned) == len(net.relation_rows)
    for relation in net.relation_rows:
        other = returned[relation.id]
        assert relation.sentence == other.sentence
        assert (relation.weight, relation.confidence) == (other.weight, other.confidence)
        assert (relation.grade, relation.note) == (other.grade, other.note)
        assert relation.attributes == other.attributes


def test_declared_types_come_back(tmp_path):
    net = graph.load(
        folder(
            tmp_path,
            types=TYPES + "cites,-,no,no,cites,is cited by\nfunds,-,yes,no,fights,fights\n",
            relations="source,target,type\na,b,cites\na,b,funds\n",
        )
    )
    again = graph.Network.from_graph(net.graph)
    assert dict(again.types) == dict(net.types)
    assert again.relation_rows == net.relation_rows


def test_the_graph_is_frozen_and_its_copy_is_not():
    net = graph.load_example()
    with pytest.raises(nx.NetworkXError, match="Frozen"):
        net.graph.remove_node("belarus")
    mine = net.graph.copy()
    mine.remove_node("belarus")
    assert "belarus" in net.graph


@pytest.mark.slow
def test_sources_survive_the_way_there_and_back():
    net = graph.load_example()
    again = graph.Network.from_graph(net.graph)
    assert again.source_rows == net.source_rows
    assert again.show("Putin").frame.equals(net.show("Putin").frame)


def test_nodes_that_are_no_text_are_asked_for_as_they_are():
    net = graph.Network.from_graph(nx.path_graph(3))
    assert net.path(0, 2).sentence == "0 is linked to 1; 1 is linked to 2."
    assert net.warnings == ()


def test_what_is_no_graph_is_said():
    with pytest.raises(graph.QuestionError, match="from_graph: str is not a networkx graph"):
        graph.Network.from_graph("x")

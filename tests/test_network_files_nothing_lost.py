"""What a network file says is never lost, and nobody is taken for somebody else."""

import json

import pytest
from drafted import read

from graph.importing.draft import DIRECTED, KEY


def ends(draft):
    return [*zip(draft.relations["source"], draft.relations["target"], strict=True)]


def texts(draft):
    return " ".join(note.text for note in draft.notes)


@pytest.mark.parametrize(
    ("nodes", "links", "due"),
    [
        # one node without an id does not make positions of the others' ids
        ([{"id": 1, "name": "Ann"}, {"id": 2, "name": "Bo"}, {"name": "Cy"}], [[1, 2]],
         [("1", "2")]),
        # an id that no node has is an actor of its own
        ([{"id": 1}, {"id": 2}, {"id": 0}], [[10, 2], [0, 1]], [("10", "2"), ("0", "1")]),
        ([{"id": 10}, {"id": 20}], [[0, 1]], [("0", "1")]),
        ([{"id": "1"}, {"id": "2"}], [[1, 0]], [("1", "0")]),
        ([{"name": "Ann"}, {"name": "Bo"}], [[0, 1], [1, 7]], [("0", "1"), ("1", "7")]),
        # ids that are words cannot be numbers, so numbers are positions
        ([{"id": "ann"}, {"id": "bo"}], [[1, 0]], [("bo", "ann")]),
    ],
)  # fmt: skip
def test_links_by_position_are_read_only_where_no_link_can_be_an_id(nodes, links, due):
    written = [{"source": one, "target": two} for one, two in links]
    assert ends(read(json.dumps({"nodes": nodes, "links": written}), "a.json")) == due


def test_an_id_that_no_node_has_is_said():
    links = [{"source": 10, "target": 2}]
    draft = read(json.dumps({"nodes": [{"id": 1}, {"id": 2}], "links": links}), "a.json")
    assert "1 node that it does not list, such as '10'" in texts(draft)


def test_nodes_by_id_nodes_that_are_texts_links_that_are_pairs_and_both_lists():
    by_id = {"1": {"name": "Ann"}, "2": "Bo"}
    links = [["1", "2", "funds", 3], ["1", "2", {"note": "twice"}], [1]]
    document = {"nodes": by_id, "links": links, "edges": [{"source": 2, "target": 1}]}
    draft = read(json.dumps(document), "a.json")
    assert [*draft.actors["name"]] == ["Ann", "Bo"]
    assert ends(draft) == [("1", "2"), ("1", "2"), ("2", "1")]
    assert [*draft.relations["type"]] == ["funds", "", ""]
    assert [*draft.relations["weight"]] == ["3", "", ""]
    assert [*draft.relations["note"]] == ["", "twice", ""]
    draft = read(json.dumps({"nodes": ["a", "b", 3, None], "links": [["a", "b"]]}), "a.json")
    assert [*draft.actors[KEY]] == ["a", "b", "3"]


def test_an_id_that_names_two_people_in_two_graphs_is_two_actors():
    one = {"nodes": {"a": {"label": "Ann"}}, "edges": [{"source": "a", "target": "b"}]}
    two = {"nodes": {"a": {"label": "Andrew"}}, "edges": [{"source": "a", "target": "c"}]}
    draft = read(json.dumps({"graphs": [one, two]}), "a.json")
    assert [*draft.actors["name"]] == ["Ann", "Andrew"]
    assert ends(draft) == [("graph 1: a", "b"), ("graph 2: a", "c")]
    assert "different actors" in texts(draft)


def test_metadata_never_overwrites_the_relation():
    edge = {"source": "a", "target": "b", "relation": "opposes", "metadata": {"type": "x"}}
    draft = read(json.dumps({"graph": {"nodes": {}, "edges": [edge]}}), "a.json")
    assert [*draft.relations["type"]] == ["opposes"]
    assert [*draft.relations["metadata type"]] == ["x"]


def test_of_an_id_that_two_edges_have_the_first_keeps_it():
    edges = "".join(f'<edge id="{one}" source="a" target="b"/>' for one in ("c7", "c7", "c8"))
    draft = read(f"<graphml><graph>{edges}</graph></graphml>", "a.graphml")
    assert [*draft.relations["id"]] == ["c7", "", "c8"]
    assert "1 edge with the id of another one" in texts(draft)


def test_labels_that_stand_twice_in_ucinet_are_two_actors():
    text = "dl n=3 format=fullmatrix\nlabels:\nAnn,Ann,Cy\ndata:\n0 1 2\n3 0 1\n0 5 0\n"
    draft = read(text, "a.dl")
    assert [*draft.actors["name"]] == ["Ann", "Ann 2", "Cy"]
    assert ends(draft)[:2] == [("Ann", "Ann 2"), ("Ann", "Cy")]
    assert "stands twice" in texts(draft)


def test_what_is_no_number_behind_two_ends_is_kept():
    draft = read("dl n=2 format=edgelist1\nlabels:\nAnn,Bo\ndata:\n1 2 x\n2 1 3\n", "a.dl")
    assert [*draft.relations["value as written"]] == ["x", ""]


def test_defaults_of_gexf_are_read_and_looks_are_said_to_be_left_out():
    declared = '<attribute id="1" title="gender"><default>f</default></attribute>'
    values = '<attvalues><attvalue for="1" value="m"/></attvalues>'
    nodes = f'<node id="a">{values}</node><node id="b"><color r="1" g="2" b="3"/></node>'
    text = f'<attributes class="node">{declared}</attributes><nodes>{nodes}</nodes>'
    draft = read(f"<gexf><graph>{text}</graph></gexf>", "a.gexf")
    assert [*draft.actors["gender"]] == ["m", "f"]
    assert "colours and sizes are not data" in texts(draft)


@pytest.mark.parametrize(
    ("source", "target", "due"),
    [("none", "standard", ("a", "b", "yes")), ("delta", "none", ("b", "a", "yes")),
     ("none", "none", ("a", "b", "no")), ("delta", "delta", ("a", "b", "no"))],
)  # fmt: skip
def test_arrows_of_yed_say_the_direction(source, target, due):
    line = f'<Arrows source="{source}" target="{target}"/>'
    labels = "<EdgeLabel>funds</EdgeLabel><EdgeLabel>since 2010</EdgeLabel>"
    edge = f'<edge source="a" target="b"><data key="d"><Line>{line}{labels}</Line></data></edge>'
    draft = read(f'<graphml><graph edgedefault="directed">{edge}</graph></graphml>', "a.graphml")
    assert (*ends(draft)[0], draft.relations[DIRECTED][0]) == due
    assert [*draft.relations["other labels"]] == ["since 2010"]

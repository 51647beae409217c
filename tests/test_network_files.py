"""Network files of other programs become drafts: each convention of each format, by hand."""

import json
import os
from itertools import pairwise
from pathlib import Path

import pytest
from drafted import read, to_network

from graph.data.limits import Limits
from graph.errors import DataError
from graph.importing.draft import DIRECTED, KEY, PLACE, SIGN
from graph.importing.formats import find_format

DATA = Path(os.environ.get("ACTOR_EXPLORER_DATA", Path(__file__).parents[2] / "shared" / "data"))


def ties(draft, *names):
    """Return the relations as tuples: ends, type, direction, and further columns."""
    columns = [draft.relations.get(name, [""] * len(draft.relations["source"]))
               for name in ("source", "target", "type", DIRECTED, *names)]  # fmt: skip
    return [*zip(*columns, strict=True)]


GEXF_12 = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft"
 xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">
 <graph mode="dynamic" defaultedgetype="directed" timeformat="double">
  <attributes class="node"><attribute id="0" title="Party" type="string"/></attributes>
  <attributes class="edge" mode="dynamic">
   <attribute id="w" title="strength" type="float"/></attributes>
  <nodes>
   <node id="n1" label="Ann Ek" start="1960.0"><viz:color r="1" g="2" b="3"/>
    <attvalues><attvalue for="0" value="Greens"/></attvalues>
    <nodes><node id="n3" label="Cy"/></nodes></node>
   <node id="n2" label="Bo"/>
  </nodes>
  <edges>
   <edge id="0" source="n1" target="n2" label="funds" weight="2.5">
    <spells><spell start="1999" end="2001.0"/><spell start="2005"/></spells></edge>
   <edge id="1" source="n2" target="n3" type="undirected" kind="ally"/>
   <edge id="2" source="n2" target="n1" type="mutual" startopen="1990" end="Infinity">
    <attvalues><attvalue for="w" value="1" start="1990"/><attvalue for="w" value="2" start="1991"/>
    </attvalues></edge>
  </edges>
 </graph>
</gexf>"""


def test_gexf_with_spells_kinds_attributes_and_nested_nodes():
    draft = read(GEXF_12, "a.gexf")
    assert [*draft.actors[KEY]] == ["n3", "n1", "n2"]
    assert [*draft.actors["name"]] == ["Cy", "Ann Ek", "Bo"]
    assert [*draft.actors["Party"]] == ["", "Greens", ""]
    assert [*draft.actors["start"]] == ["", "1960", ""]
    assert [*draft.actors["parent"]] == ["n1", "", ""]
    assert ties(draft, "start", "end", "weight") == [
        ("n1", "n2", "funds", "yes", "1999", "2001", "2.5"),
        ("n1", "n2", "funds", "yes", "2005", "", "2.5"),
        ("n2", "n3", "ally", "no", "", "", ""),
        ("n2", "n1", "", "no", "1990", "", ""),
    ]
    assert [*draft.relations["strength"]] == ["", "", "", "1 | 2"]


def test_a_gexf_label_is_the_type_where_nothing_else_is():
    text = ('<gexf><graph defaultedgetype="undirected"><edges>'
            '<edge source="a" target="b" label="friend of"/></edges></graph></gexf>')  # fmt: skip
    assert ties(read(text, "a.gexf")) == [("a", "b", "friend of", "no")]


YED = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
 <key for="node" id="d0" yfiles.type="nodegraphics"/>
 <key for="edge" id="d1" yfiles.type="edgegraphics"/>
 <key for="node" id="d2" attr.name="url" attr.type="string"/>
 <key for="edge" id="d3" attr.name="certainty" attr.type="double"><default>0.5</default></key>
 <graph edgedefault="directed" id="G">
  <node id="n0"><data key="d0"><y:ShapeNode><y:NodeLabel>Ann Ek</y:NodeLabel></y:ShapeNode></data>
   <data key="d2">https://example.org</data></node>
  <node id="n1"><data key="d0"><y:NodeLabel> Bo </y:NodeLabel></data></node>
  <edge id="e0" source="n0" target="n1"><data key="d1"><y:PolyLineEdge>
   <y:EdgeLabel>lawyer of</y:EdgeLabel></y:PolyLineEdge></data><data key="d3">0.9</data></edge>
  <edge id="e1" source="n1" target="n0" directed="false"/>
 </graph>
</graphml>"""


def test_graphml_of_yed_with_labels_and_defaults():
    draft = read(YED, "a.graphml")
    assert [*draft.actors["name"]] == ["Ann Ek", "Bo"]
    assert [*draft.actors["reference"]] == ["https://example.org", ""]
    assert ties(draft, "confidence") == [
        ("n0", "n1", "lawyer of", "yes", "0.9"), ("n1", "n0", "", "no", "0.5"),
    ]  # fmt: skip


def test_graphml_and_gexf_of_networkx_and_igraph(tmp_path):
    import networkx as nx
    from igraph import Graph

    graph = nx.MultiGraph()
    graph.add_node("a", name="Ann", born=1960)
    graph.add_edges_from([("a", "b", {"type": "friend"}), ("a", "b", {"type": "debtor"})])
    nx.write_graphml(graph, tmp_path / "a.graphml")
    draft = read((tmp_path / "a.graphml").read_bytes(), "a.graphml")
    assert ties(draft) == [("a", "b", "friend", "no"), ("a", "b", "debtor", "no")]
    assert [*draft.actors["born"]] == ["1960", ""]
    nx.write_gexf(nx.path_graph(3), tmp_path / "b.gexf")
    draft = read((tmp_path / "b.gexf").read_bytes(), "b.gexf")
    assert ties(draft) == [("0", "1", "", "no"), ("1", "2", "", "no")]
    Graph.Ring(3, directed=True).write_graphml(str(tmp_path / "c.graphml"))
    draft = read((tmp_path / "c.graphml").read_bytes(), "c.graphml")
    assert ties(draft) == [
        ("n0", "n1", "", "yes"),
        ("n1", "n2", "", "yes"),
        ("n2", "n0", "", "yes"),
    ]


def test_json_graph_format_of_both_versions_and_of_several_graphs():
    edges = [{"source": "a", "target": "b", "relation": "funds", "metadata": {"since": 1999}}]
    old = {"graph": {"directed": False, "nodes": [{"id": "a", "label": "Ann"}], "edges": edges}}
    draft = read(json.dumps(old), "a.json")
    assert ties(draft, "start") == [("a", "b", "funds", "no", "1999")]
    assert (draft.actors[KEY], draft.actors["name"]) == (["a"], ["Ann"])
    new = {"graphs": [{"nodes": {"a": {"label": "Ann"}}, "edges": edges}, {"nodes": {"c": {}}}]}
    draft = read(json.dumps(new), "a.jgf")
    assert ties(draft) == [("a", "b", "funds", "yes")]
    assert [*draft.actors[KEY]] == ["a", "c"]


def test_cytoscape_of_the_desktop_and_of_the_library():
    nodes = [{"data": {"id": "62", "shared_name": "Ann", "name": "Ann", "SUID": 62, "age": 5.0},
              "position": {"x": 1, "y": 2}, "selected": False}]  # fmt: skip
    edges = [{"data": {"id": "70", "source": "62", "target": "63", "interaction": "pp",
                       "shared_interaction": "pp", "SUID": 70}}]  # fmt: skip
    document = {"format_version": "1.0", "elements": {"nodes": nodes, "edges": edges}}
    draft = read(json.dumps(document), "a.cyjs")
    assert ties(draft) == [("62", "63", "pp", "")]
    assert "id" not in draft.relations
    assert {name: [*cells] for name, cells in draft.actors.items() if name != PLACE} == {
        KEY: ["62"], "name": ["Ann"], "age": ["5"],
    }  # fmt: skip
    flat = {
        "elements": [{"data": {"id": "a"}}, {"data": {"id": "e", "source": "a", "target": "a"}}]
    }
    assert ties(read(json.dumps(flat), "a.json"), "id") == [("a", "a", "", "", "e")]


@pytest.mark.parametrize(
    ("nodes", "links", "due"),
    [
        ([{"id": "a"}, {"id": "b"}], [{"source": "a", "target": "b"}], ("a", "b")),
        ([{"name": "A"}, {"name": "B"}], [{"source": 1, "target": 0}], ("B", "A")),
        ([{"id": 5}, {"id": 7}], [{"source": 5, "target": 7}], ("5", "7")),
        ([{"id": "x"}], [{"source": {"id": "x"}, "target": "y"}], ("x", "y")),
    ],
)
def test_node_link_names_ends_by_id_by_position_or_by_the_node(nodes, links, due):
    draft = read(json.dumps({"nodes": nodes, "links": links}), "a.json")
    assert ties(draft)[0][:2] == due


def test_node_link_of_networkx():
    import networkx as nx

    graph = nx.MultiDiGraph()
    graph.add_edge("a", "b", type="funds", start=1999)
    graph.add_edge("a", "b", type="owns")
    draft = read(json.dumps(nx.node_link_data(graph)), "a.json")
    assert ties(draft, "start") == [
        ("a", "b", "funds", "yes", "1999"),
        ("a", "b", "owns", "yes", ""),
    ]
    assert "key" not in draft.relations


def test_kumu_by_label_and_a_backup():
    blueprint = {
        "elements": [{"label": "A", "type": "Person", "tags": ["x", "y"]}, {"label": "B"}],
        "connections": [
            {"from": "A", "to": "B", "type": "likes", "direction": "directed"},
            {"from": "B", "to": "A", "direction": "undirected"},
        ],
    }
    draft = read(json.dumps(blueprint), "a.json")
    assert ties(draft) == [("A", "B", "likes", "yes"), ("B", "A", "", "no")]
    assert [*draft.actors["kind"]] == ["Person", ""]
    assert [*draft.actors["tags"]] == ["x|y", ""]
    backup = {
        "elements": [{"_id": "el1", "attributes": {"label": "A", "element type": "Person"}},
                     {"_id": "el2", "attributes": {"label": "A"}}],
        "connections": [{"_id": "c1", "from": "el1", "to": "el2", "direction": "mutual",
                         "attributes": {"connection type": "likes"}}],
    }  # fmt: skip
    draft = read(json.dumps(backup), "a.json")
    assert ties(draft, "id") == [("el1", "el2", "likes", "no", "c1")]
    assert [*draft.actors["name"]] == ["A", "A"]


def test_oligrapher_two_and_three():
    two = {"graph": {
        "nodes": {"1": {"id": 1, "display": {"name": "Ann", "x": 5, "url": "https://example.org"}},
                  "2": {"id": 2, "display": {"name": "Bo"}}},
        "edges": {"9": {"id": 9, "node1_id": 1, "node2_id": 2,
                        "display": {"label": "lawyer", "arrow": "left"}}},
        "captions": {"1": {"id": 1, "display": {"text": "See"}}}}}  # fmt: skip
    draft = read(json.dumps(two), "a.json")
    assert ties(draft) == [("2", "1", "lawyer", "yes")]
    assert [*draft.actors["name"]] == ["Ann", "Bo"]
    assert draft.actors["reference"][0] == "https://example.org"
    assert any("Captions" in note.text for note in draft.notes)
    three = {"nodes": {"a": {"id": "a", "name": "Ann"}, "b": {"id": "b", "name": "Bo"}},
             "edges": {"e": {"id": "e", "node1_id": "a", "node2_id": "b", "label": "kin",
                             "arrow": "both"},
                       "f": {"id": "f", "node1_id": "a", "node2_id": "b", "label": "knows",
                             "arrow": False}}}  # fmt: skip
    assert ties(read(json.dumps(three), "a.json")) == [
        ("a", "b", "kin", "no"), ("a", "b", "knows", ""),
    ]  # fmt: skip


def test_followthemoney_links_addresses_and_documents():
    entities = [
        {"id": "a", "schema": "Person", "properties": {"name": ["Ann Ek", "A. Ek"],
         "addressEntity": ["x"], "birthDate": ["1960"], "country": ["se"]}},
        {"id": "b", "schema": "Company", "properties": {"name": ["Bo Ltd"], "proof": ["d"]}},
        {"id": "x", "schema": "Address", "properties": {"full": ["Road 1, Oslo"]}},
        {"id": "d", "schema": "Pages", "properties": {"fileName": ["a.pdf"]}},
        {"id": "o", "schema": "Ownership", "properties": {"owner": ["a", "b"], "asset": ["b"],
         "percentage": ["50"], "startDate": ["2001"]}},
        {"id": "f", "schema": "Family", "properties": {"person": ["a"], "relative": ["b"],
         "relationship": ["brother of"]}},
        {"id": "v", "schema": "Vessel", "properties": {}},
    ]  # fmt: skip
    text = "".join(json.dumps(each) + "\n" for each in entities)
    for form in (text, json.dumps(entities)):
        draft = read(form, "a.json")
        assert ties(draft, "percentage", "start") == [
            ("a", "b", "owns", "", "50", "2001"), ("b", "b", "owns", "", "50", "2001"),
            ("b", "a", "brother of", "", "", ""),
        ]  # fmt: skip
        assert [*draft.actors["aliases"]] == ["A. Ek|", ""]
        assert [*draft.actors["address"]] == ["Road 1, Oslo", ""]
        assert [*draft.actors["reference"]] == ["", "d"]
        assert (draft.sources["id"], draft.sources["title"]) == (["d"], ["a.pdf"])
        assert "1 entities of the schema Vessel" in draft.notes[-1].text


@pytest.mark.published
@pytest.mark.skipif(not DATA.is_dir(), reason=f"no data at {DATA}: ACTOR_EXPLORER_DATA names it")
def test_the_party_donations_of_an_aleph_export():
    file = DATA / "wild" / "donations" / "donations.ijson"
    draft = read(file.read_bytes(), file.name)
    # 56 companies, 22 people and 17 organisations; 290 payments; 89 addresses are cells of theirs
    assert (len(draft.actors[KEY]), len(draft.relations["source"])) == (95, 290)
    assert {*draft.relations["type"]} == {"paid"}
    assert sum(map(bool, draft.actors["address"])) == 84
    net = to_network(draft)
    assert (len(net.actor_rows), len(net.relation_rows)) == (95, 290)
    lina = net.resolve("Frau Lina Dachner")
    (paid,) = [each for each in net.relation_rows if each.source.id == lina.id]
    assert (paid.target.name, paid.start, paid.attributes["amountEur"]) == (
        "MLPD", "2011-12-29", "100000",
    )  # fmt: skip


PAJEK = """\
*Network kin
% a comment
*Vertices 3
1 "Ann Ek" 0.1 0.2 ic Red
2 Bo [1990-1995,1999-*]
*Arcs :1 "funds"
1 2 3 [1991]
2 3 -1
*Edges :2 "kin"
1 3 1 l "cousins"
*Arcslist
3 1 2
"""


def test_pajek_with_relations_times_lists_and_negative_arcs():
    draft = read(PAJEK, "a.net")
    assert [*draft.actors["name"]] == ["Ann Ek", "Bo", "3"]
    assert [*draft.actors["start"]] == ["", "1990", ""]
    assert ties(draft, "weight", "start", "end", SIGN, "label") == [
        ("1", "2", "funds", "yes", "3", "1991", "1991", "", ""),
        ("2", "3", "funds", "yes", "", "", "", "-", ""),
        ("1", "3", "kin", "no", "", "", "", "", "cousins"),
        ("3", "1", "", "yes", "", "", "", "", ""),
        ("3", "2", "", "yes", "", "", "", "", ""),
    ]


def test_a_pajek_matrix_and_a_relation_before_the_ends():
    text = "*vertices 2\n1 a\n2 b\n*matrix\n0 2\n0 0\n*arcs\n7: 2 1 1\n"
    assert ties(read(text, "a.txt"), "weight") == [
        ("1", "2", "", "yes", "2"), ("2", "1", "relation 7", "yes", ""),
    ]  # fmt: skip


def test_pajek_of_networkx(tmp_path):
    import networkx as nx

    nx.write_pajek(nx.path_graph(3), tmp_path / "a.net")
    draft = read((tmp_path / "a.net").read_bytes(), "a.net")
    assert ties(draft) == [("1", "2", "", "no"), ("2", "3", "", "no")]
    assert [*draft.actors["name"]] == ["0", "1", "2"]


FULL = 'dl n=3\nformat = fullmatrix\nlabels:\nbarry,"David Lee"\npat\ndata:\n0 1 1\n1 0 0\n1 0 0\n'
DL = {
    FULL: [("barry", "David Lee", "", "no"), ("barry", "pat", "", "no")],
    FULL.replace("1 0 0\n1 0 0", "0 0 2.5\n0 0 0"): [
        ("barry", "David Lee", "", "yes"), ("barry", "pat", "", "yes"),
        ("David Lee", "pat", "", "yes"),
    ],
    "DL n=2\nlabels embedded\ndata:\n  Bo Cy\nBo 0 1\nCy 0 0\n": [("Bo", "Cy", "", "yes")],
    "dl nr=2 nc=3\nrow labels:\na b\ncolumn labels:\nx y z\ndata:\n1 0 1\n0 1 0\n": [
        ("a", "x", "", "yes"), ("a", "z", "", "yes"), ("b", "y", "", "yes"),
    ],
    "dl n=2 nm=2\nlabels:\na,b\nmatrix labels:\nfriend,foe\ndata:\n0 1\n0 0\n0 0\n1 0\n": [
        ("a", "b", "friend", "yes"), ("b", "a", "foe", "yes"),
    ],
    "dl n=3 format=lowerhalf diagonal=absent\ndata:\n1\n0 1\n": [
        ("2", "1", "", "no"), ("3", "2", "", "no"),
    ],
    "dl n=3 format=edgelist1\nlabels:\na b c\ndata:\n1 2\n2 3 0.5\n3 1 0\n": [
        ("a", "b", "", "yes"), ("b", "c", "", "yes"),
    ],
    'DL n=5\nformat = edgelist1\nlabels embedded:\ndata:\ngeorge sally\ngeorge "jim b"\n': [
        ("george", "sally", "", "yes"), ("george", "jim b", "", "yes"),
    ],
    "dl n=3, format=nodelist1\ndata:\n1 2 3\n3 1\n": [
        ("1", "2", "", "yes"), ("1", "3", "", "yes"), ("3", "1", "", "yes"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("text", DL)
def test_ucinet_dl(text):
    draft = read(text, "a.dl")
    assert ties(draft) == DL[text]
    if "labels:\nbarry" in text:
        assert [*draft.actors["name"]] == ["barry", "David Lee", "pat"]


@pytest.mark.parametrize(
    ("text", "name", "due"),
    [
        (GEXF_12, "a.xml", "GEXF"),
        (GEXF_12.encode("utf-16"), "a", "GEXF"),
        (YED, "a.xml", "GraphML"),
        ('\ufeff{"nodes": []}', "a.txt", "JSON"),
        (PAJEK, "a.txt", "Pajek"),
        (FULL, "a.txt", "UCINET DL"),
        ("dl,b\n1,2\n", "a.csv", None),
        ("source,target\na,b\n", "a.csv", None),
        ("*x*,y\n", "a.csv", None),
    ],
)
def test_the_content_says_which_format_it_is(text, name, due):
    found = find_format(text if isinstance(text, bytes) else text.encode(), name)
    assert (found.name if found else None) == due


BOMB = ('<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise("abcdefghi"))
        + "]><gexf><graph><nodes><node id='&i;'/></nodes></graph></gexf>")  # fmt: skip
OUTSIDE = (
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><graphml><desc>&a;</desc></graphml>'
)
DEEP_XML = "<gexf>" + "<nodes>" * 100_000 + "</nodes>" * 100_000 + "</gexf>"
HOSTILE = {
    "entities that grow": (BOMB, "a.gexf", "declares entities of its own"),
    "an entity from outside": (OUTSIDE, "a.graphml", "declares entities of its own"),
    "deep XML": (DEEP_XML, "a.gexf", "is nested too deeply"),
    "half of an XML file": (GEXF_12[:400], "a.gexf", "a.gexf:"),
    "an unknown encoding": ('<?xml version="1.0" encoding="x"?><gexf/>', "a.gexf", "not valid XML"),
    "deep JSON": ("[" * 200_000, "a.json", "is nested too deeply"),
    "half of a JSON file": ('{"nodes": [{"id": ', "a.json", "a.json:1: is not valid JSON"),
    "JSON that is no network": ('{"a": 1}', "a.json", "is JSON, but in none of the formats"),
    "JSON that is a number": ("[1]", "a.json", "is JSON, but in none of the formats"),
    "half of an entity": ('{"schema": "Person", "properties": {}}\n{"sch', "a.json", "a.json:2:"),
    "vertices without end": ("*vertices 99999999999\n", "a.net", "more than is read"),
    "a vertex that is none": ("*vertices 2\n*arcs\n1 3\n", "a.net", "a.net:3: is not a line of"),
    "a line before all": ("*vertices 2\n*tree\n", "a.net", "a.net:2:"),
    "half a matrix": ("*vertices 2\n*matrix\n0\n", "a.net", "1 values instead of 2"),
    "a matrix without end": ("dl n=99999999\ndata:\n0\n", "a.dl", "more than is read"),
    "too few values": ("dl n=2\ndata:\n0 1 0\n", "a.dl", "has an end where a number is due"),
    "too many values": ("dl n=1\ndata:\n0 1\n", "a.dl", "more values than it says"),
    "a word in a matrix": ("dl n=1\ndata:\nx\n", "a.dl", "has 'x' where a number is due"),
    "no data": ("dl n=2\nformat=edgelist1\n", "a.dl", "has no line 'data:'"),
    "an odd format": ("dl n=2 format=cube\ndata:\n0\n", "a.dl", "'cube', which is not read"),
    "a row that is none": ("dl n=2 format=edgelist1\ndata:\n1 3\n", "a.dl", "names 3"),
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_what_is_broken_or_hostile_is_refused_in_a_sentence(case):
    text, name, message = HOSTILE[case]
    with pytest.raises(DataError) as caught:
        read(text, name)
    assert message in str(caught.value)
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize("text", [GEXF_12, YED])
def test_no_more_cells_are_read_than_allowed(text):
    with pytest.raises(DataError, match="has more cells, or a longer one, than is read"):
        read(text, "a.xml", Limits(most_cells=5))
    with pytest.raises(DataError, match="has more cells, or a longer one, than is read"):
        read(text, "a.xml", Limits(longest_cell=3))


ODD = [
    {"nodes": 5, "links": None},
    {"nodes": [[], 1, None, {"id": []}], "links": [1, {"source": [], "target": {}}]},
    {"graph": {"nodes": {"a": 1}, "edges": [1, {"metadata": 3}]}},
    {"graphs": [1, {}]},
    {"elements": {"nodes": 1, "edges": [{"data": {"source": 1, "target": None}}]}},
    {"elements": [1, {"attributes": 3}], "connections": [1, {"from": {}, "to": []}]},
    {"nodes": [], "edges": [{"node1_id": 1, "node2_id": [], "arrow": {}}]},
    [{"schema": "Payment", "properties": {"payer": 1, "beneficiary": {}}}],
    {"nodes": [{"id": 10**400}], "links": [{"source": 1e999, "target": True}]},
]


@pytest.mark.parametrize("document", ODD)
def test_json_of_odd_shapes_is_read_without_a_fault(document):
    draft = read(json.dumps(document).replace("Infinity", "1e999"), "a.json")
    counts = {len(cells) for cells in draft.relations.values()}
    assert len(counts) <= 1
    assert all(isinstance(c, str) for cells in draft.relations.values() for c in cells)


def test_a_pajek_matrix_of_two_modes():
    text = "*Vertices 5 2\n1 Ann\n2 Bo\n3 Club\n4 Team\n5 Band\n*Matrix\n1 0 2\n0 1 0\n"
    relations = read(text, "a.net").relations
    ends = [*zip(relations["source"], relations["target"], strict=True)]
    assert ends == [("1", "3"), ("1", "5"), ("2", "4")]

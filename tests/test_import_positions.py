"""Where a file draws its actors: layout.json has it, and the page starts with it."""

import json

import pytest
from importing import read_rows

import graph
from graph.importing.run import import_files
from graph.importing.written import write_import

GEXF = (
    '<gexf xmlns:viz="http://gexf.net/1.3/viz"><graph><nodes>'
    '<node id="a" label="Anna"><viz:position x="-100" y="100"/></node>'
    '<node id="b" label="Bo"><viz:position x="100" y="-100"/></node>'
    '</nodes><edges><edge source="a" target="b"/></edges></graph></gexf>'
)
YED = (
    '<graphml xmlns:y="y"><graph>'
    '<node id="a"><data><y:ShapeNode><y:Geometry x="0" y="0"/><y:NodeLabel>Anna</y:NodeLabel>'
    "</y:ShapeNode></data></node>"
    '<node id="b"><data><y:ShapeNode><y:Geometry x="99" y="199"/><y:NodeLabel>Bo</y:NodeLabel>'
    '</y:ShapeNode></data></node><edge source="a" target="b"/></graph></graphml>'
)
FILES = {
    "a.gexf": (GEXF, [-100, -100], [100, 100]),
    "a.net": (
        "*Vertices 2\n1 Anna 0.0 0.0 0.5\n2 Bo 0.5 1.0 0.5\n*Arcs\n1 2\n", [0, 0], [110, 219],
    ),
    "a.cyjs": (
        json.dumps({"elements": [
            {"data": {"id": "a", "name": "Anna"}, "position": {"x": 0, "y": 0}},
            {"data": {"id": "b", "name": "Bo"}, "position": {"x": 90, "y": 200}},
            {"data": {"source": "a", "target": "b"}},
        ]}),
        [0, 0], [90, 200],
    ),
    "kumu.json": (
        json.dumps({
            "elements": [{"_id": "e1", "label": "Anna"}, {"_id": "e2", "label": "Bo"}],
            "connections": [{"from": "e1", "to": "e2"}],
            "maps": [{"elements": [
                {"element": "e1", "position": {"x": 5, "y": 5}},
                {"element": "e2", "position": {"x": 205, "y": 105}},
            ]}],
        }),
        [5, 5], [205, 105],
    ),
    "oligrapher.json": (
        json.dumps({
            "nodes": {"1": {"id": 1, "name": "Anna", "x": 0, "y": 9},
                      "2": {"id": 2, "name": "Bo", "display": {"x": 150, "y": 159}}},
            "edges": {"3": {"node1_id": 1, "node2_id": 2}},
        }),
        [0, 9], [150, 159],
    ),
    "yed.graphml": (
        YED,
        [0, 0], [99, 199],
    ),
}  # fmt: skip


def bring_in(tmp_path, name, text):
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return import_files([file])


@pytest.mark.parametrize("name", FILES)
def test_positions_become_the_layout(tmp_path, name):
    text, anna, bo = FILES[name]
    made = bring_in(tmp_path, name, text)
    rows = read_rows(made.files["actors.csv"])
    ids = {row["name"]: row.get("id") or row["name"] for row in rows}
    layout = json.loads(made.files["layout.json"])
    assert layout == {"version": 1, "positions": {ids["Anna"]: anna, ids["Bo"]: bo}}
    assert "The positions of 2 actors are in layout.json" in made.files["import.md"]
    write_import(made.files, tmp_path / "new")
    net = graph.load(tmp_path / "new")
    assert net.warnings == () or all(each.severity == "note" for each in net.warnings)


@pytest.mark.parametrize("place", ['x="0" y="0"', 'x="nan" y="1"', 'x="left" y="1"', 'x="1"'])
def test_positions_that_draw_nothing_are_left_out(tmp_path, place):
    text = GEXF.replace('x="-100" y="100"', place).replace('x="100" y="-100"', place)
    assert "layout.json" not in bring_in(tmp_path, "a.gexf", text).files


def test_a_drawing_of_a_few_is_no_layout(tmp_path):
    more = "".join(f'<node id="n{n}" label="Node {n}x"/>' for n in range(9))
    made = bring_in(tmp_path, "a.gexf", GEXF.replace("</nodes>", f"{more}</nodes>"))
    assert "layout.json" not in made.files
    assert "they are of few actors" in made.files["import.md"]

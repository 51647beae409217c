"""What is exported opens in programs that are not ours, with all that it should have."""

import csv
import io
import json
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest
from browser import need_packages, node_path
from test_export import files_of
from tiny_network import network, of_rows

import graph

ROOT = Path(__file__).parents[1]

ACTORS = [
    {"id": "ann", "name": "Ann Ek", "kind": "person", "aliases": "Annie|А. Эк", "start": "1960",
     "Lieblingsfarbe": "grün", "reference": "paper"},
    {"id": "big co", "name": "Big\nCo", "kind": "organisation", "end": "ended"},
    {"id": "cy", "name": "Cy", "kind": "state"},
]  # fmt: skip
RELATIONS = [
    {"id": "r1", "source": "ann", "target": "big co", "type": "owns", "start": "2020-02",
     "end": "2022", "weight": "0.5", "confidence": "B2", "reference": "paper|https://example.org/a",
     "note": "half", "amount": "5"},
    {"id": "r2", "source": "ann", "target": "big co", "type": "funds", "basis": "alleged",
     "claimant": "cy", "confidence": "0.25"},
    {"id": "r3", "source": "ann", "target": "big co", "type": "funds", "stance": "disputes"},
    {"id": "r4", "source": "big co", "target": "cy", "type": "borders", "start": "..X"[:0]},
    {"id": "r5", "source": "ann", "target": "cy", "type": "met", "start": "2021-02"},
    {"id": "r6", "source": "cy", "target": "cy", "type": "owes"},
]  # fmt: skip
SOURCES = [{"id": "paper", "title": "The paper", "author": "Bo", "date": "2021",
            "url": "https://example.org/paper"}]  # fmt: skip
TYPES = [{"type": "owes", "sign": "-", "mutual": "no", "influence": "no", "label": "owes",
          "inverse": "is owed by"}]  # fmt: skip


@pytest.fixture(scope="module")
def net():
    return of_rows(ACTORS, RELATIONS, TYPES, SOURCES)


@pytest.fixture
def read(net, tmp_path):
    """Return a function that opens an exported file with a reader of file names."""

    def open_file(word, reader):
        path = tmp_path / f"x.{word}"
        path.write_bytes(files_of(net, word)[""])
        return reader(path)

    return open_file


def check_networkx(read_graph):
    assert sorted(read_graph.nodes) == ["ann", "big co", "cy"]
    assert read_graph.is_multigraph()
    assert read_graph.is_directed()
    edges = {key: edge for *_, key, edge in read_graph.edges(keys=True, data=True)}
    assert list(edges) == ["r1", "r2", "r3", "r5", "r4", "r6"]
    assert [edges[f"r{n}"]["type"] for n in range(1, 7)] == [
        "owns", "funds", "funds", "borders", "met", "owes",
    ]  # fmt: skip
    first = edges["r1"]
    assert (first["weight"], first["confidence"], first["grade"]) == (0.5, 0.8, "B2")
    assert (first["note"], first["amount"], first["start"]) == ("half", "5", "2020-02")
    assert first["reference"] == "paper|https://example.org/a"
    assert edges["r2"]["claimant"] == "cy"
    assert (edges["r2"]["basis"], edges["r3"]["stance"]) == ("alleged", "disputes")
    assert (edges["r4"]["mutual"], edges["r1"]["mutual"], edges["r6"]["sign"]) == (True, False, "-")
    assert read_graph.nodes["ann"]["Lieblingsfarbe"] == "grün"
    assert read_graph.nodes["ann"]["aliases"] == "Annie|А. Эк"
    assert read_graph.nodes["big co"]["name"] == "Big\nCo"


def test_networkx_reads_gexf_with_types(read):
    import networkx as nx

    found = read("gexf", nx.read_gexf)
    check_networkx(found)
    assert found.nodes["ann"]["label"] == "Ann Ek"
    assert found.edges["ann", "big co", "r1"]["spells"] == [("2020-02-01", "2022-12-31")]
    assert found.edges["ann", "cy", "r5"]["spells"] == [("2021-02-01", "2021-02-28")]
    assert found.nodes["ann"]["spells"] == [("1960-01-01", "None")]  # networkx's word for open
    assert found.nodes["ann"]["viz"]["color"] == {"r": 204, "g": 121, "b": 167, "a": 1.0}
    assert set(found.nodes["ann"]["viz"]) == {"color", "position"}


def test_networkx_reads_graphml_and_gives_the_network_again(read, net):
    import networkx as nx

    found = read("graphml", nx.read_graphml)
    check_networkx(found)
    again = graph.Network.from_graph(found)
    by_id = {relation.id: relation for relation in again.relation_rows}
    assert by_id == {relation.id: relation for relation in net.relation_rows}
    assert again.source_rows == net.source_rows
    assert again.types["owes"] == net.types["owes"]


def test_igraph_reads_graphml(read):
    from igraph import Graph

    found = read("graphml", lambda path: Graph.Read_GraphML(str(path)))
    assert (found.vcount(), found.ecount(), found.is_directed()) == (3, 6, True)
    assert found.vs["id"] == ["ann", "big co", "cy"]
    assert found.es["type"] == ["owns", "funds", "funds", "borders", "met", "owes"]
    assert found.es[0]["confidence"] == 0.8


def test_networkx_reads_node_link_json(net):
    import networkx as nx

    check_networkx(nx.node_link_graph(json.loads(files_of(net, "node-link")[""]), edges="edges"))


def test_json_graph_format(net):
    found = json.loads(files_of(net, "jgf")[""])["graph"]
    assert list(found["nodes"]) == ["ann", "big co", "cy"]
    assert found["nodes"]["ann"]["label"] == "Ann Ek"
    assert [edge["relation"] for edge in found["edges"]][:2] == ["owns", "funds"]
    assert [edge["directed"] for edge in found["edges"]] == [True, True, True, False, False, True]
    assert found["metadata"]["sources"][0]["title"] == "The paper"
    assert found["edges"][0]["metadata"]["amount"] == "5"


def test_cytoscape_ids_are_unique():
    rows = [{"id": "a", "name": "A", "kind": "person"}, {"id": "r", "name": "R", "kind": "person"}]
    ties = [{"id": "r", "source": "a", "target": "r", "type": "funds"}]
    found = json.loads(files_of(of_rows(rows, ties), "cytoscape")[""])["elements"]
    assert found["edges"][0]["data"]["id"] == "relation r"
    assert found["edges"][0]["data"]["relation_id"] == "r"


def test_kumu(net):
    found = json.loads(files_of(net, "kumu")[""])
    assert found["elements"][0]["label"] == "Ann Ek"
    assert (found["elements"][0]["type"], found["elements"][0]["aliases"]) == (
        "person", ["Annie", "А. Эк"],
    )  # fmt: skip
    assert found["connections"][0]["from"] == "ann"
    assert found["connections"][0]["reference"] == [
        "Bo (2021). The paper. https://example.org/paper", "https://example.org/a",
    ]  # fmt: skip
    assert [each["direction"] for each in found["connections"]][2:5] == [
        "directed", "mutual", "mutual",
    ]  # fmt: skip


def test_gephis_two_tables(net):
    tables = {part: list(csv.DictReader(io.StringIO(data.decode())))
              for part, data in files_of(net, "gephi").items()}  # fmt: skip
    assert [row["Label"] for row in tables["nodes"]] == ["Ann Ek", "Big\nCo", "Cy"]
    assert tables["nodes"][0]["kind"] == "person"
    first = tables["edges"][0]
    assert (first["Source"], first["Target"], first["Type"]) == ("ann", "big co", "Directed")
    assert (first["Relation"], first["Weight"], first["Label"]) == ("owns", "0.5", "owns")
    assert tables["edges"][3]["Type"] == "Undirected"


def test_neo4js_tables(net):
    tables = {part: list(csv.DictReader(io.StringIO(data.decode())))
              for part, data in files_of(net, "neo4j").items()}  # fmt: skip
    assert tables["actors"][0]["id:ID"] == "ann"
    assert tables["actors"][0][":LABEL"] == "Actor|Person"
    assert tables["relations"][3][":TYPE"] == "BORDERS"
    assert tables["relations"][0]["confidence:double"] == "0.8"
    assert tables["relations"][3]["mutual:boolean"] == "true"
    assert (
        tables["sources"][0] | {"id:ID(Source)": "paper", ":LABEL": "Source"}
        == (tables["sources"][0])
    )


def test_openpyxl_reads_the_workbook_as_text(read, net):
    from openpyxl import load_workbook

    book = read("xlsx", load_workbook)
    assert book.sheetnames == ["actors", "relations", "sources", "types"]
    rows = list(book["relations"].iter_rows(values_only=True))
    header = list(rows[0])
    assert header[:3] == ["source", "target", "type"]
    assert rows[1][header.index("weight")] == 0.5
    assert rows[1][header.index("confidence")] == "B2"
    signs = [cell for cell in book["types"]["B"] if cell.value == "-"]
    assert [cell.data_type for cell in signs] == ["s"]
    hostile = of_rows([{"id": "a", "name": "=1+1", "kind": "person"}], [])
    book = load_workbook(io.BytesIO(files_of(hostile, "xlsx")[""]))
    cell = book["actors"]["B2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)
    assert load_workbook(io.BytesIO(files_of(net, "xlsx")[""])).properties.created.year == 2020


def test_pandas_reads_the_workbook_and_parquet(read, net, tmp_path):
    import pandas as pd

    frame = read(
        "xlsx",
        lambda path: pd.read_excel(path, sheet_name="actors", dtype="str", engine="openpyxl"),
    )
    assert list(frame["name"]) == ["Ann Ek", "Big\nCo", "Cy"]
    for part, data in files_of(net, "parquet").items():
        (tmp_path / f"{part}.parquet").write_bytes(data)
    relations = pd.read_parquet(tmp_path / "relations.parquet")
    assert relations["weight"].tolist()[0] == 0.5
    assert relations["confidence"].tolist()[:2] == [0.8, 0.25]
    assert relations["grade"].tolist()[0] == "B2"
    assert relations["stance"].tolist()[2] == "disputes"
    assert pd.read_parquet(tmp_path / "sources.parquet")["title"].tolist() == ["The paper"]


def test_sqlite_has_keys_and_views(read):
    with closing(read("sqlite", sqlite3.connect)) as database:
        database.execute("PRAGMA foreign_keys = ON")
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        words = "SELECT source, relation, target FROM relations_in_words WHERE id = 'r6'"
        assert database.execute(words).fetchall() == [("Cy", "owes", "Cy")]
        counts = "SELECT id, relations FROM relation_counts"
        assert database.execute(counts).fetchall() == [("ann", 4), ("big co", 4), ("cy", 3)]
        cited = "SELECT source, reference FROM relation_sources WHERE relation = 'r1'"
        assert database.execute(cited).fetchall() == [
            ("paper", "paper"), (None, "https://example.org/a"),
        ]  # fmt: skip
        bare = "SELECT count(*) FROM relations_without_source"
        assert database.execute(bare).fetchall() == [(5,)]
        keys = database.execute("PRAGMA foreign_key_list(relations)").fetchall()
        assert {(key[2], key[3]) for key in keys} == {
            ("actors", "source"), ("actors", "target"), ("types", "type"),
        }  # fmt: skip
        with pytest.raises(sqlite3.IntegrityError):
            database.execute("INSERT INTO relations (id, source, target, type)"
                             " VALUES ('x', 'nobody', 'ann', 'funds')")  # fmt: skip


def test_columns_that_differ_in_case_alone_have_names_of_their_own():
    rows = [{"id": "a", "name": "A", "kind": "person", "Kind": "x", "a b": "y"}]
    data = files_of(of_rows(rows, []), "sqlite")[""]
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(data)
        assert database.execute('SELECT kind, "Kind (own)", "a b" FROM actors').fetchall() == [
            ("person", "x", "y")
        ]


@pytest.mark.followthemoney
def test_followthemoney_finds_the_entities_valid(net):
    ftm = pytest.importorskip("followthemoney", reason="pip install followthemoney")
    lines = files_of(net, "ftm")[""].decode().splitlines()
    entities = [ftm.model.get_proxy(json.loads(line), cleaned=False) for line in lines]
    assert [entity.schema.name for entity in entities] == [
        "Person", "Company", "PublicBody",
        "Ownership", "Payment", "UnknownLink", "UnknownLink", "UnknownLink", "Article",
    ]  # fmt: skip
    for line, entity in zip(lines, entities, strict=True):
        written = json.loads(line)
        entity.schema.validate(written)
        assert ftm.types.registry.entity.validate(entity.id)
        # nothing is dropped or changed by the library's own cleaning
        assert {name: sorted(entity.get(name)) for name in written["properties"]} == {
            name: sorted(values) for name, values in written["properties"].items()
        }
        for prop in entity.iterprops():
            for value in entity.get(prop):
                assert prop.type.validate(value), (prop, value)
    owned = entities[3]
    assert (owned.get("owner"), owned.get("role")) == (["ann"], ["owns"])
    assert (owned.get("startDate"), owned.get("endDate")) == (["2020-02"], ["2022"])
    assert owned.get("proof") == [entities[-1].id]
    assert entities[4].get("summary") == ["alleged by Cy"]


def test_a_disputed_relation_is_not_asserted_to_followthemoney():
    data = files_of(network("A funds B stance=disputes"), "ftm")[""]
    assert [json.loads(line)["schema"] for line in data.decode().splitlines()] == [
        "Person", "Person",
    ]  # fmt: skip


def test_graphology_and_cytoscape_open_what_is_drawn(net, tmp_path):
    need_packages("graphology", "cytoscape")
    files = []
    for word in ("gexf", "graphml", "cytoscape"):
        files.append(tmp_path / f"x.{word}")
        files[-1].write_bytes(files_of(net, word)[""])
    command = [node_path(), str(ROOT / "tests" / "open_exports.js"), *map(str, files)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=100)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    due = {
        "nodes": ["ann", "big co", "cy"],
        "edges": ["r1", "r2", "r3", "r4", "r5", "r6"],
        "types": ["borders", "funds", "funds", "met", "owes", "owns"],
    }
    assert {word: {name: part[name] for name in due} for word, part in found.items()} == {
        "gexf": due, "graphml": due, "cytoscape": due,
    }  # fmt: skip
    assert (
        found["cytoscape"]["position"]
        == json.loads(files[2].read_bytes())["elements"]["nodes"][0]["position"]
    )

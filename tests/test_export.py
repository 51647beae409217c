"""A network is written for another program: by the ending, whole or not at all, and defused."""

import io
import json
import zipfile
from xml.etree import ElementTree as ET

import pytest
from any_network import networks
from hypothesis import HealthCheck, given, settings
from terminal import run
from test_nothing_withheld_leaves import FILES as PRIVATE_FILES
from test_nothing_withheld_leaves import REDACT, find_word
from tiny_network import folder, network, of_rows

import explorer
import graph
from graph.exporting.exported_network import ExportedNetwork
from graph.exporting.formats import BY_WORD, FORMATS, choose_format, export_network

WORDS = list(BY_WORD)
NAMES = {"gephi": "x.csv", "neo4j": "x.csv", "parquet": "x.parquet"}


def name_of(word):
    return NAMES.get(word, f"x{BY_WORD[word].endings[0]}" if BY_WORD[word].endings else "x")


def files_of(net, word):
    return export_network(net, BY_WORD[word]).files


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "case").mkdir()
    return folder(tmp_path / "case")


@pytest.mark.parametrize(
    ("name", "word", "chosen"),
    [
        ("a.gexf", None, "gexf"),
        ("A.GraphML", None, "graphml"),
        ("a.kumu.json", None, "kumu"),
        ("a.ftm.json", None, "ftm"),
        ("a.json", "jgf", "jgf"),
        ("a.txt", "gexf", "gexf"),
        ("a.db", None, "sqlite"),
        ("a.csv", "neo4j", "neo4j"),
    ],
)
def test_the_ending_chooses_the_format(name, word, chosen):
    assert choose_format(name, word).word == chosen


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["x.json"], "--as: '.json' may be jgf, cytoscape, node-link, ftm or kumu. Say which."),
        (["x.csv"], "--as: '.csv' may be gephi or neo4j. Say which."),
        (["x.gexff"], "FILE: 'x.gexff' does not end as a format does. Did you mean '.gexf'?"),
        (["x"], "There are: .gexf, .graphml,"),
        (["x.xlsx", "--as", "gexf"], "'x.xlsx' has the ending of Excel, not of GEXF 1.3."),
        (["x.gexf", "--as", "gexff"], "'gexff' is not a format. Did you mean 'gexf'?"),
        (["-"], "FILE - writes to stdout. Give the format: --as gexf."),
        (["-", "--as", "gephi"], "Gephi's CSV is several files. Give the name of a file."),
        (["actors.csv", "--as", "gephi"], "FILE: 'actors.csv' is the name of a data file."),
        (["-o", "x.gexf"], "Give the file alone: explore export FILE."),
    ],
)
def test_what_is_not_clear_is_refused_before_anything_is_written(data, tmp_path, words, message):
    answer = run("export", *words, data=data)
    assert (answer.exit_code, message in answer.stderr) == (2, True), answer.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["case"]


@pytest.mark.parametrize("word", WORDS)
def test_every_format_is_written_with_the_same_bytes_and_told(data, tmp_path, word):
    first = run("export", name_of(word), "--as", word, data=data)
    assert first.exit_code == 0, first.stderr
    written = {file: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()}
    assert first.stdout.endswith(": 2 actors, 1 relation, " + first.stdout.rsplit(", ", 1)[1])
    assert run("export", name_of(word), "--as", word, data=data).exit_code == 0
    assert written == {file: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()}


def test_several_files_stand_beside_each_other(data, tmp_path):
    answer = run("export", "mine.csv", "--as", "gephi", data=data)
    assert answer.stdout.startswith("mine.nodes.csv, mine.edges.csv: 2 actors, 1 relation")
    assert {file.name for file in tmp_path.glob("*.csv")} == {"mine.nodes.csv", "mine.edges.csv"}
    (tmp_path / "mine.edges.csv").unlink()
    (tmp_path / "mine.edges.csv").mkdir()  # the second cannot be written: the first stays
    before = (tmp_path / "mine.nodes.csv").read_bytes()
    failed = run("export", "mine.csv", "--as", "gephi", "--only-actor", "a", data=data)
    assert (failed.exit_code, "this is a folder" in failed.stderr) == (1, True)
    assert (tmp_path / "mine.nodes.csv").read_bytes() == before
    assert not list(tmp_path.glob(".*"))


def test_the_filters_of_the_command_line_hold():
    everything, some = (
        json.loads(run("export", "-", "--as", "node-link", *words).stdout)
        for words in ([], ["--only", "borders"])
    )
    assert len(everything["edges"]) > len(some["edges"]) > 0
    assert {edge["type"] for edge in some["edges"]} == {"borders"}


def test_a_claimant_whom_the_filters_leave_out_is_named():
    net = network("A funds B claimant=C", actors="C").avoid_actor("C")
    (row,) = ExportedNetwork(net).relations
    assert row["claimant"] == "C"


def is_word_in(file):
    """Return whether the marked word is anywhere in a file; packed ones are unpacked."""
    data = file.read_bytes()
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return any(find_word(packed.read(name)) for name in packed.namelist())
    if data[:4] == b"PAR1":
        import pandas as pd

        return find_word(pd.read_parquet(io.BytesIO(data)).to_csv().encode()) or find_word(data)
    return find_word(data)


@pytest.mark.parametrize("word", WORDS)
def test_nothing_withheld_leaves(tmp_path, word):
    data = tmp_path / "case"
    data.mkdir()
    folder(data, **PRIVATE_FILES)
    out = tmp_path / "out"
    out.mkdir()
    answer = run("export", str(out / name_of(word)), "--as", word, *REDACT, data=data)
    assert answer.exit_code == 0, answer.stderr
    assert "Withheld: 1 actor, 3 relations" in answer.stderr
    assert [file.name for file in out.iterdir() if is_word_in(file)] == []
    net = explorer.load(data)
    files = net.redact("phone", "channel", "shelf").export(out / "again.x", word)
    assert [file.name for file in files if is_word_in(file)] == []
    files = net.export(out / "all.x", word, include_private=True)
    assert any(map(is_word_in, files))


def test_it_never_overwrites_its_own_data(data):
    answer = run("export", "case/relations.csv.gexf", data=data)
    assert answer.exit_code == 0
    net = graph.load(data, relations=data / "relations.csv")
    (data / "relations.csv").rename(data / "relations.gexf")
    renamed = graph.load(data, relations=data / "relations.gexf")
    with pytest.raises(graph.OutputError, match="this file is an input"):
        renamed.export(data / "relations.gexf")
    assert net.relation_rows == renamed.relation_rows


@pytest.mark.long
def test_a_notebook_exports_and_saves(tmp_path):
    net = explorer.load_example()
    assert net.export(tmp_path / "a.gexf") == [tmp_path / "a.gexf"]
    assert net.save(tmp_path / "b.gexf").read_bytes() == (tmp_path / "a.gexf").read_bytes()
    without = net.export(tmp_path / "c.gexf", positions=False)[0].read_text(encoding="utf-8")
    assert "<viz:position" in (tmp_path / "a.gexf").read_text(encoding="utf-8")
    assert "<viz:position" not in without
    with pytest.raises(graph.QuestionError, match="'x' is not a format"):
        net.export(tmp_path / "d.json", "x")


def test_a_saved_layout_is_where_actors_are(data, tmp_path):
    (data / "layout.json").write_text('{"version": 1, "positions": {"a": [500, 20]}}')
    assert run("export", "x.cyjs", data=data).exit_code == 0
    nodes = json.loads((tmp_path / "x.cyjs").read_text(encoding="utf-8"))["elements"]["nodes"]
    assert nodes[0]["position"] == {"x": 500, "y": 20}
    assert run("export", "x.gexf", data=data).exit_code == 0
    assert '<viz:position x="500" y="-20" z="0"/>' in (tmp_path / "x.gexf").read_text()


HOSTILE = [
    {"id": "a", "name": "=1+1", "kind": "person", "description": "<b>\x1b]]>&", "note": "+x"},
    {"id": "b", "name": "\ufffe@SUM(A1)", "kind": "person"},
]


@pytest.mark.parametrize("word", ["gephi", "neo4j"])
def test_formulas_are_defused_in_csv(word):
    net = of_rows(HOSTILE, [{"source": "a", "target": "b", "type": "funds", "note": "=1"}])
    text = b"".join(files_of(net, word).values()).decode()
    assert "'=1+1" in text
    assert ",=" not in text
    assert ",+x" not in text


@pytest.mark.parametrize("word", ["gexf", "graphml"])
def test_characters_that_xml_forbids_are_replaced_and_counted(word):
    net = of_rows(HOSTILE, [])
    export = export_network(net, BY_WORD[word])
    assert export.notes == (
        "2 invisible characters, which XML cannot hold, are replaced by U+FFFD.",
    )
    text = export.files[""].decode()
    assert ("<b>" in text, "&lt;b&gt;\ufffd]]&gt;&amp;" in text) == (False, True)
    assert ET.fromstring(text) is not None  # noqa: S314 - we wrote it


def test_ids_that_xml_cannot_tell_apart_are_refused():
    rows = [{"id": one, "name": one, "kind": "person"} for one in ("a\x01", "a\x02")]
    with pytest.raises(graph.OutputError, match="differ only by characters that XML cannot hold"):
        files_of(of_rows(rows, []), "gexf")


def test_what_excel_would_cut_is_refused():
    rows = [{"id": "a", "name": "A", "kind": "person", "description": "x" * 32_768}]
    with pytest.raises(graph.OutputError, match=r"a cell of 32,768 characters.*\.sqlite"):
        files_of(of_rows(rows, []), "xlsx")


def test_relations_that_are_left_out_are_not_counted(tmp_path):
    net = network("A funds B", "A funds B stance=disputes claimant=A")
    net.to_folder(tmp_path / "case")
    answer = run("export", str(tmp_path / "x.json"), "--as", "ftm", data=tmp_path / "case")
    assert "2 actors, 1 relation," in answer.output


def test_what_a_format_cannot_hold_is_said_once():
    actors = [{"id": "a", "name": "A", "kind": "person", "start": "1450~", "mine": "x"},
              {"id": "b", "name": "B", "kind": "person"}]  # fmt: skip
    relations = [
        {"source": "a", "target": "b", "type": "funds", "confidence": "B2"},
        {"source": "a", "target": "b", "type": "opposes", "stance": "disputes"},
    ]
    export = export_network(of_rows(actors, relations), BY_WORD["ftm"])
    assert export.left_out_count == 1
    assert export.notes == (
        "FollowTheMoney cannot hold these columns of the actors: mine.",
        "FollowTheMoney cannot hold these columns of the relations: confidence.",
        "1 relation that a row disputes: left out, as FollowTheMoney would assert it.",
        "1 date that FollowTheMoney cannot hold, such as .. or ended: left out.",
    )
    assert export_network(network("A funds B"), BY_WORD["ftm"]).notes == ()


@pytest.mark.parametrize("word", WORDS)
def test_a_network_without_relations_and_one_without_actors_are_written(word):
    assert all(files_of(network(actors="A B"), word).values())
    assert (word == "ftm") != all(files_of(network(), word).values())  # of nobody: no lines


@pytest.mark.long
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(files=networks())
def test_any_network_that_is_read_is_written(tmp_path, files):
    for name in ("actors", "relations", "sources", "types"):
        (tmp_path / f"{name}.csv").unlink(missing_ok=True)
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    try:
        net = graph.load(tmp_path, cache=False)
    except graph.DataError:
        return
    for form in FORMATS:
        export = export_network(net, form, positions=False)
        assert export == export_network(net, form, positions=False)
        assert all(isinstance(data, bytes) for data in export.files.values())

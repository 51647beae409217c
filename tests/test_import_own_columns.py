"""Own columns are kept whatever they are called, and come back from what we export."""

import pytest
from drafted import read, to_network
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from importing import read_rows
from tiny_network import of_rows

import graph
from graph.exporting.formats import BY_WORD, export_network
from graph.importing.run import import_files

FILES = {
    "gexf": "a.gexf",
    "graphml": "a.graphml",
    "jgf": "a.json",
    "cytoscape": "a.cyjs",
    "node-link": "a.json",
}
OWN = ["place", "key", "directed", "sign", "wording", "currency", "label", "summary", "title",
       "selected", "relation_id", "interaction", "parent", "dates as written"]  # fmt: skip
names = st.lists(st.sampled_from(OWN), min_size=1, max_size=6, unique=True)


def network(own, cell="a - b"):
    """Return two actors and two relations that all have own columns."""
    cells = {name: f"{cell} {number}" for number, name in enumerate(own)}
    actors = [{"id": one, "name": one.upper(), "kind": "person", "aliases": "X; Y|Z", **cells}
              for one in ("a1", "b1")]  # fmt: skip
    relations = [{"source": "a1", "target": "b1", "type": kind, "id": kind, **cells}
                 for kind in ("ally", "funds")]  # fmt: skip
    return of_rows(actors, relations)


def own_cells(net):
    rows = [*net.actor_rows, *net.relation_rows]
    return [each.aliases for each in net.actor_rows], [dict(each.attributes) for each in rows]


@pytest.mark.parametrize(("word", "name"), FILES.items())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(own=names)
def test_own_columns_come_back_from_a_network_file(word, name, own):
    net = network(own)
    found = to_network(read(export_network(net, BY_WORD[word], positions=False).files[""], name))
    assert own_cells(found)[1] == own_cells(net)[1]


@pytest.mark.parametrize(("word", "name"), FILES.items())
def test_own_columns_and_aliases_come_back_as_a_folder(tmp_path, word, name):
    net = network(OWN)
    file = tmp_path / name
    file.write_bytes(export_network(net, BY_WORD[word], positions=False).files[""])
    for each, text in import_files([file]).files.items():
        (tmp_path / each).write_text(text, encoding="utf-8")
    assert own_cells(graph.load(tmp_path, cache=False)) == own_cells(net)


def relations_of(tmp_path, text):
    file = tmp_path / "ties.csv"
    file.write_text(text, encoding="utf-8")
    imported = import_files([file])
    return read_rows(imported.files["relations.csv"]), imported.files["import.md"]


@pytest.mark.parametrize(
    ("header", "row", "name", "due"),
    [
        ("source,target,type,wording", "Anna,Bo,enemy of,mine", "wording", "enemy of"),
        ("from,to,date,dates as written", "Anna,Bo,soon,mine", "dates as written", "soon"),
    ],
)  # fmt: skip
def test_a_column_that_import_writes_never_overwrites_yours(tmp_path, header, row, name, due):
    rows, report = relations_of(tmp_path, f"{header}\n{row}\n")
    assert (rows[0][name], rows[0][f"original {name}"]) == (due, "mine")
    assert f"kept as 'original {name}'" in report.replace("\\", "")


@pytest.mark.parametrize("words", [("friendly", "hostile"), ("Leo", "Virgo"), ("+", "-")])
def test_a_column_called_sign_is_yours_where_its_values_are_no_signs(tmp_path, words):
    rows, _ = relations_of(
        tmp_path, f"source,target,type,sign\nA,B,met,{words[0]}\nB,C,met,{words[1]}\n"
    )
    assert [row.get("sign") for row in rows] == ([None, None] if words == ("+", "-") else [*words])


def test_a_dash_in_a_column_of_your_own_or_in_a_note_stays(tmp_path):
    text = "source,target,type,end,mood,note\nA,B,ally,-,+,x\nB,C,ally,2001,-,-\n"
    rows, _ = relations_of(tmp_path, text)
    assert [(row["end"], row["mood"], row["note"]) for row in rows] == [
        ("", "+", "x"), ("2001", "-", "-")]  # fmt: skip


def test_attributes_of_foreign_files_with_our_names_are_kept():
    keys = "".join(
        f'<key id="{family[0]}{name}" for="{family}" attr.name="{name}"/>'
        for family, given in (("node", ("id", "place", "key")), ("edge", ("source", "place")))
        for name in given
    )
    node = '<node id="a"><data key="nid">A7</data><data key="nplace">Riga</data></node>'
    edge = '<edge source="a" target="b"><data key="esource">Reuters</data>'
    text = f'<graphml>{keys}<graph>{node}{edge}<data key="eplace">Oslo</data></edge></graph>'
    draft = read(f"{text}</graphml>", "a.graphml")
    assert draft.actors["original id"] == ["A7"]
    assert draft.actors["place"] == ["Riga"]
    assert draft.relations["original source"] == ["Reuters"]
    assert (draft.relations["source"], draft.relations["place"]) == (["a"], ["Oslo"])


def test_followthemoney_says_which_types_lose_their_sign():
    net = of_rows([{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
                  [{"source": "a", "target": "b", "type": "smears"}],
                  [{"type": "smears", "sign": "-"}])  # fmt: skip
    notes = export_network(net, BY_WORD["ftm"]).notes
    assert "FollowTheMoney holds the names of your own types without their signs: smears." in notes


def test_a_column_called_key_is_your_own_beside_the_ids(tmp_path):
    people = "id,name,kind,key\na1,Ann Ek,person,k7\nb1,Bo Li,person,k8\n"
    (tmp_path / "people.csv").write_text(people)
    (tmp_path / "ties.csv").write_text("source,target,type\na1,b1,ally\n")
    made = import_files([tmp_path / "people.csv", tmp_path / "ties.csv"])
    rows = read_rows(made.files["actors.csv"])
    assert [(row["id"], row["key"]) for row in rows] == [("a1", "k7"), ("b1", "k8")]


def test_own_columns_come_back_from_a_workbook(tmp_path):
    net = network(["place", "key", "sign", "wording", "currency"])
    file = tmp_path / "a.xlsx"
    file.write_bytes(export_network(net, BY_WORD["xlsx"], positions=False).files[""])
    for each, text in import_files([file]).files.items():
        (tmp_path / each).write_text(text, encoding="utf-8")
    assert own_cells(graph.load(tmp_path, cache=False))[1] == own_cells(net)[1]

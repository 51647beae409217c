"""Networks written as CSV files read as the same Networks, and run in no spreadsheet."""

import csv

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from terminal import run
from tiny_network import network, of_rows

import graph
from explorer.cli import explore
from graph.formats.csv_writer import format_csv_files
from graph.formats.formulas import guard_formula, unguard_formula


def saved(net, path):
    """Return a Network as it reads after it was written."""
    return graph.load(next(iter(net.to_folder(path))).parent)


def everything(net):
    """Return all that a Network holds, apart from where it was read."""
    return (net.actor_rows, net.relation_rows, net.source_rows, dict(net.types))


def test_the_example_comes_back(tmp_path, belarus):
    again = saved(belarus, tmp_path / "new" / "case")
    assert everything(again) == everything(belarus)
    assert format_csv_files(again) == format_csv_files(belarus)


def test_only_what_the_filters_keep_is_written(tmp_path, belarus):
    kept = belarus.at("2022").avoid("borders").avoid_actor("Poland")
    assert everything(saved(kept, tmp_path).at("2022")) == everything(kept)


def test_ids_stay_when_a_twin_row_is_filtered_out(tmp_path):
    net = network("A funds B confidence=0.1", "A funds B confidence=0.9").min_confidence(0.5)
    (relation,) = net.relation_rows
    assert relation.id.endswith("-2")
    assert saved(net, tmp_path).relation_rows == (relation,)


def test_types_of_ones_own_and_changed_ones_come_back(tmp_path):
    owes = {"type": "owes", "sign": "-", "mutual": "no", "influence": "yes", "label": "owes",
            "inverse": "is owed by"}  # fmt: skip
    funds = owes | {"type": "funds", "sign": "0", "mutual": "yes"}
    net = network("A owes B", "B funds C", types=[owes, funds])
    assert format_csv_files(net)["types.csv"].splitlines()[1:] == [
        "funds,0,yes,yes,no,owes,is owed by,",
        "owes,-,no,yes,no,owes,is owed by,",
    ]
    assert everything(saved(net, tmp_path)) == everything(net)


def test_columns_of_ones_own_come_back(tmp_path):
    (tmp_path / "actors.csv").write_text("id,name,kind,=rank\na,Ann,person,=1\nb,Bob,person,\n")
    (tmp_path / "relations.csv").write_text("source,target,type,who\na,b,ally,me\n")
    (tmp_path / "sources.csv").write_text("id,title,shelf\ns,A book,9\n")
    net = graph.load(tmp_path)
    again = saved(net, tmp_path / "new")
    assert everything(again) == everything(net)
    assert again.actor_rows[0].attributes == {"=rank": "=1"}
    assert again.source_rows[0].attributes == {"shelf": "9"}
    assert again.sources["shelf"].tolist() == ["9"]
    assert graph.Network.from_graph(net.graph).source_rows == net.source_rows


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
TRICKY = st.text(st.sampled_from("'=+-@;,\t\"\r\n a1|\u200b\ufeff\uff1d"), max_size=8)
CELL = (TEXT | TRICKY).map(str.strip)


@st.composite
def rows(draw, columns, *, size):
    return [{name: draw(CELL) for name in columns} for _ in range(size)]


@pytest.mark.slow
@given(st.data())
def test_any_network_comes_back_from_its_files(tmp_path_factory, data):
    extra = data.draw(st.lists(CELL.filter(bool), max_size=2, unique=True))
    names = data.draw(st.lists(CELL.filter(bool), min_size=2, max_size=4, unique=True))
    actors = data.draw(rows(["aliases", "description", "reference", *extra], size=len(names)))
    for actor, name in zip(actors, names, strict=True):
        actor.update(id=name, name=data.draw(CELL.filter(bool)), kind="person")
    relations = data.draw(rows(["note", "reference", *extra], size=3))
    for relation in relations:
        ends = {"source": data.draw(st.sampled_from(names)), "target": names[0]}
        relation.update(ends, type=data.draw(st.sampled_from(["funds", "ally"])))
    try:
        net = of_rows(actors, relations)
    except graph.DataError:
        return  # an own column that is called as a known one, with what it can't hold
    again = saved(net, tmp_path_factory.mktemp("saved") / "case")
    assert everything(again) == everything(net)


@given(CELL)
def test_the_guard_of_a_cell_comes_off_again(cell):
    assert unguard_formula(guard_formula(cell)) == cell


@pytest.mark.parametrize("start", ["", " ", "\t", "\u200b", "\ufeff", "x;", "\r"])
@pytest.mark.parametrize("opener", list("=+-@＝＋－＠−"))
def test_no_cell_that_is_written_is_a_formula(start, opener):
    cell = f"{start}{opener}cmd|'/c calc'!A1"
    *_, part = guard_formula(cell).split(";")
    assert part.startswith("'")


def test_a_long_run_of_blanks_is_looked_at_once():
    cell = "'" + "\t" * 100_000 + "I"
    assert (guard_formula(cell), unguard_formula(cell)) == (cell, cell)


def test_files_that_are_there_stay(tmp_path, belarus):
    (tmp_path / "sources.csv").write_text("mine")
    with pytest.raises(graph.OutputError, match=r"already has sources\.csv\. Give another folder"):
        belarus.to_folder(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["sources.csv"]


def test_the_terminal_saves_what_its_filters_keep(tmp_path):
    target = tmp_path / "allies"
    answer = run("save", str(target), "--only", "ally", "--kind", "state")
    warned = "Warning: story.md: was not saved, because it names what the filters leave out.\n"
    assert (answer.exit_code, answer.stderr) == (0, warned)
    net = graph.load_example().only("ally").kind("state")
    held = f"{len(net.actor_rows)} actors, {len(net.relation_rows)} relation"
    assert answer.stdout == f"{target}: actors.csv, relations.csv, sources.csv: {held}\n"
    assert everything(graph.load(target)) == everything(net)
    again = run("save", str(target))
    assert (again.exit_code, again.stdout) == (1, "")
    assert again.stderr.count("\n") == 1


def test_another_encoding_is_converted_by_saving(tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    (old / "actors.csv").write_bytes("id;name;kind\na;Лукашенко;person\n".encode("cp1251"))
    (old / "relations.csv").write_text("source;target;type\n")
    words = ["--data", str(old), "--encoding", "windows-1251", "save", str(new)]
    assert CliRunner().invoke(explore, words).exit_code == 0
    with (new / "actors.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file)) == [["id", "name", "kind"], ["a", "Лукашенко", "person"]]

"""Large files are read another way, and must read the same in every respect."""

import dataclasses
import itertools
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import graph
from graph.data import dictionary_column, matching_rows
from graph.data.limits import Limits
from graph.errors import DataError
from graph.formats import csv_file, large_csv
from graph.formats.large_csv import read_large
from graph.select import adjacency

NOTHING_IS_LARGE = 1 << 60
CELLS = st.text(alphabet="ab ,;\"'=1\t\u00a0é\u200b", max_size=4)
QUOTED = CELLS.map(lambda text: '"' + text.replace('"', '""') + '"')
BARE = CELLS.map(lambda text: "".join(char for char in text if char not in ',;\t"'))
ROWS = st.lists(st.lists(BARE | QUOTED, min_size=2, max_size=2), min_size=1, max_size=6)


@pytest.fixture
def everything_is_large(monkeypatch):
    monkeypatch.setattr(csv_file, "LARGE", 0)
    monkeypatch.setattr(adjacency, "MANY", 0)


@pytest.fixture(autouse=True, params=[0, large_csv.MANY], ids=["in Arrow", "in Python"])
def texts(request, monkeypatch):
    """Leave the texts of every column in Arrow, and those of none."""
    monkeypatch.setattr(large_csv, "MANY", request.param)


def plain(table):
    columns = {name: list(cells) for name, cells in table.columns.items()}
    return dataclasses.replace(table, columns=columns, lines=list(table.lines))


@given(rows=ROWS, delimiter=st.sampled_from(",;\t"), ending=st.sampled_from(["\n", "\r\n"]))
def test_what_is_read_fast_is_read_alike(rows, delimiter, ending):
    raw = ending.join(map(delimiter.join, [[" a ", '"b"'], *rows, []])).encode()
    fast = read_large(raw, "t.csv", Limits(), csv_file.read_header)
    assume(fast is not None)
    with TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patch:
        path = Path(place, "t.csv")
        path.write_bytes(raw)
        patch.setattr(csv_file, "LARGE", NOTHING_IS_LARGE)
        slow = csv_file.read_csv(path)
    assert plain(fast) == plain(slow)


ACTORS = "id,name,kind,aliases\na,Anna,person,\nb,Bo,person,Bob|B\nc,Cy,state,\nd,Di,person,\n"
RELATIONS = (
    "source,target,type,start,end,weight,confidence,stance,reference\n"
    "a,b,ally,2020,2021,2,B2,asserts,x\n"
    "Anna,b,ally,2020,2021,2,0.5,disputes,x\n"
    "a,b,ally,2020,2021,2,B2,asserts,x\n"
    "b,c,funds,,,,,,\n"
    "c,d,opposes,2022-01,,0.5,,disputes,y\n"
    "d,a,funds,,2019,,,,x|y\n"
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "actors.csv").write_text(ACTORS, encoding="utf-8")
    (tmp_path / "relations.csv").write_text(RELATIONS, encoding="utf-8")
    return tmp_path


def told(net):
    return net.actor_rows, net.relation_rows, [str(warning) for warning in net.warnings]


@pytest.mark.slow
def test_a_network_is_the_same_either_way(folder, monkeypatch):
    small = graph.load(folder)
    monkeypatch.setattr(csv_file, "LARGE", 0)
    large = graph.load(folder)
    assert isinstance(large.columns.relations.columns["type"], dictionary_column.DictionaryColumn)
    assert told(large) == told(small)
    assert large.relations.equals(small.relations)
    assert large.at("2020").relations.equals(small.at("2020").relations)
    assert large.min_confidence(0.6).relations.equals(small.min_confidence(0.6).relations)
    assert large.avoid("funds").relations.equals(small.avoid("funds").relations)


@pytest.mark.slow
@pytest.mark.parametrize(
    "options", [{}, {"directed": True}, {"by": "confidence"}, {"by": "confidence", "hubs": False}]
)
def test_paths_are_the_same_either_way(folder, monkeypatch, options):
    small = graph.load(folder)
    monkeypatch.setattr(csv_file, "LARGE", 0)
    monkeypatch.setattr(adjacency, "MANY", 0)
    large = graph.load(folder)
    for select in (lambda net: net, lambda net: net.avoid("funds"), lambda net: net.at("2020")):
        for one, other in itertools.product("abcd", repeat=2):
            wanted = select(small).path(one, other, **options).to_dict()
            assert select(large).path(one, other, **options).to_dict() == wanted


@pytest.mark.slow
def test_neighbours_are_counted_as_they_are_listed(folder, monkeypatch):
    monkeypatch.setattr(csv_file, "LARGE", 0)
    monkeypatch.setattr(adjacency, "MANY", 0)
    for direction in ("either", "forwards", "backwards"):
        counted, listed = (graph.load(folder).adjacency(direction) for _ in range(2))
        counts = [adjacency.count_neighbours(counted, actor) for actor in range(4)]
        assert counts == [len(listed[actor]) for actor in range(4)]


@pytest.mark.usefixtures("everything_is_large")
@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("a,b,allly,,,,,,", "relations.csv:8: type: 'allly' is not a relation type."),
        ("a,a;b,ally,,,,,,", "relations.csv:8: target: 'a;b' names no actor."),
        ("a,b,ally,2021,2020,,,,", "relations.csv:8: end: '2020' is before the start"),
        ("a,b,ally,2021,,-1,,,", "relations.csv:8: weight: '-1' is"),
        (",b,ally,2021,,,,,", "relations.csv:8: source: is empty, below"),
        ("a,b", "relations.csv:8: has 2 cells"),
    ],
)
def test_a_problem_in_a_large_file_has_its_line(folder, line, problem):
    with (folder / "relations.csv").open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    with pytest.raises(DataError) as caught:
        graph.load(folder)
    assert problem in str(caught.value)


@pytest.mark.usefixtures("everything_is_large")
def test_a_repeated_row_in_a_large_file_names_the_first(folder):
    (warning,) = (w for w in graph.load(folder).warnings if w.rule == "identical-row")
    assert (warning.line, warning.what) == (4, "is identical to line 2.")


def test_a_column_of_codes_is_a_sequence():
    column = dictionary_column.repeat_value("ally", 3)
    assert list(column) == ["ally"] * 3
    assert column[1:] == ["ally", "ally"]
    assert matching_rows.find_rows(column, bool) == [0, 1, 2]
    assert list(matching_rows.find_first_rows(column)) == [(0, "ally")]

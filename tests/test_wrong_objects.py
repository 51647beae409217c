"""Whatever object a public constructor is given, and whatever a file is: an error of ours."""

import json
import os
from contextlib import contextmanager, suppress
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest
from systems import make_socket, only_on_posix
from terminal import folder, run

import explorer
import graph
from graph.saved.layout_file import find_layout


class Unreadable:
    """An object whose text cannot be had."""

    def __str__(self):
        raise ZeroDivisionError

    __repr__ = __str__


NESTED = []
NESTED.append(NESTED)
DEEP = "[" * 100_000
OBJECTS = {
    "None": None, "number": 5, "text": "ann", "empty": "", "bytes": b"a", "list": [1, 2],
    "dictionary": {}, "nested": NESTED, "class": int, "function": len, "unreadable": Unreadable(),
    "frame": pd.DataFrame(), "graph": nx.Graph(), "array": pd.Series([1, 2]).array,
    "nan": float("nan"), "path": Path("nowhere"), "NUL": "a\0b", "long": "x" * 5000,
    "surrogate": "\udcff",
}  # fmt: skip
CASE = Path(__file__).parent / "cases" / "evidence"  # small: what is wrong stands beside it
GOOD = graph.load(CASE)


@contextmanager
def only_our_errors():
    with suppress(graph.GraphError):
        yield


@pytest.mark.parametrize("wrong", OBJECTS.values(), ids=OBJECTS)
@pytest.mark.parametrize("package", [graph, explorer])
def test_every_constructor_refuses_every_wrong_object(wrong, package):
    network = type(package.load(CASE))
    for name in ("actors", "relations", "sources", "types"):
        frames = {"actors": GOOD.actors, "relations": GOOD.relations, name: wrong}
        with only_our_errors():
            network.from_frames(**frames)
        with only_our_errors():
            package.load(CASE, **{name: wrong})
    for constructor in (network.from_graph, network.from_columns, package.load):
        with only_our_errors():
            constructor(wrong)
    for option in ("encoding", "limits"):
        with only_our_errors():
            package.load(CASE, **{option: wrong})
    for versions in ((GOOD, wrong), (wrong, GOOD)):
        with only_our_errors():
            package.compare(*versions)
    with only_our_errors():
        graph.Limits(largest_file=wrong)
    with only_our_errors():
        find_layout(GOOD.files, wrong)


@pytest.mark.long
@pytest.mark.nightly(but_each=2)
@pytest.mark.parametrize("wrong", OBJECTS.values(), ids=OBJECTS)
def test_whatever_writes_refuses_every_wrong_object(tmp_path, monkeypatch, wrong):
    monkeypatch.chdir(tmp_path)
    network = explorer.load(CASE)
    writers = (
        network.to_folder,
        network.save,
        network.picture().save,
        explorer.compare(network, network).save,
    )
    for write in writers:
        with only_our_errors(), suppress(OSError):
            write(wrong)


def test_the_errors_say_what_is_due():
    with pytest.raises(graph.QuestionError) as caught:
        graph.Network.from_frames([1, 2], {})
    assert str(caught.value) == "actors: an object of the type list is not a pandas frame."
    with pytest.raises(graph.QuestionError, match=r"^before: an object of the type int is"):
        graph.compare(5, GOOD)
    with pytest.raises(graph.QuestionError, match=r"^folder: an object of the type bytes"):
        graph.load(b"x")
    with pytest.raises(graph.QuestionError, match=r"^folder: an object of the type int"):
        GOOD.to_folder(5)
    with pytest.raises(graph.QuestionError, match=r"^most_cells: '-1' is not a whole"):
        graph.Limits(most_cells=-1)


@pytest.mark.parametrize("wrong", [*OBJECTS.values(), 10**5000], ids=[*OBJECTS, "huge number"])
def test_any_object_may_be_in_a_cell(wrong):
    for name in ("actors", "relations", "sources"):
        frame = getattr(GOOD, name)
        cells = [wrong, *[""] * (len(frame) - 1)]
        column = pd.Series(cells, frame.index, dtype=object)
        frames = {"actors": GOOD.actors, "relations": GOOD.relations}
        for changed in (frame.assign(own=column), frame.rename(columns={"note": 5})):
            with only_our_errors():
                graph.Network.from_frames(**{**frames, name: changed})


@pytest.mark.parametrize("wrong", [*OBJECTS.values(), 10**5000], ids=[*OBJECTS, "huge number"])
def test_any_object_may_be_an_attribute_of_a_graph(wrong):
    one = nx.MultiDiGraph(sources=wrong)
    one.add_node("a", note=wrong)
    one.add_node("b")
    one.add_edge("a", "b", note=wrong, sign=wrong)
    with suppress(TypeError, ValueError):  # not every object can be a node, or a key
        one.add_edge(wrong, "b", wrong)
        one.nodes["a"][wrong] = 1
    with only_our_errors():
        graph.Network.from_graph(one)


@pytest.mark.parametrize(
    "sources", [DEEP, DEEP + "]" * 100_000, '{"a":' * 100_000, "9" * 5000, "[[1]]", "NaN", "[{}]",
                json.dumps([{"id": [[[1]]]}])]
)  # fmt: skip
def test_sources_of_a_graph_may_be_any_text(sources):
    one = nx.Graph(sources=sources)
    one.add_edge("a", "b")
    with only_our_errors():
        assert len(graph.Network.from_graph(one).actor_rows) == 2


NO_FILES = {
    "a pipe": os.mkfifo if os.name == "posix" else None,
    "a socket": make_socket,
    "a device": lambda path: path.symlink_to("/dev/null"),
    "a folder": Path.mkdir,
    "a link to 'nowhere'": lambda path: path.symlink_to("nowhere"),
    "a link to itself": lambda path: path.symlink_to(path.name),
}
NAMES = ["actors.csv", "relations.csv", "sources.csv", "types.csv", "story.md", "layout.json",
         "sources.csv.gz", "types.csv.gz"]  # fmt: skip


@only_on_posix
@pytest.mark.timeout(120)
@pytest.mark.parametrize("kind", NO_FILES)
@pytest.mark.parametrize("name", NAMES)
def test_an_input_that_is_no_file_is_told(tmp_path, name, kind):
    place = folder(tmp_path)
    file = place / name
    file.unlink(missing_ok=True)
    if name.endswith(".gz"):
        file.with_suffix("").unlink(missing_ok=True)
    NO_FILES[kind](file)
    answer = run("html", "-o", str(tmp_path / "page.html"), data=place)
    assert (answer.exit_code, answer.stdout) == (1, "")
    assert name in answer.stderr
    assert kind in answer.stderr or "cannot be read" in answer.stderr
    if name != "layout.json":  # of a page, and no part of the data
        checked = run("check", data=place)
        assert checked.exit_code == 1
        assert name in checked.output


@only_on_posix
@pytest.mark.parametrize("kind", NO_FILES)
def test_a_layout_beside_the_data_is_never_passed_over(tmp_path, kind):
    NO_FILES[kind](folder(tmp_path) / "layout.json")
    with pytest.raises(graph.DataError, match=r"layout\.json"):
        explorer.load(tmp_path).html()
    assert explorer.load(tmp_path).html(layout=False)

"""Work is bounded, whatever is asked: few paths of very many, and no distance to a long query."""

import io
import json
import sys

import networkx as nx
import numpy as np
import pytest
from click.testing import CliRunner
from terminal import environment, folder, on_terminal, process, run

import graph
from explorer.cli import explore
from explorer.cli.ask_actor import ask_actor
from explorer.picture.large_networks import choose_drawn
from graph.analysis.large import betweenness, strategy
from graph.analysis.large.edge_arrays import EdgeArrays
from graph.analysis.large.pair_search import PairSearch
from graph.analysis.paths import rank
from graph.analysis.paths.order import iter_cheapest
from graph.data.records import Actor
from graph.errors import ActorAmbiguous
from graph.layout import large_component
from graph.layout.positions import compute_positions

SIDE, SHORTEST = 14, 10_400_600
LONG = "ada" * 3_334
GRID = [
    (f"n{row}x{column}", f"n{row + down}x{column + right}")
    for row in range(SIDE)
    for column in range(SIDE)
    for down, right in ((0, 1), (1, 0))
    if row + down < SIDE and column + right < SIDE
]


@pytest.fixture
def grid(tmp_path):
    names = sorted({name for pair in GRID for name in pair})
    actors = "".join(f"{name},{name},person\n" for name in names)
    relations = "".join(f"{one},{other},ally\n" for one, other in GRID)
    return folder(
        tmp_path, f"id,name,kind\n{actors}", f"source,target,type\n{relations}", "id,title\n"
    )


@pytest.fixture
def walked(monkeypatch):
    """Every path that is generated."""
    seen = []

    def iter_seen(*search):
        for path in iter_cheapest(*search):
            seen.append(path)
            yield path

    monkeypatch.setattr(rank, "iter_cheapest", iter_seen)
    return seen


@pytest.mark.parametrize("limit", [1, 7])
def test_of_ten_million_paths_only_those_compared_are_walked(grid, walked, limit):
    words = ["path", "n0x0", f"n{SIDE - 1}x{SIDE - 1}", "--all", "--limit", str(limit)]
    text = run(*words, data=grid)
    assert text.exit_code == 0
    assert limit <= len(walked) <= rank.MOST_COMPARED
    assert f"{SHORTEST:,}" in text.stdout or f"{SHORTEST - limit:,}" in text.stdout
    answer = json.loads(run(*words, "--format", "json", data=grid).stdout)
    assert len(walked) <= 2 * rank.MOST_COMPARED
    assert (answer["path_count"], answer["cut_short"]) == (SHORTEST, True)
    assert len(answer["paths"]) == limit


def test_without_a_limit_there_is_one(grid, walked):
    answer = run("path", "n0x0", f"n{SIDE - 1}x{SIDE - 1}", "--all", data=grid)
    assert answer.exit_code == 0
    assert len(walked) <= 1000


@pytest.fixture
def no_distance(monkeypatch):
    monkeypatch.setitem(sys.modules, "rapidfuzz.distance", None)  # importing it fails


LONG_QUERIES = [
    ["path", LONG, "bank"],
    ["path", "ada", LONG],
    ["show", LONG],
    ["path", "ada", "dock", "--avoid-actor", LONG],
    ["centrality", "--avoid-actor", LONG],
]


@pytest.mark.usefixtures("no_distance")
@pytest.mark.parametrize("words", LONG_QUERIES, ids=lambda words: " ".join(words)[:20])
def test_a_long_query_is_refused_before_any_distance(tmp_path, words):
    answer = run(*words, data=folder(tmp_path))
    assert (answer.exit_code, answer.stdout) == (1, "")
    assert "library" not in answer.stderr
    assert "names no actor" in answer.stderr
    assert answer.stderr.count("\n") == 1


@pytest.mark.usefixtures("no_distance")
def test_a_short_one_is_measured(tmp_path):
    assert "library" in run("show", "Ada Ekk", data=folder(tmp_path)).stderr


def test_nor_is_anything_long_that_is_typed_when_asked_back(tmp_path):
    data = str(folder(tmp_path, "id,name,kind\na,Ada Ek,person\nb,Ada Oy,person\n",
                      "source,target,type\na,b,ally\n", "id,title\n"))  # fmt: skip
    reply = b"1" * 4000 + b"\n0\n"
    output, code = on_terminal("--data", data, "show", "Ada", reply=reply)
    assert code == 1
    assert "Give a number from 0 to 2." in output
    assert "Traceback" not in output


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [("2\n", "b"), ("0\n", None), ("00\n", None), ("0000000009\n", None), ("0" * 9999 + "1", None),
     ("9" * 10_000 + "\n1\n", "a"), ("٢\n", None), ("-1\n", None), ("", None)],
)  # fmt: skip
def test_only_a_number_on_offer_chooses(monkeypatch, typed, chosen):
    offered = [Actor(id=name, name=name, kind="person") for name in "ab"]
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    actor = ask_actor(ActorAmbiguous("x", offered))
    assert (actor and actor.id) == chosen


HOSTILE = {
    "bytes": b"\xff\xfe\x00a\x00",
    "NUL": b"id,name,kind\na,A\0b,person\n",
    "quote": b'id,name,kind\na,"A,person\n',
    "nothing": b"",
    "controls": "id,name,kind\na,\x1b[2J\u202e,person\nb,,\n".encode(),
    "surrogates": b"id,name,kind\na,\xed\xa0\x80,person\n",
}
TYPED = ["", LONG, "\x1b[2J", "'", '"', "\\", "--", "$(x)", "--by", "--avoid", "\udcff", "\u202e"]


def complete(instruction, line, text):
    """Ask for completions in this process; nothing but offers may come of it."""
    setting = {"_EXPLORE_COMPLETE": instruction, "COMP_LINE": line, "COMP_TEXT": text}
    answer = CliRunner().invoke(explore, [], prog_name="explore", env=setting)
    assert isinstance(answer.exception, SystemExit | None), (line, text)
    assert answer.stderr_bytes == b"", (line, text)
    assert b"\x1b" not in answer.stdout_bytes, (line, text)
    return answer.stdout_bytes


@pytest.mark.parametrize(
    ("data", "shell"),
    [*((data, "bash") for data in HOSTILE), ("controls", "zsh"), ("controls", "fish")],
)
def test_completion_is_silent_about_hostile_data_and_words(tmp_path, data, shell):
    folder(tmp_path)
    (tmp_path / "actors.csv").write_bytes(HOSTILE[data])
    for word in TYPED if data == "controls" else TYPED[:3]:
        line = "\n".join(["explore", "--data", str(tmp_path), "show", word])
        complete(f"{shell}_complete", line, word)


@pytest.mark.parametrize("text", ["", "x", "'", "99", "9" * 5000])
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "nonsense", "", "\udcff"])
def test_completion_is_silent_about_a_hostile_request(shell, text):
    complete(f"{shell}_complete", "explore 'show", text)


@pytest.mark.parametrize("shell", ["bash", "\udcff"])
def test_so_it_is_in_a_process_of_its_own(tmp_path, shell):
    folder(tmp_path)
    (tmp_path / "actors.csv").write_bytes(HOSTILE["controls"])
    line = "\n".join(["explore", "--data", str(tmp_path), "show", "\udcff"])
    setting = {"_EXPLORE_COMPLETE": f"{shell}_complete", "COMP_LINE": line, "COMP_TEXT": "\udcff"}
    done = process(env=environment(**setting))
    assert (done.returncode, done.stderr) == (int(shell != "bash"), b"")
    assert b"\x1b" not in done.stdout


# Hubs and long paths: the work is counted, not the seconds


def test_a_sampled_path_never_follows_all_edges_of_a_hub(monkeypatch):
    """Two leaves meet at the hub; of its 3,000 edges none is followed, on the way back neither."""
    edges, followed = EdgeArrays(3_001, np.zeros(3_000, int), np.arange(1, 3_001)), []
    repeat = np.repeat

    def count(values, counts, *more):
        result = repeat(values, counts, *more)
        followed.append(len(result))
        return result

    monkeypatch.setattr(np, "repeat", count)
    between = PairSearch(edges).share_paths(np.array([1, 2]), np.array([5, 6]))
    assert between.toarray()[:, 0].tolist() == [1, 1]
    assert max(followed) < 10


def test_forces_draw_no_hub_with_thousands_of_leaves(monkeypatch):
    monkeypatch.setattr(large_component, "CROWDED", 500)
    monkeypatch.setattr("igraph.Graph.layout_fruchterman_reingold", None)
    star = graph.Network.from_graph(nx.star_graph(1_000))
    positions = compute_positions(star)
    assert len(set(positions)) == 1_001


def test_a_picture_of_very_many_actors_draws_those_with_most_relations():
    net = graph.Network.from_graph(nx.empty_graph(20_001))
    assert len(choose_drawn(net).actor_numbers) == 300


@pytest.mark.parametrize("directed", [False, True])
def test_paths_of_many_steps_are_sampled_from_sources(monkeypatch, directed):
    monkeypatch.setattr(betweenness, "DEEP", 50)
    path = nx.path_graph(120, create_using=nx.DiGraph if directed else nx.Graph)
    net = graph.Network.from_graph(path)
    exact = net.centrality("betweenness", directed=directed, exact=True)
    answer = net.centrality("betweenness", directed=directed, exact=False)
    sample = answer.sampled["betweenness"]
    assert sample.sample_count == betweenness.SOURCES
    scores = dict(zip((a.id for a in exact.actors), exact.scores["betweenness"], strict=True))
    pairs = zip(answer.actors, answer.scores["betweenness"], strict=True)
    off = max(abs(scores[actor.id] - score) for actor, score in pairs)
    assert 0 < off <= sample.error < 0.2


@pytest.mark.parametrize("measure", ["closeness", "harmonic"])
def test_searches_of_very_many_steps_are_refused(monkeypatch, measure):
    monkeypatch.setattr(strategy, "MOST_PASSES", 1_000)
    net = graph.Network.from_graph(nx.path_graph(120))
    with pytest.raises(graph.QuestionError, match="as paths have thousands of steps"):
        net.centrality(measure)
    assert net.centrality(measure, exact=True).scores
    assert graph.Network.from_graph(nx.complete_graph(40)).centrality(measure).scores


def test_an_eigenvector_that_does_not_settle_is_refused(monkeypatch):
    monkeypatch.setattr("graph.analysis.eigenvector.MOST_WORK", 0)
    monkeypatch.setattr("graph.analysis.eigenvector.FEWEST_RESTARTS", 1)
    with pytest.raises(graph.QuestionError, match="does not settle"):
        graph.Network.from_graph(nx.path_graph(700)).centrality("eigenvector")

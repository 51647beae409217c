"""What separates two actors: the fewest actors or steps, and the paths that show it."""

import json
from dataclasses import replace
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from terminal import folder, run
from tiny_network import network

import graph
from graph.analysis.cut import find

ACTORS = "abcdefgh"
PAIRS = st.sets(st.tuples(st.sampled_from(ACTORS), st.sampled_from(ACTORS)), max_size=24)
ENDS = st.tuples(st.sampled_from(ACTORS), st.sampled_from(ACTORS)).filter(lambda x: x[0] != x[1])
MUTUAL = {"ally"}


def build(pairs, word):
    lines = (f"{one} {word} {other}" for one, other in sorted(pairs))
    return network(*lines, actors=" ".join(ACTORS))


def project(pairs, word, *, directed):
    """Return the projection, made without our columns."""
    projection = nx.DiGraph()
    projection.add_nodes_from(ACTORS)
    for one, other in pairs:
        if one != other:
            projection.add_edge(one, other)
            if not directed or word in MUTUAL:
                projection.add_edge(other, one)
    return projection if directed else projection.to_undirected()


def has_path(projection, ends):
    return nx.has_path(projection, *ends)


@given(pairs=PAIRS, ends=ENDS, word=st.sampled_from(["funds", "ally"]), directed=st.booleans())
def test_as_many_actors_as_by_networkx(pairs, ends, word, directed):
    answer = build(pairs, word).cut(*ends, directed=directed)
    projection = project(pairs, word, directed=directed)
    assert (answer.direct is not None) == projection.has_edge(*ends)
    projection.remove_edges_from([ends, ends[::-1]])  # networkx takes them for neighbours
    assert answer.count == len(nx.minimum_node_cut(projection, *ends))
    smallest = {
        frozenset(chosen)
        for chosen in combinations(set(ACTORS) - set(ends), answer.count)
        if not has_path(projection.subgraph(set(ACTORS) - set(chosen)), ends)
    }
    found = [frozenset(actor.id for actor in each.actors) for each in answer.sets]
    assert set(found) <= smallest or answer.count == 0
    assert answer.is_only == (len(smallest) == 1 and answer.count > 0)
    check_paths(answer, projection, ends)
    inner = [actor.id for path in answer.paths for actor in path.actors[1:-1]]
    assert len(inner) == len(set(inner))


@given(pairs=PAIRS, ends=ENDS, word=st.sampled_from(["funds", "ally"]), directed=st.booleans())
def test_as_many_steps_as_by_networkx(pairs, ends, word, directed):
    answer = build(pairs, word).cut(*ends, by="relations", directed=directed)
    projection = project(pairs, word, directed=directed)
    assert answer.count == len(nx.minimum_edge_cut(projection, *ends))
    for each in answer.sets:
        left = projection.copy()
        left.remove_edges_from((step.source.id, step.target.id) for step in each.steps)
        assert not has_path(left, ends)
        assert len(each) == answer.count
    check_paths(answer, projection, ends)
    kind = tuple if directed else frozenset
    walked = (step for path in answer.paths for step in path.steps)
    steps = [kind((step.source.id, step.target.id)) for step in walked]
    assert len(steps) == len(set(steps))


def check_paths(answer, projection, ends):
    for path in answer.paths:
        names = [actor.id for actor in path.actors]
        assert nx.is_simple_path(projection, names)
        assert (names[0], names[-1]) == ends


def test_it_names_the_sets_nearest_to_both_ends():
    answer = network("a funds b", "b funds c", "c funds d", "a funds e").cut("a", "d")
    assert str(answer) == (
        "Removing 1 actor separates a from d: b. One path shows that fewer do not suffice. "
        "Nearest to d, this one does, too: c. d has no other neighbours."
    )
    assert list(answer.frame["source"]) == ["b", "c"]
    assert not answer.is_only
    assert network("a funds b", "b funds c").cut("a", "c").is_only


def test_parallel_relations_are_one_step():
    answer = network("a funds b", "b opposes a", "a ally b").cut("a", "b", by="relations")
    assert [len(step.relations) for each in answer.sets for step in each.steps] == [3]
    assert str(answer) == (
        "Removing 1 step separates a from b: a – b. a has no other neighbours. "
        "One path shows that fewer do not suffice. No other step does."
    )


def test_no_actor_separates_neighbours():
    alone = network("a funds b").cut("a", "b")
    assert (alone.count, alone.direct.sentence, alone.sets) == (0, "a funds b", ())
    assert alone.sentence == (
        "a and b are one step apart, so that no actors separate them. "
        "Without that step, no path leads from one to the other."
    )
    more = network("a funds b", "a funds c", "c funds b").cut("a", "b")
    assert "Without that step, removing 1 actor separates a from b: c." in more.sentence
    assert [actor.id for actor in more.paths[0].actors] == ["a", "c", "b"]


def test_without_a_path_it_says_why():
    answer = network("a funds b", "b ally c").only("ally").cut("a", "c")
    assert (answer.count, answer.why.obstacle) == (0, "filter")
    assert answer.sentence == "No path leads from a to c: nothing need be removed to separate them."
    assert "there is a path of 2 steps" in answer.notes[0]
    assert network("a funds b", "c funds b").cut("a", "c", directed=True).why.obstacle == "filter"


def test_a_search_that_is_ended_says_so(monkeypatch):
    pairs = ("ab", "ac", "bd", "cd", "de", "df", "eg", "fg")
    net = network(*(f"{one} funds {other}" for one, other in pairs))
    monkeypatch.setattr(find, "MOST_PATHS", 1)
    answer = net.cut("a", "d")
    assert (answer.count, answer.is_complete, answer.sets) == (1, False, ())
    assert str(answer) == (
        "At least 1 actor must be removed to separate a from d. "
        "The search was ended when it had found one path."
    )
    monkeypatch.setattr(find, "MOST_PATHS", 9)
    monkeypatch.setattr(find, "MOST_LOOKED_AT", 5)
    assert not net.cut("a", "d").is_complete
    for most in range(40):
        monkeypatch.setattr(find, "MOST_LOOKED_AT", most)
        answer = net.cut("a", "g")
        assert answer.count <= 1
        if answer.is_complete:
            assert [each.names for each in answer.sets] in ([], [("d",)])
            assert answer.is_only <= bool(answer.sets)
    assert answer.is_only


NEITHER = "is neither 'actors' nor 'relations'."


@pytest.mark.parametrize(
    ("ends", "options", "reason"),
    [
        (("a", "a"), {}, "target: 'a' is both ends. Name two actors."),
        (("a", "b"), {"by": "steps"}, f"by: 'steps' {NEITHER} Did you mean 'relations'?"),
        (("a", "b"), {"by": "node"}, f"by: 'node' {NEITHER} Did you mean 'actors'?"),
        (("a", "b"), {"by": "voices"}, f"by: 'voices' {NEITHER}"),
    ],
)
def test_what_separates_nothing_is_refused(ends, options, reason):
    with pytest.raises(graph.QuestionError) as caught:
        network("a funds b").cut(*ends, **options)
    assert str(caught.value) == reason


@pytest.fixture
def data(tmp_path):
    return folder(tmp_path)


def test_the_command_shows_the_set_and_the_paths(data):
    text = run("cut", "ada", "dock", data=data).stdout
    near = run("cut", "ada", "bank", data=data).stdout
    assert "1. funds    Ada Ek funded North Bank (2020 to 2022)" in near
    assert near.index("[1]") < near.index("Path 1 of")
    assert text.startswith("Removing 2 actors separates Ada Ek from West Dock: North Bank and")
    assert "\nPath 1 of 2\n1. funds    Ada Ek funded North Bank (2020 to 2022)" in text
    assert text.endswith("\n[4] A memo\n")
    steps = run("cut", "ada", "dock", "--relations", data=data).stdout
    assert steps.startswith("Removing 2 steps separates Ada Ek from West Dock: Ada Ek – North Bank")
    rows = run("cut", "ada", "dock", "--format", "csv", data=data).stdout.splitlines()
    assert rows == ["set,nearest,source,target", "1,ada,bank,bank", "1,ada,club,club"]
    found = json.loads(run("cut", "ada", "dock", "--format", "json", data=data).stdout)
    assert found["paths"] == [["ada", "bank", "dock"], ["ada", "club", "dock"]]
    marked = run("cut", "ada", "bank", "--format", "markdown", data=data).stdout
    assert marked.startswith("**Ada Ek and North Bank are one step apart, so that no actors")
    assert "*Path 1 of 1*" in marked


def test_many_paths_are_cut_short(tmp_path):
    rows = [f"{one},m{n},ally" for n in range(7) for one in "ab"]
    place = tmp_path / "many"
    place.mkdir()
    (place / "relations.csv").write_text("source,target,type\n" + "\n".join(rows) + "\n")
    text = run("cut", "a", "b", data=place).stdout
    assert "Path 5 of 7\n" in text
    assert "2 more paths: see --format json." in text
    assert "Path 6" not in text


def test_the_command_needs_two_actors(data):
    answer = run("cut", "ada", "ada", data=data)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert "'Ada Ek' is both ends. Name two actors." in answer.stderr


def test_a_set_that_may_be_near_either_is_said_to_be_near_nobody():
    answer = replace(network("a funds b", "b funds c").cut("a", "c"), is_only=False)
    assert answer.notes == ("One path shows that fewer do not suffice.",)
    assert list(answer.frame["nearest"]) == [""]

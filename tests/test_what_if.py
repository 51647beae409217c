"""What would be otherwise: without an actor or a source, with a relation more or turned."""

import json
from itertools import pairwise

import pytest
from terminal import folder, run
from tiny_network import network, of_rows

import graph
from graph import what_if

# A line of five; c is the only way from the left to the right.
LINE = ("a ally b", "b ally c", "c ally d", "d ally e")
TRIANGLE = ("a ally b", "b ally c", "a ally c")


def list_sentences(answer, topic):
    return [each.sentence for each in answer.select(topic)]


def test_without_an_actor_others_lose_touch_and_paths_end():
    answer = what_if(network(*LINE), without="c", paths=[("a", "e"), ("a", "b"), ("a", "c")])
    assert list_sentences(answer, "connection") == [
        "d: outside it, was in the largest component",
        "e: outside it, was in the largest component",
    ]
    assert list_sentences(answer, "paths") == [
        "a to e: no path, was 4 steps through b, c, d",
        "a to b: 1 step, as before",
        "a to c: not there, was 2 steps through b",
    ]
    assert "components: 2, was 1" in list_sentences(answer, "structure")
    assert answer.sentence.startswith("Without c, ")


def test_ranks_are_those_among_the_actors_of_both():
    # Betweenness of b to e is 3, 4, 3, 0; without a it is 0, 2, 2, 0.
    answer = what_if(network(*LINE), without="a")
    assert list_sentences(answer, "ranks") == ["b: 3, was 2", "d: 1, was 2", "e: 3, was 4"]
    # Who stood behind the removed one in the rank is not told to have risen.
    star = network("hub ally a", "hub ally b", "hub ally c", "hub ally d", "a ally b")
    assert what_if(star, without="d", measure="degree").select("ranks") == ()


def test_a_turned_relation_brings_a_triangle_out_of_balance():
    answer = what_if(network(*TRIANGLE), flip="a ally c")
    assert list_sentences(answer, "balance")[:2] == [
        "frustration index: 1, was 0",
        "balanced triangles: 0 of 1, was 1 of 1",
    ]
    assert answer.sentence.startswith('With "a opposes c" instead of "a is allied with c", ')
    types = [relation.type.name for relation in answer.after.relation_rows]
    assert types == ["ally", "ally", "opposes"]


def test_a_mutual_relation_is_turned_from_either_end_and_a_negative_one_supports():
    assert (
        what_if(network(*TRIANGLE), flip="c ally a").after.relation_rows[2].type.name == "opposes"
    )
    foes = network("a opposes b")
    assert what_if(foes, flip="a opposes b").after.relation_rows[0].type.name == "supports"


def test_a_further_relation_joins_two_parts():
    answer = what_if(
        network("a ally b", "b ally c", "d ally e"), add="c ally d @2020..2022", paths=[("a", "e")]
    )
    assert list_sentences(answer, "paths") == ["a to e: 4 steps through b, c, d, was no path"]
    added = answer.after.relation_rows[-1]
    assert (added.start, added.end) == ("2020", "2022")
    assert len(answer.before.relation_rows) == 3


def test_a_camp_after_has_the_number_of_the_one_it_was():
    # Friends are a, b and c, and d, e and f. Without c the second camp is the larger, and still 2.
    net = network("a ally b", "b ally c", "c opposes d", "d ally e", "d ally f")
    assert what_if(net, add="b opposes f", without="c").select("camps") == ()
    moved = what_if(net, flip="d ally f")
    assert list_sentences(moved, "camps") == ["f: camp 1, was camp 2"]
    assert moved.notes[-1].startswith("Camp 1: b, c and a; Camp 2: d, e and f. ")


def test_without_a_source_what_rests_on_it_alone_falls():
    net = graph.load_example()
    answer = what_if(net, without_source=net.sources["id"][0])
    assert len(answer.after.relation_rows) < len(net.relation_rows)
    assert answer.sentence.startswith("Without the source ")


def test_the_network_that_is_asked_stays_as_it_is():
    net = network(*TRIANGLE)
    rows = net.relation_rows
    what_if(net, flip="a ally c", add="c opposes b")
    assert net.relation_rows == rows


def test_types_of_ones_own_are_kept():
    answer = what_if(network("a ally b", "b owes c"), add="a owes c")
    assert [each.type.name for each in answer.after.relation_rows] == ["ally", "owes", "owes"]


@pytest.mark.parametrize(
    ("supposed", "words"),
    [
        ({}, "Nothing is supposed"),
        ({"add": "a ally"}, "needs two actors and a relation"),
        ({"add": "? ally b"}, "is not one relation"),
        ({"add": "a ally|opposes b"}, "is not one relation"),
        ({"add": "a ally b; b ally c"}, "is not one relation"),
        ({"add": "a ally a"}, "on both sides. Name two."),
        ({"add": "a aly b"}, "Did you mean"),
        ({"flip": "a borders b"}, "no sign"),
        ({"flip": "a opposes c"}, "no such relation to turn. Between them: ally."),
        ({"without": "a", "add": "a opposes b"}, "who is left out"),
        ({"without_source": "nowhere"}, "nowhere"),
    ],
)
def test_what_cannot_be_supposed_is_refused(supposed, words):
    with pytest.raises(graph.QuestionError, match=words.replace(".", r"\.").replace("|", r"\|")):
        what_if(network(*TRIANGLE), **supposed)


ACTORS = "id,name,kind\n" + "".join(f"{name},{name},person\n" for name in "abcde")
RELATIONS = "source,target,type\n" + "".join(f"{a},{b},ally\n" for a, b in pairwise("abcde"))


def test_in_the_terminal(tmp_path):
    data = folder(tmp_path, ACTORS, RELATIONS, "id,title\n")
    text = run("whatif", "--without", "c", "--path", "a", "e", data=data).stdout
    assert "a to e: no path, was 4 steps through b, c, d" in text
    found = json.loads(run("whatif", "--without", "c", "--format", "json", data=data).stdout)
    assert found["supposed"] == ["without c"]
    rows = run("whatif", "--without", "c", "--format", "csv", data=data).stdout.splitlines()
    assert rows[0] == "topic,subject,label,before,after"
    assert (
        "**Without c, " in run("whatif", "--without", "c", "--format", "markdown", data=data).stdout
    )
    nothing = run("whatif", data=data)
    assert (nothing.exit_code, nothing.stdout) == (2, "")


def test_a_figure_that_only_the_network_after_has_is_told():
    # Of one kind there are no modes; with a place beside the persons there are two.
    from graph.comparison.consequences import answer_all, list_consequences

    one, two = answer_all([network("a ally b"), two_mode()], "degree", 5)
    told = {each.subject: each.before for each in list_consequences(one, two)}
    assert told["two_mode.density"] == "not defined"


def two_mode():
    actors = [{"id": name, "name": name, "kind": kind} for name, kind in
              [("a", "person"), ("b", "person"), ("x", "place"), ("y", "place")]]  # fmt: skip
    pairs = [("a", "x"), ("a", "y"), ("b", "x")]
    return of_rows(
        actors, [{"source": one, "target": other, "type": "hosts"} for one, other in pairs]
    )


def test_what_is_not_proved_in_time_says_so_and_is_not_compared():
    foes = network(*(f"n{one} opposes n{other}" for one in range(24) for other in range(one)))
    answer = what_if(foes, without="n0", seconds=1e-9)
    assert answer.sentence.endswith(
        " differ; balance and camps are not proved, so tensions and sides are not compared."
    )
    assert answer.to_dict()["is_proved"] is False
    assert not answer.select("camps")
    assert {each.subject for each in answer.select("balance")} <= {"frustration", "triangles"}
    few = network("a opposes b", "b opposes c", "c opposes a", "c opposes d")
    assert what_if(few, without="d").is_proved


def test_where_nothing_is_left_that_alone_is_told():
    answer = what_if(graph.load_example(), without_source="consequences_article")
    assert answer.sentence.endswith(
        ", nothing is left: all 235 relations and 85 actors rest on it."
    )
    assert "consequences_article" not in answer.sentence
    assert answer.consequences == ()
    assert what_if(network("a ally b"), without=["a", "b"]).sentence == (
        "Without a and b, nothing is left."
    )


def test_a_path_without_a_source_on_which_all_rests_says_so():
    words = ("path", "Lukashenko", "Vilnius", "--without-source", "consequences_article")
    answer = run("--example", *words)
    assert "No relation is left without consequences_article: all rest on it." in answer.stderr
    assert "left out by the filters" not in answer.stderr

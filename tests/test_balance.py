"""Balance: triangles, what is in tension and on whose word, in every form."""

import csv
import io
import json

import pytest
from terminal import folder, run
from tiny_network import network

import graph
from explorer.report.answer_html import render_html
from graph.analysis.balance import frustration, measurement
from graph.analysis.balance.turning_programme import OUT_OF_TIME, OutOfTimeError

QUARREL = ["a ally b", "b ally c", "a opposes c confidence=0.4"]


def ids(edge):
    return edge.step.source.id, edge.step.target.id


def test_a_quarrel_between_friends_of_one():
    answer = network(*QUARREL).balance()
    assert answer.sentence == (
        "The frustration index is 1, proved: without 1 of 3 signed edges, two camps would be in "
        "balance; 0 of 1 triangle is balanced."
    )
    assert [(*ids(each.edge), each.in_every) for each in answer.tensions] == [
        ("a", "b", False), ("a", "c", False), ("b", "c", False)
    ]  # fmt: skip
    (triangle,) = answer.unbalanced
    assert triangle.sentence == "a opposes c; a is allied with b; b is allied with c."
    assert triangle.support == "The weakest claim: a opposes c. It rests on one row rated 0.4."
    assert [actor.id for actor in triangle.actors] == ["a", "c", "b"]


def test_a_tie_of_two_rows_is_stronger_than_a_foe_of_one():
    answer = network("a ally b", "b ally c", "a supports b", "a opposes c", "c opposes a").balance()
    support = answer.unbalanced[0].edges
    assert [edge.support for edge in support] == [
        "2 rows not rated, or rated lower", "2 rows not rated, or rated lower",
        "one row that is not rated",
    ]  # fmt: skip
    rated = network("a ally b confidence=0.9", "a supports b confidence=0.2").balance()
    assert rated.tensions == []


def test_all_claims_alike_have_no_weakest():
    triangle = network("a opposes b", "b opposes c", "a opposes c").balance().unbalanced[0]
    assert (triangle.signs, triangle.weakest) == ("---", None)
    assert triangle.to_dict()["weakest"] is None
    assert triangle.support == "None of the three claims is weaker than the others."


def test_the_weakest_of_a_triangle_decides_which_is_listed_first():
    answer = network(
        *QUARREL, "x ally y confidence=0.9", "y ally z confidence=0.9",
        "x opposes z confidence=0.9",
    ).balance()  # fmt: skip
    assert [triangle.actors[0].id for triangle in answer.unbalanced] == ["x", "a"]


def test_pairs_of_both_signs_are_apart_and_disputed_claims_do_not_count():
    answer = network("a ally b", "b opposes a", "a ally c", "c opposes d stance=disputes").balance()
    assert [ids(edge) for edge in answer.both_signs] == [("a", "b")]
    assert (answer.positive_count, answer.negative_count, answer.actor_count) == (1, 0, 2)
    assert answer.both_signs[0].sign == "mixed"
    assert "Apart, as their relations have both signs: 1 pair." in answer.notes


def test_by_confidence_the_cheapest_edge_is_in_tension():
    answer = network(*QUARREL, "a ally d confidence=0").balance(by_confidence=True)
    assert (answer.frustration, answer.unrated_count, answer.weightless_count) == (0.4, 2, 1)
    assert [(*ids(each.edge), each.in_every) for each in answer.tensions] == [("a", "c", True)]
    assert "without edges that weigh 0.4 of 3 signed edges" in answer.sentence
    assert "Counting half, as no relation is rated: 2 edges." in answer.notes
    assert "Left out, as the confidence is 0: 1 edge." in answer.notes


def test_optima_that_were_not_compared_are_said(monkeypatch):
    def run_out(*_):
        raise OutOfTimeError(OUT_OF_TIME)

    monkeypatch.setattr(frustration, "find_optima", run_out)
    answer = network(*QUARREL).balance()
    assert [each.in_every for each in answer.tensions] == [None]
    assert "The optima were not compared: the tensions are those of one of them." in answer.notes
    camps = network(*QUARREL).camps()
    assert (camps.frustration, camps.is_compared, len(camps.undecided)) == (1, False, 0)
    assert "was not compared, so nobody is undecided." in camps.notes[0]


def test_more_triangles_than_are_listed_are_counted(monkeypatch):
    monkeypatch.setattr(measurement, "MOST_TRIANGLES", 1)
    foes = [f"n{one} opposes n{other}" for one in range(4) for other in range(one)]
    answer = network(*foes).balance()
    assert (len(answer.unbalanced), answer.unbalanced_count) == (1, 4)
    assert "1 of 4 unbalanced triangles are listed." in answer.notes


def test_two_rated_rows_say_how_the_best_is_rated():
    answer = network("a ally b confidence=0.9", "a supports b confidence=0.2", "b ally c",
                     "a opposes c").balance()  # fmt: skip
    edge = next(each.edge for each in answer.tensions if ids(each.edge) == ("a", "b"))
    assert edge.support == "2 rows rated 0.9 or lower"
    assert repr(answer) == "<Balance: 3 signed edges, 3 in tension>"


def test_nothing_signed():
    answer = network("a met b").balance()
    assert (answer.frustration, answer.balance_ratio) == (0, None)
    said = "No two actors have relations of one sign: there is nothing to balance."
    assert answer.sentence == said


def test_balance_without_tension():
    answer = network("a ally b").balance()
    assert answer.sentence == (
        "The frustration index is 0, proved: two camps are in balance with all 1 signed edge."
    )


def test_without_time_there_is_an_interval_and_no_index():
    foes = [f"n{one} opposes n{other}" for one in range(9) for other in range(one)]
    answer = network(*foes).balance(seconds=1e-9)
    assert (answer.lower, answer.upper, answer.frustration, answer.optimal) == (0, 16, None, False)
    assert "lies between 0 and 16, of 36 signed edges: not proved in 1e-09 seconds" in str(answer)
    assert {each.in_every for each in answer.tensions} == {None}
    assert answer.frame["in_every"].isna().all()


@pytest.mark.parametrize("seconds", [0, -1, True, "9", float("nan")])
def test_a_time_that_is_none_is_refused(seconds):
    with pytest.raises(graph.QuestionError, match="a number above 0"):
        network(*QUARREL).balance(seconds=seconds)


@pytest.fixture
def data(tmp_path):
    return folder(
        tmp_path,
        actors="id,name\na,Ann\nb,Bo\nc,Cy\n",
        relations="source,target,type,reference,confidence\na,b,ally,Letter,\nb,c,ally,Letter,\n"
        "a,c,opposes,Diary,0.4\nb,d,ally,,\nd,b,opposes,,\n",
    )


def test_json_has_the_fixed_fields(data):
    fields = json.loads(run("balance", "--format", "json", data=data).stdout)
    names = ("frustration", "lower", "upper", "optimal")
    assert [fields[name] for name in names] == [1, 1, 1, True]
    assert fields["triangles"] == {"+++": 0, "++-": 1, "+--": 0, "---": 0}
    assert [each["in_every"] for each in fields["tensions"]] == [False] * 3
    assert fields["unbalanced_triangles"][0]["weakest"] == 0
    assert fields["cut_short"] is False
    cut = json.loads(run("balance", "--format", "json", "--top", "1", data=data).stdout)
    assert (len(cut["tensions"]), cut["cut_short"]) == (1, True)


def test_text_names_sources_and_the_weakest_claim(data):
    lines = run("balance", data=data).stdout.splitlines()
    assert "- Ann is allied with Bo [1] (one row that is not rated)" in lines
    assert "- ++-: Ann opposes Cy [2]; Ann is allied with Bo [1]; Bo is allied with Cy [1]" in lines
    assert "  The weakest claim: Ann opposes Cy. It rests on one row rated 0.4." in lines
    assert lines[-3:] == ["Sources", "[1] Letter", "[2] Diary"]
    assert "--top lists more." in run("balance", "--top", "1", data=data).stdout


def test_markdown_and_csv(data):
    markdown = run("balance", "--format", "markdown", data=data).stdout
    assert "- Ann is allied with Bo[^1] (one row that is not rated)" in markdown
    assert "[^2]: Diary" in markdown
    rows = list(csv.DictReader(io.StringIO(run("balance", "--format", "csv", data=data).stdout)))
    assert [(row["sign"], row["in_every"]) for row in rows] == [
        ("positive", "no"), ("negative", "no"), ("positive", "no")
    ]  # fmt: skip


def test_a_notebook_shows_the_same(data):
    html = render_html(graph.load(data).balance())
    assert "<p>Of both signs, and apart</p>" in html
    assert "<bdi>Cy</bdi> [2]" in html


def test_the_belarus_case_names_who_is_in_tension():
    answer = graph.load_example().balance()
    assert answer.optimal
    assert {"khovstova", "belarus_armed_forces"} <= {ids(each.edge)[0] for each in answer.tensions}

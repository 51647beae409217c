"""How sure camps are: relations drawn by their confidence, sources and bases left out in turn."""

import json
from dataclasses import replace

import pytest
from terminal import folder, run
from tiny_network import network, of_rows

import graph
from graph.analysis.balance import frustration
from graph.analysis.balance.turning_programme import OUT_OF_TIME, OutOfTimeError
from graph.analysis.doubt.camp_measurement import measure_camp_doubt

SURE = ("a ally b confidence=1", "c ally d confidence=1", "b opposes c confidence=1")


def find_side(doubt, actor):
    return next(each for each in doubt.sides if each.actor.id == actor)


def test_what_is_certain_leaves_every_side_sure():
    doubt = network(*SURE).camps_doubt(draws=10)
    assert [(each.share, each.other_share, each.is_sure) for each in doubt.sides] == [
        (1, 0, True)
    ] * 4
    assert doubt.sentence == "4 of 4 sides are sure."


def test_who_is_held_by_one_doubtful_relation_is_there_as_often_as_it_is_drawn():
    # e is on the side of d by one relation alone; where that is not drawn, e is in no camp.
    doubt = network(*SURE, "d ally e confidence=0.6").camps_doubt(draws=400)
    side = find_side(doubt, "e")
    assert side.camp == find_side(doubt, "d").camp
    assert side.share == pytest.approx(0.6, abs=0.1)
    assert side.other_share == 0
    assert doubt.sides[0] is side
    assert "The least sure: e (camp " in doubt.sentence


def test_who_has_a_friend_on_either_side_is_now_here_and_now_there():
    # e has a friend in one camp for sure, and two in the other that are drawn in half of the draws.
    lines = (
        *("a opposes c confidence=1", "a opposes d confidence=1", "d ally e confidence=1"),
        *("a ally e confidence=0.5", "b ally e confidence=0.5"),
    )
    doubt = network(*SURE, *lines).camps_doubt(draws=400)
    side = find_side(doubt, "e")
    # Both are drawn in a quarter: e is with them. In half one of the two is: e is undecided.
    with_d, with_a = side.share, side.other_share
    if side.camp == find_side(doubt, "a").camp:
        with_d, with_a = with_a, with_d
    assert with_a == pytest.approx(1 / 4, abs=0.09)
    assert with_d == pytest.approx(1 / 4, abs=0.09)


def test_who_leaves_without_a_source_or_what_is_inferred_is_named():
    actors = [{"id": name, "name": name, "kind": "person"} for name in "abcde"]
    rows = [("a", "ally", "b", "book", ""), ("b", "opposes", "c", "book; letter", ""),
            ("c", "ally", "d", "letter", ""), ("d", "ally", "e", "letter", "inferred")]  # fmt: skip
    relations = [
        {"source": one, "target": other, "type": word, "reference": cited, "basis": basis}
        for one, word, other, cited, basis in rows
    ]
    sources = [{"id": "book", "title": "A book"}, {"id": "letter", "title": "A letter"}]
    doubt = of_rows(actors, relations, sources=sources).camps_doubt(draws=5)
    leaves = {side.actor.id: [each.name for each in side.leaves_without] for side in doubt.sides}
    assert leaves["a"] == ['"A book"']
    assert leaves["d"] == ['"A letter"']
    assert leaves["e"] == ['"A letter"', "what is inferred"]
    assert leaves["b"] == leaves["c"] == []


def test_the_answer_says_what_was_left_out_and_what_was_not():
    actors = [{"id": name, "name": name, "kind": "person"} for name in "abc"]
    relations = [
        {"source": "a", "target": "b", "type": "ally", "reference": "book"},
        {"source": "b", "target": "c", "type": "opposes", "reference": "book", "basis": "alleged"},
    ]
    doubt = of_rows(actors, relations, sources=[{"id": "book"}]).camps_doubt(draws=2)
    assert "sure here if it holds in nine of ten draws, and without what is alleged." in str(doubt)
    assert "whatever" not in str(doubt)
    assert "All relations rest on one voice alone" in str(doubt)
    assert "neither in this camp nor in another, it is undecided, or in no camp." in str(doubt)
    assert [each.sources for each in doubt.impossible_omissions] == [("book",)]
    without = network(*SURE).camps_doubt(draws=2)
    assert "A side is sure here if it holds in nine of ten draws." in without.notes


def test_the_same_seed_draws_the_same():
    net = graph.load_example().only("supports", "opposes")
    one, same, other = (net.camps_doubt(draws=3, seed=seed).to_dict() for seed in (1, 1, 2))
    assert one == same
    assert one["sides"] != other["sides"]


def test_a_network_without_signs_has_no_sides():
    doubt = network("a borders b").camps_doubt(draws=2)
    assert doubt.sides == []
    assert doubt.sentence.startswith("There are no camps")


def test_draws_are_a_whole_number():
    with pytest.raises(graph.QuestionError, match="number of draws"):
        network(*SURE).camps_doubt(draws=0)


def test_in_the_terminal(tmp_path):
    data = folder(tmp_path)
    words = ("camps", "--doubt", "--draws", "4")
    text = run(*words, data=data).stdout
    assert "by chance. A relation is in a draw as often as its confidence says" in text
    found = json.loads(run(*words, "--format", "json", data=data).stdout)
    assert (found["draws"], found["seed"]) == (4, 1)
    rows = run(*words, "--format", "csv", data=data).stdout.splitlines()
    assert rows[0] == "id,name,kind,camp,share,other_share,leaves_without"
    assert run(*words, "--format", "markdown", data=data).stdout.startswith("**")


@pytest.mark.parametrize("words", [("--draws", "3"), ("--seed", "3")])
def test_options_that_have_no_effect_are_refused(tmp_path, words):
    answer = run("camps", *words, data=folder(tmp_path))
    assert (answer.exit_code, answer.stdout) == (2, "")


def test_the_time_is_for_all_divisions_and_what_is_not_proved_says_so():
    pairs = [(one, other) for one in range(24) for other in range(one)]
    foes = network(*(f"n{one} opposes n{other} confidence=0.9" for one, other in pairs))
    answer = foes.camps_doubt(draws=4, seconds=1e-9)
    assert answer.sentence.startswith("The camps are not proved: ")
    assert answer.to_dict()["is_proved"] is False
    proved = measure_camp_doubt(network(*SURE), draws=4)
    assert (proved.is_proved, proved.unproved_count) == (True, 0)
    assert replace(proved, unproved_count=2).sentence.startswith("Not proved in 2 of 4 divisions: ")


def test_a_division_that_was_not_compared_with_others_as_good_is_not_settled(monkeypatch):
    def run_out(*_):
        raise OutOfTimeError(OUT_OF_TIME)

    monkeypatch.setattr(frustration, "find_optima", run_out)
    pairs = ("a opposes b", "b opposes c", "c opposes a")
    doubt = network(*(f"{pair} confidence=1" for pair in pairs)).camps_doubt(draws=3)
    assert (doubt.is_proved, doubt.unproved_count) == (True, 3)
    assert any("not compared with others as good: 3 divisions" in note for note in doubt.notes)

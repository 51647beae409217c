"""Camps: who stands with whom, who is undecided, who is in none, who is against their own."""

import csv
import io
import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from labels import say
from terminal import folder, run
from test_frustration import list_optima, signed_edges
from test_published_answers import DATA
from tiny_network import network, of_rows

import graph
from explorer.report import camps as report
from explorer.report.answer_html import render_html

HOLDS = (
    "Signed relations alone count. "
    "Where divisions are equally good, what still holds counts more than what is over."
)
SHUFFLED = {"unbalanced_triangles", "defections", "both_signs"}  # their sentences follow the rows


def ids(actors):
    return [actor.id for actor in actors]


def list_camps(answer):
    return [ids(camp.actors) for camp in answer.camps]


def test_friends_are_in_one_camp_and_foes_in_two():
    answer = network("a ally b", "b opposes c", "c ally d", "e met a").camps()
    assert list_camps(answer) == [["b", "a"], ["c", "d"]]
    assert (ids(answer.undecided), ids(answer.unplaced)) == ([], ["e"])
    assert answer.frustration == 0
    assert answer.sentence == "2 camps: b and a (2 actors); c and d (2 actors); 1 in no camp."
    assert answer.notes == (
        "No signed edge is in tension.",
        HOLDS,
    )


def test_who_changes_side_between_equally_good_divisions_is_undecided():
    answer = network("a ally b", "a ally c", "b ally c", "a opposes d", "b opposes d",
                     "a ally x", "d ally x").camps()  # fmt: skip
    assert list_camps(answer) == [["a", "b", "c"], ["d"]]
    assert ids(answer.undecided) == ["x"]
    assert answer.frustration == 1


def test_who_belongs_to_a_side_breaks_a_draw_and_signs_win_over_it():
    lines = ["a ally b", "a opposes d", "b opposes d", "a ally x", "d ally x", "x part_of d",
             "y member_of d", "b member_of d", "b commands d", "z located_in a"]  # fmt: skip
    answer = network(*lines).camps()
    assert list_camps(answer) == [["d", "x", "y"], ["a", "b"]]
    assert ids(answer.unplaced) == ["z"]
    assert answer.placed_by_structure_count == 1
    (defection,) = answer.defections
    assert (defection.actor.id, defection.camp) == ("b", 2)
    assert defection.sentence == (
        "b is in camp 2, but belongs to an actor of another camp: b is a member of and commands d."
    )
    assert "leads or commands whom: that alone places 1 member." in " ".join(answer.notes)
    signed = network(*lines).camps(signed_only=True)
    assert (list_camps(signed), ids(signed.undecided)) == ([["a", "b"], ["d"]], ["x"])
    assert signed.defections == []


def test_what_is_over_yields_in_a_draw():
    lines = ["a ally b", "a opposes d", "b opposes d"]
    answer = network(*lines, "a ally x end=2020", "d ally x").camps()
    assert list_camps(answer) == [["a", "b"], ["d", "x"]]
    answer = network(*lines, "x member_of a end=2020", "x member_of d").camps()
    assert list_camps(answer) == [["a", "b"], ["d", "x"]]


def test_more_people_than_one_and_bodies_are_against_their_own_side():
    kinds = {"a": "state", "b": "state", "army": "armed_group", "p": "person"}
    actors = [{"id": name, "name": name, "kind": kind} for name, kind in kinds.items()]
    ends = [("a", "opposes", "b"), ("army", "opposes", "a"), ("army", "part_of", "a"),
            ("a", "opposes", "p"), ("a", "leads", "p"), ("b", "ally", "army")]  # fmt: skip
    rows = [dict(zip(("source", "type", "target"), each, strict=True)) for each in ends]
    answer = of_rows(actors, rows).camps()
    assert [each.actor.id for each in answer.defections] == ["p", "army"]
    assert answer.defections[1].sentence.startswith("army is in camp 1, but belongs to an actor of")


def test_places_and_assets_take_no_side():
    kinds = {"a": "state", "b": "state", "town": "place", "mast": "asset", "lake": "place"}
    actors = [{"id": name, "name": name, "kind": kind} for name, kind in kinds.items()]
    ends = [("a", "opposes", "b"), ("a", "attacks", "town"), ("mast", "part_of", "a")]
    rows = [dict(zip(("source", "type", "target"), each, strict=True)) for each in ends]
    answer = of_rows(actors, rows).camps()
    assert list_camps(answer) == [["a"], ["b"]]
    assert [ids(camp.places_and_assets) for camp in answer.camps] == [["mast"], ["town"]]
    assert (ids(answer.places_and_assets), ids(answer.unplaced)) == (["lake"], [])
    states = answer.frame.set_index("id")
    assert states.loc["town"].tolist() == ["town", "place", 2, "place or asset"]
    assert states.loc["lake", "state"] == "place or asset"


def test_other_conflicts_are_in_none_and_named():
    answer = network("a opposes b", "b opposes c", "x opposes y", "p ally q").camps()
    assert list_camps(answer) == [["b"], ["a", "c"]][::-1]
    assert [ids(actors) for actors in answer.separate] == [["x", "y"]]
    assert ids(answer.unplaced) == ["x", "y", "p", "q"]
    assert "Not joined to this conflict: 1 other conflict (x and 1 more)." in answer.notes
    alone = network("a opposes b", "c ally d", "d ally e").camps()
    assert list_camps(alone) == [["a"], ["b"]]


def test_nobody_has_a_sign():
    answer = network("a met b", "a part_of c").camps()
    assert (answer.camps, ids(answer.unplaced), answer.notes) == ((), ["a", "b", "c"], ())
    assert answer.sentence == "There are no camps: no two actors have relations of one sign."


def test_friends_alone_are_one_camp():
    answer = network("a ally b").camps()
    assert answer.sentence == "One camp: a and b (2 actors)."
    assert [list_camps(network("a ally b", "c ally d", "d ally e").camps(k)) for k in (2, 3)] == [
        [["d", "c", "e"]]
    ] * 2


def test_three_camps_where_two_are_too_few():
    lines = ["a ally a2", "b ally b2", "c ally c2", "a opposes b", "b opposes c", "a opposes c"]
    assert network(*lines).camps().frustration == 1
    answer = network(*lines, "x opposes y").camps(3)
    assert list_camps(answer) == [["a", "a2"], ["b", "b2"], ["c", "c2"]]
    assert (answer.frustration, ids(answer.unplaced)) == (0, ["x", "y"])
    free = network(*lines, "a opposes d").camps(3)
    assert ids(free.undecided) == ["d"]
    assert repr(free) == "<Camps: 3 (2, 2, 2), 1 undecided>"
    seen = free.frame.set_index("id")
    assert seen.loc["d", "state"] == "undecided"


def test_relations_of_several_eras_are_hinted_at():
    answer = network("a opposes b start=1830 end=1831", "b opposes c start=2022").camps()
    assert answer.era_note == (
        "The relations date from 1830 to 2022: camps of several eras may mix; "
        "those at one date, such as 2022, may differ."
    )
    assert network("a opposes b start=1950", "b opposes c start=2022").camps().era_note == ""


def test_places_and_assets_are_no_members_that_structure_places():
    kinds = {"a": "state", "b": "state", "m": "person", "car": "asset"}
    actors = [{"id": name, "name": name, "kind": kind} for name, kind in kinds.items()]
    lines = [("a", "b", "opposes"), ("m", "a", "member_of"), ("car", "a", "part_of")]
    rows = [{"source": one, "target": other, "type": each} for one, other, each in lines]
    answer = of_rows(actors, rows).camps()
    assert [ids(camp.places_and_assets) for camp in answer.camps] == [["car"], []]
    assert answer.placed_by_structure_count == 1


def test_a_division_that_is_not_proved_says_so_before_its_camps():
    foes = [f"n{one} opposes n{other}" for one in range(9) for other in range(one)]
    answer = network(*foes).camps(seconds=1e-9)
    start = f"2 camps, not proved ({answer.lower} to {answer.upper} signed edges in tension): n"
    assert answer.sentence.startswith(start)
    assert answer.to_dict()["sentence"] == answer.sentence


def test_fewer_camps_than_were_asked_for_are_explained():
    two = network("a ally a2", "b ally b2", "a opposes b", "a2 opposes b2")
    assert "camps: " in two.camps().sentence
    assert two.camps(3).sentence.startswith("2 camps (more would leave no fewer in tension): ")
    # One of two foes of a camp, who are foes, must stand in a third: it may be either.
    either = ["a opposes c", "a opposes d", "c opposes d"]
    third = network("a ally a2", "b ally b2", "a opposes b", "a2 opposes b2", *either).camps(3)
    assert third.sentence.startswith("2 camps (nobody is surely in another): ")
    assert ids(third.undecided) == ["c", "d"]
    assert not third.more_is_no_better
    assert report.UNDECIDED_OF_MORE in report.to_text(third, width=None)
    assert report.UNDECIDED_OF_MORE not in report.to_text(network(*either).camps(), width=None)


def test_structure_that_places_nobody_is_not_counted():
    answer = network("a opposes b", "a part_of b").camps()
    assert "members" not in " ".join(answer.notes)
    assert "leads or commands whom." in " ".join(answer.notes)


def test_without_time_the_camps_are_those_of_the_best_division_that_was_found():
    foes = [f"n{one} opposes n{other}" for one in range(9) for other in range(one)]
    for k, upper in ((2, 16), (3, 9)):
        answer = network(*foes, "n0 part_of n1").camps(k, seconds=1e-9)
        assert (answer.frustration, answer.upper, answer.is_compared) == (None, upper, False)
        assert f"between {answer.lower} and {upper}, not proved" in answer.notes[0]
        assert sum(map(len, list_camps(answer))) == 9


@pytest.mark.parametrize("k", [1, 21, 2.0, True, "3"])
def test_a_number_of_camps_that_is_none_is_refused(k):
    with pytest.raises(graph.QuestionError, match="a whole number from 2 to 20"):
        network("a ally b").camps(k)


@pytest.mark.slow
@settings(max_examples=20, deadline=None, derandomize=True)
@given(signed_edges())
def test_two_camps_and_the_undecided_are_those_of_all_optima(drawn):
    size, edges = drawn
    names = " ".join(f"n{each}" for each in range(size))
    lines = [f"n{one} {'ally' if w > 0 else 'opposes'} n{other}" for one, other, w in edges]
    answer = network(*lines, actors=names).camps()
    signed = [(one, other, 1 if w > 0 else -1) for one, other, w in edges]
    least, optima = list_optima(size, signed)
    assert answer.frustration == least
    placed = [int(name[1:]) for camp in list_camps(answer) for name in camp]
    camp_of = {int(name[1:]): camp.number for camp in answer.camps for name in ids(camp.actors)}
    for one, other in itertools.combinations(sorted(placed), 2):
        alike = 1 if camp_of[one] == camp_of[other] else -1
        assert set(optima[:, one] * optima[:, other]) == {alike}
    assert len(placed) != 1  # nobody is on one side with, or against, nobody
    if placed:
        for free in (int(name[1:]) for name in ids(answer.undecided)):
            assert len(set(optima[:, free] * optima[:, placed[0]])) == 2
    everybody = [*placed, *(int(name[1:]) for name in ids([*answer.undecided, *answer.unplaced]))]
    assert sorted(everybody) == list(range(size))


@pytest.fixture
def data(tmp_path):
    return folder(
        tmp_path,
        actors="id,name,kind\na,Ann,person\nb,Bo,person\nc,Cy,person\nt,Town,place\nl,Lo,person\n",
        relations="source,target,type,reference\na,b,ally,Letter\nb,c,opposes,\nc,a,member_of,Diary\n"
        "a,t,supports,\n",
    )


def test_json_has_the_fixed_fields(data):
    fields = json.loads(run("camps", "--format", "json", data=data).stdout)
    assert fields["camps"] == [["a", "b"], ["c"]]
    assert [fields[name] for name in ("undecided", "unplaced", "frustration")] == [[], ["l"], 0]
    assert fields["named_camps"][0]["name"] == "Ann and Bo"
    assert fields["named_camps"][0]["places_and_assets"] == ["t"]
    assert fields["defections"][0]["actor"] == "c"


def test_text_and_markdown_name_everybody_and_their_sources(data):
    lines = run("camps", data=data).stdout.splitlines()
    assert lines[2:5] == ["Camp 1: 2 actors", "Ann, Bo", "  with Town"]
    assert (
        "- Cy is in camp 2, but belongs to an actor of another camp: Cy is a member of Ann. [1]"
        in lines
    )
    assert lines[-2:] == ["Sources", "[1] Diary"]
    markdown = run("camps", "--format", "markdown", data=data).stdout
    assert "**Camp 1: 2 actors**\n\nAnn, Bo\n\nWith Town" in markdown
    assert "[^1]: Diary" in markdown
    undecided = run("camps", "--signed-only", data=data).stdout
    assert "In no camp\nLo" in undecided


def test_of_very_many_the_first_are_named(data, monkeypatch):
    monkeypatch.setattr(report, "MOST_NAMES", 1)
    assert "Ann and 1 more" in run("camps", data=data).stdout.splitlines()
    assert "<bdi>Ann</bdi> and 1 more" in render_html(graph.load(data).camps())


def test_an_undecided_place_takes_no_side():
    kinds = {"a": "state", "b": "state", "town": "place"}
    actors = [{"id": name, "name": name, "kind": kind} for name, kind in kinds.items()]
    ends = [("a", "opposes", "b"), ("a", "ally", "town"), ("b", "ally", "town"),
            ("a", "ally", "c"), ("c", "opposes", "b")]  # fmt: skip
    actors.append({"id": "c", "name": "c", "kind": "state"})
    rows = [dict(zip(("source", "type", "target"), each, strict=True)) for each in ends]
    answer = of_rows(actors, rows).camps()
    assert (ids(answer.undecided), ids(answer.places_and_assets)) == ([], ["town"])


def test_three_foes_are_in_as_many_camps_as_are_asked_for(tmp_path):
    rows = "source,target,type\na,b,opposes\nb,c,opposes\nc,a,opposes\n"
    foes = folder(tmp_path, "id,name\na,A\nb,B\nc,C\n", rows)
    two, three = (
        json.loads(run("camps", "--k", k, "--format", "json", data=foes).stdout) for k in "23"
    )
    assert two["frustration"] == 1
    assert (three["camps"], three["frustration"]) == ([["a"], ["b"], ["c"]], 0)


def test_nobody_is_placed_only_because_one_actor_is():
    foes = network("a opposes b", "b opposes c", "c opposes a").camps()
    assert (foes.camps, ids(foes.undecided), foes.frustration) == ((), ["a", "b", "c"], 1)
    assert foes.sentence == "No two actors are surely on one side; 3 undecided."
    assert [each.in_every for each in foes.tensions] == [False] * 3
    pairs = ["a ally b", "c ally d", "e ally f", "a opposes c", "c opposes e", "e opposes a"]
    assert network(*pairs).camps().camps == ()  # no pair is more of a camp than the others
    larger = network(*pairs, "g ally a").camps()
    assert (list_camps(larger), ids(larger.undecided)) == ([["a", "b", "g"]], ["c", "d", "e", "f"])
    four = network(*(f"{one} opposes {other}" for one, other in itertools.combinations("abcd", 2)))
    assert (four.camps(3).camps, ids(four.camps(3).undecided)) == ((), ["a", "b", "c", "d"])


def test_relations_in_tension_are_named():
    lines = ["a ally b", "a ally c", "a ally e", "b ally c", "a opposes d", "b opposes d",
             "e opposes d", "a ally x", "d ally x", "c ally d"]  # fmt: skip
    answer = network(*lines).camps()
    assert [(each.edge.sentence, each.in_every) for each in answer.tensions] == [
        (say("c [ally] d"), True), (say("a [ally] x"), False), (say("d [ally] x"), False),
    ]  # fmt: skip
    assert answer.to_dict()["tensions"][0]["source"] == "c"
    line = f"- {say('c [ally] d')}"
    text = report.to_text(answer, width=None)
    assert "In tension with these camps" in text
    assert f"\n{line} (one row" in text
    assert f"**In tension with these camps**\n\n{line}" in report.to_markdown(answer)
    assert "In tension with these camps" in render_html(answer)


def test_of_many_relations_in_tension_the_first_are_named():
    foes = [f"n{one} opposes n{other}" for one in range(11) for other in range(one)]
    text = report.to_text(network(*foes).camps(seconds=1e-9), width=None)
    assert "In tension in the division that was found" in text
    assert "5 more in tension: see explore balance --top." in text
    three = [*foes[:3], "n0 ally p", "n0 ally q", "p opposes q", "n1 ally r", "n2 ally s"]
    assert [each.in_every for each in network(*three).camps(3).tensions] == [None]
    within = [*three, "p ally t", "q ally t", "n0 ally t", "p ally u", "q ally u", "n0 ally u"]
    assert [each.in_every for each in network(*within).camps(3).tensions] == [True]


@pytest.mark.slow
@settings(max_examples=6, deadline=None, derandomize=True)
@given(signed_edges(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(drawn, random):
    size, edges = drawn
    lines = [f"n{one} {'ally' if w > 0 else 'opposes'} n{other}" for one, other, w in edges]
    lines += [f"n{one} part_of n{other}" for one, other, w in edges if abs(w) > 1]
    names = [f"n{each}" for each in range(size)]
    answers = []
    for _ in range(2):
        net = network(*lines, actors=" ".join(names))
        for answer in (net.camps(), net.camps(3), net.balance()):
            fields = answer.to_dict()
            for tension in fields["tensions"]:
                tension |= {"source": "", "target": "", "sentence": "", "ends": {
                    tension["source"], tension["target"]}}  # fmt: skip
            fields |= {name: set(fields.get(name, ())) for name in ("unplaced", "separate")}
            answers.append({key: each for key, each in fields.items() if key not in SHUFFLED})
        random.shuffle(lines)
        random.shuffle(names)
    assert answers[:3] == answers[3:]


def test_csv_has_a_row_for_each_actor(data):
    rows = list(csv.DictReader(io.StringIO(run("camps", "--format", "csv", data=data).stdout)))
    assert [(row["id"], row["camp"], row["state"]) for row in rows] == [
        ("a", "1", "member"), ("b", "1", "member"), ("c", "2", "member"),
        ("l", "", "unplaced"), ("t", "1", "place or asset"),
    ]  # fmt: skip


def test_a_notebook_shows_the_same(data):
    html = render_html(graph.load(data).camps())
    assert "<p>Camp 1: 2 actors: <bdi>Ann</bdi>, <bdi>Bo</bdi> with <bdi>Town</bdi></p>" in html
    assert "Cy is a member of Ann.</bdi> [1]" in html


def test_the_belarus_case_tells_who_is_against_their_own_side():
    answer = graph.load_example().camps()
    assert {"sakhashchyk", "gulevich", "khovstova"} <= {each.actor.id for each in answer.defections}
    sides = {actor.id: camp.number for camp in answer.camps for actor in camp.actors}
    government = ("lukashenko", "russia", "kgb_belarus", "regional_group_of_forces")
    opposition = ("tsikhanouskaya", "ukraine", "kalinouski_regiment", "supraciu", "khovstova")
    assert len({sides[name] for name in government}) == 1
    assert {sides[name] for name in opposition} == {3 - sides["lukashenko"]}


def test_the_belarus_case_places_whom_a_reader_of_the_article_expects():
    # tests/belarus_sides.csv was marked from the article of which the data are drawn.
    with Path(__file__).with_name("belarus_sides.csv").open(encoding="utf-8", newline="") as file:
        expected = {row["actor"]: row["side"] for row in csv.DictReader(file)}
    assert len(expected) >= 45
    answer = graph.load_example().camps()
    sides = {actor.id: camp.number for camp in answer.camps for actor in camp.actors}
    name_of = {sides["lukashenko"]: "regime", sides["tsikhanouskaya"]: "opposition"}
    assert {actor: name_of.get(sides.get(actor)) for actor in expected} == expected


@pytest.mark.published
@pytest.mark.slow
@pytest.mark.skipif(not DATA.is_dir(), reason=f"no data at {DATA}")
def test_the_tribes_are_in_three_camps_as_published():
    tribes = graph.load(DATA / "tribes")
    expected = json.loads((DATA / "tribes/expected.json").read_text())["published"]
    blocks = next(each["value"] for each in expected if "blocks" in each["figure"])
    found = tribes.camps(3)
    camp_of = {actor.id: camp.number for camp in found.camps for actor in camp.actors}
    pairs = zip(blocks, (camp_of[actor.id] for actor in tribes.actor_rows), strict=True)
    assert len(set(pairs)) == 3
    assert [tribes.camps(k).frustration for k in (2, 3, 4)] == [7, 2, 2]

"""Why there is no path, worked out by hand on tiny networks."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest
from labels import say
from tiny_network import network

import graph
from explorer.report import paths as report
from explorer.report.answer_html import render_html
from graph.select.applied_filter import AppliedFilter


@pytest.fixture(scope="module")
def ring():
    """A to D over B (3 steps: funds, ally, leads) or, 2 steps, over X: opposes, opposes."""
    return network(
        "A funds B", "B ally C", "C leads D", "A opposes X", "X opposes D", actors="A B C D X Z"
    )


@pytest.fixture(scope="module")
def eras():
    """A to C within 2005 to 2010; A to E never at once; A to G not known when."""
    return network(
        "A leads B start=2000 end=2010", "B leads C start=2005-03 end=2020",
        "A leads D start=1950 end=1960", "D leads E start=1970 end=1980",
        "A funds F start=2000", "F leads G start=2000",
    )  # fmt: skip


def why(answer):
    """Return the obstacle, the filters, the actors on the path and the times."""
    found = answer.why
    actors = "".join(actor.id for actor in found.path.actors) if found.path else ""
    return found.obstacle, list(map(str, found.without)), actors, found.times


def test_separate_parts(ring):
    for net in (ring, ring.avoid("funds").at(1990)):
        answer = net.path("A", "Z", directed=True)
        assert why(answer) == ("separate", [], "", None)
        assert answer.notes[0] == "They are in separate parts of the network."
        assert answer.why.to_dict()["sentence"] == answer.notes[0]
    answer = ring.path("A", "Z")
    assert str(answer) == ("No path leads from A to Z. They are in separate parts of the network.")


def test_where_there_is_a_path_nothing_stands_in_the_way(ring):
    assert ring.avoid("opposes").path("A", "D").why is None


def test_one_filter_the_shortest_path(ring):
    answer = ring.avoid("opposes", "ally").path("A", "D")
    assert why(answer) == ("filter", ['net.avoid("opposes")'], "AXD", None)
    assert answer.notes[0] == say(
        'Without net.avoid("opposes") there is a path of 2 steps: A [opposes] X; X [opposes] D.'
    )


def test_of_equally_short_ones_the_first_in_the_stated_order(ring):
    part = ring.avoid_actor("X").avoid("opposes").only("funds", "leads", "opposes")
    assert why(part.path("A", "D"))[1:3] == (
        ['net.only("funds", "leads", "opposes")'], "ABCD"
    )  # fmt: skip
    two = ring.avoid("leads", "funds").avoid("opposes")
    assert why(two.path("A", "D"))[1:3] == (['net.avoid("opposes")'], "AXD")


def test_directed_counts_as_one(ring):
    answer = ring.avoid("opposes").path("D", "A", directed=True)
    assert why(answer) == ("filter", ["directed=True"], "DCBA", None)


def test_no_single_one(ring):
    answer = ring.avoid("funds").avoid_actor("X").path("A", "D", directed=True)
    assert why(answer)[0] == "filter"
    part = ring.avoid("funds", "leads", "opposes").path("A", "D")
    assert why(part)[1:3] == (['net.avoid("opposes")'], "AXD")
    both = ring.avoid("funds", "leads").avoid_actor("X").avoid("opposes").path("A", "D")
    assert why(both)[0] == "filters"
    assert [each.name for each in both.why.without] == ["avoid", "avoid", "avoid_actor"]
    dated = network("A funds B start=2000 end=2001", "C opposes B").at("1990")
    without = dated.path("A", "C", directed=True).why.without
    assert [each.name for each in without] == ["directed", "at"]  # the order of the page
    assert both.notes[0].startswith("Without any filter there is a path of 2 steps: A ")


def test_another_time(eras):
    answer = eras.at(2002).path("A", "C")
    assert why(answer) == ("filter", ['net.at("2002")'], "ABC", (("2005-03", "2010"),))
    assert answer.notes[0].startswith(
        "At another time, 2005-03 to 2010, there is a path of 2 steps: "
    )
    between = eras.between(2015, 2016).path("A", "C")
    assert why(between)[1] == ['net.between("2015", "2016")']


def test_steps_that_never_hold_at_once(eras):
    answer = eras.at(1955).path("A", "E")
    assert why(answer) == ("filter", ['net.at("1955")'], "ADE", ())
    assert answer.notes[0].startswith(
        'Without net.at("1955") there is a path of 2 steps, '
        "but its steps never hold at the same time"
    )


def test_certain_apart_from_the_date(eras):
    answer = eras.at(2024, certain=True).path("A", "G")
    assert why(answer)[1:] == (["certain=True"], "AFG", None)


def test_unrated_apart_from_the_confidence():
    net = network("A funds B", "B funds C confidence=0.9")
    answer = net.min_confidence(0.5, unrated=False).path("A", "C")
    assert why(answer)[1:3] == (["unrated=False"], "ABC")
    low = network("A funds B confidence=0.1").min_confidence(0.5).path("A", "B")
    assert why(low)[1] == ["net.min_confidence(0.5)"]


def test_few_searches(ring, monkeypatch):
    from graph.analysis.paths import obstacles

    searches = []
    search = obstacles.find_length
    monkeypatch.setattr(
        obstacles, "find_length", lambda *a, **k: searches.append(a) or search(*a, **k)
    )
    ring.avoid("owns", "knows", "met", "opposes", "leads").path("A", "D")
    assert len(searches) == 1 + 2  # all rows; without opposes, without leads
    searches.clear()
    star = network(*(f"A ally {name}" for name in "BCDEFGHIJKLMNOPQ"))
    star.avoid_actor(*"CDEFGHIJKLMNOPQ").avoid("ally").path("A", "B")
    assert len(searches) <= 1 + obstacles.MOST_REPLAYS


def test_all_searches_follow_the_adjacency_of_all_rows(ring, monkeypatch):
    from graph.select import selection

    built = []
    build = selection.build_adjacency
    monkeypatch.setattr(
        selection, "build_adjacency", lambda *a: built.append(len(a[1])) or build(*a)
    )
    answer = ring.avoid("opposes", "leads").avoid_actor("B").path("D", "A", directed=True)
    assert answer.why.obstacle == "filters"
    assert sorted(built) == [0, 0, 5, 5, 5]  # both ways; all rows: either, forwards, backwards


def test_a_path_on_the_day_that_was_asked_last_is_told_no_time():
    net = network("A leads B start=2000-05-05 end=2000-05-05", "B leads C start=2000 end=2000")
    answer = net.at("1990").at("2000-05-05").path("A", "C")
    assert why(answer) == ("filter", ['net.at("1990")'], "ABC", None)
    assert why(net.at("1990").path("A", "C"))[3] == (("2000-05-05", "2000-05-05"),)


def test_few_times_are_named():
    rows = [f"A leads B start={year} end={year}" for year in range(1900, 1990, 10)]
    assert len(why(network(*rows).at("1995").path("A", "B"))[3]) == 3


def test_of_many_relations_separate_parts_are_known_without_a_whole_search(ring, monkeypatch):
    from graph.analysis.paths import obstacles
    from graph.select import parts

    part = ring.avoid("funds", "leads", "opposes")
    expected = why(part.path("A", "D")), why(ring.avoid("opposes").only("funds").path("A", "D"))
    searches = []
    search = obstacles.find_length
    monkeypatch.setattr(parts, "MANY", 0)
    monkeypatch.setattr(obstacles, "MOST_SEEN", 0)
    monkeypatch.setattr(
        obstacles, "find_length", lambda *a, **k: searches.append(k) or search(*a, **k)
    )
    assert why(part.path("A", "D")) == expected[0]
    whole = [each for each in searches if "most_seen" not in each]
    assert (len(searches), len(whole)) == (4 + 2, 2)  # all rows; without opposes
    assert why(ring.avoid("opposes").only("funds").path("A", "D")) == expected[1]
    disputed = network("A funds B", "B ally C stance=disputes", "A owns D")
    assert why(disputed.avoid("funds").path("A", "C"))[0] == "disputed"
    apart = network("A funds B", "B ally C stance=disputes", "E owns D")
    assert why(apart.path("A", "D"))[0] == "separate"


def test_only_disputed_relations_link_them():
    answer = network("A funds B", "B ally C stance=disputes", "E owns D").path("A", "C")
    assert why(answer) == ("disputed", [], "", None)
    assert answer.notes[0] == "Only disputed relations link them, which no path follows."


def test_a_row_that_disputes_is_no_way_around():
    net = network("A funds B", "B ally C stance=disputes", "B opposes C", "A ally C confidence=.1")
    answer = net.avoid("opposes").min_confidence(0.5).path("A", "C")
    assert why(answer)[1:3] == (["net.min_confidence(0.5)"], "AC")
    disputed = network("A funds B", "B ally C stance=disputes", "B ally C", "A owns D")
    only = disputed.avoid("funds").path("A", "C")
    assert why(only)[1:3] == (['net.avoid("funds")'], "ABC")


def test_what_was_cut_before_is_not_blamed_on_a_filter(ring):
    unknown = replace(ring.only("funds"), filters=()).avoid("ally")
    assert unknown.path("A", "D").why is None


def test_every_filter_is_recorded_as_it_can_be_replayed(ring):
    part = ring.only("funds", ["ally"]).avoid("leads").kind("person").avoid_actor("x").at(2000)
    assert part.filters == (
        AppliedFilter("only", ("funds", "ally")), AppliedFilter("avoid", ("leads",)),
        AppliedFilter("kind", ("person",)), AppliedFilter("avoid_actor", ("X",)),
        AppliedFilter("at", ("2000",)),
    )  # fmt: skip
    assert part.redact("relations.weight").filters == ()


def test_every_face_says_it(ring):
    answer = ring.avoid("funds", "opposes").avoid_actor("x").path("A", "D")
    told = say("there is a path of 3 steps: A [funds] B; B [ally] C; C [leads] D.")
    terminal = f"No path leads from A to D. Without --avoid funds {told}"
    assert " ".join(report.to_text(answer, most=1, width=None).split()) == terminal
    assert "avoid funds there is a path of 3 steps: A " in report.to_markdown(answer, most=1)
    parsed = json.loads(report.to_json(answer))["why"]
    assert (parsed["obstacle"], parsed["without"], parsed["actors"]) == (
        "filter", [{"name": "avoid", "arguments": ["funds"]}], ["A", "B", "C", "D"],
    )  # fmt: skip
    assert parsed["sentence"] == f'Without net.avoid("funds") {told}'
    assert "Without net.avoid(&quot;funds&quot;)" in render_html(answer)


CASES = Path(__file__).parent / "cases"
NETWORK = graph.load(CASES / "no_path")
with (CASES / "no_path_questions.csv").open(encoding="utf-8", newline="") as file:
    QUESTIONS = list(csv.DictReader(file))


def select(asked):
    """Return what the filters of a shared case select."""
    net, certain = NETWORK, asked["certain"] == "yes"
    for name in ("avoid", "avoid_kind", "avoid_basis", "avoid_actor", "basis"):
        net = getattr(net, name)(asked[name].split("|")) if asked[name] else net
    if asked["min_confidence"]:
        least = float(asked["min_confidence"])
        net = net.min_confidence(least, unrated=asked["no_unrated"] != "yes")
    if asked["at"]:
        return net.at(asked["at"], certain=certain)
    is_span = asked["start"] or asked["end"]
    return net.between(asked["start"], asked["end"], certain=certain) if is_span else net


@pytest.mark.parametrize(
    "asked", QUESTIONS, ids=lambda asked: "-".join(filter(None, asked.values()))
)
def test_the_shared_cases(asked):
    directed = asked["directed"] == "yes"
    found = select(asked).path(asked["source"], asked["target"], directed=directed).why
    parts = found.without if found.obstacle == "filter" else ()
    one = parts[0] if parts else AppliedFilter("")
    value = one.arguments[0] if one.name.startswith("avoid") else ""
    path = "|".join(actor.id for actor in found.path.actors) if found.path else ""
    times = "|".join("/".join(dates) for dates in found.times or ())
    told = found.obstacle, one.name, value, path, times
    assert told == tuple(asked[name] for name in ("obstacle", "without", "value", "path", "times"))

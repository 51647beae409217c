"""Paths whose steps hold at once, or start in order: worked by hand, and by brute force."""

import itertools

import networkx as nx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tiny_network import network

import graph
from graph.analysis.paths import timed_search
from graph.analysis.paths.part_search import PartSearch
from graph.analysis.paths.question import PathQuestion
from graph.data.lifetimes import find_last_start

ACTORS = "ABCDE"
YEARS = range(2000, 2005)
YEAR = st.sampled_from(["", *map(str, YEARS)])
LINE = st.tuples(st.sampled_from(ACTORS), st.sampled_from(ACTORS), YEAR, YEAR).filter(
    lambda line: line[0] != line[1] and not (line[2] and line[3] and line[2] > line[3])
)


def list_ids(answer):
    return [[actor.id for actor in path.actors] for path in answer.paths]


def test_a_longer_path_holds_at_once_where_the_shortest_never_did():
    net = network(
        "A ally B start=2000 end=2001", "B ally D start=2003",
        "A ally C start=2000", "C ally E start=2000", "E ally D start=2000",
    )  # fmt: skip
    assert list_ids(net.path("A", "D")) == [["A", "B", "D"]]
    assert list_ids(net.path("A", "D", together=True)) == [["A", "C", "E", "D"]]
    assert list_ids(net.path("A", "D", in_order=True)) == [["A", "B", "D"]]


def test_in_order_a_step_starts_no_earlier_than_the_one_before():
    net = network("A ally B start=2003", "B ally D start=2001", "A ally C start=2001",
                  "C ally E start=2002-03", "E ally D start=2002")  # fmt: skip
    assert list_ids(net.path("A", "D", in_order=True)) == [["A", "C", "E", "D"]]
    assert list_ids(net.path("D", "A", in_order=True)) == [["D", "B", "A"]]


def test_an_undated_step_fits_anywhere_until_it_ends():
    net = network("A ally B start=2003", "B ally C", "C ally D end=2002")
    assert not net.path("A", "D", in_order=True).paths
    assert list_ids(net.path("D", "A", in_order=True)) == [["D", "C", "B", "A"]]


def test_an_actor_is_passed_again_on_other_days_by_a_longer_way():
    net = network(
        "A ally B start=2000 end=2000", "A ally C start=2004", "C ally B start=2004",
        "B ally D start=2004",
    )  # fmt: skip
    assert list_ids(net.path("A", "D", together=True)) == [["A", "C", "B", "D"]]


def test_without_a_path_the_demand_is_named():
    net = network("A ally B end=2001", "B ally D start=2003")
    why = net.path("A", "D", together=True).why
    assert why.describe().startswith("Without together=True there is a path of 2 steps: ")
    assert [each.name for each in why.without] == ["together"]
    assert not net.path("D", "A", in_order=True).paths


def test_k_best_are_all_of_them_in_order():
    net = network(
        "A ally B", "B ally D", "A ally C", "C ally D", "A ally E end=2000", "E ally D start=2002",
        "C ally B",
    )  # fmt: skip
    assert list_ids(net.path("A", "D", together=True, k=10)) == [
        ["A", "B", "D"],
        ["A", "C", "D"],
        ["A", "B", "C", "D"],
        ["A", "C", "B", "D"],
    ]


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        ({"together": True, "in_order": True}, "exclude each other"),
        ({"together": True, "by": "voices"}, "needs the order steps or influence"),
        ({"in_order": True, "hubs": False}, "a way around hubs"),
    ],
)
def test_what_cannot_be_asked_together_is_refused(asked, problem):
    with pytest.raises(graph.QuestionError, match=problem):
        network("A ally B").path("A", "B", **asked)


def test_several_actors_are_asked_pair_by_pair():
    with pytest.raises(graph.QuestionError, match="Ask for each pair"):
        network("A ally B", "B ally C").path("A", "B", "C", together=True)


def parallel(lines, here, there):
    return [
        (start or "0", end or "9", start)
        for one, other, start, end in lines
        if {one, other} == {here, there}
    ]


def holds_at_once(lines, path):
    steps = [parallel(lines, *ends) for ends in itertools.pairwise(path)]
    return any(
        all(any(start <= str(year) <= end for start, end, _ in step) for step in steps)
        for year in YEARS
    )


def starts_in_order(lines, path):
    steps = [parallel(lines, *ends) for ends in itertools.pairwise(path)]
    return any(_can_start(choice) for choice in itertools.product(*steps))


def _can_start(choice):
    last = "0"
    for _, end, stated in choice:
        if stated:
            if stated < last:
                return False
            last = stated
        elif end < last:
            return False
    return True


@settings(max_examples=60)
@given(lines=st.lists(LINE, max_size=12), k=st.integers(1, 20), is_together=st.booleans())
@example(
    lines=[("A", "B", "2000", "2000"), ("B", "E", "2003", ""), ("A", "C", "2003", ""),
           ("C", "B", "2003", "")],
    k=3,
    is_together=True,
)  # fmt: skip
def test_they_are_those_of_brute_force(lines, k, is_together):
    rows = [
        f"{one} ally {other}" + f" start={start}" * bool(start) + f" end={end}" * bool(end)
        for one, other, start, end in lines
    ]
    net = network(*rows, actors=" ".join(ACTORS))
    simple = nx.Graph((one, other) for one, other, _, _ in lines)
    simple.add_nodes_from(ACTORS)
    will_do = holds_at_once if is_together else starts_in_order
    every = [p for p in nx.all_simple_paths(simple, "A", "E") if will_do(lines, p)]
    asked = {"together": is_together, "in_order": not is_together}
    found = list_ids(net.path("A", "E", k=k, **asked))
    assert [len(path) for path in found] == sorted(map(len, every))[:k]
    assert all(path in every for path in found)
    assert len({tuple(path) for path in found}) == len(found)
    best = net.path("A", "E", **asked)
    shortest = [path for path in every if len(path) == min(map(len, every))]
    assert sorted(list_ids(best)) == sorted(shortest)
    assert best.path_count == len(shortest)


DATE = st.sampled_from(["", "2000", "2001", "2001-06", "2001-06-15", "2002~", "2003", "200X"])
CLAIM = st.tuples(
    st.sampled_from(ACTORS),
    st.sampled_from(["ally", "ally", "funds", "attacks"]),
    st.sampled_from(ACTORS),
    DATE,
    st.sampled_from(["", "", "..", "ended", "2001-06", "2002", "2003"]),
).filter(lambda claim: claim[0] != claim[2])


def holds_on_one_day(steps):
    days = {day for step in steps for each in step.days for day in each}
    return any(all(any(a <= day <= b for a, b in step.days) for step in steps) for day in days)


def starts_one_by_one(steps):
    last = {min((first for step in steps for first, _ in step.starts), default=0)}
    for step in steps:
        last = {max(day, a) for day in last for a, b in step.starts if b >= day}
    return bool(last)


@settings(max_examples=150, deadline=None)
@given(
    claims=st.lists(CLAIM, max_size=14),
    directed=st.booleans(),
    is_together=st.booleans(),
    by=st.sampled_from(["steps", "influence"]),
    longest=st.sampled_from([None, 2, 3]),
)
def test_parallel_mutual_partial_and_equal_dates_are_those_of_brute_force(
    claims, directed, is_together, by, longest
):
    claims = [each for each in claims if not is_reversed(each)]
    rows = [
        f"{one} {name} {other}" + f" start={start}" * bool(start) + f" end={end}" * bool(end)
        for one, name, other, start, end in claims
    ]
    net = network(*rows, actors=" ".join(ACTORS))
    question = {"directed": directed, "by": by}
    every = {}
    for path in net.path("A", "E", k=1_000, max_length=longest, **question).paths:
        numbers = [net.columns.actor_row[actor.id] for actor in path.actors]
        parts = PathQuestion(tuple(path.actors[:: len(path.actors) - 1]), directed, by)
        search = PartSearch(net, parts, numbers[0], numbers[-1])
        will_do = holds_on_one_day if is_together else starts_one_by_one
        if will_do(search.ranking.list_steps(numbers)):
            every["".join(actor.id for actor in path.actors)] = len(path.steps)
    asked = {"together": is_together, "in_order": not is_together, "max_length": longest}
    listed = net.path("A", "E", k=1_000, **question, **asked).paths
    found = {"".join(actor.id for actor in path.actors): len(path.steps) for path in listed}
    assert found == every
    assert [*found.values()] == sorted(every.values())
    best = net.path("A", "E", **question, **asked)
    assert best.path_count == [*every.values()].count(min(every.values(), default=0))


def is_reversed(claim):
    days = [find_last_start(date) for date in claim[3:] if date not in ("", "..", "ended")]
    return len(days) > 1 and days[0] > days[1]


def test_of_equally_short_paths_the_most_telling_is_first():
    net = network(
        "A ally B start=2000", "B borders D start=2001", "A ally C start=2000",
        "C ally D start=2001", "A ally E start=2002", "E ally D start=2001",
    )  # fmt: skip
    assert list_ids(net.path("A", "D", in_order=True)) == [["A", "C", "D"], ["A", "B", "D"]]


def test_an_actor_comes_after_one_step_and_after_two():
    # B is reached from A at once in 2000, and by way of C in 2004: on that day it goes on.
    net = network(
        "A ally B start=2000 end=2000", "A ally C start=2000", "C ally B start=2004",
        "B ally X start=2000", "X ally D start=2004", "C ally X start=2005",
    )  # fmt: skip
    assert list_ids(net.path("A", "D", together=True)) == [["A", "C", "X", "D"]]
    assert list_ids(net.at("2004").path("A", "D", together=True)) == [["A", "C", "B", "X", "D"]]


def test_a_search_in_vain_has_a_bound(monkeypatch):
    # The only shortest way starts out of order, so that all steps are looked at one by one.
    net = network(
        *("a funds b start=2005", "b funds c start=2001", "a funds d start=2000"),
        *("d funds e start=2001", "e funds f start=2002", "f funds c start=2003"),
    )
    assert net.path("a", "c", in_order=True).length == 4
    monkeypatch.setattr(timed_search, "MOST_LOOKED_AT", 3)
    answer = net.path("a", "c", in_order=True)
    assert (answer.paths, answer.is_bounded, answer.why) == ((), True, None)
    assert str(answer) == (
        "No path was found from a to c. The search would take too long, and ended after 3 steps. "
        "There may be a path: set filters."
    )
    with pytest.raises(
        graph.QuestionError, match=r"^history: .* ended after 3 steps\. Set filters"
    ):
        net.path_history("a", "c")


def test_what_was_found_before_the_bound_is_told(monkeypatch):
    net = network(
        *("a funds b start=2000", "b funds c start=2001", "a funds d start=2002"),
        *("d funds c start=2001", "d funds e start=2003", "e funds c start=2004"),
    )
    assert list_ids(net.path("a", "c", in_order=True, k=3)) == [
        ["a", "b", "c"],
        ["a", "d", "e", "c"],
    ]
    monkeypatch.setattr(timed_search, "MOST_LOOKED_AT", 8)
    answer = net.path("a", "c", in_order=True, k=3)
    assert (list_ids(answer), answer.is_bounded) == ([["a", "b", "c"]], True)
    assert answer.bound_note.endswith("and ended after 1 path. There may be others.")

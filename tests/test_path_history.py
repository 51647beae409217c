"""Since when and until when a path exists: worked by hand, and by asking on every day."""

from hypothesis import given, settings
from hypothesis import strategies as st
from test_timed_paths import ACTORS, LINE, YEARS
from tiny_network import network, of_rows

from graph.analysis.paths.history import MOST_PERIODS


def list_periods(history):
    return [(*each.dates, len(each.path.steps) if each.path else None) for each in history.periods]


def test_a_shorter_path_takes_its_turn():
    net = network(
        "A ally B start=2000", "B ally D start=2000 end=2010", "A ally D start=2003 end=2004"
    )
    assert list_periods(net.path_history("A", "D")) == [
        ("", "1999", None),
        ("2000", "2002", 2),
        ("2003", "2004", 1),
        ("2005", "2010", 2),
        ("2011", "", None),
    ]
    assert net.path_history("A", "D").sentence == "A path may lead from A to D: 2000 to 2010."


def test_a_path_stays_until_it_ends():
    net = network("A ally B end=2005", "B ally D", "A ally C", "C ally D start=2001")
    periods = net.path_history("A", "D").periods
    assert [(each.dates, each.path.actors[1].id) for each in periods] == [
        (("", "2005"), "B"),
        (("2006", ""), "C"),
    ]


def test_without_dates_there_is_one_at_any_time():
    history = network("A ally B").path_history("A", "B")
    assert history.sentence == "At any time a path may lead from A to B."
    assert str(history).endswith("At any time, 1 step: A is allied with B, undated.")
    assert repr(history) == "<PathHistory: A to B, 1 period>"


def test_a_path_has_the_relations_of_its_period():
    net = network(
        *("A leads B start=2015 end=2018", "A owns B start=2017", "B ally D"),
        "A ally D start=2019 end=2019",
    )
    before, _, after = [each for each in net.path_history("A", "D").periods if each.path]
    assert before.sentence == (
        "2015 to 2018, 2 steps: A led and owns B; B is allied with D, undated."
    )
    assert after.sentence == (
        "From 2020, 2 steps: A owns B (from 2017), end not known; B is allied with D, undated."
    )
    relations = [[len(step.relations) for step in each.path.steps] for each in (before, after)]
    assert relations == [[2, 1], [1, 1]]


def test_one_relation_follows_another_on_the_next_day():
    net = network("A leads B start=2015 end=2018", "A owns B start=2019 end=2021", "B ally D")
    (period,) = [each for each in net.path_history("A", "D").periods if each.path]
    assert period.dates == ("2015", "2021")


def test_a_date_of_an_actor_alone_is_named_as_its_own():
    net = of_rows(
        [{"id": "A", "name": "A", "start": "1954"}, {"id": "B", "name": "B", "end": "1991"}],
        [{"source": "A", "type": "ally", "target": "B"}],
    )
    history = net.path_history("A", "B")
    assert history.sentence == (
        "A path may lead from A to B: 1954 (start of A) to 1991 (end of B)."
    )
    period = history.to_dict()["periods"][1]
    assert (period["from_actors"], period["to_actors"]) == (["A"], ["B"])
    assert period["sentence"] == (
        "1954 (start of A) to 1991 (end of B), 1 step: A was allied with B, undated."
    )


def test_a_more_telling_path_of_the_same_length_does_not_end_another():
    net = network("A ally C", "C ally D", "A ally B start=2000", "B ally D start=2000")
    history = net.path_history("A", "D")
    assert [actor.id for period in history.periods for actor in period.path.actors] == [*"ACD"]


def test_without_a_path_there_never_is_one():
    net = network("A ally B end=2000", "B ally C start=2002")
    history = net.path_history("A", "C")
    assert history.sentence == "No path leads from A to C at any time."
    assert history.frame.values.tolist()[0][:2] == ["", ""]


def test_directed():
    net = network("A funds B start=2000")
    assert list_periods(net.path_history("B", "A", directed=True)) == [("", "", None)]


def test_very_many_periods_are_cut():
    rows = [f"A ally B start={1000 + 2 * n} end={1000 + 2 * n}" for n in range(MOST_PERIODS)]
    history = network(*rows).path_history("A", "B")
    assert len(history.periods) == MOST_PERIODS
    assert history.cut_short
    assert "Only the first 100 periods are listed." in history.notes


@settings(max_examples=40)
@given(lines=st.lists(LINE, max_size=12))
def test_it_is_what_is_answered_in_each_year(lines):
    rows = [
        f"{one} ally {other}" + f" start={start}" * bool(start) + f" end={end}" * bool(end)
        for one, other, start, end in lines
    ]
    net = network(*rows, actors=" ".join(ACTORS))
    history = net.path_history("A", "E")
    for year in [*YEARS, 1990, 2010]:
        periods = [
            each
            for each in history.periods
            if (each.dates[0] or "0") <= str(year) <= (each.dates[1] or "9")
        ]
        assert len(periods) == 1
        path, asked = periods[0].path, net.at(year).path("A", "E")
        assert (len(path.steps) if path else None) == asked.length
    for period in history.periods:
        if period.path and any(period.dates):
            start, end = period.dates
            asked = next(iter(net.between(start, end).path("A", "E").paths))
            if asked.actors == period.path.actors:
                assert (asked.sentence, asked.id) == (period.path.sentence, period.path.id)


def test_without_a_path_at_any_time_it_says_why():
    net = network("A funds B", "B ally C")
    answer = net.only("funds").path_history("A", "C")
    assert answer.sentence == "No path leads from A to C at any time."
    assert answer.notes[0].startswith('Without net.only("funds") there is a path of 2 steps: A')
    assert answer.to_dict()["why"]["obstacle"] == "filter"
    assert net.path_history("A", "C").why is None
    (separate, *_) = network("A funds B", "C funds D").path_history("A", "C").notes
    assert separate == "They are in separate parts of the network."

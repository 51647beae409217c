"""What holds, may hold or does not hold in a span of time, by cases worked out by hand."""

import csv
import dataclasses
import re
from array import array
from pathlib import Path

import pytest
from labels import say
from time_cases import make_network, make_step_network
from tiny_network import of_rows

from graph.data.dates import get_last_day
from graph.data.dictionary_column import DictionaryColumn
from graph.data.spans import HOLDS, MAY_HOLD, Span
from graph.data.tense import is_over
from graph.errors import QuestionError
from graph.version import RELEASE_DAY

FOLDER = Path(__file__).parent / "cases"
with (FOLDER / "time_questions.csv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file))
with (FOLDER / "time_steps.csv").open(encoding="utf-8", newline="") as file:
    STEPS = list(csv.DictReader(file))


@pytest.fixture(params=CASES, ids=[case["about"] for case in CASES])
def case(request):
    return request.param


def test_the_state_of_a_relation(case):
    net = make_network(case)
    span = Span(case["from"], case["to"])
    assert net.columns.lifetimes.find_when(0, span) == (case["state"], case["why"])


@pytest.mark.parametrize("asked", STEPS, ids=[asked["about"] for asked in STEPS])
def test_the_steps_of_a_path_and_what_they_leave_open(asked):
    net = make_step_network(asked).between(asked["from"], asked["to"])
    answer = net.path(asked["start"], asked["end"])
    assert answer.sentence == say(asked["sentence"])
    assert "|".join(answer.time_notes) == say(asked["notes"])


def test_what_is_over(case):
    assert make_network(case).columns.over[0] == (case["over"] == "yes")


def make_long(table):
    """Return a table whose columns are dictionary-encoded, as those of a large file are."""
    return dataclasses.replace(
        table, columns={name: encode(cells) for name, cells in table.columns.items()}
    )


def encode(cells):
    values = list(dict.fromkeys(cells))
    return DictionaryColumn(values, memoryview(array("i", map(values.index, cells))))


@pytest.fixture(scope="module")
def long_columns():
    """Return all cases in one network of long columns, with ends and references of their own."""
    actors, relations, sources = [], [], []
    for number, case in enumerate(CASES):
        net = make_network(case)
        renamed = {"a": f"a{number}", "b": f"b{number}", "s": f"s{number}", "t": f"t{number}"}
        for table, rows in ((net.columns.actors, actors), (net.columns.relations, relations)):
            for row in range(len(table)):
                cells = {name: column[row] for name, column in table.columns.items()}
                rows.append({name: renamed.get(cell, cell) for name, cell in cells.items()})
        sources += [
            {"id": renamed[each.id], "title": "A report", "date": each.date}
            for each in net.source_rows
        ]
    columns = of_rows(actors, relations, sources=sources).columns
    long = {name: make_long(getattr(columns, name)) for name in ("actors", "relations")}
    return columns, dataclasses.replace(columns, **long)


SPANS = [Span("2012", "2012"), Span("1450", "1451"), Span("", "2000"), Span("2023", "")]


@pytest.mark.parametrize("span", SPANS)
def test_long_columns_have_the_same_states(long_columns, span):
    short, long = (columns.lifetime_columns for columns in long_columns)
    relations, actors = range(len(CASES)), range(2 * len(CASES))
    for rows in (relations, range(0, len(CASES), 3)):
        states = short.find_relation_states(rows, span)
        assert list(long.find_relation_states(rows, span)) == states
        assert long.count_relations(rows, span, MAY_HOLD) == states.count(MAY_HOLD)
        assert long.is_any_in_doubt(rows, span) == short.is_any_in_doubt(rows, span)
    for row in relations:
        assert long.is_any_in_doubt([row], span) == short.is_any_in_doubt([row], span)
    assert list(long.find_actor_states(actors, span)) == short.find_actor_states(actors, span)


def test_long_columns_without_any_date_rule_out_nothing():
    actors = [{"id": "a", "name": "A", "end": "ended"}, {"id": "b", "name": "B"}]
    rows = [{"source": "a", "target": "b", "type": "funds", "end": "ended"}]
    columns = of_rows(actors, rows).columns
    long = {name: make_long(getattr(columns, name)) for name in ("actors", "relations")}
    states = dataclasses.replace(columns, **long).lifetime_columns
    for span in SPANS:
        assert list(states.find_relation_states([0], span)) == [MAY_HOLD]
        assert list(states.find_actor_states([0], span)) == [HOLDS]


def test_long_relations_may_have_a_short_table_of_actors(long_columns):
    short, long = long_columns
    mixed = dataclasses.replace(short, relations=long.relations).lifetime_columns
    rows, span = range(len(CASES)), SPANS[0]
    states = short.lifetime_columns.find_relation_states(rows, span)
    assert list(mixed.find_relation_states(rows, span)) == states
    assert isinstance(mixed.find_actor_states(rows, span), list)


def test_what_is_kept_at_a_date(case):
    net = make_network(case)
    kept = net.between(case["from"], case["to"])
    certain = net.between(case["from"], case["to"], certain=True)
    assert len(kept.relation_rows) == (case["state"] != "does_not")
    assert len(certain.relation_rows) == (case["state"] == "holds")
    assert kept.may_hold_count == (case["state"] == "may_hold")
    assert certain.may_hold_count == 0
    assert [actor.id for actor in kept.actor_rows] == case["actors"].split()


@pytest.mark.parametrize(
    ("span", "told"),
    [
        (("soon", ""), "from: 'soon' is not a date"),
        (("", "1450~"), "to: '1450~' is in doubt. Ask about 1450, or a longer span."),
        (("2022", "2021-12"), "to: 2021-12 is before 2022. Swap the two dates."),
        (("", ""), "from: give a date: a start, an end or both."),
    ],
)
def test_a_span_that_is_none(span, told):
    with pytest.raises(QuestionError, match=re.escape(told)):
        make_network(CASES[0]).between(*span)


@pytest.mark.parametrize(
    ("date", "counts"),
    [(RELEASE_DAY, True), ("2999", False), ("", False)],
)
def test_what_is_planned_after_the_release_is_no_day_of_writing(date, counts):
    ends = {"source": "A", "target": "B", "type": "funds"}
    actors = [{"id": name, "name": name, "kind": "person"} for name in "AB"]
    rows = [{**ends, "start": date}, {**ends, "start": "1999"}]
    latest = of_rows(actors, rows).columns.lifetimes.latest_day
    assert latest == get_last_day(date if counts else "1999")


@pytest.mark.parametrize(
    ("start", "end", "written", "event", "over"),
    [
        ("", "3000", "3000-06", False, False),  # it may end in the rest of that year
        ("", "3000", "3000", False, True),
        ("", "3000-06", "3000-06", False, True),
        ("", "3000-07-01", "3000-06", False, False),
        ("3000", "", "3000-06", True, True),  # an event that began is over when it is written of
        ("3000-07", "", "3000-06", True, False),
        ("3000", "", "3000-06", False, False),
    ],
)
def test_what_is_over_when_it_is_written_of(start, end, written, event, over):
    assert is_over(start, end, get_last_day(written), event=event) == over


def test_a_row_was_written_when_the_latest_of_its_sources_was():
    people = [{"id": name, "name": name, "kind": "person"} for name in "AB"]
    row = {"source": "A", "target": "B", "type": "funds", "end": "..", "reference": "new|old|none"}
    sources = [{"id": "old", "date": "1990"}, {"id": "new", "date": "2000"}, {"id": "none"}]
    net = of_rows(people, [row], sources=sources)
    assert net.columns.lifetimes.get_day_of_writing(row["reference"]) == get_last_day("2000")
    assert net.columns.lifetimes.find_when(0, Span("2000", "2000")).state == "may_hold"

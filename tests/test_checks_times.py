"""Sources older than what they say, and relations older or younger than their actors."""

import pytest
from test_large_files import everything_is_large  # noqa: F401 - a fixture
from tiny_network import folder, problems

import graph

ACTORS = "id,name,kind,start,end,reference\na,Ann,person,{}\nb,Bob,person,,,\nc,Cy,person,,,\n"
RELATIONS = "source,target,type,start,end,reference\n"
SOURCES = "id,title,date\nold,A report,2017\nnew,A letter,2021-06\nloose,A flyer,spring 2019\n"
CITE = "Cite a source that was written later, or correct a date."
OLD = f"after the date of its latest source, 'old' (2017). {CITE}"
ONE_MORE = "1 other row has the same problem."


def told(path, *relations, actor=",,", sources=SOURCES):
    rows = "".join(f"{relation}\n" for relation in relations)
    every = problems(path, actors=ACTORS.format(actor), relations=RELATIONS + rows, sources=sources)
    return [each for each in every if not each.startswith("sources.csv:")]


def test_a_source_that_is_older_than_what_it_says(tmp_path):
    assert told(tmp_path, "a,b,funds,2018,,old") == [
        "relations.csv:2: start: '2018' is after the date of its latest source, 'old' (2017). "
        + CITE
    ]


def test_it_is_told_once_a_source(tmp_path):
    rows = ["a,b,funds,2022,,old|new", "a,c,funds,2023,,new", "b,c,funds,2024,,new"]
    [warning] = told(tmp_path, *rows)
    assert warning.startswith(
        "relations.csv:2: start: '2022' is after the date of its latest source"
    )
    assert warning.endswith(f", 'new' (2021-06). 2 other rows have the same problem. {CITE}")
    assert ONE_MORE in told(tmp_path, *rows[:2])[0]


@pytest.mark.parametrize(
    "row",
    [
        "a,b,funds,2018,,old|new",  # the later source may say it
        "a,b,funds,2017-12,,old",  # within the year of the source
        "a,b,funds,2018~,,old",  # in doubt
        "a,b,funds,,2018,old",  # an end to come
        "a,b,funds,2018,,loose",
        "a,b,funds,2018,,",
    ],
)
def test_a_source_that_is_not_older_or_may_not_be(tmp_path, row):
    assert told(tmp_path, row) == []


def test_actors_have_sources_too(tmp_path):
    assert told(tmp_path, actor="2018,,old") == [f"actors.csv:2: start: '2018' is {OLD}"]


LASTS = "A relation lasts no longer than its actors. Correct a date."


@pytest.mark.parametrize(
    ("dates", "actor", "expected"),
    [
        ("1990,", "2000,,", "start: '1990' is before the start of 'Ann', 2000."),
        (",1995", "2000,,", "end: '1995' is before the start of 'Ann', 2000."),
        ("1990,1995", "2000,,", "start: '1990' is before the start of 'Ann', 2000."),
        ("1990,2010", ",2000,", "end: '2010' is after the end of 'Ann', 2000."),
        ("2010,", ",2000,", "start: '2010' is after the end of 'Ann', 2000."),
        ("2010,..", ",2000,", "start: '2010' is after the end of 'Ann', 2000."),
    ],
)
def test_a_relation_outside_the_life_of_an_actor(tmp_path, dates, actor, expected):
    assert told(tmp_path, f"b,a,funds,{dates},", actor=actor) == [
        f"relations.csv:2: {expected} {LASTS}"
    ]


@pytest.mark.parametrize(
    ("dates", "actor"),
    [
        ("2000,2010", "2000,2010,"),
        ("2000,2010", "2000-05,2010-03,"),
        ("1999~,", "2000,,"),
        ("1999,", "2000?,,"),
        ("1990,2020", ",..,"),
        ("1990,2020", ",ended,"),
        (",", "2000,2010,"),
        ("1990,", ",2000,"),
        (",ended", "2000,,"),
    ],
)
def test_a_relation_that_may_be_within_it(tmp_path, dates, actor):
    assert told(tmp_path, f"b,a,funds,{dates},", actor=actor) == []


def test_it_is_told_once_an_actor(tmp_path):
    rows = ["a,b,funds,1990,,", "b,a,funds,1991,,", "a,c,leads,1992,,", "b,c,funds,1990,,"]
    [warning] = told(tmp_path, *rows, actor="2000,,")
    assert warning.startswith("relations.csv:2: start: '1990' is before the start of 'Ann', 2000. ")
    assert warning.endswith(f"2 other rows have the same problem. {LASTS}")


def test_ends_that_name_nobody_are_no_trouble(tmp_path):
    assert len(told(tmp_path, "x,b,funds,1990,,", actor="2000,,")) == 1


@pytest.mark.usefixtures("everything_is_large")
def test_long_columns_are_checked_alike(tmp_path):
    rows = ["a,b,funds,1990,,", "b,a,funds,2018,,old", "b,a,leads,,1995,", "b,c,leads,1900,,"]
    assert told(tmp_path, *rows, actor="2000,2010,") == [
        f"relations.csv:2: start: '1990' is before the start of 'Ann', 2000. {ONE_MORE} {LASTS}",
        f"relations.csv:3: start: '2018' is {OLD}",
        f"relations.csv:3: start: '2018' is after the end of 'Ann', 2010. {LASTS}",
    ]


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("spring 2022", "'spring 2022' is not a date. Its source counts as undated. Write a year"),
        ("44 BC", "and 1 BC is 0. Its source counts as undated. Write -43."),
        ("n.d.", "'n.d.' is not a date"),
    ],
)
def test_a_source_with_a_date_that_is_none_is_told(tmp_path, date, told):
    sources = f"id,title,date\ns,A report,{date}\nt,A note,2022-05\nu,A memo,\n"
    net = graph.load(folder(tmp_path, sources=sources))
    [problem] = net.warnings
    assert str(problem).startswith(f"sources.csv:2: date: {date!r} is not a date")
    assert told in str(problem)
    assert (problem.severity, problem.rule) == ("warning", "invalid-source-date")

"""Partial dates, intervals, and how both are read aloud."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.data import dates
from graph.data.boundary_days import get_end_days, get_start_days
from graph.data.spans import Lifetime, Span, find_state, require_asked_date
from graph.errors import QuestionError

DAYS = st.dates(date(1, 1, 1), date(9998, 12, 31))
PARTIAL = st.builds(lambda day, length: day.isoformat()[:length], DAYS, st.sampled_from([4, 7, 10]))


def days_of(text):
    """Return the first and last day of a partial date, by the calendar."""
    year, month, day = (int(part) for part in (*text.split("-"), "0", "0")[:3])
    if day:
        return date(year, month, day), date(year, month, day)
    after = date(year + 1, 1, 1) if month in {0, 12} else date(year, month + 1, 1)
    return date(year, month or 1, 1), after - timedelta(days=1)


@pytest.mark.parametrize(
    "text",
    [
        "0001",
        "0000",
        "856",
        "0856",
        "-43",
        "-43-02",
        "-4-02-29",
        "-10000",
        "1450~",
        "1450-03?",
        "185X",
        "18XX",
        "-18XX",
        "-185X~",
        "2022",
        "2022-02",
        "2022-02-28",
        "2024-02-29",
        "9999-12-31",
    ],
)
def test_what_is_a_date(text):
    assert dates.is_partial_date(text)


@pytest.mark.parametrize(
    "text",
    ["", "22", "02022", "-0", "-0000", "-43-02-30", "1850s", "185x", "1XXX", "18X0", "1450~?",
     "~1450", "185X-03", "..", "ended", "2022-", "2022-00", "2022-13", "2022-1", "2022-02-29",
     "2022-04-31", "2022/08", "2022-08-08T00:00", " 2022", "2022\n", "٢٠٢٢", "٢٠٢X", "next year"],
)  # fmt: skip
def test_what_is_none(text):
    assert not dates.is_partial_date(text)
    with pytest.raises(QuestionError, match="is not a date"):
        require_asked_date(text)


def may_share_a_day(start, end, asked):
    lifetime = Lifetime(*get_start_days(start), *get_end_days(end))
    return find_state(lifetime, Span(asked, asked)) != "does_not"


@pytest.mark.parametrize(
    ("start", "end", "asked", "overlap"),
    [
        ("2020", "2022", "2022", True),
        ("2020", "2022", "2022-12-31", True),  # an end is inclusive, all of its year
        ("2020", "2022", "2023-01-01", False),
        ("2022-08-08", "2022-08-08", "2022", True),
        ("2022-08-08", "2022-08-08", "2022-08", True),
        ("2022-08-08", "2022-08-08", "2022-08-09", False),
        ("2022-08", "", "2022-07-31", False),
        ("2022-08", "", "2022", True),
        ("2022-08", "", "3000", True),  # a blank end is not known
        ("", "1795", "1795-06", True),
        ("", "1795", "1796", False),
        ("", "1795", "0001", True),
        ("", "", "2022", True),
    ],
)
def test_overlaps(start, end, asked, overlap):
    assert may_share_a_day(start, end, asked) is overlap


@given(PARTIAL | st.just(""), PARTIAL | st.just(""), PARTIAL)
def test_overlaps_as_the_calendar_does(start, end, asked):
    begins = days_of(start)[0] if start else date.min
    ends = days_of(end)[1] if end else date.max
    first, last = days_of(asked)
    assert may_share_a_day(start, end, asked) == (
        begins <= last and ends >= first and begins <= ends
    )


@given(PARTIAL, PARTIAL)
def test_an_end_lies_before_a_start_as_in_the_calendar(start, end):
    before = dates.get_latest_day(end) < dates.get_earliest_day(start)
    assert before == (days_of(end)[1] < days_of(start)[0])


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2022", "2022", "(2022)"),
        ("2020", "2022", "(2020 to 2022)"),
        ("2022", "", "(from 2022)"),
        ("", "2022", "(until 2022)"),
        ("", "", ""),
        ("2022", "2022-12", "(2022 to 2022-12)"),
        ("1994", "..", "(since 1994)"),
        ("", "..", ""),
        ("1990", "ended", "(from 1990, ended)"),
        ("", "ended", "(ended)"),
        ("1450~", "18XX", "(1450~ to the 19th century)"),
        ("198X", "198X", "(1980s)"),
        ("", "12XX", "(until the 13th century)"),
        ("20XX", "", "(from the 21st century)"),
        ("-185X", "185X~", "(-185X to 185X~)"),
    ],
)
def test_an_interval_in_words(start, end, text):
    assert dates.format_interval(start, end) == text


@given(DAYS, DAYS)
def test_day_numbers_have_the_order_of_the_calendar(here, there):
    numbers = [dates.day_number(day.year, day.month, day.day) for day in (here, there)]
    assert (numbers[0] < numbers[1]) == (here < there)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("856", "0856-01-01", "0856-12-31"),
        ("-43", "-43-01-01", "-43-12-31"),
        ("185X", "1850-01-01", "1859-12-31"),
        ("18XX", "1800-01-01", "1899-12-31"),
        ("-185X", "-1859-01-01", "-1850-12-31"),
        ("-18XX", "-1899-01-01", "-1800-12-31"),
        ("00XX", "0000-01-01", "0099-12-31"),
    ],
)
def test_the_days_of_a_date_of_any_age(text, first, last):
    assert dates.get_first_day(text) == dates.get_first_day(first)
    assert dates.get_last_day(text) == dates.get_last_day(last)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("1450~", "1449", "1451"),
        ("1450?", "1449", "1451"),
        ("2022-08~", "2022-07", "2022-09"),
        ("2022-01-01~", "2021-12-31", "2022-01-02"),
        ("185X~", "184X", "186X"),
    ],
)
def test_a_doubtful_date_reaches_once_its_own_precision_to_either_side(text, earliest, latest):
    assert dates.get_earliest_day(text) == dates.get_first_day(earliest)
    assert dates.get_latest_day(text) == dates.get_last_day(latest)

"""Partial dates, intervals, and how both are read aloud."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.data import dates
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
    "text", ["0001", "2022", "2022-02", "2022-02-28", "2024-02-29", "9999-12-31"]
)
def test_what_is_a_date(text):
    assert dates.is_partial_date(text)


@pytest.mark.parametrize(
    "text",
    ["", "0000", "22", "02022", "2022-", "2022-00", "2022-13", "2022-1", "2022-02-29", "2022-04-31",
     "2022/08", "2022-08-08T00:00", " 2022", "2022\n", "٢٠٢٢", "-2022", "next year"],
)  # fmt: skip
def test_what_is_none(text):
    assert not dates.is_partial_date(text)
    with pytest.raises(QuestionError, match="is not a date"):
        dates.require_date(text)


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
    assert dates.overlaps(start, end, asked) is overlap


@given(PARTIAL | st.just(""), PARTIAL | st.just(""), PARTIAL)
def test_overlaps_as_the_calendar_does(start, end, asked):
    begins = days_of(start)[0] if start else date.min
    ends = days_of(end)[1] if end else date.max
    first, last = days_of(asked)
    assert dates.overlaps(start, end, asked) == (begins <= last and ends >= first)


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
    ],
)
def test_an_interval_in_words(start, end, text):
    assert dates.format_interval(start, end) == text

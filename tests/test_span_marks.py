"""Marks by years equal a look at each lifetime, whatever is open, in doubt or turned."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from test_span_counts import LIFETIMES, SPANS

from graph.data.dates import AFTER_EVERY_DAY, BEFORE_EVERY_DAY, get_first_day
from graph.data.row_marks import mark_all
from graph.data.span_marks import EDGES, SpanMarks, list_year_numbers
from graph.data.spans import Lifetime, Span, find_state

YEARS = st.sampled_from(["1500", "1789", "1790", "2009", "2010", "2011", "2041", "2042", "2043"])
FAR = [
    Lifetime(*(get_first_day(year) for year in ("1500", "1500", "1600", "1600"))),
    Lifetime(*(get_first_day(year) for year in ("2100", "2100", "2200", "2200"))),
    Lifetime(BEFORE_EVERY_DAY, AFTER_EVERY_DAY, BEFORE_EVERY_DAY, AFTER_EVERY_DAY),
]


def read(lifetimes):
    days = np.array(lifetimes, np.int32).reshape(-1, 4).T
    doubts = np.zeros(len(lifetimes), bool)
    return SpanMarks(dict(list_year_numbers(days, doubts, days[0])).__getitem__)


def mark_rows(flags):
    return int.from_bytes(bytes(flags), "little")


@given(LIFETIMES, st.tuples(YEARS, YEARS).map(sorted))
def test_marks_are_those_of_each_lifetime(lifetimes, years):
    lifetimes = [*lifetimes, *FAR]
    marks = read(lifetimes)
    known = 0
    for span in [*SPANS, Span(*years)]:
        states = [find_state(lifetime, span) for lifetime in lifetimes]
        due = {
            "mark_possible": mark_rows(state != "does_not" for state in states),
            "mark_certain": mark_rows(state == "holds" for state in states),
            "mark_may_hold": mark_rows(state == "may_hold" for state in states),
            "mark_in_doubt": mark_rows(each[0] >= span.first for each in lifetimes),
        }
        for name, expected in due.items():
            found = getattr(marks, name)(span)
            assert found is None or found == expected
            known += found is not None
    assert known >= 4  # whole years always are, here: 2010


def test_whole_years_and_open_spans_are_always_known():
    day = get_first_day("2010-06-15")
    marks = read([Lifetime(day, day, day, day)])
    for span in (Span("2010", "2010"), Span("", "2010"), Span("2011", ""), Span("", "")):
        assert marks.mark_may_hold(span) is not None
    assert marks.mark_possible(Span("", "")) == mark_all(1)
    assert marks.mark_possible(Span("2010-06", "2010-06")) is None
    assert len(EDGES) == 255

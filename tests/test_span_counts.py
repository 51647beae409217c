"""Counts by sorted days equal a look at each lifetime, whatever is open, in doubt or turned."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_network import folder

import graph
from graph.cache import cached_columns
from graph.data.dates import AFTER_EVERY_DAY, BEFORE_EVERY_DAY, get_first_day
from graph.data.span_counts import SpanCounts, list_span_counts
from graph.data.spans import Lifetime, Span, find_state

FIRST = get_first_day("2010")
DAYS = st.integers(FIRST - 800, FIRST + 800) | st.sampled_from((BEFORE_EVERY_DAY, AFTER_EVERY_DAY))
RANGES = st.builds(lambda *days: sorted(days), DAYS, DAYS)
LIFETIMES = st.lists(
    st.builds(lambda starts, ends: Lifetime(*starts, *ends), RANGES, RANGES), max_size=30
)
SPANS = [
    Span("2010", "2010"),
    Span("2009-03", "2010-11-02"),
    Span("2010-01-01", "2010-01-01"),
    Span("", "2009"),
    Span("2010-06", ""),
]


@given(LIFETIMES)
def test_counts_are_those_of_each_lifetime(lifetimes):
    days = np.array(lifetimes, np.int32).reshape(-1, 4).T
    counts = SpanCounts(dict(list_span_counts(days)).__getitem__)
    for span in SPANS:
        states = [find_state(lifetime, span) for lifetime in lifetimes]
        certain, possible = states.count("holds"), len(states) - states.count("does_not")
        assert (counts.count_certain(span), counts.count_possible(span)) == (certain, possible)
        assert counts.count_may_hold(span) == states.count("may_hold")


@pytest.mark.usefixtures("cache_folder")
@pytest.mark.parametrize("most", [0, 20_000])
def test_pairs_too_many_to_count_are_looked_at(tmp_path, monkeypatch, most):
    monkeypatch.setattr(cached_columns, "MOST_PAIRS", most)
    (tmp_path / "case").mkdir()
    place = folder(
        tmp_path / "case",
        actors="id,name,kind\na,A,person\nb,B,person\n",
        relations="source,target,type,start,end\na,b,funds,2010~,2010~\na,b,ally,2011,\n",
    )
    graph.load(place, cache=True)
    network = graph.load(place, cache=True)
    assert (network.columns.span_counts is None) == (most == 0)
    asked = network.at("2010")
    assert (len(asked.relation_numbers), asked.may_hold_count, asked.is_any_in_doubt) == (
        1,
        1,
        True,
    )

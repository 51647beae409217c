"""The days that are kept of relations are those of their rows and of their actors."""

from hypothesis import given
from hypothesis import strategies as st
from tiny_network import of_rows

from graph.data.lifetimes import STORED_DAYS, Lifetimes

STARTS = st.sampled_from(["", "2001", "2001-06", "2001-06-15", "1999~", "200X?", "-43"])
ENDS = st.sampled_from(["", "..", "ended", "2010", "2010-02~", "2010-02-03"])
ROWS = st.lists(
    st.tuples(st.sampled_from(["ally", "attacks"]), STARTS, ENDS, st.sampled_from(["", "s"])),
    max_size=8,
)


@given(ROWS, STARTS, ENDS)
def test_they_are_those_of_the_rows(rows, start, end):
    network = of_rows(
        [
            {"id": "a", "name": "a", "start": start, "end": end},
            {"id": "b", "name": "b", "end": "2009"},
        ],
        [
            {"source": "a", "target": "b", "type": kind, "start": since, "end": until}
            | ({"reference": reference} if reference else {})
            for kind, since, until, reference in rows
        ],
        sources=[{"id": "s", "title": "S", "date": "2008"}],
    )
    columns = network.columns
    by_row, stored = columns.lifetimes, columns.lifetime_columns.list_days()
    assert len(stored) == STORED_DAYS * len(rows)
    tables = columns.actors, columns.relations
    kept = Lifetimes(
        tables, columns.endpoints, columns.relation_types, columns.sources, list, stored
    )
    for row in range(len(rows)):
        assert kept.of_relation(row) == by_row.of_relation(row)
        assert kept.find_possible_days(row) == by_row.find_possible_days(row)
        assert kept.find_possible_starts(row) == by_row.find_possible_starts(row)

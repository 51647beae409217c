"""What is over, so that it is told in the past."""

import pytest
from tiny_network import of_rows


def is_over(relation, *, actor=(), sources=None):
    """Return whether a relation between a and b is over; `actor` are cells of a."""
    actors = [
        {"id": "a", "name": "A", "kind": "person", **dict(actor)},
        {"id": "b", "name": "B", "kind": "person"},
    ]
    rows = [{"source": "a", "target": "b", "type": "funds", **relation}]
    net = of_rows(actors, rows, sources=sources or ())
    return net.columns.over[0]


@pytest.mark.parametrize(
    ("dates", "over"),
    [
        ({}, False),
        ({"start": "1994"}, False),
        ({"start": "1994", "end": ".."}, False),
        ({"start": "1994", "end": "ended"}, True),
        ({"end": "ended"}, True),
        ({"start": "1904", "end": "1907"}, True),
        ({"end": "1907~"}, True),
        ({"start": "1904", "end": "2999"}, False),
    ],
)
def test_a_relation_is_over_by_its_end(dates, over):
    assert is_over(dates) is over


def test_a_source_that_was_written_after_the_end_says_that_it_is_over():
    later = [{"id": "s", "title": "A history", "date": "3001-05"}]
    assert is_over({"end": "2999", "reference": "s"}, sources=later)
    assert not is_over({"end": "3001-06", "reference": "s"}, sources=later)


@pytest.mark.parametrize(
    ("dates", "planned"),
    [
        ({"start": "2999"}, True),
        ({"start": "2999-05", "end": "2999-06"}, True),
        ({"start": "2001"}, False),
        ({"start": "2026"}, False),
        ({}, False),
        ({"end": "2999"}, False),
        ({"start": "2999", "type": "funds"}, False),
    ],
)
def test_an_event_is_planned_by_its_start(dates, planned):
    actors = [{"id": name, "name": name, "kind": "person"} for name in "ab"]
    net = of_rows(actors, [{"source": "a", "target": "b", "type": "met", **dates}])
    assert net.relation_rows[0].planned is planned
    assert not (planned and net.columns.over[0])


def test_an_event_that_was_planned_is_over_in_a_source_written_later():
    later = [{"id": "s", "title": "A history", "date": "3001"}]
    event = {"type": "met", "start": "2999", "reference": "s"}
    assert is_over(event, sources=later)


@pytest.mark.parametrize(
    ("dates", "over"),
    [({"end": "ended"}, True), ({"end": "1999"}, True), ({"end": ".."}, False), ({}, False)],
)
def test_a_relation_is_over_when_an_actor_is(dates, over):
    assert is_over({"start": "1994"}, actor=dates) is over

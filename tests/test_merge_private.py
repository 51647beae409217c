"""What one of two folders marks as private is private in the merged one."""

from functools import partial

import pytest
from importing import read_merged
from tiny_network import of_rows

from graph.merging.merged import merge_networks

PAIR = [
    {"id": "a", "name": "Ann Ek", "kind": "person"},
    {"id": "b", "name": "Bo Lind", "kind": "person"},
]


def tie(kind="funds", **cells):
    return {"source": "a", "target": "b", "type": kind, **cells}


def both(first, second):
    return merge_networks(of_rows(PAIR, [first]), of_rows(PAIR, [second]))


@pytest.fixture
def read(tmp_path):
    return partial(read_merged, tmp_path)


@pytest.mark.parametrize("other", [{}, {"private": "no"}, {"note": "seen"}, {"stance": "disputes"}])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_relation_is_private_if_either_folder_says_so(read, other, is_first):
    rows = [tie(private="yes"), tie(**other)]
    net = read(both(*(rows if is_first else rows[::-1])))
    assert len(net.public().relation_rows) == 0
    assert len(net.relation_rows) == (2 if "stance" in other or "note" in other else 1)


def test_it_is_said_how_many_became_private():
    report = both(tie(private="yes"), tie(note="seen")).report
    assert report.private_relations == 1
    assert report.guesses[-1].startswith("1 relation is private because the other folder")


def test_a_public_row_beside_a_private_one_of_the_same_folder_stays_public(read):
    first = of_rows(PAIR, [tie(private="yes", note="x"), tie(note="y")])
    net = read(merge_networks(first, of_rows(PAIR, [tie(note="z")])))
    assert [each.note for each in net.public().relation_rows] == ["y", "z"]


def test_a_type_that_is_renamed_is_the_same_relation(read):
    first = of_rows(PAIR, [tie("mocks", private="yes")], types=[{"type": "mocks"}])
    second = of_rows(PAIR, [tie("mocks")], types=[{"type": "mocks", "sign": "-"}])
    net = read(merge_networks(first, second))
    assert len(net.relation_rows) == 2
    assert len(net.public().relation_rows) == 0


@pytest.mark.parametrize("is_first", [True, False])
def test_an_actor_is_private_if_either_folder_says_so(read, is_first):
    actors = [[{**PAIR[0], "private": "yes"}, PAIR[1]], PAIR]
    one, two = actors if is_first else actors[::-1]
    net = read(merge_networks(of_rows(one, [tie()]), of_rows(two, [tie("met")])))
    assert [each.id for each in net.public().actor_rows] == ["b"]
    assert len(net.public().relation_rows) == 0


@pytest.mark.parametrize("is_first", [True, False])
def test_a_source_is_private_if_either_folder_says_so(read, is_first):
    url = "https://example.org/a"
    sources = [[{"id": "s", "url": url, "private": "yes"}], [{"id": "t", "url": url}]]
    rows = [tie(reference="s"), tie("met", reference="t")]
    pairs = [of_rows(PAIR, [row], sources=each) for row, each in zip(rows, sources, strict=True)]
    net = read(merge_networks(*(pairs if is_first else pairs[::-1]))).public()
    assert not net.columns.sources
    assert all(not each.references for each in net.relation_rows)

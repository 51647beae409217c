"""Rows in error are not set aside where that would show what is private, or end a dispute."""

import pytest
from tiny_network import folder

import graph

ACTORS = "id,name,kind,private,start\na,Ann,person,{},{}\nb,Bob,person,,\nc,Cy,person,no,\n"
RELATIONS = "source,target,type,claimant\nb,c,ally,a\n"


def load(path, **files):
    return graph.load(folder(path, **files), set_aside=True)


@pytest.mark.parametrize(("mark", "start"), [("x", ""), ("Yes", ""), ("yes", "199x")])
def test_a_private_actor_in_error_stays_an_error(tmp_path, mark, start):
    with pytest.raises(graph.DataError, match="not set aside, as other rows may name this private"):
        load(tmp_path, actors=ACTORS.format(mark, start), relations=RELATIONS)


def test_the_mark_of_a_row_with_too_many_cells_is_not_known(tmp_path):
    actors = "id,name,private\na,Ann, Jr,yes\nb,Bob,\n"
    with pytest.raises(graph.DataError, match="not set aside, as other rows may name this private"):
        load(tmp_path, actors=actors, relations="source,target\nb,a\n")


def test_a_public_actor_in_error_is_set_aside(tmp_path):
    net = load(tmp_path, actors=ACTORS.format("no", "199x"), relations=RELATIONS)
    assert [each.name for each in net.actor_rows] == ["Bob", "Cy"]


@pytest.mark.parametrize("rows", ["s,Diary,x", "s,Diary,\ns,Diary,yes"])
def test_a_private_source_in_error_stays_an_error(tmp_path, rows):
    sources = f"id,title,private\n{rows}\n"
    relations = "source,target,type,reference\na,b,ally,s\n"
    with pytest.raises(graph.DataError, match="may cite this private source"):
        load(tmp_path, relations=relations, sources=sources)


def test_a_relation_with_an_unknown_mark_stays_an_error(tmp_path):
    with pytest.raises(graph.DataError, match="not set aside, as it may be private"):
        load(tmp_path, relations="source,target,type,private\na,b,ally,x\nb,a,funds,\n")


def test_a_private_relation_in_error_is_set_aside_and_so_not_shown(tmp_path):
    rows = "source,target,start,private\na,b,199x,yes\nb,a,,\n"
    net = load(tmp_path, relations=rows)
    assert [each.source.id for each in net.relation_rows] == ["b"]


@pytest.mark.parametrize("row", ["dispute,", "disputes,199x", "Disputes,"])
def test_what_is_disputed_does_not_stand_because_a_row_is_in_error(tmp_path, row):
    relations = f"source,target,type,stance,start\na,b,ally,asserts,\na,b,ally,{row}\n"
    with pytest.raises(graph.DataError, match="or what it disputes would stand"):
        load(tmp_path, relations=relations)


def test_a_dispute_goes_with_an_actor_who_is_set_aside(tmp_path):
    actors = "id,name,start\na,Ann,199x\nb,Bob,\nc,Cy,\n"
    relations = "source,target,type,stance\na,b,ally,disputes\nb,c,ally,\n"
    net = load(tmp_path, actors=actors, relations=relations)
    assert [each.target.id for each in net.relation_rows] == ["c"]


def test_a_misspelt_basis_is_set_aside(tmp_path):
    net = load(tmp_path, relations="source,target,basis\na,b,aledged\nb,a,stated\n")
    assert [each.basis for each in net.relation_rows] == ["stated"]

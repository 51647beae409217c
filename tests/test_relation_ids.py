"""Ids of relations: given, or made from what the row says and not from where it stands."""

import random
import re

from hypothesis import given
from hypothesis import strategies as st
from tiny_network import folder, network

import graph

LINES = ["A funds B", "A funds B start=2020", "A funds C", "B funds A", "A hosts B", "B ally C"]
FIELDS = ["source", "target", "type", "start", "end", "stance", "reference"]


def ids(*lines):
    return [relation.id for relation in network(*lines, actors="A B C").relation_rows]


def test_an_id_is_short_and_plain_and_known():
    assert ids("A funds B") == ["r5440eb9aff"]
    assert all(re.fullmatch(r"r[0-9a-f]{10}", made) for made in ids(*LINES))
    assert len(set(ids(*LINES))) == len(LINES)


@given(st.permutations(LINES))
def test_an_id_stays_when_rows_move(lines):
    assert dict(zip(lines, ids(*lines), strict=True)) == dict(zip(LINES, ids(*LINES), strict=True))


def test_an_id_stays_when_rows_come_and_go():
    assert ids(*LINES[2:]) == ids(*LINES)[2:]


def test_an_id_stays_when_note_weight_confidence_or_attributes_are_edited():
    plain = ids("A funds B")
    for more in ("note=x", "weight=2", "confidence=B2", "mood=good", "stance=asserts"):
        assert ids(f"A funds B {more}") == plain


def test_an_id_changes_with_what_is_claimed_and_by_whom():
    claims = ["A funds B", "B funds A", "A hosts B", "A funds B start=2020", "A funds B end=2020",
              "A funds B stance=disputes", "A funds B reference=x"]  # fmt: skip
    assert len({ids(line)[0] for line in claims}) == len(claims)


def test_twin_rows_have_ids_of_their_own():
    once, twice, thrice = ids(*["A funds B"] * 3)
    assert [once, twice, thrice] == [once, f"{once}-2", f"{once}-3"]


def test_a_given_id_is_kept_and_no_other_row_takes_it():
    (made,) = ids("A funds B")
    assert ids(f"A hosts C id={made}", "A funds B", "A funds B") == [made, f"{made}-2", f"{made}-3"]


def test_an_end_by_name_and_an_end_by_id_are_one(tmp_path):
    by_id = graph.load(folder(tmp_path, relations="source,target,type\na,b,funds\n"))
    by_name = graph.load(folder(tmp_path, relations="source,target,type\nAnn,Bob,funds\n"))
    assert by_id.relation_rows[0].id == by_name.relation_rows[0].id


def test_a_filter_changes_no_id():
    net = graph.load_example()
    known = {relation.id: relation for relation in net.relation_rows}
    for kept in (net.avoid("borders"), net.at("2022", certain=True), net.avoid_actor("belarus")):
        assert all(known[relation.id] == relation for relation in kept.relation_rows)


def test_the_belarus_case_keeps_its_ids_when_its_rows_are_shuffled(tmp_path):
    net = graph.load_example()
    for file in net.files:
        header, *rows = file.read_text(encoding="utf-8").splitlines(keepends=True)
        random.Random(3).shuffle(rows)  # noqa: S311 - a seeded sample, not a secret
        (tmp_path / file.name).write_text("".join([header, *rows]), encoding="utf-8")
    shuffled = graph.load(tmp_path)
    assert {relation.id: relation.sentence for relation in shuffled.relation_rows} == {
        relation.id: relation.sentence for relation in net.relation_rows
    }

"""Ids of relations: given, or made from what the row says and not from where it stands."""

import json
import random
import re
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_network import folder, network

import graph
from explorer.page.network_document import build_network_document
from graph.data.dictionary_column import DictionaryColumn
from graph.data.relation_ids import ContentIds, find_row, make_relation_ids
from graph.data.table import Table
from graph.saved.layout_file import parse_layout
from graph.saved.link_vocabulary import LinkVocabulary
from graph.saved.page_link import read_link

LINES = [
    "A funds B",
    "A funds B stance=disputes",
    "A funds C",
    "B funds A",
    "A hosts B",
    "B ally C",
]


def ids(*lines):
    return [relation.id for relation in network(*lines, actors="A B C").relation_rows]


def test_an_id_is_short_and_plain_and_known():
    assert ids("A funds B") == ["r58b29d0ee9"]
    assert all(re.fullmatch(r"r[0-9a-f]{10}", made) for made in ids(*LINES))
    assert len(set(ids(*LINES))) == len(LINES)


@given(st.permutations(LINES))
def test_an_id_stays_when_rows_move(lines):
    assert dict(zip(lines, ids(*lines), strict=True)) == dict(zip(LINES, ids(*LINES), strict=True))


def test_an_id_stays_when_rows_come_and_go():
    assert ids(*LINES[2:]) == ids(*LINES)[2:]


MORE = ["note=x", "weight=2", "confidence=B2", "mood=good", "start=2020", "end=2020", "reference=x",
        "claimant=A", "basis=alleged"]  # fmt: skip


@pytest.mark.parametrize("more", MORE)
def test_an_id_stays_when_the_row_is_improved_and_the_digest_tells_it(more):
    (plain,) = network("A funds B").relation_rows
    (better,) = network(f"A funds B {more}").relation_rows
    assert better.id == plain.id
    assert better.digest != plain.digest


def test_the_digest_stays_when_the_id_alone_differs():
    plain, hosts = network("A funds B", "A hosts B").relation_rows
    assert plain.digest == hosts.digest


def test_an_id_changes_with_the_ends_the_type_and_the_stance():
    claims = ["A funds B", "B funds A", "A hosts B", "A funds B stance=disputes"]
    assert len({ids(line)[0] for line in claims}) == len(claims)


def test_parallel_rows_have_numbers_in_the_order_of_the_rows():
    once, hosts, twice = ids("A funds B start=2020", "A hosts B", "A funds B reference=x")
    assert twice == f"{once}-2" != hosts


FORMER = {  # as version 0.1 made them
    "A funds B": "r5440eb9aff",
    "A funds B start=2020 reference=x": "rf3721dfb29",
}


def test_ids_of_version_0_1_lead_to_their_relations():
    net = network(*FORMER, actors="A B")
    assert list(net.columns.former_relation_ids) == list(FORMER.values())
    now = [relation.id for relation in net.relation_rows]
    assert [net.columns.find_current_id(former) for former in FORMER.values()] == now
    assert net.columns.find_current_id("r0000000000") == ""


def test_links_and_layout_files_may_have_them():
    net = network(*FORMER, actors="A B")
    _, former = FORMER.values()
    now = net.relation_rows[1].id
    link, problems = read_link(f"#relation={former}", LinkVocabulary(net))
    assert (link.hash, problems) == (f"#relation={now}", [])
    notes = {"version": 1, "notes": {"relations": {former: "Ask."}}, "state": f"#relation={former}"}
    layout, problems = parse_layout(json.dumps(notes), "layout.json", net)
    assert (layout.relation_notes, layout.state, problems) == ({now: "Ask."}, link.hash, [])


def test_a_page_lists_them_where_they_are_few_and_differ():
    net = network(*FORMER, "A hosts B id=mine", actors="A B")
    listed = build_network_document(net)["former_relation_ids"]
    assert listed == " ".join([*(former[1:] for former in FORMER.values()), ""])
    assert "former_relation_ids" not in build_network_document(network("A hosts B id=mine"))


def test_ids_by_column_are_those_by_row(tmp_path):
    lines = [f"a,b,{kind},{start}" for kind in ("funds", "hosts") for start in ("", "2020", "")]
    files = folder(tmp_path, relations="\n".join(["source,target,type,start", *lines]))
    net = graph.load(files, cache=False)
    table, ends = net.columns.relations, net.columns.endpoints
    encoded = Table(
        table.name, {name: encode(cells) for name, cells in table.columns.items()}, table.lines
    )
    rows = tuple(memoryview(array("i", end)) for end in ends)
    for former in (False, True):
        by_column = make_relation_ids(
            encoded, ["a", "b"], rows, encode([False] * len(lines)), former=former
        )
        by_row = make_relation_ids(table, ["a", "b"], ends, [False] * len(lines), former=former)
        assert isinstance(by_column, ContentIds)
        assert list(by_column) == list(by_row)
        assert [find_row(by_column, name) for name in by_row] == list(range(len(lines)))


def encode(cells):
    values = list(dict.fromkeys(cells))
    return DictionaryColumn(values, memoryview(array("i", map(values.index, cells))))


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
        assert all(known[each.id].digest == each.digest for each in kept.relation_rows)


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

"""What rests on a source: the answer, the filter, and how a source is named."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from labels import say
from tiny_network import COUPLE, folder, network

import graph
from graph.data.dictionary_column import DictionaryColumn

CASES = Path(__file__).parent / "cases"


@pytest.fixture(scope="module")
def net():
    """Seven actors, seven relations, four sources; worked out by hand below."""
    return graph.load(CASES / "evidence")


def counts(net):
    return {
        each.source.id: (
            each.relation_count,
            each.alone_count,
            "".join(actor.id for actor in each.actors),
            "".join(actor.id for actor in each.actors_alone),
        )
        for each in net.evidence().sources
    }


def ids(rows):
    return [row.id for row in rows]


def test_each_source_is_counted_once_for_what_cites_it(net):
    assert counts(net) == {
        "s": (4, 2, "ab", "a"),
        "t": (2, 1, "bce", "ce"),
        "u": (0, 0, "f", "f"),
        "v": (0, 0, "", ""),
    }
    assert list(counts(net)) == ["s", "t", "u", "v"]
    found = net.evidence()
    assert (found.relation_count, found.direct_count, found.unsourced_count) == (7, 1, 1)
    assert str(found) == (
        "4 sources, 7 relations. 4 independent voices. "
        "1 cites a page or a text and no declared source. 1 cites nothing."
    )
    assert found.frame["alone"].tolist() == [2, 1, 0, 0]


def test_the_most_cited_is_first_whatever_the_rows():
    few = graph.load(CASES / "evidence").only("ally", "borders").avoid("borders")
    assert [each.relation_count for each in few.evidence().sources] == [1, 1, 0, 0]
    one = graph.load(CASES / "evidence").only("ally").avoid_actor("c")
    assert one.evidence().sources[0].source.id == "t"


def test_filters_change_what_is_counted(net):
    assert counts(net.only("funds"))["s"] == (2, 1, "ab", "a")
    assert counts(net.avoid_actor("a"))["s"] == (1, 1, "b", "")


def test_one_source_tells_every_relation_what_rests_on_nothing_else_first(net):
    found = net.withdrawal("s")
    assert [(rest.relation.id, rest.alone, rest.standing) for rest in found.relations] == [
        ("r1", True, "contested"),
        ("r3", True, "stands"),
        ("r2", False, "contested"),
        ("r5", False, "stands"),
    ]
    assert str(found) == "4 relations rest on it, 2 of them on it alone; 2 actors cite it."
    assert (
        str(net.withdrawal("v"))
        == "0 relations rest on it, none of them on it alone; 0 actors cite it."
    )
    assert (ids(found.actors), ids(found.actors_alone)) == (["a", "b"], ["a"])
    assert found.frame["sentence"].tolist()[0] == say("Ann [funds] Bob (from 2020)")


def test_a_claim_that_a_filter_left_out_contests_nothing(net):
    assert net.at("2020").withdrawal("s").relations[0].standing == "stands"


def test_what_cites_nothing_is_an_answer_of_its_own(net):
    found = net.unsourced()
    assert (ids(rest.relation for rest in found.relations), ids(found.actors)) == (["r6"], ["d"])
    assert str(found) == "1 relation cites nothing, and so does 1 actor."
    assert found.to_dict()["source"] is None
    assert str(net.only("funds").avoid_actor("d").unsourced()) == (
        "Every relation and every actor cites something."
    )


@pytest.mark.parametrize(
    ("wrong", "relations", "actors"),
    [
        ("s", ["r2", "r4", "r5", "r6", "r7"], "abcdefg"),
        ("t", ["r1", "r2", "r3", "r4", "r5", "r6"], "abcdfg"),
        ("u", ["r1", "r2", "r3", "r4", "r5", "r6", "r7"], "abcdeg"),
        ("v", ["r1", "r2", "r3", "r4", "r5", "r6", "r7"], "abcdefg"),
    ],
)
def test_without_a_source_goes_what_rests_on_it_alone(net, wrong, relations, actors):
    left = net.without_source(wrong)
    assert (ids(left.relation_rows), "".join(ids(left.actor_rows))) == (relations, actors)


def test_an_actor_told_of_by_it_alone_goes_with_its_last_relation(net):
    assert "a" not in ids(net.only("funds").at("2020").without_source("s").actor_rows)
    assert "a" in ids(net.only("funds").without_source("s").actor_rows)


def test_sources_wrong_at_once_are_more_than_one_after_the_other(net):
    together, after = net.without_source("s", "t"), net.without_source("s").without_source("t")
    assert "r2" not in ids(together.relation_rows)
    assert "r2" in ids(after.relation_rows)
    assert ids(net.without_source(["s"], "t").relation_rows) == ids(together.relation_rows)
    assert ids(net.without_source().relation_rows) == ids(net.relation_rows)


def test_a_text_that_no_source_declares_is_never_wrong(net):
    assert "r4" in ids(net.without_source("s", "t", "u", "v").relation_rows)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("s", "s"), ("The Süd Report", "s"), ("the sud report", "s"), ("REPORT, north, the", "t"),
     (" an unread-book ", "v")],
)  # fmt: skip
def test_a_source_is_named_by_id_or_title(net, typed, meant):
    assert net.withdrawal(typed).source.id == meant


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("The Norht Report", r"'The Norht Report' is not a source\. Did you mean 't' \(Ek, D\."),
        ("Bo", r"'Bo' is not a source\. Did you mean 's' \(Bo, C\."),
        ("report", r"'report' names 3 sources: 's' \(.*\), 't' \(.*\) or 'u' \(.*\)\. Give the id"),
        ("qqqq", r"'qqqq' is not a source\. The sources are 's', 't', 'u' and 1 more\."),
        ("", r"'' is not a source\. The sources are"),
    ],
)
def test_what_is_only_near_is_offered_and_never_taken(net, typed, told):
    for ask in (net.withdrawal, net.without_source):
        with pytest.raises(graph.QuestionError, match=f"^source: {told}"):
            ask(typed)


def test_data_without_sources_says_so():
    with pytest.raises(graph.QuestionError, match=r"The data has no sources: add sources\.csv\."):
        network("A funds B").withdrawal("s")
    assert network("A funds B").evidence().sources == ()
    assert str(network("A funds B").evidence()) == "0 sources, 1 relation. 1 cites nothing."


@pytest.mark.slow
def test_large_files_give_the_same_answer(tmp_path):
    rows = "".join(f"a,b,funds,s{number % 7}|s{number % 3}\n" for number in range(140_000))
    sources = "id,title\n" + "".join(f"s{n},Source {n}\n" for n in range(7))
    files = {"relations": f"source,target,type,reference\n{rows}", "sources": sources}
    large = graph.load(folder(tmp_path, actors=COUPLE, **files))
    assert isinstance(large.columns.relations.cells("reference"), DictionaryColumn)
    pairs = [{number % 7, number % 3} for number in range(140_000)]
    assert counts(large) == {
        f"s{n}": (sum(n in pair for pair in pairs), sum(pair == {n} for pair in pairs), "", "")
        for n in sorted(range(7), key=lambda n: -sum(n in pair for pair in pairs))
    }
    assert len(large.without_source("s2").relation_numbers) == sum(pair != {2} for pair in pairs)
    assert len(large.withdrawal("s5").relations) == sum(5 in pair for pair in pairs)


references = st.lists(st.sampled_from(["s", "t", "a text"]), max_size=3)


@given(st.lists(references, min_size=1, max_size=6), st.lists(references, min_size=4, max_size=4))
def test_every_count_is_that_of_the_records(relations, actors):
    people = [
        {"id": f"p{n}", "name": f"p{n}", "kind": "person", "reference": "|".join(named)}
        for n, named in enumerate(actors)
    ]
    rows = [
        {"source": f"p{n % 3}", "target": f"p{n % 2 + 1}", "type": "funds", "start": f"20{n:02}",
         "reference": "|".join(named)}
        for n, named in enumerate(relations)
    ]  # fmt: skip
    sources = [{"id": "s", "title": "S"}, {"id": "t", "title": "T"}]
    net = graph.Network.from_frames(*map(framed, (people, rows)), sources=framed(sources))
    for each in net.evidence().sources:
        citing = [row for row in net.relation_rows if each.source in row.references]
        alone = [row for row in citing if set(row.references) == {each.source}]
        assert (each.relation_count, each.alone_count) == (len(citing), len(alone))
        left = net.without_source(each.source.id)
        assert {row.id for row in net.relation_rows} - {row.id for row in left.relation_rows} == {
            row.id for row in alone
        }
        spoken = {end for row in left.relation_rows for end in (row.source.id, row.target.id)}
        assert set(ids(net.actor_rows)) - set(ids(left.actor_rows)) == {
            actor.id for actor in each.actors_alone if actor.id not in spoken
        }


def framed(rows):
    import pandas as pd

    return pd.DataFrame(rows)


def test_the_shared_cases_are_those_of_the_records(net):
    """What the page is held to, checked row by row without the code that wrote it."""
    cases = json.loads((CASES / "evidence.json").read_text(encoding="utf-8"))
    sources = {source.id: source for source in net.source_rows}
    for case in cases["left"]:
        wrong = {sources[case["without_source"]]} if case["without_source"] else set()
        kept = [
            row
            for row in net.relation_rows
            if not (wrong and set(row.references) == wrong)
            and row.type.name not in case["avoid"]
            and not {row.source.id, row.target.id} & set(case["avoid_actor"])
            and (not case["at"] or not row.start or row.start <= case["at"])
        ]
        spoken = {end for row in kept for end in (row.source.id, row.target.id)}
        left = [
            actor.id
            for actor in net.actor_rows
            if actor.id not in case["avoid_actor"]
            and not (wrong and set(actor.references) == wrong and actor.id not in spoken)
        ]
        assert (case["relations"], case["actors"]) == (ids(kept), left)
    gone = {len(net.relation_rows) - len(case["relations"]) for case in cases["left"]}
    assert len(gone) >= 4

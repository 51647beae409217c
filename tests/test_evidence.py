"""What rests on a source: the answer, the filter, and how a source is named."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from labels import say
from tiny_network import COUPLE, folder, network, of_rows

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
        "Voices that are no declared source: A letter. "
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
    assert str(found) == "4 relations rest on it, 2 of them on it alone; 2 actors rest on it."
    assert (
        str(net.withdrawal("v"))
        == "0 relations rest on it, none of them on it alone; 0 actors rest on it."
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
        "Under the filters, every relation and every actor cites something."
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


@pytest.fixture(scope="module")
def through():
    """Six sources, two of which reach us through the paper; worked out by hand below."""
    return graph.load(CASES / "evidence_through")


def test_what_cites_a_source_rests_on_those_that_quote_it_too(through):
    assert counts(through) == {
        "paper": (6, 4, "abce", "ace"),
        "report": (4, 1, "abe", "a"),
        "leak": (2, 0, "a", "a"),
        "letter": (2, 1, "b", ""),
        "blog": (1, 0, "", ""),
        "post": (1, 0, "", ""),
    }
    found = through.evidence()
    assert {each.source.id: each.quoted_count for each in found.sources} == {
        "paper": 2, "report": 1, "leak": 0, "letter": 0, "blog": 0, "post": 0,
    }  # fmt: skip
    assert (found.direct_count, found.frame["quoted"].tolist()) == (1, [2, 1, 0, 0, 0, 0])


def test_a_voice_is_one_however_it_is_spelt(through):
    """An address of a source is the source; hosts are compared whatever their letters."""
    assert {row.id: row.voice_count for row in through.relation_rows} == {
        "r1": 1, "r2": 1, "r3": 2, "r4": 1, "r5": 1, "r6": 1, "r7": 2, "r8": 1, "r9": 1,
    }  # fmt: skip
    assert through.relation_rows[7].voices == ("host пример.example",)
    assert through.evidence().voice_count == 5  # paper, letter, a text, a host, ann


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/a", "http://me:secret@EXAMPLE.org./b"),
        ("https://example.org", "https://www.example.org:"),
        ("https://straße.example", "https://xn--strae-oqa.example/a"),
        ("https://ｅｘａｍｐｌｅ.example", "https://example.example"),
        ("https://bücher.example", "https://BÜCHER.example"),
        ("https://bu\u0308cher.example", "https://xn--bcher-kva.example"),
    ],
)
def test_spellings_of_a_host_are_one_voice(one, other):
    assert network(f"A funds B reference={one}|{other}").relation_rows[0].voice_count == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example", "https://b.example"),
        ("https://xn--999999999.example", "https://xn--99999999.example"),
        ("https://пример.example", "https://пpимep.example"),
        ("https://me@", "https://me"),
        ("https://xn--ab-zd9k.example", "https://xn--.example"),  # half a character, and nothing
        ("https://xn--é.example", "https://。。"),
    ],
)
def test_other_hosts_are_other_voices(one, other):
    assert network(f"A funds B reference={one}|{other}").relation_rows[0].voice_count == 2


@pytest.mark.parametrize(
    ("wrong", "relations", "actors"),
    [
        ("paper", ["r3", "r6", "r7", "r8", "r9"], "abcd"),
        ("report", ["r2", "r3", "r4", "r5", "r6", "r7", "r8", "r9"], "abcde"),
        ("leak", [f"r{n}" for n in range(1, 10)], "abcde"),
        (["report", "letter"], ["r2", "r4", "r5", "r7", "r8", "r9"], "abcde"),
    ],
)
def test_what_reaches_us_through_a_source_falls_with_it(through, wrong, relations, actors):
    left = through.without_source(wrong)
    assert (ids(left.relation_rows), "".join(ids(left.actor_rows))) == (relations, actors)


def test_a_withdrawal_names_the_sources_that_fall_too(through):
    found = through.withdrawal("paper")
    assert [(rest.relation.id, rest.alone) for rest in found.relations] == [
        ("r1", True), ("r2", True), ("r4", True), ("r5", True), ("r3", False), ("r7", False),
    ]  # fmt: skip
    assert found.sentence == (
        "6 relations rest on it, 4 of them on it alone; 4 actors rest on it. "
        "2 sources reach us through it."
    )
    assert found.to_dict()["quoted"] == ["leak", "report"]


def test_what_a_path_falls_without_is_what_the_filter_takes(through):
    for end in "bcd":
        for path in through.path("a", end).paths:
            for source in ("leak", "report", "paper", "letter"):
                left = through.without_source(source).path("a", end)
                ways = {tuple(actor.id for actor in each.actors) for each in left.paths}
                still = tuple(actor.id for actor in path.actors) in ways
                assert still == (source not in path.support.to_dict()["falls_without"])


def test_a_text_that_no_source_declares_is_never_wrong(net):
    assert "r4" in ids(net.without_source("s", "t", "u", "v").relation_rows)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("s", "s"), ("The Süd Report", "s"), ("the sud report", "s"), ("REPORT, north, the", "t"),
     (" an unread-book ", "v")],
)  # fmt: skip
def test_a_source_is_named_by_id_or_title(net, typed, meant):
    assert net.withdrawal(typed).source.id == meant


def test_a_source_is_named_by_its_address_too(tmp_path):
    sources = "id,title,url\ns,Süd,https://x.org/1\nt,Nord,\n"
    net = graph.load(folder(tmp_path, sources=sources))
    assert net.withdrawal("https://x.org/1").source.id == "s"
    assert net.without_source("https://x.org/1").filters == net.without_source("s").filters
    with pytest.raises(graph.QuestionError, match="is not a source"):
        net.withdrawal("https://x.org/2")


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
    for ask, name in ((net.withdrawal, "source"), (net.without_source, "without_source")):
        with pytest.raises(graph.QuestionError, match=f"^{name}: {told}"):
            ask(typed)


def test_data_without_sources_says_so():
    with pytest.raises(graph.QuestionError, match=r"The data has no sources: add sources\.csv\."):
        network("A funds B").withdrawal("s")
    assert network("A funds B").evidence().sources == ()
    assert str(network("A funds B").evidence()) == "0 sources, 1 relation. 1 cites nothing."


@pytest.mark.nightly
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


@pytest.mark.parametrize("name", ["evidence", "evidence_through"])
def test_the_shared_cases_are_those_of_the_records(name):
    """What the page is held to, checked row by row without the code that wrote it."""
    net = graph.load(CASES / name)
    cases = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    sources = {source.id: source for source in net.source_rows}
    for case in cases["left"]:
        falls = find_falls(sources, case["without_source"])
        kept = [
            row
            for row in net.relation_rows
            if not falls(row)
            and row.type.name not in case["avoid"]
            and not {row.source.id, row.target.id} & set(case["avoid_actor"])
            and (not case["at"] or not row.start or row.start <= case["at"])
        ]
        spoken = {end for row in kept for end in (row.source.id, row.target.id)}
        left = [
            actor.id
            for actor in net.actor_rows
            if actor.id not in case["avoid_actor"] and (actor.id in spoken or not falls(actor))
        ]
        assert (case["relations"], case["actors"]) == (ids(kept), left)
    gone = {len(net.relation_rows) - len(case["relations"]) for case in cases["left"]}
    assert len(gone) >= 4


def find_falls(sources, withdrawn):
    """Return whether a row falls with a source, and with all that reaches us through it."""
    fallen = {withdrawn} - {""}
    for _ in sources:
        fallen |= {source.id for source in sources.values() if source.via in fallen}
    rows = {sources[name] for name in fallen}
    cited = rows | {source.url for source in rows if source.url}
    return lambda row: bool(row.references) and cited.issuperset(row.references)


def test_counts_say_that_they_are_under_the_filters(net):
    part = net.only("ally")
    counted = len(part.relation_numbers)
    assert 0 < counted < 7
    assert part.evidence().sentence == f"4 sources, {counted} of 7 relations under the filters."
    assert part.evidence().to_dict()["all_relation_count"] == 7
    assert part.withdrawal("s").sentence.startswith("Under the filters, ")
    assert part.unsourced().sentence.startswith("Under the filters, ")
    assert not net.withdrawal("s").sentence.startswith("Under")


def test_what_is_cited_and_is_no_declared_source_is_listed():
    rows = [
        {"source": "a", "target": "b", "type": "ally", "reference": "https://a.org/1|paper"},
        {"source": "b", "target": "a", "type": "funds", "reference": "https://a.org/1"},
        {"source": "a", "target": "b", "type": "owns", "reference": "A memo"},
    ]
    people = [{"id": one, "name": one, "kind": "person"} for one in "ab"]
    found = of_rows(people, rows, sources=[{"id": "paper"}]).evidence()
    listed = [(each.reference, each.relation_count, each.alone_count) for each in found.undeclared]
    assert listed == [("https://a.org/1", 2, 1), ("A memo", 1, 1)]
    assert found.to_dict()["undeclared_count"] == 2

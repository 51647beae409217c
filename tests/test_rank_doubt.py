"""How sure ranks are: relations drawn by their confidence, sources and bases left out in turn."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from terminal import folder, run
from tiny_network import network, of_rows

import graph
from explorer.report import rank_doubt as rank_report
from graph.analysis.doubt.draws import UNRATED, draw_networks, list_chances


def find_range(doubt, actor):
    return next(each for each in doubt.ranges if each.actor.id == actor)


def test_what_is_certain_is_always_drawn_and_what_is_impossible_never():
    # As the network is, a and b have two neighbours each; without the impossible one b has one.
    net = network(
        "a ally b confidence=1", "a ally c confidence=1", "b ally d confidence=0", actors="a b c d"
    )
    doubt = net.centrality_doubt("degree", draws=30)
    assert [(each.actor.id, each.rank) for each in doubt.ranges[:2]] == [("a", 1), ("b", 1)]
    assert (find_range(doubt, "a").best, find_range(doubt, "a").worst) == (1, 1)
    assert (find_range(doubt, "b").best, find_range(doubt, "b").worst) == (2, 2)
    assert (find_range(doubt, "d").best, find_range(doubt, "d").worst) == (4, 4)


def test_an_unrated_relation_is_drawn_by_its_basis():
    net = network("a ally b", "b ally c basis=inferred", "c ally d basis=alleged confidence=0.2")
    assert list_chances(net).tolist() == [UNRATED["stated"], UNRATED["inferred"], 0.2]


@given(confidence=st.sampled_from([0.25, 0.5, 0.75]), seed=st.integers(0, 50))
def test_a_relation_is_drawn_as_often_as_its_confidence_says(confidence, seed):
    net = network(f"a ally b confidence={confidence}")
    drawn = [len(each.relation_numbers) for each in draw_networks(net, 2000, seed)]
    assert sum(drawn) / 2000 == pytest.approx(confidence, abs=0.06)  # five standard deviations


def test_the_same_seed_draws_the_same():
    net = graph.load_example()
    one, same, other = (net.centrality_doubt("degree", draws=5, seed=seed) for seed in (1, 1, 2))
    assert one.to_dict() == same.to_dict()
    assert one.to_dict() != other.to_dict()


def build_cited():
    """Return a hub known from one source, a pair from another, and one inferred relation."""
    actors = [{"id": name, "name": name, "kind": "person"} for name in "habcxy"]
    rows = [("h", "a", "book", ""), ("h", "b", "book", ""), ("h", "c", "book; letter", ""),
            ("x", "y", "letter", ""), ("x", "a", "letter", "inferred"),
            ("x", "b", "letter", "")]  # fmt: skip
    relations = [
        {"source": one, "target": other, "type": "ally", "reference": cited, "basis": basis}
        for one, other, cited, basis in rows
    ]
    return of_rows(actors, relations, sources=[{"id": "book", "title": "A book"}, {"id": "letter"}])


def test_ranks_without_each_source_and_basis():
    doubt = build_cited().centrality_doubt("degree", draws=5)
    assert [(each.name, each.count) for each in doubt.omissions] == [
        ('"A book"', 2),
        ('"letter"', 3),
        ("what is inferred", 1),
    ]
    hub = find_range(doubt, "h")
    # h and x have three neighbours each. Without the book h has one, as five others have.
    assert (hub.rank, tuple(hub.ranks_without)) == (1, (2, 1, 1))
    assert hub.find_cause(doubt.omissions).name == '"A book"'
    # Without the letter nothing speaks of x, y but that actors without a source stay.
    ex = find_range(doubt, "x")
    assert (ex.rank, tuple(ex.ranks_without)) == (1, (1, 5, 2))
    assert ex.falls_to == 5


def test_who_is_left_out_with_its_source_has_no_rank_without_it():
    actors = [
        {"id": name, "name": name.upper(), "kind": "person", "reference": cited}
        for name, cited in (("a", "book"), ("b", "letter"), ("c", "letter"))
    ]
    pairs = ("ab", "book"), ("ac", "book"), ("bc", "letter")
    relations = [
        {"source": one, "target": other, "type": "ally", "reference": cited}
        for (one, other), cited in pairs
    ]
    net = of_rows(actors, relations, sources=[{"id": "book"}, {"id": "letter"}])
    doubt = net.centrality_doubt("degree", draws=2)
    assert list(find_range(doubt, "a").ranks_without) == [None, 1]
    assert 'A is 1st (2nd in nine of ten draws), no rank without "book";' in doubt.sentence
    row = next(
        line for line in rank_report.to_text(doubt, width=None).splitlines() if "  A" in line
    )
    assert row.split()[-3:] == ["no", "rank", '"book"']


def test_sources_of_one_voice_are_left_out_together():
    actors = [{"id": name, "name": name, "kind": "person"} for name in "abc"]
    relations = [
        {"source": "a", "target": "b", "type": "ally", "reference": "one"},
        {"source": "b", "target": "c", "type": "ally", "reference": "two"},
        {"source": "a", "target": "c", "type": "ally", "reference": "three"},
    ]
    sources = [{"id": "one", "publisher": "Post"}, {"id": "two", "publisher": "Post"},
               {"id": "three"}]  # fmt: skip
    doubt = of_rows(actors, relations, sources=sources).centrality_doubt("degree", draws=2)
    assert [each.sources for each in doubt.omissions] == [
        ("one",), ("three",), ("two",), ("one", "two")
    ]  # fmt: skip


ONE_VOICE = 'All relations rest on one voice alone, "Post": without it none is left, so it was not'


def build_voice(*references, basis=""):
    """Return a chain of relations, each with a reference; all sources are of one publisher."""
    names = "abcdef"[: len(references) + 1]
    actors = [{"id": name, "name": name, "kind": "person"} for name in names]
    relations = [
        {"source": one, "target": other, "type": "ally", "reference": cited, "basis": basis}
        for one, other, cited in zip(names, names[1:], references, strict=False)
    ]
    relations[-1]["basis"] = "inferred"
    titles = sorted(set(references))
    sources = [{"id": each, "title": "Post", "publisher": "Post"} for each in titles]
    return of_rows(actors, relations, sources=sources)


def test_one_source_under_everything_is_not_left_out_and_the_answer_says_so():
    doubt = build_voice("post", "post", "post").centrality_doubt("degree", draws=2)
    assert [each.name for each in doubt.omissions] == ["what is inferred"]
    assert [each.sources for each in doubt.impossible_omissions] == [("post",)]
    assert "whatever" not in str(doubt)
    assert doubt.sentence.count("in nine of ten draws), no lower without what is inferred") == 2
    assert doubt.notes[1:3] == ("Left out in turn: what is inferred.", f"{ONE_VOICE} left out.")
    assert doubt.to_dict()["impossible_omissions"][0]["relation_count"] == 3


def test_one_voice_of_two_sources_is_not_left_out_but_each_source_is():
    doubt = build_voice("one", "two").centrality_doubt("degree", draws=2)
    assert doubt.notes[1] == "Left out in turn: 2 sources and what is inferred."
    assert doubt.notes[2] == f"{ONE_VOICE} left out."
    assert "no lower without any of 2 sources or what is inferred" in doubt.sentence


def test_what_is_all_inferred_is_not_left_out():
    doubt = build_voice("post", basis="inferred").centrality_doubt("degree", draws=2)
    assert doubt.omissions == []
    assert "no lower" not in doubt.sentence
    assert doubt.notes[1] == "No source, voice or basis was left out in turn."
    assert doubt.notes[3] == (
        "All relations are inferred: without them none is left, so they were not left out."
    )


def test_where_something_stays_without_each_source_nothing_is_said_of_one_voice():
    doubt = build_cited().centrality_doubt("degree", draws=2)
    assert doubt.impossible_omissions == []
    assert doubt.notes[1] == "Left out in turn: 2 sources and what is inferred."
    assert "one voice" not in str(doubt)


def test_a_kind_that_is_thinly_covered_is_named():
    doubt = network("h ally a", "h ally b", "h ally c", "h ally d").centrality_doubt("degree")
    assert doubt.thin_kinds == {"person": (4, 5)}
    assert "4 of 5 actors of the kind person have at most one relation." in str(doubt)


@pytest.mark.parametrize(
    ("measure", "options", "words"),
    [
        ("degre", {}, "degree"),
        ("degree", {"draws": 0}, "number of draws"),
        ("degree", {"draws": 2.5}, "number of draws"),
        ("degree", {"signs": "good"}, "signs"),
        ("closeness", {"outward": True}, "directed"),
    ],
)
def test_what_cannot_be_asked_is_refused(measure, options, words):
    with pytest.raises(graph.QuestionError, match=words):
        network("a ally b").centrality_doubt(measure, **options)


def test_in_the_terminal(tmp_path):
    data = folder(tmp_path)
    words = ("centrality", "--doubt", "--by", "degree", "--draws", "4")
    text = run(*words, data=data).stdout
    assert text.startswith("By degree, ")
    assert "by chance. A relation is in a draw as often as its confidence says" in text
    found = json.loads(run(*words, "--format", "json", data=data).stdout)
    assert (found["draws"], found["measure"]) == (4, "degree")
    rows = run(*words, "--top", "1", "--format", "csv", data=data).stdout.splitlines()
    assert (rows[0], len(rows)) == ("id,name,kind,rank,best,worst,falls_to,without", 2)
    assert "| rank | name |" in run(*words, "--format", "markdown", data=data).stdout


@pytest.mark.parametrize(
    "words",
    [
        ("--draws", "3"),
        ("--doubt", "--by", "degree,pn"),
        ("--doubt", "--exact"),
        ("--doubt", "--sampled"),
        ("--doubt", "--draws", "0"),
    ],
)
def test_options_that_have_no_effect_are_refused(tmp_path, words):
    answer = run("centrality", *words, data=folder(tmp_path))
    assert (answer.exit_code, answer.stdout) == (2, "")

"""What a brief counts: thin claims, main references, what is in doubt, and what changed last."""

from tiny_network import network

from graph.analysis.claim_counts import count_claims
from graph.analysis.doubtful_relations import list_doubtful_relations
from graph.analysis.latest_changes import list_latest_changes
from graph.analysis.main_references import find_main_references

LINES = (
    "a ally b start=2001 confidence=0.5 reference=x|y",
    "a ally b stance=disputes reference=z claimant=d",
    "b opposes c basis=inferred end=2003 reference=y",
    "c funds d basis=alleged claimant=a",
)


def test_each_row_counts_as_what_it_is():
    counts = count_claims(network(*LINES))
    assert counts.relation_count == 4
    assert (counts.inferred_count, counts.alleged_count) == (1, 1)
    assert (counts.unrated_count, counts.undated_count, counts.unsourced_count) == (3, 2, 1)
    assert counts.contested_count == 2
    assert counts.sentence == (
        "Of 4 relations, 1 (25 %) is inferred, 1 (25 %) is alleged, 3 (75 %) are not rated, "
        "2 (50 %) are not dated, 1 (25 %) is without a source and 2 (50 %) are about a "
        "contested claim."
    )


def test_what_there_is_none_of_is_named_and_nothing_is_counted_of_nothing():
    net = network("a ally b start=2001 reference=x")
    assert count_claims(net).sentence == (
        "Of 1 relation, 1 (100 %) is not rated; none is inferred, alleged, not dated, without a "
        "source or about a contested claim."
    )
    rated = network("a ally b start=2001 reference=x confidence=1 basis=inferred")
    assert count_claims(rated).sentence.startswith("Of 1 relation, 1 (100 %) is inferred; none is")
    assert count_claims(net.avoid("ally")).sentence == "There is no relation."
    assert count_claims(net).sentence.count("none") == 1


def test_a_filter_counts_only_what_it_selects():
    assert count_claims(network(*LINES).only("funds")).alleged_count == 1
    assert count_claims(network(*LINES).only("funds")).relation_count == 1


def test_main_references_are_those_that_most_relations_of_the_actors_cite():
    net = network(*LINES)
    a, b, d = (net.resolve(name) for name in "abd")
    assert find_main_references(net, [b]) == ("y", "x", "z")
    assert find_main_references(net, [a, b], 1) == ("y",)
    assert find_main_references(net, [d]) == ()
    assert find_main_references(net, []) == ()


def test_what_is_contested_comes_before_what_is_alleged_with_both_sides():
    (contested, standing), (alleged, _) = list_doubtful_relations(network(*LINES))
    assert (contested.type.name, standing) == ("ally", "contested")
    assert contested.references == ("x", "y", "z")
    assert "disputed by d" in contested.sides
    assert (alleged.type.name, alleged.basis) == ("funds", "alleged")
    assert len(list_doubtful_relations(network(*LINES), 1)) == 1


def test_the_latest_begin_and_end_first_and_one_event_is_listed_once():
    changes = list_latest_changes(
        network(
            "a ally b start=2001 end=2003",
            "b ally c start=2004-05-06",
            "c ally d start=2004-05-06",
            "e ally f start=2004-05-06",
            "a funds c start=2004",
            "a met f start=2010 stance=disputes",
            "a opposes d end=..",
        ),
        3,
    )
    begun = [
        (each.relation.source.id, each.relation.start, each.more_count) for each in changes.begun
    ]
    assert begun == [("b", "2004-05-06", 1), ("e", "2004-05-06", 0), ("a", "2004", 0)]
    assert [(each.relation.end, each.more_count) for each in changes.ended] == [("2003", 0)]


def test_an_event_begins_and_does_not_end():
    changes = list_latest_changes(network("a met b start=2004 end=2004", "a ally b"))
    assert [each.relation.type.name for each in changes.begun] == ["met"]
    assert changes.ended == []

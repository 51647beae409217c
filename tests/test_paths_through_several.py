"""Paths through several actors, and what is said of them, worked out by hand."""

import math
from itertools import pairwise

import pytest
from tiny_network import network

from graph import QuestionError
from graph.analysis.paths.merit_words import COMBINED_WORDS

ROUND = ("A funds B", "B ally C", "C ally D", "A ally D", "B opposes D")


def ids(path):
    return "".join(actor.id for actor in path.actors)


def test_each_part_is_searched_by_itself():
    answer = network(*ROUND).path("A", "B", "C")
    assert (answer.length, [ids(path) for path in answer.paths]) == (2, ["ABC"])
    assert answer.to_dict()["through"] == ["B"]
    assert network(*ROUND).path("A", "C", via="B").paths == answer.paths


def test_the_best_wholes_are_made_of_the_best_parts():
    answer = network(*ROUND).path("A", "C", "B", k=4)
    assert [ids(path) for path in answer.paths] == ["ABCB", "ADCB", "ABCDB", "ADCDB"]
    assert (answer.path_count, answer.cut_short, answer.positive_count) == (2, False, 2)


def test_an_actor_that_is_passed_twice_is_named():
    answer = network("A ally B", "B ally C").path("A", "B", "C", "B")
    assert ids(answer.paths[0]) == "ABCB"
    assert "It passes B more than once." in answer.notes


def test_the_part_that_has_no_path_is_named():
    answer = network("A ally B", "C ally D").path("A", "B", "C")
    separate = "They are in separate parts of the network."
    assert str(answer) == f"No path leads from B to C. {separate}"


def test_only_all_limits_together_may_stand_in_the_way():
    answer = network("B funds A", "C funds B").path("A", "C", by="influence", max_length=1)
    assert answer.why.obstacle == "limits"
    words = 'Without by="influence" and max_length=1 there is a path of 2 steps: '
    assert answer.why.describe().startswith(words)


def test_a_length_within_which_the_most_credible_path_does_not_fit():
    rows = ("A ally B confidence=0.9", "B ally C confidence=0.9", "A ally C confidence=0.3")
    net = network(*rows)
    assert ids(net.path("A", "C", by="confidence").paths[0]) == "ABC"
    short = net.path("A", "C", by="confidence", max_length=1)
    assert (ids(short.paths[0]), short.path_count, short.is_least) == ("AC", 1, False)
    assert "All steps together have a confidence of 0.3." in short.notes


def test_the_factors_of_a_product_of_confidences_are_listed():
    rows = ("A ally B confidence=0.5 reference=x", "A funds B confidence=0.8 reference=y")
    path = network(*rows, "B ally C", "C ally D confidence=0.9").path("A", "D", by="confidence")
    assert path.notes[:3] == (
        "All steps together have a confidence of 0.41: 0.9 × 0.5 × 0.9.",
        "Step 2 is not rated; an unrated relation counts as 0.5.",
        f"Step 1 is {COMBINED_WORDS}.",
    )
    support = path.paths[0].support
    assert support.step_confidences == (0.9, 0.5, 0.9)
    assert support.confidence == pytest.approx(math.prod(support.step_confidences))


def test_of_a_long_path_the_first_and_the_last_factor_are_listed():
    letters = [f"n{number}" for number in range(24)]
    rows = [f"{one} ally {other} confidence=0.9" for one, other in pairwise(letters)]
    (note, *_) = network(*rows).path("n0", "n23", by="confidence").notes
    assert note.endswith(": " + "0.9 × " * 19 + "… × 0.9.")


def test_independent_claims_make_a_step_more_credible_and_dependent_ones_do_not():
    once = ("A ally B confidence=0.5 reference=x", "A funds B confidence=0.8 reference=x")
    twice = ("A ally B confidence=0.5 reference=x", "A funds B confidence=0.8 reference=y")
    assert network(*once).path("A", "B").paths[0].support.confidence == 0.8
    assert network(*twice).path("A", "B").paths[0].support.confidence == 0.9


def test_a_path_is_as_good_as_its_thinnest_step():
    net = network("A ally B reference=x", "A ally C", "C ally B")
    answer = net.path("A", "B", by="voices", k=2)
    assert [ids(path) for path in answer.paths] == ["AB", "ACB"]
    assert "Each step rests on at least one voice." in answer.notes


def test_a_path_around_a_hub_may_be_longer():
    spokes = [f"H ally {number}" for number in range(14)]
    rows = ("A ally H", "H ally B", "A ally X", "X ally Y", "Y ally B", *spokes)
    assert ids(network(*rows).path("A", "B").paths[0]) == "AHB"
    assert [ids(path) for path in network(*rows).path("A", "B", hubs=False).paths] == ["AHB"]
    larger = network(*rows, *(f"H ally {number}" for number in range(14, 40)))
    assert ids(larger.path("A", "B", hubs=False).paths[0]) == "AXYB"


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"by": "voice"}, "'voice' is not an order of paths. Did you mean 'voices'?"),
        ({"k": 0}, "must be 1 or more, not 0."),
        ({"k": 2000}, "must be 1,000 or less, not 2,000."),
        ({"max_length": 0}, "must be 1 or more, not 0."),
    ],
)
def test_what_cannot_be_meant_is_refused(asked, words):
    with pytest.raises(QuestionError, match=words.replace("?", r"\?")):
        network("A ally B").path("A", "B", **asked)

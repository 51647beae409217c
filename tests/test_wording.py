"""Relations, steps and paths as sentences."""

import pytest
from labels import say
from tiny_network import network

from graph.data.sentences import join_phrases, qualify_sentence


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("A funds B", "A [funds] B"),
        ("A funds B start=2022", "A [funds] B (from 2022)"),
        ("A funds B end=2022", "A [funds!] B (until 2022)"),
        ("A funds B start=2020 end=2022-08", "A [funds!] B (2020 to 2022-08)"),
        ("A funds B start=2022 end=2022", "A [funds!] B (2022)"),
        ("A funds B stance=disputes", "A [funds] B, disputed"),
        ("A funds B start=2022 stance=disputes", "A [funds] B (from 2022), disputed"),
        ("A ally B", "A [ally] B"),
        ("A ally A", "A [ally] A"),
    ],
)
def test_a_relation_as_a_sentence(line, sentence):
    assert network(line).relation_rows[0].sentence == say(sentence)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("A funds B start=2022", "B [~funds] A (from 2022)"),
        ("A member_of B", "B [~member_of] A"),
        ("A ally B", "B [ally] A"),
        ("A funds B stance=disputes", "B [~funds] A, disputed"),
    ],
)
def test_a_relation_as_seen_from_its_target(line, sentence):
    (relation,) = network(line).relation_rows
    assert relation.sentence_from(relation.target) == say(sentence)


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (["A funds B start=2022"], "A [funds] B (from 2022)."),
        (["A funds B start=2022", "A hosts B start=2022"], "A [funds] and [hosts] B (from 2022)."),
        (["A funds B start=2022", "A hosts B start=2021"], "A [funds] and [hosts] B."),
        (["A funds B start=2022", "A hosts B"], "A [funds] (from 2022) and [hosts] B."),
        (
            ["A funds B start=2022", "A funds B start=2021 stance=disputes"],
            "A [funds] (contested) B (from 2022).",
        ),
        (["A funds B", "A funds B start=2022"], "A [funds] B."),
        (["A funds B", "A hosts B"], "A [funds] and [hosts] B."),
        (["B funds A", "A funds B", "A ally B"], "A [~funds], [funds] and [ally] B."),
        (["A funds B", "A funds B stance=disputes"], "A [funds] (contested) B."),
        (["A hosts B stance=disputes", "A funds B"], "A [hosts] (disputed) and [funds] B."),
        (
            ["A funds B", "A funds B stance=disputes", "B funds A", "A leads B stance=disputes"],
            "A [funds] (contested), [~funds] and [leads] (disputed) B.",
        ),
    ],
)
def test_a_step_as_a_sentence(lines, sentence):
    assert network(*lines).path("A", "B").sentence == say(sentence)


def test_a_path_as_a_sentence():
    net = network("A funds B", "C funds B", "C ally D")
    assert net.path("A", "D").sentence == say("A [funds] B; B [~funds] C; C [ally] D.")


def test_labels_are_those_of_the_type():
    own = {
        "type": "owes",
        "sign": "-",
        "mutual": "no",
        "influence": "yes",
        "label": "owes",
        "inverse": "lends",
    }
    net = network("A owes B", types=[own])
    assert net.path("A", "B").sentence == "A owes B."
    assert net.path("B", "A").sentence == "B lends A."


def test_phrases_are_listed_as_a_person_does():
    assert [join_phrases(["a", "b", "c", "d"][:n]) for n in range(5)] == [
        "", "a", "a and b", "a, b and c", "a, b, c and d",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("weight", "told"),
    [
        ("2", "2"),
        ("0.25", "0.25"),
        ("1000", "1,000"),
        ("3000000", "3,000,000"),
        ("1234567.89", "1,234,567.89"),
    ],
)
def test_a_weight_may_be_a_sum_of_money_and_is_not_rounded(weight, told):
    relation = network(f"A funds B weight={weight}").relation_rows[0]
    assert qualify_sentence("A funds B", relation, "stands") == f"A funds B, weight {told}"


def test_a_name_that_ends_in_a_full_stop_ends_the_sentence():
    net = network("A funds Ltd.")
    assert net.path("A", "Ltd.").sentence == say("A [funds] Ltd.")
    assert net.path("A", "Ltd.", directed=True).sentence == say("A [funds] Ltd.")
    assert net.avoid("funds").path("A", "Ltd.").sentence == "No path leads from A to Ltd."

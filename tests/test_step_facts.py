"""What the relations of one step say of it, worked out by hand."""

import pytest
from tiny_network import network, of_rows

from graph.analysis.paths.step_facts import StepFacts
from graph.data.records import Source
from graph.data.voices import find_voices


def read(*rows):
    """Return the facts of a step from A to B; rows are such as ``funds start=2020``."""
    lines = (f"A {kind} B {' '.join(more)}" for kind, *more in map(str.split, rows))
    net = network(*lines)
    return StepFacts(net.columns, net.relation_numbers)


@pytest.mark.parametrize(
    ("rows", "doubt", "sign"),
    [
        (["funds", "opposes basis=alleged"], "", "+"),  # what is beyond doubt decides
        (["opposes", "funds basis=alleged"], "", "-"),
        (["funds basis=alleged", "opposes basis=alleged"], "alleged", "mixed"),
        (["funds basis=inferred"], "", "+"),
        (["funds", "funds stance=disputes"], "contested", "+"),
        (["funds", "funds stance=disputes", "opposes basis=alleged"], "contested", "mixed"),
        (["funds", "funds stance=disputes", "opposes"], "", "-"),
        (["borders", "opposes"], "", "-"),
        (["borders"], "", "+"),
    ],
)
def test_doubt_and_sign(rows, doubt, sign):
    facts = read(*rows)
    assert (facts.doubt, facts.sign) == (doubt, sign)


@pytest.mark.parametrize(
    ("rows", "confidence", "millionths"),
    [
        (["funds confidence=0.5", "ally"], 0.5, 500_000),
        (["funds confidence=0.4", "ally"], None, 500_000),
        (["funds confidence=0.6", "ally"], 0.6, 600_000),
        (["funds confidence=0.4", "ally confidence=0.3"], 0.4, 400_000),
        (["funds confidence=0.0000019"], 0.0000019, 2),
        (["funds confidence=0.1", "funds confidence=0.9 stance=disputes"], 0.1, 100_000),
    ],
)
def test_the_best_confidence_counts_and_an_unrated_one_half(rows, confidence, millionths):
    facts = read(*rows)
    assert (facts.confidence, facts.millionths) == (confidence, millionths)


@pytest.mark.parametrize(
    ("row", "dated"), [("funds start=2020", True), ("funds end=2020", True), ("funds", False)]
)
def test_a_start_or_an_end_is_a_date(row, dated):
    assert read(row).is_dated == dated


@pytest.mark.parametrize(
    ("rows", "needed"),
    [
        (["funds reference=x", "ally reference=x"], ["x"]),
        (["funds reference=x", "ally"], []),
        (["ally", "funds reference=x"], []),
        (["funds reference=x|y", "ally reference=y"], []),  # each reference alone holds it
        (["funds reference=x|y"], []),
    ],
)
def test_what_a_step_falls_without(rows, needed):
    assert list(read(*rows).falls_without) == needed


def test_one_publisher_however_its_letters_are_coded():
    sources = Source("a", publisher="Caf\u00e9"), Source("b", publisher="cafe\u0301")
    assert set(find_voices({each.id: each for each in sources}).values()) == {"a"}


def test_a_cell_of_bars_alone_cites_nothing():
    people = [{"id": name, "name": name, "kind": "person"} for name in "AB"]
    ends = {"source": "A", "target": "B", "type": "funds"}
    rows = [{**ends, "reference": cell} for cell in ("|", "x", "")]
    assert len(of_rows(people, rows).unsourced().relations) == 2

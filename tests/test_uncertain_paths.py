"""Under a date: which steps may hold but not certainly, and that certain paths come first."""

import click
import pandas as pd
import pytest

import graph
from explorer.report.paths import to_text

ACTORS = {"name": ["A", "B", "C", "D"]}
# By B the first step has no start; by C both steps have one. Without a date, both are dated.
RELATIONS = {
    "source": ["A", "B", "A", "C"],
    "target": ["B", "D", "C", "D"],
    "type": ["funds", "funds", "funds", "funds"],
    "start": ["", "1990", "1985", "1990"],
    "end": ["2000", "2000", "2000", "2000"],
    "confidence": ["1", "1", "0.5", "0.5"],
}


@pytest.fixture
def network():
    return graph.Network.from_frames(pd.DataFrame(ACTORS), pd.DataFrame(RELATIONS))


def list_middles(answer):
    return [path.actors[1].name for path in answer.paths]


def test_without_a_date_the_better_graded_path_comes_first(network):
    answer = network.path("A", "D")
    assert list_middles(answer) == ["B", "C"]
    assert answer.paths[0].support.uncertain_steps == ()
    assert answer.lead_notes == ()


def test_at_a_date_the_certain_path_comes_first(network):
    answer = network.at("1995").path("A", "D")
    assert list_middles(answer) == ["C", "B"]
    assert [path.support.uncertain_steps for path in answer.paths] == [(), (1,)]
    assert answer.paths[1].support.time_note == "Step 1 is uncertain in 1995."
    assert answer.lead_notes == ()


def test_a_path_that_is_uncertain_says_so_before_all_else(network):
    answer = network.at("1995").avoid_actor("C").path("A", "D")
    assert answer.notes[0] == "Step 1 is uncertain in 1995."
    assert str(answer).startswith("Step 1 is uncertain in 1995. A funded B")
    text = click.unstyle(to_text(answer, most=1, width=None))
    assert text.startswith("Step 1 is uncertain in 1995.\n\nA funded B")
    assert answer.to_dict()["paths"][0]["notes"][0] == "Step 1 is uncertain in 1995."


def test_all_steps_or_the_only_one(network):
    undated = pd.DataFrame({**RELATIONS, "start": [""] * 4, "end": [""] * 4})
    network = graph.Network.from_frames(pd.DataFrame(ACTORS), undated)
    span = network.between("1904", "1907")
    assert span.path("A", "D").lead_notes == ("All steps are uncertain from 1904 to 1907.",)
    assert span.path("A", "B").lead_notes == ("The step is uncertain from 1904 to 1907.",)
    assert network.path("A", "D").lead_notes == ()

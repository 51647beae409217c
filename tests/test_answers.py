"""Every answer has a table, a sentence, notes, data and a display, by one protocol."""

import dataclasses
import json
import subprocess
import sys

import pandas as pd
import pytest

import explorer
import graph
from graph.analysis.answer import Answer

QUESTIONS = {
    "path": lambda net: net.path("Lukashenko", "Vilnius"),
    "no path": lambda net: net.only("borders").path("Lukashenko", "Vilnius"),
    "cited path": lambda net: net.cited("path:r6d953e3ce3"),
    "cited relation": lambda net: net.cited("r6d953e3ce3"),
    "cited and left out": lambda net: net.only("ally").cited("r6d953e3ce3"),
    "connection": lambda net: net.connection("Lukashenko", "Vilnius", "Kyiv"),
    "no connection": lambda net: net.only("ally").connection("Lukashenko", "Vilnius"),
    "cut": lambda net: net.cut("Putin", "Kyiv"),
    "cut of steps": lambda net: net.cut("Putin", "Lukashenko", by="relations"),
    "nothing to cut": lambda net: net.only("ally").cut("Lukashenko", "Vilnius"),
    "ego": lambda net: net.ego("Vilnius", 2),
    "nobody near": lambda net: net.only("ally").ego("Vilnius"),
    "matches": lambda net: net.find("? leads A; A attacks Ukraine"),
    "no match": lambda net: net.find("Putin attacks ?"),
    "centrality": lambda net: net.centrality("degree", "betweenness", exact=False),
    "centrality doubt": lambda net: net.centrality_doubt("degree", draws=5),
    "no centrality doubt": lambda net: net.only_actor().centrality_doubt("degree", draws=5),
    "communities": lambda net: net.communities(),
    "no communities": lambda net: net.only_actor("Minsk").communities(),
    "camps": lambda net: net.camps(),
    "no camps": lambda net: net.only_actor("Minsk").camps(),
    "camps doubt": lambda net: net.camps_doubt(draws=2),
    "no camps doubt": lambda net: net.only_actor("Minsk").camps_doubt(draws=2),
    "timeline": lambda net: net.only("opposes", "founded").timeline("degree"),
    "no timeline": lambda net: net.only_actor("Minsk").timeline(),
    "balance": lambda net: net.balance(),
    "brokers": lambda net: net.brokers(),
    "no brokers": lambda net: net.only_actor("Minsk").brokers(),
    "no balance": lambda net: net.only_actor("Minsk").balance(),
    "structure": lambda net: net.structure(),
    "no structure": lambda net: net.only_actor("Minsk").structure(),
    "profile": lambda net: net.show("Putin"),
    "evidence": lambda net: net.evidence(),
    "one source": lambda net: net.withdrawal("pike2022"),
    "no source": lambda net: net.unsourced(),
    "what if": lambda net: graph.what_if(net, without="Belarus"),
    "nothing otherwise": lambda net: graph.what_if(net, without_source="pike2022"),
    "comparison": lambda net: graph.compare(net.at("2010"), net),
}

TEXT_ONLY = """
import graph
answer = graph.load_example().path("Minsk", "Belarus")
print(answer._repr_html_())
"""


@pytest.fixture(params=QUESTIONS)
def answer(request):
    return QUESTIONS[request.param](graph.load_example())


def test_an_answer_is_frozen_and_follows_the_protocol(answer):
    assert isinstance(answer, Answer)
    assert dataclasses.is_dataclass(answer)
    with pytest.raises(dataclasses.FrozenInstanceError):
        answer.source = None
    assert isinstance(answer.frame, pd.DataFrame)
    assert isinstance(answer.notes, tuple)
    assert answer.sentence.endswith(".")
    assert answer.sentence in str(answer)  # that paths differ in sign comes before it
    assert json.loads(json.dumps(answer.to_dict())) == answer.to_dict()
    assert repr(answer).startswith(f"<{type(answer).__name__}: ")


def test_a_notebook_shows_what_explorer_renders(answer):
    assert explorer.load_example
    assert answer._repr_html_().startswith(("<p>", "<table "))


def test_an_answer_without_a_renderer_of_its_own_is_shown_as_its_text():
    from explorer.report.answer_html import render_html

    @dataclasses.dataclass(frozen=True)
    class Count(Answer):
        number: int

        @property
        def sentence(self):
            return f"<{self.number}>."

        @property
        def frame(self):
            return pd.DataFrame({"number": [self.number]})

        def to_dict(self):
            return {"number": self.number}

    assert render_html(Count(3)) == "<p><bdi>&lt;3&gt;.</bdi></p>"


def test_the_engine_alone_leaves_the_display_to_the_text():
    done = subprocess.run(
        [sys.executable, "-c", TEXT_ONLY], capture_output=True, text=True, check=True
    )
    assert done.stdout == "None\n"

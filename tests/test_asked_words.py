"""Dates and confidences that are asked for: what is understood, and what is said of the rest.

The page answers the same cases in asked_words.test.js.
"""

import json
from pathlib import Path

import pytest

import graph
from graph.rules.cells import CONFIDENCE_DUE
from graph.saved.page_link import LinkVocabulary, read_link
from graph.select.filters import read_minimum

CASES = json.loads((Path(__file__).parent / "cases" / "asked.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "said"), CASES["dates"])
def test_a_date_that_cannot_be_asked_about_is_explained(belarus, text, said):
    with pytest.raises(graph.QuestionError) as refused:
        belarus.at(text)
    assert refused.value.what == said
    with pytest.raises(graph.QuestionError) as refused:
        belarus.between("", text)
    assert refused.value.what == said


@pytest.mark.parametrize(("text", "share"), CASES["confidences"])
def test_a_confidence_is_asked_for_as_a_cell_says_it(text, share):
    if share is not None:
        assert read_minimum(text) == share
        return
    with pytest.raises(graph.QuestionError, match=r"Write|Did you mean|says nothing"):
        read_minimum(text)


def test_a_page_link_says_the_same(belarus):
    words = LinkVocabulary(belarus)
    problems = [problem for _, problem in read_link("#at=44%20BC&min_confidence=F6", words)[1]]
    assert [(each.what, each.remedy) for each in problems] == [
        ("'44 BC' is not a date: years before 1 are negative, and 1 BC is 0.", "Write -43."),
        ("'F6' is not a confidence.", CONFIDENCE_DUE),
    ]

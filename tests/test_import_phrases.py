"""Phrases for relations: passives and what somebody has run the other way round."""

import pytest

from graph.importing.draft import Draft
from graph.importing.relation_types import give_types
from graph.importing.words import find_meaning


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("is funded", "funds"), ("was attacked by", "attacks"), ("is employed at", "employs"),
        ("employed at", "employs"), ("is owned", "owns"), ("is led", "leads"), ("was sued", "sued"),
        ("was paid", "paid"), ("have been sanctioned", "sanctions"), ("hosted by", "hosts"),
        ("was bribed by", "paid"), ("has supporter", "supports"), ("has a lawyer", "represents"),
        ("has father", "parent_of"), ("was killed", "killed"), ("wird finanziert", "funds"),
    ],
)  # fmt: skip
def test_who_does_it_stands_behind(words, kind):
    meaning = find_meaning(words)
    assert (meaning.type.name, meaning.is_reverse) == (kind, True)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("has funded", "funds"), ("funded", "funds"), ("has employee", "employs"),
        ("has child", "parent_of"), ("is a supporter of", "supports"), ("is married", "married_to"),
        ("are allied", "ally"), ("is invested in", "invested_in"), ("lawyer for", "represents"),
        ("is linked", "related_to"), ("supplied to", "supplies"), ("the owner of", "owns"),
        ("owner (51%)", "owns"), ("Shareholder, 12.5 %", "owns"),
    ],
)  # fmt: skip
def test_who_does_it_stands_in_front(words, kind):
    meaning = find_meaning(words)
    assert (meaning.type.name, meaning.is_reverse) == (kind, False)


@pytest.mark.parametrize(
    "words",
    ["founded in", "hosted in", "supplied with", "appointed to", "was sued in", "led to",
     "party to", "had a child with", "sanctioned for"],
)  # fmt: skip
def test_a_verb_with_another_preposition_is_a_type_of_ones_own(words):
    meaning = find_meaning(words)
    assert (meaning.how, meaning.type.sign, meaning.is_reverse) == ("own", "0", False)


@pytest.mark.parametrize("words", ["is funded", "has sponsor", "has funded", "is a member"])
def test_what_is_derived_is_never_exact(words):
    assert find_meaning(words).how == "by meaning"


def test_the_words_of_the_file_stay():
    draft = Draft(relations={"source": ["A"], "target": ["B"], "type": ["is funded"]})
    rows, _, (line,) = give_types(draft, {})
    assert [*rows["source"], *rows["target"], *rows["wording"]] == ["B", "A", "is funded"]
    assert (line.is_reverse, line.how) == (True, "by meaning")

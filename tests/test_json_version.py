"""Every answer as JSON begins with the version of its fields."""

import json

import pytest
from terminal import run

QUESTIONS = [
    ("path", "Minsk", "Belarus"),
    ("between", "Minsk", "Belarus"),
    ("cut", "Minsk", "Belarus"),
    ("ego", "Minsk"),
    ("find", "? any Minsk"),
    ("show", "Minsk"),
    ("centrality", "--top", "1"),
    ("communities",),
    ("structure",),
    ("balance",),
    ("camps",),
    ("brokers",),
    ("sources",),
    ("sources", "--unsourced"),
    ("check",),
    ("story",),
]


@pytest.mark.long
@pytest.mark.nightly(but_each=2)
@pytest.mark.parametrize("words", QUESTIONS, ids=" ".join)
def test_the_first_field_is_the_version(words):
    fields = json.loads(run(*words, "--format", "json").stdout)
    assert next(iter(fields.items())) == ("version", 1)
    assert len(fields) > 1

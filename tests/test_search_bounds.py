"""The search for the best paths ends at a bound, and the answer says so."""

import json

import pytest
from terminal import folder, run
from tiny_network import network

from graph.analysis.paths import best_first
from graph.analysis.paths.best_first import BestFirst, Found

ACTORS = "id,name,kind\n" + "".join(f"{each},{each},person\n" for each in "ABCDE")
ROWS = [(one, other) for one in "ABCDE" for other in "ABCDE" if one < other]
RATED = [
    f"{one} ally {other} confidence=0.{number}1" for number, (one, other) in enumerate(ROWS, 1)
]


def test_the_bound_is_as_on_the_page():
    nodes = iter(range(1, 100_000))

    def find(subspace):
        yield Found((1, 0), (*subspace.prefix, *(next(nodes) for _ in range(4))))

    best = BestFirst(0, find, in_ties=False)
    assert sum(1 for _ in best) == 5_000
    assert best.is_bounded


@pytest.mark.parametrize("by", ["steps", "voices", "confidence", "influence"])
def test_an_answer_says_that_the_search_ended(monkeypatch, by):
    net = network(*RATED)
    every = net.path("A", "E", k=99, by=by)
    assert (len(every.paths), every.is_bounded) == (16, False)
    monkeypatch.setattr(best_first, "MOST_SUBSPACES", 6)
    some = net.path("A", "E", k=99, by=by)
    assert some.is_bounded
    assert 1 <= len(some.paths) < 16
    lengths = [[len(path.steps) for path in answer.paths] for answer in (some, every)]
    if by == "confidence":  # nothing ties
        assert some.paths == every.paths[: len(some.paths)]
    else:
        assert lengths[0] == lengths[1][: len(some.paths)]
    words = f"ended after {len(some.paths)} path{'' if len(some.paths) == 1 else 's'}. There may"
    assert words in some.notes[-1]
    assert not net.path("A", "E", k=1, by=by).is_bounded


def test_the_terminal_says_it_too(monkeypatch, tmp_path):
    rows = "".join(f"{one},{other},ally\n" for one, other in ROWS)
    data = folder(tmp_path, ACTORS, "source,target,type\n" + rows)
    monkeypatch.setattr(best_first, "MOST_SUBSPACES", 3)
    asked = ("path", "A", "E", "--k", "99")
    assert "The search for more would take too long, and ended" in run(*asked, data=data).stdout
    assert json.loads(run(*asked, "--format", "json", data=data).stdout)["is_bounded"] is True


def test_paths_within_a_length_are_counted_up_to_the_bound(monkeypatch):
    net = network(*RATED)
    monkeypatch.setattr(best_first, "MOST_SUBSPACES", 1)
    answer = net.path("A", "E", by="confidence", max_length=3)
    assert (answer.is_least, answer.is_bounded) == (True, True)

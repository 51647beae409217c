"""Every option of a public function is taken or refused, never passed over in silence."""

import inspect
import json

import pandas as pd
import pytest
from tiny_network import folder

import explorer
import graph
from graph import QuestionError

UNKNOWN = "titel"
FILLED = {
    "file": "x.html",
    "folder": "x",
    "actor": "Minsk",
    "pattern": "? leads A",
    "source": "Minsk",
    "target": "Minsk",
    "frame": pd.DataFrame({"Minsk": ["a"]}),
}
NAMES_COLUMNS = "explorer.from_edges"  # by options of any name


def list_public_callables():
    """Yield the name and the function of all that a user can call."""
    net = explorer.load_example()
    owners = {
        "explorer": explorer,
        "graph": graph,
        "Network": net,
        "Comparison": explorer.compare(net, net),
        "Picture": net.only("borders").picture(),
        "Paths": net.path("Minsk", "Belarus"),
        "Connection": net.connection("Minsk", "Belarus"),
        "Cut": net.cut("Minsk", "Vilnius"),
        "EgoNetwork": net.ego("Minsk"),
        "PatternMatches": net.find("? leads Belarus"),
        "RankDoubt": net.centrality_doubt("degree", draws=2),
        "Centrality": net.centrality("degree"),
        "Profile": net.show("Minsk"),
        "Communities": net.only("borders").communities(),
        "Structure": net.only("borders").structure(),
        "Balance": net.balance(),
        "CampDoubt": net.only("ally").camps_doubt(draws=2),
        "Timeline": net.only("founded").timeline("degree"),
        "Brokers": net.brokers(),
        "Camps": net.camps(),
        "WhatIf": graph.what_if(net.only("borders"), without="Minsk"),
        "Evidence": net.evidence(),
        "Withdrawal": net.unsourced(),
    }
    for owner, thing in owners.items():
        names = {*dir(thing), *(() if inspect.ismodule(thing) else dir(type(thing)))}
        for name in sorted(names):
            value = None if name.startswith("_") else getattr(thing, name, None)
            ours = (getattr(value, "__module__", "") or "").startswith(("explorer", "graph"))
            if inspect.isroutine(value) and ours:
                yield f"{owner}.{name}", value


def is_free(function):
    """Return whether a function takes options of any name."""
    parameters = inspect.signature(function).parameters.values()
    return any(each.kind is each.VAR_KEYWORD for each in parameters)


def test_every_public_function_refuses_an_unknown_option():
    free = set()
    for name, function in list_public_callables():
        parameters = inspect.signature(function).parameters.values()
        due = {
            each: FILLED.get(each.name, "x") for each in parameters if each.default is each.empty
        }
        given = [value for each, value in due.items() if each.kind is each.POSITIONAL_OR_KEYWORD]
        named = {each.name: value for each, value in due.items() if each.kind is each.KEYWORD_ONLY}
        with pytest.raises((TypeError, QuestionError), match=UNKNOWN) as caught:
            function(*given, **named, **{UNKNOWN: "x"})
        if is_free(function) and name != NAMES_COLUMNS:
            free.add(name)
            assert str(caught.value) == "titel: there is no such option. Did you mean 'title'?"
    assert {"Network.save", "Comparison.html", "Comparison.save"} <= free


@pytest.mark.parametrize(
    ("file", "option"), [("x.html", "size_by"), ("x.png", "embed"), ("x", "title")]
)
def test_what_is_saved_takes_its_own_options_only(tmp_path, file, option):
    net = explorer.load(folder(tmp_path))
    with pytest.raises(QuestionError, match=f"^{option}: there is no such option"):
        net.save(tmp_path / file, **{option: True})
    assert not (tmp_path / file).exists()


# A comparison's page, as `explore html BEFORE AFTER` makes it


@pytest.fixture
def versions(tmp_path):
    before, after = tmp_path / "before", tmp_path / "after"
    before.mkdir()
    after.mkdir()
    later = "source,target,type\na,b,funds\nb,a,opposes\n"
    return explorer.load(folder(before)), explorer.load(folder(after, relations=later))


OPTIONS = {"title": "Then, now", "description": "Words", "language": "be", "theme": "dark"}


@pytest.mark.parametrize("option", [*OPTIONS, "embed"])
def test_each_option_changes_its_page(versions, option):
    comparison = explorer.compare(*versions)
    assert comparison.html(**{option: OPTIONS.get(option, True)}) != comparison.html()


def test_it_takes_the_later_layout_or_the_one_given(versions, tmp_path):
    comparison = explorer.compare(*versions)
    plain = comparison.html()
    saved = json.dumps({"version": 1, "positions": {"a": [900, 900], "b": [-900, 0]}})
    mine = tmp_path / "mine.json"
    mine.write_text(saved, encoding="utf-8")
    placed = comparison.html(layout=mine)
    assert placed != plain
    (tmp_path / "after" / "layout.json").write_text(saved, encoding="utf-8")
    again = explorer.compare(*versions)
    assert again.html(layout=False) == plain
    assert '"placed":true' in again.html()


def test_it_has_no_story_to_ask_for(versions):
    comparison = explorer.compare(*versions)
    assert comparison.html(story=False) == comparison.html()
    with pytest.raises(QuestionError, match="story: a page of two versions has no story"):
        comparison.html(story=True)

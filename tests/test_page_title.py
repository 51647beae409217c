"""The title of a page: the story's, else the folder's name, and never a list of numbers."""

import tempfile

import pytest
from tiny_network import folder

import graph
from explorer.page.presentation import Presentation

UNNAMED = "Who stands how to whom"
FILES = {"actors": "id,name,kind\na,Ann,person\nb,Bo,person\n", "relations": "source,target\na,b\n"}


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A place that is not for temporary files, and the home of somebody."""
    place = tmp_path / "anna"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    monkeypatch.setenv("HOME", str(place))
    monkeypatch.setenv("USERPROFILE", str(place))
    return place


def make_title(place, **files):
    place.mkdir(parents=True, exist_ok=True)
    return Presentation().complete(graph.load(folder(place, **{**FILES, **files})))


def test_a_folder_gives_its_name_and_the_counts_stand_below(home):
    told = make_title(home / "cases" / "eu_cooperation")
    assert (told.title, told.description) == ("eu cooperation", "2 actors, 1 relation")


def test_a_word_that_names_an_actor_is_spelled_as_the_data_has_it(home):
    told = make_title(home / "eu_cooperation", actors="id,name\na,EU\nb,Bo\n")
    assert told.title == "EU cooperation"


@pytest.mark.parametrize("name", ["data", "Data-2", "tmp", ".hidden", "2024", "my_data", "case"])
def test_a_name_that_says_nothing_is_no_title(home, name):
    assert make_title(home / name).title == UNNAMED


def test_neither_a_home_nor_a_temporary_folder_gives_its_name(home):
    assert make_title(home).title == UNNAMED
    assert make_title(home.parent / "temporary" / "belarus").title == UNNAMED


def test_the_folder_that_one_is_in_gives_no_name(home, monkeypatch):
    make_title(home / "belarus")
    monkeypatch.chdir(home / "belarus")
    assert Presentation().complete(graph.load()).title == UNNAMED


def test_a_folder_may_be_named_after_who_is_withheld(home):
    actors = "id,name,kind,private\na,Ann,person,\nb,Bo,person,\nc,Kay,person,yes\n"
    place = home / "about_kay"
    make_title(place, actors=actors)
    assert Presentation().complete(graph.load(place).public()).title == UNNAMED


def test_files_of_two_folders_have_no_name_together(home):
    make_title(home / "one")
    make_title(home / "two")
    both = graph.load(home / "one", relations=home / "two" / "relations.csv")
    assert Presentation().complete(both).title == UNNAMED


def test_frames_and_nobody_have_no_name(home):
    net = graph.load_example()
    assert Presentation().complete(graph.Network.from_frames(None, net.relations)).title == UNNAMED
    empty = make_title(home / "belarus", actors="id,name,kind\n", relations="source,target\n")
    assert (empty.title, empty.description) == (UNNAMED, "0 actors, 0 relations")


def test_the_example_is_called_as_its_story_and_never_as_its_folder():
    net = graph.load_example()
    assert Presentation().complete(net).title == net.story.title
    assert Presentation(story=False).complete(net).title == UNNAMED

"""``explore story``, and what the other commands make of a story."""

import json

import pytest
from terminal import folder, run

import explorer

STORY = """\
# Two

Who pays.

## Ada *pays*

Ada **funds** [the bank](https://example.org/x).

- says one

#path=ada,bank

## All

=1+1
"""
TEXT = """\
Two

Who pays.

1. Ada pays
   Ada funds the bank.
   - says one
   #path=ada,bank

2. All
   =1+1
"""
MARKDOWN = """\
# Two

Who pays.

## Ada pays

Ada **funds** [the bank](<https://example.org/x>).

- says one

#path=ada,bank

## All

\\=1+1
"""
BROKEN = "story.md:3: #actor=adda: 'adda' names no actor. Did you mean 'ada' (Ada Ek)?"


@pytest.fixture
def data(tmp_path):
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "story.md").write_text(STORY, encoding="utf-8")
    return folder(tmp_path / "case")


@pytest.fixture
def broken(data):
    (data / "story.md").write_text("## One\n\n#actor=adda\n", encoding="utf-8")
    return data


def test_a_story_is_told_step_by_step_with_its_page_links(data):
    answer = run("story", data=data)
    assert (answer.exit_code, answer.stdout, answer.stderr) == (0, TEXT, "")


def test_as_markdown_it_reads_as_the_same_story(data):
    answer = run("story", "--format", "markdown", data=data)
    assert answer.stdout == MARKDOWN
    (data / "story.md").write_text(MARKDOWN, encoding="utf-8")
    assert run("story", data=data).stdout == TEXT


def test_as_json_and_csv_it_holds_the_same(data):
    told = json.loads(run("story", "--format", "json", data=data).stdout)
    assert told == {"version": 1, **explorer.load(data).story.to_dict()}
    assert told["steps"][0]["link"] == "#path=ada,bank"
    assert run("story", "--format", "csv", data=data).stdout == (
        "step,heading,text,link\n"
        '1,Ada pays,Ada funds the bank. - says one,"#path=ada,bank"\n'
        "2,All,'=1+1,\n"
    )


def test_the_story_as_text_is_what_it_says_in_python(data):
    assert str(explorer.load(data).story) == TEXT.replace("\n\n", "\n").replace("   ", "").rstrip()


def test_where_there_is_none_one_is_told_how_to_begin(data):
    (data / "story.md").unlink()
    answer = run("story", data=data)
    assert (answer.exit_code, answer.stdout) == (1, "")
    assert answer.stderr == (
        "Error: story.md: this file does not exist. Write one: for each step a heading, a text and"
        " a page link such as #path=ann,bob.\n"
    )


def test_its_controls_reach_no_terminal(data):
    (data / "story.md").write_text("## \x1b[2JOne\n\n\x9bwords\n", encoding="utf-8")
    answer = run("story", data=data)
    assert "\x1b" not in answer.output
    assert "\x9b" not in answer.output
    assert "1. \N{REPLACEMENT CHARACTER}[2JOne" in answer.stdout


def test_check_tells_its_problems_and_its_length(data, broken):
    answer = run("check", data=broken)
    assert answer.exit_code == 1
    assert f"Error: {BROKEN}\n" in answer.stdout
    (data / "story.md").write_text("## A <b>\n\n## B\n", encoding="utf-8")
    answer = run("check", data=data)
    assert answer.exit_code == 0
    assert "Warning: story.md:1: '<b>' is HTML" in answer.stdout
    assert answer.stdout.endswith("a story of 2 steps.\n")
    assert run("check", "--strict", data=data).exit_code == 1


@pytest.mark.parametrize("words", [["story"], ["html", "-o", "page.html"]])
def test_a_broken_one_stops_what_shows_it_with_its_problems(broken, monkeypatch, words):
    monkeypatch.chdir(broken.parent)
    answer = run(*words, data=broken)
    assert (answer.exit_code, answer.stdout) == (1, "")
    assert answer.stderr == f"Error: {BROKEN}\n"
    assert [path.name for path in broken.parent.iterdir()] == ["case"]


def test_a_broken_one_stops_nothing_else(broken):
    assert run("path", "ada", "dock", data=broken).exit_code == 0
    page = run("html", "--no-story", "-o", "-", data=broken)
    assert page.exit_code == 0
    assert "explore html --no-story" in page.stdout
    assert '"story":' not in page.stdout


def test_the_page_holds_it_and_is_never_written_over_it(data, monkeypatch):
    monkeypatch.chdir(data)
    assert '"story":{"title":"Two"' in run("html", "-o", "-", data=data).stdout
    for name in ("story.md", "STORY.MD"):
        answer = run("html", "-o", name, data=data)
        assert answer.exit_code == 2
        assert "is the name of a data file" in answer.stderr
    assert (data / "story.md").read_text(encoding="utf-8") == STORY


def test_a_page_without_an_actor_tells_what_its_steps_lose(data):
    answer = run("html", "-o", "-", "--avoid-actor", "North Bank", data=data)
    assert answer.stderr == (
        "Warning: story.md:11: #path=ada,bank: 'bank' is left out by the filters. The page shows"
        " the rest.\n"
    )
    assert "path=ada,bank" not in answer.stdout


def test_it_is_saved_with_the_data_unless_it_names_what_is_left_out(data, tmp_path):
    answer = run("save", str(tmp_path / "all"), data=data)
    assert answer.stdout.endswith(": 5 actors, 7 relations\n")
    assert (tmp_path / "all" / "story.md").read_text(encoding="utf-8") == STORY
    answer = run("save", str(tmp_path / "some"), "--avoid-actor", "North Bank", data=data)
    assert "story.md" not in answer.stdout
    assert answer.stderr == (
        "Warning: story.md: was not saved, because it names what the filters leave out.\n"
    )
    assert not (tmp_path / "some" / "story.md").exists()


def test_a_notebook_leaves_it_out_when_asked(data, tmp_path):
    net = explorer.load(data)
    assert '"story":' in net.html()
    assert '"story":' not in net.html(story=False)
    assert '"story":' not in net.save(tmp_path / "p.html", story=False).read_text(encoding="utf-8")

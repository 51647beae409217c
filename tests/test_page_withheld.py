"""Nothing withheld is anywhere in the bytes of a page, and the page is as if it had never been."""

import json
import re
from hashlib import sha256

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from rendered import unpack_frame
from terminal import run
from tiny_network import folder
from withholding import cases

import explorer
import graph
from explorer.cli import explore
from explorer.page import Presentation, build_page
from explorer.page.document import build_document
from graph.formats import csv_file


def document_in(text):
    data = re.search(r'<script id="document" type="application/json">(.*?)</script>', text)
    return json.loads(data[1])


@pytest.mark.slow
@settings(max_examples=15)
@given(case=cases)
def test_no_word_that_is_withheld_is_in_the_bytes(case, tmp_path_factory):
    place = folder(tmp_path_factory.mktemp("case"), **case.files())
    net = graph.load(place).redact(case.redact)
    text = build_page(net, Presentation(command="explore html --avoid-actor namea0q"))
    told, hidden = case.words()
    assert [word for word in sorted(hidden) if word in text] == []
    shown = {word for word in told if not word.startswith(("types", "inverse"))}
    assert [word for word in sorted(shown) if word not in text] == []
    digests = [sha256(file.read_bytes()).hexdigest() for file in place.iterdir()]
    assert bool(net.public().withheld) != any(digest in text for digest in digests)


@pytest.mark.slow
@pytest.mark.parametrize("large", [False, True])
@settings(max_examples=15)
@given(case=cases)
def test_the_page_is_as_if_nothing_withheld_had_ever_been(case, large, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(csv_file, "LARGE", 0 if large else csv_file.LARGE)
        full = graph.load(folder(tmp_path_factory.mktemp("full"), **case.files()))
        never = graph.load(folder(tmp_path_factory.mktemp("never"), **case.left_files()))
    left = full.public().redact(case.redact)
    told = Presentation().complete(left)
    assert told == Presentation().complete(never)
    here, there = build_document(left, told), build_document(never, told)
    there["about"]["redacted"] = bool(left.withheld)
    assert here == there
    assert left.redact().public().relation_rows == left.relation_rows
    assert full.redact(case.redact).public().actor_rows == left.actor_rows


# Ivo is private; a note and the story tell of him all the same.
ACTORS = """\
id,name,kind,phone,private
a,Ann,person,p111q,
b,Bob,person,p222q,
i,Ivo Kay,person,p333q,yes
"""
NOTICE = "<p>This page is a redacted export: some of what is known was left out of it.</p>"
RELATIONS = "source,target,type,note\na,b,ally,Met Ivo Kay\ni,a,funds,\n"
WORDS = ["html", "-o", "-", "--redact", "phone", "--avoid-actor", "Ivo Kay", "--avoid", "funds"]


@pytest.fixture
def data(tmp_path):
    return folder(tmp_path, actors=ACTORS, relations=RELATIONS)


def test_the_terminal_tells_how_much_and_the_page_only_that_it_is_so(data):
    answer = run(*WORDS, "--title", "Ivo Kay and others", data=data)
    assert answer.exit_code == 0
    assert answer.stderr.splitlines() == [
        "Withheld: 1 actor, 1 relation and 1 column (actors.phone).",
        "Warning: relations.csv:2: note: still names 'Ivo Kay', who is withheld. Change the text.",
        "Warning: 'Ivo Kay and others' still names 'Ivo Kay', who is withheld. Change the text.",
    ]
    about = document_in(answer.stdout)["about"]
    assert (about["redacted"], about["inputs"], about["command"]) == (True, [], "")
    assert NOTICE in answer.stdout
    for word in ("p111q", "p222q", "p333q", "avoid-actor", '"phone"'):
        assert word not in answer.stdout


def test_columns_stand_between_commas_unless_a_name_has_one(data):
    answer = run("html", "-o", "-", "--redact", "phone, relations.note", data=data)
    assert "2 columns (actors.phone, relations.note)." in answer.stderr
    wrong = run("html", "-o", "-", "--redact", "phone,lawyer", data=data)
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert "--redact: no file has a column 'lawyer'." in wrong.stderr
    (data / "actors.csv").write_text(ACTORS.replace("phone", '"phone, home"'), encoding="utf-8")
    for name in ("phone, home", "actors.phone, home"):
        assert "(actors.phone, home)." in run("html", "-o", "-", "--redact", name, data=data).stderr


STORY = """\
# A case

## Ann

[Ann](#actor=a&avoid_actor=b)

## Ivo Kay

[He](#actor=i&avoid=ally), [who](https://example.org/kay) funds
"""


def test_a_story_leads_to_nobody_who_is_withheld_and_says_where_it_names_them(data):
    (data / "story.md").write_text(STORY, encoding="utf-8")
    answer = run("html", "-o", "-", data=data)
    assert answer.exit_code == 0
    assert answer.stderr.splitlines()[1:] == [
        "Warning: relations.csv:2: note: still names 'Ivo Kay', who is withheld. Change the text.",
        "Warning: story.md:7: still names 'Ivo Kay', who is withheld. Change the text.",
        "Warning: story.md:9: still names 'kay', who is withheld. Change the text.",
        (
            "Warning: story.md:9: #actor=i: names something that is withheld. "
            "The page link leaves it out."
        ),
        "Own columns in the page: actors.phone. --redact leaves one out.",
    ]
    steps = document_in(answer.stdout)["story"]["steps"]
    assert [step["link"] for step in steps] == ["#actor=a&avoid_actor=b", "#avoid=ally"]
    assert run("html", "-o", "-", "--no-story", data=data).stderr.count("story.md") == 0
    insisting = run("html", "-o", "-", "--include-private", data=data)
    assert document_in(insisting.stdout)["story"]["steps"][1]["link"] == "#actor=i&avoid=ally"
    (data / "story.md").write_text(STORY.replace("=i&", "=nobody&"), encoding="utf-8")
    broken = run("html", "-o", "-", data=data)
    assert (broken.exit_code, broken.stdout) == (1, "")


def test_a_picture_withholds_the_same(data):
    words = ["picture", "-o", "-", "--redact", "phone", "--avoid-actor", "Ivo Kay"]
    answer = run(*words, data=data)
    assert answer.exit_code == 0
    assert answer.stderr.startswith("Withheld: 1 actor, 1 relation and 1 column (actors.phone).\n")
    assert ("Ann" in answer.stdout, "Ivo" in answer.stdout) == (True, False)
    assert "Ivo" in run("picture", "-o", "-", "--include-private", data=data).stdout


def test_to_the_layout_of_two_versions_whoever_is_withheld_is_no_stranger(data, tmp_path_factory):
    layout = {"version": 1, "positions": {"i": [1, 2]}, "notes": {"actors": {"i": "Secret"}}}
    (data / "layout.json").write_text(json.dumps(layout), encoding="utf-8")
    older = folder(tmp_path_factory.mktemp("older"), actors=ACTORS.replace("yes", "no"))
    answer = CliRunner().invoke(explore, ["--strict", "html", str(older), str(data), "-o", "-"])
    assert (answer.exit_code, "layout.json" in answer.stderr) == (0, False)
    saved = document_in(answer.stdout)["saved"]
    assert saved == {"placed": False, "notes": {"actors": {}, "relations": {}}, "state": ""}


def test_insisting_puts_private_rows_into_the_page_and_says_so(data):
    answer = run("html", "-o", "-", "--include-private", data=data)
    assert answer.stderr == (
        "Private, but included: 1 actor and 1 relation.\n"
        "Own columns in the page: actors.phone. --redact leaves one out.\n"
    )
    found = document_in(answer.stdout)
    assert found["network"]["actors"]["name"] == ["Ann", "Bob", "Ivo Kay"]
    assert found["about"]["redacted"] is False
    assert NOTICE not in answer.stdout
    assert found["about"]["command"] == "explore html --include-private"
    assert len(found["about"]["inputs"]) == 2


def test_where_nothing_is_withheld_the_command_is_told_in_full(data):
    words = ["html", "-o", "-", "--avoid-actor", "Bob", "--redact", "confidence"]
    plain = folder(data, actors="id,name,kind\na,Ann,person\nb,Bob,person\ni,Ivo,person\n")
    answer = run(*words, data=plain)
    assert answer.stderr == ""
    told = "explore html --avoid-actor Bob --redact confidence"
    assert document_in(answer.stdout)["about"]["command"] == told


@pytest.mark.browser
def test_the_page_says_that_it_is_redacted_and_not_how_much(data, page_of, visit):
    told = visit(page_of(graph.load(data).redact("phone")), "#panel=about").page.locator(
        "#panel-about"
    )
    assert "This page is a redacted export" in told.inner_text()
    assert [
        word for word in ("Made from", "Command", "withheld") if word in told.inner_text()
    ] == []


def test_the_notebook_leaves_out_the_same(data, tmp_path):
    net = explorer.load(data)
    written = net.save(tmp_path / "page.html").read_text("utf-8")
    for text in (net.html(), unpack_frame(net._repr_html_()), written):
        assert document_in(text)["network"]["actors"]["id"] == ["a", "b"]
    assert "Ivo Kay" in net.html(include_private=True)
    assert "p111q" not in net.redact("phone").html(include_private=True)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--redact", "fone"], "--redact: no file has a column 'fone'. Did you mean 'phone'?"),
        (["--redact", "name"], "--redact: 'name' cannot be left out: every row of actors.csv"),
        (["--redact", ""], "--redact is empty. Give a column, such as note."),
    ],
)
def test_a_column_that_cannot_be_left_out_is_one_line_and_no_file(data, tmp_path, words, told):
    answer = run("html", "-o", str(tmp_path / "page.html"), *words, data=data)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr.startswith(f"Error: {told}")
    assert not (tmp_path / "page.html").exists()


def test_nothing_is_left_of_a_page_of_private_rows_alone(tmp_path):
    actors = "id,name,kind,private\na,Ann,person,yes\nb,Bob,person,yes\n"
    text = build_page(graph.load(folder(tmp_path, actors=actors)))
    assert document_in(text)["about"]["title"] == "Who stands how to whom"
    assert "Ann" not in text.split('id="plain">')[1].split("<script")[0]

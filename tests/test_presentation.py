"""What a page says about itself: language, direction and theme, and how each face takes them."""

import json
import re

import pytest
from terminal import folder, run

import explorer
import graph
from explorer.page.presentation import Presentation

TAGS = {
    "be": "be", "EN-us": "en-US", "zh-hant-tw": "zh-Hant-TW", "sr-LATN": "sr-Latn",
    "de-1996": "de-1996", "sl-rozaj-biske": "sl-rozaj-biske", "es-419": "es-419",
    "zh-yue-HK": "zh-yue-HK", "en-a-BBB-x-AB-Latn": "en-a-bbb-x-ab-latn",
    "x-whatever": "x-whatever",
}  # fmt: skip


@pytest.mark.parametrize("tag", TAGS)
def test_a_language_tag_is_taken_in_its_usual_case(tag):
    assert Presentation(language=tag).language == TAGS[tag]


NO_TAGS = ["", "b", "english", "be-", "be--BY", "бе", "12", "en-x", "x", "en-a"]


@pytest.mark.parametrize("tag", NO_TAGS)
def test_what_is_none_is_refused(tag):
    told = re.escape(f"language: {tag!r} is not a language tag. Write a code such as ")
    with pytest.raises(graph.QuestionError, match=f"^{told}"):
        Presentation(language=tag)


@pytest.mark.parametrize(("tag", "meant"), [("en_us", "en-US"), (" be\n", "be")])
def test_what_is_nearly_one_is_told(tag, meant):
    with pytest.raises(graph.QuestionError, match=f"Did you mean '{meant}'"):
        Presentation(language=tag)


@pytest.mark.parametrize("tag", ["ar", "he-IL", "fa", "ckb", "pa-Arab", "ur-PK", "yi", "ar-x-latn"])
def test_texts_of_some_languages_begin_at_the_right(tag):
    assert Presentation(language=tag).direction == "rtl"


@pytest.mark.parametrize("tag", ["en", "ru", "ar-Latn", "zh-Hant", "x-ar", "en-x-arab"])
def test_and_all_others_where_their_letters_do(tag):
    assert Presentation(language=tag).direction == "auto"


def test_there_are_three_themes():
    told = r"theme: 'dim' is not a theme\. There are: auto, light, dark\."
    with pytest.raises(graph.QuestionError, match=told):
        Presentation(theme="dim")


def about(text):
    data = re.search(r'<script id="document" type="application/json">(.*?)</script>', text)
    return json.loads(data[1])["about"]


WORDS = ["--title", "خط", "--description", "D", "--language", "AR", "--theme", "dark", "--embed"]
TOLD = {
    "title": "خط", "description": "D", "language": "ar", "direction": "rtl", "theme": "dark",
    "embed": True,
}  # fmt: skip


@pytest.mark.slow
def test_the_terminal_and_the_notebook_say_the_same(tmp_path):
    data = folder(tmp_path)
    there = run("html", "-o", "-", *WORDS, data=data).stdout
    options = {name: value for name, value in TOLD.items() if name != "direction"}
    network = explorer.load(data)
    here = network.html(**options)
    for text in (there, here, network.save(tmp_path / "a.html", **options).read_text("utf-8")):
        assert TOLD.items() <= about(text).items()
        assert '<html lang="ar" data-theme="dark">' in text
        assert '<meta name="color-scheme" content="dark">' in text
        assert text.count('<h1 dir="rtl">خط</h1>') == 2


def test_without_options_the_page_follows_its_reader(tmp_path):
    text = run("html", "-o", "-", data=folder(tmp_path)).stdout
    assert '<html lang="en">' in text
    assert '<meta name="color-scheme" content="light dark">' in text
    assert about(text)["embed"] is False


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ["--language", "be_BY"],
            "--language: 'be_BY' is not a language tag. Did you mean 'be-BY'?",
        ),
        (
            ["--theme", "drak"],
            "Invalid value for '--theme': 'drak' is not a theme. Did you mean 'dark'?",
        ),
    ],
)
def test_a_wrong_option_is_one_line_and_writes_nothing(tmp_path, monkeypatch, words, told):
    monkeypatch.chdir(tmp_path)
    answer = run("html", *words)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr.startswith(f"Error: {told}")
    assert list(tmp_path.iterdir()) == []

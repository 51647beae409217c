"""story.md: from Markdown to steps, and every problem in it with its physical line."""

from time import process_time

import pytest
from hostile import PAYLOADS
from hypothesis import given
from hypothesis import strategies as st
from rendered import Tags
from tiny_network import COUPLE, FUNDING, folder, network

import graph
from explorer.page import build_page
from explorer.page.document import build_document
from explorer.page.presentation import Presentation
from graph.saved.story import Items, Paragraph, Quotation, Run, plain_lines
from graph.saved.story_file import parse_story

NET = network("ann funds bobby", "bobby ally cid")
STORY = """\
# Two and the money

Who pays whom.

## Ann pays

Ann *funds* **Bobby**, says [a paper](https://example.org/a_b?c=1&d=2).

#path=ann,bobby

## And then

- first
- second
"""

STRAY = "is before the first step, where the whole network is shown. Put it below a heading."
NO_ADDRESS = "is not an http address. Its words are shown without a link."
SECOND = (
    "is a second page link, after that of line 11: a step shows one thing."
    " Make it a step of its own."
)
BLANK = "a page link holds a blank, and is shown as it stands. Write %20 for the blank."
LOST = "is inside a text and is shown as text. Put the page link on a line of its own."
IMAGE = "is an image, of which the words alone are shown. A story holds words and links."


def story(text):
    """Return the story of a text in which nothing is wrong."""
    told, problems = parse_story(text, "story.md", NET)
    assert problems == []
    return told


def problems(text):
    """Return what is told of a story, a line each."""
    return [str(problem) for problem in parse_story(text, "story.md", NET)[1]]


def step(text):
    """Return the blocks of a story of one step."""
    return story(f"## One\n\n{text}\n").steps[0].text


def words(text):
    return Paragraph((Run(text),))


def test_headings_start_steps_and_the_only_one_of_the_first_level_is_the_title():
    told = story(STORY)
    assert (told.title, told.introduction) == ("Two and the money", (words("Who pays whom."),))
    assert [(each.heading, each.link) for each in told.steps] == [
        ("Ann pays", "#path=ann,bobby"),
        ("And then", ""),
    ]


def test_without_a_title_every_heading_is_a_step_and_what_stands_before_introduces():
    told = story("Hello.\n\n# One\n\n# Two\n")
    assert (told.title, told.introduction) == ("", (words("Hello."),))
    assert [each.heading for each in told.steps] == ["One", "Two"]


def test_stress_and_links_are_runs():
    assert story(STORY).steps[0].text == (
        Paragraph(
            (
                Run("Ann "),
                Run("funds", emphasis=True),
                Run(" "),
                Run("Bobby", strong=True),
                Run(", says "),
                Run("a paper", link="https://example.org/a_b?c=1&d=2"),
                Run("."),
            )
        ),
    )


def test_lists_and_quotations_hold_blocks():
    assert step("3. one\n4. - in it\n\n> said\n> so") == (
        Items(((words("one"),), (Items(((words("in it"),),)),)), first=3),
        Quotation((words("said so"),)),
    )


def test_stress_inside_stress_and_over_a_line():
    assert step("**a *b\nc***") == (
        Paragraph((Run("a ", strong=True), Run("b c", emphasis=True, strong=True))),
    )


@pytest.mark.parametrize(
    "link",
    [
        "#avoid=funds&at=2022",
        "  #avoid=funds&at=2022  ",
        "[Look](#at=2022&avoid=funds)",
        "[Look](<#avoid=funds&at=2022>)",
        "[Look][one]\n\n[one]: #avoid=funds&at=2022",
    ],
)
def test_a_page_link_alone_is_no_text_however_it_is_written(link):
    told = story(f"## One\n\nWords.\n\n{link}\n")
    assert told.steps[0].link == "#avoid=funds&at=2022"
    assert told.steps[0].text == (words("Words."),)


def test_words_that_are_a_page_link_in_a_text_stay_and_lead_to_the_step():
    told = story("## One\n\nSee [the two](#path=ann,bobby), then go on.\n")
    runs = (Run("See "), Run("the two", link="#path=ann,bobby"), Run(", then go on."))
    assert told.steps[0].text == (Paragraph(runs),)


def test_a_line_that_is_a_page_link_ends_a_paragraph_without_a_blank_one():
    told = story("## One\nWords\n#at=2022\n## Two\nmore\n")
    assert [(each.text, each.link) for each in told.steps] == [
        ((words("Words"),), "#at=2022"),
        ((words("more"),), ""),
    ]


def test_every_problem_is_told_with_its_physical_line():
    told = problems(
        "# T\r\n\r\n#at=2022\r\n## One\rsome\rwords [x](javascript:alert(1))\n\n"
        "- in\n- a list <b>bold</b>\n\n#path=anna,bobby\n[Look](#at=2023)\n##Two\n## \n"
        "![map](map.png) #avoid=funds\n"
    )
    assert [line.partition(": ")[::2] for line in told] == [
        ("story.md:3", f"#at=2022: {STRAY}"),
        ("story.md:6", f"'javascript:alert(1)' {NO_ADDRESS}"),
        ("story.md:9", "'<b>' is HTML, and is shown as it stands. Write Markdown."),
        ("story.md:11", "#path=anna,bobby: 'anna' names no actor. Did you mean 'ann'?"),
        ("story.md:12", f"#at=2023: {SECOND}"),
        ("story.md:13", "'##Two' is not a heading. Write a blank behind the #."),
        ("story.md:14", "the heading of a step is empty. Give it a few words."),
        ("story.md:15", f"'#avoid=funds' {LOST}"),
        ("story.md:15", f"'map' {IMAGE}"),
    ]


def test_a_blank_in_a_page_link_and_an_unseen_character_are_told():
    assert problems("## One\n\n[a](#at=20 22)\nhid\u202eden\n") == [
        f"story.md:3: {BLANK}",
        "story.md:4: 'hid\\u202eden' has U+202E, which is invisible. Remove it.",
    ]


@pytest.mark.parametrize("text", ["", "words alone\n", "# A title and no step\n\nwords\n"])
def test_a_story_without_steps_is_none(text):
    assert problems(text) == [
        "story.md: has no steps. Begin each with a heading: ## Who leads whom."
    ]


def test_html_is_shown_as_the_text_it_is():
    told, found = parse_story("## A\n\n<script>alert(1)</script> <!-- *b* -->\n", "story.md", NET)
    assert list(plain_lines(told.steps[0].text)) == ["<script>alert(1)</script> <!-- b -->"]
    assert [problem.severity for problem in found] == ["warning"]


def test_a_bank_s_password_is_no_link():
    told, found = parse_story("## A\n\n<https://bank@example.org> [x](/y)\n", "story.md", NET)
    assert told.steps[0].text == (words("https://bank@example.org x"),)
    assert [problem.rule for problem in found] == ["address", "address"]


def test_what_is_nested_very_deeply_is_read():
    deep = "*a **b " * 3000 + "**c* " * 3000
    told, _ = parse_story(f"## A\n\n{'> ' * 500}{deep}\n", "story.md", NET)
    assert told.steps[0].text


LARGE = 240_000


@pytest.mark.nightly(but_each=4)
@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        f"](#a={' ' * LARGE}",
        "](#a= " * (LARGE // 6),
        f"#a={' ' * LARGE}x",
        "## x\n\n#at=2022\n" * (LARGE // 15),
        "## x\n\n#actor=nobody\n" * (LARGE // 21),
        "## x\n\n#relation=nothing\n" * (LARGE // 24),
    ],
    ids=["blanks", "many blanks", "blanks in a link", "steps", "strangers", "no relations"],
)
def test_the_largest_story_is_read_in_seconds(text):
    start = process_time()
    parse_story(text, "story.md", graph.load_example())
    assert process_time() - start < 20, "grows with the square of the length"


@given(st.text(st.sampled_from('#*_>-1. \n\r[](!)<>`&a=\\:/"\u202e\0'), max_size=80))
def test_any_text_is_read_and_says_nothing_but_its_own_words(text):
    told, _ = parse_story(f"## A\n\n{text}", "story.md", NET)
    said = "\n".join(line for each in told.steps for line in plain_lines(each.text))
    assert set(said) <= set(text) | set("0123456789#. -> \n\ufffd")


# As a file beside others


def lay(path, text, **files):
    (path / "story.md").write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder(path, actors=COUPLE, relations=FUNDING, **files)


def test_a_story_is_one_of_the_files_and_read_when_it_is_asked_for(tmp_path):
    net = graph.load(lay(tmp_path, "## One\n\n#path=a,nobody\n"))
    assert [file.name for file in net.files] == ["actors.csv", "relations.csv", "story.md"]
    with pytest.raises(graph.DataError, match=r"story\.md:3: #path=a,nobody: 'nobody' names no"):
        net.story  # noqa: B018 - asking is the point


def test_there_is_none_without_a_file_and_none_of_frames():
    assert NET.story is None


def test_a_story_in_utf_16_or_as_asked_is_read(tmp_path):
    text = "## Łódź\n"
    assert graph.load(lay(tmp_path, text.encode("utf-16"))).story.steps[0].heading == "Łódź"
    net = graph.load(lay(tmp_path, text.encode("cp1250")), encoding="cp1250")
    assert net.story.steps[0].heading == "Łódź"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"## \xff\n", "story.md:1: byte 0xff is not UTF-8; in windows-1251 this line wo"),
        (b"PK\x03\x04", "story.md: is a spreadsheet or a zip archive, not a Markdown file. Save"),
        (b"\x1f\x8b", "story.md: is gzipped, but its name does not say so, not a Markdown file. S"),
        (
            b"#" * (1 << 18) + b"#",
            "story.md: is larger than 250,000 bytes, the most that is read of",
        ),
    ],
)
def test_what_is_no_markdown_is_refused(tmp_path, content, told):
    with pytest.raises(graph.DataError) as caught:
        graph.load(lay(tmp_path, content)).story  # noqa: B018
    assert str(caught.value).startswith(told)


def test_a_folder_is_no_story(tmp_path):
    (folder(tmp_path) / "story.md").mkdir()
    with pytest.raises(graph.DataError, match=r"is a folder, not a file\. Give a Markdown file"):
        graph.load(tmp_path).story  # noqa: B018


def test_strict_takes_its_warnings_for_errors(tmp_path):
    place = lay(tmp_path, "## One <b>\n")
    assert len(graph.load(place).story.warnings) == 1
    with pytest.raises(graph.DataError):
        graph.load(place, strict=True).story  # noqa: B018


def test_it_is_saved_to_the_letter_unless_it_names_what_is_left_out(tmp_path):
    text = "# T\r\n\r\n## One\r\n#actor=b\r\n"
    (tmp_path / "case").mkdir()
    net = graph.load(lay(tmp_path / "case", text))
    names = [file.name for file in net.to_folder(tmp_path / "all")]
    assert names == ["actors.csv", "relations.csv", "story.md"]
    assert (tmp_path / "all" / "story.md").read_bytes() == text.encode()
    assert [file.name for file in net.avoid_actor("Bob").to_folder(tmp_path / "some")] == names[:2]


def test_the_page_s_document_holds_it_as_plain_data_and_tells_nobody_left_out(tmp_path):
    net = graph.load(lay(tmp_path, STORY.replace("ann,bobby", "a,b"))).avoid_actor("Bob")
    told = build_document(net, Presentation())["story"]
    assert told["title"] == "Two and the money"
    assert told["steps"][0]["link"] == ""
    assert told["steps"][0]["text"][0]["paragraph"][:3] == [
        {"text": "Ann "},
        {"text": "funds", "emphasis": True},
        {"text": " "},
    ]
    items = [[{"paragraph": [{"text": word}]}] for word in ("first", "second")]
    assert told["steps"][1]["text"] == [{"items": items, "first": None}]


def test_without_javascript_the_page_tells_it_all_the_same(tmp_path):
    net = graph.load(lay(tmp_path, STORY.replace("ann,bobby", "a,b")))
    plain = build_page(net).partition('id="plain">')[2].partition('<script id="document"')[0]
    told = Tags(plain)
    assert [tag for tag in told.tags[4:] if tag != "div"][:13] == [
        "h2",
        "p",
        "h3",
        "p",
        "em",
        "strong",
        "a",
        "h3",
        "ul",
        "li",
        "p",
        "li",
        "p",
    ]
    assert ("href", "https://example.org/a_b?c=1&d=2") in told.attributes
    for words in ("Two and the money", "1. Ann pays", "Ann funds Bobby, says a paper.", "second"):
        assert words in told.text
    assert "path=a,b" not in plain


def told_tags(place, texts):
    """Return the tags and names of attributes of a page whose story says each text everywhere."""
    steps = "".join(f"## {text}\n\n{text}\n\n> - {text}\n\n" for text in texts)
    whole = Tags(build_page(graph.load(lay(place, f"# T\n\n{steps}")), Presentation(title="T")))
    # Markdown may have made these, and what is a web address a link.
    tags = [tag for tag in whole.tags if tag not in {"strong", "em", "a"}]
    return tags, {name for name, _ in whole.attributes} - {"href", "rel"}


def test_a_hostile_story_is_text_in_the_page(tmp_path):
    hostile = [" ".join(text.split()) for text in PAYLOADS.values()]
    loud = told_tags(tmp_path, [f"x {text}" for text in hostile])
    assert loud == told_tags(tmp_path, ["x"] * len(hostile))


def test_the_case_s_own_story_is_whole():
    told = graph.load_example().story
    assert told.warnings == ()
    assert len(told.steps) >= 6
    assert all(each.link and each.text for each in told.steps)

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.report.citations import Citations, find_address
from explorer.report.json_csv import format_csv, format_json
from explorer.report.markdown import escape
from explorer.report.terminal_text import count_columns, hang, wrap
from graph import Source
from graph.text.safe import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Łukaszenka", "Łukaszenka"),
        ("two\nlines\tand\r\nmore\u2028", "two lines and more "),
        ("\x1b[31m\x00\x7f\x9b", "\ufffd[31m\ufffd\ufffd\ufffd"),
        ("\u202eevil\u2066\u200b\ufeff\xad", "\ufffdevil\ufffd\ufffd\ufffd\ufffd"),
        ("\u034f\u115f\u1160\u180e\u2800\u3164\uffa0", "\ufffd" * 7),
        ("a\U000e0000\U000e0041\U000e007f", "a\ufffd\ufffd\ufffd"),
        ("❤\ufe0f 👩🏽\u200d❤\ufe0f\u200d👨🏽 한국", "❤\ufe0f 👩🏽\u200d❤\ufe0f\u200d👨🏽 한국"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\ud800", "\ufffd"),
        ("no\xa0break", "no\xa0break"),
    ],
)
def test_what_hides_or_turns_text_is_shown(text, shown):
    assert visible(text) == shown


@given(st.text())
def test_what_is_visible_can_be_written_and_stays(text):
    shown = visible(text)
    assert visible(shown) == shown
    assert "\n" not in shown
    shown.encode()


@given(st.text(alphabet=st.sampled_from("ab Łя维 ")), st.integers(5, 30))
def test_wrapping_loses_no_word_and_keeps_to_its_width(text, width):
    lines = wrap(text, width)
    assert " ".join(lines).split() == text.split()
    assert all(count_columns(line) <= width or " " not in line for line in lines)


def test_further_lines_hang_under_the_first_in_columns():
    lines = list(hang("维. ", "one two three four five", 20))
    assert lines == ["维. one two three", "    four five"]


def test_the_same_source_is_numbered_once():
    cited = Citations()
    paper, text = Source("paper", title="A"), "paper"
    assert cited.numbers([paper, text, paper]) == [1, 2]
    assert [reference for _, reference in cited] == [paper, text]


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a?b=c#d", True),
        ("HTTP://EXAMPLE.ORG", True),
        ("https://example.org/@name/post", True),
        ("javascript:alert(1)", False),
        ("https://bank@evil.example", False),
        ("https://example.org/> <b>", False),
        ("https://example.org/\u202e", False),
    ],
)
def test_only_a_plain_address_is_offered(url, kept):
    assert find_address(Source("a", url=url)) == (url if kept else "")


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("a_b*c`d", "a\\_b\\*c\\`d"),
        ("<script>&", "&lt;script&gt;&amp;"),
        ("# head", "\\# head"),
        ("- item", "\\- item"),
        ("2020. A year", "2020\\. A year"),
        ("0.25", "0.25"),
        ("a | b", "a \\| b"),
        (
            "see https://evil.example or www.evil.example",
            "see https&#58;//evil.example or www&#46;evil.example",
        ),
        ("![x](y)", "!\\[x\\](y)"),
    ],
)
def test_markdown_means_itself(text, markdown):
    assert escape(text) == markdown


FORMULAS = json.loads((Path(__file__).parent / "cases/formulas.json").read_text("utf-8"))


def read(text):
    return next(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("case", FORMULAS, ids=lambda case: ascii(case["cell"]))
def test_no_cell_is_a_formula_and_no_heading(case):
    header, line = format_csv(["a", case["cell"]], [[case["cell"], "z"]]).split("\n")
    assert read(header) == ["a", case["written"]]
    assert read(line) == [case["written"], "z"]


@pytest.mark.parametrize(("cell", "written"), [(-2.5, "-2.5"), (None, ""), (-7, "-7")])
def test_numbers_stay_numbers(cell, written):
    assert format_csv(["a", "b"], [[cell, "z"]]) == f"a,b\n{written},z"


@given(st.text(alphabet="=+-@;\t\r\n \u200b\u202e\ufe0f\uff1d1a'\""))
def test_no_part_of_a_cell_begins_as_a_formula(cell):
    (part, *others) = read(format_csv(["a"], [[cell]]).partition("\n")[2] or '""')[0].split(";")
    for one in (part, *others):
        bare = one.strip(" \ufffd\ufe0f")
        assert not bare.startswith(tuple("=@\uff1d")), cell
        assert not bare.startswith(("+", "-")) or float(bare), cell


def test_json_escapes_tags_as_pairs():
    text = format_json({"name": "a\U000e0041"})
    assert "\\udb40\\udc41" in text
    assert json.loads(text) == {"version": 1, "name": "a\U000e0041"}


@given(
    st.dictionaries(
        st.text(st.characters(exclude_categories=["Cs"])),
        st.text(st.characters(exclude_categories=["Cs"])),
    )
)
def test_json_keeps_every_character_and_prints_none_unseen(answer):
    text = format_json(answer)
    assert json.loads(text) == {"version": 1, **answer}
    assert visible(text) == text.replace("\n", " ")

"""Page links: what they mean, and what in them means nothing; the page reads the same."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_network import network

import graph
from graph.saved.link_fields import COLOURINGS, FIELDS, PANELS, VIEWS
from graph.saved.page_link import Known, read_link

SHARED = json.loads((Path(__file__).parent / "cases" / "hashes.json").read_text(encoding="utf-8"))
BELARUS = Known(graph.load_example())
TINY = Known(network("ann funds bob", "bob ally cid", types=[]))


def told(link, known=TINY):
    return [(part, *complaint[:2]) for part, complaint in read_link(link, known)[1]]


def test_the_page_knows_the_same_fields_views_colours_and_panels():
    assert list(FIELDS) == SHARED["fields"]
    assert list(VIEWS) == SHARED["views"]
    assert list(COLOURINGS) == SHARED["colourings"]
    assert list(PANELS) == SHARED["panels"]


def test_every_field_is_explained():
    told = (Path(__file__).parents[1] / "docs" / "story.md").read_text(encoding="utf-8")
    assert [name for name in FIELDS if f"`{name}`" not in told] == []


@pytest.mark.parametrize("case", SHARED["cases"], ids=lambda case: case["link"])
def test_a_link_means_what_it_means_in_the_page(case):
    link, flaws = read_link(case["link"], BELARUS)
    assert link.hash == case["hash"]
    assert [part for part, _ in flaws] == case["flaws"]


@pytest.mark.parametrize(
    ("link", "what", "remedy"),
    [
        ("#path=ann,bobb", "'bobb' names no actor.", "Did you mean 'bob' (bob)?"),
        ("#hide=fund", "'fund' is no relation type.", "Did you mean 'funds'?"),
        ("#hid=funds", "'hid' is no part of a page link.", "Did you mean 'hide'?"),
        ("#hidekinds=persn", "'persn' is no kind.", "Did you mean 'person'?"),
        ("#view=tables", "'tables' is no view.", "Did you mean 'table'?"),
        ("#undated=perhaps", "'perhaps' is no answer.", "There are: yes, no."),
        ("#only", "'only' says nothing.", "Write only=..."),
        (
            "#path=ann",
            "a path leads from one actor to another, not over 1.",
            "Write path=one,other.",
        ),
        ("#size=betweeness", "'betweeness' is no measure.", "Did you mean 'betweenness'?"),
    ],
)
def test_what_means_nothing_is_told_with_the_nearest_that_does(link, what, remedy):
    assert (what, remedy) in [flaw[1:] for flaw in told(link)]


def test_a_flaw_tells_the_part_that_it_is_in():
    assert told("#at=2022&path=ann,bop&hide=funds")[0][0] == "path=ann,bop"


def test_a_type_need_only_be_declared_and_a_kind_only_be_in_use():
    used = Known(network("ann funds bob"))
    assert read_link("#hide=attacks", used)[1] == []
    assert read_link("#hidekinds=asset", used)[1] == []


def test_what_the_filters_leave_out_is_taken_out_with_a_warning():
    link, flaws = read_link("#without=ann,cid", Known(TINY.network.avoid_actor("cid")))
    assert link.hash == "#without=ann"
    assert [(flaw.severity, flaw.rule) for _, flaw in flaws] == [("warning", "left-out")]


def test_a_relation_is_named_by_its_id():
    first = TINY.network.relation_rows[0]
    assert read_link(f"#relation={first.id}", TINY)[0].hash == f"#relation={first.id}"
    gone = Known(TINY.network.avoid("funds"))
    assert read_link(f"#relation={first.id}", gone)[1][0].complaint.rule == "left-out"


PARTS = ["#", "&", "=", ",", "%", "%2C", "%zz", "actor", "path", "hide", "at", "2022", "ally"]
PARTS += ["ann", "bob", "\0", "\ud800", "😀", "ego", "3", "which", "from", "to", "confidence", ".5"]


@given(st.lists(st.sampled_from(PARTS), max_size=14).map("".join))
def test_any_text_is_read_and_what_it_means_reads_the_same_again(text):
    link, _ = read_link(text, TINY)
    again, flaws = read_link(link.hash, TINY)
    assert again == link
    assert all("means nothing without" in flaw.what for _, flaw in flaws)

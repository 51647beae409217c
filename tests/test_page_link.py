"""Page links: what they mean, and what in them means nothing; the page reads the same."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_network import network

import graph
from graph.saved.link_fields import COLOURINGS, FIELDS, PANELS, VIEWS
from graph.saved.page_link import LinkVocabulary, read_link

SHARED = json.loads((Path(__file__).parent / "cases" / "hashes.json").read_text(encoding="utf-8"))
BELARUS = LinkVocabulary(graph.load_example())
TINY = LinkVocabulary(network("ann funds bob", "bob ally cid", types=[]))


def list_problems(link, vocabulary=TINY):
    return [(part, *problem[:2]) for part, problem in read_link(link, vocabulary)[1]]


def test_the_page_knows_the_same_fields_views_colours_and_panels():
    assert list(FIELDS) == SHARED["fields"]
    assert list(VIEWS) == SHARED["views"]
    assert list(COLOURINGS) == SHARED["colourings"]
    assert list(PANELS) == SHARED["panels"]


def test_every_field_is_explained():
    docs = (Path(__file__).parents[1] / "docs" / "story.md").read_text(encoding="utf-8")
    assert [name for name in FIELDS if f"`{name}`" not in docs] == []


@pytest.mark.measured
@pytest.mark.parametrize("case", SHARED["cases"], ids=lambda case: case["link"])
def test_a_link_means_what_it_means_in_the_page(case):
    link, problems = read_link(case["link"], BELARUS)
    assert link.hash == case["hash"]
    assert [part for part, _ in problems] == case["flaws"]


@pytest.mark.measured
@pytest.mark.parametrize(
    ("link", "what", "remedy"),
    [
        ("#path=ann,bobb", "'bobb' names no actor.", "Did you mean 'bob'?"),
        ("#avoid=fund", "'fund' is not a relation type.", "Did you mean 'funds'?"),
        ("#avoids=funds", "'avoids' is not a field of a page link.", "Did you mean 'avoid'?"),
        ("#avoid_kind=persn", "'persn' is not a kind.", "Did you mean 'person'?"),
        ("#view=tables", "'tables' is not a view.", "Did you mean 'table'?"),
        ("#certain=perhaps", "'perhaps' is not yes or no.", "There are: yes, no."),
        ("#whole", "'whole' has no value.", "Write whole=..."),
        (
            "#path=ann",
            "a path leads through 2 to 10 actors, not 1.",
            "Write path=FROM,TO.",
        ),
        ("#size_by=betweeness", "'betweeness' is not a measure.", "Did you mean 'betweenness'?"),
    ],
)
def test_a_value_without_a_meaning_is_a_problem_with_the_nearest_that_has_one(link, what, remedy):
    assert (what, remedy) in [problem[1:] for problem in list_problems(link)]


def test_a_problem_names_the_part_that_it_is_in():
    assert list_problems("#at=2022&path=ann,bop&avoid=funds")[0][0] == "path=ann,bop"


def test_a_type_need_only_be_declared_and_a_kind_only_be_in_use():
    used = LinkVocabulary(network("ann funds bob"))
    assert read_link("#avoid=attacks", used)[1] == []
    assert read_link("#avoid_kind=asset", used)[1] == []


def test_what_the_filters_leave_out_is_taken_out_with_a_warning():
    link, problems = read_link(
        "#avoid_actor=ann,cid", LinkVocabulary(TINY.network.avoid_actor("cid"))
    )
    assert link.hash == "#avoid_actor=ann"
    assert [(problem.severity, problem.rule) for _, problem in problems] == [
        ("warning", "left-out")
    ]


def test_a_relation_is_named_by_its_id():
    first = TINY.network.relation_rows[0]
    assert read_link(f"#relation={first.id}", TINY)[0].hash == f"#relation={first.id}"
    gone = LinkVocabulary(TINY.network.avoid("funds"))
    assert read_link(f"#relation={first.id}", gone)[1][0][1].rule == "left-out"


PARTS = ["#", "&", "=", ",", "%", "%2C", "%zz", "actor", "path", "avoid", "at", "2022", "ally"]
PARTS += [
    "ann",
    "bob",
    "\0",
    "\ud800",
    "😀",
    "ego",
    "3",
    "path_number",
    "from",
    "to",
    "min_confidence",
    ".5",
]


@given(st.lists(st.sampled_from(PARTS), max_size=14).map("".join))
def test_any_text_is_read_and_what_it_means_reads_the_same_again(text):
    link, _ = read_link(text, TINY)
    again, problems = read_link(link.hash, TINY)
    assert again == link
    assert all("has no effect without" in problem.what for _, problem in problems)

"""pandas frames in and out."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_network import folder, network, of_rows

import graph
from graph.data.cell_text import to_cell

ACTORS = pd.DataFrame({"id": ["a", "b"], "name": ["Ann", "Bob"], "kind": ["person", "person"]})
RELATIONS = pd.DataFrame({"source": ["a"], "target": ["b"], "type": ["funds"]})


def back(net):
    types = pd.DataFrame(
        [
            {
                "type": known.name,
                "sign": known.sign,
                "mutual": "yes" if known.mutual else "no",
                "influence": "yes" if known.influence else "no",
                "label": known.label,
                "inverse": known.inverse,
            }
            for known in net.types.values()
        ]
    )
    return graph.Network.from_frames(net.actors, net.relations, sources=net.sources, types=types)


def same(one, other):
    return (
        one.actor_rows == other.actor_rows
        and one.relation_rows == other.relation_rows
        and one.source_rows == other.source_rows
        and dict(one.types) == dict(other.types)
    )


def test_the_belarus_case_comes_back():
    net = graph.load_example()
    assert any(relation.grade for relation in net.relation_rows)
    assert same(back(net), net)
    pd.testing.assert_frame_equal(back(net).relations, net.relations)


def test_a_filtered_network_comes_back_as_what_the_filter_kept():
    net = graph.load_example().avoid_actor("belarus").at("2022", certain=True)
    again = back(net).at("2022", certain=True)
    assert (again.actor_rows, again.relation_rows) == (net.actor_rows, net.relation_rows)


TEXT = st.text(st.characters(exclude_characters="\0"), max_size=5)
ROW = st.fixed_dictionaries(
    {"source": st.sampled_from("AB"), "target": st.sampled_from("ABC"), "type": st.just("funds")},
    optional={
        "start": st.sampled_from(["", "2020", "2020-05"]),
        "weight": st.sampled_from(["", "2", "0.1", "1e-7", "1e22"]),
        "confidence": st.sampled_from(["", "0", "1", "0.8", "B2", "b2", "F6", "A1"]),
        "stance": st.sampled_from(["", "asserts", "disputes"]),
        "reference": st.sampled_from(["", "x|y", "https://example.org/"]),
        "note": TEXT,
        "mood": TEXT.map(str.strip),
        "grade": st.sampled_from(["", "B2", "good"]),
    },
)


@pytest.mark.slow
@given(st.lists(ROW.map(lambda row: {k: v.strip() for k, v in row.items()}), max_size=5))
def test_any_network_comes_back(rows):
    people = [{"id": i, "name": i * 2, "kind": "person", "height": "2.0"} for i in "ABC"]
    net = of_rows(people, rows)
    if "grade" not in net.columns.relations.columns:
        assert same(back(net), net)


def test_columns_and_what_they_hold(tmp_path):
    net = graph.load(
        folder(
            tmp_path,
            relations="source,target,type,confidence,mood\nAnn,b,funds,B2,good\na,b,ally,,\n",
        )
    )
    frame = net.relations
    assert list(frame.columns) == [
        "source", "target", "type", "start", "end", "weight", "confidence", "stance",
        "claimant", "basis", "reference", "note", "id", "mood", "grade",
    ]  # fmt: skip
    assert frame["source"].tolist() == ["a", "a"]
    assert frame["weight"].tolist() == [1.0, 1.0]
    assert frame["confidence"].fillna(-1).tolist() == [0.8, -1]
    assert frame["grade"].tolist() == ["B2", ""]
    assert frame["stance"].tolist() == ["asserts", "asserts"]
    assert frame["mood"].tolist() == ["good", ""]
    assert frame["id"].tolist() == [relation.id for relation in net.relation_rows]
    assert list(net.actors.columns) == [
        "id", "name", "kind", "aliases", "description", "start", "end", "reference",
    ]  # fmt: skip
    assert net.sources.empty


def test_a_files_own_column_named_grade_is_left_alone(tmp_path):
    relations = "source,target,type,confidence,grade\na,b,funds,B2,excellent\n"
    net = graph.load(folder(tmp_path, relations=relations))
    assert net.relations["grade"].tolist() == ["excellent"]
    assert back(net).relation_rows[0].attributes == {"grade": "excellent"}


def test_empty_networks_have_empty_frames():
    net = network()
    assert (len(net.actors), len(net.relations), len(net.sources)) == (0, 0, 0)
    assert same(back(net), net)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""), (float("nan"), ""), (pd.NA, ""), (pd.NaT, ""), (np.float64("nan"), ""),
        ("", ""), (" NA ", "NA"), ("nan", "nan"), ("None", "None"), ("<NA>", "<NA>"),
        (True, "True"), (np.bool_(1), "True"),
        (2022, "2022"), (2022.0, "2022"), (np.float32(2022), "2022"), (np.int64(7), "7"),
        (0.5, "0.5"), (np.float32(0.5), "0.5"), (1e22, "10000000000000000000000"),
        (float("inf"), "inf"),
        (dt.date(2022, 8, 8), "2022-08-08"), (pd.Timestamp("2022-08-08"), "2022-08-08"),
        (pd.Timestamp("2022-08-08 10:00"), "2022-08-08T10:00:00"),
        (["x", None, 2.0], "x||2"), (("x", "y"), "x|y"), ({"y", "x"}, "x|y"),
        (np.array(["x", "y"]), "x|y"), (np.array([]), ""),
    ],
)  # fmt: skip
def test_values_become_what_a_cell_would_hold(value, text):
    assert to_cell(value) == text


def test_missing_values_of_every_kind_are_empty_cells():
    actors = ACTORS.assign(
        description=pd.array([pd.NA, "x"], dtype="string"),
        start=[pd.Timestamp("2022-08-08"), pd.NaT],
        end=[float("nan"), 2022.0],
        reference=[None, "x"],
    )
    ann, bob = graph.Network.from_frames(actors, RELATIONS).actor_rows
    assert (ann.description, ann.start, ann.end, ann.references) == ("", "2022-08-08", "", ())
    assert (bob.description, bob.start, bob.end, bob.references) == ("x", "", "2022", ("x",))


def test_lists_of_aliases_may_be_lists():
    actors = ACTORS.assign(aliases=[["Annie", "Anne"], []])
    net = graph.Network.from_frames(actors, RELATIONS)
    assert net.actor_rows[0].aliases == ("Annie", "Anne")


def lines(actors, relations):
    with pytest.raises(graph.DataError) as caught:
        graph.Network.from_frames(actors, relations)
    return str(caught.value).splitlines()


def test_problems_count_rows_from_one():
    assert lines(ACTORS, RELATIONS.assign(weight=[-1])) == [
        "relations frame:1: weight: '-1' is below 0. A weight is a strength."
    ]


def test_a_column_named_twice():
    twice = pd.concat([ACTORS, ACTORS[["name"]]], axis=1)
    assert lines(twice, RELATIONS) == [
        "actors frame:1: name: is named twice. Rename one of the two columns."
    ]


def test_frames_without_columns_are_no_data():
    assert lines(pd.DataFrame(), RELATIONS)[0] == (
        "actors frame:1: name: this column is missing. Required: name."
    )
    assert lines(ACTORS, pd.DataFrame())[0] == (
        "relations frame:1: source: this column is missing. Required: source, target."
    )


def test_text_that_is_no_unicode_is_taken_as_it_is():
    lone = pd.Series(["\ud800"], dtype=object)
    net = graph.Network.from_frames(ACTORS, RELATIONS.assign(reference=lone))
    assert net.relation_rows[0].references == ("\ud800",)
    assert net.relations["reference"].tolist() == ["\ud800"]


def test_the_frames_given_are_not_changed():
    actors, relations = ACTORS.copy(), RELATIONS.copy()
    graph.Network.from_frames(actors, relations)
    pd.testing.assert_frame_equal(actors, ACTORS)
    pd.testing.assert_frame_equal(relations, RELATIONS)


def test_a_frame_handed_out_is_the_callers_own():
    net = graph.Network.from_frames(ACTORS, RELATIONS)
    mine = net.relations
    mine["type"] = "changed"
    mine.loc[mine.index[0], "note"] = "changed"
    assert "changed" not in net.relations.to_string()

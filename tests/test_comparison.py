"""Two versions of the data: what is the same, what was added, removed, changed; both in one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from labels import say, say_each
from tiny_network import folder, network, of_rows

import graph
from explorer.report.answer_html import render_html


def rows(*lines, **own):
    """Return a Network of people named in relations, `own` giving columns of actors by id."""
    net = network(*lines, actors="A B C")
    if not own:
        return net
    people = [
        {"id": actor.id, "name": actor.name, "kind": actor.kind, **own.get(actor.id, {})}
        for actor in net.actor_rows
    ]
    return of_rows(people, [_row(line) for line in lines])


def _row(line):
    source, kind, target, *more = line.split()
    return {"source": source, "type": kind, "target": target, **dict(m.split("=") for m in more)}


def told(comparison):
    """Return what differs among relations, in short."""
    changed = comparison.changed_relations
    return {
        "added": [each.relation.sentence for each in comparison.added_relations],
        "removed": [each.relation.sentence for each in comparison.removed_relations],
        "changed": [f"{each.after.sentence}: {each.sentence}" for each in changed],
    }


TYPES = "type,sign,mutual,influence,label,inverse\nowes,-,no,yes,owes,is owed by\n"
NOTHING = {"added": [], "removed": [], "changed": []}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(["A funds B"], ["A funds B"], NOTHING, id="the same"),
        pytest.param(
            ["A funds B", "B ally C"], ["B ally C", "A funds B"], NOTHING, id="other rows"
        ),
        pytest.param(["A ally B"], ["B ally A"], NOTHING, id="a mutual one turned round"),
        pytest.param(
            ["A funds B weight=1.0 reference=s|t"],
            ["A funds B reference=t|s|s stance=asserts"],
            NOTHING,
            id="other spellings",
        ),
        pytest.param(["A funds B"], ["A funds B id=r1"], NOTHING, id="ids given later"),
        pytest.param(
            ["A funds B weight=1"],
            ["A funds B weight=2"],
            NOTHING | {"changed": ["A [funds] B: weight: 2, was 1"]},
            id="a weight",
        ),
        pytest.param(
            ["A funds B start=2020 reference=s"],
            ["A funds B start=2020 reference=t confidence=b2"],
            NOTHING
            | {
                "changed": [
                    "A [funds] B (from 2020): confidence: B2, was blank; reference: t, was s"
                ]
            },
            id="a source and a grade",
        ),
        pytest.param(
            ["A funds B start=2020 reference=s"],
            ["A funds B start=2020 end=2022 reference=s"],
            NOTHING | {"changed": ["A [funds!] B (2020 to 2022): end: 2022, was blank"]},
            id="an end",
        ),
        pytest.param(
            ["A funds B start=2020 reference=s"],
            ["A funds B start=2020 reference=s stance=disputes"],
            NOTHING
            | {"changed": ["A [funds] B (from 2020), disputed: stance: disputes, was asserts"]},
            id="a stance",
        ),
        pytest.param(
            ["A funds B start=2020 reference=s"],
            ["A funds B start=2023 reference=t"],
            {
                "added": ["A [funds] B (from 2023)"],
                "removed": ["A [funds] B (from 2020)"],
                "changed": [],
            },
            id="another claim of the same type and pair",
        ),
        pytest.param(
            ["A funds B"],
            ["A supports B", "B funds A"],
            {"added": ["A [supports] B", "B [funds] A"], "removed": ["A [funds] B"], "changed": []},
            id="another type, another direction",
        ),
        pytest.param(
            ["A funds B id=r1"],
            ["A funds C id=r1"],
            {"added": ["A [funds] C"], "removed": ["A [funds] B"], "changed": []},
            id="an id used again",
        ),
        pytest.param(
            ["A funds B id=r1 weight=1", "A funds B id=r2 weight=2"],
            ["A funds B id=r1 weight=2", "A funds B id=r2 weight=1"],
            NOTHING
            | {"changed": ["A [funds] B: weight: 2, was 1", "A [funds] B: weight: 1, was 2"]},
            id="a given id decides",
        ),
    ],
)
def test_relations(before, after, expected):
    assert told(graph.compare(rows(*before), rows(*after))) == say_each(expected)


def test_parallel_relations_are_kept_apart():
    before = ["A funds B start=2020 reference=s", "A funds B start=2021 reference=s"]
    after = ["A funds B start=2021 reference=s weight=3", "A funds B start=2020 reference=s"]
    assert told(graph.compare(rows(*before), rows(*after))) == NOTHING | {
        "changed": [say("A [funds] B (from 2021): weight: 3, was 1")]
    }


def test_where_several_might_be_meant_none_is_guessed():
    before = ["A funds B start=2020 reference=s", "A funds B start=2020 reference=t"]
    after = ["A funds B start=2020 reference=u"]
    claim = say("A [funds] B (from 2020)")
    assert told(graph.compare(rows(*before), rows(*after))) == {
        "added": [claim],
        "removed": [claim, claim],
        "changed": [],
    }


def test_rows_that_say_the_same_are_counted():
    comparison = graph.compare(rows(*["A funds B"] * 3), rows(*["A funds B"] * 2))
    assert len(comparison.removed_relations) == 1
    assert comparison.added_relations == comparison.changed_relations == ()


def test_the_one_of_two_alike_that_was_removed_is_the_one_that_is_missing():
    before = ["A funds B note=one", "A funds B note=two"]
    comparison = graph.compare(rows(*before), rows("A funds B note=two"))
    assert [each.relation.note for each in comparison.removed_relations] == ["one"]
    assert comparison.changed_relations == ()


def test_actors_are_the_same_by_id():
    before = rows("A funds B", A={"name": "Ann", "aliases": "Anna|Anne", "party": "Greens"})
    after = rows("A funds B", A={"name": "Anya", "kind": "state", "aliases": "Anne|Anna"})
    found = graph.compare(before, after)
    assert [each.sentence for each in found.changed_actors] == [
        "name: Anya, was Ann; kind: state, was person; party: blank, was Greens"
    ]
    assert (found.changed_actors[0].before.name, found.changed_actors[0].after.name) == (
        "Ann",
        "Anya",
    )
    assert told(found) == NOTHING, "a relation names its ends by id"
    other = graph.compare(rows("A funds B").avoid_actor("C"), rows("A funds B").avoid_actor("A"))
    assert [actor.id for actor in other.added_actors] == ["C"]
    assert [actor.id for actor in other.removed_actors] == ["A"]


def test_filters_choose_what_is_compared():
    net = rows("A funds B start=2020 end=2021", "B ally C start=2022")
    assert told(graph.compare(net.at("2021"), net.at("2022"))) == {
        "added": [say("B [ally] C (from 2022), end not known")],
        "removed": [say("A [funds!] B (2020 to 2021)")],
        "changed": [],
    }


def test_whether_it_is_contested_is_said_of_its_own_version():
    before = rows("A funds B", "A funds B stance=disputes")
    found = graph.compare(before, rows("A funds C"))
    assert [each.standing for each in found.removed_relations] == ["contested", "contested"]
    assert found.added_relations[0].standing == "stands"


def test_the_answer_is_data_and_a_table():
    before = rows("A funds B weight=1", "B ally C id=r1", A={"name": "Ann"})
    after = rows("A funds B weight=2", "C leads A id=r2", A={"name": "Anya"})
    found = graph.compare(before, after.avoid_actor("C"))
    assert str(found) == (
        "Actors: 0 added, 1 removed, 1 changed. Relations: 0 added, 1 removed, 1 changed."
    )
    data = found.to_dict()
    assert data["actors"] == {
        "added": [],
        "removed": ["C"],
        "changed": [
            {"actor": "A", "fields": [{"field": "name", "before": "Ann", "after": "Anya"}]}
        ],
    }
    assert data["relations"]["removed"] == [{"relation": "r1", "sentence": say("B [ally] C")}]
    assert data["relations"]["changed"][0]["fields"] == [
        {"field": "weight", "before": "1", "after": "2"}
    ]
    frame = found.frame
    assert frame["change"].tolist() == ["removed", "changed", "removed", "changed"]
    assert frame["sentence"].tolist() == ["C", "Anya", say("B [ally] C"), say("Anya [funds] B")]
    html = render_html(graph.compare(before, rows("A funds B", A={"name": "<b>"})))
    assert "&lt;b&gt;" in html
    assert "<b>" not in html


def test_nothing_differs():
    found = graph.compare(rows("A funds B"), rows("A funds B"))
    assert not found.differs
    assert str(found) == "Nothing differs."
    assert found.frame.empty


def test_both_in_one_have_every_row_with_its_change_where_it_stood():
    before = rows("A funds B", "A leads B", "B ally C", "C funds A weight=1", "C leads C")
    after = rows("C leads C", "A funds B", "C funds A weight=2", "C opposes A")
    found = graph.compare(before, after).union
    sentences = [relation.sentence for relation in found.network.relation_rows]
    assert list(zip(sentences, found.relation_changes, strict=True)) == say_each(
        [
            ("C [leads] C", "same"),
            ("A [funds] B", "same"),
            ("A [leads] B", "removed"),
            ("B [ally] C", "removed"),
            ("C [funds] A", "changed"),
            ("C [opposes] A", "added"),
        ]
    )
    assert found.network.relation_rows[4].weight == 2
    people = graph.compare(before.avoid_actor("B"), after.avoid_actor("A")).union
    assert [actor.id for actor in people.network.actor_rows] == ["A", "B", "C"]
    assert people.actor_changes == ("removed", "added", "same")


def test_an_id_used_again_names_the_later_relation():
    net = graph.compare(rows("A funds B id=r1"), rows("A funds C id=r1")).union.network
    assert [relation.id for relation in net.relation_rows] == ["r1 (removed)", "r1"]


def test_sources_and_types_of_both_are_known(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one = graph.load(folder(tmp_path / "a", relations="source,target,type,reference\na,b,owes,s\n",
                            types=TYPES, sources="id,title\ns,S\n"))  # fmt: skip
    other = graph.load(folder(tmp_path / "b", sources="id,title\nt,T\n"))
    found = graph.compare(one, other).union.network
    assert [source.id for source in found.source_rows] == ["s", "t"]
    assert found.types["owes"].sign == "-"
    assert found.relation_rows[0].references == one.relation_rows[0].references
    assert found.files == (*one.files, *other.files)


lines = st.lists(
    st.builds(
        "{} {} {} start={} reference={} weight={}".format,
        st.sampled_from("AB"),
        st.sampled_from(["funds", "ally"]),
        st.sampled_from("BC"),
        st.sampled_from(["2020", "2021"]),
        st.sampled_from(["s", "t"]),
        st.sampled_from("12"),
    ),
    max_size=6,
)


@given(lines, lines)
def test_what_is_removed_and_added_accounts_for_every_row(before, after):
    one, other = rows(*before), rows(*after)
    found = graph.compare(one, other)
    removed, added = len(found.removed_relations), len(found.added_relations)
    assert len(before) - removed == len(after) - added >= len(found.changed_relations)
    back = graph.compare(other, one)
    assert (len(back.added_relations), len(back.removed_relations)) == (removed, added)
    for change in found.changed_relations:
        assert change.fields
        assert change.before.type == change.after.type
    both = found.union
    assert len(both.network.relation_rows) == len(after) + removed
    ids = [relation.id for relation in both.network.relation_rows]
    assert len(set(ids)) == len(ids)
    marked = zip(both.network.relation_rows, both.relation_changes, strict=True)
    later = [relation.sentence for relation, change in marked if change != "removed"]
    assert later == [relation.sentence for relation in other.relation_rows]
    assert not graph.compare(one, one).differs

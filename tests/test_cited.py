"""What an id cites, other than a path: a relation or a source, as it is today."""

import json

import pytest
from terminal import folder, run

ACTORS = "id,name\na,Ann\nb,Bank\nc,Cafe\n"
RELATIONS = (
    "id,source,target,type,stance,confidence,reference\n"
    "r1,a,b,funds,,0.5,s1|s2\n"
    "r2,a,b,funds,disputes,,s2\n"
    "r3,b,a,ally,,,s1\n"
    "r4,b,c,ally,,,s2\n"
)
SOURCES = "id,title\ns1,First\ns2,Second\nr4,Third\nsource-1,Fourth\n"


@pytest.fixture
def data(tmp_path):
    return folder(tmp_path, ACTORS, RELATIONS, SOURCES)


def test_a_relation_is_found_with_what_is_said_beside_it(data):
    assert run("cite", "r1", data=data).stdout == (
        "This relation is in the data; what it says is contested.\n\n"
        'funds  Ann funds Bank, contested: asserted by "First" and "Second", disputed by "Second", '
        "confidence 0.5, 2 independent voices [1] [2]\n\n"
        "Between the same two actors\n"
        "funds  Ann funds Bank, disputed [2]\n"
        "ally   Bank is allied with Ann [1]\n\n"
        "Cite as r1\n\nSources\n[1] First.\n[2] Second.\n"
    )


def test_filters_may_leave_it_out(data):
    answer = run("cite", "r3", "--only", "funds", data=data).stdout
    assert answer.startswith("The filters leave this relation out.\n\nally   Bank is allied with")
    rows = run("cite", "r3", "--only", "funds", "--format", "csv", data=data).stdout.splitlines()
    assert [row.split(",")[1:3] for row in rows] == [
        ["relation", "state"],
        ["r3", "left out"],
        ["r1", "beside it"],
        ["r2", "beside it"],
    ]


def test_what_changed_since_is_said_where_it_is_known(data, tmp_path):
    card = tmp_path / "card.json"
    card.write_text(run("path", "a", "b", "--format", "json", data=data).stdout)
    asked = ("cite", "r1", "--card", str(card))
    assert "It says what it said." in run(*asked, data=data).stdout
    (tmp_path / "relations.csv").write_text(RELATIONS.replace("0.5,s1|s2", "0.9,s1"))
    answer = run(*asked, data=data).stdout
    assert "confidence was 0.5, is 0.9; no longer cites s2." in answer


def test_the_relations_of_a_source_are_listed(data):
    answer = run("cite", "s1", data=data).stdout
    assert answer.startswith("First.\n2 relations rest on it, 1 of them on it alone;")
    rows = run("cite", "s1", "--format", "csv", data=data).stdout.splitlines()
    assert rows[1].startswith("s1,r3,rests on it alone,")
    assert rows[2].startswith("s1,r1,rests on it,")


def test_several_are_data_in_their_order(data):
    answer = run("cite", "s2", "r3", "path:r1", "--format", "json", data=data).stdout
    one, two, three = json.loads(answer)["cited"]
    assert (one["source"], two["relation"], three["id_today"]) == ("s2", "r3", "path:r1,r2,~r3")


def test_as_markdown(data):
    answer = run("cite", "r3", "--format", "markdown", data=data).stdout
    assert answer.startswith("This relation is in the data.\n\n- *ally*: Bank is allied with Ann")
    assert "\n\nCite as `r3`\n\n[^1]: First." in answer


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("r4", "'r4' is the id of a relation and of a source. Rename one of them."),
        ("source-11", "'source-11' is not the id of a path, a relation or a source of"),
        ("r0123456789", "If it was that of a relation, this is gone, or its ends, type or stance"),
        ("Ann", "explore path prints the ids of paths, --format json those of relations;"),
        ("x" * 1_000, "is not the id of a path"),
    ],
)
def test_what_cites_nothing_is_an_error(data, asked, message):
    answer = run("cite", asked, data=data)
    assert answer.exit_code == 2
    assert message in " ".join(answer.stderr.split())

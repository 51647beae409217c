"""What is private or redacted is gone from a Network, and everything is as if it had never been."""

import pytest
from tiny_network import folder, problems

import graph
from graph.saved.story_mentions import find_story_mentions
from graph.sharing.mentions import find_mentions, find_name
from graph.sharing.privacy import list_removable_columns
from graph.sharing.withheld_names import WithheldNames

# Ivo is private; so are a relation of Ann's and a source. `memo` is cited by Ivo's row alone.
ACTORS = """\
id,name,kind,aliases,description,reference,phone,private
a,Ann,person,Annie,Mayor,paper,111,no
b,Bob,person,,,paper|letter,222,
i,Ivo,person,Informant K,Sees Ann,memo,333,yes
"""
RELATIONS = """\
source,target,type,start,reference,note,channel,private
a,b,funds,2020,paper|letter,By cheque,bank,
Ivo,a,watches,2021,memo,At night,street,no
b,a,ally,,letter,Met Ivo,,
a,b,hosts,2022,paper,Secretly,,yes
"""
SOURCES = """\
id,title,author,private,shelf
paper,The paper,Bo,,A
letter,A letter,Ek,yes,B
memo,A memo,Ivo,,C
spare,Unused,,,D
"""
TYPES = "type,sign,mutual,influence,label,inverse\nwatches,0,no,yes,watches,is watched by\n"


@pytest.fixture
def net(tmp_path):
    files = {"actors": ACTORS, "relations": RELATIONS, "sources": SOURCES, "types": TYPES}
    return graph.load(folder(tmp_path, **files))


def ids(rows):
    return [row.id for row in rows]


def test_private_rows_and_all_that_hangs_on_them_are_gone(net):
    left = net.public()
    assert ids(left.actor_rows) == ["a", "b"]
    assert [(r.source.id, r.type.name) for r in left.relation_rows] == [
        ("a", "funds"),
        ("b", "ally"),
    ]
    assert ids(left.source_rows) == ["paper", "spare"]
    assert [ids(r.references) for r in left.relation_rows] == [["paper"], []]
    assert [ids(actor.references) for actor in left.actor_rows] == [["paper"], ["paper"]]
    assert "watches" not in left.types
    assert str(left.withheld) == "1 actor, 2 relations and 2 sources"
    assert all("private" not in row.attributes for row in (*left.actor_rows, *left.relation_rows))
    with pytest.raises(graph.ActorNotFound):
        left.resolve("Informant K")
    assert net.resolve("Informant K").id == "i"
    assert bool(net.withheld) is False
    assert left.public().withheld == left.withheld


def test_filters_asked_before_hold_after(net):
    left = net.avoid("ally").avoid_actor("b").public()
    assert (ids(left.actor_rows), left.relation_rows) == (["a"], ())
    assert left.withheld == net.public().withheld
    assert [r.type.name for r in net.only("ally").public().relation_rows] == ["ally"]


def test_where_nothing_is_marked_nothing_changes(tmp_path):
    plain = graph.load_example()
    assert plain.public() is plain
    unmarked = graph.load(
        folder(tmp_path, actors="id,name,kind,private\na,A,person,no\nb,B,person,\n")
    )
    assert not unmarked.public().withheld
    assert unmarked.public().actor_rows[0].attributes == {}


def test_columns_are_left_out_of_every_table_or_of_one(net):
    left = net.redact("phone", "note", ["relations.start", "author"])
    assert left.withheld.columns == (
        "actors.phone",
        "relations.note",
        "relations.start",
        "sources.author",
    )
    assert [dict(actor.attributes) for actor in left.actor_rows] == [
        {"private": "no"}, {"private": ""}, {"private": "yes"},
    ]  # fmt: skip
    assert {(r.note, r.start) for r in left.relation_rows} == {("", "")}
    assert left.at("1900", certain=True).relation_rows == ()
    assert {source.author for source in left.source_rows} == {""}
    assert len(left.relation_rows) == 4
    assert left.actors.columns.tolist()[-1] == "private"


def test_a_source_that_nothing_cites_any_more_goes_with_the_column(net):
    left = net.redact("reference")
    assert ids(left.source_rows) == ["spare"]
    assert left.withheld.sources == 3
    assert ids(net.redact("relations.reference").source_rows) == [
        "paper",
        "letter",
        "memo",
        "spare",
    ]


def test_made_ids_say_nothing_of_what_is_withheld(net, tmp_path):
    less = (
        RELATIONS.replace(",start", "")
        .replace(",2020", "")
        .replace(",2021", "")
        .replace(",2022", "")
        .replace("b,a,ally,,", "b,a,ally,")
    )
    never = tmp_path / "never"
    never.mkdir()
    files = {"actors": ACTORS, "relations": less, "sources": SOURCES, "types": TYPES}
    other = graph.load(folder(never, **files))
    assert ids(net.redact("start").relation_rows) == ids(other.relation_rows)
    former = [list(each.columns.former_relation_ids) for each in (net.redact("start"), other, net)]
    assert former[0] == former[1] != former[2]


REFUSED = {
    "name": "'name' cannot be left out: every row of actors.csv needs it. Mark rows as private",
    "id": "'id' cannot be left out: every row of actors.csv needs it.",
    "relations.target": "'target' cannot be left out: every row of relations.csv needs it.",
    "stance": "'stance' cannot be left out: what a row disputes would read as asserted.",
    "private": "'private' cannot be left out: it says which rows are withheld.",
    "sources.private": "'private' cannot be left out: it says which rows are withheld.",
    "fone": "no file has a column 'fone'. Did you mean 'phone'?",
    "actors.channel": "no file has a column 'actors.channel'.",
    "zzzz": "no file has a column 'zzzz'. There are: aliases, description, reference, phone,",
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_left_out_is_refused_with_a_reason(net, name):
    with pytest.raises(graph.QuestionError) as error:
        net.redact(name)
    assert str(error.value).startswith(f"redact: {REFUSED[name]}")


def test_a_known_column_that_the_files_lack_is_no_harm(net):
    assert not net.redact("confidence", "archive_url").withheld
    assert list_removable_columns(net.columns)[:4] == [
        "aliases",
        "description",
        "reference",
        "phone",
    ]


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"actors": "id,name,kind,private\na,A,person,maybe\nb,B,person,\n"},
         "actors.csv:2: private: 'maybe' is not allowed here. Write yes or no."),
        ({"relations": "source,target,type,private\na,b,ally,Yes\n"},
         "relations.csv:2: private: 'Yes' is not allowed here. Write yes or no."),
        ({"sources": "id,private\ns,1\n"}, "sources.csv:2: private: '1' is not allowed here."),
        *[({"actors": f"id,name,kind,{name}\na,A,person,yes\nb,B,person,\n"},
           f"actors.csv:1: {name}: does not keep any row out of a page. Call it 'private'.")
          for name in ("private?", "pr\u0456vate", "\uff50\uff52\uff49\uff56\uff41\uff54\uff45")],
        ({"types": TYPES.replace("inverse", "inverse,private").replace("by\n", "by,yes\n")},
         "types.csv:1: private: a type cannot be private. Mark its relations in relations.csv."),
        ({"actors": "id,name,kind,privat\na,A,person,yes\nb,B,person,\n"},
         "actors.csv:1: privat: is not a known column. It is read as an attribute. Did you mean"),
    ],
)  # fmt: skip
def test_a_mark_that_would_hide_nobody_is_told(tmp_path, files, told):
    assert any(line.startswith(told) for line in problems(tmp_path, **files))


def test_texts_that_still_name_whoever_is_withheld_are_found(net):
    left = net.public().columns
    told = [
        f"{each.file}:{each.line}: {each.column}: {each.what}"
        for each in find_mentions(net.columns, left)
    ]
    assert told == ["relations.csv:4: note: still names 'Ivo', who is withheld."]
    names = WithheldNames(net.columns, left)
    assert find_name(names, "About INFORMANT K and Ann") == "INFORMANT K"
    assert find_name(names, "About Ivory and Ann") == ""
    assert find_mentions(net.columns, net.redact("note").public().columns) == []


def test_lines_of_a_story_that_name_whoever_is_withheld_are_found(net):
    left = net.public().columns
    told = find_story_mentions(net.columns, left, "story.md", "# Ann\r\n\rIvo and Ann\n")
    assert [(each.line, each.what) for each in told] == [(3, "still names 'Ivo', who is withheld.")]
    assert find_story_mentions(net.columns, net.columns, "story.md", "Ivo") == []


def test_columns_of_types_csv_cannot_be_left_out(net):
    with pytest.raises(graph.QuestionError, match="no file has a column 'types"):
        net.redact("types.sign")

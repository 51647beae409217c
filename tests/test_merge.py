"""Two people's folders become one: nothing is lost, and nobody is another in silence."""

import json
from functools import partial

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from importing import read_merged
from tiny_network import folder, of_rows

import graph
from explorer.cli import explore
from graph.merging.merged import merge_networks

PERSON = {"kind": "person"}


def person(actor, name, **cells):
    return {"id": actor, "name": name, **PERSON, **cells}


def tie(source, target, kind="funds", **cells):
    return {"source": source, "target": target, "type": kind, **cells}


def merge(first, second, **options):
    """Merge two networks, given as actors and relations; return the network and the report."""
    merged = merge_networks(
        *(of_rows(*rows) for rows in (first, second)), ("anna", "bo"), **options
    )
    return merged, merged.report


@pytest.fixture
def read(tmp_path):
    return partial(read_merged, tmp_path)


def test_the_same_actor_by_id_by_name_and_by_alias_is_one(read):
    first = [person("a", "Ann Ek"), person("b", "Bo Lind"), person("c", "Cy Young")]
    second = [
        person("a", "Ann Ek"),
        person("x", "Lind, Bo"),
        person("y", "Ceeye", aliases="Cy Young"),
        person("d", "Dee Dahl"),
    ]
    merged, report = merge((first, [tie("a", "b")]), (second, [tie("x", "d"), tie("y", "a")]))
    net = read(merged)
    assert [each.id for each in net.actor_rows] == ["a", "b", "c", "d"]
    assert [(each.first, each.second, each.how) for each in report.matches] == [
        ("Ann Ek", "Ann Ek", "id"), ("Bo Lind", "Lind, Bo", "name"), ("Cy Young", "Ceeye", "alias"),
    ]  # fmt: skip
    assert net.actor_rows[1].aliases == ("Lind, Bo",)
    assert net.actor_rows[2].aliases == ("Ceeye",)
    assert [(r.source.id, r.target.id) for r in net.relation_rows] == [
        ("a", "b"), ("b", "d"), ("c", "a"),
    ]  # fmt: skip
    assert (report.questions, report.conflicts) == ((), ())


@pytest.mark.parametrize(
    ("one", "two", "reason"),
    [
        (person("a", "Paul Huber"), person("b", "Paul Hubers"), "the names are nearly alike"),
        (person("a", "Georgia"), {"id": "b", "name": "Georgia", "kind": "state"},
         "one is of the kind person, the other state"),
        (person("a", "Ann Ek", start="1960"), person("b", "Ann Ek", start="1990"),
         "one began 1960, the other 1990"),
        (person("1", "Ann Ek"), person("1", "Bo Lind"),
         "both have the id 1, and no name in common"),
    ],
)  # fmt: skip
def test_who_is_only_near_is_asked_and_stays_two(read, one, two, reason):
    merged, report = merge(([one], []), ([two], []))
    assert [each.reason for each in report.questions] == [reason]
    assert len(read(merged).actor_rows) == 2
    asked = {report.questions[0].second_id: report.questions[0].first_id}
    merged, report = merge(([one], []), ([two], []), same=asked)
    assert (len(read(merged).actor_rows), report.questions) == (1, ())


def test_a_name_of_several_is_asked():
    first = [person("a", "Ann Ek"), person("b", "Ann Ek")]
    _, report = merge((first, []), ([person("c", "Ann Ek")], []))
    assert [each.reason for each in report.questions] == ["several actors have this name"] * 2


def test_who_is_apart_stays_apart():
    actors = [person("a", "Ann Ek")]
    merged, report = merge((actors, []), (actors, []), apart=["a"])
    assert merged.files["actors.csv"].splitlines()[1:] == ["a,Ann Ek,person", "a-2,Ann Ek,person"]
    assert report.renamed == (("actors", "a", "a-2"),)


@pytest.mark.parametrize("option", ["same", "apart"])
def test_a_name_of_nobody_is_refused(option):
    given = {"same": {"Ann Eck": "a"}, "apart": ["Ann Eck"]}[option]
    rows = [person("a", "Ann Ek")], []
    with pytest.raises(graph.QuestionError, match=r"'Ann Eck' is nobody.* 'Ann Ek'"):
        merge(rows, rows, **{option: given})


def test_what_differs_stands_beside_the_first_and_is_listed(read):
    first = [person("a", "Ann Ek", start="1960", description="A mayor", party="Red", private="no")]
    second = [person("a", "Ann Ek", start="1960-05", description="Mayor", party="Blue",
                     end="2020", private="yes")]  # fmt: skip
    merged, report = merge((first, []), (second, []))
    (row,) = read(merged).actors.to_dict("records")
    assert (row["start"], row["end"], row["private"]) == ("1960-05", "2020", "yes")
    assert (row["description"], row["description (bo)"]) == ("A mayor", "Mayor")
    assert (row["party"], row["party (bo)"]) == ("Red", "Blue")
    assert [(each.column, each.first, each.second) for each in report.conflicts] == [
        ("description", "A mayor", "Mayor"), ("party", "Red", "Blue"),
    ]  # fmt: skip


COUPLE = [person("a", "Ann Ek"), person("b", "Bo Lind")]


def test_a_claim_that_both_have_is_one_with_the_references_of_both(read):
    first = [tie("a", "b", start="2020", reference="one", claimant="a"), tie("a", "b", "knows")]
    second = [
        tie("a", "b", start="2020", reference="two", claimant="a", stance="asserts"),
        tie("b", "a", "knows"),
        tie("a", "b", start="2021"),
        tie("a", "b", start="2020", stance="disputes", claimant="a"),
    ]
    merged, report = merge((COUPLE, first), (COUPLE, second))
    rows = read(merged).relation_rows
    assert [(r.type.name, r.start, r.stance, r.references) for r in rows] == [
        ("funds", "2020", "asserts", ("one", "two")), ("knows", "", "asserts", ()),
        ("funds", "2021", "asserts", ()), ("funds", "2020", "disputes", ()),
    ]  # fmt: skip
    assert report.shared_relations == 2


def test_a_relation_with_the_same_id_is_joined_or_renamed(read):
    first = [tie("a", "b", id="r1", start="2020"), tie("a", "b", id="r2")]
    second = [tie("a", "b", id="r1", start="2019", note="x"), tie("b", "a", id="r2")]
    merged, report = merge((COUPLE, first), (COUPLE, second))
    rows = read(merged).relation_rows
    assert (rows[0].id, rows[0].start, rows[0].note) == ("r1", "2020", "x")
    assert rows[0].attributes["start (bo)"] == "2019"
    assert [(r.id == "r2", r.source.id) for r in rows[1:]] == [(True, "a"), (False, "b")]
    assert report.renamed == (("relations", "r2", ""),)


def test_sources_are_one_by_address_or_stay_two_under_one_id(read):
    def case(source, **more):
        return of_rows(COUPLE, [tie("a", "b", reference=source["id"], **more)], (), [source])

    first = case({"id": "p", "title": "The paper", "url": "https://example.org/a"})
    same = case({"id": "q", "title": "Paper", "url": "https://example.org/a/"}, start="2020")
    merged = merge_networks(first, same, ("anna", "bo"))
    net = read(merged)
    assert [each.id for each in net.source_rows] == ["p"]
    assert [[s.id for s in r.references] for r in net.relation_rows] == [["p"], ["p"]]
    assert net.source_rows[0].attributes["title (bo)"] == "Paper"
    other = case({"id": "p", "title": "Another", "date": "2001"}, start="2020")
    net = read(merge_networks(first, other))
    assert [each.id for each in net.source_rows] == ["p", "p-2"]
    assert [[s.id for s in r.references] for r in net.relation_rows] == [["p"], ["p-2"]]


def test_a_type_that_means_something_else_gets_another_name(read):
    def case(sign):
        types = [{"type": "owes", "sign": sign, "label": "owes", "inverse": "is owed by"}]
        return of_rows(COUPLE, [tie("a", "b", "owes")], types)

    merged = merge_networks(case("-"), case("+"))
    net = read(merged)
    assert [(r.type.name, r.type.sign) for r in net.relation_rows] == [
        ("owes", "-"),
        ("owes_2", "+"),
    ]
    assert merged.report.renamed == (("types", "owes", "owes_2"),)


def test_a_network_merged_with_itself_is_itself(read, belarus):
    merged = merge_networks(belarus, belarus)
    net = read(merged)
    assert (net.actor_rows, net.relation_rows, net.source_rows) == (
        belarus.actor_rows, belarus.relation_rows, belarus.source_rows,
    )  # fmt: skip
    report = merged.report
    assert (report.questions, report.conflicts, report.renamed) == ((), (), ())


def test_the_parts_of_a_network_make_the_whole(read, belarus):
    one, two = belarus.only("funds", "borders"), belarus.avoid("funds", "borders")
    parts = [
        graph.Network.from_frames(net.actors, net.relations, sources=net.sources)
        for net in (one, two)
    ]
    net = read(merge_networks(*parts))
    assert {r.id for r in net.relation_rows} == {r.id for r in belarus.relation_rows}


NAMES = st.sampled_from(["Ann Ek", "EK, Ann", "Ann Eck", "Bo", "王薇", "", "n7", "A|B", "=1+1"])
ACTORS = st.lists(NAMES.filter(bool), min_size=1, max_size=4)
TIES = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.sampled_from(["", "r1", "r2"]),
                          st.sampled_from(["ally", "funds"]), st.sampled_from(["", "x", "y"])),
                max_size=5)  # fmt: skip


def build(names, ties):
    actors = [person(f"n{number}", name) for number, name in enumerate(names)]
    seen, relations = set(), []
    for source, target, one, kind, note in ties:
        one = "" if one in seen else one  # noqa: PLW2901
        seen.add(one)
        ends = (f"n{end % len(actors)}" for end in (source, target))
        relations.append(tie(*ends, kind, id=one, note=note))
    return actors, relations


@given(first=st.builds(build, ACTORS, TIES), second=st.builds(build, ACTORS, TIES))
def test_nothing_is_lost_of_any_two_networks(tmp_path_factory, first, second):
    merged, report = merge(first, second)
    place = tmp_path_factory.mktemp("merged")
    for name, text in merged.files.items():
        (place / name).write_text(text, encoding="utf-8")
    net = graph.load(place, cache=False)
    spellings = {name for actor in net.actor_rows for name in actor.names}
    for actors, relations in (first, second):
        # bars separate aliases: an alias cannot have one
        assert {row["name"].replace("|", "/") for row in actors} <= {
            name.replace("|", "/") for name in spellings
        }
        assert len(net.relation_rows) >= len(relations)
    assert len(net.actor_rows) == len(first[0]) + len(second[0]) - len(report.matches)
    assert len(net.relation_rows) == (len(first[1]) + len(second[1]) - report.shared_relations)
    assert merge(first, second)[0].files == merged.files


def ask(*words):
    return CliRunner().invoke(explore, [*map(str, words)], prog_name="explore")


@pytest.fixture
def folders(tmp_path):
    places = []
    for name, last in (("anna", "Huber"), ("bo", "Hubers")):
        (tmp_path / name).mkdir()
        actors = f"id,name,kind\n{name},Paul {last},person\nq,Q Quist,person\n"
        relations = f"source,target,type\n{name},q,funds\n"
        places.append(folder(tmp_path / name, actors=actors, relations=relations))
    return places


def test_the_command_writes_a_folder_with_a_report(folders, tmp_path):
    done = ask("merge", *folders, "-o", tmp_path / "ours")
    assert done.exit_code == 0, done.stderr
    assert ": actors.csv, relations.csv, merge.md: 3 actors, 2 relations" in done.stdout
    assert "1 pair of actors may be one, and stay two." in done.stdout
    assert ask("--data", tmp_path / "ours", "check").exit_code == 0
    report = (tmp_path / "ours" / "merge.md").read_text(encoding="utf-8")
    assert "| Paul Hubers (bo) | Paul Huber (anna) | the names are nearly alike |" in report
    again = ask("merge", *folders, "-o", tmp_path / "ours")
    assert (again.exit_code, "already has actors.csv" in again.stderr) == (1, True)
    joined = ask(
        "merge", *folders, "-o", tmp_path / "one", "--merge", "bo=anna", "--format", "json"
    )
    data = json.loads(joined.stdout)
    assert (data["question"], data["actors"], data["questions"]) == ("merge", [2, 2, 2], [])
    assert data["relations"] == [1, 1, 1]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--merge", "x"], "merge: 'x' has no equals sign."),
        (["--merge", "Nobody=anna"], "merge: 'Nobody' is nobody in this folder."),
        (["--apart", "Nobody"], "apart: 'Nobody' is nobody in this folder."),
    ],
)
def test_options_without_meaning_are_refused(folders, tmp_path, words, message):
    done = ask("merge", *folders, "-o", tmp_path / "ours", *words)
    assert (done.exit_code, message in done.stderr) == (2, True), done.stderr
    assert not (tmp_path / "ours").exists()


def test_problems_of_a_folder_are_told_with_its_name(folders, tmp_path):
    (folders[1] / "relations.csv").write_text("source,target,type\nbo,q,funds\nbo,q,fundz\n")
    (folders[1] / "actors.csv").write_text("id,name,kind\nbo,Bo,person\nbo,Q,person\n")
    done = ask("merge", *folders, "-o", tmp_path / "ours")
    assert done.exit_code == 1
    assert "bo/actors.csv:3" in done.stderr.replace("\\", "/")


@pytest.mark.parametrize(("answer", "actors"), [("y\n", 2), ("n\n", 3), ("", 3)])
def test_on_a_terminal_it_asks_who_is_one(folders, tmp_path, monkeypatch, answer, actors):
    monkeypatch.setattr("explorer.cli.ask_names.is_terminal", lambda _: True)
    words = ["merge", *map(str, folders), "-o", str(tmp_path / "ours"), "--ask"]
    done = CliRunner().invoke(explore, words, input=answer)
    assert "Is Paul Hubers (bo) the same as Paul Huber (anna)? [y/N]" in done.stderr
    assert f"{actors} actors" in done.stdout


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (person("smith", "John Smith"), person("smith", "Jane Smith")),
        ({"id": "lee", "name": "Bruce Lee"}, {"id": "lee", "name": "Harper Lee"}),
        (
            {"id": "georgia", "name": "Georgia", "kind": "state"},
            {"id": "georgia", "name": "Peach State", "kind": "place"},
        ),
        (person("x", "Ann Ek", start="1920"), person("x", "Annie Eks", start="1950")),
    ],
)
def test_one_id_is_asked_about_where_the_rest_speaks_against_it(one, two):
    _, report = merge(([one], []), ([two], []))
    assert report.actors == (1, 1, 2)
    assert report.questions[0].reason.startswith(f"both have the id {one['id']}; ")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (person("luka", "Alexander Lukashenko"), person("luka", "Aliaksandr Lukashenka")),
        (person("luka", "A. Lukashenko"), person("luka", "Aleksandr Lukashenka")),
        (
            {"id": "kgb", "name": "KGB", "kind": "institution"},
            {"id": "kgb", "name": "State Security Committee", "kind": "institution"},
        ),
    ],
)
def test_one_id_is_enough_where_nothing_speaks_against_it(one, two):
    _, report = merge(([one], []), ([two], []))
    assert (report.actors, report.matches[0].how) == ((1, 1, 1), "id alone")

"""Who says so: the columns claimant, basis and via, from the files to every way out."""

import json
import re
from pathlib import Path

import networkx as nx
import pytest
from terminal import run
from tiny_network import folder, network, of_rows, problems

import graph
from explorer.page.document import build_network_document
from explorer.report.relations import to_dict
from graph.data.sentences import qualify_sentence
from graph.formats.csv_writer import format_csv_files
from graph.sharing.withheld_claimants import WITHHELD_CLAIMANT

ACTORS = """\
id,name,kind,aliases,private
a,Ann,person,Annie,
b,Bob,person,,
i,Ivo Lund,person,Informant K,yes
"""
RELATIONS = """\
source,target,type,stance,claimant,basis,reference
a,b,funds,,Bob,alleged,tip
b,a,opposes,,,inferred,tip
a,b,hosts,disputes,The mayor,,wire
a,b,supports,,i,,wire
a,b,leads,,informant k,alleged,wire
"""
SOURCES = """\
id,title,publisher,private,via
tip,A tip,,,wire
wire,A wire,Agency,,paper
paper,The paper,,,
"""


@pytest.fixture
def net(tmp_path):
    return graph.load(folder(tmp_path, actors=ACTORS, relations=RELATIONS, sources=SOURCES))


def claims(net):
    return [(getattr(each.claimant, "id", each.claimant), each.basis) for each in net.relation_rows]


def test_a_claimant_is_an_actor_by_id_or_name_else_words(net):
    first, second, third, *_ = net.relation_rows
    assert first.claimant is first.target
    assert (first.basis, second.claimant, second.basis) == ("alleged", "", "inferred")
    assert (third.claimant, third.basis) == ("The mayor", "stated")
    assert [source.via for source in net.source_rows] == ["wire", "paper", ""]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("A funds B", "A funds B"),
        ("A funds B claimant=C", "A funds B, according to C"),
        ("A funds B claimant=C basis=alleged", "A funds B, alleged by C"),
        ("A funds B basis=alleged start=2020", "A funds B (from 2020), alleged"),
        ("A funds B basis=inferred", "A funds B, inferred"),
        ("A funds B basis=inferred claimant=C", "A funds B, inferred from the words of C"),
        (
            "A funds B stance=disputes basis=inferred claimant=C",
            "A funds B, inferred, disputed by C",
        ),
        ("A funds B stance=disputes", "A funds B, disputed"),
        ("A funds B stance=disputes claimant=C", "A funds B, disputed by C"),
        ("A funds B stance=disputes claimant=C basis=alleged", "A funds B, alleged, disputed by C"),
        ("A funds B stance=disputes basis=inferred", "A funds B, inferred, disputed"),
    ],
)
def test_a_sentence_ends_with_who_says_so(row, sentence):
    (relation,) = network(row, actors="C").relation_rows
    assert relation.sentence == sentence
    assert relation.parts_from(relation.source)[::2][:3] == ("A", "funds", "B")


def test_the_columns_survive_files_frames_and_graphs(net, tmp_path):
    for name, text in format_csv_files(net).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    again = [
        graph.load(tmp_path),
        graph.Network.from_frames(net.actors, net.relations, sources=net.sources),
        graph.Network.from_graph(net.graph),
    ]
    for other in again:
        assert sorted(claims(other)) == sorted(claims(net))
        assert [source.via for source in other.source_rows] == ["wire", "paper", ""]
    assert list(net.relations["basis"])[:3] == ["alleged", "inferred", "stated"]
    assert "informant k" in nx.get_edge_attributes(net.graph, "claimant").values()


def test_a_claimant_that_the_filters_leave_out_is_saved_by_name():
    net = network("A funds B claimant=c", "c funds A").avoid_actor("c")
    text = format_csv_files(net)["relations.csv"]
    assert text.splitlines()[1].split(",")[8] == "c"


def test_the_page_and_json_have_the_columns(net):
    columns = build_network_document(net)["relations"]
    assert columns["claimant"] == [1, "", "The mayor", 2, "informant k"]
    assert build_network_document(net)["sources"]["via"] == ["wire", "paper", ""]
    assert build_network_document(net.avoid_actor("i"))["relations"]["claimant"][3] == "Ivo Lund"
    data = to_dict(net.relation_rows[0], "stands")
    assert (data["claimant"], data["basis"]) == ("b", "alleged")


def test_a_claimant_who_is_private_leaves_no_name(net):
    public = net.public()
    assert claims(public) == [
        ("b", "alleged"),
        ("", "inferred"),
        ("The mayor", "stated"),
        (WITHHELD_CLAIMANT, "stated"),
        (WITHHELD_CLAIMANT, "alleged"),
    ]
    assert public.relation_rows[3].sentence == "Ann supports Bob, according to a withheld claimant"
    texts = "".join(format_csv_files(public).values()).casefold()
    assert "ivo" not in texts
    assert "informant" not in texts


@pytest.mark.parametrize(
    "claimant",
    ["Lund", "Lund, Ivo", "IVO  LUND", "Иво Лунд", "Informant-K", "the man Lund", "ivolund", "i"],
)
def test_a_private_claimant_leaves_no_name_however_it_is_spelt(tmp_path, claimant):
    relations = f'source,target,type,claimant\na,b,funds,"{claimant}"\na,b,hosts,Ann\n'
    full = graph.load(folder(tmp_path, actors=ACTORS, relations=relations))
    assert [name for name, _ in claims(full.public())] == [WITHHELD_CLAIMANT, "a"]


def test_a_claimant_of_a_public_name_stays(tmp_path):
    actors = ACTORS + "l,Lund,place,,\n"
    relations = "source,target,type,claimant\na,b,funds,Lund\na,b,hosts,The Bobs\n"
    public = graph.load(folder(tmp_path, actors=actors, relations=relations)).public()
    assert [name for name, _ in claims(public)] == ["l", "The Bobs"]


VOICES = """\
id,title,publisher,url,private,via
one,One,The Post,https://post.example/1,,
two,Two,the post,,,
tip,A tip,,,,wire
leak,A leak,,,,wire
wire,A wire,,https://wire.example/9,yes,
"""
CITED = """\
source,target,type,reference
a,b,funds,one|two
b,a,opposes,tip|leak|https://wire.example/9
a,b,hosts,one|https://post.example/1
"""


@pytest.mark.parametrize("names", [(), ("publisher",), ("url",), ("publisher", "sources.url")])
def test_what_is_withheld_makes_no_more_voices(tmp_path, names):
    full = graph.load(folder(tmp_path, actors=ACTORS, relations=CITED, sources=VOICES))
    public = full.redact(*names).public()
    for published in (public, full.public().redact(*names), graph.load(saved(public, tmp_path))):
        assert [row.voice_count for row in published.relation_rows] == [1, 1, 1]
        assert published.evidence().voice_count == full.evidence().voice_count == 2
        texts = "".join(format_csv_files(published).values())
        assert "wire.example" not in texts
        assert ("post.example" in texts) == (not {"url", "sources.url"} & {*names})
        assert ("Post" in texts) == ("publisher" not in names)
    with pytest.raises(graph.QuestionError, match="would read as independent"):
        public.redact("voice")


def saved(net, path):
    """Save a network as files; return the folder."""
    net.to_folder(path / "saved")
    return path / "saved"


def test_voices_that_stay_the_same_are_not_named(tmp_path):
    full = graph.load(folder(tmp_path, actors=ACTORS, relations=CITED, sources=VOICES))
    assert {source.voice for source in full.redact("title").source_rows} == {""}
    voices = [source.voice for source in full.redact("publisher").public().source_rows]
    assert voices == ["one", "one", "tip", "tip"]
    assert "voice" not in format_csv_files(full)["sources.csv"]
    assert "voice" not in build_network_document(full)["sources"]


def test_redacted_claimants_are_told_as_withheld_not_as_facts(net):
    redacted = net.redact("relations.claimant")
    assert [name for name, _ in claims(redacted)] == [
        WITHHELD_CLAIMANT, "", WITHHELD_CLAIMANT, WITHHELD_CLAIMANT, WITHHELD_CLAIMANT,
    ]  # fmt: skip
    assert redacted.withheld.columns == ("relations.claimant",)


@pytest.mark.parametrize("column", ["basis", "via", "sources.via"])
def test_what_says_how_to_read_a_row_cannot_be_left_out(net, column):
    with pytest.raises(graph.QuestionError, match="cannot be left out"):
        net.redact(column)


def test_a_claimant_who_is_private_in_the_other_version_only_leaves_no_name(tmp_path):
    (tmp_path / "new").mkdir()
    before = graph.load(folder(tmp_path, actors=ACTORS, relations=RELATIONS, sources=SOURCES))
    actors = "".join(line for line in ACTORS.splitlines(keepends=True) if "Ivo" not in line)
    after = graph.load(
        folder(
            tmp_path / "new",
            actors=actors,
            relations=RELATIONS.replace(",i,", ",Ivo Lund,"),
            sources=SOURCES,
        )
    )
    from graph.comparison.private_in_both import mark_in_both

    for version in mark_in_both(before, after):
        assert "Ivo" not in "".join(format_csv_files(version.public()).values())


def test_a_source_through_which_a_shown_one_reaches_us_is_shown(net, tmp_path):
    kept = net.redact("note")
    assert [source.id for source in kept.source_rows] == ["tip", "wire", "paper"]
    private = SOURCES.replace("wire,A wire,Agency,,", "wire,A wire,Agency,yes,")
    public = graph.load(
        folder(tmp_path, actors=ACTORS, relations=RELATIONS, sources=private)
    ).public()
    assert [(source.id, source.via) for source in public.source_rows] == [
        ("tip", "paper"),
        ("paper", ""),
    ]


def test_a_change_of_claimant_is_a_change(net, tmp_path):
    changed = RELATIONS.replace(",Bob,alleged,", ",Ann,,").replace("The mayor", "Bob")
    later = graph.load(folder(tmp_path, actors=ACTORS, relations=changed, sources=SOURCES))
    found = graph.compare(net, later)
    assert [
        [(field.field, field.before, field.after) for field in each.fields]
        for each in found.changed_relations
    ] == [
        [("claimant", "b", "a"), ("basis", "alleged", "stated")],
        [("claimant", "The mayor", "b")],
    ]


HEAD = "source,target,type,claimant,basis\n"


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ("a,b,funds,,Alleged\n", "relations.csv:2: basis: 'Alleged' is not allowed here."),
        ("a,b,funds,,rumour\n", "Write stated, inferred or alleged."),
        ("a,b,funds,,aledged\n", "'aledged' is not allowed here. Did you mean 'alleged'?"),
        ("a,b,funds,Lund,\n", "relations.csv:2: claimant: 'Lund' is not the id or the"),
        ("a,b,funds,Bobb,\n", "Did you mean 'Bob'?"),
        ("a,b,funds,Annie,\n", "Did you mean 'a' (Ann)?"),
    ],
)
def test_words_that_are_nearly_right_are_pointed_out(tmp_path, rows, problem):
    told = problems(tmp_path, actors=ACTORS, relations=HEAD + rows)
    assert len(told) == 1
    assert problem in told[0]


def test_words_like_no_name_are_taken(tmp_path):
    assert problems(tmp_path, relations=f"{HEAD}a,b,funds,Two witnesses,alleged\n") == []


def test_a_claimant_of_two_actors_names_is_an_error(tmp_path):
    actors = "id,name,kind\na,Ann,person\nb,Bob,person\nc,Bob,person\n"
    told = problems(tmp_path, actors=actors, relations=f"{HEAD}a,b,funds,Bob,\n")
    shared = "relations.csv:2: claimant: 'Bob' is the name of 2 actors. Give the actor's id."
    assert shared in told


@pytest.mark.parametrize(
    ("via", "problem"),
    [
        (("s2", "s9", ""), "sources.csv:3: via: 's9' is not the id of a source."),
        (("s2", "s1", ""), "sources.csv:2: via: 's1', 's2', 's1': these sources reach us through"),
        (
            ("", "s2", ""),
            "sources.csv:3: via: 's2' reaches us through itself. Leave the cell blank.",
        ),
        (("s3", "s3", "s3"), "sources.csv:4: via: 's3' reaches us through itself."),
    ],
)
def test_via_is_a_source_and_no_circle(tmp_path, via, problem):
    rows = "".join(f"s{n},Title {n},{through}\n" for n, through in enumerate(via, 1))
    told = problems(tmp_path, sources=f"id,title,via\n{rows}")
    assert len(told) == 1
    assert told[0].startswith(problem)


@pytest.mark.parametrize("count", [101, 102])
def test_a_chain_of_sources_has_an_end(tmp_path, count):
    rows = "s1,\n" + "".join(f"s{n},s{n - 1}\n" for n in range(2, count + 1))
    told = problems(tmp_path, sources=f"id,via\n{rows}")
    expected = "sources.csv:103: via: 's102' reaches us through more than 100 sources."
    assert [each.startswith(expected) for each in told if "via" in each] == [True] * (count > 101)


@pytest.mark.parametrize(
    ("rows", "step"),
    [
        (["A opposes B claimant=C basis=alleged"], "A opposes (alleged by C) B"),
        (["A opposes B claimant=C basis=alleged", "A opposes B"], "A opposes B"),
        (["A opposes B claimant=C"], "A opposes (according to C) B"),
        (["A opposes B claimant=C basis=inferred"], "A opposes (inferred from the words of C) B"),
        (["A opposes B claimant=C", "A opposes B claimant=D"],
         "A opposes (according to C and D) B"),
        (["A opposes B claimant=C basis=alleged", "A opposes B claimant=D"],
         "A opposes (according to D) B"),
        (["A opposes B basis=inferred", "A opposes B claimant=C basis=alleged", "A funds B"],
         "A opposes (inferred, alleged by C) and funds B"),
        (["A opposes B basis=alleged", "A opposes B claimant=C basis=alleged"],
         "A opposes (alleged by C) B"),
        (["A opposes B claimant=C basis=alleged", "B opposes A"],
         "A opposes (alleged by C) and is opposed by B"),
        (["A funds B claimant=C", "A funds B stance=disputes claimant=D"],
         "A funds (contested: asserted by C, disputed by D) B"),
        (["A funds B", "A funds B stance=disputes claimant=D"],
         "A funds (contested: asserted by one row, disputed by D) B"),
        (["A funds B", "A hosts B stance=disputes claimant=D"],
         "A funds and hosts (disputed by D) B"),
    ],
)  # fmt: skip
def test_a_step_never_merges_an_allegation_without_a_word(rows, step):
    net = network(*rows, actors="A B C D")
    assert net.path("A", "B").sentence == f"{step}."


def test_what_is_contested_names_both_sides():
    rows = [
        {"source": "a", "target": "b", "type": "funds", "claimant": "Bob"},
        {"source": "a", "target": "b", "type": "funds", "reference": "paper|https://www.x.org/y"},
        {"source": "a", "target": "b", "type": "funds", "stance": "disputes"},
        {"source": "a", "target": "b", "type": "funds", "stance": "disputes"},
    ]
    actors = [{"id": "a", "name": "Ann", "kind": "person"}, {"id": "b", "name": "Bob"}]
    net = of_rows([actors[0], actors[1] | {"kind": "person"}], rows)
    sides = "asserted by Bob, paper and x.org, disputed by 2 rows"
    assert [each.relation.sides for each in net.show("a").relations] == [sides] * 4
    (first, *_) = net.show("a").claims
    assert qualify_sentence(first.sentence, first.relation, first.standing) == (
        f"Ann funds Bob, according to Bob, contested: {sides}"
    )


def test_many_sides_are_counted():
    rows = [f"A funds B claimant=C{n}" for n in range(6)]
    net = network(*rows, "A funds B stance=disputes claimant=D")
    assert net.show("A").relations[0].relation.sides == (
        "asserted by C0, C1, C2 and 3 others, disputed by D"
    )


def test_a_mutual_type_listed_both_ways_is_one_line_with_two_claims():
    net = network(
        "A ally B reference=x note=one confidence=0.3",
        "A funds B",
        "B ally A reference=y confidence=0.9",
        "A ally B start=1990",
        "B borders A",
        "B borders A reference=z",
    )
    told = [each.relation for each in net.show("A").claims]
    assert [(each.type.name, each.start, each.claim_count) for each in told] == [
        ("ally", "", 2),
        ("ally", "1990", 1),
        ("funds", "", 1),
        ("borders", "", 1),
        ("borders", "", 1),
    ]
    assert (told[0].references, told[0].note, told[0].confidence) == (("x", "y"), "one", 0.9)
    sentence = qualify_sentence(told[0].sentence, told[0], "stands")
    assert sentence == "A is allied with B, 2 claims, confidence 0.9, 2 independent voices"
    (step,) = net.path("A", "B").paths[0].steps
    assert len(step.relations) == 6
    assert [relation.claim_count for relation, _ in step.claims] == [2, 1, 1, 1, 1]


def ids(net):
    return [each.id for each in net.relation_rows]


@pytest.fixture
def claimed():
    return network(
        "A funds B id=r1 claimant=Ann_Ek",
        "A funds B id=r2 claimant=c basis=alleged stance=disputes",
        "B hosts A id=r3 basis=inferred",
        "c leads A id=r4",
        "A opposes B id=r5 claimant=witnesses basis=alleged",
        "A opposes B id=r6 claimant=Witnesses",
        actors="A B c Ann_Ek",
    )


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["c"], "r2"),
        (["Ann_Ek"], "r1"),
        (["ek ann"], "r1"),
        (["WITNESSES"], "r5 r6"),
        (["witnesses"], "r5 r6"),
        (["c", "Ann Ek"], "r1 r2"),
    ],
)
def test_according_to_keeps_what_a_claimant_says(claimed, names, expected):
    assert ids(claimed.according_to(names)) == expected.split()
    assert len(claimed.according_to(names).actor_rows) == 4


def test_bases_choose_relations(claimed):
    assert ids(claimed.basis("stated")) == ["r1", "r4", "r6"]
    assert ids(claimed.basis("alleged", "inferred")) == ["r2", "r3", "r5"]
    assert ids(claimed.avoid_basis(["alleged"])) == ["r1", "r3", "r4", "r6"]
    assert ids(claimed.avoid_basis("alleged").according_to("Witnesses")) == ["r6"]


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda net: net.according_to("B"), "no relation is according to 'B'. There are: "),
        (lambda net: net.according_to("nobody"), "There are: 'Ann_Ek' (Ann_Ek), 'Witnesses', "),
        (lambda net: net.basis("rumour"), "'rumour' is not a basis."),
        (lambda net: net.avoid_basis("allegd"), "Did you mean 'alleged'?"),
        (lambda _: network("A funds B").according_to("A"), "The data has no claimants"),
    ],
)
def test_a_claimant_or_a_basis_that_is_none_is_an_error(claimed, ask, message):
    with pytest.raises(graph.QuestionError, match=re.escape(message)):
        ask(claimed)


def test_the_terminal_has_the_filters(tmp_path):
    data = folder(
        tmp_path,
        relations="source,target,type,claimant,basis\na,b,funds,Bob,alleged\na,b,hosts,,\n",
    )
    answer = run("show", "a", "--according-to", "bob", data=data)
    assert "a funds" not in answer.stdout
    assert "Ann funds Bob, alleged by Bob" in answer.stdout
    assert answer.stdout.rstrip().endswith("Filters: according to 'bob'.")
    answer = run("path", "Ann", "Bob", "--avoid-basis", "alleged,inferred", data=data)
    assert answer.stdout.startswith("Ann hosts Bob.")
    assert "Filters: avoid basis alleged and inferred." in answer.stdout
    wrong = run("path", "Ann", "Bob", "--basis", "alleged,told", data=data)
    assert wrong.exit_code in {1, 2}
    assert "'told' is not a basis" in wrong.stderr


CASES = Path(__file__).parent / "cases"
SHARED = json.loads((CASES / "claims.json").read_text(encoding="utf-8"))


def test_the_shared_cases_are_many():
    answers = [answer for case in SHARED["filters"] for answer in case["paths"]]
    assert len(answers) >= 60


def test_the_shared_cases_say_what_was_worked_out_by_hand():
    assert SHARED["voices"] == {
        "tip": "post", "wire": "post", "post": "post", "daily": "post", "letter": "letter",
    }  # fmt: skip
    assert SHARED["voice_count"] == 4  # post, letter, example.org and the map
    everything = SHARED["filters"][0]
    voices = dict(zip(everything["relations"], everything["voices"], strict=True))
    assert voices == {
        "r1": 1, "r2": 1, "r3": 1, "r4": 0, "r5": 1, "r6": 1, "r7": 0, "r8": 1, "r9": 2, "r10": 0,
        "r11": 1, "r12": 1, "r13": 1, "r14": 1, "r15": 0, "r16": 1, "r17": 1, "r18": 1, "r19": 1,
        "r20": 0,
    }  # fmt: skip
    paths = {(one, other): sentence for one, other, sentence in everything["paths"]}
    assert paths["ann", "bo"] == "Ann Ek opposes (according to Ann Ek) Bo Lund."
    assert paths["ann", "cy"] == "Ann Ek leads Cy Ltd."
    assert paths["bo", "cy"] == (
        "Bo Lund funds (inferred, alleged, contested: asserted by two witnesses and one row, "
        "disputed by Cy Ltd.) "
        "Cy Ltd."
    )
    kept = [case["relations"] for case in SHARED["filters"]]
    assert kept[1:4] == [["r2", "r13", "r20"], ["r1", "r3", "r14"], []]
    assert kept[8] == []


def test_a_path_stands_on_the_voices_of_what_asserts():
    net = graph.load(CASES / "claims")
    (path,) = net.path("ann", "bo").paths
    assert (path.voice_count, path.weakest_voice_count) == (1, 1)
    path = net.path("bo", "north").paths[0]
    assert path.steps[0].voices == {"source letter"}
    assert path.voice_count == 3  # the letter, the post and the map
    assert net.path("ann", "ann").paths[0].weakest_voice_count == 0
    hosts = network("A hosts B reference=x|y")
    (only,) = hosts.path("A", "B").paths
    assert (only.voice_count, hosts.relation_rows[0].voice_count) == (2, 2)


def test_sources_say_through_what_they_reach_us():
    found = graph.load(CASES / "claims").evidence()
    through = {each.source.id: (each.voice, each.through) for each in found.sources}
    assert through["letter"] == ("letter", None)
    assert through["daily"] == ("post", None)
    assert through["tip"][1].id == through["wire"][1].id == "post"
    assert str(found).startswith("5 sources, 20 relations. 4 independent voices: ")
    assert through["post"] == ("post", None)
    text = run("sources", data=CASES / "claims").stdout
    assert text.count("reaches us through post") == 2
    assert "one independent voice" in run("show", "cy", data=CASES / "claims").stdout
    rows = json.loads(run("sources", "--format", "json", data=CASES / "claims").stdout)
    assert rows["voice_count"] == 4
    assert {row["source"]: row["via"] for row in rows["sources"]}["tip"] == "wire"

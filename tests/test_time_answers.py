"""What answers say of a date that was asked: what may hold, and what changed within a year."""

import pytest
from labels import say
from terminal import run
from tiny_network import folder, network

import graph
from graph.data import changes
from graph.data.changes import find_changes


@pytest.fixture
def net():
    """Return A, B, C, D in a row: a relation that holds in 1990, one without dates, one open."""
    return network(
        "A funds B start=1980 end=2999",
        "B leads C",
        "C hosts D start=1970",
        "A opposes C start=2001",
    )


def test_a_step_says_what_is_missing(net):
    path = net.at("1990").path("A", "D").paths[0]
    assert [step.sentence for step in path.steps] == [
        say("A [funds] B (1980 to 2999)"), say("B [leads] C, undated"),
        say("C [hosts] D (from 1970), end not known"),
    ]  # fmt: skip


def test_without_a_date_nothing_is_marked(net):
    answer = net.path("A", "D")
    assert "not known" not in answer.sentence
    assert "undated" not in answer.sentence
    assert answer.asked_time is None
    assert "time" not in answer.to_dict()
    assert "when" not in answer.frame


def test_a_step_stands_on_its_best_relation():
    net = network("A funds B", "A hosts B start=1980 end=2999", "A leads B start=1970")
    assert net.at("1990").path("A", "B").sentence == say("A [funds], [hosts] and [leads] B.")
    assert net.at("1975").path("A", "B").sentence == say(
        "A [funds] and [leads] (from 1970) B, end not known."
    )


def test_every_answer_says_how_much_may_hold(net):
    note = (
        "Of 3 relations, 1 certainly holds in 1990. "
        "The other 2 may hold then: their start or end is not known."
    )
    at = net.at("1990")
    for answer in (at.path("A", "D"), at.centrality("degree"), at.communities(), at.structure(),
                   at.evidence(), at.unsourced()):  # fmt: skip
        assert note in answer.notes
        assert answer.to_dict()["time"] == {
            "from": "1990", "to": "1990", "certain": False,
            "relation_count": 3, "may_hold_count": 2,
        }  # fmt: skip
    note = "2 relations may hold in 1990, but not certainly: their start or end is not known."
    assert at.show("C").notes == (note,)
    certain = net.at("1990", certain=True)
    assert certain.evidence().to_dict()["time"]["certain"] is True
    assert not any("may hold" in note for note in certain.centrality("degree").notes)


def test_relations_say_whether_they_hold(net):
    at = net.between("1990", "1995")
    frame = at.path("A", "D").frame
    assert list(frame["when"]) == ["holds", "may_hold", "may_hold"]
    assert list(frame["why"]) == ["", "undated", "end not known"]
    assert list(at.show("B").frame["when"]) == ["holds", "may_hold"]
    assert list(at.unsourced().frame["why"]) == ["", "undated", "end not known"]
    assert at.relation_rows[1].sentence == say("B [leads] C, undated")


CHANGED = "Within 1907 this changed: "


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (["A ally B start=1904 end=1907", "A opposes B start=1907 end=1910"], "then"),
        (["A opposes B start=1907 end=1910", "A ally B start=1904 end=1907"], "then"),
        (["A ally B start=1907 end=1907", "A opposes B start=1907 end=1907"], "order is not known"),
        (["A ally B start=1904 end=1907", "A opposes B start=1907-08 end=1910"], "then"),
    ],
)
def test_friend_and_foe_within_a_year_are_a_change(rows, told):
    answer = network(*rows).at("1907").path("A", "B")
    assert answer.sentence.endswith(" B (changed within 1907).")
    [note] = [each for each in answer.notes if each.startswith(CHANGED)]
    assert told in note
    if told == "then":
        assert note.index("ally" if "ally" in note else "allied") < note.index("oppose")


@pytest.mark.parametrize(
    "rows",
    [
        ["A ally B start=1904 end=1907", "A opposes B start=1905 end=1910"],  # at the same time
        ["A ally B start=1904 end=1907", "A funds B start=1907 end=1910"],  # no change of side
        ["A ally B start=1904", "A opposes B start=1907 end=1910"],  # an end that is not known
        ["A ally B start=1904 end=1907", "A opposes B start=1907 stance=disputes"],
    ],
)
def test_what_is_no_change(rows):
    net = network(*rows)
    assert not list(find_changes(net.relation_rows))
    assert "changed" not in str(net.at("1907").path("A", "B"))


def test_a_profile_tells_the_change_too():
    net = network("A ally B start=1904 end=1907", "A opposes B start=1907 end=1910")
    assert net.at("1907").show("B").notes[0].startswith(CHANGED)
    assert net.at("1906").show("B").notes == ()


def test_of_many_changes_few_are_told_and_those_that_read_alike_once():
    rows = ["A ally B start=1904 end=1907"] * 3 + ["A opposes B start=1907 end=1910"] * 3
    (note,) = network(*rows).at("1907").show("B").notes
    assert note.startswith(CHANGED)
    days = [f"1907-{1 + day // 28:02}-{1 + day % 28:02}" for day in range(60)]
    rows = [f"A ally B start=1904 end={day}" for day in days]
    rows += [f"A opposes B start={day} end=1910" for day in days]
    answer = network(*rows).at("1907").path("A", "B")
    told = [note for note in answer.notes if note.startswith("Within 1907-")]
    assert len(told) == changes.MOST_DESCRIBED
    assert "There may be more such changes." in answer.notes


def test_of_very_many_relations_the_first_are_compared(monkeypatch):
    compared = []
    find = changes.find_change
    monkeypatch.setattr(changes, "find_change", lambda *a: compared.append(a) or find(*a))
    monkeypatch.setattr(changes, "MOST_COMPARED", 10)
    rows = [f"A {('ally', 'opposes')[day % 2]} B start=19{day}" for day in range(10, 50)]
    notes = network(*rows).at("1999").show("B").notes
    assert len(compared) == 10 * 10
    assert notes[0] == "There may be more such changes."
    rows = [f"A ally B start=19{day}" for day in range(10, 50)]
    assert not [n for n in network(*rows).at("1999").show("B").notes if "changes" in n]


def test_a_profile_looks_at_each_relation_once(monkeypatch):
    seen = []
    monkeypatch.setattr(
        "graph.analysis.profile.describe_changes", lambda rows, _: seen.append(len(rows)) or ()
    )
    assert network(*(f"A ally N{row}" for row in range(50))).at("1907").show("A").notes
    assert seen == [1] * 50


DATED = (
    "source,target,type,start,end\n"
    "a,b,funds,1980,1999\n"
    "b,a,opposes,,\n"
)  # fmt: skip


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_the_terminal_says_how_much_may_hold(tmp_path, form):
    data = folder(tmp_path, relations=DATED)
    for words in (["path", "a", "b"], ["show", "a"], ["centrality"], ["communities"], ["structure"],
                  ["sources"], ["sources", "--unsourced"]):  # fmt: skip
        told = run(*words, "--from", "1990", "--to", "1995", "--format", form, data=data).stdout
        assert "1 certainly holds from 1990 to 1995. The other one may hold then: its" in told
        assert "Filters: from 1990 to 1995." in told


def test_csv_and_json_say_whether_a_relation_holds(tmp_path):
    import json

    data = folder(tmp_path, relations=DATED)
    asked = ["show", "a", "--at", "1990"]
    table = run(*asked, "--format", "csv", data=data).stdout.splitlines()
    assert table[0].endswith(",sentence,when,why")
    assert [line.rpartition("1999)")[2] for line in table[1:2]] == [",holds,"]
    assert table[2].endswith(",may_hold,undated")
    parsed = json.loads(run(*asked, "--format", "json", data=data).stdout)
    assert [(each["when"], each["why"]) for each in parsed["relations"]] == [
        ("holds", ""), ("may_hold", "undated"),
    ]  # fmt: skip
    assert "when" not in run("show", "a", "--format", "csv", data=data).stdout


def test_notebook_and_picture_say_it_too(tmp_path):
    import explorer

    data = folder(tmp_path, relations=DATED)
    note = (
        "Of 2 relations, 1 certainly holds in 1990. "
        "The other one may hold then: its start or end is not known."
    )
    net = explorer.load(data).at("1990")
    for answer in (net.show("a"), net.unsourced(), net.path("a", "b"), net.evidence()):
        assert note in answer._repr_html_()
    picture = tmp_path / "map.svg"
    drawn = run("picture", "--at", "1990", "-o", str(picture), data=data)
    assert drawn.exit_code == 0, drawn.stderr
    assert "certainly holds in 1990" in picture.read_text(encoding="utf-8")


def test_an_actor_that_does_not_exist_then_is_left_out_with_its_dates(tmp_path):
    actors = "id,name,kind,start,end\na,Ann,person,2022,\nb,Bob,person,,\n"
    data = folder(tmp_path, actors=actors, relations=DATED)
    told = run("path", "Ann", "Bob", "--at", "1990", data=data)
    assert (told.exit_code, told.stderr.splitlines()[-1]) == (
        2, "Error: 'Ann' does not exist in 1990 (from 2022).",
    )  # fmt: skip
    with pytest.raises(graph.ActorLeftOut, match=r"It does not exist in 1990 \(from 2022\)\.$"):
        graph.load(data).at("1990").show("Ann")
    with pytest.raises(graph.ActorLeftOut, match=r"whom the filters leave out\.$"):
        graph.load(data).at("2022").avoid_actor("Bob").show("Bob")


def test_dates_of_any_age_and_doubt_survive_saving_and_comparing(tmp_path):
    actors = "id,name,kind,start,end\na,Ann,person,-0100,ended\nb,Bob,person,-100,..\n"
    rows = "source,target,type,start,end\na,b,funds,-43-03-15,ended\nb,a,hosts,1450~,18XX\n"
    before = graph.load(folder(tmp_path, actors=actors, relations=rows))
    before.to_folder(tmp_path / "saved")
    after = graph.load(tmp_path / "saved")
    assert [(r.start, r.end) for r in after.relation_rows] == [
        ("-43-03-15", "ended"), ("1450~", "18XX"),
    ]  # fmt: skip
    assert graph.compare(before, after).sentence == "Nothing differs."
    framed = graph.Network.from_frames(before.actors, before.relations)
    drawn = graph.Network.from_graph(before.graph)
    for each in (after, framed, drawn):
        assert [r.sentence for r in each.relation_rows] == [
            r.sentence for r in before.relation_rows
        ]


def test_a_filter_by_date_goes_on_after_what_is_private_is_left_out(tmp_path):
    rows = "source,target,type,start,end,private\na,b,funds,1980,1999,\nb,a,hosts,,,yes\n"
    net = graph.load(folder(tmp_path, relations=rows))
    public = net.at("1990").public()
    assert len(public.relation_rows) == 1
    assert public.path("a", "b").time_notes == ()
    assert net.at("1990").path("a", "b").time_notes != ()

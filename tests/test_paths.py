"""Shortest paths, counted by hand on tiny networks."""

import itertools
import math
from dataclasses import replace

import pytest
from labels import say
from tiny_network import network

import graph
from explorer.report import paths as report
from explorer.report.answer_html import render_html
from graph.analysis.paths import finding


@pytest.fixture(scope="module")
def square():
    """Two ways round a square, one hop more to E: from A to D 2 paths of length 2, to E of 3.

    Rows: A B C D E. Walked forwards only B's way leads on, for C funds A.
    """
    return network("A funds B", "C funds A", "B opposes D", "C ally D", "D leads E")


@pytest.fixture(scope="module")
def braid():
    """A hop by four rows (three of them both ways round) and a hop by one: one path of length 2."""
    return network("A funds B", "B supports A", "A ally B", "A funds B note=again", "B hosts C")


def chains(paths):
    return ["".join(actor.id for actor in path.actors) for path in paths.paths]


def grid(size):
    """Return a square grid: from corner to corner there are as many paths as ways to choose the
    steps down among all steps."""
    right = [f"{x},{y} ally {x + 1},{y}" for y in range(size) for x in range(size - 1)]
    down = [f"{x},{y} ally {x},{y + 1}" for y in range(size - 1) for x in range(size)]
    return network(*right, *down)


def test_all_equally_short_paths_in_the_order_of_rows(square):
    answer = square.path("A", "E")
    assert (answer.length, answer.path_count, chains(answer)) == (3, 2, ["ABDE", "ACDE"])
    assert not answer.cut_short


def test_the_order_is_that_of_rows_and_not_of_names():
    net = network("A ally Y", "A ally B", "Y ally Z", "B ally Z", actors="Z Y B A")
    assert chains(net.path("A", "Z")) == ["AYZ", "ABZ"]
    assert chains(net.path("Z", "A")) == ["ZYA", "ZBA"]


def test_relations_are_walked_either_way_and_read_the_right_way_round(square):
    assert square.path("A", "D").paths[0].sentence == say("A [funds] B; B [opposes] D.")
    assert square.path("A", "D").paths[1].sentence == say("A [~funds] C; C [ally] D.")
    assert square.path("E", "A").sentence == say("E [~leads] D; D [~opposes] B; B [~funds] A.")


def test_directed_walks_from_source_to_target_and_mutual_types_both_ways(square):
    assert chains(square.path("A", "E", directed=True)) == ["ABDE"]
    assert chains(square.path("D", "A", directed=True)) == ["DCA"]
    assert square.path("E", "A", directed=True).length is None
    assert square.path("B", "A", directed=True).sentence == say(
        "B [opposes] D; D [ally] C; C [funds] A."
    )


def test_parallel_relations_make_one_hop_that_tells_them_all_in_row_order(braid):
    answer = braid.path("A", "C")
    assert (answer.length, answer.path_count) == (2, 1)
    ids = [relation.id for relation in braid.relation_rows]
    assert [[r.id for r in step.relations] for step in answer.paths[0].steps] == [ids[:4], ids[4:]]
    assert answer.sentence == say("A [funds], [~supports] and [ally] B; B [hosts] C.")


def test_a_directed_step_tells_only_what_can_be_walked_that_way(braid):
    assert braid.path("A", "B", directed=True).sentence == say("A [funds] and [ally] B.")
    assert braid.path("B", "A", directed=True).sentence == say("B [supports] and [ally] A.")
    assert braid.path("C", "B", directed=True).length is None


def test_ties_to_oneself_are_never_walked():
    net = network("A ally A", "A funds B", "B funds B")
    answer = net.path("A", "B")
    assert (answer.length, [len(step.relations) for step in answer.paths[0].steps]) == (1, [1])


def test_from_an_actor_to_itself(square):
    for directed in (False, True):
        answer = square.path("A", "A", directed=directed)
        assert (answer.length, answer.path_count, answer.cut_short) == (0, 1, False)
        assert (chains(answer), answer.paths[0].steps) == (["A"], ())
        assert answer.sentence == str(answer) == "Both names mean A."


ASKED = {
    "through": [],
    "directed": False,
    "by": "steps",
    "k": None,
    "max_length": None,
    "hubs": True,
    "together": False,
    "in_order": False,
}


def test_no_path():
    answer = network("A funds B", actors="A B C").path("A", "C")
    assert (answer.length, answer.path_count, answer.paths, answer.cut_short) == (
        None,
        0,
        (),
        False,
    )
    why = "They are in separate parts of the network."
    assert str(answer) == f"No path leads from A to C. {why}"
    assert answer.to_dict() == {
        "source": "A", "target": "C", **ASKED,
        "length": None, "path_count": 0, "is_least": False, "is_bounded": False,
        "cut_short": False, "paths": [],
        "positive_count": 0, "negative_count": 0, "mixed_count": 0, "influence_count": 0,
        "types_without_influence": [], "notes": [],
        "why": {
            "obstacle": "separate", "without": [], "actors": [], "relations": [], "times": None,
            "sentence": why,
        },
    }  # fmt: skip


def test_weights_confidence_and_dates_play_no_part():
    net = network(
        "A ally B weight=0.001 confidence=0.1", "B ally C", "A ally D weight=9", "D ally C"
    )
    assert net.path("A", "C").path_count == 2


def test_what_filters_leave_out_is_not_walked(square):
    assert chains(square.avoid("funds").path("D", "C")) == ["DC"]
    assert square.avoid("funds").path("A", "D").length is None
    assert chains(square.avoid_actor("B").path("A", "D")) == ["ACD"]


def test_ends_are_named_as_a_person_would(square):
    assert square.path("a", " E ").length == 3
    with pytest.raises(graph.ActorNotFound):
        square.path("A", "Narnia")


def test_the_limit_cuts_the_list_and_not_the_count():
    net = grid(4)
    answer = net.path("0,0", "3,3", limit=7)
    assert (answer.length, answer.path_count, len(answer.paths), answer.cut_short) == (
        6,
        20,
        7,
        True,
    )
    every = net.path("0,0", "3,3")
    assert every.paths[:7] == answer.paths
    assert (len(every.paths), every.cut_short) == (20, False)
    assert str(answer).endswith(" 19 other paths of 6 steps.")


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_below_one_has_no_meaning(square, limit):
    with pytest.raises(graph.QuestionError, match=rf"limit: must be 1 or more, not {limit}\."):
        square.path("A", "B", limit=limit)


def test_ten_million_paths_are_counted_and_not_walked():
    answer = grid(14).path("0,0", "13,13", limit=3)
    assert answer.path_count == math.comb(26, 13) == 10_400_600
    assert (answer.length, len(answer.paths), answer.cut_short) == (26, 3, True)
    assert len({path.sentence for path in answer.paths}) == 3


@pytest.mark.long
def test_of_very_many_paths_it_is_said_that_there_are_as_many_or_more():
    most = 9_007_199_254_740_991
    assert math.comb(78, 39) > most
    answer = grid(40).path("0,0", "39,39", limit=2)
    assert (answer.path_count, answer.positive_count, answer.influence_count) == (most,) * 3
    others = "at least 9,007,199,254,740,990 other paths of 78 steps"
    assert answer.notes[-1] == f"{others}."
    assert f"There are {others}: " in report.to_text(answer, most=1, width=None)
    whole = "at least 9,007,199,254,740,991 paths"
    listed = report.to_text(answer, most=None, width=None)
    assert f"These are the first 2 of {whole} of 78 steps" in listed
    assert "Path 2 of at least 9,007,199,254,740,991" in listed
    assert repr(answer).endswith(f"78 steps, {whole}>")


def test_only_paths_that_are_looked_at_are_built(monkeypatch):
    built = []
    build = finding.build_path
    monkeypatch.setattr(finding, "build_path", lambda *a: built.append(a[1]) or build(*a))
    answer = grid(6).path("0,0", "5,5")
    assert (len(answer.paths), built) == (100, [])
    told = report.to_text(answer, most=1, width=None)
    assert (len(built), answer.sentence in told, len(built)) == (1, True, 1)
    assert len(answer.to_dict()["paths"]) == len(answer.paths[:]) == len(built) == 100
    assert [path.sentence for path in answer.paths] == [path.sentence for path in answer.paths[:]]
    assert len(built) == 100


def test_a_chain_longer_than_pythons_stack():
    net = network(*(f"{here} funds {there}" for here, there in itertools.pairwise(range(3000))))
    assert net.path("0", "2999").length == 2999


def test_the_frame_has_a_row_for_each_relation_on_each_path(square, braid):
    frame = braid.path("A", "C").frame
    ids = [relation.id for relation in braid.relation_rows]
    assert frame.columns[6:].tolist() == [
        "start", "end", "claimant", "basis", "standing", "sentence", "references", "voice_count",
        "voices", "claims", "contested", "alleged", "undated",
    ]  # fmt: skip
    assert frame["sentence"].tolist()[-1] == braid.relation_rows[4].sentence
    names = ["path", "step", "source", "target", "relation", "type"]
    assert frame[names].values.tolist() == [
        [1, 1, "A", "B", ids[0], "funds"],
        [1, 1, "A", "B", ids[1], "supports"],
        [1, 1, "A", "B", ids[2], "ally"],
        [1, 1, "A", "B", ids[3], "funds"],
        [1, 2, "B", "C", ids[4], "hosts"],
    ]
    assert square.path("A", "D").frame["path"].tolist() == [1, 1, 2, 2]
    assert square.path("A", "A").frame.empty


def test_the_frame_says_what_each_relation_and_each_step_stands_on():
    net = network(
        "A funds B start=2001 end=.. reference=x|y",
        "A hosts B basis=alleged claimant=C reference=y|z",
        "B funds C",
        "B funds C stance=disputes reference=x",
        "C funds D basis=alleged",
    )
    frame = net.path("A", "D").frame
    names = ["step", "start", "end", "claimant", "basis", "voice_count"]
    assert frame[names].values.tolist() == [
        [1, "2001", "..", "", "stated", 2],
        [1, "", "", "C", "alleged", 2],
        [2, "", "", "", "stated", 0],
        [2, "", "", "", "stated", 1],
        [3, "", "", "", "alleged", 0],
    ]
    names = ["step", "voices", "claims", "contested", "alleged", "undated"]
    assert frame[names].drop_duplicates().values.tolist() == [
        [1, 3, 2, False, False, False],
        [2, 0, 2, True, False, True],
        [3, 0, 1, False, True, True],
    ]


SUPPORT = {
    "sign": "-",
    "confidence": 0.25,
    "step_confidences": [0.5, 0.5],
    "unrated_steps": [1, 2],
    "combined_steps": [],
    "voice_count": 0,
    "least_voice_count": 0,
    "weakest_step": 1,
    "weakest_confidence": None,
    "weakest_voice_count": 0,
    "contested_steps": [],
    "alleged_steps": [],
    "inferred_steps": [],
    "negative_steps": [2],
    "mixed_steps": [],
    "shared_opponents": [],
    "undated_steps": [1, 2],
    "startless_steps": [],
    "joint_time": {"times": [{"from": "", "to": ""}], "gap": None},
    "uncertain_steps": [],
    "steps_without_influence": [],
    "types_without_influence": [],
    "falls_without": [],
    "notes": [
        "Stands on no source.",
        "It crosses one tension, at step 2.",
        "The weakest is step 1; it is not rated and rests on no source.",
        "All steps are undated.",
    ],
}


def test_as_data(square):
    ids = [relation.id for relation in square.relation_rows]
    assert square.path("A", "D", limit=1).to_dict() == {
        "source": "A",
        "target": "D",
        **ASKED,
        "length": 2,
        "path_count": 2,
        "is_least": False,
        "is_bounded": False,
        "cut_short": True,
        "positive_count": 1,
        "negative_count": 1,
        "mixed_count": 0,
        "influence_count": 2,
        "types_without_influence": [],
        "notes": [
            (
                "The first path is negative; the other path of this length is not negative. "
                "A path is negative if an odd number of its steps are tensions."
            ),
            *SUPPORT["notes"],
            "1 other path of 2 steps.",
        ],
        "paths": [
            {
                "id": f"path:{ids[0]}.{ids[2]}",
                "actors": ["A", "B", "D"],
                "relations": [[ids[0]], [ids[2]]],
                "sentence": say("A [funds] B; B [opposes] D."),
                **SUPPORT,
            }
        ],
    }


def test_a_notebook_shows_names_as_text(square):
    funds = say("<bdi>A</bdi> <bdi>[funds]</bdi> <bdi>B</bdi>")
    opposes = say("<bdi>B</bdi> <bdi>[opposes]</bdi> <bdi>D</bdi>")
    assert render_html(square.path("A", "D")) == (
        "<p>The first path is negative; the other path of this length is not negative. "
        "A path is negative if an odd number of its steps are tensions.</p>"
        f"<p>{funds}; {opposes}.</p>"
        f"<ol><li>{funds}<ul><li>{funds}</li></ul></li>"
        f"<li>{opposes}<ul><li>{opposes}</li></ul></li></ol>"
        "<p><bdi>Stands on no source.</bdi> "
        "<bdi>It crosses one tension, at step 2.</bdi> "
        "<bdi>The weakest is step 1; it is not rated and rests on no source.</bdi> "
        "<bdi>All steps are undated.</bdi> <bdi>1 other path of 2 steps.</bdi></p>"
    )
    hostile = render_html(network("<b> funds B").path("<b>", "B"))
    assert "<b>" not in hostile


def test_a_notebook_shows_every_relation_with_its_note_and_sources():
    net = graph.load_example()
    shown = render_html(net.path("Lukashenko", "Belarus"))
    assert (
        say("<bdi>[leads]</bdi> <bdi>Belarus</bdi> (since 1994), contested: asserted by ") in shown
    )
    assert "<small><bdi>President since 1994</bdi></small>" in shown
    assert "Why Belarus is called Europe’s last dictatorship (2021)." in shown


def test_python_shows_an_answer_in_a_line(square):
    assert repr(square.path("A", "D")) == "<Paths: A to D, 2 steps, 2 paths>"
    assert repr(square.show("A")).startswith("<Profile: A, ")
    assert repr(square.centrality("degree")) == "<Centrality: degree of 5 actors>"


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ((1, 1, 0), "The first path is negative; the other path of this length is not negative."),
        (
            (2, 1, 0),
            "The first path is negative; all 2 other paths of this length are not negative.",
        ),
        (
            (1, 3, 0),
            "The first path is negative; 1 of the 3 other paths of this length is not negat",
        ),
        ((1, 1, 2), "of the 3 other paths of this length 1 is not negative and 2 are mixed."),
        ((0, 3, 0), ""),
    ],
)
def test_how_other_paths_differ_in_sign_is_a_plain_sentence(square, counts, told):
    names = "positive_count", "negative_count", "mixed_count"
    answer = square.path("A", "D", limit=1)
    answer = replace(answer, path_count=sum(counts), **dict(zip(names, counts, strict=True)))
    assert told in answer.sign_note
    assert bool(answer.sign_note) == bool(told)

"""Signs in measures: an edge of conflict is no support, and PN counts friends and foes apart."""

import json

import pytest
from terminal import folder, run
from tiny_network import network

import graph
from explorer.page.document import build_document
from explorer.page.presentation import Presentation
from explorer.report.answer_html import render_html
from graph.select.edge_relations import SIGNS

FIVE_FOES = [f"{foe} opposes Villain" for foe in "ABCDE"] + ["A ally B", "C ally D"]
LEFT_OUT = "5 negative relations are left out, because an edge counts as support"


def scores(net, measure, **options):
    answer = net.centrality(measure, **options)
    by_actor = dict(zip((a.id for a in answer.actors), answer.scores[measure], strict=True))
    return [by_actor[actor.id] for actor in net.actor_rows]


def about(*numbers):
    return pytest.approx(numbers, abs=1e-12)


# Measures of support


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("measure", ["pagerank", "pn"])
def test_five_foes_do_not_make_a_villain_first(measure, directed):
    answer = network(*FIVE_FOES).centrality(measure, directed=directed)
    assert answer.actors[-1].id == "Villain" or answer.actor_ranks[-1] < 6
    assert answer.actors[0].id != "Villain"


def test_unless_negative_relations_are_asked_for():
    for measure in ("pagerank", "eigenvector"):
        answer = network(*FIVE_FOES).centrality(measure, signs="all")
        assert answer.actors[0].id == "Villain"
        assert answer.notes[0] == f"{measure}: 5 negative relations count as support."


def test_other_measures_count_every_relation():
    net = network(*FIVE_FOES)
    assert scores(net, "degree") == [2, 6 - 1, 2, 2, 2, 1]
    assert net.centrality("degree").notes == ()


def test_an_edge_stays_where_only_one_of_its_relations_is_negative():
    net = network("A ally B", "A opposes B")
    assert net.centrality("eigenvector").scores["eigenvector"] == about(0.5**0.5, 0.5**0.5)


@pytest.mark.parametrize(
    ("signs", "degrees"),
    [
        (None, [2, 2, 2]),
        ("all", [2, 2, 2]),
        ("positive", [1, 1, 0]),
        ("negative", [1, 0, 1]),
        ("not_negative", [1, 2, 1]),
        ("not_neutral", [2, 1, 1]),
    ],
)
def test_each_choice_of_signs(signs, degrees):
    net = network("A ally B", "B borders C", "C opposes A")
    assert scores(net, "degree", signs=signs) == degrees


def test_what_is_left_out_is_counted_and_told():
    net = network("A ally B", "B borders C", "C opposes A")
    notes = net.centrality("degree", "pagerank", "pn", signs="positive").notes
    assert notes[:3] == (
        "degree, pagerank: 2 relations of other signs are left out.",
        "pn: 1 neutral relation is left out.",
        "pn: not changed by the option signs.",
    )
    assert "positive relations only" in net.centrality(signs="positive").projection_sentence


def test_signs_that_there_are_not():
    with pytest.raises(graph.QuestionError, match="Did you mean 'positive'"):
        network("A ally B").centrality(signs="positiv")


def test_every_face_says_how_many_are_left_out(tmp_path):
    lines = "".join(f"{foe},villain,opposes\n" for foe in "abcde")
    actors = "".join(f"{name},{name},person\n" for name in ["a", "b", "c", "d", "e", "villain"])
    data = folder(
        tmp_path, f"id,name,kind\n{actors}", f"source,target,type\n{lines}a,b,ally\nc,d,ally\n"
    )
    for form in ("text", "markdown"):
        answer = run("centrality", "--by", "pagerank", "--format", form, data=data)
        assert LEFT_OUT in answer.stdout
    answer = run("centrality", "--by", "pagerank", "--format", "csv", data=data)
    assert LEFT_OUT in answer.stderr
    fields = json.loads(run("centrality", "--by", "pagerank", "--format", "json", data=data).stdout)
    assert LEFT_OUT in fields["notes"][0]
    assert fields["projections"]["pagerank"]["signs"] == "not_negative"
    net = graph.load(data)
    assert LEFT_OUT in render_html(net.centrality("pagerank"))
    measures = {each["id"]: each for each in build_document(net, Presentation())["measures"]}
    assert LEFT_OUT in measures["pagerank"]["notes"][0]
    assert "notes" not in measures["degree"]


def test_the_command_has_the_choices(tmp_path):
    data = folder(
        tmp_path, "id,name,kind\na,a,person\nb,b,person\n", "source,target,type\na,b,ally\n"
    )
    for signs in SIGNS:
        assert run("centrality", "--by", "degree", "--signs", signs, data=data).exit_code == 0
    assert run("centrality", "--signs", "friendly", data=data).exit_code == 2


# PN


MATRIX = """
 0  1  0  1  0  0  0 -1 -1  0
 1  0  1 -1  1 -1 -1  0  0  0
 0  1  0  1 -1  0  0  0 -1  0
 1 -1  1  0  1 -1 -1  0  0  0
 0  1 -1  1  0  1  0 -1  0 -1
 0 -1  0 -1  1  0  1  0  1 -1
 0 -1  0 -1  0  1  0  1 -1  1
-1  0  0  0 -1  0  1  0  1  0
-1  0 -1  0  0  1 -1  1  0  1
 0  0  0  0 -1 -1  1  0  1  0
"""
PUBLISHED = [
    0.9009747, 0.8613482, 0.9076997, 0.8613482, 0.8410658,
    0.8496558, 0.8617321, 0.9015909, 0.8509848, 0.9072930,
]  # fmt: skip


@pytest.mark.parametrize("directed", [False, True])
def test_pn_as_published(directed):
    """The network of Everett and Borgatti, with the figures of the R package signnet."""
    rows = [line.split() for line in MATRIX.strip().splitlines()]
    names = {"1": "ally", "-1": "opposes"}
    lines = [
        f"n{here} {names[cell]} n{there}"
        for here, row in enumerate(rows)
        for there, cell in enumerate(row)
        if cell != "0" and (directed or here < there)
    ]
    net = network(*lines, actors=" ".join(f"n{number}" for number in range(10)))
    assert scores(net, "pn", directed=directed) == pytest.approx(PUBLISHED, abs=5e-8)


def test_pn_along_arrows():
    """Two actors, C = 1/2: in = 1 + out / 2 and out = 1 + in / 2, so that both are 2."""
    net = network("A funds B")
    assert scores(net, "pn", directed=True) == about(1, 2)
    assert scores(net, "pn", directed=True, outward=True) == about(2, 1)
    assert scores(net, "pn") == about(2, 2)


def test_pn_of_foes():
    """x = 1 - y and y = 1 - x have many solutions: the even one is half each."""
    assert scores(network("A opposes B"), "pn") == about(1 / 2, 1 / 2)
    assert scores(network("A opposes B"), "pn", directed=True) == about(1, 1 / 2)


def test_pn_of_an_ambivalent_pair_counts_both():
    """P - 2 N = -1: x = 1 - x / 2."""
    assert scores(network("A ally B", "A opposes B"), "pn") == about(2 / 3, 2 / 3)


def test_pn_of_a_network_without_signs():
    answer = network("A borders B", actors="A B C").centrality("pn")
    assert answer.scores["pn"] == about(1, 1, 1)
    assert answer.notes == ("pn: no relation is positive or negative, so that all scores are 1.",)


def test_pn_of_many_actors_is_that_of_few(monkeypatch):
    net = network(*FIVE_FOES, "B opposes C", "D ally E")
    for directed in (False, True):
        few = scores(net, "pn", directed=directed)
        monkeypatch.setattr("graph.analysis.signed_centrality.DENSE", 0)
        assert scores(net, "pn", directed=directed) == about(*few)
        monkeypatch.undo()

"""What is said of a measure is true: its facts are tried on tiny networks."""

import json
from functools import partial
from itertools import combinations

import pytest
from terminal import folder, run
from tiny_network import network

import graph
from explorer.page.measures import build_measures
from explorer.report.answer_html import render_html
from graph.analysis.centrality import MEASURES, PATH_MEASURES
from graph.analysis.facts.catalogue import MEASURE_FACTS, STRUCTURE_FACTS
from graph.analysis.facts.measure_facts import DIRECTIONS, LOOPS, PARTS, SIGNS, WEIGHTS
from graph.analysis.measured_projection import INDEPENDENT

NAMES = "ABCDE"
ROWS = (
    "A funds B weight=3",
    "A funds C weight=1",
    "B funds C weight=2",
    "C funds A weight=4",
    "C funds D weight=2",
    "E ally A weight=1",
)
"""A circle of three with weights, somebody behind it and somebody beside it."""


def score(measure, *rows, names=NAMES, **options):
    """Return the score of each actor by name."""
    answer = network(*rows, actors=" ".join(names)).centrality(measure, **options)
    by_name = dict(zip((a.id for a in answer.actors), answer.scores[measure], strict=True))
    return {name: by_name[name] for name in names}


def close(scores, factor=1.0):
    return pytest.approx({name: each * factor for name, each in scores.items()}, abs=1e-9)


def turn(row):
    here, kind, there, *more = row.split()
    return " ".join([there, kind, here, *more])


def list_measures(**wanted):
    """Return the measures with these facts, of which there is at least one."""
    (name, value) = next(iter(wanted.items()))
    found = [each.id for each in MEASURE_FACTS.values() if getattr(each, name) == value]
    assert found
    return found


each_measure = pytest.mark.parametrize("measure", MEASURE_FACTS)


def test_every_measure_has_facts_and_all_facts_a_measure():
    assert list(MEASURE_FACTS) == list(MEASURES)
    for name, facts in MEASURE_FACTS.items():
        said = facts.to_dict()
        assert (facts.id, all(said.values())) == (name, True)
        assert all(sentence.endswith((".", "?")) for sentence in (said["question"], facts.misleads))


def test_the_facts_say_what_the_options_say():
    known = {
        "directed": {each.id for each in MEASURE_FACTS.values() if each.direction != "none"}
        - set(list_measures(direction="into") + list_measures(direction="out_of")),
        "weighted": {*list_measures(weights="length"), *list_measures(weights="strength")},
        "outward": set(list_measures(direction="towards")),
        "signs": set(MEASURE_FACTS) - set(list_measures(signs="apart")),
    }
    assert {option: set(MEASURES) - names for option, names in INDEPENDENT.items()} == known
    assert set(list_measures(weights="length")) == set(PATH_MEASURES)


@each_measure
def test_loops_and_disputed_relations_are_left_out(measure):
    assert LOOPS.startswith("Relations of an actor to itself are left out")
    more = ("B funds B weight=9", "D funds B stance=disputes")
    assert score(measure, *ROWS, *more) == score(measure, *ROWS)


# Direction


@pytest.mark.parametrize("measure", list_measures(direction="none"))
def test_none_counts_a_relation_at_both_ends(measure):
    turned = score(measure, *map(turn, ROWS))
    assert turned == score(measure, *ROWS) == score(measure, *ROWS, directed=True)


@pytest.mark.parametrize("measure", list_measures(direction="into"))
def test_into_is_out_of_when_all_relations_are_turned(measure):
    opposite = measure.replace("in_", "out_")
    assert MEASURE_FACTS[opposite].direction == "out_of"
    assert score(measure, *ROWS) == score(opposite, *map(turn, ROWS))
    assert score(measure, "A funds B", names="AB") == {"A": 0, "B": 1}
    assert score(measure, "A ally B", names="AB") == {"A": 1, "B": 1}


def test_along_follows_relations_on_paths():
    (measure,) = list_measures(direction="along")
    to_one, on = ("A funds B", "C funds B"), ("A funds B", "B funds C")
    assert score(measure, *to_one)["B"] == score(measure, *on)["B"] > 0
    assert score(measure, *to_one, directed=True)["B"] == 0
    assert score(measure, *on, directed=True)["B"] > 0


@pytest.mark.parametrize("measure", list_measures(direction="towards"))
def test_towards_is_outward_when_all_relations_are_turned(measure):
    turned = map(turn, ROWS)
    inward = score(measure, *ROWS, directed=True)
    assert inward == close(score(measure, *turned, directed=True, outward=True))
    assert inward != close(score(measure, *ROWS, directed=True, outward=True))
    pair = score(measure, "A supports B", names="AB", directed=True)
    assert pair["B"] > pair["A"]


@pytest.mark.parametrize("measure", list_measures(direction="raised"))
def test_raised_is_who_is_pointed_to(measure):
    circle = ("A funds B", "B funds C", "C funds A")
    pointed_to, pointing = (
        score(measure, *circle, row, directed=True) for row in ("D funds A", "A funds D")
    )
    assert pointed_to["A"] > pointed_to["B"] or measure == "eigenvector"
    assert pointing["D"] > pointed_to["D"]
    alone = score(measure, *circle, directed=True)
    assert pointed_to["D"] <= alone["D"]


# Weights


@pytest.mark.parametrize("measure", list_measures(weights="never"))
def test_weights_that_never_count(measure):
    plain = [row.partition(" weight")[0] for row in ROWS]
    assert score(measure, *ROWS, weighted=True) == score(measure, *plain)


@pytest.mark.parametrize("measure", list_measures(weights="always"))
def test_weights_that_always_count_are_added_up(measure):
    assert score(measure, *ROWS, *ROWS) == close(score(measure, *ROWS), 2)
    assert sum(score(measure, "A funds B weight=3", "A funds B weight=4").values()) in (7, 14)


@pytest.mark.parametrize("measure", PATH_MEASURES)
def test_weights_that_are_lengths_make_strong_edges_short(measure):
    rows = ("A funds B", "A funds C weight=4", "C funds B weight=4")
    steps, lengths = score(measure, *rows), score(measure, *rows, weighted=True)
    assert steps == score(measure, *(row.partition(" weight")[0] for row in rows))
    assert steps["C"] == steps["A"]
    assert lengths["C"] > lengths["A"]


@pytest.mark.parametrize("measure", ["closeness", "harmonic"])
def test_a_weight_is_that_many_times_shorter(measure):
    assert score(measure, "A funds B weight=4", names="AB", weighted=True)["A"] == 4


@pytest.mark.parametrize("measure", list_measures(weights="strength"))
def test_weights_that_are_strength_raise_scores(measure):
    rows = ("A funds B weight=4", "A funds C")
    plain, strong = score(measure, *rows), score(measure, *rows, weighted=True)
    assert plain["B"] == pytest.approx(plain["C"])
    assert strong["B"] > strong["C"]


# Signs

FIGHT = ("A opposes D", "B opposes D", "A ally B", "B supports C", "C supports A", "C located_in E")


@pytest.mark.parametrize("measure", list_measures(signs="all"))
def test_all_signs_count_unless_some_are_chosen(measure):
    other = [row.replace("opposes", "funds") for row in FIGHT]
    assert score(measure, *FIGHT) == score(measure, *other)
    unopposed = [row for row in FIGHT if "opposes" not in row]
    assert score(measure, *FIGHT, signs="not_negative") == score(measure, *unopposed)


@pytest.mark.parametrize("measure", list_measures(signs="support"))
def test_support_leaves_negative_relations_out_unless_asked(measure):
    unopposed = [row for row in FIGHT if "opposes" not in row]
    assert score(measure, *FIGHT) == close(score(measure, *unopposed))
    assert score(measure, *FIGHT, signs="all") != close(score(measure, *unopposed))


@pytest.mark.parametrize("measure", list_measures(signs="apart"))
def test_apart_is_raised_and_lowered_and_leaves_neutral_ones_out(measure):
    scores = score(measure, *FIGHT)
    assert scores["D"] < scores["E"] == 1 < scores["C"]


# Parts of the network

PARTS_OF = {
    "unchanged": lambda alone, beside: beside == close(alone),
    "scaled": lambda alone, beside: (
        beside == close(alone, max(beside.values()) / max(alone.values()))
        and 0 < max(beside.values()) < max(alone.values())
    ),
    "leading": lambda alone, beside: not any(beside.values()) and any(alone.values()),
    "diluted": lambda alone, beside: all(
        abs(beside[name] - 1) < abs(each - 1) for name, each in alone.items()
    ),
}
DENSE = [f"{here} ally {there}" for here, there in combinations("WXYZ", 2)]


@each_measure
def test_what_another_part_changes(measure):
    """The measured part has a triangle; the other, of four who are all allied, has more edges."""
    part = ("A ally B", "B ally C", "C ally D", "D ally E", "A ally C")
    alone = score(measure, *part)
    whole = score(measure, *part, *DENSE, names=f"{NAMES}WXYZ")
    beside = {name: whole[name] for name in NAMES}
    assert [name for name, is_so in PARTS_OF.items() if is_so(alone, beside)] == [
        MEASURE_FACTS[measure].parts
    ]


# Scales


@each_measure
@pytest.mark.parametrize("directed", [False, True])
def test_scores_are_on_the_scale(measure, directed):
    scale, others = MEASURE_FACTS[measure].scale, len(NAMES) - 1
    scores = list(score(measure, *ROWS, directed=directed).values())
    assert min(scores) >= 0
    if scale.startswith("0 to 1") or "squares" in scale:
        assert max(scores) <= 1
    if scale.endswith("all add up to 1"):
        assert sum(each ** (1 + ("squares" in scale)) for each in scores) == pytest.approx(1)
    if "n - 1" in scale:
        assert max(scores) <= others
    if scale.startswith("a count"):
        assert all(isinstance(each, int) for each in scores)
    if measure == "pn":
        assert set(score("pn", "A located_in B").values()) == {1}


# When they mislead


def test_degree_counts_friends_and_foes_alike():
    assert score("degree", "A ally B", names="AB") == score("degree", "A attacks B", names="AB")


def test_out_degree_counts_direct_relations_only_and_harmonic_those_behind_them():
    chain = ("A commands B", "B commands C", "B commands D", "B commands E")
    assert score("out_degree", *chain) == {"A": 1, "B": 3, "C": 0, "D": 0, "E": 0}
    outward = score("harmonic", *chain, directed=True, outward=True)
    assert (outward["A"], outward["B"]) == (1 + 3 / 2, 3)


def test_a_blank_weight_is_one():
    assert score("weighted_degree", "A funds B", names="AB") == {"A": 1, "B": 1}


def test_a_second_path_halves_betweenness_and_a_feud_is_a_path():
    once = score("betweenness", "A ally B", "B attacks C", names="ABCD")
    twice = score("betweenness", "A ally B", "B attacks C", "A ally D", "D ally C", names="ABCD")
    assert (once["B"], twice["B"]) == (1 / 3, 1 / 6)


def test_a_chain_of_command_has_no_eigenvector():
    with pytest.raises(graph.QuestionError, match="not defined"):
        score("eigenvector", "A commands B", "B commands C", directed=True)


def test_a_border_counts_as_support_for_pagerank_unless_signs_are_positive():
    rows = ("A supports B", "C borders D")
    assert score("pagerank", *rows, signs="positive")["C"] < score("pagerank", *rows)["C"]


def test_pn_ranks_one_friend_before_five_friends_and_three_foes():
    mixed = [f"A ally {name}" for name in "BCDEF"] + [f"A opposes {name}" for name in "GHI"]
    scores = score("pn", *mixed, "X ally Y", names="ABCDEFGHIXY")
    assert scores["X"] > 1 > scores["A"]


# In every face

CYCLE = "source,target,type\na,b,funds\nb,c,funds\nc,a,funds\n"
PEOPLE = "id,name\na,Ann\nb,Bo\nc,Cy\n"


def test_explain_needs_no_data_and_prints_every_fact(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    answer = run("centrality", "--explain", "PageRank,pn")
    assert (answer.exit_code, answer.stderr) == (0, "")
    for name in ("pagerank", "pn"):
        facts = MEASURE_FACTS[name]
        assert all(text in answer.stdout for text in (facts.question, facts.misleads))
        assert WEIGHTS[facts.weights] in answer.stdout
    assert answer.stdout.startswith("pagerank: PageRank\n")


@pytest.mark.parametrize(("form", "mark"), [("markdown", "## PageRank"), ("csv", "measure,label,")])
def test_explain_in_other_formats(form, mark):
    answer = run("centrality", "--explain", "pagerank", "--format", form).stdout
    assert answer.startswith(mark)
    assert MEASURE_FACTS["pagerank"].misleads in answer


def test_json_carries_the_same_facts_with_and_without_data(tmp_path):
    data = folder(tmp_path, PEOPLE, CYCLE)
    ask = partial(run, "centrality", "--format", "json")
    explained = json.loads(ask("--explain", "pagerank,degree").stdout)["facts"]
    answered = json.loads(ask("--by", "pagerank,degree", data=data).stdout)["facts"]
    assert (
        answered
        == explained
        == {name: MEASURE_FACTS[name].to_dict() for name in ("pagerank", "degree")}
    )
    assert list(json.loads(ask("--explain", "all").stdout)["facts"]) == list(MEASURES)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("--explain pagrank", "--explain: 'pagrank' is not a measure. Did you mean 'pagerank'?"),
        ("--explain degree --top 2", "--top has no effect beside --explain, which reads no data."),
        ("--explain degree --avoid ally", "--avoid has no effect beside --explain"),
        ("--explain=", "--explain is empty. Give a measure, such as pagerank."),
    ],
)
def test_explain_refuses_what_it_cannot_use(words, message):
    answer = run("centrality", *words.split())
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert message in answer.stderr


def test_the_help_lists_each_measure_with_its_summary():
    told = run("centrality", "--help").stdout
    for facts in MEASURE_FACTS.values():
        assert f"  {facts.id:<21}{facts.summary}\n" in told


def test_notebook_and_page_show_what_a_measure_means():
    net = graph.load_example()
    html = render_html(net.centrality("pn"))
    assert "<summary>What PN (friends and foes) means</summary>" in html
    assert MEASURE_FACTS["pn"].misleads in html
    for measure in build_measures(net):
        facts = MEASURE_FACTS[measure["id"]]
        assert measure["label"] == facts.label
        assert measure["facts"]["misleads"] == facts.misleads


def test_every_sentence_is_used():
    every = [*MEASURE_FACTS.values(), *STRUCTURE_FACTS.values()]
    tables = {"direction": DIRECTIONS, "weights": WEIGHTS, "signs": SIGNS, "parts": PARTS}
    for name, table in tables.items():
        assert set(table) == {getattr(each, name) for each in every}

"""The structure of networks whose figures are known, and what does not change them."""

import json
from math import isclose, nan

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from terminal import folder, run
from tiny_network import network, of_rows

import graph
from explorer.report.answer_html import render_html

# A triangle A, B, C with D at C (listed from both ends), a pair E, F, and G alone.
LINES = ["A ally B", "B funds C", "C funds A", "C funds D", "D funds C", "E funds F"]


@pytest.fixture
def seven():
    return network(*LINES, actors="A B C D E F G")


def ids(actors):
    return [actor.id for actor in actors]


def test_counts_and_components(seven):
    answer = seven.structure()
    assert (answer.actor_count, answer.relation_count) == (7, 6)
    assert (answer.edge_count, answer.directed_edge_count) == (5, 7)
    assert answer.components.to_dict() == {
        "weak": 3, "strong": 4, "isolates": 1,
        "largest_weak": 4, "largest_strong": 4, "sizes": [4, 2],
    }  # fmt: skip
    assert ids(answer.isolates) == ["G"]
    assert answer.density == pytest.approx(5 / 21)
    assert answer.directed_density == pytest.approx(7 / 42)
    assert answer.reciprocity == pytest.approx(4 / 7)  # A and B, C and D


def test_cohesion(seven):
    answer = seven.structure()
    assert answer.triangles == 1
    assert answer.transitivity == pytest.approx(3 / 5)  # one path at A, one at B, three at C
    assert answer.mean_clustering == pytest.approx((1 + 1 + 1 / 3) / 7)
    assert (answer.core_number, ids(answer.core_actors)) == (2, ["A", "B", "C"])
    assert answer.core_numbers == {0: 1, 1: 3, 2: 3}
    assert ids(answer.articulation_points) == ["C"]
    assert list(map(ids, answer.bridges)) == [["C", "D"], ["E", "F"]]


def test_distances_are_those_of_the_largest_component(seven):
    answer = seven.structure()
    assert (answer.diameter, answer.radius) == (2, 1)
    assert answer.mean_path_length == pytest.approx(8 / 6)
    note = "Diameter, radius and mean path length are those of the largest component (4 actors)."
    assert note in answer.notes
    assert {each.name: each.projection for each in answer.figures}["diameter"] == (
        "in both directions, in the largest component"
    )


def test_measures_of_each_actor(seven):
    frame = seven.centrality("clustering", "triangles", "core_number", "articulation").frame
    by_id = frame.set_index("id").loc[list("ABCDEFG")]
    assert by_id["clustering"].tolist() == pytest.approx([1, 1, 1 / 3, 0, 0, 0, 0])
    assert by_id["triangles"].tolist() == [1, 1, 1, 0, 0, 0, 0]
    assert by_id["core_number"].tolist() == [2, 2, 2, 1, 1, 1, 0]
    assert by_id["articulation"].tolist() == [0, 0, 1, 0, 0, 0, 0]


def test_the_middle_of_a_star_holds_all_parts_together():
    star = network("M funds A", "M funds B", "M funds C")
    assert star.centrality("articulation").scores["articulation"] == (2, 0, 0, 0)


def test_options_do_not_change_measures_of_surroundings(seven):
    names = ("clustering", "triangles", "core_number", "articulation")
    plain, asked = seven.centrality(*names), seven.centrality(*names, directed=True, weighted=True)
    assert plain.scores == asked.scores
    assert "clustering, triangles, core_number, articulation: not changed by the option directed." \
        in asked.notes  # fmt: skip


@pytest.mark.parametrize(
    ("signs", "edges", "components", "left_out"),
    [
        (None, 3, 1, 0),
        ("all", 3, 1, 0),
        ("positive", 1, 3, 2),
        ("negative", 1, 3, 2),
        ("not_negative", 2, 2, 1),
        ("not_neutral", 2, 2, 1),
    ],
)
def test_each_choice_of_signs(signs, edges, components, left_out):
    """In the chain each edge has another sign: without it the chain falls apart."""
    answer = network("A ally B", "B borders C", "C opposes D").structure(signs=signs)
    assert (answer.edge_count, answer.components.weak) == (edges, components)
    assert (answer.left_out_counts["signs"], answer.signs) == (left_out, signs or "all")
    assert bool(answer.negative_counts) == (signs not in ("positive", "not_negative"))


def test_signs_are_part_of_each_projection():
    answer = network("A ally B", "B opposes C").structure(signs="positive")
    projections = answer.to_dict()["projections"]
    assert projections["density"] == "in both directions, positive relations only"
    assert "1 relation is left out: it has another sign." in answer.notes
    with pytest.raises(graph.QuestionError, match="structure: 'positiv' is not a value of signs"):
        network("A ally B").structure(signs="positiv")


# Kinds


def mixed(*pairs, **kinds):
    actors = [{"id": name, "name": name, "kind": kind} for name, kind in kinds.items()]
    rows = [{"source": a, "target": b, "type": "funds"} for a, b in pairs]
    return of_rows(actors, rows)


def test_assortativity_by_kind():
    net = mixed("ab", "bc", "cs", a="person", b="person", c="person", s="state")
    # 4 of 6 ends of edges join persons; by chance (5/6)^2 + (1/6)^2 = 26/36 would join alikes.
    assert net.structure().assortativity_by_kind == pytest.approx((24 - 26) / (36 - 26))


def test_kinds_that_keep_to_themselves():
    net = mixed("ab", "st", a="person", b="person", s="state", t="state")
    assert net.structure().assortativity_by_kind == pytest.approx(1)


def test_one_kind_has_no_assortativity(seven):
    answer = seven.structure()
    assert answer.assortativity_by_kind is None
    assert answer.undefined["assortativity_by_kind"] in answer.notes


def test_two_modes():
    net = mixed("as", "bs", "bt", "ct", "cs",
                a="person", b="person", c="person", d="person", s="event", t="event")  # fmt: skip
    answer = net.structure()
    two_mode = answer.two_mode
    assert (two_mode.kinds, two_mode.density) == (("person", "event"), 5 / 8)
    people, events = two_mode.one_mode_projections
    assert (people.actor_count, people.edge_count, people.density) == (4, 3, 3 / 6)
    assert (events.actor_count, events.edge_count, events.density) == (2, 1, 1)
    assert answer.assortativity_by_kind == pytest.approx(-1)
    assert "The network is two-mode" in " ".join(answer.notes)


def test_large_one_mode_projections_are_not_made(monkeypatch):
    monkeypatch.setattr("graph.analysis.two_mode.MOST_PAIRS", 1)
    answer = mixed("as", "bs", a="person", b="person", s="event").structure()
    assert answer.two_mode.one_mode_projections == ()
    assert "would be too large" in " ".join(answer.notes)


@given(st.sets(st.tuples(st.sampled_from("abcde"), st.sampled_from("stuv")), min_size=1))
def test_one_mode_projections_are_networkxs(pairs):
    net = mixed(*pairs, **dict.fromkeys("abcde", "person"), **dict.fromkeys("stuv", "event"))
    plain = nx.Graph(pairs)
    plain.add_nodes_from("abcdestuv")
    found = net.structure().two_mode
    for each, members in zip(found.one_mode_projections, ("abcde", "stuv"), strict=True):
        assert each.edge_count == nx.bipartite.projected_graph(plain, members).number_of_edges()
    assert found.density == pytest.approx(nx.bipartite.density(plain, "abcde"))


# What cannot be said


@pytest.mark.parametrize("actors", ["", "A", "A B"])
def test_without_edges_what_is_not_defined_is_empty_and_said(actors):
    answer = network(actors=actors).structure()
    for name in (
        "reciprocity",
        "transitivity",
        "diameter",
        "mean_path_length",
        "assortativity_by_kind",
    ):
        assert getattr(answer, name) is None
        assert answer.undefined[name] in answer.notes
    assert len(set(answer.notes)) == len(answer.notes)
    assert json.loads(json.dumps(answer.to_dict(), allow_nan=False)) == answer.to_dict()
    assert "nan" not in render_html(answer)


def test_disputes_and_loops_are_left_out_and_counted():
    answer = network("A funds B", "B funds C stance=disputes", "A funds A").structure()
    assert answer.edge_count == 1
    assert answer.left_out_counts == {"disputed": 1, "loops": 1, "signs": 0}
    assert "1 relation is left out: they join an actor to itself." not in answer.notes
    assert "1 relation is left out: it joins an actor to itself." in answer.notes


def test_negative_relations_count_and_are_said():
    answer = network("A opposes B", "B ally C", "A attacks C").structure()
    assert answer.triangles == 1
    assert answer.negative_counts == {"opposes": 1, "attacks": 1}
    assert any("The option signs (not_negative) leaves them out" in note for note in answer.notes)


def test_mutual_relations_are_said(seven):
    note = "1 relation is of mutual types and runs both ways, which raises reciprocity."
    assert note in seven.structure().notes


def test_distances_of_a_huge_component_are_refused(monkeypatch, seven):
    monkeypatch.setattr("graph.analysis.large.distances.MOST_CLOSENESS", 3)
    monkeypatch.setattr("graph.analysis.large.distances.MOST_PASSED", 3)
    answer = seven.structure()
    assert answer.diameter is None
    assert answer.undefined["diameter"] == (
        "Distances are not measured: in the largest component (4 actors) they would take many "
        "minutes. Filter the network."
    )
    assert answer.triangles == 1


def test_the_mean_of_a_large_component_is_estimated(monkeypatch):
    net = graph.Network.from_graph(nx.barabasi_albert_graph(200, 2, seed=1))
    exact = net.structure()
    monkeypatch.setattr("graph.analysis.large.distances.MOST_CLOSENESS", 3)
    answer = net.structure()
    assert (answer.diameter, answer.radius) == (None, None)
    error = answer.sampled.standard_error
    assert 0 < error < 0.1
    assert abs(answer.mean_path_length - exact.mean_path_length) < 4 * error
    assert answer.sampled.most <= exact.diameter
    assert answer.sampled.fewest >= exact.radius
    assert answer.sampled.note in answer.notes
    assert answer.to_dict() == net.structure().to_dict()  # the same sample each time


def test_so_are_those_of_very_many_equal_components(monkeypatch):
    monkeypatch.setattr("graph.analysis.component_distances.MOST_TIED", 1)
    paths = [f"{part}{one} funds {part}{one + 1}" for part in "ab" for one in range(3)]
    assert "2 components are equally large" in network(*paths).structure().undefined["radius"]
    pairs = network("a funds b", "c funds d", "e funds f").structure()
    assert pairs.diameter == 1  # two actors with an edge are alike anywhere


@pytest.mark.parametrize("turned", [False, True])
def test_of_equal_components_the_longest_counts_in_any_order(turned):
    path = ["a funds b", "b funds c", "c funds d"]
    star = ["m funds n", "m funds o", "m funds p"]
    answer = network(*(star + path if turned else path + star)).structure()
    assert (answer.diameter, answer.radius) == (3, 2)
    assert any("2 components are equally large" in note for note in answer.notes)


# The same by networkx and igraph, in shares, and in any order

NAMES = "ABCDEFGH"
TYPES = st.sampled_from(["ally", "funds", "opposes"])
rows = st.tuples(st.sampled_from(NAMES), TYPES, st.sampled_from(NAMES)).map(" ".join)
lines = st.lists(rows, max_size=16)


def same(one, other):
    """Return whether two answers have the same figures."""
    pairs = zip(one.figures, other.figures, strict=True)
    return all(
        a.name == b.name and isclose(*(nan if x is None else x for x in (a.value, b.value)))
        if a.value is not None
        else b.value is None
        for a, b in pairs
    )


def plain_graphs(net):
    """Return the projections as networkx graphs that are made here."""
    both, along = nx.Graph(), nx.DiGraph()
    for plain in (both, along):
        plain.add_nodes_from(actor.id for actor in net.actor_rows)
    for relation in net.relation_rows:
        ends = relation.source.id, relation.target.id
        if ends[0] != ends[1]:
            both.add_edge(*ends)
            along.add_edges_from([ends, ends[::-1]] if relation.type.mutual else [ends])
    return both, along


@given(lines)
def test_figures_are_networkxs(asked):
    net = network(*asked, actors=" ".join(NAMES))
    answer, (both, along) = net.structure(), plain_graphs(net)
    assert answer.density == pytest.approx(nx.density(both))
    assert answer.directed_density == pytest.approx(nx.density(along))
    assert answer.components.weak == nx.number_connected_components(both)
    assert answer.components.strong == nx.number_strongly_connected_components(along)
    assert set(ids(answer.isolates)) == set(nx.isolates(both))
    assert set(ids(answer.articulation_points)) == set(nx.articulation_points(both))
    assert {frozenset(ids(pair)) for pair in answer.bridges} == set(
        map(frozenset, nx.bridges(both))
    )
    assert answer.triangles == sum(nx.triangles(both).values()) / 3
    assert answer.core_number == max(nx.core_number(both).values())
    if both.edges:
        assert answer.reciprocity == pytest.approx(nx.overall_reciprocity(along))
    assert (answer.transitivity or 0) == pytest.approx(nx.transitivity(both))
    assert (answer.mean_clustering or 0) == pytest.approx(nx.average_clustering(both))
    scores = net.centrality("articulation")
    parts = nx.number_connected_components(both)
    for actor, score in zip(scores.actors, scores.scores["articulation"], strict=True):
        without = both.subgraph(set(both) - {actor.id})
        more = nx.number_connected_components(without) - parts
        assert score == max(more, 0)


def test_igraph_and_shares_answer_the_same():
    for seed in range(3):
        net = graph.Network.from_graph(nx.gnm_random_graph(60, 75, seed=seed))
        names = ("clustering", "triangles", "core_number", "articulation")
        plain, scores = net.structure(), net.centrality(*names).scores
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("graph.select.projection.MANY", 0)
            patch.setattr("graph.analysis.large.distances.SMALL", 0)
            assert same(net.structure(), plain)
            assert net.structure().to_dict()["bridges"] == plain.to_dict()["bridges"]
            compiled = net.centrality(*names).scores
        assert all(compiled[name] == pytest.approx(scores[name]) for name in names)


def test_distances_in_workers_are_the_same():
    from graph.analysis.large.distances import measure_distances
    from graph.analysis.large.strategy import MeasureOptions
    from graph.analysis.measured_projection import to_edge_arrays
    from graph.select.projection import Projection

    plain = nx.barabasi_albert_graph(300, 2, seed=1)
    edges, _ = to_edge_arrays(graph.Network.from_graph(plain), Projection())
    expected = measure_distances(edges, MeasureOptions())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("graph.analysis.large.distances.SMALL", 0)
        patch.setattr("graph.analysis.large.distances.SEARCH_STEPS", 1e5)
        found = measure_distances(edges, MeasureOptions(workers=2))
    assert (found.diameter, found.radius) == (expected.diameter, expected.radius)
    assert found.mean_path_length == pytest.approx(expected.mean_path_length)


@given(lines, st.randoms(use_true_random=False))
def test_order_names_and_mutual_listing_change_nothing(asked, chance):
    net = network(*asked, actors=" ".join(NAMES)).structure()
    turned = [" ".join(reversed(line.split())) for line in asked if " ally " in line]
    shuffled = [*asked, *turned]
    chance.shuffle(shuffled)
    names = list(NAMES)
    chance.shuffle(names)
    renamed = dict(zip(NAMES, "QRSTUVWX", strict=True))
    moved = [
        f"{renamed[source]} {kind} {renamed[target]}"
        for source, kind, target in map(str.split, shuffled)
    ]
    other = network(*moved, actors=" ".join(renamed[name] for name in names)).structure()
    ours = {each.name: each.value for each in net.figures if each.name != "relation_count"}
    theirs = {each.name: each.value for each in other.figures if each.name != "relation_count"}
    assert ours == pytest.approx(theirs)


def test_a_copy_beside_itself(seven):
    copied = [
        " ".join(word.lower() if word.isupper() else word for word in line.split())
        for line in LINES
    ]
    answer = network(*LINES, *copied, actors="A B C D E F G a b c d e f g").structure()
    single = seven.structure()
    for name in ("transitivity", "mean_clustering", "reciprocity", "core_number", "diameter",
                 "radius", "mean_path_length"):  # fmt: skip
        assert getattr(answer, name) == pytest.approx(getattr(single, name))
    for name in ("isolates", "bridges", "articulation_points", "core_actors"):
        assert len(getattr(answer, name)) == 2 * len(getattr(single, name))
    assert answer.triangles == 2


# Every face


@pytest.fixture
def data(tmp_path):
    return folder(tmp_path)


def test_the_terminal(data):
    told = run("structure", data=data).stdout.splitlines()
    assert told[0].split() == ["figure", "value", "projection"]
    assert "How it is counted: all relations between two actors as one" in told[-1]


def test_json_has_fields_of_the_names(data):
    fields = json.loads(run("structure", "--format", "json", data=data).stdout)
    assert {
        "components", "isolates", "density", "reciprocity", "transitivity", "mean_clustering",
        "triangles", "core_number", "articulation_points", "bridges", "diameter", "radius",
        "mean_path_length", "assortativity_by_kind", "two_mode", "projections", "undefined",
    } <= fields.keys()  # fmt: skip


def test_csv_names_the_actors_that_are_counted(data):
    answer = run("structure", "--format", "csv", data=data)
    lines = answer.stdout.splitlines()
    assert lines[0] == "figure,value,projection,names"
    assert len(lines) == len(graph.load(data).structure().figures) + 1
    [points] = [line for line in lines if line.startswith("articulation_points,")]
    names = [actor.name for actor in graph.load(data).structure().articulation_points]
    assert all(name in points for name in names)


def test_markdown_and_html_have_every_figure(data):
    answer = graph.load(data).structure()
    markdown = run("structure", "--format", "markdown", data=data).stdout
    for each in answer.figures:
        assert f"| {each.label} |" in markdown
        assert f"<th>{each.label}</th>" in render_html(answer)


def test_names_are_in_the_frame(seven):
    frame = seven.structure().frame.set_index("figure")
    assert frame.loc["bridges", "names"] == ("C - D", "E - F")
    assert frame.loc["isolates", "names"] == ("G",)
    assert frame.loc["density", "value"] == pytest.approx(5 / 21)

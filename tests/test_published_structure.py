"""The structure of published networks, against every figure that others have published of them."""

import json

import pytest
from test_published_answers import DATA, FILTERED

import graph

pytestmark = [
    pytest.mark.published,
    pytest.mark.slow,
    pytest.mark.skipif(not DATA.is_dir(), reason=f"no data at {DATA}"),
]

# By the name of a published figure the place where an answer has it.
FIGURES = {
    "n": lambda answer: answer.actor_count,
    "m": lambda answer: answer.edge_count,
    "density": lambda answer: answer.density,
    "components": lambda answer: answer.components.weak,
    "largest_component": lambda answer: answer.components.largest_weak,
    "isolates": lambda answer: len(answer.isolates),
    "triangles": lambda answer: answer.triangles,
    "transitivity": lambda answer: answer.transitivity,
    "avg_clustering_zero": lambda answer: answer.mean_clustering,
    "articulation_points": lambda answer: len(answer.articulation_points),
    "bridges": lambda answer: len(answer.bridges),
    "max_core": lambda answer: answer.core_number,
    "diameter_largest": lambda answer: answer.diameter,
    "avg_path_length_largest": lambda answer: answer.mean_path_length,
}


def list_networks():
    """Yield every published network: its folder, and the part of expected.json about it."""
    for path in sorted(DATA.glob("*/expected.json")):
        expected = json.loads(path.read_text(encoding="utf-8"))
        parts = ["simple_graph", *FILTERED, "both_types"]
        for part in parts:
            if part in expected:
                yield path.parent.name, part


@pytest.mark.parametrize("network", list(list_networks()), ids="/".join)
def test_every_published_figure(network):
    name, part = network
    published = json.loads((DATA / name / "expected.json").read_text(encoding="utf-8"))[part]
    net = FILTERED.get(part, lambda net: net)(graph.load(DATA / name))
    answer = net.structure()
    asked = FIGURES.keys() & published.keys()
    assert len(asked) >= len(FIGURES) - 2  # the largest networks come without distances
    figures = {figure: FIGURES[figure](answer) for figure in asked}
    due = {figure: published[figure] for figure in asked}
    assert figures == pytest.approx(due, abs=5e-7 * (1 + 1e-6))


def test_the_mail_of_enron():
    answer = graph.load(DATA / "large_enron").structure()
    published = json.loads((DATA / "large_enron" / "expected.json").read_text(encoding="utf-8"))
    figures = published["published"][0]["value"]
    assert (answer.actor_count, answer.edge_count) == (figures["nodes"], figures["edges"])
    assert answer.components.largest_weak == figures["nodes_in_largest_wcc"]
    assert answer.mean_clustering == pytest.approx(figures["average_clustering"], abs=5e-4)
    assert answer.triangles == figures["triangles"]
    computed = published["computed"]["simple_undirected"]
    assert answer.components.weak == computed["components"]
    assert answer.transitivity == pytest.approx(computed["transitivity"], abs=5e-7)
    assert answer.core_number == computed["max_core"]
    # SNAP's 11 is the longest path from a sample of actors; from all of them it is 13.
    assert (answer.diameter, figures["diameter"]) == (13, 11)


def test_the_women_of_davis_by_the_events_they_share():
    two_mode = graph.load(DATA / "davis_women").structure().two_mode
    women, events = two_mode.one_mode_projections
    assert (women.kind, women.actor_count, women.edge_count) == ("person", 18, 139)
    assert (events.kind, events.actor_count, events.edge_count) == ("event", 14, 66)
    assert two_mode.density == pytest.approx(89 / (18 * 14))

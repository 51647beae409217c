"""The page's scores under its filters are those of Python, in node and in the browser."""

import json
import random
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from browser import node_path
from score_cases import answer_scores
from tiny_network import of_rows

import graph
from explorer.page.measures import build_communities, build_measures
from explorer.page.network_document import build_network_document

TESTS = Path(__file__).parent
CASES = json.loads((TESTS / "cases/scores.json").read_text(encoding="utf-8"))
CLOSE = 1e-9
TYPES = ("ally", "opposes", "funds", "knows", "attacks", "borders", "met")


def assert_same(found, expected, about):
    assert found["actors"] == expected["actors"], about
    assert found["scores"].keys() == expected["scores"].keys(), about
    for measure, scores in expected["scores"].items():
        due = scores if None in scores else pytest.approx(scores, rel=CLOSE, abs=CLOSE)
        assert found["scores"][measure] == due, (about, measure)
    for name in ("notes", "communities", "agreement", "alone"):
        assert found[name] == expected[name], (about, name)
    assert found["modularity"] == pytest.approx(expected["modularity"], abs=CLOSE), about


def answer_in_node(folder, questions):
    asked, answered = folder / "asked.json", folder / "answered.json"
    asked.write_text(json.dumps(questions), encoding="utf-8")
    command = [node_path(), str(TESTS / "answer_scores.js"), str(asked), str(answered)]
    subprocess.run(command, check=True)
    return json.loads(answered.read_text(encoding="utf-8"))


def draw_network(draw):
    """Return a small network: parts, loops, parallel and mutual relations, weights and signs."""
    names = [f"a{number}" for number in range(draw.randrange(1, 16))]
    relations = [
        {
            "source": draw.choice(names),
            "target": draw.choice(names),
            "type": draw.choice(TYPES),
            "weight": draw.choice(["", "0", "0.1", "0.2", "2.5", "7"]),
            "stance": draw.choice(["", "", "", "disputes"]),
            "reference": draw.choice(["", "one", "two", "one|two"]),
        }
        for _ in range(draw.randrange(30))
    ]
    sources = [{"id": name, "title": name.title()} for name in ("one", "two")]
    return of_rows([{"id": name, "name": name} for name in names], relations, sources=sources)


def select_at_random(network, draw):
    """Return a part of a network, and the masks that select it."""
    actors = [int(draw.random() < 0.9) for _ in network.actor_numbers]
    sources, targets = network.columns.endpoints
    mask = [
        int(draw.random() < 0.7 and actors[sources[row]] and actors[targets[row]])
        for row in network.relation_numbers
    ]
    part = replace(
        network,
        actor_numbers=[row for row, one in enumerate(actors) if one],
        relation_numbers=[row for row, one in enumerate(mask) if one],
    )
    return part, mask, actors


def describe_page(network):
    return {
        "network": build_network_document(network),
        "measures": build_measures(network),
        "communities": build_communities(network),
    }


@pytest.mark.nightly
@pytest.mark.long
def test_random_selections_of_small_networks_score_alike(tmp_path):
    draw, questions, expected = random.Random(7), [], []  # noqa: S311
    for _ in range(120):
        network = draw_network(draw)
        part, mask, actors = select_at_random(network, draw)
        questions.append({"parsed": describe_page(network), "mask": mask, "actors": actors})
        expected.append(answer_scores(part))
    for number, found in enumerate(answer_in_node(tmp_path, questions)):
        assert_same(found, expected[number], number)


@pytest.mark.long
def test_random_selections_of_the_example_score_alike(tmp_path):
    network, draw = graph.load_example(), random.Random(3)  # noqa: S311
    page, parts = describe_page(network), [select_at_random(network, draw) for _ in range(6)]
    questions = [{"parsed": page, "mask": mask, "actors": actors} for _, mask, actors in parts]
    for (part, _, _), found in zip(parts, answer_in_node(tmp_path, questions), strict=True):
        assert_same(found, answer_scores(part), part)


def test_there_are_many_shared_cases():  # Python's answers, see test_shared_paths
    assert len(CASES["cases"]) >= 40


@pytest.mark.browser
def test_every_shared_case_has_the_shared_answer_on_a_page(visit, page_of):
    one = visit(page_of(graph.load(TESTS / "cases/scores")))
    for case in CASES["cases"]:
        one.page.evaluate("(link) => { location.hash = link; }", case["link"])
        one.page.wait_for_function("(link) => location.hash.slice(1) === link", arg=case["link"])
        found = one.page.evaluate("actorExplorer.scores()")
        assert_same(found, case, case["link"])

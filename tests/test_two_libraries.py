"""Measures by networkx against igraph, on random networks.

igraph's betweenness is a count of pairs (here divided by how many there are), its closeness is
taken among those reached (here scaled by their share), and its eigenvector is 1 at its highest
(here the squares sum to 1) and means little outside one part (here compared within it). Weights
are powers of two, for libraries differ in which sums of other fractions they call equal.
"""

import math
import random

import igraph
import pytest
from tiny_network import network

from graph.analysis.centrality import MEASURES
from graph.select.projection import Projection

TYPES = ["funds", "ally", "opposes", "borders"]
SHAPES = [(1, 0), (2, 1), (12, 8), (12, 30), (25, 30), (25, 120), (40, 50)]


def random_network(size, relations, seed):
    generator = random.Random(seed)  # noqa: S311 - a seeded sample, not a secret
    names = [f"n{number}" for number in range(size)]
    lines = [
        f"{generator.choice(names)} {generator.choice(TYPES)} {generator.choice(names)}"
        f" weight={2.0 ** generator.randint(-2, 3)}"
        for _ in range(relations)
    ]
    return network(*lines, actors=" ".join(names))


def in_igraph(net, *, directed):
    """Collapse the relations in igraph: ties by pair, weights added up."""
    row = {actor.id: number for number, actor in enumerate(net.actor_rows)}
    weights = {}
    for relation in net.relation_rows:
        here, there = row[relation.source.id], row[relation.target.id]
        pairs = [(here, there)] if here != there else []
        if directed and relation.type.mutual and pairs:
            pairs.append((there, here))
        for pair in pairs:
            key = pair if directed else (min(pair), max(pair))
            weights[key] = weights.get(key, 0) + relation.weight
    other = igraph.Graph(n=len(row), edges=list(weights), directed=directed)
    other.es["weight"] = list(weights.values())
    other.es["distance"] = [1 / weight for weight in weights.values()]
    return other


def igraph_scores(other, measure, *, directed, weighted):
    size = other.vcount()
    distance = "distance" if weighted else None
    weight = "weight" if weighted else None
    match measure:
        case "betweenness":
            pairs = (size - 1) * (size - 2) / (1 if directed else 2)
            counts = other.betweenness(directed=directed, weights=distance)
            return [count / pairs if pairs else 0 for count in counts]
        case "closeness":
            found = other.closeness(mode="in", weights=distance, normalized=True)
            reach = [len(other.subcomponent(v, mode="in")) - 1 for v in range(size)]
            return [
                score * near / (size - 1) if near else 0
                for score, near in zip(found, reach, strict=True)
            ]
        case "harmonic":
            found = other.harmonic_centrality(mode="in", weights=distance, normalized=False)
            return [0 if math.isnan(score) else score for score in found]
        case "pagerank":
            return other.pagerank(directed=directed, weights=weight, damping=0.85)
    parts = [sorted(part) for part in other.connected_components(mode="strong")]
    part = min(parts, key=lambda part: (-len(part), part[0]))
    scores = [0.0] * size
    if len(part) > 1:
        within = other.induced_subgraph(part)
        found = within.eigenvector_centrality(directed=True, weights=weight)  # as the graph is
        length = math.hypot(*found)
        for vertex, score in zip(part, found, strict=True):
            scores[vertex] = score / length
    return scores


@pytest.mark.parametrize("weighted", [False, True], ids=["plain", "weighted"])
@pytest.mark.parametrize("directed", [False, True], ids=["either", "directed"])
@pytest.mark.parametrize("shape", SHAPES, ids=str)
@pytest.mark.parametrize(
    "measure", ["betweenness", "closeness", "harmonic", "eigenvector", "pagerank"]
)
def test_both_libraries_agree(measure, shape, directed, weighted):
    for seed in range(4):
        net = random_network(*shape, seed)
        projection = Projection(directed=directed, weighted=weighted)
        ours = MEASURES[measure](net, projection, projection.graph(net))
        theirs = igraph_scores(
            in_igraph(net, directed=directed), measure, directed=directed, weighted=weighted
        )
        assert [ours[row] for row in range(shape[0])] == pytest.approx(theirs, abs=1e-9)


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_degrees_agree(shape):
    for seed in range(4):
        net = random_network(*shape, seed)
        either, directed = in_igraph(net, directed=False), in_igraph(net, directed=True)
        answer = net.centrality("degree", "in_degree", "out_degree", "weighted_degree")
        row = {actor.id: number for number, actor in enumerate(net.actor_rows)}
        order = [row[actor.id] for actor in answer.actors]
        for measure, theirs in {
            "degree": either.degree(),
            "in_degree": directed.indegree(),
            "out_degree": directed.outdegree(),
            "weighted_degree": either.strength(weights="weight"),
        }.items():
            assert list(answer.scores[measure]) == [theirs[number] for number in order]


def test_the_random_networks_are_of_many_kinds():
    graphs = [in_igraph(random_network(*shape, 0), directed=True) for shape in SHAPES]
    assert {other.is_connected(mode="weak") for other in graphs} == {True, False}
    assert {other.is_connected(mode="strong") for other in graphs} == {True, False}
    assert any(other.reciprocity() not in {0, 1} for other in graphs if other.ecount())

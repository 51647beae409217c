"""Measures by networkx against igraph, on random networks.

igraph's betweenness is a count of pairs (here divided by how many there are), its closeness is
taken among those reached (here scaled by their share), and its eigenvector is 1 at its highest
(here the squares sum to 1). Where parts share the leading value it is held to the equation and to
the sums that begin with equal scores. Weights are powers of two, for libraries differ in which
sums of other fractions they call equal.
"""

import math
import random

import igraph
import numpy as np
import pytest
from tiny_network import network

from graph.analysis.centrality import DEGREES, MEASURES
from graph.analysis.eigenvector import UndefinedMeasureError
from graph.analysis.scores import compute_scores_by_row
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
    by_type, weights = {}, {}
    for relation in net.relation_rows:
        key = row[relation.source.id], row[relation.target.id], relation.type
        by_type[key] = by_type.get(key, 0) + relation.weight
    for (here, there, kind), weight in by_type.items():
        back = by_type.get((there, here, kind), -1) if kind.mutual else -1
        if here == there or back > weight or (back == weight and here > there):
            continue
        for pair in [(here, there), *([(there, here)] if directed and kind.mutual else [])]:
            key = pair if directed else (min(pair), max(pair))
            weights[key] = weights.get(key, 0) + weight
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
    raise AssertionError(measure)


@pytest.mark.long
@pytest.mark.nightly(but_each=2)
@pytest.mark.parametrize("weighted", [False, True], ids=["plain", "weighted"])
@pytest.mark.parametrize("directed", [False, True], ids=["either", "directed"])
@pytest.mark.parametrize("shape", SHAPES, ids=str)
@pytest.mark.parametrize("measure", ["betweenness", "closeness", "harmonic", "pagerank"])
def test_both_libraries_agree(measure, shape, directed, weighted):
    for seed in range(4):
        net = random_network(*shape, seed)
        projection = Projection(directed=directed, weighted=weighted, signs="all")
        ours = compute_scores_by_row(net, [measure], projection).scores[measure]
        theirs = igraph_scores(
            in_igraph(net, directed=directed), measure, directed=directed, weighted=weighted
        )
        assert [ours[row] for row in range(shape[0])] == pytest.approx(theirs, abs=1e-9)


@pytest.mark.long
@pytest.mark.parametrize("weighted", [False, True], ids=["plain", "weighted"])
@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_eigenvector_is_where_sums_come_to_that_begin_with_equal_scores(shape, weighted):
    for seed in range(4):
        net = random_network(*shape, seed)
        other = in_igraph(net, directed=False)
        if not other.ecount():
            continue
        matrix = np.array(other.get_adjacency_sparse("weight" if weighted else None).todense())
        values, vectors = np.linalg.eigh(matrix)
        leading = vectors[:, values > values[-1] * (1 - 1e-9)]
        expected = leading @ leading.sum(axis=0)
        ours = MEASURES["eigenvector"](net, Projection(weighted=weighted))
        expected /= np.linalg.norm(expected)
        assert [ours[row] for row in range(shape[0])] == pytest.approx(expected, abs=1e-9)


@pytest.mark.long
@pytest.mark.parametrize("weighted", [False, True], ids=["plain", "weighted"])
@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_eigenvector_along_arrows_solves_its_equation(shape, weighted):
    for seed in range(4):
        net = random_network(*shape, seed)
        other = in_igraph(net, directed=True)
        projection = Projection(directed=True, weighted=weighted)
        if other.is_dag():
            with pytest.raises(UndefinedMeasureError, match="Rank by pagerank or in_degree"):
                MEASURES["eigenvector"](net, projection)
            continue
        matrix = np.array(other.get_adjacency_sparse("weight" if weighted else None).todense())
        x = np.array(list(MEASURES["eigenvector"](net, projection).values()))
        leading = max(np.linalg.eigvals(matrix).real)
        assert matrix.T @ x == pytest.approx(leading * x, abs=1e-9 * leading)
        assert (np.linalg.norm(x), x.min() >= 0) == (pytest.approx(1), True)


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_degrees_agree(shape):
    for seed in range(4):
        net = random_network(*shape, seed)
        either, directed = in_igraph(net, directed=False), in_igraph(net, directed=True)
        answer = net.centrality(*DEGREES)
        row = {actor.id: number for number, actor in enumerate(net.actor_rows)}
        order = [row[actor.id] for actor in answer.actors]
        for measure, theirs in {
            "degree": either.degree(),
            "in_degree": directed.indegree(),
            "out_degree": directed.outdegree(),
            "weighted_degree": either.strength(weights="weight"),
            "weighted_in_degree": directed.strength(mode="in", weights="weight"),
            "weighted_out_degree": directed.strength(mode="out", weights="weight"),
        }.items():
            assert list(answer.scores[measure]) == [theirs[number] for number in order]


def test_the_random_networks_are_of_many_kinds():
    graphs = [in_igraph(random_network(*shape, 0), directed=True) for shape in SHAPES]
    assert {other.is_connected(mode="weak") for other in graphs} == {True, False}
    assert {other.is_connected(mode="strong") for other in graphs} == {True, False}
    assert any(other.reciprocity() not in {0, 1} for other in graphs if other.ecount())

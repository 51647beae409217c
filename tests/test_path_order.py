"""Shortest paths come from the cheapest on, whatever the steps cost: against all orders tried."""

import random
from itertools import pairwise, product

import pytest

from graph.analysis.paths.cheapest import find_shortest
from graph.analysis.paths.order import iter_cheapest

WIDTH, LAYERS = 3, 4
MIDDLE = [[1 + layer * WIDTH + at for at in range(WIDTH)] for layer in range(LAYERS)]
TARGET = 1 + WIDTH * LAYERS


def build_ways():
    """Return the nodes after each, from 0 over every node of each layer to the target."""
    levels = [[0], *MIDDLE, [TARGET]]
    return {node: after for here, after in pairwise(levels) for node in here} | {TARGET: []}


@pytest.mark.parametrize("seed", range(8))
def test_no_path_is_cheaper_than_one_before_it(seed):
    ahead = build_ways()
    behind = {node: [here for here in ahead if node in ahead[here]] for node in ahead}
    paths = find_shortest(0, TARGET, ahead.__getitem__, behind.__getitem__)
    chance = random.Random(seed)  # noqa: S311 - the same costs on every run
    costs = {(here, there): chance.randrange(6) for here in ahead for there in ahead[here]}
    listed = list(iter_cheapest(paths, lambda here, there: costs[here, there]))
    totals = [sum(costs[ends] for ends in pairwise(path)) for path in listed]
    assert totals == sorted(totals)
    assert sorted(listed) == [[0, *middle, TARGET] for middle in product(*MIDDLE)]
    first = [path for path, total in zip(listed, totals, strict=True) if total == totals[0]]
    assert first == sorted(first)

"""The largest part of a network: with and without scipy, and as networkx has it."""

import networkx as nx
import pytest
from tiny_network import network

from graph.select import parts
from graph.select.parts import find_largest_part

SCATTERED = ("a met b", "b met a", "c met d", "d opposes e stance=disputes", "f met g", "g met h")


@pytest.mark.parametrize("many", [0, parts.MANY], ids=["scipy", "plain"])
def test_it_is_the_first_of_the_largest_without_what_is_disputed(monkeypatch, many, belarus):
    monkeypatch.setattr(parts, "MANY", many)
    net = network(*SCATTERED, actors="z")
    ids = net.columns.actors.cells("id")

    def find(rows, actors):
        return {ids[row] for row in find_largest_part(net.columns, rows, actors)}

    everybody = range(len(ids))
    assert find(net.relation_numbers, everybody) == {"f", "g", "h"}
    few = [row for row in everybody if ids[row] not in "fgh"]
    assert find(net.relation_numbers, few) == {"a", "b"}
    assert find([], everybody) == {ids[0]}
    assert find(net.relation_numbers, []) == set()
    plain = nx.Graph(
        (each.source.id, each.target.id)
        for each in belarus.relation_rows
        if each.stance == "asserts"
    )
    rows = range(len(belarus.actor_rows))
    found = find_largest_part(belarus.columns, belarus.relation_numbers, rows)
    names = belarus.columns.actors.cells("id")
    assert {names[row] for row in found} == max(nx.connected_components(plain), key=len)
